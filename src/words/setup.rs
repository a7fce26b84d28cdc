//! The page before a workshop.

words! {
    /// The page before a workshop.
    setup: Setup {
        title = "Workshop";
        nothing_runs = "nothing is running yet";
        what = "What";
        how_long = "How long";
        how_many = "How many";
        screen = "Screen";
        all_contrasts = "All contrasts of the course";
        not_counted = "not counted";
        dark(rows) = "dark, {rows} rows";
        light(rows) = "light, {rows} rows";
        the_hour = "The hour";
        the_minutes(minutes) = "The {minutes} minutes";
        opening = "Welcome and an opening line";
        slides = "The contrast, with slides";
        vote = "Vote, pairs, vote again, reveal";
        rest = "Break";
        discussion = "Discussion";
        debrief = "Debrief";
        closing = "Closing line and commitment";
        slack = "Slack";
        last_seat(metres) = "On a picture 1.5 m high the last good seat is {metres} m away.";
        key_line = "line";
        key_change = "change";
        key_open = "open the lobby";
        key_leave = "leave";
    }
}
