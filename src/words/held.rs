//! What a workshop came to: its report, and what to do otherwise.

words! {
    /// The report of a workshop.
    held: Held {
        workshop_on(title, day) = "{title}: a workshop on {day}";
        rehearsal_on(title, day) = "{title}: a rehearsal on {day}";
        held(planned, held, counted) = "Planned {planned}, held {held}. {counted}";
        held_and_rested(planned, held, rested, counted) = "Planned {planned}, held {held}, {rested} of it breaks that were not planned. {counted}";
        by_hand = "Votes were counted by hand.";
        nobody_was_there(crowd, seed) = "Nobody was there: the room was made up ({crowd}, seed {seed}).";
        /// Rooms that are made up.
        small = "small";
        split = "split";
        sleepy = "sleepy";
        expert = "expert";
        plan_and_actual = "Plan and actual";
        next_time = "Next time";
        nothing_stands_out = "Times and votes were as planned; nothing stands out.";
        run(asks, run, of) = "{asks} (run {run} of {of})";
        from_to(left, right) = "From 0, {left}, to 10, {right}.";
        gain(gain) = "Normalised gain: {gain} of what there was to gain.";
        gain_lost(gain) = "Normalised gain: {gain}; fewer were right than before.";
        /// A place of a line, and where half of the room is.
        place(middle, low, high) = "{middle}, half from {low} to {high}";
        middle(place) = "The middle of the room: {place}.";
        middles(first, last) = "The middle of the room: at first {first}; at the end {last}.";
        middle_stands = "It stands where it stood.";
        middle_moved(by) = "It moved by {by}.";
        hands_caption = "Hands for each line, in both rounds";
        line = "Line";
        first = "First";
        then = "Then";
        of_all = "Of all";
        shift = "Shift";
        stages_caption = "What each stage was to take, and what it took";
        stage = "Stage";
        plan = "Plan";
        ran = "Ran";
        difference = "Difference";
        rehearsed = "Rehearsed";
        dropped = "dropped";
        passed_over = "passed over";
        /// What to do otherwise.
        longer(time) = "It took {time} longer than it was to: plan less, or more minutes.";
        shorter(time) = "It ended {time} before its time: there is room for talk, or plan fewer minutes.";
        took(title, took, plan) = "“{title}” took {took} instead of {plan}.";
        quoted(title) = "“{title}”";
        dropped_stages(titles) = "Dropped to catch up: {titles}. Plan them in more minutes, or leave them out.";
        few_took_part(voted, people, asks) = "{voted} of {people} took part in “{asks}”: ask what kept the others from it.";
        right_at_once(percent) = "{percent} % were right at once: a harder question gives pairs more to talk about.";
        pairs_fewer(percent) = "After the pairs {percent} % were right, fewer than before: other reasons, or the contrast once more.";
        pairs_same(percent) = "After the pairs {percent} % were right, as before: other reasons, or the contrast once more.";
        pairs_small(percent) = "After the pairs {percent} % were right, a small gain: other reasons, or the contrast once more.";
        wrong_won(letter, hands) = "{letter} won {hands} in the pairs though it is wrong: say aloud why it tempts.";
    }
}
