//! A lesson, its outline, and what is done with its text.

words! {
    /// A lesson, its outline, and what is done with its text.
    lesson: Lesson {
        lesson(number) = "lesson {number}";
        lesson_about(number, time) = "lesson {number} · about {time}";
        /// How far, behind the place of the section among all.
        section_of(section, of, part) = "{section} of {of} · {part}";
        enter_goes_back = "Enter goes back to the question.";
        enter_quiz_short(count) = "Enter: the quiz ({count})";
        enter_opens_next = "End of the lesson. Enter opens the next.";
        end_of_lesson = "End of the lesson.";
        enter_starts_quiz(questions, time) = "Enter starts the quiz: {questions}, about {time}.";
        /// Where a link leads.
        to(target) = "to {target}";
        to_note(number) = "to note {number}";
        what_it_means = "what it means";
        answer_it = "answer it";
        note_if_you_like = "a note, if you like";
        not_found = "not found";
        match_of(at, of) = "{at} of {of}";
        match_round_the_end(at, of) = "{at} of {of}, round the end";
        not_in_lesson(text) = "“{text}” is not in this lesson. From the map, / searches the course.";
        kept = "Kept. The map lists what you kept.";
        no_term_here = "No word on this screen is in the glossary. From the map, t opens it.";
        no_question_here = "No question is asked on this screen.";
        copied_link = "Copied the link, if your terminal allows programs to.";
        copied_section(section) = "Copied the section “{section}”, if your terminal allows programs to.";
        copied_beginning = "Copied the beginning of the lesson, if your terminal allows programs to.";
        no_folder = "This course is part of the program. With --course DIR, e edits a lesson of that folder.";
        sections = "Sections";
        section_count(count) = "{count} section" | "{count} sections";
        you_are_here = "you are here";
        quiz = "Quiz";
        questions_about(questions, time) = "{questions}, about {time}";
        key_keep = "keep";
        key_which = "which";
        /// The search stays, with its matches.
        key_keep_search = "keep";
        key_match = "match";
        key_next_match = "next, before";
        key_clear = "clear";
        key_next_link = "next link";
        /// From a link back to the page.
        key_page = "page";
        key_to_question = "back to the question";
        /// A page on.
        key_on = "on";
        /// A page back.
        key_back = "back";
        key_quiz = "quiz";
        key_next_lesson = "next lesson";
        key_to_top = "to the top";
        key_outline = "outline";
        key_search = "search";
        key_term = "term";
        key_answer = "answer";
    }
}
