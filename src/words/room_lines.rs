//! A workshop in lines: what whoever holds it hears and types.

words! {
    /// A workshop in lines.
    room_lines: RoomLines {
        not_written(why) = "Not written down: {why}.";
        is_paused = "A pause: the clock stands.";
        is_blank = "Nothing is shown; the clock runs.";
        is_resting = "A break; the stage waits.";
        workshop(course) = "A workshop, {course}.";
        lesson_chosen(number, title, minutes, people) = "What: lesson {number}, {title}. How long: {minutes} minutes. How many people: {people}.";
        all_chosen(minutes, people) = "What: all contrasts. How long: {minutes} minutes. How many people: {people}.";
        not_counted = "not counted";
        for_you(note) = "For you: {note}";
        lobby(title, minutes, begins) = "{title}, {minutes} minutes. It begins at {begins}.";
        find_someone = "Find someone who voted otherwise. Convince them.";
        one_sentence = "One sentence for next week: if a situation that will come, then I will do one thing in it.";
        write_it_down = "Write it down. Read it to your neighbour.";
        thank_you = "Thank you. Votes were counted by hand and have no names.";
        from_to(left, right) = "From 0, {left}, to 10, {right}.";
        key_is(letter) = "For you: the key is {letter}.";
        is_closed(counts) = "The vote is closed: {counts}.";
        at_first(counts) = "At first: {counts}.";
        now(counts) = "Now: {counts}.";
        middle(middle, low, high) = "The middle stands at {middle}, half from {low} to {high}.";
        /// A line in the first round and in the second.
        then(first, second) = "{first}; then {second}";
        key_line(letter, text, counts) = "{letter}. The key. {text}: {counts}.";
        because(why) = "Because: {why}";
        /// So many at a place of a line.
        at_place(place, count) = "at {place} {count}";
        nobody_voted = "nobody has voted";
        enter_begins = "Enter begins";
        enter_goes_on = "Enter goes on";
        enter_next_point = "Enter: the next point";
        enter(title) = "Enter: {title}";
        word_ends(quit) = "{quit} ends it";
        a_place_each = "a place from 0 to 10 for each person, such as 3 3 7";
        a_count_each(lines, example) = "{lines} counts, such as {example}, or a letter for each hand";
        voted(votes, counts, how, next) = "{votes} voted, {counts}; {how}; {next}" | "{votes} voted, {counts}; {how}; {next}";
        voted_of(votes, people, counts, how, next) = "{votes} of {people} voted, {counts}; {how}; {next}";
        /// What can be typed, once it goes on and before it begins.
        can_be_typed(words) = "{words}; ? tells all";
        can_be_chosen(lesson, all, minutes, people, quit) = "{lesson} 3 or {all}, {minutes} 45, {people} 20, {quit}";
        last_call = "Last call: the time of this stage is over.";
        left(time) = "{time} left of this stage.";
        gone_on_time(gone, plan) = "{gone} gone, plan {plan}: on time.";
        gone_late(gone, plan, late) = "{gone} gone, plan {plan}: {late} late.";
        gone_ahead(gone, plan, ahead) = "{gone} gone, plan {plan}: {ahead} ahead.";
        accept_does_it(proposed, accept) = "{proposed} The word {accept} does it.";
        dropped = "dropped";
        you_are_here = "you are here";
        no_such_lesson = "There is no such lesson, or there are several.";
        takes_minutes(minutes) = "A workshop takes 15 to 480 minutes, such as {minutes} 45.";
        no_notes = "There are no notes to this stage.";
        stages(last, agenda) = "The stages are 1 to {last}; the word {agenda} tells them.";
        no_vote = "No vote is open.";
        places = "A place is a number from 0 to 10, one for each person.";
        counts_needed(lines, example) = "There are {lines} lines, so {lines} counts are needed, such as {example}.";
        unknown(said) = "“{said}” means nothing here. ? tells what does.";
        help = "What can be typed here:";
        help_words(time, agenda, go, notes, people) = "- {time}: how it stands; {agenda}: every stage; {go} 3: to the third; {notes}: what to say; {people} 20: so many are here";
        help_leave(quit) = "What happens is written down at once. The end of the input, or {quit}, leaves; contrasts present --resume goes on.";
        is_kept = "the workshop is kept; `contrasts present --resume` goes on with it";
        report_is_in(file) = "the report is in {file}, the counts beside it";
        no_report(file, why) = "the report could not be written: {file}: {why}";
        /// The console in lines.
        is_lost = "The shared screen does not answer; contrasts present --resume goes on.";
        is_other = "This console reads other texts than the shared screen shows. Open it with the same --course.";
        nothing_here = "No workshop is running on this machine for this course.";
        open_one = "Open one with contrasts present in another terminal; it is told here by itself.";
        enter_looks_again = "Enter looks again";
        /// Words that are typed in a workshop alone; the English ones are understood as well.
        word_next = "next";
        word_reveal = "reveal";
        word_pause = "pause";
        word_break = "break";
        word_blank = "blank";
        word_accept = "accept";
        word_time = "time";
        word_agenda = "agenda";
        word_go = "go";
        word_notes = "notes";
        word_people = "people";
        word_lesson = "lesson";
        word_all = "all";
        word_minutes = "minutes";
    }
}
