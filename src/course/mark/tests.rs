//! What each kind is worth: nothing, a part, and all of it; and the laws that hold for every answer.

use proptest::prelude::*;

use super::super::question::{self, Choice, Item, Pair, Scene, Spare, Step, Way};
use super::super::{Id, Prose};
use super::*;

fn prose(text: &str) -> Prose {
    Prose::new(text)
}

fn ask(kind: Kind) -> Question {
    Question {
        id: Id::new("q").unwrap(),
        fingerprint: question::fingerprint(&Prose::default(), &kind),
        kind,
        objective: None,
        pole: question::Pole::Both,
        uses: Vec::new(),
        difficulty: 1,
        prompt: Prose::default(),
        hints: Vec::new(),
        explain: Prose::default(),
        difference: Prose::default(),
        see: None,
        allow: Vec::new(),
        at: 0..0,
    }
}

fn choices(key: &[usize], of: usize) -> Vec<Choice> {
    (0..of).map(|at| Choice { text: prose("c"), correct: key.contains(&at), why: Prose::default() }).collect()
}

fn classify(bins: &[usize]) -> Question {
    let item = |bin: &usize| Item { text: prose("i"), bin: *bin, also: vec![2], why: Prose::default() };
    ask(Kind::Classify { bins: vec![prose("a"), prose("b"), prose("c")], items: bins.iter().map(item).collect() })
}

fn matching(pairs: usize) -> Question {
    let pair = |_| Pair { left: prose("l"), right: prose("r"), why: Prose::default() };
    let extra = vec![Spare { text: prose("x"), why: Prose::default() }];
    ask(Kind::Match { pairs: (0..pairs).map(pair).collect(), extra })
}

fn order(steps: usize) -> Question {
    ask(Kind::Order((0..steps).map(|_| Step { text: prose("s"), why: Prose::default() }).collect()))
}

/// Two scenes; the first leads to the second by its first way, and ends by its second.
fn scenario() -> Question {
    let way = |score, next| Way { text: prose("w"), outcome: prose("o"), score, next };
    let scenes = vec![
        Scene { text: prose("one"), choices: vec![way(100, Some(1)), way(30, None)] },
        Scene { text: prose("two"), choices: vec![way(50, None), way(100, None)] },
    ];
    ask(Kind::Scenario(scenes))
}

#[track_caller]
fn check(question: &Question, answer: Answer, earned: usize, of: usize, right: bool) {
    let verdict = mark(question, &answer);
    assert_eq!((verdict.earned, verdict.of, verdict.right), (earned, of, right));
}

#[test]
fn one_right_choice_is_one_point() {
    let question = ask(Kind::Choice(choices(&[2], 4)));
    check(&question, Answer::Picked(vec![2]), 1, 1, true);
    check(&question, Answer::Picked(vec![1]), 0, 1, false);
    check(&question, Answer::Picked(vec![]), 0, 1, false);
    check(&question, Answer::Picked(vec![1, 2]), 0, 1, false);
    check(&question, Answer::Picked(vec![9]), 0, 1, false);
    check(&question, Answer::Picked(vec![2, 9]), 0, 1, false);
}

#[test]
fn each_choice_of_several_is_judged_by_itself() {
    let question = ask(Kind::Multiple(choices(&[0, 2, 3], 4)));
    check(&question, Answer::Picked(vec![0, 2, 3]), 4, 4, true);
    check(&question, Answer::Picked(vec![0, 3]), 3, 4, false);
    check(&question, Answer::Picked(vec![]), 1, 4, false);
    check(&question, Answer::Picked(vec![1]), 0, 4, false);
}

#[test]
fn lines_in_their_bins_count_one_each_and_an_argued_bin_counts_too() {
    let question = classify(&[0, 1, 1, 0, 1]);
    let placed = |bins: &[usize]| Answer::Placed(bins.iter().map(|bin| Some(*bin)).collect());
    check(&question, placed(&[0, 1, 1, 0, 1]), 5, 5, true);
    check(&question, placed(&[0, 1, 1, 2, 0]), 4, 5, true);
    check(&question, placed(&[1, 0, 1, 2, 0]), 2, 5, false);
    check(&question, Answer::Placed(vec![Some(0), None]), 1, 5, false);
}

#[test]
fn parts_with_their_sentences_count_one_each() {
    let question = matching(5);
    let placed = |given: &[usize]| Answer::Placed(given.iter().map(|at| Some(*at)).collect());
    check(&question, placed(&[0, 1, 2, 3, 4]), 5, 5, true);
    check(&question, placed(&[0, 1, 2, 3, 5]), 4, 5, true);
    check(&question, placed(&[1, 0, 2, 3, 5]), 2, 5, false);
}

#[test]
fn pairs_in_the_right_order_count_one_each() {
    let question = order(5);
    check(&question, Answer::Ordered(vec![0, 1, 2, 3, 4]), 10, 10, true);
    check(&question, Answer::Ordered(vec![1, 0, 2, 3, 4]), 9, 10, true);
    check(&question, Answer::Ordered(vec![4, 3, 2, 1, 0]), 0, 10, false);
    check(&question, Answer::Ordered(vec![4, 0, 1, 2, 3]), 6, 10, false);
    check(&question, Answer::Ordered(vec![0, 1]), 1, 10, false);
}

#[test]
fn a_road_is_worth_the_mean_of_its_ways_once_it_is_at_its_end() {
    check(&scenario(), Answer::Walked(vec![0, 1]), 100, 100, true);
    check(&scenario(), Answer::Walked(vec![0, 0]), 75, 100, true);
    check(&scenario(), Answer::Walked(vec![1]), 30, 100, false);
    check(&scenario(), Answer::Walked(vec![0]), 0, 100, false);
    check(&scenario(), Answer::Walked(vec![7, 1]), 0, 100, false);
}

#[test]
fn an_open_answer_is_rated_by_its_writer_and_a_stance_by_nobody() {
    let open = ask(Kind::Open { model: prose("m"), checklist: vec![prose("a"), prose("b"), prose("c"), prose("d")] });
    check(&open, Answer::Written("mine".into(), vec![0, 1, 3]), 3, 4, true);
    check(&open, Answer::Written("mine".into(), vec![]), 0, 4, false);
    check(&ask(Kind::Stance { left: prose("l"), right: prose("r") }), Answer::Leaned(7), 0, 0, false);
}

#[test]
fn a_hint_costs_a_tenth() {
    let verdict = mark(&ask(Kind::Choice(choices(&[0], 2))), &Answer::Picked(vec![0]));
    assert!((verdict.grade(0) - 1.0).abs() < 1e-9 && (verdict.grade(2) - 0.8).abs() < 1e-9 && verdict.grade(99) == 0.0);
}

fn any_question() -> impl Strategy<Value = Question> {
    let key = prop::collection::vec(0usize..5, 0..5);
    prop_oneof![
        key.clone().prop_map(|key| ask(Kind::Choice(choices(&key, 5)))),
        key.prop_map(|key| ask(Kind::Multiple(choices(&key, 5)))),
        prop::collection::vec(0usize..3, 1..8).prop_map(|bins| classify(&bins)),
        (1usize..8).prop_map(matching),
        (2usize..8).prop_map(order),
        Just(scenario()),
        Just(ask(Kind::Open { model: prose("m"), checklist: vec![prose("a"), prose("b")] })),
        Just(ask(Kind::Stance { left: prose("l"), right: prose("r") })),
    ]
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        prop::collection::vec(0usize..9, 0..9).prop_map(Answer::Picked),
        prop::collection::vec(prop::option::of(0usize..9), 0..9).prop_map(Answer::Placed),
        prop::collection::vec(0usize..9, 0..9).prop_map(Answer::Ordered),
        (".{0,9}", prop::collection::vec(0usize..9, 0..9)).prop_map(|(text, ticks)| Answer::Written(text, ticks)),
        prop::collection::vec(0usize..4, 0..6).prop_map(Answer::Walked),
        any::<u8>().prop_map(Answer::Leaned),
    ]
}

/// The answer that its author holds for right.
fn key(question: &Question) -> Option<Answer> {
    Some(match &question.kind {
        Kind::Choice(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => {
            let key: Vec<usize> = (0..choices.len()).filter(|at| choices[*at].correct).collect();
            if key.len() != 1 && !matches!(question.kind, Kind::Multiple(_)) {
                return None;
            }
            Answer::Picked(key)
        }
        Kind::Classify { items, .. } => Answer::Placed(items.iter().map(|item| Some(item.bin)).collect()),
        Kind::Match { pairs, .. } => Answer::Placed((0..pairs.len()).map(Some).collect()),
        Kind::Order(steps) => Answer::Ordered((0..steps.len()).collect()),
        Kind::Open { checklist, .. } => Answer::Written(String::new(), (0..checklist.len()).collect()),
        Kind::Scenario(_) => Answer::Walked(vec![0, 1]),
        Kind::Short { .. } | Kind::Stance { .. } => return None,
    })
}

proptest! {
    #[test]
    fn a_grade_lies_between_0_and_1(question in any_question(), answer in any_answer(), hints in 0usize..20) {
        let verdict = mark(&question, &answer);
        prop_assert!(verdict.earned <= verdict.of);
        prop_assert!((0.0..=1.0).contains(&verdict.grade(hints)));
        prop_assert!(verdict.grade(hints + 1) <= verdict.grade(hints));
        prop_assert!(!verdict.is_full() || verdict.is_right());
    }

    #[test]
    fn the_key_is_worth_all(question in any_question()) {
        if let Some(key) = key(&question) {
            let verdict = mark(&question, &key);
            prop_assert!(verdict.is_full() && verdict.is_right(), "{:?} of {:?}", key, question.kind);
        }
    }

    #[test]
    fn the_quick_word_is_that_of_the_verdict(question in any_question(), answer in any_answer(), pick in 0usize..5) {
        prop_assert_eq!(is_right(&question, &answer), mark(&question, &answer).is_right());
        for answer in [Answer::Picked(vec![pick]), Answer::Picked(vec![pick, pick]), Answer::Picked(Vec::new())] {
            prop_assert_eq!(is_right(&question, &answer), mark(&question, &answer).is_right());
        }
        if let Some(key) = key(&question) {
            prop_assert!(is_right(&question, &key));
        }
    }

    /// Putting one more part right never costs anything.
    #[test]
    fn a_part_that_gets_right_never_costs(question in any_question(), answer in any_answer(), at in 0usize..9) {
        let before = mark(&question, &answer);
        let better = match (answer, key(&question)) {
            (Answer::Placed(mut given), Some(Answer::Placed(key))) if at < key.len() => {
                given.resize(given.len().max(at + 1), None);
                given[at] = key[at];
                Answer::Placed(given)
            }
            (Answer::Picked(mut picked), Some(Answer::Picked(key))) if matches!(question.kind, Kind::Multiple(_)) => {
                picked.retain(|one| *one != at);
                picked.extend(key.contains(&at).then_some(at));
                Answer::Picked(picked)
            }
            (Answer::Written(text, mut ticks), Some(Answer::Written(..))) => {
                ticks.push(at);
                Answer::Written(text, ticks)
            }
            _ => return Ok(()),
        };
        prop_assert!(mark(&question, &better).earned >= before.earned);
    }
}
