//! Progress as JSON: what a record says but for the single answers, with what is to come and the time of each week.

use serde::Serialize;

use super::Record;
use super::record::{Completion, Head, Kept, Lesson, Mirrored, Plan, Reviewed, Sureness, Time};
use crate::exchange::Moment;
use crate::progress::queue::{Queue, forecast};
use crate::progress::weeks::Weeks;
use crate::progress::{Review, day::Day};

/// What is to come, and the time of each week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outlook {
    /// Due and not asked yet.
    pub waiting: usize,
    /// Asked today of what is in review.
    pub today: usize,
    /// Asked today for the first time.
    pub fresh_today: usize,
    /// How long today takes, in minutes.
    pub minutes_today: usize,
    /// The coming fourteen days.
    pub days: Vec<Ahead>,
    /// The goal of a week, in minutes; nothing where there is none.
    pub weekly_goal: Option<u32>,
    /// In so many of the weeks before this one it was met.
    pub weeks_met: Option<usize>,
    /// Minutes of up to five whole weeks before this one, the oldest first.
    pub weeks_before: Vec<u32>,
    /// Minutes of this week so far.
    pub this_week: u32,
}

/// A day to come.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ahead {
    /// `2026-11-25`.
    pub date: String,
    /// How many reviews come, what waits already and is spread over the days among them.
    pub reviews: usize,
}

impl Outlook {
    /// Of a review, the queue made from it, and a goal in minutes, 0 for none.
    pub fn of(review: &Review, queue: &Queue, weeks: &Weeks, goal: u32) -> Outlook {
        let today = review.terms.morning.day(review.terms.now);
        let counts = forecast(review).into_iter().zip(queue.spread).map(|(due, spread)| due + spread);
        let ahead = |(nth, reviews): (usize, usize)| Ahead { date: iso(today.after(nth as i64 + 1)), reviews };
        let goal = Some(goal).filter(|goal| *goal > 0);
        Outlook {
            waiting: queue.waiting(),
            today: queue.today.len().saturating_sub(queue.fresh),
            fresh_today: queue.fresh,
            minutes_today: queue.minutes(),
            days: counts.enumerate().map(ahead).collect(),
            weekly_goal: goal,
            weeks_met: goal.map(|goal| weeks.met(goal)),
            weeks_before: weeks.before.clone(),
            this_week: weeks.now,
        }
    }
}

/// `2026-11-24`.
fn iso(day: Day) -> String {
    let (year, month, day) = day.date();
    format!("{year}-{month:02}-{day:02}")
}

/// The fields in their order; the names are a promise, as those of `Record` are.
#[derive(Serialize)]
struct Page<'a> {
    format: u32,
    made: Moment,
    course: &'a Head,
    completion: &'a Completion,
    lessons: &'a [Lesson],
    calibration: &'a Option<Sureness>,
    review: &'a Reviewed,
    outlook: &'a Outlook,
    plans: &'a [Plan],
    mirror: &'a Option<Mirrored>,
    kept: &'a [Kept],
    time: &'a Time,
}

/// Progress as JSON, indented, with a line end. (Writing plain values to a string cannot fail.)
pub fn json(record: &Record, outlook: &Outlook) -> String {
    let page = Page {
        format: record.format,
        made: record.made,
        course: &record.course,
        completion: &record.completion,
        lessons: &record.lessons,
        calibration: &record.calibration,
        review: &record.review,
        outlook,
        plans: &record.plans,
        mirror: &record.mirror,
        kept: &record.kept,
        time: &record.time,
    };
    serde_json::to_string_pretty(&page).unwrap_or_default() + "\n"
}
