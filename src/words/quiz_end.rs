//! The end of a quiz.

words! {
    /// The end of a quiz.
    quiz_end: QuizEnd {
        done = "done";
        passed(right, of, needed) = "{right} of {of} right: passed ({needed} needed)";
        not_passed_yet(right, of, needed) = "{right} of {of} right: not passed yet ({needed} needed)";
        of_the_worst(right, of) = "{right} of {of} right of those that went worst";
        of_the_missed(right, of) = "{right} of {of} right of those missed before; only a whole quiz is passed or not";
        asked_before(before, after, of) = "asked before: {before} → {after} of {of}";
        you_can = "You can";
        certain_and_wrong = "Certain and wrong";
        missed = "Missed";
        key_how_sure = "how sure";
        key_plan = "plan";
        key_again = "again";
        key_go_on = "go on";
        key_look = "look";
        key_see = "see";
        key_missed_again = "missed again";
        key_all_again = "all again";
    }
}
