//! The course map.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::map::{Extra, Item, focused, items};
use super::super::{App, plans};
use super::{Header, Sheet, calibration, footer, hanging, heading, kept, line, question_minutes, review, sections, wrapped};
use crate::course::{Clean, Lesson, block};
use crate::page::{Piece, Role, Row, Sign, blanks, piece, spoken, spread};
use crate::progress::plan::due;
use crate::progress::{Field, Standing, Stands, Step};

pub fn sheet(app: &App, at: &Geometry) -> Sheet {
    let now = app.stands();
    let Stands { lessons: stands, step, .. } = now.as_ref();
    let all = items(app);
    let items = Items { focused: focused(app, &all), all };
    let lesson = if let Item::Lesson(lesson) = items.focused { Some(lesson) } else { None };
    let mut sheet = Sheet {
        header: Some(header(app, stands, at)),
        says_more: true,
        footer: foot(app, items.focused, step),
        side: if at.side.is_some() { aside(app, lesson.or(step.lesson())) } else { Vec::new() },
        ..Sheet::default()
    };
    match lesson.and_then(|lesson| app.course.lessons.get(lesson)) {
        Some(lesson) if at.side.is_none() && at.has_margin => promise(app, lesson, at, &mut sheet.rows),
        _ => {
            next(app, (step, &items), at, &mut sheet);
            follow_up(app, &items, at, &mut sheet);
            review::on_the_map(app, at, &mut sheet);
            items.stand(Item::Review, sheet.rows.len().saturating_sub(1), &mut sheet);
        }
    }
    sheet.rows.push(Row::default());
    list(app, (stands, &items), at, &mut sheet);
    what_was_made(app, &items, at, &mut sheet);
    sheet.follow_focus(app.body_height())
}

/// What can be focused, and what is.
struct Items {
    all: Vec<Item>,
    focused: Item,
}

impl Items {
    /// The rows from here on are those of an item.
    fn stand(&self, item: Item, from: usize, sheet: &mut Sheet) {
        let rows = from..sheet.rows.len();
        if let Some(nth) = self.all.iter().position(|known| *known == item) {
            sheet.target(rows.clone(), Act::Choose(nth));
        }
        if self.focused == item {
            sheet.focus = Some(rows);
        }
    }
}

fn header(app: &App, stands: &[Standing], at: &Geometry) -> Header {
    let lessons = &app.course.lessons;
    let each = || lessons.iter().zip(stands);
    let done = each().filter(|(lesson, standing)| standing.is_done(lesson)).count();
    let left: f64 = each().map(|(lesson, standing)| f64::from(lesson.minutes) * (1.0 - part_done(lesson, standing))).sum();
    let (words, all) = (app.words(), lessons.len());
    let right = match at.has_margin {
        true if left >= 0.5 => words.map().lessons_done_to_go(done, all, words.count().time(left.round() as u32)),
        true => words.map().lessons_done(done, all),
        false => words.count().of(done, all),
    };
    let part = match app.course.minutes() {
        0 => done as f64 / lessons.len().max(1) as f64,
        all => 1.0 - left / f64::from(all),
    };
    Header { number: None, left: app.course.title.clone(), right: Clean::words(&right), part: Some(part) }
}

/// The text of a lesson takes about half of its minutes, the quiz the other half.
const TEXT: f64 = 0.5;

/// How much of a lesson is done. Told from its head alone, so that the map says the same whatever is loaded.
fn part_done(lesson: &Lesson, standing: &Standing) -> f64 {
    let text = if lesson.has_quiz { TEXT } else { 1.0 };
    match standing {
        Standing::New => 0.0,
        Standing::Begun(part) => part * text,
        Standing::Read => text,
        Standing::PassedOver => 1.0,
        Standing::Tested(outcome) if outcome.passed => 1.0,
        Standing::Tested(_) => text,
    }
}

/// The one next step: its head, what it is, how long it takes.
fn next(app: &App, (step, items): (&Step, &Items), at: &Geometry, sheet: &mut Sheet) {
    let (head, what, about) = in_words(app, step);
    let start;
    if at.has_margin {
        sheet.rows.push(line(head, Role::Heading));
        start = sheet.rows.len();
        let right = if about.is_empty() { Vec::new() } else { vec![spoken(&about, Role::Quiet)] };
        sheet.rows.push(spread(vec![spoken(&what, Role::Text)], right, at.width));
    } else {
        start = sheet.rows.len();
        let title = step.lesson().and_then(|lesson| app.course.lessons.get(lesson)).map(|lesson| lesson.title.to_string());
        let title = title.map_or(head.to_owned(), |title| format!("{head}: {title}"));
        sheet.rows.extend(wrapped(&title, Role::Strong, at.width));
        sheet.rows.extend(wrapped(&small_words(app, step, &about), Role::Text, at.width));
    }
    items.stand(Item::Next, start, sheet);
}

/// The plan of which it is asked today how it went; of several the one that waits longest.
fn follow_up(app: &App, items: &Items, at: &Geometry, sheet: &mut Sheet) {
    let head = app.words().map().how_did_it_go();
    let due = due(app.progress.made(), app.today(), app.offset);
    let Some((_, plan)) = due.first() else { return };
    let words = plan.halves(app.words()).join(" ");
    let count = if at.has_margin && due.len() > 1 { app.words().count().of(1, due.len()) } else { String::new() };
    let right = vec![spoken(&count, Role::Quiet)];
    let left = if at.has_margin {
        sheet.rows.extend([Row::default(), line(head, Role::Heading)]);
        vec![spoken(&words, Role::Text)]
    } else {
        vec![spoken(head, Role::Strong), blanks(1), spoken(&words, Role::Text)]
    };
    let row = sheet.rows.len();
    sheet.rows.push(spread(left, right, at.width));
    items.stand(Item::FollowUp, row, sheet);
}

/// Head, lesson with its section, and time.
fn in_words<'a>(app: &'a App, step: &Step) -> (&'a str, String, String) {
    let (count, words) = (app.words().count(), app.words().map());
    let lesson = step.lesson().and_then(|lesson| app.course.lessons.get(lesson));
    let Some(lesson) = lesson else {
        return (words.done(), words.all_passed().to_owned(), String::new());
    };
    let named = format!("{}  {}", lesson.number, lesson.title);
    let asked = lesson.quiz().count();
    let about = |minutes_left: u32| if minutes_left == 0 { String::new() } else { words.about(count.time(minutes_left)) };
    let quiz = || (format!("{named}, {}", count.questions(asked)), about(question_minutes(asked)));
    match step {
        Step::Begin(_) => (words.begin(), named, about(lesson.minutes)),
        Step::Read(_) => {
            let section = section(app, lesson).map_or(String::new(), |section| format!(", {}", words.section(section)));
            let stands = app.stands();
            let standing = step.lesson().and_then(|at| stands.lessons.get(at)).unwrap_or(&Standing::New);
            let left = f64::from(lesson.minutes) * (1.0 - part_done(lesson, standing));
            (words.carry_on(), format!("{named}{section}"), about(left.round().max(1.0) as u32))
        }
        Step::Quiz(_) => {
            let (what, about) = quiz();
            (words.the_quiz(), what, about)
        }
        Step::Resume(_, run) => {
            let run = app.progress.run(run);
            let (at, of) = run.map_or((0, asked), |run| (run.next(&app.course).unwrap_or(0), run.questions.len()));
            (words.carry_on(), format!("{named}, {}", words.question_of(at + 1, of)), about(question_minutes(of - at.min(of))))
        }
        Step::Again(_) => {
            let (what, about) = quiz();
            (words.the_quiz_again(), what, about)
        }
        Step::Type(_, field) => (words.carry_on(), format!("{named}, {}", half_typed(app, field)), String::new()),
        Step::Done => (words.done(), String::new(), String::new()),
    }
}

/// The second line where there is no room for one: `“Three gaps”, about 6 min`.
fn small_words(app: &App, step: &Step, about: &str) -> String {
    let lesson = step.lesson().and_then(|lesson| app.course.lessons.get(lesson));
    let words = app.words().map();
    let what = match (step, lesson) {
        (Step::Read(_), Some(lesson)) => section(app, lesson).map_or(String::new(), |section| words.section(section)),
        (Step::Resume(_, run), Some(_)) => {
            let next = app.progress.run(run).and_then(|run| Some((run.next(&app.course)? + 1, run.questions.len())));
            next.map_or(String::new(), |(at, of)| words.question_of(at, of))
        }
        (Step::Quiz(_) | Step::Again(_), Some(lesson)) => app.words().count().questions(lesson.quiz().count()),
        (Step::Type(_, field), Some(_)) => half_typed(app, field).to_owned(),
        (Step::Done, _) => words.all_passed_short().to_owned(),
        _ => String::new(),
    };
    [what.as_str(), about].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What one was typing.
fn half_typed<'a>(app: &'a App, field: &Field) -> &'a str {
    let words = app.words().map();
    match field {
        Field::Plan(..) | Field::Revision(..) => words.your_plan(),
        Field::Obstacle(..) => words.how_your_plan_went(),
        Field::Doubt(..) => words.wrong_with_a_question(),
        Field::Note(..) => words.your_note(),
    }
}

/// The section in which the learner stopped.
fn section(app: &App, lesson: &Lesson) -> Option<String> {
    let place = app.progress.reading(&lesson.id)?.place;
    let (_, words) = lesson.section(lesson.section_of(place.block)?)?;
    Some(block::plain(words))
}

/// The objectives of the focused lesson, in place of the next step.
fn promise(app: &App, lesson: &Lesson, at: &Geometry, rows: &mut Vec<Row>) {
    rows.push(line(app.words().text().promise(), Role::Heading));
    for objective in &lesson.objectives {
        rows.extend(hanging(piece("·  ", Role::Quiet), objective.text.as_str(), Role::Text, at.width));
    }
    if lesson.objectives.is_empty() {
        rows.push(line(app.words().map().no_promise(), Role::Quiet));
    }
}

/// Every lesson with its state.
fn list(app: &App, (stands, items): (&[Standing], &Items), at: &Geometry, sheet: &mut Sheet) {
    if at.has_margin {
        let words = app.words();
        let all = words.map().in_all(words.count().time(app.course.minutes()));
        sheet.rows.push(heading(words.map().lessons(), if app.course.minutes() > 0 { &all } else { "" }, at.width));
    }
    let digits = app.course.lessons.iter().map(|lesson| lesson.number.to_string().len()).max().unwrap_or(1);
    for (place, (lesson, standing)) in app.course.lessons.iter().zip(stands).enumerate() {
        let row = sheet.rows.len();
        sheet.rows.push(lesson_row(app, (lesson, standing), digits, at));
        items.stand(Item::Lesson(place), row, sheet);
    }
}

/// A row for each kind of thing that the learner made, with how many there are.
fn what_was_made(app: &App, items: &Items, at: &Geometry, sheet: &mut Sheet) {
    let extras = items.all.iter().filter_map(|item| if let Item::Extra(extra) = item { Some(*extra) } else { None });
    for (nth, extra) in extras.enumerate() {
        if nth == 0 {
            sheet.rows.push(Row::default());
        }
        let row = sheet.rows.len();
        let (words, count) = in_a_row(app, extra, at);
        sheet.rows.push(spread(vec![spoken(words, Role::Text)], vec![Piece::of(count, Role::Quiet)], at.width));
        items.stand(Item::Extra(extra), row, sheet);
    }
}

/// The words of a row under the lessons, and its figure.
fn in_a_row<'a>(app: &'a App, extra: Extra, at: &Geometry) -> (&'a str, Clean) {
    let words = app.words().map();
    let words = match extra {
        Extra::Mirror => words.mirror(),
        Extra::Kept if at.has_margin => words.kept(),
        Extra::Kept => words.kept_short(),
        Extra::Plans => words.plans(),
        Extra::HowSure => words.how_sure(),
    };
    let count = match extra {
        Extra::Mirror => Clean::words(&super::mirror::state(app)),
        Extra::Kept => kept::count(app.words(), app.progress.made().kept(&app.course).len()),
        Extra::Plans => super::plans::count(app.words(), plans::listed(app).len()),
        Extra::HowSure => calibration::count(app.words(), app.stands().said),
    };
    (words, count)
}

/// The columns of a lesson's row in the wide form: the state begins here.
const STATE_AT: usize = 45;

fn lesson_row(app: &App, (lesson, standing): (&Lesson, &Standing), digits: usize, at: &Geometry) -> Row {
    let (sign, state) = state(app, lesson, standing);
    let number = format!("{:>digits$}  ", lesson.number);
    if !at.has_margin {
        let sign = sign.piece();
        return spread(
            vec![sign, blanks(2), spoken(&number, Role::Text), spoken(lesson.title.as_str(), Role::Text)],
            Vec::new(),
            at.width,
        );
    }
    let mut left =
        spread(vec![spoken(&number, Role::Text), spoken(lesson.title.as_str(), Role::Text)], vec![blanks(1)], STATE_AT).pieces;
    left.push(spoken(&state, Role::Quiet));
    let time = if lesson.minutes > 0 {
        vec![spoken(&app.words().count().time(lesson.minutes), Role::Quiet)]
    } else {
        Vec::<Piece>::new()
    };
    spread(left, time, at.width).signed(sign)
}

/// Where a lesson stands: a sign, and the same in words.
fn state(app: &App, lesson: &Lesson, standing: &Standing) -> (Sign, String) {
    let open =
        app.progress.open_run(&app.course, lesson).and_then(|(_, run)| Some((run.next(&app.course)? + 1, run.questions.len())));
    match (standing, open) {
        _ if standing.is_done(lesson) => (Sign::Right, standing.in_words(app.words())),
        (_, Some((at, of))) => (Sign::Begun, app.words().map().quiz_at(at, of)),
        (Standing::Read, None) => (Sign::Begun, app.words().map().read_quiz_to_come().to_owned()),
        (Standing::New, None) => (Sign::Untouched, String::new()),
        _ => (Sign::Begun, standing.in_words(app.words())),
    }
}

/// More sections than this are shown around the one in which one reads.
const MOST_SECTIONS: usize = 24;

/// The second column: what the focused lesson promises, its sections, its quiz.
fn aside(app: &App, lesson: Option<usize>) -> Vec<Row> {
    let Some(lesson) = lesson.and_then(|lesson| app.course.lessons.get(lesson)) else { return Vec::new() };
    let width = super::super::geometry::SIDE;
    let mut rows = wrapped(lesson.title.as_str(), Role::Heading, width);
    if !lesson.objectives.is_empty() {
        rows.extend([Row::default(), line(app.words().text().promise(), Role::Text), Row::default()]);
        for objective in &lesson.objectives {
            rows.extend(hanging(piece("·  ", Role::Quiet), objective.text.as_str(), Role::Text, width));
        }
    }
    rows.extend(sections::beside(app, lesson, MOST_SECTIONS));
    let count = lesson.quiz().count();
    if count > 0 {
        let head = vec![
            spoken(app.words().map().quiz(), Role::Heading),
            spoken(&format!("  {}", app.words().count().questions(count)), Role::Text),
        ];
        rows.extend([Row::default(), Row::of(head)]);
    }
    rows
}

fn foot(app: &App, focused: Item, step: &Step) -> Vec<(Clean, Clean)> {
    let words = app.words().map();
    let enter = match (focused, step) {
        (Item::FollowUp, _) => words.key_say_it(),
        (Item::Review, _) => words.key_review(),
        (Item::Lesson(_), _) => words.key_read(),
        (Item::Extra(_), _) => words.key_open(),
        (Item::Next, Step::Begin(_)) => words.key_begin(),
        (Item::Next, Step::Quiz(_) | Step::Again(_)) => words.key_take_it(),
        (Item::Next, Step::Read(_) | Step::Resume(..) | Step::Type(..)) => words.key_carry_on(),
        (Item::Next, Step::Done) => {
            return footer(Where::Map, &[(Act::Down, words.key_choose()), (Act::Leave, words.key_leave())]);
        }
    };
    let rest = match app.due.is_empty() {
        true => [(Act::Find, words.key_search()), (Act::Jump, words.key_by_name()), (Act::Leave, words.key_leave())],
        false => [(Act::Review, words.key_review()), (Act::Progress, words.key_progress()), (Act::Find, words.key_search())],
    };
    footer(Where::Map, &[[(Act::Confirm, enter), (Act::Down, words.key_choose())].as_slice(), &rest].concat())
}
