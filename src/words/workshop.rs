//! What a workshop is made of: the stages of its agenda with what the facilitator is told of them, and what is proposed on the way.

words! {
    /// The stages of a workshop, and what is proposed on the way.
    workshop: Workshop {
        lobby = "Lobby";
        lobby_note = "Ask the back row. Begin on time for those who came on time.";
        welcome = "Welcome";
        /// On the slide of one lesson, over what it promises.
        what_for = "What for";
        welcome_note = "Who is here, what we do, when we end. Hands decide what we talk about; nobody is called upon.";
        the_contrast = "The contrast";
        card_note = "Two kinds of work, both needed. Which did you do last, before this?";
        either_alone = "Either one alone";
        /// Where a lesson names no poles: as heads of a slide.
        management = "Management";
        leadership = "Leadership";
        /// The same at the ends of a line.
        management_end = "management";
        leadership_end = "leadership";
        opening_line = "Opening line";
        opening_line_note = "A line with eleven places, 0 to 10. There is no right end. Type how many stand where.";
        opening_poll = "Opening poll";
        opening_poll_note = "Hands up for one of them. There is no right answer.";
        opening_reveal = "What we said";
        opening_reveal_note = "Ask two people what is behind their hand.";
        which_work = "Your next free hour: to which work does it go?";
        closing_line = "Closing line";
        closing_line_note = "The same line as at the beginning. No end of it is better.";
        both_lines = "Both lines";
        both_lines_note = "Ask someone who moved, and someone who did not.";
        commitment = "Commitment";
        commitment_note = "Two quiet minutes, then pairs. Read none aloud that was not offered.";
        one_sentence = "One sentence for next week.";
        rest = "Break";
        rest_note = "Say when we go on, and go on then.";
        discussion = "Discussion";
        to_discuss = "To discuss";
        expect(point) = "Expect: {point}";
        debrief = "Debrief";
        debrief_note = "One question, three answers, no verdicts.";
        with_us = "And with us?";
        on_the_chart(point) = "On the chart: {point}";
        where_last = "Where did you last see this at work?";
        vote_once = "Vote, round 1";
        vote_again = "Vote, round 2";
        vote_note = "Silent, each for oneself. Do not name the key yet.";
        line_note = "Silent, each for oneself. No end is right.";
        /// Before what makes the difference.
        key_is(letter) = "{letter} is right.";
        is_right(letter, why) = "{letter} is right: {why}";
        gate = "Gate";
        gate_note = "Decide how to go on. The room does not see how votes fell.";
        if_few(reteach) = "If few are right: {reteach}";
        pairs = "Pairs";
        pairs_note = "Walk about and listen.";
        reveal = "Reveal";
        close = "Close";
        /// What is proposed.
        teach = "Show the contrast again, then vote again.";
        then_pairs = "Pairs, then vote again.";
        reveal_now = "Reveal now; the minutes go to the slack.";
        drop_slide(title) = "Drop the slide “{title}”";
        drop_discussion = "Drop the discussion";
        drop_debrief = "Drop the debrief";
        drop_vote = "Drop the second vote and keep the pairs";
        /// What is dropped, and what that saves.
        saves(dropped, time) = "{dropped}: saves {time}.";
        take_up(title) = "Take up again what was dropped: {title}";
        time_for_more = "Time for more: another example, or two minutes of questions.";
    }
}
