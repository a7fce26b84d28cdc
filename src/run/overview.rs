//! `contrasts progress`: the page of the screens, as text or as JSON.

use super::read::How;
use super::{Code, Options, Stop, list, print, report, the_places};
use crate::app::keymap::Keys;
use crate::app::{App, Geometry, Size, Start, sheet};
use crate::course::{Clean, Course};
use crate::exchange::{Outlook, outlook};
use crate::progress::{Limits, Progress, queue, review, weeks};
use crate::settings::Settings;
use crate::store::{clock, settings};

/// As wide as the screens are on most terminals; what is printed may stand in a mail.
const SIZE: Size = Size { width: 80, height: 24 };
/// Signs hang in a margin of two.
const MARGIN: usize = 2;

/// Prints it.
pub fn run(options: &Options, json: bool) -> Result<Code, Stop> {
    let (course, progress) = list::both(options)?;
    let settings = the_places(options).map_or_else(|_| Settings::default(), |places| settings::read(&places.settings()).0);
    if json {
        return as_json(options, course, &progress, &settings);
    }
    let now = clock::now();
    let start = Start {
        sitting: course.id.clone(),
        course,
        problems: Vec::new(),
        progress,
        size: SIZE,
        seed: 0,
        keys: Keys::default(),
        remarks: Vec::new(),
        elsewhere: Clean::fixed(""),
        is_folder: options.course.is_some(),
        asks_how_sure: settings.asks_how_sure(),
        mode: None,
        habits: settings.habits,
        now,
        offset: clock::offset(now),
    };
    let mut app = App::new(start);
    app.open_progress();
    let rows = Geometry::of(SIZE).map_or_else(Vec::new, |geometry| sheet::sheet(&app, &geometry).rows);
    How::new(options, MARGIN).print(std::iter::once(rows))
}

fn as_json(options: &Options, mut course: Course, progress: &Progress, settings: &Settings) -> Result<Code, Stop> {
    let terms = report::terms(options, &course);
    let record = report::record(&mut course, progress, terms, None);
    let review = review(&course, progress, terms);
    let queue = queue::queue(&review, Limits::of_minutes(settings.habits.review_minutes), 0);
    let weeks = weeks::weeks(&course, progress, &terms);
    print(&outlook::json(&record, &Outlook::of(&review, &queue, &weeks, settings.habits.weekly_goal)))
}
