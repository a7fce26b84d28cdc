//! A record as statements of the Experience API (xAPI 1.0.3; version 2.0, IEEE 9274.1.1, keeps their shape): a JSON array that a learning
//! record store takes in one request. It is no cmi5 session: that would need the launch data of a learning management system, which a
//! program without a network does not have.
//!
//! | what happened | verb | object |
//! |---|---|---|
//! | a question was answered | answered | the question, as an interaction (`interaction.rs`) |
//! | a lesson was read to its end | experienced | the lesson |
//! | a quiz was brought to its end | passed or failed | the quiz |
//! | nothing but remembering is left of a lesson | completed | the lesson |
//! | the same of all lessons | completed | the course |
//! | an objective was shown twice | mastered | the objective |
//!
//! Ids follow from the events (`ids.rs`), so that sending twice is harmless. What claims a later moment than this one is left out until it
//! has come, because a store refuses it. Plans, notes and what was seen in the mirror are nobody else's affair and never appear.

use serde_json::{Map, Value, json};

use super::record::{Answered, Lesson, Objective, Quiz, rounded};
use super::{Moment, Record, moment, response};
use crate::course::{Course, Id};

mod ids;
mod interaction;

pub use ids::{Actor, activity, statement_id};

const VERBS: &str = "http://adlnet.gov/expapi/verbs/";
const TYPES: &str = "http://adlnet.gov/expapi/activities/";

/// Every statement about a record, the oldest first. The questions of the course must be loaded.
pub fn record(course: &Course, record: &Record, actor: &Actor) -> String {
    let statements = Value::Array(statements(course, record, actor));
    format!("{statements:#}\n")
}

/// The same as values.
pub fn statements(course: &Course, record: &Record, actor: &Actor) -> Vec<Value> {
    let teller = Teller { course, record, actor };
    let mut all: Vec<(Moment, Value)> = record.answers.iter().filter_map(|answer| teller.answered(answer)).collect();
    for lesson in &record.lessons {
        all.extend(teller.read(lesson));
        all.extend(lesson.quizzes.iter().map(|quiz| teller.ended(lesson, quiz)));
        all.extend(teller.completed(lesson));
        all.extend(lesson.objectives.iter().filter_map(|objective| teller.mastered(lesson, objective)));
    }
    all.extend(teller.course_completed());
    all.retain(|(at, _)| *at <= record.made);
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, statement)| statement).collect()
}

/// How many statements wait for their moment to come.
pub fn waiting(record: &Record) -> usize {
    record.answers.iter().filter(|answer| answer.at > record.made).count()
}

/// What every statement shares.
struct Teller<'a> {
    course: &'a Course,
    record: &'a Record,
    actor: &'a Actor,
}

/// What a statement is made of, beside who says it.
struct Said<'a> {
    at: Moment,
    event: &'a str,
    verb: &'static str,
    object: Value,
    result: Value,
    parent: Option<String>,
    revision: Option<&'a str>,
}

impl Teller<'_> {
    fn statement(&self, said: Said) -> (Moment, Value) {
        let course = activity(&self.record.course.id, "");
        let mut context = json!({
            "registration": self.actor.registration(&self.record.course.id),
            "platform": "contrasts",
            "language": self.record.course.language,
        });
        let is_course = said.object.get("id").and_then(Value::as_str) == Some(course.as_str());
        let mut activities = Map::new();
        activities.extend(said.parent.map(|parent| ("parent".to_owned(), json!([{ "id": parent }]))));
        activities.extend((!is_course).then(|| ("grouping".to_owned(), json!([{ "id": course }]))));
        put(&mut context, "contextActivities", (!activities.is_empty()).then_some(Value::Object(activities)));
        put(&mut context, "revision", said.revision.map(Value::from));
        put(&mut context, "extensions", Some(json!({ ids::extension("event"): said.event })));
        let mut statement = json!({
            "id": statement_id(self.actor, said.verb, said.event, said.at),
            "timestamp": said.at.written(),
            "actor": self.actor.as_json(self.record.name.as_ref()),
            "verb": { "id": format!("{VERBS}{}", said.verb), "display": self.display(said.verb) },
            "object": said.object,
            "context": context,
        });
        put(&mut statement, "result", (!said.result.is_null()).then_some(said.result));
        (said.at, statement)
    }

    /// A verb for people: in English, and in the language of the course where that has another word for it.
    fn display(&self, verb: &str) -> Value {
        let words = self.course.words.report();
        let own = match verb {
            "answered" => words.verb_answered(),
            "experienced" => words.verb_experienced(),
            "passed" => words.verb_passed(),
            "failed" => words.verb_failed(),
            "completed" => words.verb_completed(),
            "mastered" => words.verb_mastered(),
            other => other,
        };
        let mut display = json!({ "en": verb });
        put(&mut display, &self.record.course.language, (own != verb).then(|| own.into()));
        display
    }

    /// An activity that is no question.
    fn thing(&self, kind: &str, path: &str, name: &str) -> Value {
        let language = self.record.course.language.as_str();
        let definition = json!({ "type": format!("{TYPES}{kind}"), "name": { language: name } });
        json!({ "objectType": "Activity", "id": activity(&self.record.course.id, path), "definition": definition })
    }

    /// What the course has no longer cannot be described and is left out.
    fn answered(&self, answer: &Answered) -> Option<(Moment, Value)> {
        let (_, question) = self.course.question(&Id::new(&answer.question)?)?;
        let definition = interaction::definition(question, &self.record.course.language, &self.course.words);
        let id = activity(&self.record.course.id, &format!("/question/{}", answer.question));
        let is_told = response::fits(question, &answer.given) && !answer.response.is_empty();
        let mut result = json!({ "duration": moment::duration(u64::from(answer.seconds)) });
        put(&mut result, "response", is_told.then(|| answer.response.clone().into()));
        put(&mut result, "success", answer.right.map(Value::from));
        put(&mut result, "score", answer.grade.map(|grade| json!({ "scaled": grade })));
        let mut extensions = json!({ ids::extension("hints"): answer.hints, ids::extension("purpose"): answer.purpose });
        put(&mut extensions, &ids::extension("confidence"), answer.probability.map(Value::from));
        put(&mut extensions, &ids::extension("self-rated"), (answer.kind == "open").then_some(true.into()));
        put(&mut result, "extensions", Some(extensions));
        Some(self.statement(Said {
            at: answer.at,
            event: &answer.id,
            verb: "answered",
            object: json!({ "objectType": "Activity", "id": id, "definition": definition }),
            result,
            parent: (!answer.lesson.is_empty()).then(|| activity(&self.record.course.id, &quiz_path(&answer.lesson))),
            revision: Some(&answer.wording),
        }))
    }

    fn lesson(&self, lesson: &Lesson) -> Value {
        self.thing("lesson", &format!("/lesson/{}", lesson.id), lesson.title.as_str())
    }

    fn read(&self, lesson: &Lesson) -> Option<(Moment, Value)> {
        let (at, event) = (lesson.read_at?, lesson.read_by.as_ref()?);
        Some(self.statement(Said {
            at,
            event: event.0.as_str(),
            verb: "experienced",
            object: self.lesson(lesson),
            result: Value::Null,
            parent: None,
            revision: None,
        }))
    }

    fn ended(&self, lesson: &Lesson, quiz: &Quiz) -> (Moment, Value) {
        let scaled = rounded(quiz.right as f64 / quiz.of.max(1) as f64);
        self.statement(Said {
            at: quiz.ended,
            event: quiz.ended_by.0.as_str(),
            verb: if quiz.passed { "passed" } else { "failed" },
            object: self.thing("assessment", &quiz_path(&lesson.id), lesson.title.as_str()),
            result: json!({
                "success": quiz.passed,
                "score": { "scaled": scaled, "raw": quiz.right, "min": 0, "max": quiz.of.max(1) },
                "duration": moment::duration(quiz.seconds),
            }),
            parent: Some(activity(&self.record.course.id, &format!("/lesson/{}", lesson.id))),
            revision: None,
        })
    }

    fn completed(&self, lesson: &Lesson) -> Option<(Moment, Value)> {
        let (at, event) = (lesson.done_at?, lesson.done_by.as_ref()?);
        Some(self.statement(Said {
            at,
            event: event.0.as_str(),
            verb: "completed",
            object: self.lesson(lesson),
            result: json!({ "completion": true }),
            parent: None,
            revision: None,
        }))
    }

    fn course_completed(&self) -> Option<(Moment, Value)> {
        let (at, event) = (self.record.completion.at?, self.record.completion.by.as_ref()?);
        Some(self.statement(Said {
            at,
            event: &format!("{}/course", event.0),
            verb: "completed",
            object: self.thing("course", "", self.record.course.title.as_str()),
            result: json!({ "completion": true }),
            parent: None,
            revision: None,
        }))
    }

    fn mastered(&self, lesson: &Lesson, objective: &Objective) -> Option<(Moment, Value)> {
        let (at, event) = (objective.since?, objective.by.as_ref()?);
        Some(self.statement(Said {
            at,
            event: &format!("{}/{}", event.0, objective.id),
            verb: "mastered",
            object: self.thing("objective", &format!("/objective/{}", objective.id), objective.text.as_str()),
            result: json!({ "success": true }),
            parent: Some(activity(&self.record.course.id, &format!("/lesson/{}", lesson.id))),
            revision: None,
        }))
    }
}

fn quiz_path(lesson: &str) -> String {
    format!("/lesson/{lesson}/quiz")
}

/// Puts a field into an object, if there is a value for it.
fn put(object: &mut Value, name: &str, value: Option<Value>) {
    if let (Some(fields), Some(value)) = (object.as_object_mut(), value) {
        fields.insert(name.to_owned(), value);
    }
}
