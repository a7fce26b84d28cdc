//! An answer in the making: what a key does to it, kind by kind, and when it can be taken. Knows nothing of how it looks.
//!
//! Nothing is graded by one stray key: at the beginning of a question there is nothing that Enter could take.

use super::keymap::Act;
use super::typing::Typing;
use crate::course::mark::walk;
use crate::course::question::{Answer, Kind, LINE, Question};

/// The answer so far.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// One choice, or several.
    Picking {
        /// The focused choice, as a place on the screen.
        focus: Option<usize>,
        /// The ticked ones, as places in the author's order.
        ticked: Vec<usize>,
    },
    /// Lines into bins, or sentences to parts.
    Placing {
        /// The focused line, as a place on the screen.
        line: usize,
        /// What each line or part has got, in the author's order.
        given: Vec<Option<usize>>,
    },
    /// Steps in order.
    Ordering {
        /// The focused step, as a place on the screen.
        line: Option<usize>,
        /// The steps as they stand.
        order: Vec<usize>,
        /// The focused step moves with the arrows.
        is_lifted: bool,
    },
    /// A word or two.
    Writing {
        /// What is typed.
        typing: Typing,
        /// Letters are typing; otherwise they are keys.
        is_typing: bool,
    },
    /// One's own words, and then what one finds in them.
    Composing {
        /// What is typed.
        typing: Typing,
        /// Letters are typing.
        is_typing: bool,
        /// The model is shown, and the checklist ticked.
        is_rating: bool,
        /// The focused line of the checklist.
        line: usize,
        /// The ticked ones.
        ticked: Vec<usize>,
    },
    /// The way through a scenario.
    Walking {
        /// The ways taken so far.
        road: Vec<usize>,
        /// The focused way.
        focus: Option<usize>,
    },
    /// A place on a line.
    Leaning {
        /// Where, once it was moved.
        at: Option<u8>,
    },
}

/// What came of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// Nothing; the key means something else, or nothing here.
    Nothing,
    /// Only the focus is elsewhere.
    Moved,
    /// The answer is another; it is worth keeping.
    Changed,
    /// The answer is to be taken.
    Done,
}

impl Work {
    /// The work on a question, from its beginning or from where it was left.
    pub fn on(question: &Question, drawn: &[usize], before: Option<&Answer>) -> Work {
        match (&question.kind, before) {
            (Kind::Choice(_) | Kind::TrueFalse(_) | Kind::Multiple(_), before) => {
                let ticked = if let Some(Answer::Picked(picked)) = before { picked.clone() } else { Vec::new() };
                // Of one choice that was picked, nothing but the focus tells.
                let one = ticked.first().filter(|_| !question.takes_several());
                let focus = one.and_then(|picked| drawn.iter().position(|choice| choice == picked));
                Work::Picking { focus, ticked }
            }
            (Kind::Classify { items, .. }, before) => placing(items.len(), before, drawn),
            (Kind::Match { pairs, .. }, before) => {
                let places: Vec<usize> = (0..pairs.len()).collect();
                placing(pairs.len(), before, &places)
            }
            (Kind::Order(_), Some(Answer::Ordered(order))) => {
                Work::Ordering { line: Some(0), order: order.clone(), is_lifted: false }
            }
            (Kind::Order(_), _) => Work::Ordering { line: None, order: drawn.to_vec(), is_lifted: false },
            (Kind::Short { .. }, Some(Answer::Written(text, _))) => Work::Writing { typing: Typing::of(text), is_typing: true },
            (Kind::Short { .. }, _) => Work::Writing { typing: Typing::default(), is_typing: true },
            (Kind::Open { .. }, before) => {
                let (text, ticked) = if let Some(Answer::Written(text, ticks)) = before {
                    (text.as_str(), ticks.clone())
                } else {
                    ("", Vec::new())
                };
                Work::Composing { typing: Typing::of(text), is_typing: true, is_rating: false, line: 0, ticked }
            }
            (Kind::Scenario(_), Some(Answer::Walked(road))) => Work::Walking { road: road.clone(), focus: None },
            (Kind::Scenario(_), _) => Work::Walking { road: Vec::new(), focus: None },
            (Kind::Stance { .. }, Some(Answer::Leaned(at))) => Work::Leaning { at: Some(*at) },
            (Kind::Stance { .. }, _) => Work::Leaning { at: None },
        }
    }

    /// The answer as it stands.
    pub fn answer(&self, question: &Question, drawn: &[usize]) -> Answer {
        match self {
            Work::Picking { focus, ticked } => {
                let focused = focus.and_then(|at| drawn.get(at).copied());
                let mut picked = if question.takes_several() { ticked.clone() } else { focused.into_iter().collect() };
                picked.sort_unstable();
                Answer::Picked(picked)
            }
            Work::Placing { given, .. } => Answer::Placed(given.clone()),
            Work::Ordering { order, .. } => Answer::Ordered(order.clone()),
            Work::Writing { typing, .. } => Answer::Written(typing.text.trim().to_owned(), Vec::new()),
            Work::Composing { typing, ticked, .. } => {
                let mut ticked = ticked.clone();
                ticked.sort_unstable();
                Answer::Written(typing.text.trim().to_owned(), ticked)
            }
            Work::Walking { road, .. } => Answer::Walked(road.clone()),
            Work::Leaning { at } => Answer::Leaned(at.unwrap_or(LINE / 2)),
        }
    }

    /// Whether letters are typing now.
    pub fn is_typing(&self) -> bool {
        matches!(self, Work::Writing { is_typing: true, .. } | Work::Composing { is_typing: true, .. })
    }

    /// What a key does.
    pub fn take(&mut self, question: &Question, drawn: &[usize], act: Act) -> Came {
        match self {
            Work::Picking { focus, ticked } => pick(question, drawn, (focus, ticked), act),
            Work::Placing { line, given } => place(question, drawn, (line, given), act),
            Work::Ordering { line, order, is_lifted } => order_steps(line, order, is_lifted, act),
            Work::Writing { typing, is_typing } => write(typing, is_typing, act),
            Work::Composing { .. } => self.compose(question, act),
            Work::Walking { road, focus } => go_a_way(question, road, focus, act),
            Work::Leaning { at } => lean(at, act),
        }
    }

    fn compose(&mut self, question: &Question, act: Act) -> Came {
        let Work::Composing { typing, is_typing, is_rating, line, ticked } = self else { return Came::Nothing };
        let Kind::Open { checklist, .. } = &question.kind else { return Came::Nothing };
        if *is_typing {
            return match act {
                Act::Confirm if typing.is_blank() => Came::Nothing,
                Act::Confirm => {
                    (*is_typing, *is_rating) = (false, true);
                    Came::Changed
                }
                Act::Back => {
                    *is_typing = false;
                    Came::Moved
                }
                act if typing.take(act) => Came::Changed,
                _ => Came::Nothing,
            };
        }
        if !*is_rating {
            return match act {
                Act::Confirm => {
                    *is_typing = true;
                    Came::Moved
                }
                _ => Came::Nothing,
            };
        }
        match act {
            Act::Up => *line = line.saturating_sub(1),
            Act::Down => *line = (*line + 1).min(checklist.len().saturating_sub(1)),
            Act::Toggle => {
                tick(ticked, *line);
                return Came::Changed;
            }
            Act::Pick(digit) if (1..=checklist.len()).contains(&usize::from(digit)) => {
                *line = usize::from(digit) - 1;
                tick(ticked, *line);
                return Came::Changed;
            }
            Act::Confirm => return Came::Done,
            Act::Left | Act::Erase => (*is_typing, *is_rating) = (true, false),
            _ => return Came::Nothing,
        }
        Came::Moved
    }
}

fn placing(lines: usize, before: Option<&Answer>, drawn: &[usize]) -> Work {
    let mut given = if let Some(Answer::Placed(given)) = before { given.clone() } else { Vec::new() };
    given.resize(lines, None);
    Work::Placing { line: next_open(&given, drawn, 0).unwrap_or(0), given }
}

/// The next line on the screen without a place, from a line on and round the end.
fn next_open(given: &[Option<usize>], drawn: &[usize], from: usize) -> Option<usize> {
    let count = drawn.len();
    let is_open = |line: &usize| drawn.get(*line).and_then(|at| given.get(*at)) == Some(&None);
    (0..count).map(|away| (from + away) % count.max(1)).find(is_open)
}

fn tick(ticked: &mut Vec<usize>, at: usize) {
    match ticked.iter().position(|one| *one == at) {
        Some(place) => drop(ticked.remove(place)),
        None => ticked.push(at),
    }
}

fn pick(question: &Question, drawn: &[usize], (focus, ticked): (&mut Option<usize>, &mut Vec<usize>), act: Act) -> Came {
    let count = drawn.len();
    let several = question.takes_several();
    match act {
        Act::Down => *focus = Some(focus.map_or(0, |at| (at + 1).min(count.saturating_sub(1)))),
        Act::Up => *focus = Some(focus.map_or(count.saturating_sub(1), |at| at.saturating_sub(1))),
        Act::Pick(digit) if (1..=count).contains(&usize::from(digit)) => {
            *focus = Some(usize::from(digit) - 1);
            if several {
                return tick_focused(drawn, *focus, ticked);
            }
        }
        Act::Toggle if several => return tick_focused(drawn, *focus, ticked),
        Act::Confirm if several && ticked.is_empty() => return Came::Nothing,
        Act::Confirm if !several && focus.is_none() => return Came::Nothing,
        Act::Confirm => return Came::Done,
        _ => return Came::Nothing,
    }
    Came::Moved
}

fn tick_focused(drawn: &[usize], focus: Option<usize>, ticked: &mut Vec<usize>) -> Came {
    let Some(choice) = focus.and_then(|at| drawn.get(at)) else { return Came::Nothing };
    tick(ticked, *choice);
    Came::Changed
}

/// The order in which the lines of a question stand on the screen: parts of a match stay in the author's.
pub fn lines(question: &Question, drawn: &[usize]) -> Vec<usize> {
    match &question.kind {
        Kind::Match { pairs, .. } => (0..pairs.len()).collect(),
        _ => drawn.to_vec(),
    }
}

fn place(question: &Question, drawn: &[usize], (line, given): (&mut usize, &mut Vec<Option<usize>>), act: Act) -> Came {
    let lines = lines(question, drawn);
    let last = lines.len().saturating_sub(1);
    match act {
        Act::Up => *line = line.saturating_sub(1),
        Act::Down => *line = (*line + 1).min(last),
        Act::Top => *line = 0,
        Act::Bottom => *line = last,
        Act::Choose(nth) => *line = nth.min(last),
        Act::Pick(digit) => return give(question, drawn, &lines, (line, given), digit),
        Act::Erase => {
            let Some(here) = lines.get(*line).and_then(|at| given.get_mut(*at)) else { return Came::Nothing };
            *here = None;
            return Came::Changed;
        }
        Act::Confirm => match next_open(given, &lines, *line) {
            Some(open) => *line = open,
            None => return Came::Done,
        },
        _ => return Came::Nothing,
    }
    Came::Moved
}

/// The focused line gets a bin or a sentence. A sentence belongs to one part alone; giving it again takes it back.
fn give(
    question: &Question,
    drawn: &[usize],
    lines: &[usize],
    (line, given): (&mut usize, &mut Vec<Option<usize>>),
    digit: u8,
) -> Came {
    let nth = usize::from(digit).checked_sub(1);
    let what = match (&question.kind, nth) {
        (Kind::Classify { bins, .. }, Some(bin)) if bin < bins.len() => bin,
        (Kind::Match { .. }, Some(nth)) => match drawn.get(nth) {
            Some(sentence) => *sentence,
            None => return Came::Nothing,
        },
        _ => return Came::Nothing,
    };
    let Some(here) = lines.get(*line).copied() else { return Came::Nothing };
    let is_match = matches!(question.kind, Kind::Match { .. });
    let again = given.get(here) == Some(&Some(what));
    if is_match {
        given.iter_mut().filter(|other| **other == Some(what)).for_each(|other| *other = None);
    }
    if let Some(place) = given.get_mut(here) {
        *place = if is_match && again { None } else { Some(what) };
    }
    if !(is_match && again) {
        *line = next_open(given, lines, *line).unwrap_or(*line);
    }
    Came::Changed
}

fn order_steps(line: &mut Option<usize>, order: &mut Vec<usize>, is_lifted: &mut bool, act: Act) -> Came {
    let last = order.len().saturating_sub(1);
    let from = *line;
    match act {
        Act::Up => *line = Some(from.map_or(last, |at| at.saturating_sub(1))),
        Act::Down => *line = Some(from.map_or(0, |at| (at + 1).min(last))),
        Act::Toggle => {
            (*is_lifted, *line) = (!*is_lifted, from.or(Some(0)));
            return Came::Moved;
        }
        // A digit sends the focused step to that place; without a focus it takes the step there.
        Act::Pick(digit) if (1..=order.len()).contains(&usize::from(digit)) => {
            *line = Some(usize::from(digit) - 1);
            if from.is_none() {
                return Came::Moved;
            }
        }
        // A click lifts a step, and the next one puts it where it points.
        Act::Choose(nth) => {
            *line = Some(nth.min(last));
            if !*is_lifted {
                *is_lifted = true;
                return Came::Moved;
            }
        }
        Act::Confirm if from.is_none() => return Came::Nothing,
        Act::Confirm if *is_lifted => {
            *is_lifted = false;
            return Came::Moved;
        }
        Act::Confirm => return Came::Done,
        _ => return Came::Nothing,
    }
    let moves = *is_lifted || matches!(act, Act::Pick(_));
    match (from, *line) {
        (Some(from), Some(to)) if moves && from != to => {
            let step = order.remove(from);
            order.insert(to, step);
            *is_lifted &= !matches!(act, Act::Choose(_));
            Came::Changed
        }
        _ => Came::Moved,
    }
}

fn write(typing: &mut Typing, is_typing: &mut bool, act: Act) -> Came {
    match act {
        Act::Confirm if typing.is_blank() => {
            *is_typing = true;
            Came::Moved
        }
        Act::Confirm => Came::Done,
        Act::Back if *is_typing => {
            *is_typing = false;
            Came::Moved
        }
        act if *is_typing && typing.take(act) => Came::Changed,
        _ => Came::Nothing,
    }
}

fn go_a_way(question: &Question, road: &mut Vec<usize>, focus: &mut Option<usize>, act: Act) -> Came {
    let Kind::Scenario(scenes) = &question.kind else { return Came::Nothing };
    let Some(at) = scene_at(question, road) else { return if act == Act::Confirm { Came::Done } else { Came::Nothing } };
    let count = scenes.get(at).map_or(0, |scene| scene.choices.len());
    match act {
        Act::Down => *focus = Some(focus.map_or(0, |at| (at + 1).min(count.saturating_sub(1)))),
        Act::Up => *focus = Some(focus.map_or(count.saturating_sub(1), |at| at.saturating_sub(1))),
        Act::Pick(digit) if (1..=count).contains(&usize::from(digit)) => *focus = Some(usize::from(digit) - 1),
        Act::Confirm => {
            let Some(way) = focus.take() else { return Came::Nothing };
            road.push(way);
            return if scene_at(question, road).is_some() { Came::Changed } else { Came::Done };
        }
        _ => return Came::Nothing,
    }
    Came::Moved
}

/// The scene at which a road has come; none at its end.
pub fn scene_at(question: &Question, road: &[usize]) -> Option<usize> {
    let Kind::Scenario(scenes) = &question.kind else { return None };
    match walk(scenes, road).last() {
        None => Some(0),
        Some((scene, way)) => scenes.get(*scene)?.choices.get(*way)?.next,
    }
}

fn lean(at: &mut Option<u8>, act: Act) -> Came {
    let here = at.unwrap_or(LINE / 2);
    match act {
        Act::Left | Act::Down => *at = Some(here.saturating_sub(1)),
        Act::Right | Act::Up => *at = Some((here + 1).min(LINE)),
        Act::Pick(digit) => *at = Some(digit.min(LINE)),
        Act::Confirm if at.is_some() => return Came::Done,
        _ => return Came::Nothing,
    }
    Came::Changed
}
