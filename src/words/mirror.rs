//! The mirror: its statements, its picture, the same in words, and what to practise.

words! {
    /// The mirror.
    mirror: Mirror {
        no_statements = "This course’s mirror has no statements.";
        doing = "What I do";
        need = "What I need";
        not_yet = "not yet";
        statements(count) = "{count} statement" | "{count} statements";
        statement_at(at, of) = "statement {at} of {of}";
        /// Over a statement that asks how well others cover a pole; the form's own question follows.
        calls_for(pole, question) = "It calls for {pole}. {question}";
        both_poles(management, leadership) = "{management} and {leadership}";
        key_begin = "begin";
        key_back = "back";
        key_answer = "answer";
        key_last_one = "last one";
        key_leave = "leave, kept";
        key_again = "again";
        key_report = "report";
        key_in_words = "in words";
        key_map = "map";
        key_on = "on";
        key_picture = "picture";
        key_what_to_practise = "what to practise";
        key_what_i_need = "what I need";
        management = "management";
        leadership = "leadership";
        not_enough = "not enough to say";
        strong_lean(pole) = "strong lean to {pole}";
        leaning(pole) = "leaning to {pole}";
        about_even = "about even";
        seldom = "seldom either";
        fair = "a fair amount";
        great = "a great deal";
        fair_of_both = "a fair amount of both";
        great_of_both = "a great deal of both";
        /// Where a contrast leans, and how much there is of both.
        line(leaning, amount) = "{leaning}, {amount}";
        one_answer_only = "one answer only";
        clear_change = "a clear change";
        how_to_read = "How to read it";
        read_bar = "A bar leans to what you reported more often; without one, both came about equally often.";
        read_circle(day) = "{day}; only a clear difference is spoken of";
        day_in_words(day) = "{day}, in words";
        in_words = "in words";
        tilt_and_strength(tilt, strength) = "tilt {tilt}   strength {strength}";
        compared(day) = "Where nothing is said of {day}, there is no clear difference from it.";
        not_enough_sentence = "You reported no opportunity where it would be needed, so there is not enough to say. Who near you had one?";
        only_one_answer(pole) = "Only one answer speaks for {pole}.";
        change_towards(day, pole) = "Since {day} there is a clear change towards {pole}.";
        strongly_management(management, leadership) = "In the last three months you reported {management} much more often than {leadership}. If your role’s main risk is unreliability, that may be exactly right. Where did {leadership} get squeezed out, and did anyone miss it?";
        rather_management(management, leadership) = "You reported {management} somewhat more often than {leadership}. Is that a choice, a habit, or what the quarter demanded?";
        even_great(management, leadership) = "You reported both {management} and {leadership} often. What makes that possible, and what does it cost you?";
        even_fair(management, leadership) = "You reported {management} and {leadership} about equally, sometimes each. Which of the two would your role notice more of?";
        even_seldom(management, leadership) = "You reported little of either {management} or {leadership}. Perhaps others supply them, or the occasion did not arise. Who does this for your team?";
        rather_leadership(management, leadership) = "You reported {leadership} somewhat more often than {management}. Who turns the one into the other?";
        strongly_leadership(management, leadership) = "You reported {leadership} much more often than {management}. If your team’s trouble is lack of direction, good. If promises slip, who is holding them?";
        pulls_apart = "Some answers pull against each other. That happens when we answer quickly, or when weeks differ a lot. You might look at those statements again.";
        what_to_practise = "What to practise";
        build(pole) = "Build {pole}";
        ease_off(pole) = "Ease off {pole}";
        build_sentence(poles) = "Build {poles}.";
        ease_off_sentence(pole) = "Ease off {pole}.";
        two_poles(one, other) = "{one} and {other}";
        how_to_ease_off = "You reported more of it than the role needs just now. Which part of it never finds or changes anything? Halve that first: it makes room.";
        nothing_to_build = "Nothing that your role needs much was reported seldom. Which of your ratings would someone else dispute?";
        one_practice = "One practice a week is plenty. Where the need will pass within weeks, think of borrowing someone or pairing up.";
        as_they_are = "As they are";
        next_in_line = "next in line";
        much_done = "much done";
        near_enough = "near enough";
        for_another_time(poles) = "{poles}: for another time";
        what_do_you_leave(poles) = "{poles}: what do you leave for it?";
        figures(needed, reported, gap) = "needed {needed}   reported {reported}   gap {gap}";
        first_step = "first step";
        feedback = "feedback from";
        sign = "by day 60";
        watch_out = "watch out for";
    }
}
