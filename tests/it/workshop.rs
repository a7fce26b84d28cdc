//! A workshop as a room and its facilitator live through it: screens by keys, and the rules that a room could notice.

use contrasts::app::sheet::room::rows;
use contrasts::ui::Theme;
use contrasts::workshop::Stage;

use crate::facilitator::{Facilitator, SCRIPT};
use crate::golden::{self, as_svg, as_text, check};

/// A screen at both sizes.
#[track_caller]
fn screen(name: &str, facilitator: Facilitator) {
    let facilitator = facilitator.at(80, 24);
    check(&format!("tests/golden/room-{name}-80x24.txt"), &facilitator.screen());
    for theme in ["room-dark", "room-light"] {
        let buffer = facilitator.painted(&Theme::named(theme).unwrap());
        check(&format!("assets/pictures/room-{name}-{theme}.svg"), &as_svg(&buffer, &format!("A workshop: {name}")));
    }
    check(&format!("tests/golden/room-{name}-120x40.txt"), &facilitator.at(120, 40).screen());
}

fn first_vote() -> Facilitator {
    Facilitator::an_hour().until("line-1").counts("0 1 2 4 5 4 3 2 2 1 0").until("oa-10-vote-1")
}

fn voted_once() -> Facilitator {
    first_vote().counts("12 5 5 2")
}

fn voted_twice() -> Facilitator {
    voted_once().until("oa-10-vote-2").counts("19 2 2 1")
}

#[test]
fn before() {
    screen("setup", Facilitator::before());
    screen("setup-lesson", Facilitator::before().press("left left left left"));
}

#[test]
fn the_room_in_every_stage() {
    screen("lobby", Facilitator::an_hour());
    screen("slide", Facilitator::an_hour().until("card-organising-and-aligning"));
    screen("slide-whole", Facilitator::an_hour().until("card-organising-and-aligning").press("enter"));
    screen("section", Facilitator::an_hour().until("slide-organising-and-aligning-4").press("enter enter"));
    screen("line", Facilitator::an_hour().until("line-1").press("3 4 4"));
    screen("vote", first_vote().press("1 1 1 2 2 2 3 3 4 1 1 1"));
    screen("last-call", first_vote().waits(400));
    screen("gate", voted_once().press("enter"));
    screen("pairs", voted_once().until("oa-10-pairs"));
    screen("pairs-last-call", voted_once().until("oa-10-pairs").waits(900));
    screen("reveal", voted_twice().press("enter"));
    screen("debrief", voted_twice().until("oa-10-debrief"));
    screen("line-reveal", voted_twice().until("line-2").counts("0 0 0 1 2 3 4 5 4 3 2").press("enter"));
    screen("commit", Facilitator::an_hour().until("commit"));
    screen("close", Facilitator::an_hour().until("close"));
    screen("list", voted_once().press("g"));
}

/// Where words have no place beside the mark, they are fewer; it never stands at another place than the middle of the room.
#[test]
fn the_mark_of_the_middle_stands_under_its_place() {
    for (place, width) in (0..=10).flat_map(|place| [(place, 40), (place, 80)]) {
        let counts = (0..=10).map(|at: usize| if at == place { "3" } else { "1" }).collect::<Vec<_>>().join(" ");
        let it = Facilitator::scripted(SCRIPT, 60).at(width, 24).until("line-1").counts(&counts).until("line-2").counts(&counts);
        let it = it.press("enter");
        let round = &it.session().rounds(it.session().stage().poll().unwrap()).unwrap()[0];
        let (middle, ..) = round.middle().unwrap();
        let rows = golden::rows(&it.painted(&Theme::numbered()));
        let column = |row: &str, sign| row.chars().position(|letter| letter == sign);
        let scale = rows.iter().find(|row| row.contains('├')).unwrap();
        let places: Vec<usize> = scale.chars().enumerate().filter(|(_, c)| "├┼┤".contains(*c)).map(|(at, _)| at).collect();
        let mark = rows.iter().find_map(|row| column(row, '▲')).unwrap();
        assert_eq!(mark, places[middle], "{place} at {width}:\n{}", rows.join("\n"));
    }
}

#[test]
fn every_slide_and_vote_fits_at_80x24_for_every_lesson_and_length() {
    let singles = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"].map(|lesson| vec![lesson]);
    for lessons in singles.into_iter().chain([vec!["2", "3", "4", "5", "6"]]) {
        for minutes in [15, 60, 90, 120] {
            let mut it = Facilitator::on(&lessons, minutes);
            loop {
                if matches!(it.session().stage(), Stage::Vote { .. }) {
                    it = it.votes();
                }
                let (_, fits) = rows(&it.room, it.session());
                assert!(fits, "{lessons:?} {minutes}:\n{}", it.words());
                if it.session().stage() == Stage::Close {
                    break;
                }
                it = it.press("enter");
            }
        }
    }
}

#[test]
fn nothing_in_the_room_tells_how_votes_fall_before_the_reveal() {
    let without =
        |it: &Facilitator| it.words().lines().filter(|line| !line.contains("have voted")).collect::<Vec<_>>().join("\n");
    let (one, other) = (first_vote().counts("20 1 1 1"), first_vote().counts("1 1 1 20"));
    assert_eq!(one.words(), other.words());
    for step in ["oa-10-gate", "oa-10-pairs", "oa-10-vote-2"] {
        let (one, other) = (first_vote().counts("20 1 1 1").until(step), first_vote().counts("1 1 1 20").until(step));
        assert_eq!(without(&one), without(&other), "{step}");
    }
    // While counts are typed, they are not read from the screen.
    let mut typing = first_vote();
    for key in ["=", "1", "7", "space"] {
        typing = typing.press(key);
    }
    assert!(!typing.words().contains("17"));
    typing.sees("Counting: 1 of 4.");
}

#[test]
fn a_hand_is_counted_with_one_key_and_taken_back_with_another() {
    first_vote().press("1 2 2").sees("3 of 24 have voted").press("u").sees("2 of 24 have voted");
    first_vote().press("9 0 +").sees("0 of 24 have voted");
    Facilitator::an_hour().until("line-1").press("0 + +").sees("3 of 24 have a place");
}

/// A blank and a digit are keys: what is typed too late, or is one number too many, turns no page.
#[test]
fn counts_that_do_not_fit_stay_in_their_field() {
    let closed = voted_once().press("enter");
    let gate = closed.session().at;
    let typed = closed.counts("19 2 2 1").sees("No vote is open");
    assert_eq!(typed.session().at, gate);
    typed.press("esc").sees("The vote is closed");
    let many = first_vote().press("1 1").counts("12 5 5 2 1").sees("5 numbers for 4 lines").sees("Counting");
    many.press("backspace backspace enter").sees("24 of 24 have voted");
    let console = |keys: &str| rows_of(&first_vote().console_after(keys, 80, 24, &Theme::numbered()));
    assert!(console("=").contains("A B C D, a blank between"), "{}", console("="));
    assert!(console("=12 5 5 2").contains("4 of 4, 24 in all"), "{}", console("=12 5 5 2"));
    assert!(console("=12 5 5 2 1").contains("5 numbers, 4 lines"), "{}", console("=12 5 5 2 1"));
    // Nothing typed, nothing taken.
    first_vote().press("1 1").counts("").sees("2 of 24 have voted");
}

/// Where nobody voted the first time, the reveal has one round and no shift from nought.
#[test]
fn a_round_that_was_passed_over_is_not_there() {
    let only = Facilitator::an_hour().until("oa-10-vote-2").counts("19 2 2 1").press("enter");
    only.sees("19 of 24.").sees("79 %").hides("first").hides("From 0");
}

#[test]
fn few_voters_are_counts_without_per_cents() {
    let few = first_vote().counts("1 2 0 1").until("oa-10-vote-2").counts("3 1").press("enter");
    assert!(!few.words().contains('%'));
    few.sees("+2").sees("From 1 to 3 of 4.");
}

#[test]
fn blank_pause_and_back() {
    let vote = first_vote().press("1 1");
    assert!(first_vote().press(".").words().trim().is_empty());
    vote.press(". .").sees("2 of 24").press("p").sees("The clock stands").press("enter").sees("2 of 24");
    first_vote().press("1 1 enter backspace").sees("The vote is closed").press("1").sees("The vote is closed");
}

#[test]
fn a_machine_that_slept_stops_the_clock() {
    let before = first_vote().press("1");
    let left = before.session().left(before.room.now);
    let after = before.sleeps(192).sees("The screen slept 3:12");
    assert_eq!(after.session().left(after.room.now), left);
    after.press("enter").sees("1 of 24 have voted");
}

/// A slide shows no clock, so nothing ticks; the machine's two clocks tell all the same.
#[test]
fn sleep_is_noticed_on_a_slide_too() {
    let before = Facilitator::an_hour().until("card-organising-and-aligning").waits(20);
    let gone = |it: &Facilitator| it.session().clock.gone(it.session().at, it.room.now);
    let was = gone(&before);
    let after = before.sleeps_unseen(192).sees("The screen slept 3:12");
    assert_eq!(gone(&after), was);
    let after = after.press("enter").sees("Organising and aligning");
    assert!(gone(&after) < was + 3000);
    // In the lobby and after the close nothing is lost by sleep.
    Facilitator::an_hour().sleeps_unseen(192).sees("We begin at");
    Facilitator::an_hour().until("close").sleeps_unseen(192).sees("Thank you.");
}

/// Letters that are too large are said before anybody sits there.
#[test]
fn what_would_be_cut_off_is_said_before_the_start() {
    Facilitator::before().press("left left left left").hides("cut off").at(60, 14).sees("one more are cut off: smaller");
    Facilitator::an_hour().hides("cut off").at(60, 14).sees("four more are cut off").sees("smaller letters");
}

#[test]
fn the_screen_wakes_with_a_clock_and_not_otherwise() {
    assert!(first_vote().room.wakes_in().is_some_and(|wait| wait <= 1000));
    assert_eq!(first_vote().waits(900).room.wakes_in(), None);
    assert_eq!(first_vote().press("p").room.wakes_in(), None);
    assert_eq!(Facilitator::an_hour().until("close").room.wakes_in(), None);
    assert_eq!(Facilitator::new().room.wakes_in(), None);
}

/// A second of a slide needs no clock on the shared screen.
#[test]
fn a_slide_is_still() {
    assert_eq!(Facilitator::an_hour().until("welcome").room.wakes_in(), None);
}

/// The console at both sizes.
#[track_caller]
fn console(name: &str, facilitator: &Facilitator) {
    for (width, height) in [(80, 24), (120, 40)] {
        let text = as_text(&facilitator.console(width, height, &Theme::numbered()), None);
        check(&format!("tests/golden/console-{name}-{width}x{height}.txt"), &text);
    }
    for theme in ["dark", "light"] {
        let buffer = facilitator.console(80, 24, &Theme::named(theme).unwrap());
        check(&format!("assets/pictures/console-{name}-{theme}.svg"), &as_svg(&buffer, &format!("The console: {name}")));
    }
}

#[test]
fn the_console_in_every_stage() {
    let vote =
        || Facilitator::an_hour().in_time_until("line-1", 100).counts("0 1 2 4 5 4 3 2 2 1 0").in_time_until("oa-10-vote-1", 104);
    let counted = || vote().waits(61).counts("12 5 5 2");
    console("lobby", &Facilitator::an_hour().waits(140));
    console("slide", &Facilitator::an_hour().waits(3).press("enter").waits(200).press("enter"));
    console("line", &Facilitator::an_hour().in_time_until("line-1", 100).waits(90).counts("0 1 2 4 5 4 3 2 2 1 0"));
    console("vote", &vote().waits(40).press("1 1 1 2 2 2 3 3 4 1 1 1"));
    console("late", &counted().waits(260));
    console("gate", &counted().press("enter"));
    console("pairs", &counted().press("enter enter").waits(50));
    let twice = counted().press("enter enter").waits(150).press("enter").waits(30).counts("19 2 2 1");
    console("reveal", &twice.press("enter").waits(20));
}

/// An hour from the lobby to the close, by keys alone, in time that is not waited for: a second vote, a clock that runs late, and a
/// stage dropped by the ladder.
#[test]
fn an_hour_is_held_from_lobby_to_close() {
    let it = Facilitator::an_hour().in_time_until("line-1", 100).counts("0 1 2 4 5 4 3 2 2 1 0");
    let it = it.in_time_until("oa-10-vote-1", 112).counts("12 5 5 2").in_time_until("oa-10-vote-2", 100).counts("19 2 2 1");
    let late = it.session().late(it.room.now);
    assert!(late > 180_000, "{late} is not late");
    let it = it.press("enter d");
    assert!(it.session().late(it.room.now) < late - 60_000, "the ladder did not catch up");
    let dropped = it.session().dropped.clone();
    assert_eq!(dropped.iter().map(|step| it.session().plan.steps[*step].title.as_str()).collect::<Vec<_>>(), ["Debrief"]);
    let it = it.in_time_until("line-2", 95).counts("0 0 0 1 2 3 4 5 4 3 2").in_time_until("close", 95);
    assert!(it.events.iter().all(|event| event.deed != contrasts::workshop::Deed::Went("oa-10-debrief".into())));
    let (gone, end) = (it.session().clock.gone(it.session().at, it.room.now), 60 * 60_000);
    assert!((end - 240_000..end + 120_000).contains(&gone), "it took {} min", gone / 60_000);
    it.sees("Thank you.");
}

#[test]
fn only_the_console_knows_votes_and_advice_before_the_reveal() {
    let gate = voted_once().press("enter");
    let console = rows_of(&gate.console(80, 24, &Theme::numbered()));
    assert!(console.contains("50 %") && console.contains("Half are right"), "{console}");
    assert!(!gate.words().contains('%'));
}

fn rows_of(buffer: &ratatui::buffer::Buffer) -> String {
    golden::rows(buffer).join("\n")
}

#[test]
fn every_stage_stands_at_every_size_and_in_ascii() {
    let mut it = Facilitator::an_hour();
    loop {
        if matches!(it.session().stage(), Stage::Vote { .. }) {
            it = it.votes();
        }
        for (width, height) in [(0, 0), (24, 6), (31, 7), (40, 12), (79, 20), (80, 24), (200, 60), (500, 1)] {
            it = it.at(width, height);
            it.console(width, height, &Theme::numbered());
            let plain = rows_of(&it.painted(&Theme::named("room-dark").unwrap().ascii(true)));
            // Marks of a course are replaced when it is read, for a terminal that needs it.
            let is_foreign = |c: char| !c.is_ascii() && !c.is_alphabetic() && !"‘’“”–—…£".contains(c);
            assert_eq!(plain.chars().find(|c| is_foreign(*c)), None, "{plain}");
        }
        it = it.at(80, 24);
        if it.session().stage() == Stage::Close {
            break;
        }
        it = it.press("enter");
    }
}

/// What an author wrote is what the room sees, and only the facilitator sees the rest.
#[test]
fn a_script_is_what_the_room_sees() {
    let hour = || Facilitator::scripted(SCRIPT, 60);
    screen("scripted-line", hour().until("line-1"));
    screen("scripted-slide", hour().until("slide-organising-and-aligning-1").press("enter"));
    hour().until("discuss-organising-and-aligning").sees("which decision waits for a name").hides("limit nobody knows");
    hour().until("debrief-organising-and-aligning").sees("What would you draw first").hides("One name for each");
    screen("scripted-commit", hour().until("commit"));
    let names = |it: &Facilitator| it.session().plan.steps.iter().map(|step| step.name.clone()).collect::<Vec<_>>();
    assert!(!names(&hour()).contains(&"slide-organising-and-aligning-2".to_owned()));
    assert!(names(&Facilitator::scripted(SCRIPT, 90)).contains(&"slide-organising-and-aligning-2".to_owned()));
    let gate = hour().until("oa-10-vote-1").counts("1 9").press("enter");
    assert!(rows_of(&gate.console(80, 24, &Theme::numbered())).contains("Ask what a safety doubt costs, and who pays."));
    gate.hides("safety doubt costs");
}

/// What a slide says of the minutes it needs is so: one that is always kept is there in the shortest workshop, and one for ten minutes a
/// lesson where five share an hour.
#[test]
fn a_slide_is_kept_where_its_author_says() {
    let script = |keep: u32| format!("format = 1\n[[slides]]\ntitle = \"A chart\"\nlines = [\"By noon.\"]\nkeep = {keep}");
    let has = |it: &Facilitator| it.session().plan.named("slide-organising-and-aligning-1").is_some();
    let all = ["2", "3", "4", "5", "6"];
    for (keep, lessons, minutes, expected) in [
        (0, &["3"][..], 15, true),
        (10, &["3"], 15, true),
        (16, &["3"], 15, false),
        (0, &all, 60, true),
        (10, &all, 60, true),
        (13, &all, 60, false),
        (18, &all, 90, true),
    ] {
        let it = Facilitator::scripted_on(&script(keep), lessons, minutes);
        assert_eq!(has(&it), expected, "keep = {keep}, {} lessons in {minutes} min", lessons.len());
    }
}

/// Why an option is right or wrong is told whole where it is talked about.
#[test]
fn the_console_tells_the_whole_reason_at_the_reveal() {
    let reveal = voted_twice().press("enter");
    let question = reveal
        .room
        .course
        .lessons
        .iter()
        .find_map(|lesson| lesson.questions().iter().find(|question| question.id.as_str() == "oa-10"))
        .unwrap();
    let notes = reveal.session().step().unwrap().notes.iter().map(|note| note.as_str()).collect::<Vec<_>>().join("\n");
    for choice in question.choices() {
        assert!(notes.contains(choice.why.words().as_str()), "{notes}");
    }
}

/// A poll without a right answer is asked once and shown at once, and the closing line has no counterpart then.
#[test]
fn an_opening_poll_is_shown_at_once() {
    let poll = "format = 1\n[opening]\nquestion = \"Whose name is on it?\"\noptions = [\"Mine\", \"Another’s\", \"Nobody’s\"]";
    let it = Facilitator::scripted(poll, 60).until("opening").counts("3 5 4").press("enter");
    assert!(it.session().plan.named("line-2").is_none());
    let it = it.sees("Nobody’s").sees("33 %");
    it.hides("gain").hides("✓");
    let hands = Facilitator::scripted("format = 1\n[opening]\nquestion = \"Did you sign anything today?\"", 60);
    hands.until("opening").sees("A    Yes").sees("B    No");
}

/// Minutes that an author gives are given, or more, wherever there is time for all of them.
#[test]
fn minutes_of_a_script_are_kept() {
    for minutes in [60, 90, 120] {
        let it = Facilitator::scripted(SCRIPT, minutes);
        let seconds = |name: &str| it.session().plan.steps[it.session().plan.named(name).unwrap()].seconds;
        for (name, least) in [("oa-10-vote-1", 120), ("oa-10-pairs", 180), ("discuss-organising-and-aligning", 480)] {
            assert!(seconds(name) >= least, "{name} has {} s of {minutes} min", seconds(name));
        }
    }
}

/// What a facilitator does that no plan has: a break, another number of people, a vote once more.
#[test]
fn what_was_not_planned_has_its_keys() {
    let vote = || first_vote().press("1 2");
    let rest = vote().press("B");
    screen("rest", vote().press("B").waits(60));
    let left = rest.session().left(rest.room.now);
    let late = rest.session().late(rest.room.now);
    let rest = rest.waits(240).press("t").waits(30);
    assert_eq!(left.unwrap() - rest.session().left(rest.room.now).unwrap(), 241_000);
    let after = rest.press("enter").sees("2 of 24 have voted");
    assert!(after.session().late(after.room.now) > late + 270_000, "a break costs minutes");
    let in_step = after.session().clock.in_step(after.session().at, after.session().at, after.room.now);
    assert!(in_step < 10_000, "the vote’s clock ran in the break: {in_step}");
    vote().press("#").sees("How many are we?").press("3 0 enter").sees("2 of 30 have voted");
    vote().press("# esc").sees("2 of 24 have voted");
}

#[test]
fn a_vote_that_is_run_again_keeps_what_it_was() {
    let it = voted_twice().press("enter").press("R").sees("Once more: 0 of 24 have voted");
    let it = it.counts("1 1 1 1").until("oa-10-vote-2").counts("4").press("enter").sees("From 1 to 4 of 4");
    let session = it.session();
    let (poll, before) = &session.earlier[0];
    assert_eq!((before[0].counts.as_slice(), before[1].counts.as_slice()), ([12, 5, 5, 2].as_slice(), [19, 2, 2, 1].as_slice()));
    assert_eq!((session.run(*poll), session.rounds[*poll][1].counts.as_slice()), (2, [4, 0, 0, 0].as_slice()));
    // The line comes back by itself.
    assert!(Facilitator::an_hour().until("line-1").counts("1 1").session().again().is_none());
}

#[test]
fn who_is_ahead_is_offered_more() {
    let late = first_vote().waits(3000).press("d");
    let dropped = late.session().dropped.clone();
    assert_eq!(dropped.len(), 1);
    let fast = Facilitator::an_hour().until("commit");
    let talk = fast.waits(1200);
    let words = rows_of(&talk.console(80, 24, &Theme::numbered()));
    assert!(words.contains("ahead") && words.contains("Time for more"), "{words}");
    let before = talk.session().left(talk.room.now).unwrap();
    let after = talk.press("d");
    assert_eq!(after.session().left(after.room.now).unwrap() - before, 119_000);
}

/// Nothing stands on the console or in the lobby twice, cut short or without a word beside it.
#[test]
fn the_console_says_each_thing_once_and_whole() {
    let console = |it: &Facilitator| rows_of(&it.console(80, 24, &Theme::numbered()));
    let close = console(&Facilitator::an_hour().until("close"));
    assert!(!close.contains("Enter") && close.contains("q in the room writes the report"), "{close}");
    let vote = console(&first_vote());
    assert!(vote.contains("Enter close the vote"), "{vote}");
    let late = console(&Facilitator::on(&["5"], 60).press("enter").waits(4000));
    assert!(late.contains("Problem-solving and innovation   "), "{late}");
    let welcome = console(&Facilitator::on(&["4"], 60).press("enter"));
    assert!(welcome.contains("motivating one by the question"), "{welcome}");
    Facilitator::on(&["2", "3"], 60).sees("60 minutes").hides("· 60 minutes");
}

/// What is given up has the name of its row, and no more is given up than is late.
#[test]
fn a_talk_is_dropped_by_its_name_and_by_its_length() {
    let it = |late: i64| Facilitator::on(&["4"], 60).press("enter").waits(345 + late).press("d");
    let told = |it: &Facilitator| rows_of(&it.console(80, 24, &Theme::numbered()));
    let (short, long) = (it(300), it(500));
    assert!(told(&short).contains("Drop the debrief: saves 6:00."), "{}", told(&short));
    assert!(told(&long).contains("Drop the discussion: saves 9:30."), "{}", told(&long));
    let title =
        |it: &Facilitator| it.session().dropped.iter().map(|at| it.session().plan.steps[*at].title.to_string()).next_back();
    assert_eq!(title(&long.press("d")).as_deref(), Some("Discussion"));
}

/// Whoever subtracts what stands on the console gets what stands beside it.
#[test]
fn the_times_of_the_console_agree() {
    let seconds = |time: &str| {
        let (minutes, seconds) = time.split_once(':').unwrap();
        minutes.parse::<i64>().unwrap() * 60 + seconds.parse::<i64>().unwrap()
    };
    for milliseconds in [0, 1, 499, 999] {
        let mut it = Facilitator::an_hour().press("enter").waits(200).press("enter enter enter").waits(77);
        it.room.now.0 += milliseconds;
        let words = rows_of(&it.console(80, 24, &Theme::numbered()));
        let header: Vec<&str> = words.lines().nth(1).unwrap().split_whitespace().rev().take(8).collect();
        let [_, late, _, plan, _, _, _, gone] = header.as_slice() else { panic!("{header:?}") };
        assert_eq!(seconds(plan) - seconds(gone), seconds(late), "{words}");
        let row = words.lines().find(|line| line.contains("✓ Welcome")).unwrap();
        let figures: Vec<&str> = row.split_whitespace().rev().take(3).collect();
        assert_eq!(seconds(figures[2]) - seconds(figures[1]), seconds(figures[0].trim_start_matches('−')), "{words}");
    }
}

#[test]
fn notes_open_on_the_console_and_never_in_the_room() {
    let it = Facilitator::scripted(SCRIPT, 60).until("discuss-organising-and-aligning");
    let before = it.words();
    let it = it.press("n");
    assert_eq!(it.words().replace(char::is_numeric, ""), before.replace(char::is_numeric, ""));
    let text = as_text(&it.notes(80, 24, &Theme::numbered()), None);
    check("tests/golden/console-notes-80x24.txt", &text);
    assert!(text.contains("Expect: Budgets below a limit nobody knows.") && text.contains("Next: Debrief"), "{text}");
}

#[test]
fn the_agenda_stays_where_it_is_when_a_proposal_comes_below_it() {
    let stages = |it: &Facilitator| {
        let console = rows_of(&it.console(80, 24, &Theme::numbered()));
        let agenda = console.lines().skip(4).take(10).map(|row| row.chars().skip(45).take(17).collect::<String>());
        (agenda.collect::<Vec<_>>(), console.contains("do it"))
    };
    let vote = Facilitator::an_hour().in_time_until("oa-10-vote-1", 100);
    let (before, has_proposal) = stages(&vote);
    assert!(!has_proposal, "{before:?}");
    let (after, has_proposal) = stages(&vote.waits(600));
    assert!(has_proposal, "{after:?}");
    assert_eq!(before, after);
}
