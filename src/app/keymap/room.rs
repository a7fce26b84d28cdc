//! The keys of a workshop, on the shared screen and on the console alike: one hand is enough, and a presenter's remote as well.

use super::super::key::{Code, Key};
use super::Where::{Room, Setup};
use super::table::DIGITS;
use super::{Act, Binding, Group};

/// The rows of the table that count in a workshop alone.
pub const TABLE: &[Binding] = &[
    Binding {
        at: &[Setup],
        keys: &[(Key::plain(Code::Left), Act::Left), (Key::plain(Code::Right), Act::Right)],
        group: Group::Move,
        brief: "←→",
        help: |_| "change the line",
    },
    Binding {
        at: &[Room],
        keys: &[
            (Key::char(' '), Act::Confirm),
            (Key::plain(Code::Right), Act::Confirm),
            (Key::plain(Code::PageDown), Act::Confirm),
        ],
        group: Group::Move,
        brief: "Space",
        help: |_| "next, as Enter is: a point, a stage",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::plain(Code::Left), Act::Back), (Key::plain(Code::PageUp), Act::Back)],
        group: Group::Move,
        brief: "←",
        help: |_| "back; a closed vote is shown, not opened",
    },
    Binding {
        at: &[Room],
        keys: DIGITS,
        group: Group::Answer,
        brief: "1–9",
        help: |_| "one hand for that line; 0–9 a place on the line",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('+'), Act::Pick(10))],
        group: Group::Answer,
        brief: "+",
        help: |_| "one person at place 10 of the line",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('='), Act::Count)],
        group: Group::Answer,
        brief: "=",
        help: |_| "type the counts, a blank between two lines",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('u'), Act::Undo)],
        group: Group::Answer,
        brief: "u",
        help: |_| "take the last hand back",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('v'), Act::Reveal)],
        group: Group::Answer,
        brief: "v",
        help: |_| "reveal now; closes what is open",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('d'), Act::Accept)],
        group: Group::Answer,
        brief: "d",
        help: |_| "do what the console proposes",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('R'), Act::Rerun)],
        group: Group::Answer,
        brief: "R",
        help: |_| "run the vote again; what it was is kept",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('#'), Act::People)],
        group: Group::Answer,
        brief: "#",
        help: |_| "type how many people are here",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('B'), Act::Rest)],
        group: Group::Go,
        brief: "B",
        help: |_| "a break of five minutes, and back",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('n'), Act::Notes)],
        group: Group::Go,
        brief: "n",
        help: |_| "every note, on the console alone",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('.'), Act::Blank)],
        group: Group::Go,
        brief: ".",
        help: |_| "blank screen, and back",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('p'), Act::Pause)],
        group: Group::Go,
        brief: "p",
        help: |_| "pause: the clock stands",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('t'), Act::Longer)],
        group: Group::Go,
        brief: "t",
        help: |_| "thirty seconds more",
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('g'), Act::Jump)],
        group: Group::Go,
        brief: "g",
        help: |_| "go to a stage of the list",
    },
    Binding { at: &[Room], keys: &[(Key::char('L'), Act::Light)], group: Group::Go, brief: "L", help: |_| "light or dark room" },
];
