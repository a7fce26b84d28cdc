//! A question that waits for its answer.

words! {
    /// A question that waits for its answer, and what stands around it.
    quiz: Quiz {
        before_you_read = "Before you read";
        in_passing = "In passing";
        missed_ones = "Missed ones";
        weakest_ten = "Weakest ten";
        review = "Review";
        quiz = "Quiz";
        question_of(at, of) = "question {at} of {of}";
        questions = "Questions";
        state_answered = "answered";
        state_right = "right";
        state_kept = "kept";
        state_not_quite = "not quite";
        state_here = "here";
        state_skipped = "skipped";
        sent_to_paragraph = "Missed three times. Enter opens the paragraph that answers it; Esc there goes on.";
        what_is_wrong = "what is wrong with it?";
        doubt_noted = "Noted with your data, and part of your report. Thank you.";
        nothing_went_wrong = "Nothing you answered so far went wrong. What you have not answered waits in the lessons.";
        no_other_open = "No other question is open; this one waits, today or another day.";
        hint = "Hint";
        nth_hint(nth) = "Hint {nth}";
        how_sure_are_you = "How sure are you?";
        several_may_be_right = "Several may be right: a digit or Space ticks.";
        ticked(count) = "{count} ticked";
        placed(placed, of) = "{placed} of {of} placed";
        lifted = "lifted";
        choose_and_lift = "Arrows choose a step, Space lifts it.";
        type_your_answer = "Enter, and type your answer.";
        words_written(count) = "{count} word" | "{count} words";
        does_yours_have = "Does yours have";
        yours = "Yours";
        model = "A model";
        words_in_brackets(count) = "({count} word)" | "({count} words)";
        what_came_of_it = "WHAT CAME OF IT";
        not_placed_yet = "not placed yet: ← and →, or a digit";
        lean_none = "as much the one as the other";
        lean_little(pole) = "a little more {pole}";
        lean_somewhat(pole) = "somewhat more {pole}";
        lean_much(pole) = "much more {pole}";
        lean_only(pole) = "only {pole}";
        key_note_it = "note it";
        key_how_sure = "how sure";
        key_other_answer = "other answer";
        key_skip = "skip";
        key_paragraph = "paragraph";
        key_next = "next";
        key_all_reasons = "all reasons";
        key_see = "see";
        key_undo = "undo";
        key_faulty = "faulty";
        key_hint = "hint";
        key_answer = "answer";
        key_other_keys = "other keys";
        key_compare = "compare";
        key_tick = "tick";
        key_done = "done";
        key_write_on = "write on";
        key_editor = "editor";
        /// A digit places the line in a bin.
        key_place = "place";
        key_line = "line";
        /// A digit gives the part its sentence.
        key_give = "give";
        key_part = "part";
        key_lift = "lift";
        key_move = "move";
        /// A digit brings the step to that place.
        key_to_place = "to place";
        key_along = "move";
        key_keep = "keep";
        key_take_it = "take it";
        key_take_them = "take them";
    }
}
