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
        "⁰" => "0",
        "¹" => "1",
        "²" => "2",
        "³" => "3",
        "⁴" => "4",
        "⁵" => "5",
        "⁶" => "6",
        "⁷" => "7",
        "⁸" => "8",
        "⁹" => "9",
        other => other,
    }
}
