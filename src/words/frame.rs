//! What stands around every screen, and what is wrong with a theme of the learner's own.

words! {
    /// What stands around every screen.
    frame: Frame {
        /// Behind the key that explains all keys.
        keys = "keys";
        /// Where nothing else has room.
        needs(width, height) = "needs {width}x{height}";
        theme_is_not_toml(line) = "line {line}: this is not TOML";
        theme_wants_text(line, name) = "line {line}: `{name}`: it wants a text, such as \"#d6d2c9 bold\"";
        theme_no_look(line, name, word) = "line {line}: `{name}`: “{word}” is neither a colour nor a look";
        theme_no_role(line, name) = "line {line}: `{name}` is no role";
        theme_no_role_but(line, name, similar) = "line {line}: `{name}` is no role; did you mean `{similar}`?";
        no_theme(name, known) = "there is no theme “{name}”; there are {known}";
    }
}
