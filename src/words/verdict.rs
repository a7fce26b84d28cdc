//! A question that was answered.

words! {
    /// A question that was answered: right or not, and why.
    verdict: Verdict {
        right = "Right.";
        not_quite = "Not quite.";
        /// How every sentence begins that says an answer was not right; it has the colour of the verdict.
        not_quite_head = "Not quite";
        kept(place) = "Kept: {place}. There is no right answer.";
        found(found, of) = "You found {found} of {of} in yours.";
        of_100(score) = "{score} of 100 for the way you took.";
        right_forgiven(word, slip) = "Right: {word}. {slip}";
        slip_changed_places = "Two letters changed places, which is forgiven.";
        slip_too_many = "A letter too many, which is forgiven.";
        slip_missing = "A letter is missing, which is forgiven.";
        slip_another = "One letter is another, which is forgiven.";
        slip_two = "Two slips in a long word, which are forgiven.";
        right_all(number) = "Right, all {number}.";
        right_pairs(right, of) = "Right in the main: {right} of {of} pairs in order.";
        not_quite_pairs(right, of) = "Not quite: {right} of {of} pairs in order.";
        right_in_the_main(right, of) = "Right in the main: {right} of {of}.";
        not_quite_parts(right, of) = "Not quite: {right} of {of}.";
        certain_and_wrong = "You were certain, so this question comes back first.";
        guessed_right = "It was a guess.";
        was_guess = "You were guessing.";
        was_maybe = "You held it for possible.";
        was_fairly = "You were fairly sure.";
        was_certain = "You were certain.";
        with_one_hint = "With one hint.";
        with_hints(number) = "With {number} hints.";
        /// Goes before the bin.
        belongs_to = "belongs to";
        /// Goes before the sentence.
        belongs_with = "belongs:";
        nothing_written = "nothing";
        belongs = "belongs";
        does_not_belong = "does not belong";
        /// Goes before its reasons.
        difference = "The difference";
        your_choice = "Your choice:";
        right_choice = "Right:";
        left_over = "Left over:";
        sound_order = "In a sound order";
        quoted(word) = "“{word}”";
        right_is(words) = "Right is {words}.";
        score(score) = "{score} of 100";
        road_not_taken = "The road not taken";
    }
}
