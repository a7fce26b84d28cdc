//! The pictures of the HTML report, as SVG that stands in the page. Each has a title and a description that says all it shows, for
//! whoever does not see it; sides and marks differ by place and form, never by colour alone.

use super::html::Markup;
use super::record::{Contrast, Mirrored, Sureness};
use crate::words::Words;

/// The width of every picture, in units; the page scales it.
const WIDTH: f64 = 680.0;
const ROW: f64 = 44.0;
/// Where bars begin and how long a whole one is, under a line of words.
const LEFT: f64 = 1.0;
const LENGTH: f64 = WIDTH - 2.0;

/// The frame: title, description, and what is drawn.
fn svg(out: &mut Markup, id: &'static str, height: f64, (title, description): (&str, &str), draw: impl FnOnce(&mut Markup)) {
    out.tags("<figure>\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 680 ").number(height);
    out.tags("\" aria-labelledby=\"")
        .tags(id)
        .tags("-title ")
        .tags(id)
        .tags("-words\">\n<title id=\"")
        .tags(id)
        .tags("-title\">");
    out.words(title).tags("</title>\n<desc id=\"").tags(id).tags("-words\">").words(description).tags("</desc>\n");
    draw(out);
    out.tags("</svg>\n");
}

fn caption(out: &mut Markup, words: &str) {
    out.line("<figcaption>", words, "</figcaption>").tags("</figure>\n");
}

fn text(out: &mut Markup, (x, y): (f64, f64), anchor: &'static str, words: &str) {
    out.tags("<text x=\"").number(x).tags("\" y=\"").number(y).tags("\" text-anchor=\"").tags(anchor).tags("\">");
    out.words(words).tags("</text>\n");
}

fn bar(out: &mut Markup, class: &'static str, (x, y): (f64, f64), width: f64) {
    out.tags("<rect class=\"").tags(class).tags("\" x=\"").number(x).tags("\" y=\"").number(y);
    out.tags("\" width=\"").number(width.max(0.0)).tags("\" height=\"10\"/>\n");
}

/// A thin line across a bar: what was promised or asked for.
fn mark(out: &mut Markup, (x, y): (f64, f64)) {
    out.tags("<path class=\"mark\" d=\"M").number(x).tags(" ").number(y - 4.0).tags("v18\"/>\n");
}

/// A bar in its frame, the words over it left and right.
fn framed(out: &mut Markup, row: usize, (left, right): (&str, &str), part: f64) -> f64 {
    let y = row as f64 * ROW;
    text(out, (LEFT, y + 15.0), "start", left);
    text(out, (LEFT + LENGTH, y + 15.0), "end", right);
    bar(out, "track", (LEFT, y + 22.0), LENGTH);
    bar(out, "bar", (LEFT, y + 22.0), part.clamp(0.0, 1.0) * LENGTH);
    y + 22.0
}

fn part((right, of): (usize, usize)) -> f64 {
    right as f64 / of.max(1) as f64
}

/// The best go at each quiz, with the part that must be right.
pub fn quizzes(out: &mut Markup, best: &[(String, (usize, usize))], pass_mark: f64, words: &Words) {
    let named = words.report();
    let said: Vec<String> = best.iter().map(|(title, (right, of))| named.best_of(title, right, of)).collect();
    let percent = format!("{:.0}", pass_mark * 100.0);
    let described = format!("{}. {}", said.join("; "), named.pass_mark(&percent));
    svg(out, "quizzes", best.len() as f64 * ROW, (named.best_go(), &described), |out| {
        for (row, (title, score)) in best.iter().enumerate() {
            let y = framed(out, row, (title, &named.of(score.0, score.1)), part(*score));
            mark(out, (LEFT + pass_mark.clamp(0.0, 1.0) * LENGTH, y));
        }
    });
    caption(out, &named.about_best_go(&percent));
}

/// How often each of the four words was right, with what it promises.
pub fn sureness(out: &mut Markup, sure: &Sureness, words: &Words) {
    let named = words.report();
    let said = |level: &super::record::Level| {
        let (word, right, of) = (level.word.in_words(words), level.right, level.of);
        let promises = |part: f64| named.word_promises(word, right, of, format!("{:.0}", part * 100.0));
        level.promised.map_or_else(|| named.word_right(word, right, of), promises)
    };
    let described: Vec<String> = sure.levels.iter().map(said).collect();
    let described = format!("{}.", described.join("; "));
    svg(out, "levels", sure.levels.len() as f64 * ROW, (named.how_sure(), &described), |out| {
        for (row, level) in sure.levels.iter().enumerate() {
            let right = if level.of == 0 { named.not_said().to_owned() } else { named.of(level.right, level.of) };
            let y = framed(out, row, (level.word.in_words(words), &right), part((level.right, level.of)));
            level.promised.iter().for_each(|promised| mark(out, (LEFT + promised.clamp(0.0, 1.0) * LENGTH, y)));
        }
    });
    caption(out, named.about_sureness());
}

/// What leans where: a bar from the middle for each contrast, and a circle for the time before.
pub fn mirror(out: &mut Markup, mirror: &Mirrored, earlier: Option<&str>, words: &Words) {
    let named = words.report();
    let described: Vec<String> =
        mirror.contrasts.iter().map(|contrast| format!("{}: {}", contrast.title, contrast.line)).collect();
    let described = format!("{}.", described.join("; "));
    svg(out, "tilts", mirror.contrasts.len() as f64 * ROW, (named.what_was_reported(), &described), |out| {
        mirror.contrasts.iter().enumerate().for_each(|(row, contrast)| tilt(out, row, contrast));
    });
    caption(out, &earlier.map_or_else(|| named.about_tilts().to_owned(), |day| named.about_tilts_since(day)));
}

fn tilt(out: &mut Markup, row: usize, contrast: &Contrast) {
    let (y, middle, half) = (row as f64 * ROW, WIDTH / 2.0, LENGTH / 2.0);
    text(out, (LEFT, y + 15.0), "start", contrast.management.as_str());
    text(out, (LEFT + LENGTH, y + 15.0), "end", contrast.leadership.as_str());
    bar(out, "track", (LEFT, y + 22.0), LENGTH);
    match contrast.tilt.map(|tilt| tilt.clamp(-1.0, 1.0)) {
        Some(tilt) if tilt < 0.0 => bar(out, "management", (middle + tilt * half, y + 22.0), -tilt * half),
        Some(tilt) => bar(out, "leadership", (middle, y + 22.0), tilt * half),
        None => text(out, (middle, y + 15.0), "middle", contrast.line.as_str()),
    }
    mark(out, (middle, y + 22.0));
    if let Some(tilt) = contrast.earlier_tilt {
        out.tags("<circle class=\"earlier\" r=\"6\" cx=\"").number(middle + tilt.clamp(-1.0, 1.0) * half);
        out.tags("\" cy=\"").number(y + 27.0).tags("\"/>\n");
    }
}
