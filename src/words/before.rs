//! The page before a lesson.

words! {
    /// The page before a lesson, where questions are offered.
    before: Before {
        one_question = "One question before you read. You are not meant to know the answers yet, and none will be told.";
        questions(number) = "{number} questions before you read. You are not meant to know the answers yet, and none will be told.";
        why = "Whoever has wondered about something reads it otherwise. The sign ? will stand where the text answers one, and they come back in the quiz.";
        known = "You answered these rightly, and were sure of it. This lesson may hold little that is new to you.";
        choice = "You can read it all the same, or pass it over. Its questions stay in the course either way.";
        lesson(number) = "lesson {number}";
        key_ask_me = "ask me";
        key_only_read = "only read";
        key_read_it = "read it";
        key_pass_over = "pass it over";
    }
}
