//! The words that are typed in lines. English ones are understood in every course; a course adds its own, which are said and understood
//! first. Each is one word in small letters, and no two of a course may be the same.

words! {
    /// The words that are typed in lines.
    typed: Typed {
        /// The likeliest next thing, as an empty line means.
        on = "on";
        next = "next";
        help = "help";
        quit = "quit";
        leave = "leave";
        exit = "exit";
        back = "back";
        map = "map";
        /// All is said again.
        repeat = "repeat";
        save = "save";
        hint = "hint";
        skip = "skip";
        undo = "undo";
        faulty = "faulty";
        reasons = "reasons";
        /// The passage of the lesson that answers a question.
        see = "see";
        /// The paragraph before.
        before = "before";
        top = "top";
        end = "end";
        /// One to the left: the statement before.
        last = "last";
        following = "following";
        preceding = "preceding";
        outline = "outline";
        search = "search";
        /// The next place that was found.
        next_match = "match";
        names = "names";
        terms = "terms";
        term = "term";
        keep = "keep";
        /// Takes something off a list.
        off = "off";
        answer = "answer";
        /// Goes before the number of a link.
        link = "link";
        review = "review";
        progress = "progress";
        weakest = "weakest";
        missed = "missed";
        again = "again";
        more = "more";
        report = "report";
        /// Opens how sure one was, and changes whether it is asked.
        sure = "sure";
        /// Opens the question how a plan went.
        went = "went";
        mirror = "mirror";
        kept = "kept";
        plans = "plans";
    }
}
