//! Roles into styles: every colour of the program stands in this file. The two hues of the course, management and leadership, are
//! blue and orange (or yellow) in every theme, and never the only sign.

use ratatui::style::{Color, Modifier, Style};

use crate::page::Role;

/// What each role looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// By which it is chosen.
    pub name: &'static str,
    styles: [Style; Role::ALL.len()],
    focus: Style,
}

/// The names of the themes.
pub const NAMES: [&str; 4] = ["terminal", "dark", "light", "mono"];

impl Theme {
    /// The theme with that name.
    pub fn named(name: &str) -> Option<Theme> {
        Some(match name {
            "terminal" => terminal(),
            "dark" => dark(),
            "light" => light(),
            "mono" => mono(),
            _ => return None,
        })
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }

    /// What the focused item gets on top of its own styles.
    pub fn focus(&self) -> Style {
        self.focus
    }

    /// A theme in which every role has a colour of its own that stands for nothing but the role's number: by it tests read from a
    /// painted buffer what each cell is.
    pub fn numbered() -> Theme {
        let styles = Role::ALL.map(|(role, _)| Style::new().fg(Color::Indexed(role as u8)));
        Theme { name: "numbered", styles, focus: Style::new().bg(Color::Indexed(255)) }
    }

    fn of(name: &'static str, focus: Style, style: impl Fn(Role) -> Style) -> Theme {
        Theme { name, styles: Role::ALL.map(|(role, _)| style(role)), focus }
    }
}

/// The sixteen colours and the ground of the terminal: right on every terminal that its owner finds readable.
fn terminal() -> Theme {
    let plain = Style::new();
    Theme::of("terminal", plain.add_modifier(Modifier::BOLD), |role| match role {
        Role::Text | Role::Quiet | Role::Progress | Role::Field => plain,
        Role::Match => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        Role::Here => plain.add_modifier(Modifier::REVERSED),
        Role::Strong | Role::Heading | Role::Label | Role::Key => plain.add_modifier(Modifier::BOLD),
        Role::Emphasis => plain.add_modifier(Modifier::ITALIC),
        Role::Rule => plain.fg(Color::DarkGray),
        Role::Management => plain.fg(Color::Blue),
        Role::Leadership => plain.fg(Color::Yellow),
        Role::Right => plain.fg(Color::Green).add_modifier(Modifier::BOLD),
        Role::Wrong => plain.fg(Color::Red).add_modifier(Modifier::BOLD),
        Role::Code => plain.fg(Color::Cyan),
        Role::Link => plain.add_modifier(Modifier::UNDERLINED),
        Role::Notice => plain.fg(Color::Magenta).add_modifier(Modifier::BOLD),
    })
}

/// No colour at all: what `NO_COLOR` asks for. Bold, underline and reverse stay, so that focus and verdict can be seen.
fn mono() -> Theme {
    let plain = Style::new();
    Theme::of("mono", plain.add_modifier(Modifier::REVERSED), |role| match role {
        Role::Text | Role::Quiet | Role::Progress | Role::Rule | Role::Management | Role::Leadership | Role::Code => plain,
        Role::Field => plain,
        Role::Match => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        Role::Here => plain.add_modifier(Modifier::REVERSED),
        Role::Strong | Role::Heading | Role::Label | Role::Key | Role::Right | Role::Notice => plain.add_modifier(Modifier::BOLD),
        Role::Wrong => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        Role::Emphasis => plain.add_modifier(Modifier::ITALIC),
        Role::Link => plain.add_modifier(Modifier::UNDERLINED),
    })
}

/// The colours of a theme of 24 bits: ground, text, quiet, strong, rule, progress, management, leadership, right, wrong, code,
/// notice, focus, here.
struct Hues([u32; 14]);

fn dark() -> Theme {
    painted(
        "dark",
        Hues([
            0x1b1d21, 0xd6d2c9, 0xa39e93, 0xf4f0e7, 0x6f6c66, 0xb5ae9f, 0x82b4ea, 0xeaa35a, 0x93c88d, 0xea8f81, 0xc3c9a8,
            0xdba3d4, 0x2a2f37, 0xd9d2c0,
        ]),
    )
}

fn light() -> Theme {
    painted(
        "light",
        Hues([
            0xfbf8f1, 0x2b2a27, 0x66625a, 0x0f0f0e, 0x8e8980, 0x6b665c, 0x1d5ca6, 0x975100, 0x2d6c2c, 0xa5301d, 0x4b5622,
            0x84307b, 0xefe9db, 0x3a3833,
        ]),
    )
}

fn painted(name: &'static str, hues: Hues) -> Theme {
    let [ground, text, quiet, strong, rule, progress, management, leadership, right, wrong, code, notice, focus, here] =
        hues.0.map(Color::from_u32);
    let base = Style::new().bg(ground);
    let bold = |color| base.fg(color).add_modifier(Modifier::BOLD);
    Theme::of(name, Style::new().bg(focus), |role| match role {
        Role::Text => base.fg(text),
        Role::Quiet => base.fg(quiet),
        Role::Strong | Role::Heading | Role::Label | Role::Key => bold(strong),
        Role::Emphasis => base.fg(text).add_modifier(Modifier::ITALIC),
        Role::Rule => base.fg(rule),
        Role::Progress => base.fg(progress),
        Role::Management => base.fg(management),
        Role::Leadership => base.fg(leadership),
        Role::Right => bold(right),
        Role::Wrong => bold(wrong),
        Role::Code => base.fg(code),
        Role::Link => base.fg(text).add_modifier(Modifier::UNDERLINED),
        Role::Notice => bold(notice),
        Role::Match => bold(strong).add_modifier(Modifier::UNDERLINED),
        Role::Here => Style::new().fg(ground).bg(here),
        Role::Field => base.fg(strong),
    })
}

/// A text in a style of the sixteen colours, as a terminal wants it (ECMA-48, SGR).
pub fn paint(style: Style, text: &str) -> String {
    let mut codes: Vec<&str> = Vec::new();
    let modifiers = [(Modifier::BOLD, "1"), (Modifier::ITALIC, "3"), (Modifier::UNDERLINED, "4"), (Modifier::REVERSED, "7")];
    codes.extend(modifiers.iter().filter(|(modifier, _)| style.add_modifier.contains(*modifier)).map(|(_, code)| *code));
    codes.extend(match style.fg {
        Some(Color::Red) => Some("31"),
        Some(Color::Green) => Some("32"),
        Some(Color::Yellow) => Some("33"),
        Some(Color::Blue) => Some("34"),
        Some(Color::Magenta) => Some("35"),
        Some(Color::Cyan) => Some("36"),
        Some(Color::DarkGray) => Some("90"),
        _ => None,
    });
    if codes.is_empty() { text.to_owned() } else { format!("\x1b[{}m{text}\x1b[0m", codes.join(";")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_numbered_as_they_are_listed() {
        for (at, (role, name)) in Role::ALL.into_iter().enumerate() {
            assert_eq!(role as usize, at, "{name}");
        }
    }

    #[test]
    fn every_named_theme_is_there() {
        for name in NAMES {
            assert_eq!(Theme::named(name).map(|theme| theme.name), Some(name));
        }
    }

    #[test]
    fn without_colour_focus_and_verdict_can_still_be_seen() {
        let theme = mono();
        for (role, name) in Role::ALL {
            assert_eq!((theme.style(role).fg, theme.style(role).bg), (None, None), "{name}");
        }
        assert_ne!(theme.style(Role::Wrong), theme.style(Role::Right));
        assert_ne!(theme.focus(), Style::new());
    }

    /// Contrast by WCAG 2.2, "relative luminance" and "contrast ratio".
    #[test]
    fn what_is_read_has_contrast_enough() {
        let light_of = |color: Option<Color>| {
            let Some(Color::Rgb(r, g, b)) = color else { panic!("no colour") };
            let part = |part: u8| {
                let part = f64::from(part) / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
        };
        for theme in [dark(), light()] {
            for (role, name) in Role::ALL {
                let style = theme.style(role);
                let (one, other) = (light_of(style.fg), light_of(style.bg));
                let ratio = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                let wanted = if role == Role::Rule { 3.0 } else { 4.5 };
                assert!(ratio >= wanted, "{name} in {}: {ratio:.1}", theme.name);
            }
        }
    }
}
