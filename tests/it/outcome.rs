//! What a workshop leaves behind, and the guide that is taken along: every number is one of the journal's, and nobody's words can do more
//! than be read.

use std::collections::BTreeMap;

use contrasts::exchange::document::{self, as_html, as_markdown};
use contrasts::exchange::html::Tongue;
use contrasts::exchange::{guide, held};
use contrasts::ui::Theme;
use contrasts::words::ENGLISH;
use contrasts::workshop::{Deed, Outcome};

use crate::facilitator::{Facilitator, SCRIPT};
use crate::golden::{as_svg, check, rows};
use crate::learner::Learner;
use crate::page;

const TONGUE: Tongue = Tongue { language: "en-GB", words: &ENGLISH };

/// An hour with everything in it: both lines, two rounds, a late room, a debrief dropped by the ladder.
pub fn an_hour() -> Facilitator {
    let it = Facilitator::an_hour().in_time_until("line-1", 100).counts("0 1 2 4 5 4 3 2 2 1 0");
    let hands = ["1 ".repeat(13), "u ".to_owned(), "2 ".repeat(5), "3 ".repeat(5), "4 4".to_owned()].concat();
    let it = it.in_time_until("oa-10-vote-1", 112).press(&hands).in_time_until("oa-10-vote-2", 100).counts("19 2 2 1");
    let it = it.press("enter d").in_time_until("line-2", 95).counts("0 0 0 1 2 3 4 5 4 3 2");
    it.in_time_until("close", 95)
}

fn report(it: &Facilitator) -> document::Document {
    held::report(it.room.words(), &it.outcome(), "Tuesday, 24 November 2026", None)
}

#[test]
fn a_report_says_how_it_was_and_what_to_do_otherwise() {
    let it = an_hour();
    check("tests/golden/workshop-report.md", &as_markdown(&report(&it)));
    check("tests/golden/workshop-report.csv", &held::table(&it.outcome(), None));
    let html = as_html(TONGUE, &report(&it));
    check("assets/pictures/workshop-report.html", &html);
    page::check(&html);
}

/// The picture of a report: the program reads its own Markdown.
#[test]
fn a_report_reads_well_in_the_program() {
    let text = as_markdown(&report(&an_hour()));
    let (title, body) = text.split_once('\n').unwrap();
    let title = title.trim_start_matches("# ");
    let course = format!(
        "//- course.toml\nformat = 1\nid = \"held\"\ntitle = \"A workshop\"\n//- 01-report/lesson.md\n+++\ntitle = \"{title}\"\n+++\n{body}"
    );
    let learner = Learner::on(&course).at(100, 92).press("enter");
    let shown = rows(&learner.painted(&Theme::numbered()).0).join("\n");
    for words in ["████████\u{a0}79\u{a0}%", "Normalised gain: 0.58", "Next time", "Dropped to catch up: “Debrief”."]
    {
        assert!(shown.contains(words), "{words} is not on the page:\n{shown}");
    }
    for theme in ["dark", "light"] {
        let svg = as_svg(&learner.painted(&Theme::named(theme).unwrap()).0, "The report of a workshop");
        check(&format!("assets/pictures/workshop-report-{theme}.svg"), &svg);
    }
}

/// The hands of each step, counted from the events without the session.
fn counted(it: &Facilitator) -> BTreeMap<String, Vec<u32>> {
    let mut hands: BTreeMap<String, Vec<Vec<u32>>> = BTreeMap::new();
    let mut step = String::new();
    for event in &it.events {
        let lines = if step.starts_with("line") { 11 } else { 4 };
        let states = hands.entry(step.clone()).or_insert_with(|| vec![vec![0; lines]]);
        let mut now = states.last().unwrap().clone();
        match &event.deed {
            Deed::Went(name) => step.clone_from(name),
            Deed::Voted(line) => {
                now[*line] += 1;
                states.push(now);
            }
            Deed::Counted(counts) => states.push(counts.clone()),
            Deed::Undone => drop(states.pop()),
            _ => {}
        }
    }
    hands.into_iter().map(|(step, mut states)| (step, states.pop().unwrap())).collect()
}

/// The numbers of the report, counted once more from the events alone.
#[test]
fn every_number_of_a_report_is_one_of_the_journal() {
    let it = an_hour();
    let counted = counted(&it);
    let outcome = it.outcome();
    let reported: Vec<Vec<u32>> =
        outcome.asked.iter().flat_map(|asked| asked.rounds.iter().map(|round| round.counts.clone())).collect();
    let of = |step: &str| counted[step].clone();
    assert_eq!(reported, [of("line-1"), of("line-2"), of("oa-10-vote-1"), of("oa-10-vote-2")]);
    assert_eq!(of("oa-10-vote-1"), [12, 5, 5, 2]);
    // What each step took is the time between the events that led in and out of it.
    let mut took = BTreeMap::new();
    let went = it.events.iter().filter_map(|event| match &event.deed {
        Deed::Went(name) => Some((name.clone(), event.at.0)),
        _ => None,
    });
    let went: Vec<(String, i64)> = went.collect();
    for pair in went.windows(2) {
        *took.entry(pair[0].0.clone()).or_insert(0) += pair[1].1 - pair[0].1;
    }
    let plan = &it.session().plan;
    let expected: Vec<(String, i64)> = plan
        .steps
        .iter()
        .filter(|step| step.seconds > 0)
        .map(|step| (step.title.to_string(), took.get(&step.name).copied().unwrap_or(0)))
        .collect();
    let ran: Vec<(String, i64)> = outcome.steps.iter().map(|step| (step.title.to_string(), step.took)).collect();
    assert_eq!(ran, expected);
    assert_eq!(outcome.held, took.values().sum::<i64>());
    let dropped: Vec<&str> = outcome.steps.iter().filter(|step| step.is_dropped).map(|step| step.title.as_str()).collect();
    assert_eq!(dropped, ["Debrief"]);
}

/// What comes of a vote with these counts.
#[track_caller]
fn advises(first: &str, second: &str, expected: &str) {
    let it = Facilitator::an_hour().until("oa-10-vote-1").counts(first).until("oa-10-vote-2").counts(second);
    let said = it.until("close").outcome().next_time;
    assert!(said.iter().any(|words| words.contains(expected)), "{said:#?}");
}

#[test]
fn next_time_comes_from_the_votes() {
    advises("22 1 1", "22 1 1", "92 % were right at once: a harder question");
    advises("5 9 5 5", "7 9 4 4", "After the pairs 29 % were right, a small gain");
    advises("9 5 5 5", "7 9 4 4", "After the pairs 29 % were right, fewer than before");
    advises("12 5 5 2", "14 9 1", "B won 4 in the pairs though it is wrong");
    advises("6 2 2", "8 1 1", "10 of 24 took part");
}

#[test]
fn next_time_comes_from_the_clock() {
    let it = Facilitator::an_hour().until("welcome").waits(420).until("close");
    assert!(it.outcome().next_time.iter().any(|words| words.starts_with("“Welcome” took 7:")), "{:#?}", it.outcome().next_time);
    let late = Facilitator::an_hour().until("commit").waits(3800).until("close");
    let said = late.outcome().next_time;
    assert!(said[0].starts_with("It took ") && said[0].contains("longer than it was to"), "{said:#?}");
    let short = Facilitator::an_hour().until("close").outcome().next_time;
    assert!(short[0].contains("before its time: there is room for talk"), "{short:#?}");
    let calm = an_hour();
    assert!(calm.outcome().next_time.iter().all(|words| !words.contains("before its time")));
    assert!(calm.outcome().next_time.iter().any(|words| words.contains("Dropped to catch up: “Debrief”")));
}

/// A line is told with its ends, and a loss is no part of what there was to gain.
#[test]
fn numbers_of_a_report_have_their_meaning_beside_them() {
    let it = Facilitator::an_hour().until("line-1").counts("0 1 2 4 5").until("oa-10-vote-1").counts("12 5 5 2");
    let text = as_markdown(&report(&it.until("oa-10-vote-2").counts("6 9 5 4").until("close")));
    assert!(text.contains("From 0, organising, to 10, aligning."), "{text}");
    assert!(text.contains("Normalised gain: −0.50; fewer were right than before."), "{text}");
}

/// A vote that was run again stands there twice, each time with its own numbers.
#[test]
fn every_run_of_a_vote_is_kept() {
    let it = Facilitator::an_hour().until("oa-10-vote-1").counts("12 5 5 2").until("oa-10-reveal").press("R");
    let it = it.counts("20 2 1 1").until("close");
    let text = as_markdown(&report(&it));
    assert!(text.contains("(run 1 of 2)") && text.contains("(run 2 of 2)"), "{text}");
    let table = held::table(&it.outcome(), None);
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("oa-10,")).collect();
    assert!(rows[0].contains("12 5 5 2") && rows[1].contains("20 2 1 1"), "{table}");
}

/// Fewer than five are counts without per cents, on paper as on the screen.
#[test]
fn few_voters_have_no_per_cents_in_a_report() {
    let it = Facilitator::an_hour().until("oa-10-vote-1").counts("1 2 0 1").until("close");
    let text = as_markdown(&report(&it));
    assert!(!text.contains('%') && text.contains("| 2 |"), "{text}");
}

#[test]
fn a_guide_is_the_same_on_paper_and_as_a_page() {
    let plan = Facilitator::scripted(SCRIPT, 90).session().plan.clone();
    let guide = guide::guide(&ENGLISH, &plan, &[(vec!["u".to_owned(), "<".to_owned()], "take the last hand back")]);
    let (text, html) = (as_markdown(&guide), as_html(TONGUE, &guide));
    page::check(&html);
    assert!(html.contains("<kbd>u</kbd> <kbd>&lt;</kbd>") && text.contains("`u` `<`"));
    for words in
        ["Ask what a safety doubt costs, and who pays.", "Break", "A chart in one morning", "below 30 %", "Expect: ", "From 0, "]
    {
        assert!(html.contains(words), "{words} is not on the page");
        assert!(text.contains(words), "{words} is not in the text:\n{text}");
    }
}

/// What a course says is words wherever it is written.
#[test]
fn words_of_a_course_stay_words() {
    const EVIL: &str =
        "format = 1\n[opening]\nquestion = \"`<script>alert(1)</script>` | `**x**`?\"\nleft = \"`<b>`a\"\nright = \"=1+1\"";
    let it = Facilitator::scripted(EVIL, 60).until("line-1").counts("1 2 3 4").until("close");
    let html = as_html(TONGUE, &report(&it));
    page::check(&html);
    assert!(html.contains("&lt;script&gt;") && !html.contains("<script>"));
    assert!(as_markdown(&report(&it)).contains("\\<script\\>alert(1)\\</script\\> \\| \\*\\*x\\*\\*?"));
    let outcome: Outcome = it.outcome();
    assert!(!held::table(&outcome, None).contains('<'));
}
