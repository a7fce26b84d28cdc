//! The names of keys, as they stand on a keyboard.

words! {
    /// The names of keys. None has a blank in it.
    caps: Caps {
        enter = "Enter";
        esc = "Esc";
        tab = "Tab";
        shift_tab = "Shift-Tab";
        backspace = "Backspace";
        home = "Home";
        delete = "Del";
        end = "End";
        page_up = "PgUp";
        page_down = "PgDn";
        space = "Space";
        /// With Ctrl held.
        ctrl(key) = "Ctrl-{key}";
    }
}
