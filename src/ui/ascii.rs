//! Twins of the program's glyphs for terminals that have none of them, cell for cell, so that no layout moves. Letters are content
//! and stay. (Typographic marks of a course are replaced before the layout, in `course/plain_marks.rs`: there one may become three.)

/// The twin of a glyph; the glyph itself where it needs none.
pub fn twin(glyph: &str) -> &str {
    match glyph {
        "━" => "=",
        "─" | "–" | "−" => "-",
        "│" | "▌" => "|",
        "■" => "#",
        "◆" | "●" => "*",
        "✓" => "+",
        "✗" => "x",
        "▸" => "-",
        "·" | "…" => ".",
        "├" | "┼" | "┤" => "+",
        "█" => "#",
        "▀" => "\"",
        "▄" => "_",
        "▓" => "=",
        "░" => ":",
        "○" => "o",
        "↑" | "▲" => "^",
        "↓" => "v",
        "←" => "<",
        "→" => ">",
        "“" | "”" => "\"",
        "‘" | "’" => "'",
        "¹" => "1",
        "²" => "2",
        "³" => "3",
        other => other,
    }
}
