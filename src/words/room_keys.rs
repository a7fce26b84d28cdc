//! What the keys of a workshop do, on the page that explains them.

words! {
    /// What the keys of a workshop do.
    room_keys: RoomKeys {
        change_line = "change the line";
        next = "next, as Enter is: a point, a stage";
        back = "back; a closed vote is shown, not opened";
        hands = "one hand for that line; 0–9 a place on the line";
        place_ten = "one person at place 10 of the line";
        counts = "type the counts, a blank between two lines";
        undo = "take the last hand back";
        reveal = "reveal now; closes what is open";
        accept = "do what the console proposes";
        again = "run the vote again; what it was is kept";
        people = "type how many people are here";
        rest = "a break of five minutes, and back";
        notes = "every note, on the console alone";
        blank = "blank screen, and back";
        pause = "pause: the clock stands";
        longer = "thirty seconds more";
        go_to = "go to a stage of the list";
        light = "light or dark room";
    }
}
