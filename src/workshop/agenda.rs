//! The agenda: from lessons and minutes to a plan whose budgets add up. Each step has a weight and a floor; how much of a lesson is
//! shown depends on the minutes it gets. Weights follow ninety-minute workshops on paper: a third for the frame, the rest for lessons.

use super::slide::{self, Point, Slide};
use super::vote::{Choosable, Poll, PollKind};
use super::{Plan, Stage, Step};
use crate::course::question::{Kind, Question, Use};
use crate::course::{Clean, Course, Lesson};

/// The shortest session.
pub const SHORTEST: u32 = 15;
/// The longest session, in minutes: a day.
pub const LONGEST: u32 = 480;

/// Budgets are multiples of so many seconds.
const UNIT: u32 = 15;

/// How much of a lesson there is time for.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Depth {
    /// Card, vote, reveal.
    Vote,
    /// Pairs and a second vote between them.
    Pairs,
    /// Both sides of the card, and a debrief.
    Cycle,
    /// The sections and a case.
    Whole,
}

/// A plan in the making.
struct Making {
    plan: Plan,
    weights: Vec<(u32, u32)>,
}

/// The plan of a session on these lessons, which must be loaded.
pub fn plan(course: &Course, lessons: &[usize], minutes: u32) -> Plan {
    let minutes = minutes.clamp(SHORTEST, LONGEST);
    let taught: Vec<&Lesson> = lessons.iter().filter_map(|at| course.lessons.get(*at)).collect();
    let depth = depth(minutes, taught.len());
    let title = match taught.as_slice() {
        [only] => only.title.clone(),
        _ => course.title.clone(),
    };
    let plan = Plan {
        title,
        course: course.title.clone(),
        minutes,
        lessons: taught.iter().map(|lesson| lesson.id.clone()).collect(),
        steps: Vec::new(),
        slides: Vec::new(),
        polls: Vec::new(),
        slack: 0,
    };
    let mut making = Making { plan, weights: Vec::new() };
    making.step("lobby", "Lobby", (0, 0), Stage::Lobby, "Ask the back row. Begin on time for those who came on time.");
    making.slide("welcome", welcome(&making.plan, &taught), (300, 30));
    let line = (minutes >= 30).then(|| making.line(&taught));
    let rest_after = if taught.len() > 1 { taught.len() * 3 / 5 } else { taught.len() };
    for (nth, lesson) in taught.iter().enumerate() {
        making.lesson(lesson, depth);
        if minutes >= 90 && nth + 1 == rest_after {
            let notes = "Say when we go on, and go on then.";
            making.step("break", "Break", (0, if minutes >= 120 { 600 } else { 300 }), Stage::Break, notes);
        }
    }
    if let Some(poll) = line {
        let notes = "The same line as at the beginning. No end of it is better.";
        making.step("line-2", "Closing line", (90, 30), Stage::Vote { poll, round: 1 }, notes);
        making.step(
            "line-reveal",
            "Both lines",
            (90, 30),
            Stage::Reveal(poll),
            "Ask someone who moved, and someone who did not.",
        );
    }
    making.step(
        "commit",
        "Commitment",
        (400, 60),
        Stage::Commit,
        "Two quiet minutes, then pairs. Read none aloud that was not offered.",
    );
    making.step("close", "Close", (0, 0), Stage::Close, "");
    making.budget(minutes * 60);
    making.plan
}

fn depth(minutes: u32, lessons: usize) -> Depth {
    match minutes * 40 / lessons.max(1) as u32 {
        1500.. => Depth::Whole,
        420.. => Depth::Cycle,
        240.. => Depth::Pairs,
        _ => Depth::Vote,
    }
}

fn welcome(plan: &Plan, taught: &[&Lesson]) -> Slide {
    let point = |text: Clean| Point { pole: None, text };
    let points = match taught {
        [only] => only.objectives.iter().take(3).map(|objective| point(slide::capital(objective.text.as_str()))).collect(),
        several => several.iter().take(6).map(|lesson| point(lesson.title.clone())).collect(),
    };
    let notes = Clean::fixed("Who is here, what we do, when we end. Hands decide what we talk about; nobody is called upon.");
    Slide { title: if taught.len() == 1 { Clean::fixed("What for") } else { plan.title.clone() }, points, notes, is_card: false }
}

impl Making {
    fn step(&mut self, name: &str, title: &str, weight: (u32, u32), stage: Stage, notes: &str) {
        let step =
            Step { name: name.to_owned(), title: Clean::words(title), seconds: 0, stage, notes: Clean::words(notes.trim()) };
        self.plan.steps.push(step);
        self.weights.push(weight);
    }

    fn slide(&mut self, name: &str, slide: Slide, weight: (u32, u32)) {
        let title = match name {
            "welcome" => "Welcome",
            _ if name.starts_with("card-") && self.plan.lessons.len() == 1 => "The contrast",
            _ => slide.title.as_str(),
        }
        .to_owned();
        let notes = slide.notes.clone();
        let stage = Stage::Slide(self.plan.slides.len());
        self.plan.slides.push(slide);
        self.step(name, &title, weight, stage, notes.as_str());
    }

    /// The line on which the room stands at the beginning and at the end.
    fn line(&mut self, taught: &[&Lesson]) -> usize {
        let (left, right) = match taught {
            [only] => slide::poles(only).map(|(left, right)| (small(&left), small(&right))),
            _ => None,
        }
        .unwrap_or((Clean::fixed("management"), Clean::fixed("leadership")));
        let poll = self.plan.polls.len();
        self.plan.polls.push(Poll {
            name: "line".to_owned(),
            asks: Clean::fixed("Your next free hour: to which work does it go?"),
            case: Clean::default(),
            kind: PollKind::Line { left, right },
        });
        let notes =
            "A line with eleven places, 0 to 10. There is no right end. Type how many stand where, or press a digit a person.";
        self.step("line-1", "Opening line", (200, 45), Stage::Vote { poll, round: 0 }, notes);
        poll
    }

    fn lesson(&mut self, lesson: &Lesson, depth: Depth) {
        let id = lesson.id.as_str();
        let whole = depth == Depth::Whole;
        let mut cards = slide::cards(lesson);
        cards.truncate(if depth >= Depth::Cycle { 2 } else { 1 });
        let mut cards = cards.into_iter();
        cards.next().into_iter().for_each(|card| self.slide(&format!("card-{id}"), card, (120, 20)));
        if whole {
            for (nth, section) in slide::sections(lesson).into_iter().enumerate() {
                self.slide(&format!("slide-{id}-{}", nth + 1), section, (180, 30));
            }
        }
        cards.next().into_iter().for_each(|card| self.slide(&format!("alone-{id}"), card, (60, 15)));
        if let Some(question) = question(lesson) {
            self.question(lesson, question, depth);
        }
        if let Some(case) = slide::case(lesson).filter(|_| whole) {
            self.slide(&format!("case-{id}"), case, (420, 60));
        }
    }

    fn question(&mut self, lesson: &Lesson, question: &Question, depth: Depth) {
        let poll = self.plan.polls.len();
        let id = question.id.as_str();
        let asked = poll_of(question);
        let key = asked.key().map_or(' ', letter);
        let notes = format!("Silent, each for oneself. Do not name the key yet. {key} is right. {}", question.difference.words());
        self.plan.polls.push(asked);
        self.step(&format!("{id}-vote-1"), "Vote, round 1", (90, 30), Stage::Vote { poll, round: 0 }, &notes);
        if depth >= Depth::Pairs {
            let hints: Vec<String> = question.hints.iter().map(|hint| hint.words().to_string()).collect();
            let hints = hints.join(" ");
            self.step(
                &format!("{id}-gate"),
                "Gate",
                (0, 0),
                Stage::Gate(poll),
                "Decide how to go on. The room does not see how votes fell.",
            );
            self.step(&format!("{id}-pairs"), "Pairs", (150, 60), Stage::Pairs(poll), &format!("Walk about and listen. {hints}"));
            self.step(&format!("{id}-vote-2"), "Vote, round 2", (45, 20), Stage::Vote { poll, round: 1 }, &notes);
        }
        let explain = question.explain.words();
        let whys = self.plan.polls.get(poll).map(|poll| whys(poll.options())).unwrap_or_default();
        self.step(&format!("{id}-reveal"), "Reveal", (150, 45), Stage::Reveal(poll), &format!("{explain} {whys}"));
        if depth >= Depth::Cycle {
            let prompt = slide::prompt(lesson).unwrap_or(Clean::fixed("Where did you last see this at work?"));
            let slide = self.plan.slides.len();
            let points = vec![Point { pole: None, text: prompt }];
            self.plan.slides.push(Slide { title: Clean::fixed("And with us?"), points, notes: Clean::default(), is_card: false });
            self.step(
                &format!("{id}-debrief"),
                "Debrief",
                (120, 30),
                Stage::Debrief(slide),
                "One question, three answers, no verdicts.",
            );
        }
    }

    /// Gives every step its seconds. A weight of nought with a floor is a fixed time.
    fn budget(&mut self, total: u32) {
        let fixed: u32 = self.weights.iter().filter(|(weight, _)| *weight == 0).map(|(_, floor)| floor).sum();
        let slack = (total / 30).min(180) / UNIT * UNIT;
        let free = total.saturating_sub(fixed + slack);
        let sum: u32 = self.weights.iter().map(|(weight, _)| weight).sum::<u32>().max(1);
        let rounded = |seconds: u32| seconds / UNIT * UNIT;
        let mut seconds: Vec<u32> = self
            .weights
            .iter()
            .map(|(weight, floor)| rounded((u64::from(free) * u64::from(*weight) / u64::from(sum)) as u32).max(*floor))
            .collect();
        let mut order: Vec<usize> =
            (0..seconds.len()).filter(|at| self.weights.get(*at).is_some_and(|(weight, _)| *weight > 0)).collect();
        order.sort_by_key(|at| std::cmp::Reverse(self.weights.get(*at).map(|(weight, _)| *weight)));
        let limit = free + fixed;
        // What floors took is given back by the longest; what rounding left goes to the weightiest.
        while seconds.iter().sum::<u32>() > limit {
            match seconds.iter_mut().max() {
                Some(longest) if *longest > UNIT => *longest -= UNIT,
                _ => break,
            }
        }
        for at in order.iter().cycle().take(order.len() * 2) {
            if seconds.iter().sum::<u32>() + UNIT <= limit
                && let Some(slot) = seconds.get_mut(*at)
            {
                *slot += UNIT;
            }
        }
        self.plan.slack = total.saturating_sub(seconds.iter().sum());
        self.plan.steps.iter_mut().zip(seconds).for_each(|(step, seconds)| step.seconds = seconds);
    }
}

/// `A` for the first.
pub fn letter(at: usize) -> char {
    u8::try_from(at).ok().and_then(|at| (b'A').checked_add(at)).map_or('?', char::from)
}

fn small(word: &Clean) -> Clean {
    Clean::words(&word.as_str().to_lowercase())
}

fn whys(options: &[Choosable]) -> String {
    let others = options.iter().enumerate().filter(|(_, option)| !option.is_key);
    others.map(|(at, option)| format!("{}: {}", letter(at), option.why)).collect::<Vec<_>>().join(" ")
}

/// The question for the room: the one marked for it, or else the hardest that a show of hands can answer.
pub fn question(lesson: &Lesson) -> Option<&Question> {
    let by_hands = |question: &&Question| matches!(question.kind, Kind::Choice(_) | Kind::TrueFalse(_));
    let mut fit = lesson.questions().iter().filter(by_hands);
    let marked = lesson.questions().iter().filter(by_hands).find(|question| question.is_for(Use::Workshop));
    marked.or_else(|| fit.by_ref().reduce(|best, next| if next.difficulty > best.difficulty { next } else { best }))
}

fn poll_of(question: &Question) -> Poll {
    let words = question.prompt.words();
    let (case, asks) = last_sentence(words.as_str());
    let options = question.choices().iter().map(|choice| Choosable {
        text: choice.text.words(),
        is_key: choice.correct,
        why: Clean::words(&slide::sentence(choice.why.words().as_str())),
    });
    let kind = PollKind::Choices(options.collect());
    Poll { name: question.id.to_string(), asks: Clean::words(&asks), case: Clean::words(&case), kind }
}

/// A prompt is mostly a case and then a question; the question is what the room is asked.
fn last_sentence(words: &str) -> (String, String) {
    let mut rest = words.trim();
    let mut case = String::new();
    loop {
        let first = slide::sentence(rest);
        let after = rest.get(first.len()..).unwrap_or_default().trim_start();
        if after.is_empty() || first.is_empty() {
            return (case.trim().to_owned(), rest.to_owned());
        }
        case = format!("{case} {first}");
        rest = after;
    }
}
