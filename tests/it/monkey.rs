//! Someone who presses anything: keys, clicks, sizes and failing saves in any order, on the shipped course and on damaged ones. Nothing
//! stops, no row is wider than the screen, no control sign reaches it, and what was done adds up to what is shown.

use contrasts::app::key::Code;
use contrasts::app::{Effect, Key, Msg, Size, Trouble};
use contrasts::course::{self, Clean, Files, builtin};
use contrasts::progress;
use contrasts::ui::Theme;
use proptest::prelude::*;

use crate::golden;
use crate::learner::Learner;

/// What the monkey does.
#[derive(Clone, Debug)]
enum Move {
    Press(Key),
    Click(u16, u16),
    Wheel(bool),
    Resize(u16, u16),
    Saved,
    NotSaved,
    Type(String),
}

fn any_key() -> impl Strategy<Value = Key> {
    let letters = prop::sample::select("jkhlgGdubfnNotmcexyasw!rp+0123456789 :/?".chars().collect::<Vec<_>>());
    let codes = vec![
        Code::Up,
        Code::Down,
        Code::Left,
        Code::Right,
        Code::Enter,
        Code::Enter,
        Code::Enter,
        Code::Esc,
        Code::Tab,
        Code::BackTab,
        Code::Backspace,
        Code::Delete,
        Code::Home,
        Code::End,
        Code::PageUp,
        Code::PageDown,
        Code::F(1),
        Code::F(2),
        Code::F(3),
        Code::F(4),
        Code::F(5),
        Code::F(6),
        Code::F(7),
        Code::F(8),
        Code::F(9),
    ];
    let controls = prop::sample::select("ahepuw".chars().collect::<Vec<_>>());
    prop_oneof![
        6 => letters.prop_map(Key::char),
        6 => prop::sample::select(codes).prop_map(Key::plain),
        1 => controls.prop_map(Key::ctrl),
    ]
}

fn any_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        30 => any_key().prop_map(Move::Press),
        2 => (0u16..130, 0u16..50).prop_map(|(column, row)| Move::Click(column, row)),
        1 => any::<bool>().prop_map(Move::Wheel),
        2 => (1u16..170, 1u16..60).prop_map(|(width, height)| Move::Resize(width, height)),
        2 => Just(Move::Saved),
        1 => Just(Move::NotSaved),
        1 => "\\PC{0,20}".prop_map(Move::Type),
    ]
}

fn go(mut learner: Learner, one: &Move) -> Learner {
    match one {
        Move::Press(key) => learner.tell(Msg::Key(*key)),
        Move::Click(column, row) => learner.tell(Msg::Click(*column, *row)),
        Move::Wheel(up) => learner.tell(Msg::Wheel { up: *up }),
        Move::Resize(width, height) => learner.tell(Msg::Resized(Size { width: *width, height: *height })),
        Move::Saved => return learner.saved(),
        Move::NotSaved => {
            learner.tell(Msg::NotSaved(Trouble { file: Clean::fixed("sittings"), why: Clean::fixed("the disk is full") }))
        }
        Move::Type(text) => return learner.types(text),
    }
    learner
}

/// What holds after every move.
fn holds(learner: &Learner) {
    let (buffer, _) = learner.painted(&Theme::numbered());
    let width = usize::from(learner.app.size.width);
    for row in golden::rows(&buffer) {
        assert!(!row.chars().any(char::is_control), "{row:?}");
        assert!(contrasts::page::wrap::width(&row) <= width, "wider than {width}: {row:?}");
    }
}

/// What was recorded adds up to what the app holds.
fn adds_up(learner: &Learner) {
    let recorded = learner.effects().iter().filter(|effect| matches!(effect, Effect::Record(_))).count();
    assert_eq!(recorded, learner.events().len());
    assert!(progress::replay(learner.events().to_vec()) == learner.app.progress, "the events say something else than the app");
}

fn play(learner: Learner, moves: &[Move]) {
    let mut learner = learner;
    for one in moves {
        learner = go(learner, one);
        holds(&learner);
    }
    adds_up(&learner);
}

/// A file of the course with something cut out, doubled, or put in.
#[derive(Clone, Debug)]
struct Damage {
    file: prop::sample::Index,
    at: prop::sample::Index,
    cut: usize,
    put: String,
}

fn any_damage() -> impl Strategy<Value = Damage> {
    let signs = prop::sample::select(vec![
        "",
        "\"",
        "[[questions]]\n",
        "+++",
        "\u{1b}[31m",
        "\u{202e}",
        "```",
        "| a | b |\n|---|\n",
        "<!-- check: x -->",
        "> [!CASE] ",
        "\u{0}",
        "&#27;",
        "[x](#y)",
        "- - - - - ",
        "99999999999999999999",
        "correct = true\n",
        "'''",
        "\r\n",
        "é\u{301}",
        "[[questions.options]]\n",
    ]);
    (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0usize..200, signs).prop_map(|(file, at, cut, put)| Damage {
        file,
        at,
        cut,
        put: put.to_owned(),
    })
}

fn damaged(damages: &[Damage]) -> Files {
    let mut files = builtin::files();
    let names: Vec<String> = files.keys().cloned().collect();
    for damage in damages {
        let name = &names[damage.file.index(names.len())];
        let mut bytes = files[name].to_vec();
        let at = damage.at.index(bytes.len() + 1);
        let end = (at + damage.cut).min(bytes.len());
        bytes.splice(at..end, damage.put.bytes());
        files.insert(name.clone(), bytes.into());
    }
    files
}

/// A few in every run of the tests; as many as `PROPTEST_CASES` says for whoever has an hour.
fn patience() -> ProptestConfig {
    let usual = ProptestConfig { max_shrink_iters: 200, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() { usual } else { ProptestConfig { cases: 12, ..usual } }
}

proptest! {
    #![proptest_config(patience())]

    #[test]
    fn whatever_is_pressed_nothing_stops(moves in prop::collection::vec(any_move(), 1..120)) {
        play(Learner::on_shipped(), &moves);
    }

    #[test]
    fn nor_on_a_course_whose_files_are_damaged(
        damages in prop::collection::vec(any_damage(), 1..6),
        moves in prop::collection::vec(any_move(), 1..60),
    ) {
        let (course, _) = course::read(damaged(&damages));
        play(Learner::on_course(course), &moves);
    }
}
