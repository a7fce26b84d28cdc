//! xAPI statements, held against the rules of version 1.0.3 that a learning record store applies: nothing missing, nothing unknown, every
//! id of the right form, and for each kind of question the parts and the syntax that belong to it.

use std::collections::{BTreeMap, HashSet};

use contrasts::exchange::Moment;
use contrasts::exchange::xapi::{self, Actor, statement_id};
use contrasts::progress::Stamp;
use serde_json::Value;

use crate::kinds;
use crate::learner::{BEGIN, Learner};
use crate::report::{hostile, loaded, of_every_kind, record};

fn statements(learner: &Learner, actor: &Actor) -> Vec<Value> {
    let course = loaded(learner.app.course.clone());
    xapi::statements(&course, &record(&course, &learner.app.progress, None), actor)
}

fn anna() -> Actor {
    Actor::named("anna").unwrap()
}

/// The fields of an object, all of which must be known, and some there.
#[track_caller]
fn fields<'v>(value: &'v Value, needed: &[&str], known: &[&str]) -> &'v serde_json::Map<String, Value> {
    let fields = value.as_object().unwrap_or_else(|| panic!("no object: {value}"));
    for name in needed {
        assert!(fields.contains_key(*name), "no {name} in {value}");
    }
    for (name, value) in fields {
        assert!(needed.contains(&name.as_str()) || known.contains(&name.as_str()), "{name} is not known: {value}");
        assert!(!value.is_null(), "{name} is null, which is allowed nowhere but in extensions");
    }
    fields
}

#[track_caller]
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

/// An IRI has a scheme and neither blanks nor brackets.
#[track_caller]
fn check_iri(value: &Value) {
    let (scheme, rest) = text(value).split_once(':').unwrap_or_else(|| panic!("no IRI: {value}"));
    assert!(scheme.chars().all(|c| c.is_ascii_alphanumeric()) && !rest.is_empty(), "{value}");
    assert!(!rest.contains(|c: char| c.is_whitespace() || "<>\"{}|\\^`".contains(c)), "{value}");
}

/// A UUID of version 5 and the variant of RFC 4122.
#[track_caller]
fn check_uuid(value: &Value) {
    let parts: Vec<&str> = text(value).split('-').collect();
    assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12], "{value}");
    assert!(parts.iter().all(|part| part.chars().all(|c| c.is_ascii_hexdigit() && !c.is_ascii_uppercase())), "{value}");
    assert!(parts[2].starts_with('5') && parts[3].starts_with(['8', '9', 'a', 'b']), "{value}");
}

/// A language map: tags of languages with texts.
#[track_caller]
fn check_languages(value: &Value) {
    let map = value.as_object().unwrap_or_else(|| panic!("no language map: {value}"));
    assert!(!map.is_empty());
    for (tag, words) in map {
        assert!(tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())));
        assert!(words.is_string());
    }
}

#[track_caller]
fn check_extensions(value: Option<&Value>) {
    value.iter().flat_map(|value| value.as_object().unwrap()).for_each(|(name, _)| check_iri(&name.as_str().into()));
}

#[track_caller]
fn check_statement(statement: &Value) {
    let all = fields(statement, &["id", "timestamp", "actor", "verb", "object", "context"], &["result"]);
    check_uuid(&all["id"]);
    check_timestamp(text(&all["timestamp"]));
    check_actor(&all["actor"]);
    let verb = fields(&all["verb"], &["id", "display"], &[]);
    check_iri(&verb["id"]);
    check_languages(&verb["display"]);
    let object = fields(&all["object"], &["id", "objectType", "definition"], &[]);
    assert_eq!(object["objectType"], "Activity");
    check_iri(&object["id"]);
    check_definition(&object["definition"]);
    all.get("result").into_iter().for_each(check_result);
    check_context(&all["context"]);
    if let Some(response) = all.get("result").and_then(|result| result.get("response")) {
        check_response(&object["definition"], text(response));
    }
}

fn check_timestamp(at: &str) {
    assert_eq!(at.len(), 24, "{at}");
    assert!(at.ends_with('Z') && at.chars().nth(10) == Some('T'), "{at}");
    assert!(*at <= *Moment(Stamp(BEGIN + 2 * 86_400_000)).written(), "{at} is still to come");
}

#[track_caller]
fn check_actor(actor: &Value) {
    let actor = fields(actor, &["objectType"], &["account", "mbox", "name"]);
    assert_eq!(actor["objectType"], "Agent");
    assert_eq!(usize::from(actor.contains_key("account")) + usize::from(actor.contains_key("mbox")), 1, "exactly one identifier");
    if let Some(account) = actor.get("account") {
        let account = fields(account, &["homePage", "name"], &[]);
        check_iri(&account["homePage"]);
        assert!(!text(&account["name"]).is_empty());
    }
    actor.get("mbox").into_iter().for_each(|mail| assert!(text(mail).starts_with("mailto:")));
}

#[track_caller]
fn check_result(result: &Value) {
    let result = fields(result, &[], &["score", "success", "completion", "response", "duration", "extensions"]);
    ["success", "completion"].iter().filter_map(|name| result.get(*name)).for_each(|truth| assert!(truth.is_boolean()));
    if let Some(score) = result.get("score") {
        let score = fields(score, &[], &["scaled", "raw", "min", "max"]);
        let figure = |name: &str| score.get(name).map(|figure| figure.as_f64().unwrap());
        assert!(figure("scaled").is_none_or(|scaled| (-1.0..=1.0).contains(&scaled)));
        let (low, high) = (figure("min").unwrap_or(f64::MIN), figure("max").unwrap_or(f64::MAX));
        assert!(low < high && figure("raw").is_none_or(|raw| (low..=high).contains(&raw)));
    }
    if let Some(duration) = result.get("duration") {
        let seconds = text(duration).strip_prefix("PT").unwrap().strip_suffix('S').unwrap();
        assert!(seconds.parse::<u64>().is_ok(), "{duration}");
    }
    check_extensions(result.get("extensions"));
}

#[track_caller]
fn check_context(context: &Value) {
    let known = ["registration", "contextActivities", "revision", "platform", "language", "extensions"];
    let context = fields(context, &["registration"], &known);
    check_uuid(&context["registration"]);
    if let Some(activities) = context.get("contextActivities") {
        for (_, list) in fields(activities, &[], &["parent", "grouping", "category", "other"]) {
            list.as_array().unwrap().iter().for_each(|activity| check_iri(&fields(activity, &["id"], &[])["id"]));
        }
    }
    check_extensions(context.get("extensions"));
}

/// The lists of parts that each kind of interaction has, and no other.
const COMPONENTS: [(&str, &[&str]); 8] = [
    ("true-false", &[]),
    ("choice", &["choices"]),
    ("fill-in", &[]),
    ("long-fill-in", &[]),
    ("matching", &["source", "target"]),
    ("performance", &["steps"]),
    ("sequencing", &["choices"]),
    ("likert", &["scale"]),
];

#[track_caller]
fn check_definition(definition: &Value) {
    let lists = ["choices", "scale", "source", "target", "steps"];
    let known = [&["name", "description", "interactionType", "correctResponsesPattern"][..], &lists].concat();
    let all = fields(definition, &["type"], &known);
    check_iri(&all["type"]);
    ["name", "description"].iter().filter_map(|name| all.get(*name)).for_each(check_languages);
    let is_interaction = text(&all["type"]).ends_with("/cmi.interaction");
    assert_eq!(is_interaction, all.contains_key("interactionType"));
    let Some(kind) = all.get("interactionType").map(text) else {
        return assert!(lists.iter().all(|list| !all.contains_key(*list)) && !all.contains_key("correctResponsesPattern"));
    };
    let (_, needed) = COMPONENTS.iter().find(|(name, _)| *name == kind).unwrap_or_else(|| panic!("{kind} is no interaction"));
    for list in lists {
        assert_eq!(needed.contains(&list), all.contains_key(list), "{list} in {kind}");
    }
    for list in *needed {
        let mut ids = HashSet::new();
        for component in all[*list].as_array().unwrap() {
            let component = fields(component, &["id", "description"], &[]);
            let id = text(&component["id"]);
            assert!(!id.is_empty() && !id.contains(char::is_whitespace) && ids.insert(id), "{id} in {kind}");
            check_languages(&component["description"]);
        }
        assert!(!ids.is_empty());
    }
    for pattern in all.get("correctResponsesPattern").iter().flat_map(|patterns| patterns.as_array().unwrap()) {
        check_response(definition, text(pattern));
    }
}

fn ids(definition: &Value, list: &str) -> HashSet<String> {
    definition[list].as_array().unwrap().iter().map(|part| text(&part["id"]).to_owned()).collect()
}

/// An answer, or a pattern of one, in the syntax of its kind, with ids that are there.
#[track_caller]
fn check_response(definition: &Value, response: &str) {
    let pairs = |from: HashSet<String>, to: Option<HashSet<String>>| {
        for pair in response.split("[,]") {
            let (one, other) = pair.split_once("[.]").unwrap_or_else(|| panic!("no pair: {pair}"));
            assert!(from.contains(one), "{one} is not there");
            assert!(to.as_ref().map_or(!other.is_empty(), |to| to.contains(other)), "{other} is not there");
        }
    };
    match text(&definition["interactionType"]) {
        "true-false" => assert!(["true", "false"].contains(&response)),
        "choice" => response.split("[,]").for_each(|id| assert!(ids(definition, "choices").contains(id), "{id}")),
        "sequencing" => {
            let given: Vec<&str> = response.split("[,]").collect();
            assert!(given.iter().all(|id| ids(definition, "choices").contains(*id)));
            assert_eq!(given.iter().collect::<HashSet<_>>().len(), given.len(), "each once");
        }
        "matching" => pairs(ids(definition, "source"), Some(ids(definition, "target"))),
        "performance" => pairs(ids(definition, "steps"), None),
        "likert" => assert!(ids(definition, "scale").contains(response)),
        "fill-in" => assert!(!response.contains("[,]"), "one text: {response}"),
        "long-fill-in" => {}
        kind => panic!("{kind}"),
    }
}

/// The answers of a learner, by the kind of the question.
fn answers(learner: &Learner) -> BTreeMap<String, Value> {
    let course = loaded(learner.app.course.clone());
    let of_kind = |statement: &Value| {
        let id = text(&statement["object"]["id"]).rsplit('/').next().unwrap().to_owned();
        Some(course.question(&contrasts::course::Id::new(&id)?)?.1.kind_name().to_owned())
    };
    statements(learner, &anna()).into_iter().filter_map(|statement| Some((of_kind(&statement)?, statement))).collect()
}

#[test]
fn every_kind_of_question_is_told_in_the_shape_that_belongs_to_it() {
    let right = answers(&of_every_kind(100));
    let wrong = answers(&of_every_kind(0));
    let kinds: Vec<(&str, &str)> =
        right.iter().map(|(kind, one)| (kind.as_str(), text(&one["object"]["definition"]["interactionType"]))).collect();
    let expected = [
        ("choice", "choice"),
        ("classify", "matching"),
        ("match", "matching"),
        ("multiple", "choice"),
        ("open", "long-fill-in"),
        ("order", "sequencing"),
        ("scenario", "performance"),
        ("short", "fill-in"),
        ("stance", "likert"),
        ("truefalse", "true-false"),
    ];
    assert_eq!(kinds, expected);
    for (kind, one) in right.iter().chain(&wrong) {
        check_statement(one);
        assert_eq!(one["result"].get("success").is_none(), kind == "stance", "a stance is neither right nor wrong");
        assert!(text(&one["verb"]["id"]).ends_with("/answered"));
    }
    for kind in ["choice", "multiple", "truefalse", "match", "order", "scenario"] {
        let patterns = |one: &Value| one["object"]["definition"]["correctResponsesPattern"].as_array().unwrap().clone();
        let (right, wrong) = (&right[kind], &wrong[kind]);
        assert!(patterns(right).contains(&right["result"]["response"]), "{kind}: {right:#}");
        assert!(!patterns(wrong).contains(&wrong["result"]["response"]), "{kind}");
        assert_eq!((&right["result"]["success"], &wrong["result"]["success"]), (&true.into(), &false.into()), "{kind}");
        assert_eq!(right["result"]["score"]["scaled"], 1.0, "{kind}");
    }
    let confidence = "https://contrasts.invalid/xapi/confidence";
    assert_eq!(right["choice"]["result"]["extensions"][confidence], 0.8);
}

#[test]
fn a_lesson_is_experienced_failed_passed_and_completed() {
    let learner = of_every_kind(0).press("a").answers(100);
    let all = statements(&learner, &anna());
    all.iter().for_each(check_statement);
    let verbs: Vec<&str> = all.iter().map(|one| text(&one["verb"]["id"]).rsplit('/').next().unwrap()).collect();
    let others: Vec<&str> = verbs.into_iter().filter(|verb| *verb != "answered").collect();
    assert_eq!(others, ["experienced", "failed", "passed", "completed", "completed"]);
    let (passed, course) = (&all[all.len() - 3], &all[all.len() - 1]);
    assert_eq!(passed["result"]["success"], true);
    assert!(text(&course["object"]["id"]).ends_with("/course/k"));
    assert!(course["context"]["contextActivities"].is_null(), "a course is not in itself");
}

#[test]
fn the_same_events_have_the_same_ids_and_each_can_be_found_again() {
    let learner = of_every_kind(5);
    let (once, twice) = (statements(&learner, &anna()), statements(&learner, &anna()));
    assert_eq!(once, twice);
    let ids: HashSet<&str> = once.iter().map(|one| text(&one["id"])).collect();
    assert_eq!(ids.len(), once.len(), "no id is used twice");
    // From an id one comes back to the event that it stands for.
    let events: BTreeMap<String, Stamp> = learner.events().iter().map(|event| (event.id.0.to_string(), event.at)).collect();
    for one in &once {
        let event = text(&one["context"]["extensions"]["https://contrasts.invalid/xapi/event"]);
        let verb = text(&one["verb"]["id"]).rsplit('/').next().unwrap();
        let at = *events.get(event.split('/').next().unwrap()).unwrap_or_else(|| panic!("{event}"));
        assert_eq!(Moment(at).written(), text(&one["timestamp"]));
        assert_eq!(text(&one["id"]), statement_id(&anna(), verb, event, Moment(at)));
    }
    // What comes later changes none of those before it.
    let later: HashSet<String> =
        statements(&learner.press("a").answers(3), &anna()).iter().map(|one| one["id"].to_string()).collect();
    assert!(once.iter().all(|one| later.contains(&one["id"].to_string())));
}

#[test]
fn the_actor_is_a_pseudonym_that_stays_and_never_a_mail_address_by_itself() {
    let learner = of_every_kind(2);
    let course = loaded(learner.app.course.clone());
    let pseudonym = |learner: &Learner| Actor::pseudonym(&record(&course, &learner.app.progress, None));
    let first = pseudonym(&learner);
    let all = statements(&learner, &first);
    all.iter().for_each(check_statement);
    assert!(all.iter().all(|one| one["actor"]["mbox"].is_null() && one["actor"]["name"].is_null()));
    assert_eq!(pseudonym(&learner.next_day().press("esc")), first);
    let mail = statements(&of_every_kind(2), &Actor::named("mailto:anna@example.org").unwrap());
    mail.iter().for_each(check_statement);
    assert_eq!(mail[0]["actor"]["mbox"], "mailto:anna@example.org");
    let ids = |all: &[Value]| all.iter().map(|one| one["id"].to_string()).collect::<HashSet<_>>();
    assert!(ids(&all).is_disjoint(&ids(&mail)), "another actor makes another statement");
}

#[test]
fn what_claims_a_later_day_waits_and_hostile_words_stay_words() {
    let (course, progress) = hostile();
    let all = xapi::statements(&course, &record(&course, &progress, None), &anna());
    assert!(!all.is_empty());
    all.iter().for_each(check_statement);
    let late = Learner::on(&kinds::course()).after_days(5).press("enter G enter").answers(2);
    assert_eq!(statements(&late, &anna()), Vec::<Value>::new());
    assert_eq!(xapi::waiting(&record(&loaded(late.app.course.clone()), &late.app.progress, None)), 10);
}

#[test]
fn plans_notes_and_the_mirror_are_nobody_elses_affair() {
    let (course, progress) = hostile();
    let text = xapi::record(&course, &record(&course, &progress, None), &anna());
    let told: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(told.iter().all(|one| text_of(one).matches("cmd|").count() <= 1), "only the answer itself");
    let mirrored = crate::screens::mirrored();
    assert!(statements(&mirrored, &anna()).iter().all(|one| !one.to_string().contains("mirror")));
}

fn text_of(value: &Value) -> String {
    value.to_string()
}
