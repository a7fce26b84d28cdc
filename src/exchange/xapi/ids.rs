//! Who and what statements are about, by name: actors, activities and statements. Every id follows from what is known of the learner and
//! the course, so that the same record gives the same ids on every machine and every day.
//!
//! The program has no home on the web, so its names stand under `contrasts.invalid`: RFC 2606 keeps `.invalid` from ever being one.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{Moment, put};
use crate::course::Clean;
use crate::exchange::Record;

const HOME: &str = "https://contrasts.invalid";

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// An account of this program: a pseudonym, or a name that someone chose.
    Account(String),
    /// A mail address, with its `mailto:`; only where someone gave it.
    Mail(String),
}

impl Actor {
    /// The pseudonym of the learner of a record. It is made of the first event that is known, so it stays the same as long as no older
    /// one turns up, and says nothing about anyone.
    pub fn pseudonym(record: &Record) -> Actor {
        let first = record.first.as_ref().map(|(at, id)| format!("{} {}", at.written(), id.0)).unwrap_or_default();
        let course = &record.course.id;
        Actor::Account(uuid(&format!("learner {course} {first}")))
    }

    /// The one that someone named: `mailto:…`, or the name of an account.
    pub fn named(name: &str) -> Result<Actor, String> {
        let name = name.trim();
        let is_odd = |c: char| c.is_control() || c.is_whitespace();
        let Some(address) = name.strip_prefix("mailto:") else {
            return match name {
                "" => Err("an actor is mailto:ADDRESS or the name of an account".to_owned()),
                name if name.contains(is_odd) => Err("the name of an account has no blanks".to_owned()),
                name => Ok(Actor::Account(name.to_owned())),
            };
        };
        let is_address = |(user, host): (&str, &str)| !user.is_empty() && !host.is_empty() && !host.contains('@');
        match address.split_once('@').is_some_and(is_address) && !address.contains(is_odd) {
            true => Ok(Actor::Mail(name.to_owned())),
            false => Err("a mail address looks like mailto:anna@example.org".to_owned()),
        }
    }

    /// As a statement has it, with the learner's name where one was given.
    pub fn as_json(&self, name: Option<&Clean>) -> Value {
        let mut agent = match self {
            Actor::Account(name) => json!({ "objectType": "Agent", "account": { "homePage": HOME, "name": name } }),
            Actor::Mail(mail) => json!({ "objectType": "Agent", "mbox": mail }),
        };
        put(&mut agent, "name", name.map(|name| name.as_str().into()));
        agent
    }

    /// The enrolment in a course: one for each learner and course.
    pub fn registration(&self, course: &str) -> String {
        uuid(&format!("registration {} {course}", self.name()))
    }

    fn name(&self) -> &str {
        match self {
            Actor::Account(name) | Actor::Mail(name) => name,
        }
    }
}

/// The id of an activity: the course, or something in it.
pub fn activity(course: &str, path: &str) -> String {
    format!("{HOME}/course/{course}{path}")
}

/// The name of a field of our own.
pub fn extension(name: &str) -> String {
    format!("{HOME}/xapi/{name}")
}

/// The id of a statement: always the same for the same event, whoever tells of it and when. The moment is in it, because the letters of a
/// sitting are drawn by chance, and the sittings of a whole country may end up in one store.
pub fn statement_id(actor: &Actor, verb: &str, event: &str, at: Moment) -> String {
    uuid(&format!("statement {} {verb} {event} {}", actor.name(), at.written()))
}

/// A UUID of version 5: the name, hashed under our own space of names.
fn uuid(name: &str) -> String {
    let space = Uuid::new_v5(&Uuid::NAMESPACE_URL, HOME.as_bytes());
    Uuid::new_v5(&space, name.as_bytes()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actor_is_a_pseudonym_an_account_or_a_mail_address_that_was_given() {
        assert_eq!(Actor::named("anna.b"), Ok(Actor::Account("anna.b".into())));
        assert_eq!(Actor::named("mailto:anna@example.org"), Ok(Actor::Mail("mailto:anna@example.org".into())));
        for odd in ["", " ", "anna b", "mailto:", "mailto:anna", "mailto:@x", "mailto:a@b@c", "mailto:a@b c"] {
            assert!(Actor::named(odd).is_err(), "{odd:?}");
        }
    }
}
