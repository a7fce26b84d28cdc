//! Review: the row on the map, the page before it begins, and its end.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::review::left_today;
use super::super::{App, Due, End, ReviewStart};
use super::{Header, Sheet, capital, end, footer, heading, line, number_word, wrapped};
use crate::course::{Clean, Id};
use crate::page::{self, Piece, Role, Row, blanks, spoken, spread, wrap};
use crate::progress::day::Day;
use crate::progress::queue::{DAYS, remembered};
use crate::progress::{Run, queue};
use crate::words::Words;

/// How many rows a bar of recall has.
const BAR: usize = 18;

/// What the map says of review, where something waits today.
pub fn on_the_map(app: &App, at: &Geometry, sheet: &mut Sheet) {
    let queue = &app.due.queue;
    if queue.today.is_empty() {
        return;
    }
    let key = app.keys.brief(Where::Map, Act::Review, app.words());
    let (due, waiting) = (queue.today.len() - queue.fresh, queue.waiting());
    let about = format!("about {} min", queue.minutes());
    let share = if due == waiting { due.to_string() } else { format!("{due} of {waiting}") };
    if !at.has_margin {
        let share = if due == 0 { new_ones(queue.fresh) } else { share };
        let words = format!("Review {share}, {about}");
        return sheet.rows.push(Row::of(vec![spoken(&key, Role::Key), blanks(2), spoken(&words, Role::Text)]));
    }
    let room = at.width.saturating_sub(key.len() + 2 + 2 + about.len());
    let forms = map_words(app, due, &share);
    let words = forms.iter().find(|words| wrap::width(words) <= room).map_or("", String::as_str);
    let left = vec![spoken(&key, Role::Key), blanks(2), spoken(words, Role::Text)];
    sheet.rows.extend([Row::default(), line("Review", Role::Heading)]);
    sheet.rows.push(spread(left, vec![spoken(&about, Role::Quiet)], at.width));
}

/// What the map says, the longest form first.
fn map_words(app: &App, due: usize, share: &str) -> Vec<String> {
    let queue = &app.due.queue;
    if due == 0 {
        return vec![format!("{} of the lessons you took", new_ones(queue.fresh)), new_ones(queue.fresh)];
    }
    let what = if queue.waiting() == 1 { "waiting question" } else { "waiting questions" };
    let errors = match app.due.certain_errors(&queue.today) {
        0 => String::new(),
        1 if queue.waiting() == 1 => ", certain and wrong".to_owned(),
        errors => format!(", {} of them certain and wrong", number_word(errors)),
    };
    let fresh = if queue.fresh == 0 { String::new() } else { format!(", and {}", new_ones(queue.fresh)) };
    [format!("{share} {what}{errors}{fresh}"), format!("{share} waiting{errors}{fresh}")]
        .into_iter()
        .chain([format!("{share} {what}{errors}"), format!("{share} waiting{errors}"), format!("{share} {what}")])
        .collect()
}

/// `3 new cases`: what is asked for the first time.
fn new_ones(fresh: usize) -> String {
    if fresh == 1 { "1 new question".to_owned() } else { format!("{fresh} new questions") }
}

/// The page before a review: the whole, today's share, and why.
pub fn sheet(app: &App, screen: &ReviewStart, at: &Geometry) -> Sheet {
    let due = &app.due;
    let mut sheet = Sheet {
        header: Some(Header { left: Clean::fixed("Review"), right: counts(due, at), part: Some(0.0), number: None }),
        top: screen.top,
        says_more: true,
        footer: foot(app),
        ..Sheet::default()
    };
    sheet.rows.extend(wrapped(&in_words(app), Role::Text, at.width));
    let gap = if at.has_margin { 2 } else { 1 };
    today(app, at, gap, &mut sheet.rows);
    still_with_you(app, at, gap, &mut sheet.rows);
    sheet
}

/// `17 waiting, 5 today · about 4 min`.
fn counts(due: &Due, at: &Geometry) -> Clean {
    let queue = &due.queue;
    let words = match (queue.waiting(), queue.today.len()) {
        (0, 0) => "nothing waits".to_owned(),
        (0, today) if !at.has_margin => format!("{today} today"),
        (0, today) => format!("{today} today · about {} min", queue.minutes()),
        (waiting, today) if !at.has_margin => format!("{today} of {waiting}"),
        (waiting, today) if waiting == today => format!("{today} today · about {} min", queue.minutes()),
        (waiting, 0) => format!("{waiting} waiting, done for today"),
        (waiting, today) => format!("{waiting} waiting, {today} today · about {} min", queue.minutes()),
    };
    Clean::words(&words)
}

/// So many days without an answer are worth a word.
const AWAY: i64 = 3;

/// What waits, how it is spread, and what comes first.
fn in_words(app: &App) -> String {
    let queue = &app.due.queue;
    if app.due.is_empty() {
        return "Nothing is in review yet. A question comes into it with its first answer in a quiz, and is asked again when you \
                are about to forget it."
            .to_owned();
    }
    if left_today(app).is_some() {
        return "A review of today stands open. Enter goes on with it.".to_owned();
    }
    let fresh = match queue.fresh {
        0 => String::new(),
        fresh => format!(" {} from the lessons you took.", capital(&come_new(fresh))),
    };
    if queue.waiting() == 0 {
        return if fresh.is_empty() { nothing_waits(app) } else { format!("Nothing waits.{fresh}") };
    }
    let waits = |count: usize| if count == 1 { "1 question waits".to_owned() } else { format!("{count} questions wait") };
    let away = app.away_since.map_or(0, |since| app.today().since(app.day(since)));
    let mut said = match away {
        AWAY.. => format!("You were away for {} days, and {}.", number_word(away as usize), waits(queue.waiting())),
        _ => format!("{}.", capital(&waits(queue.waiting()))),
    };
    said.push_str(&level(app));
    match (app.due.certain_errors(&queue.today), queue.today.len()) {
        (0, _) | (_, 1) => {}
        (1, _) => said.push_str(" The one you were certain of and missed comes first."),
        (errors, _) => said.push_str(&format!(" The {} you were certain of and missed come first.", number_word(errors))),
    }
    said + &fresh
}

/// `three are new`.
fn come_new(fresh: usize) -> String {
    if fresh == 1 { "one question is new,".to_owned() } else { format!("{} questions are new,", number_word(fresh)) }
}

/// When nothing waits: the day on which something does.
fn nothing_waits(app: &App) -> String {
    let next = app.due.review.items.iter().map(|item| item.memory.due).min();
    let day = next.map(|due| app.due.review.terms.morning.day(due));
    let (Some(day), today) = (day, app.due.review.terms.morning.day(app.now())) else { return String::new() };
    let count = app.due.review.items.iter().filter(|item| app.due.review.terms.morning.day(item.memory.due) == day).count();
    let come = if count == 1 { "one comes".to_owned() } else { format!("{} come", number_word(count)) };
    format!("Nothing waits today; {come} {}.", on(day, today, app.words()))
}

/// `tomorrow`, `on Friday`.
fn on(day: Day, today: Day, words: &Words) -> String {
    let words = day.soon(today, words);
    if words == "tomorrow" || words == "today" { words } else { format!("on {words}") }
}

/// How the rest of a backlog is spread: by when one is level again.
fn level(app: &App) -> String {
    let queue = &app.due.queue;
    if queue.rest.is_empty() {
        return String::new();
    }
    if queue.today.is_empty() {
        return " Today's share is done; the others wait for the coming days.".to_owned();
    }
    let today = app.due.review.terms.morning.day(app.now());
    let last = queue.spread.iter().rposition(|taken| *taken > 0);
    match last.filter(|_| queue.later == 0) {
        Some(last) => {
            let day = today.after(last as i64 + 1).soon(today, app.words());
            format!(" {} a day bring you level by {day}.", capital(&number_word(queue.today.len())))
        }
        None => format!(" Today's {} are those most at risk; the others are spread over the coming weeks.", queue.today.len()),
    }
}

/// What is asked today, lesson by lesson.
fn today(app: &App, at: &Geometry, gap: usize, rows: &mut Vec<Row>) {
    let queue = &app.due.queue;
    let of_lesson = |at: usize| -> Vec<&Id> {
        let of = |id: &&Id| app.course.question(id).is_some_and(|(lesson, _)| lesson == at);
        queue.today.iter().filter(of).collect()
    };
    let mut counted: Vec<(usize, Vec<&Id>)> = (0..app.course.lessons.len()).map(|at| (at, of_lesson(at))).collect();
    counted.retain(|(_, asked)| !asked.is_empty());
    if counted.is_empty() {
        return;
    }
    counted.sort_by_key(|(_, asked)| std::cmp::Reverse((app.due.certain_errors(asked.iter().copied()), asked.len())));
    rows.extend(vec![Row::default(); gap]);
    rows.push(heading("Today", "questions", at.width));
    for (lesson, asked) in counted {
        let Some(lesson) = app.course.lessons.get(lesson) else { continue };
        let errors = match app.due.certain_errors(asked.iter().copied()) {
            0 => String::new(),
            _ if !at.has_margin => String::new(),
            errors if errors == asked.len() => ", certain and wrong".to_owned(),
            errors => format!(", {} of them certain and wrong", number_word(errors)),
        };
        let left = vec![spoken(&format!("{}{errors}", lesson.title), Role::Text)];
        rows.push(spread(left, vec![spoken(&asked.len().to_string(), Role::Text)], at.width));
    }
}

/// What is remembered of each lesson today.
fn still_with_you(app: &App, at: &Geometry, gap: usize, rows: &mut Vec<Row>) {
    let remembered = remembered(&app.due.review);
    if remembered.is_empty() {
        return;
    }
    rows.extend(vec![Row::default(); gap]);
    rows.push(heading("Still with you", "mean recall", at.width));
    for lesson in &app.course.lessons {
        if let Some(recall) = remembered.get(&lesson.id) {
            rows.push(bar(lesson.title.as_str(), None, *recall, at));
        }
    }
}

/// A lesson with a bar of what is remembered, and what it was before.
pub fn bar(title: &str, before: Option<f64>, recall: f64, at: &Geometry) -> Row {
    let mut right: Vec<Piece> = Vec::new();
    if let Some(before) = before.filter(|_| at.has_margin) {
        right.extend([spoken(&format!("before {:.0} %", before * 100.0), Role::Quiet), blanks(3)]);
    }
    if at.has_margin {
        right.extend(page::bar(recall, BAR));
    }
    right.push(spoken(&format!("{:>8}", format!("{:.0} %", recall * 100.0)), Role::Text));
    spread(vec![spoken(title, Role::Text)], right, at.width)
}

fn foot(app: &App) -> Vec<(Clean, Clean)> {
    let mut entries = Vec::new();
    match (left_today(app), app.due.queue.today.is_empty()) {
        (Some(_), _) => entries.push((Act::Confirm, "go on")),
        (None, false) => entries.push((Act::Confirm, "start")),
        (None, true) => {}
    }
    if !app.due.is_empty() {
        entries.push((Act::More, "five more"));
    }
    entries.push((Act::Back, "map"));
    footer(Where::Review, &entries)
}

/// The end of a review: what moved, by how much, and when the next ones come.
pub fn end(app: &App, screen: &End, run: &Run, at: &Geometry) -> Sheet {
    let right = if app.due.queue.today.is_empty() { "done for today" } else { "done" };
    let header = Header { left: Clean::fixed("Review"), right: Clean::fixed(right), part: Some(1.0), number: None };
    let mut sheet = Sheet { header: Some(header), says_more: true, footer: end_foot(app, screen), ..Sheet::default() };
    let outcome = run.outcome(&app.course);
    let strong = format!("{} of {} right.", outcome.right, outcome.of);
    let words = format!("{strong} {}", to_come(app));
    let mut rows = wrapped(&words, Role::Text, at.width);
    embolden(&mut rows, strong.len());
    sheet.rows.extend(rows);
    let gap = if at.has_margin { 2 } else { 1 };
    if !screen.moved.is_empty() {
        sheet.rows.extend(vec![Row::default(); gap]);
        sheet.rows.push(heading("Still with you", "mean recall", at.width));
        for (lesson, before, now) in &screen.moved {
            let title = app.course.lessons.get(*lesson).map_or("", |lesson| lesson.title.as_str());
            sheet.rows.push(bar(title, Some(*before), *now, at));
        }
    }
    end::missed(app, run, screen, at, &mut sheet);
    if let Some(words) = certain_this_time(app, run) {
        sheet.rows.extend(vec![Row::default(); gap]);
        sheet.rows.extend(wrapped(&words, Role::Text, at.width));
    }
    sheet.follow_focus(app.body_height())
}

/// `12 wait, 5 of them tomorrow.` What is asked tomorrow is what falls due then, and what of the backlog finds room beside it.
fn to_come(app: &App) -> String {
    let queue = &app.due.queue;
    let falls_due: [usize; DAYS] = queue::forecast(&app.due.review);
    let tomorrow = falls_due.first().copied().unwrap_or(0) + queue.spread.first().copied().unwrap_or(0);
    let waiting = queue.waiting();
    match (waiting, tomorrow) {
        (0, _) => nothing_waits(app),
        (1, _) => "1 waits still.".to_owned(),
        (waiting, 0) => format!("{waiting} wait still."),
        (waiting, tomorrow) => format!("{waiting} wait still; tomorrow brings {}.", number_word(tomorrow)),
    }
}

/// What had been certain and wrong before this review, and was right in it: that is worth a sentence.
fn certain_this_time(app: &App, run: &Run) -> Option<String> {
    let was_error = |id: &&Id| {
        let earlier = app.progress.runs().into_iter().rfind(|(_, other)| other.at < run.at && other.given(id).is_some());
        earlier.is_some_and(|(_, other)| other.is_confident_error(&app.course, id))
    };
    let mended = run.questions.iter().filter(was_error).filter(|id| run.is_right(&app.course, id)).count();
    match mended {
        0 => None,
        1 => Some("A question of which you had been certain, and wrong, was right this time.".to_owned()),
        many => Some(format!(
            "{} questions of which you had been certain, and wrong, were right this time.",
            capital(&number_word(many))
        )),
    }
}

fn end_foot(app: &App, screen: &End) -> Vec<(Clean, Clean)> {
    let mut entries = vec![(Act::Confirm, "map")];
    if !screen.missed.is_empty() {
        entries.extend([(Act::Toggle, "look"), (Act::See, "see"), (Act::Missed, "missed again")]);
    }
    if !app.due.more(0).is_empty() {
        entries.push((Act::More, "five more"));
    }
    footer(Where::QuizEnd, &entries)
}

/// The first words of a text strong, as far as they stand on its first row.
fn embolden(rows: &mut [Row], bytes: usize) {
    let Some(first) = rows.first_mut() else { return };
    let words: String = first.pieces.iter().map(|piece| piece.text.as_str()).collect();
    let (strong, rest) = words.split_at_checked(bytes).unwrap_or((&words, ""));
    first.pieces = vec![spoken(strong, Role::Strong), spoken(rest, Role::Text)];
}
