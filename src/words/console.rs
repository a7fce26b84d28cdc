//! The console of whoever holds a workshop.

words! {
    /// The console of whoever holds a workshop.
    console: Console {
        title = "Console";
        nothing_runs = "no workshop is running";
        nothing_here = "No workshop is running on this machine for this course.";
        open_one = "Open one with `contrasts present` in another terminal; it appears here by itself.";
        is_lost = "The shared screen does not answer; `contrasts present --resume` goes on.";
        is_other = "This console reads other texts than the shared screen shows. Open it with the same `--course`.";
        not_written(why) = "Not written down: {why}.";
        type_people = "how many people are here";
        no_vote = "no vote is open";
        type_counts(lines) = "{lines}, a blank between";
        too_many(counts, lines) = "{counts} numbers, {lines} lines";
        counts(counts, lines, total) = "{counts} of {lines}, {total} in all";
        title_and_minutes(title, minutes) = "{title} · {minutes} min";
        not_begun = "not begun";
        on_time = "on time";
        late(time) = "{time} late";
        ahead(time) = "{time} ahead";
        gone_stands(gone) = "{gone} gone · the clock stands";
        gone(gone, plan, how) = "{gone} gone · plan {plan} · {how}";
        last_rehearsal(time) = "in the last rehearsal {time}";
        notes = "Notes";
        key_notes = "notes";
        key_rest_of_notes = "the rest of the notes";
        voted(votes) = "{votes} have voted" | "{votes} have voted";
        voted_of(votes, people) = "{votes} of {people} have voted";
        placed(votes) = "{votes} have a place" | "{votes} have a place";
        placed_of(votes, people) = "{votes} of {people} have a place";
        is_blank = "the screen is blank";
        is_paused = "paused";
        is_resting = "a break";
        people_come = "people come in";
        people(count) = "{count} people" | "{count} people";
        points(shown, of) = "{shown} of {of} points";
        first_is_closed = "the first round is closed";
        /// The key is `q`.
        at_close = "q in the room writes the report";
        left(time) = "{time} left";
        begins_in(time) = "in {time}";
        time_of(spent, budget) = "{spent} of {budget}";
        middle(middle, low, high) = "The middle stands at {middle}, half from {low} to {high}.";
        nobody_stands = "Nobody stands on it yet.";
        gate(teach, reveal) = "below {teach} % teach, above {reveal} % reveal";
        /// How the first round fell, and what to do then.
        few_voted(few, then) = "Fewer than {few} voted: {then}";
        half_right(then) = "Half are right: {then}";
        part_right(percent, then) = "{percent} % are right: {then}";
        then_teach = "show the contrast again, then vote.";
        then_pairs = "pairs, then again.";
        then_reveal = "reveal now.";
        agenda = "Agenda";
        /// Heads of narrow columns.
        plan = "plan";
        ran = "ran";
        dropped = "drop";
        slack = "Slack";
        the_gate = "The gate";
        late_and_slack(late, slack) = "{late} late, slack {slack}";
        for_you = "for you alone";
        no_notes = "No notes.";
        next(title) = "Next: {title}";
        key_do_it = "do it";
        key_take = "take";
        key_leave = "leave";
        key_go_on = "go on";
        key_next_point = "next point";
        key_close_vote = "close the vote";
        key_people = "people";
        key_light = "light or dark";
        key_count = "count";
        key_undo = "undo";
        key_reveal = "reveal";
        key_blank = "blank";
        key_pause = "pause";
        key_go_to = "go to";
        key_back = "back";
        key_scroll = "scroll";
    }
}
