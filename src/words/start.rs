//! What comes before the map: who learns, what is wrong with the course, the first start.

words! {
    /// What comes before the map: who learns, what is wrong with the course, the first start.
    start: Start {
        who_learns = "Who learns?";
        without_a_name = "whoever learnt here without a name";
        new_name = "`contrasts --profile NAME` begins with a new name.";
        begin_with(lesson) = "Begin with “{lesson}”";
        about(time) = "about {time}";
        map_first = "Look at the map first";
        where_it_stays = "What you answer stays on this machine, in files you can read. There is no account and no network.";
        one_lesson = "One lesson, with questions after each. You can stop anywhere; next time you stand on the line you left.";
        one_lesson_of(time) = "One lesson of {time}, with questions after each. You can stop anywhere; next time you stand on the line you left.";
        lessons(number) = "{number} lessons, with questions after each. You can stop anywhere; next time you stand on the line you left.";
        lessons_of(number, time) = "{number} lessons of {time}, with questions after each. You can stop anywhere; next time you stand on the line you left.";
        quarter_of_an_hour = "about a quarter of an hour";
        a_minute = "about a minute";
        minutes(number) = "about {number} minutes";
        key_look = "look";
        key_begin = "begin";
        one_place = "One place in this course is not as it should be. The rest is here; “contrasts check” shows each line.";
        places(number) = "{number} places in this course are not as it should be. The rest is here; “contrasts check” shows each line.";
        problems(count) = "{count} problem" | "{count} problems";
        key_open_course = "open the course";
    }
}
