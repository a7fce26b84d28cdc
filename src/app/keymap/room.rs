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
        help: |words| words.room_keys().change_line(),
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
        help: |words| words.room_keys().next(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::plain(Code::Left), Act::Back), (Key::plain(Code::PageUp), Act::Back)],
        group: Group::Move,
        brief: "←",
        help: |words| words.room_keys().back(),
    },
    Binding { at: &[Room], keys: DIGITS, group: Group::Answer, brief: "1–9", help: |words| words.room_keys().hands() },
    Binding {
        at: &[Room],
        keys: &[(Key::char('+'), Act::Pick(10))],
        group: Group::Answer,
        brief: "+",
        help: |words| words.room_keys().place_ten(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('='), Act::Count)],
        group: Group::Answer,
        brief: "=",
        help: |words| words.room_keys().counts(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('u'), Act::Undo)],
        group: Group::Answer,
        brief: "u",
        help: |words| words.room_keys().undo(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('v'), Act::Reveal)],
        group: Group::Answer,
        brief: "v",
        help: |words| words.room_keys().reveal(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('d'), Act::Accept)],
        group: Group::Answer,
        brief: "d",
        help: |words| words.room_keys().accept(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('R'), Act::Rerun)],
        group: Group::Answer,
        brief: "R",
        help: |words| words.room_keys().again(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('#'), Act::People)],
        group: Group::Answer,
        brief: "#",
        help: |words| words.room_keys().people(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('B'), Act::Rest)],
        group: Group::Go,
        brief: "B",
        help: |words| words.room_keys().rest(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('n'), Act::Notes)],
        group: Group::Go,
        brief: "n",
        help: |words| words.room_keys().notes(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('.'), Act::Blank)],
        group: Group::Go,
        brief: ".",
        help: |words| words.room_keys().blank(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('p'), Act::Pause)],
        group: Group::Go,
        brief: "p",
        help: |words| words.room_keys().pause(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('t'), Act::Longer)],
        group: Group::Go,
        brief: "t",
        help: |words| words.room_keys().longer(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('g'), Act::Jump)],
        group: Group::Go,
        brief: "g",
        help: |words| words.room_keys().go_to(),
    },
    Binding {
        at: &[Room],
        keys: &[(Key::char('L'), Act::Light)],
        group: Group::Go,
        brief: "L",
        help: |words| words.room_keys().light(),
    },
];
