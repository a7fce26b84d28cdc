//! Words of the footer that mean the same on every screen.

words! {
    /// Words of the footer that mean the same on every screen.
    footer: Footer {
        choose = "choose";
        open = "open";
        go = "go";
        scroll = "scroll";
        /// To where one came from.
        back = "back";
        leave = "leave";
        map = "map";
        by_name = "by name";
        try_now = "try now";
    }
}
