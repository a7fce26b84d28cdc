//! A learner who types lines and hears lines, without a terminal: `Talker::on(COURSE).says("1").hears("Right")`. Time passes by one
//! second with each line, and chance is always the same.

use contrasts::app::{self, App, Effect, Msg, Screen, Size};
use contrasts::course::Question;
use contrasts::course::question::Kind;
use contrasts::plain::{self, Heard, Told};
use contrasts::progress::{Event, Stamp};

use crate::learner::Learner;

pub struct Talker {
    pub app: App,
    at: i64,
    events: Vec<Event>,
    effects: Vec<Effect>,
    told: Told,
    /// What the last line was answered with, and the prompt after it.
    heard: String,
}

impl Talker {
    /// A talker on a course of the test's own.
    pub fn on(course: &str) -> Talker {
        Talker::instead_of(Learner::on(course))
    }

    /// The same person, without a screen from here on.
    pub fn instead_of(learner: Learner) -> Talker {
        let mut app = learner.app;
        app.by_paragraph = true;
        let (events, effects, told) = (Vec::new(), Vec::new(), Told::default());
        let at = app.now().0;
        let mut talker = Talker { app, at, events, effects, told, heard: String::new() };
        talker.tell(Msg::Resized(Size { width: 80, height: 1000 }));
        talker.listens();
        talker
    }

    /// Types some lines, one after the other.
    pub fn says(mut self, lines: &str) -> Talker {
        for line in lines.split('\n') {
            self.heard.clear();
            self.told.hear(&self.app);
            match plain::hear(&self.app, line) {
                Heard::Told(lines) => {
                    lines.iter().for_each(|line| self.heard.push_str(&format!("{line}\n")));
                    self.heard.push_str(self.told.prompt(&self.app).as_str());
                    continue;
                }
                Heard::Again => self.told.forget(),
                Heard::Meant(msgs) => msgs.into_iter().for_each(|msg| self.tell(msg)),
                Heard::Silently(msgs) => {
                    msgs.into_iter().for_each(|msg| self.tell(msg));
                    self.told.pass_over(&self.app);
                }
            }
            self.listens();
        }
        self
    }

    /// Something happens. What was recorded is on disk at once.
    pub fn tell(&mut self, msg: Msg) {
        self.at += 1000;
        let effects = app::update(&mut self.app, Stamp(self.at), msg);
        self.events.extend(effects.iter().filter_map(|effect| match effect {
            Effect::Record(event) => Some(event.clone()),
            _ => None,
        }));
        self.effects.extend(effects);
    }

    /// What is new, as the program says it.
    fn listens(&mut self) {
        let news = self.told.news(&self.app);
        self.heard = news.iter().map(|line| format!("{line}\n")).collect();
        self.heard.push_str(self.told.prompt(&self.app).as_str());
        assert!(!self.heard.chars().any(|c| c.is_control() && c != '\n'), "{:?}", self.heard);
        assert!(!self.heard.contains(['━', '─', '▌', '│', '█', '■', '◆', '✓', '✗']), "{}", self.heard);
    }

    #[track_caller]
    pub fn hears(self, words: &str) -> Talker {
        assert!(self.heard.contains(words), "“{words}” was not said:\n{}", self.heard);
        self
    }

    #[track_caller]
    pub fn hears_no(self, words: &str) -> Talker {
        assert!(!self.heard.contains(words), "“{words}” was said:\n{}", self.heard);
        self
    }

    pub fn heard(&self) -> &str {
        &self.heard
    }

    pub fn events(&self) -> &[Event] {
        &self.events
    }

    pub fn effects(&self) -> &[Effect] {
        &self.effects
    }

    /// The question that is asked.
    pub fn asked(&self) -> Option<&Question> {
        self.app.asked().map(|(_, question)| question)
    }

    /// Answers every question of the quiz, rightly or not, and says how sure by its digit.
    pub fn answers_as(mut self, how: impl Fn(usize) -> (bool, u8)) -> Talker {
        let mut nth = 0;
        while let Some(question) = self.asked().cloned() {
            let (rightly, sure) = how(nth);
            nth += usize::from(!matches!(question.kind, Kind::Stance { .. }));
            self = self.answers(&question, rightly);
            if self.app.asks_how_sure && question.has_key() {
                self = self.says(&sure.to_string());
            }
            self = self.says("");
        }
        self
    }

    fn answers(mut self, question: &Question, rightly: bool) -> Talker {
        let Screen::Quiz(quiz) = self.app.screen() else { panic!("no question is asked") };
        for line in lines_for(question, &quiz.drawn, rightly) {
            self = self.says(&line);
        }
        self
    }
}

/// The lines that answer a question, whose choices stand in this order, rightly or as wrongly as can be. The same answers as
/// `Learner::answers_as` gives by keys.
pub fn lines_for(question: &Question, drawn: &[usize], rightly: bool) -> Vec<String> {
    let number = |at: usize| (drawn.iter().position(|one| *one == at).unwrap() + 1).to_string();
    let line = |numbers: Vec<String>| vec![numbers.join(" ")];
    match &question.kind {
        Kind::Choice(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => {
            let wanted: Vec<String> = (0..choices.len()).filter(|at| choices[*at].correct == rightly).map(number).collect();
            let count = if question.takes_several() && rightly { wanted.len() } else { 1 };
            line(wanted[..count].to_vec())
        }
        Kind::Classify { bins, items } => {
            let bin = |at: &usize| if rightly { items[*at].bin } else { (items[*at].bin + 1) % bins.len() };
            line(drawn.iter().map(|at| (bin(at) + 1).to_string()).collect())
        }
        Kind::Match { pairs, .. } => {
            line((0..pairs.len()).map(|at| number(if rightly { at } else { (at + 1) % pairs.len() })).collect())
        }
        Kind::Order(steps) => {
            let wanted: Vec<String> = (0..steps.len()).map(number).collect();
            line(if rightly { wanted } else { wanted.into_iter().rev().collect() })
        }
        Kind::Short { accept, .. } => vec![if rightly { accept[0].to_string() } else { "zzz".to_owned() }],
        Kind::Open { checklist, .. } => {
            let all: Vec<String> = (1..=checklist.len()).map(|nth| nth.to_string()).collect();
            vec!["Some words of mine".to_owned(), ".".to_owned(), if rightly { all.join(" ") } else { "0".to_owned() }]
        }
        Kind::Scenario(scenes) => {
            let mut lines = Vec::new();
            let mut at = Some(0);
            while let Some(scene) = at.map(|at: usize| &scenes[at]) {
                let worth = |way: &usize| scene.choices[*way].score;
                let ways = 0..scene.choices.len();
                let way = if rightly { ways.max_by_key(worth) } else { ways.min_by_key(worth) }.unwrap();
                at = scene.choices[way].next;
                lines.push((way + 1).to_string());
            }
            lines
        }
        Kind::Stance { .. } => vec!["5".to_owned()],
    }
}
