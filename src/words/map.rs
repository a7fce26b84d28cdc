//! The map of the course.

words! {
    /// The map of the course.
    map: Map {
        lessons_done(done, all) = "{done} of {all} lessons";
        lessons_done_to_go(done, all, time) = "{done} of {all} lessons · {time} to go";
        how_did_it_go = "How did it go?";
        done = "Done";
        all_passed = "You have passed every quiz. Any lesson can be read again.";
        all_passed_short = "every quiz is passed";
        about(time) = "about {time}";
        begin = "Begin";
        carry_on = "Carry on";
        the_quiz = "The quiz";
        the_quiz_again = "The quiz again";
        /// A section of the lesson, as it stands alone.
        section(section) = "“{section}”";
        question_of(at, of) = "question {at} of {of}";
        /// What one was typing.
        your_plan = "your plan";
        how_your_plan_went = "how your plan went";
        wrong_with_a_question = "what is wrong with a question";
        your_note = "your note to a passage";
        no_promise = "read it; it promises nothing";
        lessons = "Lessons";
        in_all(time) = "{time} in all";
        mirror = "What I do";
        kept = "Kept passages";
        kept_short = "Kept";
        plans = "Plans";
        how_sure = "How sure, how right";
        quiz_at(at, of) = "quiz, {at} of {of}";
        read_quiz_to_come = "read, quiz to come";
        quiz = "Quiz";
        known_before = "known before";
        read_to(percent) = "read to {percent} %";
        read = "read";
        passed(right, of) = "passed, {right} of {of}";
        not_yet(right, of) = "not yet, {right} of {of}";
        key_say_it = "say it";
        key_review = "review";
        key_read = "read";
        key_open = "open";
        key_begin = "begin";
        key_take_it = "take it";
        key_carry_on = "carry on";
        key_choose = "choose";
        key_leave = "leave";
        key_search = "search";
        key_by_name = "by name";
        key_progress = "progress";
    }
}
