//! What the book says must come out, and what must hold for whatever anyone answers.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::super::{Deed, Event, Progress, Stamp, replay};
use super::*;
use crate::course::{self, builtin};
use crate::words::ENGLISH;

/// The shipped form, read once.
fn form() -> &'static Form {
    static FORM: LazyLock<Form> = LazyLock::new(|| course::read::form(&builtin::files(), &mut Vec::new()).unwrap());
    &FORM
}

/// Someone who answers the statements of a part with these values, one after the other.
fn answered(form: &Form, part: MirrorPart, values: impl IntoIterator<Item = u8>) -> Progress {
    let event = |at: i64, deed| Event { id: EventId(Id::new(&format!("e-{at}")).unwrap()), at: Stamp(at), deed };
    let mut events = vec![event(0, Deed::MirrorBegan { part })];
    for (at, (statement, value)) in (1..).zip(asked(form, part).into_iter().cloned().zip(values)) {
        events.push(event(at, Deed::Mirrored { mirror: EventId(Id::new("e-0").unwrap()), statement, value }));
    }
    replay(events)
}

fn said(progress: &Progress, part: MirrorPart) -> Mirror {
    progress.made().mirrors(part)[0].1.clone()
}

fn doing(values: &[u8]) -> Mirror {
    said(&answered(form(), MirrorPart::Doing, values.iter().copied()), MirrorPart::Doing)
}

/// All answers are `same` but for these statements, by their numbers.
fn all_but(same: u8, others: &[(usize, u8)]) -> Vec<u8> {
    let mut values = vec![same; 20];
    others.iter().for_each(|(number, value)| values[number - 1] = *value);
    values
}

/// Tilt and strength of each contrast.
#[track_caller]
fn check(values: &[u8], expected: [(f64, f64); 5]) {
    let (form, said) = (form(), doing(values));
    let found = [0, 1, 2, 3, 4].map(|contrast| lean(form, &said, contrast).map(|lean| (lean.tilt, lean.strength)).unwrap());
    assert_eq!(found, expected);
}

#[test]
fn the_books_own_values_come_out() {
    let even = (0.0, 0.5);
    check(&[3; 20], [even; 5]);
    check(&[5; 20], [(0.5, 0.75), (-0.5, 0.75), (0.5, 0.75), (-0.5, 0.75), even]);
    check(&[1; 20], [(-0.5, 0.25), (0.5, 0.25), (-0.5, 0.25), (0.5, 0.25), even]);
    check(&all_but(3, &[(1, 5), (11, 2), (6, 2), (16, 3)]), [(-0.5, 0.625), even, even, even, even]);
}

#[test]
fn what_had_no_occasion_is_left_out_and_said() {
    let form = form();
    let one = lean(form, &doing(&all_but(3, &[(6, 0), (16, 5)])), 0).unwrap();
    assert_eq!((one.tilt, one.one_answer), (0.5, vec![Pole { contrast: 0, side: Side::Leadership }]));
    assert_eq!(lean(form, &doing(&all_but(3, &[(6, 0), (16, 0)])), 0), None);
    assert!(words::paragraph(form, 0, None, None, &ENGLISH).ends_with("Who near you had one?"));
}

#[test]
fn tilts_and_strengths_have_words() {
    let form = form();
    let line = |values: &[(usize, u8)], contrast| {
        let lean = lean(form, &doing(&all_but(3, values)), contrast);
        words::in_a_line(form, contrast, lean.as_ref(), &ENGLISH)
    };
    assert_eq!(line(&[(1, 5), (11, 2), (6, 2)], 0), "strong lean to planning, a fair amount of both");
    assert_eq!(line(&[(1, 4), (11, 2)], 0), "leaning to planning, a fair amount of both");
    assert_eq!(line(&[(1, 4)], 0), "about even, a fair amount of both");
    assert_eq!(line(&[(4, 5), (14, 1), (9, 5), (19, 5)], 3), "about even, a great deal of both");
    assert_eq!(line(&[(5, 1), (15, 5), (10, 5), (20, 1)], 4), "about even, seldom either");
    assert_eq!(line(&[(8, 5), (18, 3)], 2), "leaning to motivating, a fair amount of both");
    assert_eq!(line(&[(6, 0), (16, 0)], 0), "not enough to say");
    assert_eq!(
        ["−0.50", "0.00", "+0.13"],
        [-0.5, 0.0, 0.125].map(|tilt| words::tilt(tilt, &ENGLISH)).each_ref().map(String::as_str)
    );
    assert_eq!(words::hundredths(0.625, &ENGLISH), "0.63");
}

#[test]
fn a_small_difference_between_two_sittings_is_none() {
    let form = form();
    let at = |values: &[(usize, u8)]| lean(form, &doing(&all_but(3, values)), 0).unwrap();
    assert_eq!(at(&[]).moved(&at(&[(6, 4)])), None);
    assert_eq!(at(&[]).moved(&at(&[(6, 5)])), Some(Side::Management));
    assert_eq!(at(&[(6, 5)]).moved(&at(&[])), Some(Side::Leadership));
    let words = |values| words::paragraph(form, 0, Some(&at(&[])), Some((&at(values), "26 May")), &ENGLISH);
    assert!(words(&[(6, 4)]).starts_with("You reported"));
    assert!(words(&[(6, 5)]).starts_with("Since 26 May there is a clear change towards planning."));
}

#[test]
fn answers_that_pull_against_each_other_are_noted() {
    let form = form();
    let pulls = |values: &[u8]| pulls_apart(form, &doing(values));
    assert!(pulls(&all_but(3, &[(1, 1), (2, 2)])) && !pulls(&all_but(3, &[(1, 1), (2, 2), (4, 5)])));
    let both = [(1, 4), (11, 5), (2, 4), (12, 4), (13, 4), (3, 4)];
    assert!(pulls(&all_but(2, &both)) && !pulls(&all_but(2, &both[..5])));
    assert!(!pulls(&[0; 20]), "someone who had no occasion contradicts nobody");
}

/// The example of the book: use, need, cover, and what follows.
#[test]
fn gaps_choose_two_to_build_and_one_to_ease_off() {
    let form = form();
    let doing = doing(&all_but(3, &[(1, 5), (11, 2), (6, 2), (16, 2), (13, 5), (3, 1), (7, 3), (17, 3)]));
    // In the order of the poles: need, and who covers it.
    let needs = [4, 1, 5, 1, 3, 1, 5, 1, 3, 2, 5, 1, 3, 1, 4, 1, 1, 3, 1, 2];
    let need = said(&answered(form, MirrorPart::Need, needs), MirrorPart::Need);
    let plan = plan(form, &doing, &need);
    let names = |gaps: &[Gap]| gaps.iter().map(|gap| format!("{} {:+.1}", form.name(gap.pole), gap.size())).collect::<Vec<_>>();
    assert_eq!(names(&plan.build), ["vision +3.0", "aligning +2.0"]);
    assert_eq!(names(&plan.later), ["motivating +2.0", "innovation +1.0"]);
    assert_eq!(plan.ease_off.as_ref().map(|gap| (gap.need, gap.size())), Some((2.0, -3.0)));
    assert_eq!(names(&plan.look_at), ["calculated risk -2.0", "minimising risk -2.0"]);
    assert_eq!(names(&plan.keep), ["organising +0.0", "problem-solving +0.0", "planning -0.5"]);
}

#[test]
fn a_need_is_adjusted_by_what_others_cover() {
    assert_eq!([adjusted(5, 1), adjusted(5, 2), adjusted(5, 3), adjusted(3, 2), adjusted(1, 1)], [5.0, 3.0, 1.0, 2.0, 1.0]);
}

#[test]
fn what_is_not_needed_at_all_need_not_be_covered() {
    let form = form();
    let need = said(&answered(form, MirrorPart::Need, [1]), MirrorPart::Need);
    assert_eq!(open(form, MirrorPart::Need, &need), Some(2));
    let need = said(&answered(form, MirrorPart::Need, [2]), MirrorPart::Need);
    assert_eq!(open(form, MirrorPart::Need, &need), Some(1));
}

/// The same statements with the sides of each contrast exchanged.
fn turned(form: &Form) -> Form {
    let mut turned = form.clone();
    for statement in &mut turned.statements {
        statement.pole.side = match statement.pole.side {
            Side::Management => Side::Leadership,
            Side::Leadership => Side::Management,
        };
    }
    turned
}

proptest! {
    #[test]
    fn tilt_and_strength_stay_in_their_ranges_and_neither_side_is_favoured(values in proptest::collection::vec(0u8..=5, 20)) {
        let (form, said) = (form(), doing(&values));
        let opposite = doing(&values.iter().map(|value| if *value == 0 { 0 } else { 6 - value }).collect::<Vec<_>>());
        for contrast in 0..form.contrasts.len() {
            let Some(lean) = lean(form, &said, contrast) else { continue };
            prop_assert!((-1.0..=1.0).contains(&lean.tilt) && (0.0..=1.0).contains(&lean.strength));
            prop_assert!(lean.strength + lean.tilt.abs() / 2.0 <= 1.0, "a lean leaves room for less of both");
            let other = super::lean(&turned(form), &said, contrast).unwrap();
            prop_assert_eq!((other.tilt, other.strength), (-lean.tilt, lean.strength));
            let other = super::lean(form, &opposite, contrast).unwrap();
            prop_assert_eq!((other.tilt, other.strength), (-lean.tilt, 1.0 - lean.strength));
        }
    }

    #[test]
    fn whatever_is_said_stays_within_the_rules_of_wording(values in proptest::collection::vec(0u8..=5, 20)) {
        let (form, said) = (form(), doing(&values));
        for contrast in 0..form.contrasts.len() {
            let lean = lean(form, &said, contrast);
            let words = words::paragraph(form, contrast, lean.as_ref(), lean.as_ref().map(|then| (then, "26 May")), &ENGLISH);
            prop_assert!(words.ends_with('?') && words.contains("reported"), "{}", words);
            for never in ["ou are a", "type", "natural", "weak leader", "mere", "score", "manager", "leader ", "invalid"] {
                prop_assert!(!words.contains(never), "“{never}” in {words}");
            }
        }
    }

    #[test]
    fn a_plan_has_room_for_each_pole_once(
        values in proptest::collection::vec(0u8..=5, 20),
        needs in proptest::collection::vec((1u8..=5, 1u8..=3), 10),
    ) {
        let (form, doing) = (form(), doing(&values));
        let need = said(&answered(form, MirrorPart::Need, needs.iter().flat_map(|(need, cover)| [*need, *cover])), MirrorPart::Need);
        let plan = plan(form, &doing, &need);
        prop_assert!(plan.build.len() <= 2);
        let all = [&plan.build, &plan.later, &plan.look_at, &plan.keep].into_iter().flatten().chain(&plan.ease_off);
        let all: Vec<&Gap> = all.collect();
        prop_assert_eq!(all.len(), form.poles().filter(|pole| often(form, &doing, *pole).is_some()).count());
        prop_assert!(all.iter().all(|gap| (1.0..=5.0).contains(&gap.need) && gap.size().abs() <= 4.0));
        let least = plan.build.iter().map(Gap::size).fold(f64::INFINITY, f64::min);
        prop_assert!(plan.later.iter().all(|gap| gap.size() <= least));
    }
}
