//! What of a question is on the screen: paging through a long one, and bringing into view what came last.

use super::super::keymap::Act;
use super::super::sheet::{quiz_body, quiz_sheet};
use super::super::work::Work;
use super::super::{App, Screen};

/// A long question is read page by page, under as much of it as stays; then no option has the focus that would hold the page. Any
/// top but 0 stays where it is, whatever has the focus.
pub fn turn_page(app: &mut App, act: Act) {
    let (geometry, height) = (app.geometry(), app.body_height());
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let pinned = quiz_body(app, quiz, &geometry).pinned;
    let page = height.saturating_sub(pinned + 1).max(1);
    let Some(Screen::Quiz(quiz)) = app.screens.last_mut() else { return };
    quiz.top = match act {
        Act::PageDown => quiz.top.max(pinned) + page,
        _ => quiz.top.checked_sub(page).filter(|top| *top > pinned).unwrap_or(pinned.min(1)),
    };
    if let Work::Picking { focus, .. } | Work::Walking { focus, .. } = &mut quiz.work {
        *focus = None;
    }
}

/// Where a question and the verdict, or the hint that was asked for, do not fit on the screen together, the news comes first.
pub fn show_first_look(app: &mut App) {
    let (geometry, height) = (app.geometry(), app.body_height());
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let sheet = quiz_sheet(app, quiz, &geometry);
    let look = sheet.first_look.clone();
    let is_shown = look.clone().all(|row| sheet.visible(height).any(|shown| shown == row));
    if let Some(Screen::Quiz(quiz)) = app.screens.last_mut()
        && !is_shown
    {
        quiz.top = look.start;
    }
}

/// Scrolling ends where the last row is on the screen, under those that stay.
pub fn keep_in_view(app: &mut App) {
    let (geometry, height) = (app.geometry(), app.body_height());
    let Some(Screen::Quiz(quiz)) = app.screens.last().filter(|screen| matches!(screen, Screen::Quiz(quiz) if quiz.top > 0))
    else {
        return;
    };
    let body = quiz_body(app, quiz, &geometry);
    let last = if body.rows.len() > height { (body.rows.len() + body.pinned).saturating_sub(height) } else { 0 };
    if let Some(Screen::Quiz(quiz)) = app.screens.last_mut() {
        quiz.top = quiz.top.min(last);
    }
}
