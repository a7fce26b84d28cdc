//! Roles into styles. The colours stand in `assets/themes`, one file a theme; this reads them, and those of a learner's own. The two
//! hues of the course, management and leadership, are blue and orange (or yellow) in every theme, and never the only sign.

use ratatui::style::{Color, Modifier, Style};
use toml::de::{DeTable, DeValue};

use crate::course::most_similar;
use crate::page::Role;
use crate::words::Words;

/// What each role looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    styles: [Style; Role::ALL.len()],
    focus: Style,
    /// Glyphs are drawn as their twins in ASCII.
    pub is_ascii: bool,
}

/// The themes that are compiled in.
const SHIPPED: [(&str, &str); 7] = [
    ("terminal", include_str!("../../assets/themes/terminal.toml")),
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    ("room-dark", include_str!("../../assets/themes/room-dark.toml")),
    ("room-light", include_str!("../../assets/themes/room-light.toml")),
    ("contrast", include_str!("../../assets/themes/contrast.toml")),
    ("mono", include_str!("../../assets/themes/mono.toml")),
];

/// The names of the themes that are compiled in.
pub fn names() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|(name, _)| *name)
}

impl Theme {
    /// The theme with that name, if it is compiled in.
    pub fn named(name: &str) -> Option<Theme> {
        SHIPPED.iter().find(|(known, _)| *known == name).map(|(_, text)| Theme::read(text).0)
    }

    /// A theme from its file, and what is wrong there, with lines. A role that is missing looks like running text.
    pub fn read(text: &str) -> (Theme, Vec<Complaint>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let line = |at: usize| text.get(..at).unwrap_or_default().matches('\n').count() + 1;
        let broken = |at: usize| Complaint { line: line(at), wrong: Wrong::Toml };
        let mut complaints: Vec<Complaint> =
            errors.iter().map(|error| broken(error.span().map_or(0, |span| span.start))).collect();
        let mut theme = Theme { styles: [Style::new(); Role::ALL.len()], focus: Style::new(), is_ascii: false };
        let base = match table.get_ref().get("text").map(|value| value.get_ref()) {
            Some(DeValue::String(words)) => style(words).unwrap_or_default(),
            _ => Style::new(),
        };
        theme.styles.fill(base);
        for (key, value) in table.get_ref() {
            let (name, at) = (key.get_ref().as_ref(), line(key.span().start));
            let role = Role::ALL.iter().position(|(_, known)| *known == name);
            let found = match value.get_ref() {
                DeValue::String(words) => style(words).map_err(|word| Wrong::Look(name.to_owned(), word)),
                _ => Err(Wrong::Value(name.to_owned())),
            };
            match (role.and_then(|at| theme.styles.get_mut(at)), found) {
                (Some(slot), Ok(found)) => *slot = base.patch(found),
                (None, Ok(found)) if name == "focus" => theme.focus = found,
                (None, Ok(_)) => complaints.push(Complaint { line: at, wrong: Wrong::Role(name.to_owned()) }),
                (_, Err(wrong)) => complaints.push(Complaint { line: at, wrong }),
            }
        }
        (theme, complaints)
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }

    /// What the focused item gets on top of its own styles.
    pub fn focus(&self) -> Style {
        self.focus
    }

    /// The same in the 256 colours of terminals that do not know 24 bits.
    pub fn in_256(self) -> Theme {
        let fewer = |color: Option<Color>| {
            color.map(|color| match color {
                Color::Rgb(r, g, b) => Color::Indexed(nearest(r, g, b)),
                other => other,
            })
        };
        let style = |style: Style| Style { fg: fewer(style.fg), bg: fewer(style.bg), ..style };
        Theme { styles: self.styles.map(style), focus: style(self.focus), ..self }
    }

    /// The same with glyphs drawn as their twins in ASCII, or not.
    pub fn ascii(self, is_ascii: bool) -> Theme {
        Theme { is_ascii, ..self }
    }

    /// A theme in which every role has a colour of its own that stands for nothing but the role's number: by it tests read from a
    /// painted buffer what each cell is.
    pub fn numbered() -> Theme {
        let styles = Role::ALL.map(|(role, _)| Style::new().fg(Color::Indexed(role as u8)));
        Theme { styles, focus: Style::new().bg(Color::Indexed(255)), is_ascii: false }
    }
}

/// Something wrong in a theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Complaint {
    line: usize,
    wrong: Wrong,
}

#[derive(Clone, Debug, PartialEq)]
enum Wrong {
    Toml,
    /// Of this role the value is no text.
    Value(String),
    /// Of this role a word says nothing.
    Look(String, String),
    /// There is no such role.
    Role(String),
}

impl Complaint {
    /// What is wrong, with its line.
    pub fn in_words(&self, words: &Words) -> String {
        let (words, line) = (words.frame(), self.line);
        match &self.wrong {
            Wrong::Toml => words.theme_is_not_toml(line),
            Wrong::Value(name) => words.theme_wants_text(line, name),
            Wrong::Look(name, word) => words.theme_no_look(line, name, word),
            Wrong::Role(name) => {
                let known = Role::ALL.iter().map(|(_, known)| *known).chain(["focus"]);
                let similar = most_similar(name, known);
                similar.map_or_else(|| words.theme_no_role(line, name), |similar| words.theme_no_role_but(line, name, similar))
            }
        }
    }
}

/// `#d6d2c9 on #1b1d21 bold`, in any order but for the colour after `on`; or the word that is none of it.
fn style(words: &str) -> Result<Style, String> {
    let mut style = Style::new();
    let mut is_ground = false;
    for word in words.split_whitespace() {
        match (word, modifier(word)) {
            ("on", _) => is_ground = true,
            (_, Some(modifier)) => style = style.add_modifier(modifier),
            (_, None) => {
                let color = color(word).ok_or_else(|| word.to_owned())?;
                style = if is_ground { style.bg(color) } else { style.fg(color) };
                is_ground = false;
            }
        }
    }
    Ok(style)
}

fn modifier(word: &str) -> Option<Modifier> {
    Some(match word {
        "bold" => Modifier::BOLD,
        "italic" => Modifier::ITALIC,
        "underline" => Modifier::UNDERLINED,
        "reverse" => Modifier::REVERSED,
        _ => return None,
    })
}

fn color(word: &str) -> Option<Color> {
    const SIXTEEN: [&str; 16] = [
        "black",
        "red",
        "green",
        "yellow",
        "blue",
        "magenta",
        "cyan",
        "white",
        "bright-black",
        "bright-red",
        "bright-green",
        "bright-yellow",
        "bright-blue",
        "bright-magenta",
        "bright-cyan",
        "bright-white",
    ];
    if word == "default" {
        return Some(Color::Reset);
    }
    if let Some(at) = SIXTEEN.iter().position(|name| *name == word) {
        return Some(Color::Indexed(at as u8));
    }
    let digits = word.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    u32::from_str_radix(digits, 16).ok().map(Color::from_u32)
}

/// The nearest of the 6x6x6 cube and the 24 greys, by the distance of the three parts.
fn nearest(r: u8, g: u8, b: u8) -> u8 {
    let value = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    let step = |part: u8| (0u8..6).min_by_key(|step| value(*step).abs_diff(part)).unwrap_or(0);
    let distance = |one: [u8; 3]| one.iter().zip([r, g, b]).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum::<u32>();
    let cube = [step(r), step(g), step(b)];
    let in_cube = distance(cube.map(value));
    let grey = (0u8..24).min_by_key(|at| distance([8 + 10 * at; 3])).unwrap_or(0);
    if distance([8 + 10 * grey; 3]) < in_cube { 232 + grey } else { 16 + 36 * cube[0] + 6 * cube[1] + cube[2] }
}

/// A text in a style of the sixteen colours, as a terminal wants it (ECMA-48, SGR).
pub fn paint(style: Style, text: &str) -> String {
    let mut codes: Vec<String> = Vec::new();
    let modifiers = [(Modifier::BOLD, "1"), (Modifier::ITALIC, "3"), (Modifier::UNDERLINED, "4"), (Modifier::REVERSED, "7")];
    codes.extend(modifiers.iter().filter(|(modifier, _)| style.add_modifier.contains(*modifier)).map(|(_, code)| (*code).into()));
    codes.extend(match style.fg {
        Some(Color::Indexed(at @ 0..8)) => Some(format!("{}", 30 + at)),
        Some(Color::Indexed(at @ 8..16)) => Some(format!("{}", 82 + at)),
        Some(Color::Indexed(at)) => Some(format!("38;5;{at}")),
        Some(Color::Rgb(r, g, b)) => Some(format!("38;2;{r};{g};{b}")),
        _ => None,
    });
    if codes.is_empty() { text.to_owned() } else { format!("\x1b[{}m{text}\x1b[0m", codes.join(";")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;

    #[test]
    fn roles_are_numbered_as_they_are_listed() {
        for (at, (role, name)) in Role::ALL.into_iter().enumerate() {
            assert_eq!(role as usize, at, "{name}");
        }
    }

    #[test]
    fn every_shipped_theme_names_every_role_and_nothing_else() {
        for (name, text) in SHIPPED {
            assert_eq!(Theme::read(text).1, Vec::<Complaint>::new(), "{name}");
            for (_, role) in Role::ALL {
                assert!(text.contains(&format!("\n{role} = ")), "{name} has no {role}");
            }
        }
    }

    #[test]
    fn a_mistake_in_a_theme_is_named_with_its_line_and_the_rest_counts() {
        let (theme, complaints) =
            Theme::read("text = \"#102030 on #ffffff\"\nstorng = \"bold\"\nkey = \"blod\"\nrule = 3\nright = \"green\"\n");
        let expected = [
            "line 3: `key`: “blod” is neither a colour nor a look",
            "line 4: `rule`: it wants a text, such as \"#d6d2c9 bold\"",
            "line 2: `storng` is no role; did you mean `strong`?",
        ];
        let mut expected = expected.map(str::to_owned).to_vec();
        expected.sort();
        let mut complaints: Vec<String> = complaints.iter().map(|complaint| complaint.in_words(&ENGLISH)).collect();
        complaints.sort();
        assert_eq!(complaints, expected);
        assert_eq!(theme.style(Role::Right).fg, Some(Color::Indexed(2)));
        assert_eq!(theme.style(Role::Key), theme.style(Role::Text));
    }

    #[test]
    fn without_colour_focus_and_verdict_can_still_be_seen() {
        let theme = Theme::named("mono").unwrap();
        for (role, name) in Role::ALL {
            let style = theme.style(role);
            assert!([style.fg, style.bg].iter().all(|color| matches!(color, None | Some(Color::Reset))), "{name}");
        }
        assert_ne!(theme.style(Role::Wrong), theme.style(Role::Right));
        assert_ne!(theme.focus(), Style::new());
    }

    /// Contrast by WCAG 2.2: “relative luminance” and “contrast ratio”.
    fn contrast(one: Color, other: Color) -> f64 {
        let light_of = |color: Color| {
            let Color::Rgb(r, g, b) = color else { panic!("{color:?} is not of 24 bits") };
            let part = |part: u8| {
                let part = f64::from(part) / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
        };
        let (one, other) = (light_of(one), light_of(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn what_is_read_has_contrast_enough_also_in_focus() {
        for (name, text_ratio) in [("dark", 4.5), ("light", 4.5), ("room-dark", 7.0), ("room-light", 7.0), ("contrast", 7.0)] {
            let theme = Theme::named(name).unwrap();
            for (role, role_name) in Role::ALL {
                let style = theme.style(role);
                let wanted = if role == Role::Rule { 3.0 } else { text_ratio };
                let ratio = contrast(style.fg.unwrap(), style.bg.unwrap());
                assert!(ratio >= wanted, "{role_name} in {name}: {ratio:.2}");
                if !matches!(role, Role::Rule | Role::Here) {
                    let ratio = contrast(style.fg.unwrap(), theme.focus().bg.unwrap());
                    assert!(ratio >= 4.5, "{role_name} in focus in {name}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn the_two_hues_are_blue_and_orange_in_every_theme() {
        for name in ["dark", "light", "room-dark", "room-light", "contrast"] {
            let theme = Theme::named(name).unwrap();
            let Some(Color::Rgb(r, _, b)) = theme.style(Role::Management).fg else { panic!() };
            assert!(b > r, "management in {name} is blue");
            let Some(Color::Rgb(r, _, b)) = theme.style(Role::Leadership).fg else { panic!() };
            assert!(r > b, "leadership in {name} is orange");
        }
    }

    #[test]
    fn fewer_colours_are_the_nearest() {
        assert_eq!([nearest(0, 0, 0), nearest(255, 255, 255), nearest(255, 0, 0), nearest(8, 8, 8)], [16, 231, 196, 232]);
        assert_eq!(nearest(0xd6, 0xd2, 0xc9), 252);
    }
}
