//! The shared screen of a workshop.

words! {
    /// The shared screen of a workshop.
    room: Room {
        how_many(typed) = "How many are we? {typed}_";
        no_vote = "No vote is open. Esc goes on.";
        not_written(why) = "Not written down: {why}.";
        no_console(why) = "no console can be opened: {why}";
        not_kept(file, why) = "the workshop cannot be kept: {file}: {why}";
        last_call = "last call";
        minutes(minutes) = "{minutes} minutes";
        course_and_minutes(course, minutes) = "{course} · {minutes} minutes";
        begin_at = "We begin at";
        back_row = "Can the back row read this line?";
        if_not = "If not: larger letters, until 24 rows fill the screen.";
        one_is_cut(title) = "At this size “{title}” is cut off: smaller letters, until 24 rows fill the screen.";
        /// The others are counted in letters.
        are_cut(title, others) = "At this size “{title}” and {others} more are cut off: smaller letters, until 24 rows fill the screen.";
        people(count) = "{count} person" | "{count} people";
        rehearsal(people) = "A rehearsal: {people}, made up";
        vote_is_closed = "The vote is closed.";
        vote_is_closed_thanks = "The vote is closed. Thank you.";
        vote_once_first = "First we vote once; then again.";
        counting(done, lines) = "Counting: {done} of {lines}. Enter takes them, Esc does not.";
        counting_too_many(done, lines) = "Counting: {done} numbers for {lines} lines. Backspace takes one back.";
        voted(votes) = "{votes} has voted" | "{votes} have voted";
        voted_of(votes, people) = "{votes} of {people} have voted";
        placed(votes) = "{votes} has a place" | "{votes} have a place";
        placed_of(votes, people) = "{votes} of {people} have a place";
        once_more(votes) = "Once more: {votes}";
        find_someone = "Find someone who voted otherwise.";
        convince_them = "Convince them.";
        then_vote_again = "Then we vote again.";
        then_together = "Then we look at it together.";
        end_your_sentence = "Last call: end your sentence.";
        rest = "Break";
        go_on_at = "We go on at";
        /// Two rows, each a word and what stands behind it.
        if_word = "If";
        if_situation = "a situation that will come,";
        then_word = "then I";
        then_deed = "will do one thing in it.";
        write_it_down = "Write it down.";
        read_it = "Read it to your neighbour.";
        thank_you = "Thank you.";
        both_needed = "Both kinds of work are needed.";
        sentence_is_yours = "Your sentence is yours: it stands nowhere but on your paper.";
        no_names = "Votes were counted by hand and have no names.";
        a_moment = "A moment.";
        clock_stands = "The clock stands.";
        slept(time) = "The screen slept {time}. The clock stands.";
        go_to = "Go to";
        dropped = "dropped";
        key_go_there = "go there";
        key_stay = "stay";
        key_stage = "stage";
        /// Before the bars of the first round, and of the second.
        first = "first";
        then = "then";
        nobody_voted = "Nobody has voted.";
        right(right, of) = "{right} of {of}.";
        from_of_to_of(before, first, after, second) = "From {before} of {first} to {after} of {second}.";
        from_to(before, after, of) = "From {before} to {after} of {of}.";
        from_to_all(before, after, of) = "From {before} to {after} of {of}: all there was to gain.";
        from_to_part(before, after, of, gain) = "From {before} to {after} of {of}: {gain} of what there was to gain.";
        choose_a_place = "Choose a place from 0 to 10, silently.";
        show_it = "Then show it with your fingers.";
        nobody_stood = "Nobody stood on it.";
        dot_is(people) = "One dot is up to {people} people.";
        at_first = "at first";
        at_first_there(middle) = "at first {middle}, and half of us there";
        at_first_half(middle, low, high) = "at first {middle}, half of us from {low} to {high}";
        now = "now";
        now_there(middle) = "now {middle}, and half of us there";
        now_half(middle, low, high) = "now {middle}, half from {low} to {high}";
        middle_stands = "The middle stands where it stood.";
        middle_moved_one(pole) = "The middle moved by one towards {pole}.";
        /// How far is said in letters.
        middle_moved(by, pole) = "The middle moved by {by} towards {pole}.";
    }
}
