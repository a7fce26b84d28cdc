//! Progress as a page.

words! {
    /// Progress as a page.
    overview: Overview {
        title = "Progress";
        lessons_done(done, all, time) = "{done} of {all} lessons · {time} so far";
        still_with_you = "Still with you today";
        mean_recall = "mean recall";
        nothing_asked = "nothing asked yet";
        nothing_yet = "Nothing yet. What a quiz asks is asked again on later days, and stands here.";
        to_come = "Reviews to come";
        in_two_weeks(count) = "{count} in two weeks";
        today_of_waiting(today, waiting) = "Today {today} of {waiting} that wait";
        how_sure = "How well you know what you know";
        too_few(least) = "From {least} answers on, this says how sure you are against how right.";
        objectives = "Objectives";
        mastered_of(mastered, all) = "{mastered} of {all} mastered";
        mastered_is = "Mastered is what was right in the quiz, and right once more on a later day.";
        today = "today";
        right_once = "right once";
        right_of(right, all) = "{right} of {all}";
        not_asked = "not asked";
        time = "Time";
        weekly_goal = "Weekly goal";
        this_week(time) = "this week {time} so far";
        met_last_week(time) = "met last week, this week {time} so far";
        not_met_last_week(time) = "not met last week, this week {time} so far";
        met_in(met, weeks, time) = "met in {met} of the last {weeks} weeks, this week {time} so far";
        plans = "Plans";
        asked_now = "asked now";
        done = "done";
        kept = "Kept";
        kept_with_notes(notes, kept) = "{kept}, {notes} note" | "{kept}, {notes} notes";
        key_scroll = "scroll";
        key_review = "review";
        key_how_sure = "how sure";
        key_report = "report";
        key_map = "map";
    }
}
