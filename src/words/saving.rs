//! What could not be saved, and leaving with it.

words! {
    /// What could not be saved, and leaving with it.
    saving: Saving {
        saving = "saving…";
        not_saved_yet(why) = "Not saved yet: {why}.";
        last_kept = "What you did last is kept here and saved as soon as that works.";
        answer_kept = "Your last answer is kept here and saved as soon as that works.";
        answers_kept(number) = "Your last {number} answers are kept here and saved as soon as that works.";
        saved = "Saved.";
        last_not_saved(why) = "What you did last is not saved: {why}.";
        answer_not_saved(why) = "One answer is not saved: {why}.";
        answers_not_saved(number, why) = "{number} answers are not saved: {why}.";
        takes_long = "saving takes long";
        rest_is_safe = "Everything before is safe.";
        the_file_is(file) = "The file is {file}.";
        what_shall_happen = "What shall happen with it?";
        stay = "Stay and try again";
        keep_a_copy(folder) = "Keep a copy in {folder} and leave";
        leave_without = "Leave without it";
        leaving = "Leaving";
        unsaved = "unsaved";
        answers_unsaved(count) = "{count} unsaved";
        key_do_it = "do it";
        key_stay = "stay";
    }
}
