//! What is forgiven in a short answer. Capitals, accents, punctuation, blanks, hyphens and a leading article never count. A slip is
//! forgiven where the word is long enough to be meant all the same: one letter from four letters on, two from eight on (a letter too
//! many, missing or wrong, or two that changed places). A listed wrong answer that fits as well or better is not forgiven.

use unicode_normalization::UnicodeNormalization;

use super::question::Spare;

/// How an answer fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// As it is accepted.
    Exact,
    /// Accepted with a slip.
    Forgiven(Slip),
    /// As it is listed among the wrong ones: which.
    Rejected(usize),
    /// Neither.
    None,
}

/// What was wrong, and does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Two letters changed places.
    ChangedPlaces,
    /// There is a letter too many.
    TooMany,
    /// A letter is missing.
    Missing,
    /// A letter is another.
    Another,
    /// Two slips in a long word.
    Two,
}

/// How an answer fits what is accepted and what is not.
pub fn fit(written: &str, accept: &[Box<str>], reject: &[Spare]) -> Fit {
    let written = plain(written);
    if written.is_empty() {
        return Fit::None;
    }
    let nearest = |texts: &mut dyn Iterator<Item = &str>| {
        let slips = |(at, text): (usize, &str)| slips(&written, &plain(text)).map(|slips| (slips, at));
        texts.enumerate().filter_map(slips).min()
    };
    let right = nearest(&mut accept.iter().map(|text| &**text));
    let wrong = nearest(&mut reject.iter().map(|spare| spare.text.written()));
    match (right, wrong) {
        (Some((0, _)), _) => Fit::Exact,
        (Some((slips, _)), Some((others, at))) if others <= slips => Fit::Rejected(at),
        (Some((_, at)), _) => Fit::Forgiven(slip(&written, &plain(accept.get(at).map_or("", |text| text)))),
        (None, Some((_, at))) => Fit::Rejected(at),
        (None, None) => Fit::None,
    }
}

/// Small letters and digits without accents, blanks and a leading article.
fn plain(text: &str) -> String {
    let small = text.trim().to_lowercase();
    let words: Vec<&str> = small.split_whitespace().collect();
    // Those of all languages for which there are strings; a word alone is never taken for one.
    const ARTICLES: &str = "a an the der die das den dem des ein eine einen einem einer eines";
    let kept = match words.as_slice() {
        [first, rest @ ..] if !rest.is_empty() && ARTICLES.split(' ').any(|article| article == *first) => rest,
        all => all,
    };
    let joined = kept.concat();
    match joined.is_ascii() {
        // Without accents there is nothing to take apart.
        true => joined.chars().filter(char::is_ascii_alphanumeric).collect(),
        false => joined.nfd().filter(|c| c.is_alphanumeric()).collect(),
    }
}

/// How many slips lie between two words, if they are few enough to be forgiven.
fn slips(written: &str, meant: &str) -> Option<usize> {
    let allowed = match meant.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    // Each slip makes a word longer or shorter by one letter at most, and most answers that are none are sentences.
    if written.chars().count().abs_diff(meant.chars().count()) > allowed {
        return None;
    }
    let slips = strsim::osa_distance(written, meant);
    (slips <= allowed).then_some(slips)
}

/// What kind of slip it was.
fn slip(written: &str, meant: &str) -> Slip {
    let (long, short) = (written.chars().count(), meant.chars().count());
    let same_letters = {
        let sorted = |text: &str| {
            let mut letters: Vec<char> = text.chars().collect();
            letters.sort_unstable();
            letters
        };
        sorted(written) == sorted(meant)
    };
    match (strsim::osa_distance(written, meant), long.cmp(&short)) {
        (1, _) if same_letters => Slip::ChangedPlaces,
        (1, std::cmp::Ordering::Greater) => Slip::TooMany,
        (1, std::cmp::Ordering::Less) => Slip::Missing,
        (1, std::cmp::Ordering::Equal) => Slip::Another,
        _ => Slip::Two,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Prose;
    use super::*;

    #[track_caller]
    fn check(written: &str, expected: Fit) {
        let accept = ["backbrief".into(), "read-back".into(), "café".into(), "RACI".into(), "aim".into()];
        let reject = [
            Spare { text: Prose::new("briefing"), why: Prose::default() },
            Spare { text: Prose::new("feedback"), why: Prose::default() },
        ];
        assert_eq!(fit(written, &accept, &reject), expected, "{written}");
    }

    #[test]
    fn capitals_accents_blanks_and_articles_do_not_count() {
        for written in ["backbrief", "  The Back-Brief. ", "BACK BRIEF", "readback", "cafe", "CAFÉ", "a raci", "r.a.c.i."] {
            check(written, Fit::Exact);
        }
    }

    #[test]
    fn slips_in_long_words_are_forgiven_and_named() {
        check("backbreif", Fit::Forgiven(Slip::ChangedPlaces));
        check("backbrieff", Fit::Forgiven(Slip::TooMany));
        check("backbref", Fit::Forgiven(Slip::Missing));
        check("backbrisf", Fit::Forgiven(Slip::Another));
        check("bakcbrieff", Fit::Forgiven(Slip::Two));
        check("racy", Fit::Forgiven(Slip::Another));
    }

    #[test]
    fn short_words_and_listed_errors_are_not_forgiven() {
        check("aims", Fit::None);
        check("briefing", Fit::Rejected(0));
        check("breifing", Fit::Rejected(0));
        check("feedbakc", Fit::Rejected(1));
        check("something else", Fit::None);
        check("", Fit::None);
        check("the", Fit::None);
    }
}
