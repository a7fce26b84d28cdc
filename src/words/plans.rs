//! If-then plans: making one, all of them, and how one went.

words! {
    /// If-then plans.
    plans: Plans {
        why = "One situation that will come, and one thing you will do in it. A plan with a cue is carried out more often than a good intention.";
        yours = "Your plan";
        yours_after(lesson) = "{lesson} · Your plan";
        /// Over the field of the situation.
        cue = "If";
        /// Over the field of what to do in it.
        act = "then I";
        half_cue(cue) = "If {cue},";
        half_act(act) = "then I {act}.";
        /// Words with which a learner may begin the situation though they stand before it already, in this order.
        begins_cue = "if";
        begins_act = "then i";
        /// Words that name no moment, with blanks between them.
        vague_words = "again always anytime better constantly eventually ever everywhere frequently generally later less more much never now often once regularly someday sometimes soon usually";
        /// Words that hold others together and say nothing alone, with blanks between them.
        small_words = "a am an and as at be can do for have i if in is it my of on or possible so than that the then there to try want when will";
        asked_on(days) = "You will be asked how it went on {days}.";
        no_cue = "A plan waits for a moment: a place, a time, a person. For instance: “I hand over the supplier visits on Thursday”.";
        vague_cue(cue) = "“{cue}” comes at no moment you could notice. For instance: “I hand over the supplier visits on Thursday”.";
        short_cue = "A little more, so that you know the moment when it comes. For instance: “I hand over the supplier visits on Thursday”.";
        no_act = "And what will you do then? For instance: “say what they are for, and ask to hear it back”.";
        is_kept = "Your plan is kept. The map lists your plans.";
        key_field = "field";
        key_keep = "keep";
        key_as_it_was = "as it was";
        key_not_now = "not now";
        title = "Plans";
        count(count) = "{count} plan" | "{count} plans";
        none = "There is no plan. The end of a quiz asks for one.";
        lesson_is_gone = "A lesson that is gone";
        made = "made";
        asked_on_the_map = "asked on the map";
        will_be_asked = "will be asked";
        went_with(went, obstacle) = "{went}: {obstacle}";
        key_revise = "revise";
        key_choose = "choose";
        key_take_off = "take off";
        key_back = "back";
        key_put_back = "put back";
        did_it = "did it";
        partly = "partly";
        did_not = "not";
        made_on(day) = "made on {day}";
        how_did_it_go = "How did it go?";
        what_was_in_the_way = "What was in the way?";
        you_did = "You did it. The line may stay empty.";
        you_did_some = "You did some of it. The line may stay empty.";
        you_did_not = "You did not. The line may stay empty.";
        and_the_plan = "And the plan?";
        keep_until(day) = "keep it as it is; you will be asked again on {day}";
        keep_unasked = "keep it as it is; you will not be asked again";
        revise_it = "revise it";
        key_say_it = "say it";
        key_map = "map";
        key_another_word = "another word";
        key_take_it = "take it";
    }
}
