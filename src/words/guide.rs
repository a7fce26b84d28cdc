//! The guide that is taken along on paper.

words! {
    /// The guide that is taken along on paper.
    guide: Guide {
        title(title, minutes) = "{title}: a workshop of {minutes} minutes";
        stages_caption = "When each stage begins, and how long it takes";
        from = "From";
        minutes = "Minutes";
        stage = "Stage";
        slack = "Slack";
        after_the_vote = "After the first vote";
        gate_caption = "How to go on";
        right = "Right";
        go_on_with = "Go on with";
        below(teach) = "below {teach} %";
        between(teach, reveal) = "{teach} to {reveal} %";
        above(reveal) = "above {reveal} %";
        few_voters = "fewer than five voters";
        contrast_again = "the contrast again, then the vote again";
        pairs = "pairs, then the second vote";
        the_reveal = "the reveal; the minutes go to the slack";
        pairs_no_measure = "pairs: so few are no measure";
        stages = "Stages";
        from_to(left, right) = "From 0, {left}, to 10, {right}.";
        key = "(key)";
        keys = "Keys";
        keys_caption = "Keys on the shared screen and on the console";
        keys_head = "keys";
        what_they_do = "what they do";
        cards = "Cards";
        cards_note = "One set for each person: held up, they are counted faster than fingers.";
    }
}
