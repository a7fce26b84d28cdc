//! Progress as a page: one column to read downwards, its numbers at the same edge.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::overview::Goal;
use super::super::{App, Overview, plans};
use super::{Header, Sheet, calibration, footer, hanging, heading, kept, line, review as in_review, wrapped};
use crate::course::{Clean, Lesson};
use crate::page::{Role, Row, Sign, blanks, spoken, spread, wrap};
use crate::progress::Standing;
use crate::progress::calibration::{Calibration, LEAST};
use crate::progress::day::Day;
use crate::progress::objectives::Level;
use crate::progress::plan::{Asking, asking};
use crate::progress::queue::{self, DAYS, remembered};
use crate::words::Words;

pub fn sheet(app: &App, screen: &Overview, at: &Geometry) -> Sheet {
    let mut rows = still_with_you(app, at);
    to_come(app, at, &mut rows);
    how_sure(app.words(), &screen.calibration, at, &mut rows);
    can_do(app, &screen.goals, at, &mut rows);
    time(app, screen, at, &mut rows);
    planned(app, at, &mut rows);
    made(app, at, &mut rows);
    let words = app.words().overview();
    Sheet {
        header: Some(header(app, screen, at)),
        rows,
        top: screen.top,
        says_more: true,
        footer: footer(
            Where::Overview,
            &[
                (Act::Down, words.key_scroll()),
                (Act::Review, words.key_review()),
                (Act::HowSure, words.key_how_sure()),
                (Act::Report, words.key_report()),
                (Act::Back, words.key_map()),
            ],
        ),
        ..Sheet::default()
    }
}

/// How much is done, and how long it took so far.
fn header(app: &App, screen: &Overview, at: &Geometry) -> Header {
    let lessons = &app.course.lessons;
    let done = lessons.iter().filter(|lesson| app.progress.is_done(&app.course, lesson)).count();
    let (words, so_far) = (app.words(), app.words().count().time(screen.weeks.all));
    let right = match at.has_margin {
        true => words.overview().lessons_done(done, lessons.len(), so_far),
        false => words.count().of(done, lessons.len()),
    };
    let part = done as f64 / lessons.len().max(1) as f64;
    Header { number: None, left: Clean::words(words.overview().title()), right: Clean::words(&right), part: Some(part) }
}

/// Two blank rows between two parts, one where there is little room.
fn part(rows: &mut Vec<Row>, head: Row) {
    rows.extend([Row::default(), head]);
}

/// `2  Planning and vision`.
fn named(app: &App, lesson: &Lesson) -> String {
    let digits = app.course.lessons.iter().map(|lesson| lesson.number.to_string().len()).max().unwrap_or(1);
    format!("{:>digits$}  {}", lesson.number, lesson.title)
}

/// What is remembered of each lesson today.
fn still_with_you(app: &App, at: &Geometry) -> Vec<Row> {
    let remembered = remembered(&app.due.review);
    let words = app.words().overview();
    let recall = if remembered.is_empty() { "" } else { words.mean_recall() };
    let mut rows = vec![heading(words.still_with_you(), recall, at.width)];
    for lesson in &app.course.lessons {
        match (remembered.get(&lesson.id), app.progress.standing(&app.course, lesson)) {
            (Some(recall), _) => rows.push(in_review::bar(app.words(), &named(app, lesson), (None, *recall), at)),
            (None, Standing::New) => {}
            (None, _) => {
                let name = vec![spoken(&named(app, lesson), Role::Text)];
                rows.push(spread(name, vec![spoken(words.nothing_asked(), Role::Quiet)], at.width));
            }
        }
    }
    if rows.len() == 1 {
        rows.extend(wrapped(words.nothing_yet(), Role::Text, at.width));
    }
    rows
}

/// So wide is the column of a day.
const DAY: usize = 4;

/// How many questions fall due in the coming fourteen days, beside what waits already.
fn to_come(app: &App, at: &Geometry, rows: &mut Vec<Row>) {
    if app.due.is_empty() {
        return;
    }
    let queue = &app.due.queue;
    let all: usize = days_to_come(app).iter().map(|(_, due)| due).sum::<usize>() + queue.today.len();
    let words = app.words().overview();
    part(rows, heading(words.to_come(), &words.in_two_weeks(all), at.width));
    if queue.waiting() > 0 {
        let today = words.today_of_waiting(queue.today.len() - queue.fresh, queue.waiting());
        rows.extend(wrapped(&today, Role::Text, at.width));
    }
    rows.extend(calendar(app, at));
}

/// The coming fourteen days, and how many questions fall due on each.
pub fn days_to_come(app: &App) -> Vec<(Day, usize)> {
    let today = app.due.review.terms.morning.day(app.now());
    let share = queue::forecast(&app.due.review).into_iter().zip(app.due.queue.spread).map(|(due, spread)| due + spread);
    (1..).map(|nth| today.after(nth)).zip(share).collect()
}

/// A column for each day, weeks apart. Where the days of two weeks do not fit beside one another, they stand one week under the other.
pub fn calendar(app: &App, at: &Geometry) -> Vec<Row> {
    let fits = at.width >= DAYS * DAY + 4;
    let mut rows = Vec::new();
    for days in days_to_come(app).chunks(if fits { DAYS } else { DAYS / 2 }) {
        let (mut names, mut counts) = (String::new(), String::new());
        for (day, due) in days {
            if day.of_week() == 0 && fits && !names.is_empty() {
                names.push_str("  ");
                counts.push_str("  ");
            }
            names.push_str(&format!("{:<DAY$}", day.weekday(app.words())));
            counts.push_str(&format!("{due:>2}{:2}", ""));
        }
        rows.extend([line(names.trim_end(), Role::Quiet), line(counts.trim_end(), Role::Text)]);
    }
    rows
}

/// How sure, how right, as far as there is enough to say.
fn how_sure(words: &Words, all: &Calibration, at: &Geometry, rows: &mut Vec<Row>) {
    if all.count() == 0 {
        return;
    }
    part(rows, heading(words.overview().how_sure(), calibration::count(words, all.count()).as_str(), at.width));
    let Some(bias) = all.in_words(None, words) else {
        let few = words.overview().too_few(words.count().number(LEAST));
        return rows.extend(wrapped(&few, Role::Text, at.width));
    };
    rows.extend(all.levels().iter().map(|level| calibration::bar(words, level, at)));
    rows.extend(wrapped(words.sureness().mark(), Role::Quiet, at.width));
    rows.extend(wrapped(&bias, Role::Text, at.width));
}

/// Every objective of the lessons in which something was asked.
fn can_do(app: &App, goals: &[Goal], at: &Geometry, rows: &mut Vec<Row>) {
    let count = |wanted: &dyn Fn(Level) -> bool| goals.iter().filter(|goal| wanted(goal.level)).count();
    let is_new = |goal: &&Goal| matches!(goal.level, Level::New | Level::Unasked);
    if goals.iter().all(|goal| is_new(&goal)) {
        return;
    }
    let words = app.words().overview();
    let (mastered, of) = (count(&|level| level == Level::Mastered), count(&|level| level != Level::Unasked));
    part(rows, heading(words.objectives(), &words.mastered_of(mastered, of), at.width));
    for (nth, lesson) in app.course.lessons.iter().enumerate() {
        let of_lesson: Vec<&Goal> = goals.iter().filter(|goal| goal.lesson == nth).collect();
        if !of_lesson.iter().all(is_new) {
            rows.extend(wrapped(&named(app, lesson), Role::Text, at.width));
            rows.extend(of_lesson.into_iter().flat_map(|goal| objective(app, goal, at)));
            rows.push(Row::default());
        }
    }
    rows.extend(wrapped(words.mastered_is(), Role::Quiet, at.width));
}

/// So wide is the column that says how far one is with an objective: as its longest words want it.
fn state_column(words: &Words) -> usize {
    let words = words.overview();
    [words.today(), words.right_once(), words.not_asked()].map(wrap::width).into_iter().max().unwrap_or(0) + 2
}

/// An objective: a sign, its words, since when.
fn objective(app: &App, goal: &Goal, at: &Geometry) -> Vec<Row> {
    let (today, words) = (app.today(), app.words().overview());
    let (sign, state) = match goal.level {
        Level::Mastered => {
            let day = goal.since.map(|at| Day::of(at, app.offset));
            (
                Sign::Right,
                day.map_or(String::new(), |day| if day == today { words.today().to_owned() } else { day.short(app.words()) }),
            )
        }
        Level::Right => (Sign::Begun, words.right_once().to_owned()),
        Level::Begun => (Sign::Untouched, words.right_of(goal.right.0, goal.right.1)),
        Level::New | Level::Unasked => (Sign::Untouched, words.not_asked().to_owned()),
    };
    let lead = if at.has_margin { blanks(3) } else { spoken(&format!("{} ", sign.piece().text), sign.piece().role) };
    let mut lines = hanging(lead, goal.text.as_str(), Role::Text, at.width.saturating_sub(state_column(app.words())).max(8));
    if let Some(first) = lines.first_mut() {
        let pieces = std::mem::take(&mut first.pieces);
        let sign = at.has_margin.then_some(sign);
        *first = Row { sign, ..spread(pieces, vec![spoken(&state, Role::Quiet)], at.width) };
    }
    lines
}

/// The weekly goal, which forgives gaps, or only the time where there is none.
fn time(app: &App, screen: &Overview, at: &Geometry, rows: &mut Vec<Row>) {
    let (goal, weeks) = (app.habits.weekly_goal, &screen.weeks);
    if app.progress.is_empty() {
        return;
    }
    let (words, count) = (app.words().overview(), app.words().count());
    let this = count.time(weeks.now);
    if goal == 0 {
        part(rows, heading(words.time(), "", at.width));
        return rows.extend(wrapped(&words.this_week(this), Role::Text, at.width));
    }
    part(rows, heading(words.weekly_goal(), &count.time(goal), at.width));
    let said = match (weeks.met(goal), weeks.before.len()) {
        (_, 0) => words.this_week(this),
        (1, 1) => words.met_last_week(this),
        (_, 1) => words.not_met_last_week(this),
        (met, of) => words.met_in(met, of, this),
    };
    rows.extend(wrapped(&said, Role::Text, at.width));
}

/// The plans, each with the day on which it is asked.
fn planned(app: &App, at: &Geometry, rows: &mut Vec<Row>) {
    let all = plans::listed(app);
    if all.is_empty() {
        return;
    }
    let words = app.words().overview();
    part(rows, heading(words.plans(), super::plans::count(app.words(), all.len()).as_str(), at.width));
    let today = app.today();
    for (id, plan) in all {
        let when = match asking(app.progress.made(), (id, plan), today, app.offset) {
            Asking::Since(_) => words.asked_now().to_owned(),
            Asking::On(day) => day.short(app.words()),
            Asking::Over => words.done().to_owned(),
        };
        let plan = vec![spoken(&plan.halves(app.words()).join(" "), Role::Text)];
        rows.push(spread(plan, vec![spoken(&when, Role::Quiet)], at.width));
    }
}

/// What was kept.
fn made(app: &App, at: &Geometry, rows: &mut Vec<Row>) {
    let kept_passages = app.progress.made().kept(&app.course);
    if kept_passages.is_empty() {
        return;
    }
    let notes = kept_passages.iter().filter(|(_, kept)| !kept.note.is_empty()).count();
    let (words, kept) = (app.words().overview(), kept::count(app.words(), kept_passages.len()));
    let right = if notes == 0 { kept.to_string() } else { words.kept_with_notes(notes, kept) };
    part(rows, heading(words.kept(), &right, at.width));
}
