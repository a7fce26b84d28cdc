//! A group's report.

words! {
    /// A group's report.
    group: Group {
        title(course) = "{course}: a group";
        rules = "First answers count, given after the lesson. Nothing that rests on fewer than five learners is shown, and nothing that anyone wrote: no plan, no note, no open answer.";
        // The line under the title.
        no_learner(day) = "{day}: no learner.";
        too_few(day, least) = "{day}: fewer than {least} learners, too few to say anything without telling of someone.";
        /// How many completed it may be “1 to 4”.
        learners(day, learners, completed) = "{day}: {learners} learners; {completed} have completed the course.";
        doubles(count) = "One export was of a learner who was there before." | "{count} exports were of learners who were there before.";
        one_to_four = "1 to 4";
        // Headings and tables.
        lessons = "Lessons";
        how_many = "How many learners";
        lesson = "Lesson";
        begun = "Begun";
        done = "Done";
        before_and_after = "Before and after";
        gain_is = "The same questions before a lesson and in its first quiz, as means over the group. The gain is what was won of what could be won: under 0.3 is called low, from 0.7 high. It is left out under five questions and where more than 85 % was right before.";
        gains = "What was right, as means";
        of = "Of";
        before = "Before";
        after = "After";
        gain = "Gain";
        learners_and_questions(learners, questions) = "{learners} learners, {questions} questions";
        all_lessons = "All lessons";
        how_sure = "How sure, how right";
        over_all = "Over all questions";
        said = "Said";
        right = "Right";
        promises = "Promises";
        right_of(right, of) = "{right} of {of}";
        questions = "Questions";
        how_to_read(enough) = "Right: the part that had it right the first time. Tells apart: the correlation with the other questions, from −1 to 1. Time: what half took at most. Sure, right: what people promised by how sure they were, and what came of it. Under {enough} answers there are no remarks.";
        questions_of(lesson) = "The questions of lesson {lesson}";
        question = "Question";
        answers = "Answers";
        answered_right = "Right";
        tells_apart = "Tells apart";
        time = "Time";
        sure_right = "Sure, right";
        often_wrong = "Most often wrong";
        remarks = "Remarks";
        seconds(seconds) = "{seconds} s";
        ten_minutes = "10 min or more";
        by_own_rating(percent) = "{percent} by their own rating";
        answered_by_few(least, count) = "Questions that fewer than {least} answered, and that are not shown: {count}.";
        answered_by_none(count) = "Questions that nobody answered: {count}.";
        another_wording(count) = "Answers to another wording than today’s, left out: {count}.";
        // Remarks on a question.
        few_answers = "too few answers to remark on";
        hard = "few had it right: is the key right, and does the lesson say it?";
        easy = "nearly all had it right: does it ask for anything?";
        does_not_tell_apart = "those who had the other questions right had this one right hardly more often";
        tempts_nobody(choice) = "choice {choice} was picked by fewer than one in twenty";
        misleads_the_best(choice) = "the third who know most picked choice {choice} more often than the key";
        too_fast = "half of them answered faster than one can read it";
    }
}
