//! How sure someone is, against how right.

words! {
    /// How sure someone is, against how right.
    sureness: Sureness {
        guess = "guess";
        maybe = "maybe";
        fairly = "fairly";
        certain = "certain";
        title = "How sure, how right";
        answers(count) = "{count} answer" | "{count} answers";
        too_few(least, answers) = "From {least} answers on, this page holds how sure you are against how right. So far it has {answers}.";
        mark = "│ is where the word would be right";
        right(right, of) = "{right} of {of}";
        not_said = "not said";
        says(percent) = "says {percent} %";
        score = "Score";
        score_scale = "Brier: 0 is certain and right each time";
        score_scale_short = "0 is best";
        yours = "yours";
        always_guess = "had you always said guess";
        always_certain = "had you always said certain";
        lessons = "Lessons";
        lesson_too_few(least) = "A lesson with fewer than {least} answers says nothing yet.";
        even = "You are sure about as often as you are right.";
        even_on(lesson) = "You are sure about as often as you are right on {lesson}.";
        surer(points) = "You are about {points} points surer than right.";
        surer_on(points, lesson) = "You are about {points} points surer than right on {lesson}.";
        less_sure(points) = "You are about {points} points less sure than right.";
        less_sure_on(points, lesson) = "You are about {points} points less sure than right on {lesson}.";
        key_back = "back";
        key_scroll = "scroll";
        key_leave = "leave";
    }
}
