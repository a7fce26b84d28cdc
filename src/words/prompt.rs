//! The prompt in lines, and why a line was not taken.

words! {
    /// The prompt in lines.
    prompt: Prompt {
        // What is asked for.
        note = "A note to it";
        words_to_find = "Words to look for";
        what_is_wrong = "What is wrong with it, in a line";
        name_or_number = "A name or a part of one, or the number of one that was found";
        words_or_number = "Words to look for, or the number of a place that was found";
        plan_cue = "If: a situation that will come";
        plan_act = "then I: what you will do in it";
        in_the_way = "What was in the way";
        one_or_two = "1 or 2";
        span(least, most) = "{least} to {most}";
        all_that_are_right = "All that are right, such as 1 3";
        number_for_each_line(count, example) = "{count} numbers, one for each line, such as {example}";
        number_for_each_part(count, example) = "{count} numbers, one for each part, such as {example}";
        numbers_in_order(example) = "The numbers in the order in which they belong, such as {example}";
        word_or_two = "A word or two";
        what_yours_has = "The numbers of what yours has, such as 1 3, or 0 for none";
        own_words = "Lines in your own words, then one with only a full stop";
        more_lines = "More lines, or only a full stop";
        place = "A place from 0 to 10";
        a_number = "a number";
        opens_it = "1 opens it";
        opens_one(all) = "1 to {all} opens one";
        // What Enter does.
        next_step = "Enter takes the next step";
        reads_on = "Enter reads on";
        to_the_question = "Enter goes back to the question";
        starts_the_quiz(questions, time) = "Enter starts the quiz, {questions}, about {time}";
        word_to_the_map(map) = "The word {map} leads to the map";
        opens_the_next = "Enter opens the next lesson";
        goes_back = "Enter goes back";
        goes_on = "Enter goes on";
        saved_goes_on = "Saved. Enter goes on";
        alone_goes_back = "Enter alone goes back";
        alone_goes_back_or_same = "= leaves it as it is; Enter alone goes back";
        alone_not_now = "Enter alone: not now";
        alone_not_now_or_same = "= leaves it as it is; Enter alone: not now";
        alone_leaves_same = "Enter alone leaves it as it is";
        alone_leaves_empty = "Enter alone leaves it empty";
        // What else can be typed.
        /// Where nothing else can be typed.
        only_tells_all = "? tells all";
        tells_all(commands) = "{commands}; ? tells all";
        /// Where a command begins with a stroke.
        stroke_tells_all(commands) = "{commands}; /? tells all";
        answers(answer) = "{answer} answers it";
        tells_a_term(term) = "{term} tells a term";
        lesson_number = "a lesson’s number";
        next_one(next_match) = "{next_match}: the next one";
        stays(back) = "{back} stays";
        to_another_answer(back) = "{back} to another answer";
        of_the_mirror(last, back) = "{last}: the statement before; {back}: leave, kept";
        // Why a line was not taken.
        line_too_long = "That line is too long to be taken. Shorter ones can follow each other.";
        nothing_chosen = "Nothing is chosen yet.";
        nothing_typed = "Nothing is typed yet.";
        nothing_written = "Nothing is written yet. Lines are taken until one with only a full stop.";
        answer_too_long = "An answer cannot be longer. A line with only a full stop ends it.";
        one_number = "One number is taken here.";
        none_of_these(number, least, most) = "There is no {number} here: they are {least} to {most}.";
        twice(number) = "{number} stands there twice; each can stand there once.";
        only_one = "Only one can be chosen, such as 2.";
        how_sure_is_a_number = "How sure is a number from 1 to 4, such as 3.";
        place_is_a_number = "The place is a number from 0 to 10, such as 5.";
        so_many_lines(count, example) = "There are {count} lines, so {count} numbers are needed, such as {example}.";
        so_many_parts(count, example) = "There are {count} parts, so {count} numbers are needed, such as {example}.";
        so_many_steps(count, example) = "There are {count} steps, so {count} numbers are needed, such as {example}.";
        no_further_hint = "There is no further hint.";
        no_such_link = "There is no such link in this paragraph.";
        link_leads_out(target) = "It leads out of the course, to {target}";
        link_by_number(link) = "A link is followed by its number: {link} 1.";
        needs_screens = "That needs the screens, which `contrasts` opens without --plain.";
        no_such_term(name, terms) = "“{name}” is not in the glossary. The word {terms} tells what is.";
        several_lessons(said, lessons) = "“{said}” fits several lessons: {lessons}.";
        no_lesson(number) = "No lesson has the number {number}.";
        means_nothing(said) = "“{said}” means nothing here. ? tells what does.";
        means_nothing_but(said, near) = "“{said}” means nothing here. Did you mean {near}? ? tells what does.";
    }
}
