//! Review: the row on the map, the page before it begins, and its end.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::review::left_today;
use super::super::{App, End, ReviewStart};
use super::{Header, Sheet, end, footer, heading, line, wrapped};
use crate::course::{Clean, Id};
use crate::page::{self, Piece, Role, Row, blanks, spoken, spread, wrap};
use crate::progress::queue::{DAYS, remembered};
use crate::progress::{Run, queue};
use crate::words::{Words, capital};

/// How many rows a bar of recall has.
const BAR: usize = 18;

/// What the map says of review, where something waits today.
pub fn on_the_map(app: &App, at: &Geometry, sheet: &mut Sheet) {
    let queue = &app.due.queue;
    if queue.today.is_empty() {
        return;
    }
    let words = app.words().review();
    let key = app.keys.brief(Where::Map, Act::Review, app.words());
    let (due, waiting) = (queue.today.len() - queue.fresh, queue.waiting());
    let about = words.about(time(app));
    let share = if due == waiting { due.to_string() } else { words.share_of(due, waiting) };
    if !at.has_margin {
        let share = if due == 0 { words.new_questions(queue.fresh) } else { share };
        let said = words.share_short(share, about);
        return sheet.rows.push(Row::of(vec![spoken(&key, Role::Key), blanks(2), spoken(&said, Role::Text)]));
    }
    let room = at.width.saturating_sub(wrap::width(&key) + 2 + 2 + wrap::width(&about));
    let forms = map_words(app, due, &share);
    let said = forms.iter().find(|words| wrap::width(words) <= room).map_or("", String::as_str);
    let left = vec![spoken(&key, Role::Key), blanks(2), spoken(said, Role::Text)];
    sheet.rows.extend([Row::default(), line(words.title(), Role::Heading)]);
    sheet.rows.push(spread(left, vec![spoken(&about, Role::Quiet)], at.width));
}

/// How long today's share takes.
fn time(app: &App) -> String {
    app.words().count().minutes(app.due.queue.minutes())
}

/// What the map says, the longest form first.
fn map_words(app: &App, due: usize, share: &str) -> Vec<String> {
    let (queue, words) = (&app.due.queue, app.words().review());
    let fresh = words.new_questions(queue.fresh);
    if due == 0 {
        return vec![words.new_of_your_lessons(&fresh), fresh];
    }
    let (long, short) = (words.waiting_questions(queue.waiting(), share), words.waiting_short(share));
    let with_errors = |said: &str| match app.due.certain_errors(&queue.today) {
        0 => said.to_owned(),
        1 if queue.waiting() == 1 => words.with_certain_and_wrong(said),
        errors => words.with_errors(said, app.words().count().number(errors)),
    };
    let with_new = |said: String| if queue.fresh == 0 { said } else { words.with_new(said, &fresh) };
    vec![with_new(with_errors(&long)), with_new(with_errors(&short)), with_errors(&long), with_errors(&short), long]
}

/// The page before a review: the whole, today's share, and why.
pub fn sheet(app: &App, screen: &ReviewStart, at: &Geometry) -> Sheet {
    let mut sheet = Sheet {
        header: Some(Header {
            left: Clean::words(app.words().review().title()),
            right: counts(app, at),
            part: Some(0.0),
            number: None,
        }),
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
fn counts(app: &App, at: &Geometry) -> Clean {
    let (queue, words) = (&app.due.queue, app.words().review());
    let said = match (queue.waiting(), queue.today.len()) {
        (0, 0) => words.nothing_waits_header().to_owned(),
        (0, today) if !at.has_margin => words.today_short(today),
        (0, today) => words.today_about(today, time(app)),
        (waiting, today) if !at.has_margin => words.share_of(today, waiting),
        (waiting, today) if waiting == today => words.today_about(today, time(app)),
        (waiting, 0) => words.waiting_done(waiting),
        (waiting, today) => words.waiting_today(waiting, today, time(app)),
    };
    Clean::words(&said)
}

/// So many days without an answer are worth a word.
const AWAY: i64 = 3;

/// What waits, how it is spread, and what comes first.
fn in_words(app: &App) -> String {
    let (queue, words) = (&app.due.queue, app.words().review());
    if app.due.is_empty() {
        return words.nothing_in_review().to_owned();
    }
    if left_today(app).is_some() {
        return words.stands_open().to_owned();
    }
    let number = |count: usize| app.words().count().number(count);
    let fresh = (queue.fresh > 0).then(|| capital(&words.come_new(queue.fresh, number(queue.fresh))));
    if queue.waiting() == 0 {
        return fresh.map_or_else(|| nothing_waits(app), |fresh| format!("{} {fresh}", words.nothing_waits()));
    }
    let away = app.away_since.map_or(0, |since| app.today().since(app.day(since)));
    let waits = match away {
        AWAY.. => words.away(queue.waiting(), number(away as usize)),
        _ => words.waits(queue.waiting()),
    };
    let first = match (app.due.certain_errors(&queue.today), queue.today.len()) {
        (0, _) | (_, 1) => None,
        (errors, _) => Some(words.missed_comes_first(errors, number(errors))),
    };
    [Some(waits), level(app), first, fresh].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// When nothing waits: the day on which something does.
fn nothing_waits(app: &App) -> String {
    let morning = app.due.review.terms.morning;
    let next = app.due.review.items.iter().map(|item| item.memory.due).min();
    let (Some(day), today) = (next.map(|due| morning.day(due)), morning.day(app.now())) else { return String::new() };
    let count = app.due.review.items.iter().filter(|item| morning.day(item.memory.due) == day).count();
    let (words, number) = (app.words().review(), app.words().count().number(count));
    match day.since(today) {
        0 => words.comes_today(count, number),
        1 => words.comes_tomorrow(count, number),
        _ => words.comes_on(count, number, day.soon(today, app.words())),
    }
}

/// How the rest of a backlog is spread: by when one is level again.
fn level(app: &App) -> Option<String> {
    let (queue, words) = (&app.due.queue, app.words().review());
    if queue.rest.is_empty() {
        return None;
    }
    if queue.today.is_empty() {
        return Some(words.today_is_done().to_owned());
    }
    let today = app.due.review.terms.morning.day(app.now());
    let last = queue.spread.iter().rposition(|taken| *taken > 0);
    Some(match last.filter(|_| queue.later == 0) {
        Some(last) => {
            let day = today.after(last as i64 + 1).soon(today, app.words());
            capital(&words.level_by(app.words().count().number(queue.today.len()), day))
        }
        None => words.at_risk(queue.today.len()),
    })
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
    let words = app.words().review();
    rows.extend(vec![Row::default(); gap]);
    rows.push(heading(words.today(), words.questions(), at.width));
    for (lesson, asked) in counted {
        let Some(lesson) = app.course.lessons.get(lesson) else { continue };
        let left = match app.due.certain_errors(asked.iter().copied()) {
            0 => lesson.title.to_string(),
            _ if !at.has_margin => lesson.title.to_string(),
            errors if errors == asked.len() => words.with_certain_and_wrong(&lesson.title),
            errors => words.with_errors(&lesson.title, app.words().count().number(errors)),
        };
        let left = vec![spoken(&left, Role::Text)];
        rows.push(spread(left, vec![spoken(&asked.len().to_string(), Role::Text)], at.width));
    }
}

/// What is remembered of each lesson today.
fn still_with_you(app: &App, at: &Geometry, gap: usize, rows: &mut Vec<Row>) {
    let remembered = remembered(&app.due.review);
    if remembered.is_empty() {
        return;
    }
    let words = app.words().review();
    rows.extend(vec![Row::default(); gap]);
    rows.push(heading(words.still_with_you(), words.mean_recall(), at.width));
    for lesson in &app.course.lessons {
        if let Some(recall) = remembered.get(&lesson.id) {
            rows.push(bar(app.words(), lesson.title.as_str(), (None, *recall), at));
        }
    }
}

/// A recall that is shown as a hundred per cent.
const JUST_NOW: f64 = 0.995;

/// A lesson with a bar of what is remembered, and what it was before.
pub fn bar(words: &Words, title: &str, (before, recall): (Option<f64>, f64), at: &Geometry) -> Row {
    let words = words.review();
    let mut right: Vec<Piece> = Vec::new();
    if let Some(before) = before.filter(|_| at.has_margin) {
        right.extend([spoken(&words.recall_before(format!("{:.0}", before * 100.0)), Role::Quiet), blanks(3)]);
    }
    // Just after it was answered all is remembered: that tells nothing yet, unless it was less before.
    if before.is_none() && recall >= JUST_NOW {
        return spread(vec![spoken(title, Role::Text)], vec![spoken(words.just_learnt(), Role::Quiet)], at.width);
    }
    if at.has_margin {
        right.extend(page::bar(recall, BAR));
    }
    right.push(spoken(&format!("{:>8}", words.recall(format!("{:.0}", recall * 100.0))), Role::Text));
    spread(vec![spoken(title, Role::Text)], right, at.width)
}

fn foot(app: &App) -> Vec<(Clean, Clean)> {
    let words = app.words().review();
    let mut entries = Vec::new();
    match (left_today(app), app.due.queue.today.is_empty()) {
        (Some(_), _) => entries.push((Act::Confirm, words.key_go_on())),
        (None, false) => entries.push((Act::Confirm, words.key_start())),
        (None, true) => {}
    }
    if !app.due.is_empty() {
        entries.push((Act::More, words.key_five_more()));
    }
    entries.push((Act::Back, words.key_map()));
    footer(Where::Review, &entries)
}

/// The end of a review: what moved, by how much, and when the next ones come.
pub fn end(app: &App, screen: &End, run: &Run, at: &Geometry) -> Sheet {
    let said = app.words().review();
    let right = if app.due.queue.today.is_empty() { said.done_for_today() } else { said.done() };
    let header = Header { left: Clean::words(said.title()), right: Clean::words(right), part: Some(1.0), number: None };
    let mut sheet = Sheet { header: Some(header), says_more: true, footer: end_foot(app, screen), ..Sheet::default() };
    let outcome = run.outcome(&app.course);
    let strong = said.right_of(outcome.right, outcome.of);
    let words = format!("{strong} {}", to_come(app));
    let mut rows = wrapped(&words, Role::Text, at.width);
    embolden(&mut rows, strong.len());
    sheet.rows.extend(rows);
    let gap = if at.has_margin { 2 } else { 1 };
    if !screen.moved.is_empty() {
        sheet.rows.extend(vec![Row::default(); gap]);
        sheet.rows.push(heading(said.still_with_you(), said.mean_recall(), at.width));
        for (lesson, before, now) in &screen.moved {
            let title = app.course.lessons.get(*lesson).map_or("", |lesson| lesson.title.as_str());
            sheet.rows.push(bar(app.words(), title, (Some(*before), *now), at));
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
    let (queue, words) = (&app.due.queue, app.words().review());
    let falls_due: [usize; DAYS] = queue::forecast(&app.due.review);
    let tomorrow = falls_due.first().copied().unwrap_or(0) + queue.spread.first().copied().unwrap_or(0);
    let waiting = queue.waiting();
    match (waiting, tomorrow) {
        (0, _) => nothing_waits(app),
        (1, _) | (_, 0) => words.wait_still(waiting),
        (waiting, tomorrow) => words.wait_and_tomorrow(waiting, app.words().count().number(tomorrow)),
    }
}

/// What had been certain and wrong before this review, and was right in it: that is worth a sentence.
fn certain_this_time(app: &App, run: &Run) -> Option<String> {
    let was_error = |id: &&Id| {
        let earlier = app.progress.runs().into_iter().rfind(|(_, other)| other.at < run.at && other.given(id).is_some());
        earlier.is_some_and(|(_, other)| other.is_confident_error(&app.course, id))
    };
    let mended = run.questions.iter().filter(was_error).filter(|id| run.is_right(&app.course, id)).count();
    let said = || app.words().review().right_this_time(mended, app.words().count().number(mended));
    (mended > 0).then(|| capital(&said()))
}

fn end_foot(app: &App, screen: &End) -> Vec<(Clean, Clean)> {
    let words = app.words().review();
    let mut entries = vec![(Act::Confirm, words.key_map())];
    if !screen.missed.is_empty() {
        entries.extend([(Act::Toggle, words.key_look()), (Act::See, words.key_see()), (Act::Missed, words.key_missed())]);
    }
    if !app.due.more(0).is_empty() {
        entries.push((Act::More, words.key_five_more()));
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
