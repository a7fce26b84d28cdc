//! A question in lines: before its answer, and after it.

words! {
    /// A question in lines.
    asked: Asked {
        question(at, of) = "Question {at} of {of}:";
        question_before(at, of) = "Question {at} of {of}, before you read:";
        question_in_passing(at, of) = "Question {at} of {of}, in passing:";
        question_missed(at, of) = "Question {at} of {of}, of those you missed:";
        question_weakest(at, of, lesson) = "Question {at} of {of} of the weakest, from “{lesson}”:";
        question_of_review(at, of, lesson) = "Question {at} of {of} of the review, from “{lesson}”:";
        how_sure(words) = "How sure are you? {words}.";
        hint(nth, of, hint) = "Hint {nth} of {of}: {hint}";
        several = "Several may be right:";
        line(nth, text) = "Line {nth}: {text}";
        bins(bins) = "Each line goes to: {bins}.";
        part(nth, text) = "Part {nth}: {text}";
        sentences = "Each part gets one of these:";
        yours(text) = "Yours: {text}";
        model(text) = "A model: {text}";
        does_yours_have = "Does yours have:";
        from_to(left, right) = "From 0, only {left}, by way of 5, as much the one as the other, to 10, only {right}.";
        ticked_so_far(numbers) = "Ticked so far: {numbers}.";
        so_far(numbers) = "So far: {numbers}.";
        none = "none";
        written_so_far(text) = "You wrote so far: {text}";
        came_of_it(outcome) = "What came of it: {outcome}";
        // After the answer. Where a reason follows, a colon and the reason stand behind; else a full stop.
        right_because(why) = "Right, because: {why}";
        difference(difference) = "The difference: {difference}";
        missed_three_times(back) =
            "Missed three times. Enter opens the paragraph that answers it; {back} goes on from there.";
        no_other_reasons = "There are no other reasons.";
        other_reasons = "All the other reasons:";
        order = "In a sound order:";
        right_is(words) = "Right is {words}.";
        chose(number, text) = "You chose {number}, {text}";
        right_choice(number, text) = "Right is {number}, {text}";
        not_right(number, text) = "Not {number}, {text}";
        ticked_belongs(number, text) = "{number}, {text}, ticked, and it belongs";
        unticked_belongs(number, text) = "{number}, {text}, not ticked, but it belongs";
        ticked_not(number, text) = "{number}, {text}, ticked, but it does not belong";
        unticked_not(number, text) = "{number}, {text}, not ticked, and it does not belong";
        line_belongs(number, text, bin) = "Line {number}, {text}, belongs to {bin}";
        line_went(number, text, given, bin) = "Line {number}, {text}, you gave it to {given}; it belongs to {bin}";
        part_got(part, given) = "{part}: you gave it {given}.";
        left_over(why) = "That one is left over: {why}";
        part_belongs(part, sentence) = "{part} belongs to {sentence}";
        step(nth, score, text) = "Step {nth}, {score} of 100: {text}";
        not_taken(text) = "The road not taken: {text}";
    }
}
