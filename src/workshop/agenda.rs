//! The agenda: from lessons and minutes to a plan whose budgets add up. What a lesson's script says comes first; what it leaves open is
//! made from the lesson. How much of a lesson is shown depends on the minutes it gets. Weights follow ninety-minute workshops on paper:
//! a third for the frame, the rest for lessons.

use super::slide::{self, Point, Slide};
use super::vote::Poll;
use super::{Plan, Stage, Step};
use crate::course::question::{Choice, Question};
use crate::course::script::{self, Script, Talk};
use crate::course::{Clean, Course, Fingerprint, Lesson};
use crate::words::{self, ENGLISH, Words};

mod ask;
mod budget;

pub use ask::{letter, question};
use budget::Share;

/// The shortest session.
pub const SHORTEST: u32 = 15;
/// The longest session, in minutes: a day.
pub const LONGEST: u32 = 480;

/// How much of a lesson there is time for.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Depth {
    /// Card, vote, reveal.
    Vote,
    /// Pairs and a second vote between them.
    Pairs,
    /// Both sides of the card or the slides of the script, and a debrief.
    Cycle,
    /// The sections and a case.
    Whole,
}

/// A plan in the making.
struct Making<'a> {
    words: words::Workshop<'a>,
    plan: Plan,
    shares: Vec<Share>,
    depth: Depth,
    /// The minutes of a lesson.
    each: u32,
}

/// The plan of a session on these lessons, which must be loaded.
pub fn plan(course: &Course, lessons: &[usize], minutes: u32) -> Plan {
    plan_in(&course.words, course, lessons, minutes)
}

/// What tells whether two programs show the same: by the English plan, so that what was kept in a journal stays comparable whatever
/// becomes of the course's own words for the stages.
pub fn fingerprint(course: &Course, lessons: &[usize], minutes: u32) -> Fingerprint {
    plan_in(&ENGLISH, course, lessons, minutes).fingerprint()
}

fn plan_in(words: &Words, course: &Course, lessons: &[usize], minutes: u32) -> Plan {
    let minutes = minutes.clamp(SHORTEST, LONGEST);
    let mut making = making(words, course, lessons, minutes);
    let budgets = budget::budgets(&making.shares, minutes * 60);
    making.plan.slack = (minutes * 60).saturating_sub(budgets.iter().sum());
    making.plan.steps.iter_mut().zip(budgets).for_each(|(step, seconds)| step.seconds = seconds);
    making.plan
}

/// How many seconds a session lacks for what the lessons' scripts say, and for how many nothing is planned.
pub fn over_and_idle(course: &Course, lessons: &[usize], minutes: u32) -> (u32, u32) {
    budget::over_and_idle(&making(&ENGLISH, course, lessons, minutes).shares, minutes * 60)
}

fn making<'a>(words: &'a Words, course: &Course, lessons: &[usize], minutes: u32) -> Making<'a> {
    let taught: Vec<&Lesson> = lessons.iter().filter_map(|at| course.lessons.get(*at)).collect();
    let mut making = Making::new(words, course, &taught, minutes);
    let said = words.workshop();
    making.step("lobby", said.lobby(), Share::NONE, Stage::Lobby, notes([said.lobby_note()]));
    making.slide("welcome", welcome(said, &making.plan, &taught), Share::until((minutes * 5).clamp(60, 300), 30, 480));
    let opening = (minutes >= 30).then(|| making.opening(words, &taught));
    let rest_after = taught.len() * 3 / 5;
    for (nth, lesson) in taught.iter().enumerate() {
        making.lesson(words, lesson);
        if nth + 1 == rest_after {
            making.rest();
        }
    }
    opening.into_iter().for_each(|poll| making.closing_line(poll));
    making.commit(&taught);
    making.step("close", said.close(), Share::NONE, Stage::Close, Vec::new());
    making
}

fn depth(each: u32) -> Depth {
    // Ten and a half minutes, and thirty-seven and a half.
    match each * 2 {
        75.. => Depth::Whole,
        21.. => Depth::Cycle,
        12.. => Depth::Pairs,
        _ => Depth::Vote,
    }
}

/// What the facilitator is told.
fn notes<const N: usize>(said: [&str; N]) -> Vec<Clean> {
    said.map(Clean::words).into()
}

fn welcome(words: words::Workshop, plan: &Plan, taught: &[&Lesson]) -> Slide {
    let point = |text: Clean| Point { pole: None, text };
    let points = match taught {
        [only] => only.objectives.iter().take(3).map(|objective| point(slide::capital(objective.text.as_str()))).collect(),
        several => several.iter().take(6).map(|lesson| point(lesson.title.clone())).collect(),
    };
    let title = if taught.len() == 1 { Clean::words(words.what_for()) } else { plan.title.clone() };
    Slide { title, points, notes: notes([words.welcome_note()]), is_card: false }
}

impl<'a> Making<'a> {
    fn new(words: &'a Words, course: &Course, taught: &[&Lesson], minutes: u32) -> Making<'a> {
        let title = match taught {
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
            commit: Clean::words(words.workshop().one_sentence()),
            slack: 0,
        };
        let each = minutes / taught.len().max(1) as u32;
        Making { words: words.workshop(), plan, shares: Vec::new(), depth: depth(each), each }
    }

    fn step(&mut self, name: &str, title: &str, share: Share, stage: Stage, notes: Vec<Clean>) {
        let mut notes = notes;
        notes.retain(|note| !note.is_empty());
        self.plan.steps.push(Step { name: name.to_owned(), title: Clean::words(title), seconds: 0, stage, notes });
        self.shares.push(share);
    }

    fn slide(&mut self, name: &str, slide: Slide, share: Share) {
        let title = match name {
            "welcome" => self.words.welcome(),
            _ if name.starts_with("card-") && self.plan.lessons.len() == 1 => self.words.the_contrast(),
            _ => slide.title.as_str(),
        }
        .to_owned();
        let notes = slide.notes.clone();
        let stage = Stage::Slide(self.plan.slides.len());
        self.plan.slides.push(slide);
        self.step(name, &title, share, stage, notes);
    }

    /// What a script gives a step; shorter workshops have another measure.
    fn share(&self, made: Share, written: Option<u32>) -> Share {
        if self.depth == Depth::Whole { made.or(written) } else { made }
    }

    /// What the room is asked before anything is said. A line is asked again at the end; a poll is shown at once.
    fn opening(&mut self, words: &Words, taught: &[&Lesson]) -> usize {
        let asked = ask::opening(taught, words);
        let (is_line, poll) = (asked.is_line(), self.plan.polls.len());
        let words = self.words;
        let (name, title, how) = match is_line {
            true => ("line-1", words.opening_line(), words.opening_line_note()),
            false => ("opening", words.opening_poll(), words.opening_poll_note()),
        };
        self.plan.polls.push(asked);
        let written = only(taught).and_then(|script| script.opening.as_ref()).map(|opening| &opening.part);
        let mut told = notes([how]);
        told.extend(written.iter().flat_map(|part| part.notes.clone()));
        let share = self.share(Share::vote(200, 45), written.and_then(|part| part.seconds));
        self.step(name, title, share, Stage::Vote { poll, round: 0 }, told);
        if !is_line {
            let told = notes([words.opening_reveal_note()]);
            self.step("opening-reveal", words.opening_reveal(), Share::vote(60, 15), Stage::Reveal(poll), told);
        }
        poll
    }

    fn closing_line(&mut self, poll: usize) {
        if !self.plan.polls.get(poll).is_some_and(|poll| poll.returns) {
            return;
        }
        let (words, share) = (self.words, Share::vote(90, 30));
        let told = notes([words.closing_line_note()]);
        self.step("line-2", words.closing_line(), share, Stage::Vote { poll, round: 1 }, told);
        self.step("line-reveal", words.both_lines(), share, Stage::Reveal(poll), notes([words.both_lines_note()]));
    }

    fn commit(&mut self, taught: &[&Lesson]) {
        let written = only(taught).and_then(|script| script.commit.as_ref());
        let mut notes = notes([self.words.commitment_note()]);
        notes.extend(written.iter().flat_map(|talk| told(talk, str::to_owned)));
        if let Some(talk) = written {
            self.plan.commit = talk.prompt.clone();
        }
        // A ninth of a short workshop: the sentence is short there, too.
        let made = Share::until((self.plan.minutes * 60 / 9).clamp(100, 400), 60, 600);
        let share = self.share(made, written.and_then(|talk| talk.part.seconds));
        self.step("commit", self.words.commitment(), share, Stage::Commit, notes);
    }

    fn lesson(&mut self, words: &Words, lesson: &Lesson) {
        let nothing = Script::default();
        let script = lesson.script.as_ref().unwrap_or(&nothing);
        let first = self.plan.steps.len();
        let mut cards = slide::cards(lesson, words).into_iter();
        let words = self.words;
        let id = lesson.id.as_str();
        cards.next().into_iter().for_each(|card| self.slide(&format!("card-{id}"), card, Share::until(120, 20, 240)));
        let written: Vec<_> = script.slides.iter().enumerate().filter(|(_, slide)| slide.keep <= self.each).collect();
        match written.is_empty() {
            true => self.made(lesson, cards.next()),
            false => self.written(lesson, &written),
        }
        if let Some(question) = question(lesson) {
            self.question(lesson, question, script);
        }
        if self.plan.lessons.len() == 1 {
            self.rest();
        }
        if let Some(talk) = script.discussion.as_ref().filter(|_| self.depth == Depth::Whole) {
            let (heads, said) = ((words.discussion(), words.to_discuss()), told(talk, |point| words.expect(point)));
            self.talk(&format!("discuss-{id}"), heads, talk, said, Share::talk(360, 60));
        }
        match &script.debrief {
            Some(talk) if self.depth >= Depth::Cycle => {
                let (heads, said) = ((words.debrief(), words.with_us()), told(talk, |point| words.on_the_chart(point)));
                self.talk(&format!("debrief-{id}"), heads, talk, said, self.debrief());
            }
            _ => {}
        }
        let is_told = !script.slides.is_empty() || script.discussion.is_some();
        if let Some(case) = slide::case(lesson).filter(|_| self.depth == Depth::Whole && !is_told) {
            self.slide(&format!("case-{id}"), case, Share::talk(420, 60));
        }
        self.remark(first, &script.remarks);
    }

    /// A break, where there is time for one.
    fn rest(&mut self) {
        if self.plan.minutes >= 90 {
            let notes = notes([self.words.rest_note()]);
            let share = Share::fixed(if self.plan.minutes >= 120 { 600 } else { 300 });
            self.step("break", self.words.rest(), share, Stage::Break, notes);
        }
    }

    /// Slides made from the lesson: its sections, and its card's other end.
    fn made(&mut self, lesson: &Lesson, alone: Option<Slide>) {
        let id = lesson.id.as_str();
        if self.depth == Depth::Whole {
            for (nth, section) in slide::sections(lesson).into_iter().enumerate() {
                self.slide(&format!("slide-{id}-{}", nth + 1), section, Share::talk(180, 30));
            }
        }
        if let Some(alone) = alone.filter(|_| self.depth >= Depth::Cycle) {
            self.slide(&format!("alone-{id}"), alone, Share::until(60, 15, 120));
        }
    }

    /// Slides of the script. They are named by their places in it, whatever is left out.
    fn written(&mut self, lesson: &Lesson, slides: &[(usize, &script::Slide)]) {
        for (nth, slide) in slides {
            let points = slide.lines.iter().map(|text| Point { pole: None, text: text.clone() }).collect();
            let shown = Slide { title: slide.title.clone(), points, notes: slide.part.notes.clone(), is_card: false };
            self.slide(&format!("slide-{}-{}", lesson.id, nth + 1), shown, self.share(Share::talk(120, 30), slide.part.seconds));
        }
    }

    /// Something the room talks about: its prompt on the screen, the rest for the facilitator.
    fn talk(&mut self, name: &str, (title, head): (&str, &str), talk: &Talk, told: Vec<Clean>, share: Share) {
        let slide = self.plan.slides.len();
        let points = vec![Point { pole: None, text: talk.prompt.clone() }];
        self.plan.slides.push(Slide { title: Clean::words(head), points, notes: Vec::new(), is_card: false });
        self.step(name, title, self.share(share, talk.part.seconds), Stage::Debrief(slide), told);
    }

    fn question(&mut self, lesson: &Lesson, question: &Question, script: &Script) {
        let poll = self.plan.polls.len();
        let id = question.id.as_str();
        let written = script.vote.clone().unwrap_or_default();
        let reteach = written.reteach.clone().unwrap_or_default();
        let asked = Poll { reteach: reteach.clone(), ..ask::poll_of(question) };
        let own = &written.part.notes;
        let words = self.words;
        let again = match asked.is_line() {
            true => notes([words.line_note()]),
            false => vec![Clean::words(words.vote_note()), key(words, &asked, question)],
        };
        let reveal = std::iter::once(question.explain.words()).chain(whys(words, question)).collect();
        self.plan.polls.push(asked);
        let first = again.iter().chain(own).cloned().collect();
        let share = self.share(Share::vote(90, 30), written.part.seconds);
        self.step(&format!("{id}-vote-1"), words.vote_once(), share, Stage::Vote { poll, round: 0 }, first);
        if self.depth >= Depth::Pairs {
            let mut gate = notes([words.gate_note()]);
            gate.extend((!reteach.is_empty()).then(|| Clean::words(&words.if_few(&reteach))));
            self.step(&format!("{id}-gate"), words.gate(), Share::NONE, Stage::Gate(poll), gate);
            let mut pairs = notes([words.pairs_note()]);
            pairs.extend(own.iter().cloned().chain(question.hints.iter().map(|hint| hint.words())));
            let (talk, vote) = (self.share(Share::vote(150, 60), written.pairs), self.share(Share::vote(45, 20), written.again));
            self.step(&format!("{id}-pairs"), words.pairs(), talk, Stage::Pairs(poll), pairs);
            self.step(&format!("{id}-vote-2"), words.vote_again(), vote, Stage::Vote { poll, round: 1 }, again);
        }
        self.step(&format!("{id}-reveal"), words.reveal(), Share::vote(150, 45), Stage::Reveal(poll), reveal);
        if self.depth >= Depth::Cycle && script.debrief.is_none() {
            self.plain_debrief(lesson, id);
        }
    }

    fn plain_debrief(&mut self, lesson: &Lesson, id: &str) {
        let prompt = slide::prompt(lesson).unwrap_or_else(|| Clean::words(self.words.where_last()));
        let slide = self.plan.slides.len();
        let points = vec![Point { pole: None, text: prompt }];
        self.plan.slides.push(Slide { title: Clean::words(self.words.with_us()), points, notes: Vec::new(), is_card: false });
        let notes = notes([self.words.debrief_note()]);
        self.step(&format!("{id}-debrief"), self.words.debrief(), self.debrief(), Stage::Debrief(slide), notes);
    }

    /// A debrief has more where there is time for more than one voice.
    fn debrief(&self) -> Share {
        let is_short = self.depth < Depth::Whole && self.each >= 20;
        Share::talk(if is_short { 180 } else { 120 }, 30)
    }

    /// Notes in the text of a lesson go to the slide of their heading, or else to its first step.
    fn remark(&mut self, first: usize, remarks: &[(Clean, Clean)]) {
        for (heading, note) in remarks {
            let is_here = |step: &Step| match step.stage {
                Stage::Slide(nth) => self.plan.slides.get(nth).is_some_and(|slide| slide.title == *heading),
                _ => false,
            };
            let steps = self.plan.steps.get(first..).unwrap_or_default();
            let at = first + steps.iter().position(is_here).unwrap_or(0);
            self.plan.steps.get_mut(at).into_iter().for_each(|step| step.notes.push(note.clone()));
        }
    }
}

/// The script of the lesson, where only one is taught.
fn only<'a>(taught: &[&'a Lesson]) -> Option<&'a Script> {
    match taught {
        [only] => only.script.as_ref(),
        _ => None,
    }
}

/// What the facilitator is told about a talk.
fn told(talk: &Talk, say: impl Fn(&str) -> String) -> Vec<Clean> {
    let points = talk.points.iter().map(|point| Clean::words(&say(point.as_str())));
    talk.part.notes.iter().cloned().chain(points).collect()
}

fn key(words: words::Workshop, poll: &Poll, question: &Question) -> Clean {
    let key = words.key_is(poll.key().map_or(' ', letter));
    Clean::words(format!("{key} {}", question.difference.words()).trim())
}

/// Why each is right or wrong, whole; the shared screen has room for a sentence about the key.
fn whys(words: words::Workshop, question: &Question) -> Vec<Clean> {
    let why = |(at, choice): (usize, &Choice)| {
        let (letter, why) = (letter(at), choice.why.words());
        Clean::words(&if choice.correct { words.is_right(letter, why) } else { format!("{letter}: {why}") })
    };
    let mut choices: Vec<(usize, &Choice)> = question.choices().iter().enumerate().collect();
    choices.sort_by_key(|(_, choice)| !choice.correct);
    choices.into_iter().filter(|(_, choice)| !choice.why.words().is_empty()).map(why).collect()
}
