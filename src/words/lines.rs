//! What is said in lines, for whoever listens.

words! {
    /// What is said in lines.
    lines: Lines {
        nothing_changed = "Nothing changed.";
        saved = "Saved.";
        saving_takes_long = "Saving takes long; waiting for the disk.";
        several_learn(names) = "Several learn on this machine: {names}. Start with --profile NAME to go on as one of them.";
        /// Between the last two of a list.
        listed(most, last) = "{most} and {last}";
        /// Words of the course within a sentence of the program.
        quoted(text) = "“{text}”";
        // Signs that are drawn on the screen.
        right = "right";
        not_right = "not right";
        begun = "begun";
        to = "to";
        ticked = "ticked";
        is_done(what) = "done: {what}";
        is_not_right(what) = "not right: {what}";
        is_begun(what) = "begun: {what}";
        note(what) = "Note: {what}";
        /// The filled sign of the mirror, before what it stands for.
        now = "now";
        /// The hollow one.
        earlier = "earlier";
        // A page that is told by what stands on the screen.
        and_more(count) = "and {count} more; type more of it";
        no_reviews = "None.";
        lesson_of_list(number, rest) = "Lesson {number}: {rest}";
        question_of_list(number, rest) = "Question {number}: {rest}";
        // A lesson.
        found(at, of, text) = "{at} of {of} for “{text}”:";
        answered_here = "What you were asked before is answered here.";
        end_of_lesson = "End of the lesson.";
        whereabouts(number, title) = "Lesson {number}, {title}.";
        whereabouts_in(number, title, nth, of, section, percent) =
            "Lesson {number}, {title}. You are in section {nth} of {of}, {section}, at {percent} percent.";
        lesson(number, title) = "Lesson {number}: {title}.";
        lesson_about(number, title, time) = "Lesson {number}: {title}, about {time}.";
        promise = "You will be able to:";
        section(nth, of, heading) = "Section {nth} of {of}: {heading}";
        check = "Before you read on, a question:";
        /// Before what is quoted.
        quotation = "Quotation:";
        sides(management, leadership) = "Management: {management} Leadership: {leadership}";
        footnote(number) = "Note {number}:";
        picture(shows) = "Picture: {shows}";
        code = "Code:";
        end_of_code = "End of the code.";
        item_ticked = "ticked:";
        item_not_ticked = "not ticked:";
        table(rows) = "Table, one row:" | "Table, {rows} rows:";
        link(number) = "[link {number}]";
        /// In a field that was left half typed.
        so_far(text) = "So far: {text}";
        // A plan.
        plan_so_far(cue, act) = "So far: if {cue}, then I {act}.";
        plan_cue_so_far(cue) = "So far: if {cue}";
        plan_act_so_far(act) = "So far: then I {act}";
        plan_if(cue) = "If {cue},";
        // What can be typed, all of it.
        can_be_typed = "What can be typed here:";
        after_a_stroke(commands) = "- a command begins with a stroke: {commands}";
        repeat_and_map(repeat, map) = "- {repeat}: says it all again; {map}: to the map";
        end_of_input = "The end of the input, or Ctrl-C, leaves as well. Everything is saved as you go.";
        next_paragraph(on) = "- Enter or {on}: the next paragraph";
        paragraph_before = "the paragraph before";
        /// Between words that mean the same.
        or = "or";
    }
}
