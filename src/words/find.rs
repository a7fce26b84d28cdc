//! Where one looks for something: places by name, the course, the glossary, the sources.

words! {
    /// Where one looks for something: places by name, the course, the glossary, the sources.
    find: Find {
        go_to = "Go to";
        nothing_called_so = "No lesson, section or term is called so.";
        in_glossary = "glossary";
        in_sources = "what it rests on";
        search_the_course = "Search the course";
        type_what_you_look_for = "Type what you look for; small letters find capitals too.";
        nowhere = "Nowhere in the course.";
        found(count) = "{count} found";
        glossary = "Glossary";
        terms(count) = "{count} term" | "{count} terms";
        no_glossary = "This course has no glossary.";
        sources = "Sources";
        /// A page on.
        key_on = "on";
        /// A page back.
        key_back = "back";
        key_where_you_were = "back to where you were";
    }
}
