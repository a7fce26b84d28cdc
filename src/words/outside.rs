//! What is said to a learner outside the screens: lists, what came of a command, last words; and why a file could not be written or read.

words! {
    /// What is said outside the screens.
    outside: Outside {
        /// Before the number of minutes in a list; the width of the column is measured.
        list_minutes(minutes) = "{minutes} min";
        status(title, done, all, number, lesson) = "{title}: {done} of {all} lessons done; next: {number} {lesson}";
        status_done(title, done, all) = "{title}: {done} of {all} lessons done; nothing is left to do";
        status_screens =
            "The screens need a terminal. Without one: contrasts --plain, contrasts list, contrasts read LESSON, contrasts --help";
        is_new(lesson) = "{lesson} is new as it is.";
        begins_anew(lesson) = "{lesson} begins anew. Its answers stay in your record, and come back in review as before.";
        cannot_begin_anew(lesson) =
            "{lesson} cannot begin anew: what was done in it claims a later time than now, so the clock of this machine is wrong, or was; nothing was changed";
        cannot_note(file, why) = "cannot note it down in {file}: {why}; the lesson is as it was";
        no_quiz = "this lesson has no quiz";
        no_workshop_questions = "a workshop over this lesson asks no questions";
        no_lesson(named, lessons) = "no lesson is called “{named}”; there are: {lessons}";
        several_lessons(named, lessons) = "“{named}” fits several lessons: {lessons}";
        left_as_it_was(file, why) = "{file}: {why}. It was left as it is, and everything else counts.";
        /// Another course claims the same id.
        apart(sittings, title, id) = "“{title}” claims the id {id} too. What was done in it ({sittings} sitting) is kept apart from this course."
            | "“{title}” claims the id {id} too. What was done in it ({sittings} sittings) is kept apart from this course.";
        saving_then_end = "Saving what you did last, then the program ends. The disk is slow.";
        last_words(why, folder) =
            "what you did last could not be saved: {why}. It is kept in {folder}. Copy the file there into the folder that `contrasts paths` calls sittings, and it counts";
        last_words_not_copied(why, file, why_not) = "what you did last could not be saved: {why}; nor copied to {file}: {why_not}";
        cannot_listen(why) = "cannot listen: {why}";
        // Why, as a part of a sentence.
        disk_too_slow = "the disk takes too long";
        disk_silent = "the disk did not answer";
        no_home = "there is no home folder to keep answers in; start with --data-dir DIR";
        no_thread = "the system allows no further thread";
        disk_full = "the disk is full";
        quota_used = "your quota on this disk is used up";
        no_permission = "there is no permission to write or read it";
        disk_read_only = "the disk can only be read";
        not_there = "it is not there";
        in_its_place = "something else is in its place";
        no_folder_on_the_way = "a folder on the way to it is not a folder";
        is_a_folder = "it is a folder";
        too_large = "the file would be larger than allowed here";
    }
}
