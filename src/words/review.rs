//! Review: on the map, before it begins, and at its end.

words! {
    /// Review.
    review: Review {
        title = "Review";
        about(time) = "about {time}";
        /// On a narrow map; the share is `5` or `5 of 17`.
        share_short(share, about) = "Review {share}, {about}";
        share_of(due, waiting) = "{due} of {waiting}";
        new_questions(count) = "{count} new question" | "{count} new questions";
        /// What a row of the map says, in forms from long to short. The first hole is how many wait, the share is `5` or `5 of 17`.
        waiting_questions(waiting, share) = "{share} waiting question" | "{share} waiting questions";
        waiting_short(share) = "{share} waiting";
        /// One waits, and that is one.
        with_certain_and_wrong(what) = "{what}, certain and wrong";
        with_errors(what, errors) = "{what}, {errors} of them certain and wrong";
        with_new(what, fresh) = "{what}, and {fresh}";
        new_of_your_lessons(fresh) = "{fresh} of the lessons you took";
        nothing_waits_header = "nothing waits";
        today_short(today) = "{today} today";
        today_about(today, time) = "{today} today · about {time}";
        waiting_done(waiting) = "{waiting} waiting, done for today";
        waiting_today(waiting, today, time) = "{waiting} waiting, {today} today · about {time}";
        nothing_in_review = "Nothing is in review yet. A question comes into it with its first answer in a quiz, and is asked again when you are about to forget it.";
        stands_open = "A review of today stands open. Enter goes on with it.";
        nothing_waits = "Nothing waits.";
        waits(count) = "{count} question waits." | "{count} questions wait.";
        away(count, days) = "You were away for {days} days, and {count} question waits." | "You were away for {days} days, and {count} questions wait.";
        today_is_done = "Today's share is done; the others wait for the coming days.";
        level_by(number, day) = "{number} a day bring you level by {day}.";
        at_risk(today) = "Today's {today} are those most at risk; the others are spread over the coming weeks.";
        missed_comes_first(count, number) = "The one you were certain of and missed comes first." | "The {number} you were certain of and missed come first.";
        come_new(count, number) = "one question is new, from the lessons you took." | "{number} questions are new, from the lessons you took.";
        comes_tomorrow(count, number) = "Nothing waits today; one comes tomorrow." | "Nothing waits today; {number} come tomorrow.";
        comes_today(count, number) = "Nothing waits today; one comes today." | "Nothing waits today; {number} come today.";
        comes_on(count, number, day) = "Nothing waits today; one comes on {day}." | "Nothing waits today; {number} come on {day}.";
        today = "Today";
        questions = "questions";
        still_with_you = "Still with you";
        mean_recall = "mean recall";
        recall_before(percent) = "before {percent} %";
        just_learnt = "just learnt";
        recall(percent) = "{percent} %";
        key_go_on = "go on";
        key_start = "start";
        key_five_more = "five more";
        key_map = "map";
        key_look = "look";
        key_see = "see";
        key_missed = "missed again";
        done_for_today = "done for today";
        done = "done";
        right_of(right, all) = "{right} of {all} right.";
        wait_still(count) = "{count} waits still." | "{count} wait still.";
        wait_and_tomorrow(waiting, number) = "{waiting} wait still; tomorrow brings {number}.";
        right_this_time(count, number) = "a question of which you had been certain, and wrong, was right this time." | "{number} questions of which you had been certain, and wrong, were right this time.";
    }
}
