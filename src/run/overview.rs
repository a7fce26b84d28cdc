//! `contrasts progress`: the page of the screens, as text.

use super::read::How;
use super::{Code, Options, Stop, list, the_places};
use crate::app::{App, Geometry, Size, Start, sheet};
use crate::course::Clean;
use crate::settings::Settings;
use crate::store::{clock, settings};

/// As wide as the screens are on most terminals; what is printed may stand in a mail.
const SIZE: Size = Size { width: 80, height: 24 };
/// Signs hang in a margin of two.
const MARGIN: usize = 2;

/// Prints it.
pub fn run(options: &Options) -> Result<Code, Stop> {
    let (course, progress) = list::both(options)?;
    let settings = the_places(options).map_or_else(|_| Settings::default(), |places| settings::read(&places.settings()).0);
    let now = clock::now();
    let start = Start {
        sitting: course.id.clone(),
        course,
        problems: Vec::new(),
        progress,
        size: SIZE,
        seed: 0,
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
