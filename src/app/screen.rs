//! Which screens there are, which keys count on each, and which question is on it.

use super::keymap::Where;
use super::{
    Across, App, Before, End, First, FollowUp, Help, HowSure, Jump, KeptList, Leave, Map, Mirror, Outline, Overview, Phase,
    Planning, Plans, Problems, Quiz, Reader, ReviewStart, Sources, Terms, Who, mirror, quiz,
};
use crate::course::Question;
use crate::progress::Given;

/// A screen and its state.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// Who learns, where several share a machine.
    Who(Who),
    /// The first start.
    First(First),
    /// The course map.
    Map(Map),
    /// A lesson.
    Reader(Box<Reader>),
    /// The sections of a lesson.
    Outline(Outline),
    /// The questions before a lesson.
    Before(Before),
    /// A quiz.
    Quiz(Box<Quiz>),
    /// What is asked again today.
    Review(ReviewStart),
    /// Progress.
    Overview(Box<Overview>),
    /// The end of a quiz.
    End(End),
    /// Going to a place by its name.
    Jump(Jump),
    /// Search across the course.
    Across(Across),
    /// The keys that work here.
    Help(Help),
    /// The passages that were kept.
    Kept(KeptList),
    /// A plan that is being made.
    Plan(Box<Planning>),
    /// How a plan went.
    FollowUp(FollowUp),
    /// Every plan.
    Plans(Plans),
    /// How sure, how right.
    HowSure(HowSure),
    /// The glossary.
    Terms(Terms),
    /// What the course rests on.
    Sources(Sources),
    /// The mirror.
    Mirror(Mirror),
    /// What is wrong with the course.
    Problems(Problems),
    /// Leaving with something unsaved.
    Leave(Leave),
}

/// Which keys count on a screen.
pub fn place(screen: &Screen) -> Where {
    match screen {
        Screen::First(_) | Screen::Map(_) => Where::Map,
        Screen::Outline(_) | Screen::Terms(_) | Screen::Problems(_) => Where::List,
        Screen::Who(_) | Screen::Leave(_) => Where::Menu,
        Screen::Kept(_) | Screen::Plans(_) => Where::Kept,
        Screen::Plan(_) => Where::Field,
        Screen::FollowUp(follow) => follow.place(),
        Screen::Reader(reader) if reader.keeping.is_some() => Where::Field,
        Screen::Reader(reader) if reader.search.as_ref().is_some_and(|search| search.is_typing) => Where::Field,
        Screen::Reader(_) => Where::Lesson,
        Screen::Jump(_) | Screen::Across(_) => Where::Field,
        Screen::Before(_) => Where::Before,
        Screen::Quiz(quiz) => match quiz.phase {
            _ if quiz.doubt.is_some() => Where::Field,
            Phase::Asking if quiz.work.is_typing() => Where::Field,
            Phase::Asking => Where::Question,
            Phase::Sure(_) => Where::Sure,
            Phase::Answered { .. } => Where::Answered,
        },
        Screen::End(_) => Where::QuizEnd,
        Screen::Review(_) => Where::Review,
        Screen::Overview(_) => Where::Overview,
        Screen::Mirror(Mirror { stage: mirror::Stage::Asking { .. }, .. }) => Where::Statement,
        Screen::Mirror(_) => Where::Mirror,
        Screen::Help(_) | Screen::Sources(_) | Screen::HowSure(_) => Where::Help,
    }
}

impl App {
    /// The question on the screen, and how it is being answered.
    pub fn asked(&self) -> Option<(&Quiz, &Question)> {
        let Screen::Quiz(quiz) = self.screen() else { return None };
        Some((quiz, quiz::asked(&self.course, &self.progress, quiz)?))
    }

    /// What was given to the question on the screen.
    pub fn given(&self) -> Option<&Given> {
        let Screen::Quiz(quiz) = self.screen() else { return None };
        quiz::given(&self.progress, quiz).map(|(_, given)| given)
    }
}
