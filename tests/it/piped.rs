//! The program itself, line by line, in a pipe: what comes out, how it ends, what is on disk; and once the whole course.

use std::fs;
use std::io::{Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use assert_cmd::cargo::cargo_bin;
use contrasts::app::{Extra, Item, map_items};
use contrasts::course::question::{Kind, Use};
use contrasts::course::{Course, Question};
use contrasts::progress::{Deed, Event, replay};
use contrasts::store::sitting::read_all;

use crate::corner::{Corner, Told, told};
use crate::journey::COURSE;
use crate::learner::{Learner, shipped};
use crate::plain::essence;
use crate::talker::lines_for;

/// Runs the program in plain mode on some input to its end.
fn piped(corner: &Corner, arguments: &[&str], input: &str) -> Told {
    let data = corner.path("data");
    told(corner.command().arg("--data-dir").arg(data).arg("--plain").args(arguments).write_stdin(input))
}

fn events(corner: &Corner, course: &Course) -> Vec<Event> {
    let (mut events, failures) = read_all(&corner.sittings(), &course.id);
    assert!(failures.is_empty(), "{failures:?}");
    events.sort_by_key(|event| event.at);
    events
}

#[track_caller]
fn check_clean(told: &Told, code: i32) {
    assert_eq!((told.code, told.err.as_str()), (code, ""), "{told:?}");
    assert!(!told.out.chars().any(|c| c.is_control() && c != '\n'), "{:?}", told.out);
}

#[test]
fn a_lesson_is_read_and_its_quiz_begun_and_the_next_run_goes_on() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    let first = piped(&corner, &["--course", &course], "1\nend\n\n1\n3\n");
    check_clean(&first, 0);
    for words in
        ["Lesson 1: Lesson one", "The answer stands here.", "Question 1 of 3:", "How sure are you?", "You were fairly sure."]
    {
        assert!(first.out.contains(words), "“{words}” is not in {}", first.out);
    }
    assert!(first.out.ends_with(". > \n"), "{:?}", first.out);
    let second = piped(&corner, &["--course", &course], "\n1 3\n2\nquit\n");
    check_clean(&second, 0);
    assert!(second.out.contains("Carry on: 1. Lesson one, question 2 of 3"), "{}", second.out);
    assert!(second.out.contains("Question 2 of 3:"), "{}", second.out);
    assert_eq!(fs::read_dir(corner.sittings()).unwrap().count(), 2, "a file for each run");
}

/// A pipe that ends between the two halves of a plan.
#[test]
fn a_plan_cut_off_in_the_middle_goes_on_in_the_next_run() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    let first = piped(&corner, &["--course", &course], "1\nend\n\n1\n3\n\n1 3\n3\n\n1\n3\n\n\nAnna asks on Thursday\n");
    check_clean(&first, 0);
    assert!(first.out.trim_end().ends_with("then I: what you will do in it. >"), "{}", first.out);
    let second = piped(&corner, &["--course", &course], "\nsay what it is for\n");
    check_clean(&second, 0);
    for words in ["Carry on: 1. Lesson one, your plan", "If Anna asks on Thursday,", "Your plan is kept."] {
        assert!(second.out.contains(words), "“{words}” is not in {}", second.out);
    }
}

#[test]
fn whoever_only_looks_leaves_no_trace() {
    let corner = Corner::new();
    check_clean(&piped(&corner, &[], ""), 0);
    check_clean(&piped(&corner, &[], "2\n?\nquit"), 0);
    assert!(!corner.sittings().exists());
}

#[test]
fn a_quiz_and_a_review_are_opened_by_their_commands() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    let quiz = piped(&corner, &["quiz", "1", "--course", &course], "1\n4\n\n1 2\n1\n\n2\n1\n\n");
    check_clean(&quiz, 0);
    assert!(quiz.out.starts_with("Question 1 of 3:"), "{}", quiz.out);
    assert!(quiz.out.contains("of 3 right"), "{}", quiz.out);
    let review = piped(&corner, &["review", "--course", &course], "");
    check_clean(&review, 0);
    assert!(review.out.starts_with("Review: nothing waits."), "{}", review.out);
    let refused = piped(&corner, &["quiz", "2", "--course", &course], "");
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
}

#[test]
fn plain_is_asked_for_by_flag_variable_setting_or_a_dumb_terminal() {
    let corner = Corner::new();
    let run = |environment: &[(&str, &str)]| {
        let data = corner.path("data");
        told(corner.command().arg("--data-dir").arg(data).envs(environment.iter().copied()).write_stdin("2\n"))
    };
    for environment in [("TERM", "dumb"), ("ACCESSIBLE", "1")] {
        let told = run(&[environment]);
        check_clean(&told, 0);
        assert!(told.out.contains("1 or 2; quit"), "{environment:?}: {}", told.out);
    }
    for environment in [("ACCESSIBLE", ""), ("ACCESSIBLE", "0"), ("ACCESSIBLE", "false")] {
        let told = run(&[environment]);
        check_clean(&told, 0);
        assert!(told.out.contains("0 of 10 lessons done"), "{environment:?}: {}", told.out);
    }
    corner.write("data/config.toml", "plain = true\n");
    assert!(run(&[]).out.contains("1 or 2; quit"));
    corner.write("data/config.toml", "plain = 1\n");
    let told = piped(&corner, &[], "");
    assert!(told.out.contains("line 1: `plain` wants `true` or `false`"), "{}", told.out);
}

#[test]
fn lines_are_wrapped_only_if_asked() {
    let corner = Corner::new();
    let long = |told: &Told| told.out.lines().map(|line| line.chars().count()).max().unwrap();
    let input = "1\nx\n\n\n\n\n\n\n\n\n";
    assert!(long(&piped(&corner, &[], input)) > 200);
    let narrow = piped(&corner, &["--width", "40"], input);
    check_clean(&narrow, 0);
    assert!(long(&narrow) <= 40, "{}", narrow.out);
    let ascii = piped(&corner, &["--ascii"], input);
    assert!(ascii.out.is_ascii(), "{}", ascii.out);
}

#[test]
fn what_a_course_or_a_learner_writes_never_drives_the_terminal() {
    let corner = Corner::new();
    let hostile = COURSE.replace("Only words.", "Red &#27;[31m, \u{9b}2J and \u{202e}back.\n\n```\n\u{1b}]0;x\u{7}\n```");
    let course = corner.course("course", &hostile.replace("Lesson two", "Lesson \\u001b[2J two"));
    let told = piped(
        &corner,
        &["--course", &course],
        "2\n2\n\n\n\u{1b}[31m\u{7}\n/\u{1b}]52;c;x\u{7}\nkeep \u{1b}[5m\u{9b}x\nback\nkept\n",
    );
    check_clean(&told, 0);
    assert!(told.out.contains("Red [31m, 2J and back."), "{}", told.out);
    assert!(told.out.contains("␛]0;x␇"), "{}", told.out);
    // What is no text is a line that means nothing.
    let odd = told_bytes(&corner, b"2\n\xff\xfe\0\n2\n");
    check_clean(&odd, 0);
    assert!(odd.out.contains("means nothing here"), "{}", odd.out);
}

fn told_bytes(corner: &Corner, input: &[u8]) -> Told {
    told(corner.command().arg("--data-dir").arg(corner.path("data")).arg("--plain").write_stdin(input))
}

#[test]
fn whoever_stops_listening_loses_nothing() {
    let corner = Corner::new();
    let mut talk = Piped::open(&corner, &[]);
    talk.say("1");
    talk.say("x");
    talk.say("");
    let Piped { mut child, mut input, output, .. } = talk;
    drop(output);
    let _ = input.write_all(b"end\n");
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(!events(&corner, &shipped()).is_empty());
}

#[cfg(unix)]
#[test]
fn a_signal_saves_and_ends() {
    use rustix::process::{Pid, Signal, kill_process};
    for (signal, code) in [(Signal::INT, 130), (Signal::TERM, 143), (Signal::HUP, 129)] {
        let corner = Corner::new();
        let mut talk = Piped::open(&corner, &[]);
        talk.say("1");
        talk.say("x");
        talk.say("");
        kill_process(Pid::from_raw(talk.child.id().try_into().unwrap()).unwrap(), signal).unwrap();
        assert_eq!(talk.child.wait().unwrap().code(), Some(code));
        let rest = talk.rest();
        assert!(!rest.contains('\x1b'), "{rest:?}");
        assert!(!events(&corner, &shipped()).is_empty(), "the place was saved");
    }
}

#[test]
fn an_answer_is_on_disk_before_the_next_prompt_or_it_is_said_why_not() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    let mut talk = Piped::open(&corner, &["--course", &course]);
    for line in ["1", "end", ""] {
        talk.say(line);
    }
    let of = |corner: &Corner| read_all(&corner.sittings(), &contrasts::course::Id::new("c").unwrap()).0;
    let answered = |events: &[Event]| events.iter().filter(|event| matches!(event.deed, Deed::Answered { .. })).count();
    talk.say("1");
    let told = talk.say("3");
    assert!(told.contains("You were fairly sure."), "{told}");
    assert_eq!(answered(&of(&corner)), 1, "it is on disk when the verdict is said");
    // From here on the folder is in the way of itself.
    fs::remove_dir_all(corner.sittings()).unwrap();
    fs::write(corner.path("data/sittings"), "in the way").unwrap();
    talk.say("");
    talk.say("1");
    let told = talk.say("3");
    assert!(told.contains("Note: Not saved yet: "), "{told}");
    let asked = talk.say("quit");
    assert!(asked.contains("not saved: ") && asked.contains("1. Stay and try again"), "{asked}");
    fs::remove_file(corner.path("data/sittings")).unwrap();
    talk.say("1");
    talk.say("");
    drop(talk.input);
    assert_eq!(talk.child.wait().unwrap().code(), Some(0));
    assert_eq!(answered(&of(&corner)), 2);
}

#[test]
fn without_a_place_to_save_what_was_done_is_kept_elsewhere() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    corner.write("data/sittings", "in the way");
    let told = piped(&corner, &["--course", &course], "1\nend\n\n1\n3\n");
    assert_eq!(told.code, 0);
    assert!(told.out.contains("Note: Not saved yet: "), "{}", told.out);
    assert!(told.err.contains("It is kept in "), "{}", told.err);
    assert!(corner.elsewhere().is_some());
}

/// The program, line by line: a line is typed when the prompt before it has come.
struct Piped {
    child: Child,
    input: ChildStdin,
    output: ChildStdout,
    /// What was said since the last line.
    heard: String,
}

impl Piped {
    fn open(corner: &Corner, arguments: &[&str]) -> Piped {
        let mut command = Command::new(cargo_bin!("contrasts"));
        command.env_clear().envs(corner.environment()).current_dir(corner.path(""));
        command.arg("--data-dir").arg(corner.path("data")).arg("--plain").args(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let mut piped = Piped { child, input, output, heard: String::new() };
        piped.listen();
        piped
    }

    /// Listens until the next prompt.
    fn listen(&mut self) {
        let mut bytes = Vec::new();
        let mut part = [0; 4096];
        while !bytes.ends_with(b". > ") {
            let count = self.output.read(&mut part).unwrap();
            assert!(count > 0, "it ended: {}", String::from_utf8_lossy(&bytes));
            bytes.extend_from_slice(&part[..count]);
        }
        self.heard = String::from_utf8(bytes).unwrap();
    }

    /// Types a line; answers what is said then.
    fn say(&mut self, line: &str) -> &str {
        self.input.write_all(format!("{line}\n").as_bytes()).unwrap();
        self.listen();
        &self.heard
    }

    #[cfg(unix)]
    fn rest(&mut self) -> String {
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).unwrap();
        rest
    }

    /// The order in which the choices of a question were said, as places in the author's order.
    fn drawn(&self, question: &Question) -> Vec<usize> {
        let texts: Vec<String> = match &question.kind {
            Kind::Choice(all) | Kind::Multiple(all) | Kind::TrueFalse(all) => {
                all.iter().map(|choice| choice.text.words().to_string()).collect()
            }
            Kind::Classify { items, .. } => items.iter().map(|item| item.text.words().to_string()).collect(),
            Kind::Match { pairs, extra } => {
                let extra = extra.iter().map(|spare| &spare.text);
                pairs.iter().map(|pair| &pair.right).chain(extra).map(|text| text.words().to_string()).collect()
            }
            Kind::Order(steps) => steps.iter().map(|step| step.text.words().to_string()).collect(),
            Kind::Short { .. } | Kind::Open { .. } | Kind::Scenario(_) | Kind::Stance { .. } => Vec::new(),
        };
        let lead = if matches!(question.kind, Kind::Classify { .. }) { "Line " } else { "" };
        let said = |line: &str| {
            let (number, words) = line.strip_prefix(lead)?.split_once(['.', ':'])?;
            let number: usize = number.parse().ok()?;
            Some((number, texts.iter().position(|text| text == words.trim())?))
        };
        let mut drawn: Vec<(usize, usize)> = self.heard.lines().filter_map(said).collect();
        drawn.sort_unstable();
        assert_eq!(drawn.len(), texts.len(), "{}\nis not {texts:?}", self.heard);
        drawn.into_iter().map(|(_, at)| at).collect()
    }

    /// Answers the question that was asked, rightly or not, how sure by its digit, and goes on if a verdict was told.
    fn answer(&mut self, question: &Question, (rightly, sure): (bool, u8), is_told: bool) {
        let prompt = question.prompt.words().to_string();
        assert!(self.heard.contains(&prompt), "“{prompt}” was not asked: {}", self.heard);
        for line in lines_for(question, &self.drawn(question), rightly) {
            self.say(&line);
        }
        if question.has_key() {
            assert!(self.heard.contains("How sure are you?"), "{}", self.heard);
            self.say(&sure.to_string());
        }
        if is_told {
            self.say("");
        }
    }
}

/// From the first start to the last quiz and the mirror, in one pipe, to the report that says it is passed; then the same answers by keys
/// on the screens. Some are wrong, and some come after a hint.
#[test]
fn the_whole_course_in_a_pipe_is_the_whole_course_on_the_screens() {
    let (corner, course) = (Corner::new(), shipped());
    let sure = |nth: usize| (nth % 6 != 5, (nth % 4 + 1) as u8);
    let mut talk = Piped::open(&corner, &[]);
    talk.say("2");
    let mut keys = Learner::on_shipped().press("down enter");
    for (at, lesson) in course.lessons.iter().enumerate() {
        talk.say("");
        let before: Vec<&Question> = lesson.questions().iter().filter(|question| question.is_for(Use::Before)).collect();
        keys = keys.press("g enter");
        if !before.is_empty() {
            talk.say("");
            keys = keys.press("enter");
            for question in &before {
                talk.answer(question, (false, 1), false);
            }
            keys = keys.answers_as(|_| (false, 1));
        }
        assert!(talk.heard.contains(&format!("Lesson {}: ", lesson.number)), "{}", talk.heard);
        while !talk.heard.contains("End of the lesson.") {
            talk.say("");
        }
        // A passage is kept with a note, and a question is called faulty.
        for line in ["top", "keep try this", "end", ""] {
            talk.say(line);
        }
        keys = keys.press("G g m").types("try this").press("enter G enter");
        for line in ["faulty not one fits", "hint", "repeat"] {
            talk.say(line);
        }
        keys = keys.press("!").types("not one fits").press("enter h");
        let mut nth = 0;
        for question in lesson.quiz() {
            talk.answer(question, sure(nth), true);
            nth += usize::from(!matches!(question.kind, Kind::Stance { .. }));
        }
        keys = keys.answers_as(sure);
        assert!(talk.heard.contains(" right: passed ("), "{}", talk.heard);
        // The plan that the end of a quiz asks for.
        for line in ["", "Somebody asks me on Thursday", "say what it is for"] {
            talk.say(line);
        }
        keys =
            keys.press("enter").types("Somebody asks me on Thursday").press("enter").types("say what it is for").press("enter");
        talk.say("map");
        keys = keys.press_if("esc", |learner| !matches!(learner.app.screen(), contrasts::app::Screen::Map(_)));
        assert!(talk.heard.contains(&format!("{} of 10 lessons", at + 1)), "{}", talk.heard);
    }
    for line in ["mirror", "", "1", "last", "5"].into_iter().chain(["3"; 19]) {
        talk.say(line);
    }
    let mirror = map_items(&keys.app).iter().position(|item| *item == Item::Extra(Extra::Mirror)).unwrap();
    keys = keys
        .press("g")
        .press(&"down ".repeat(mirror))
        .press("enter enter")
        .states("1")
        .press("left")
        .states("5")
        .states(&"3".repeat(19));
    drop(talk.input);
    assert_eq!(talk.child.wait().unwrap().code(), Some(0));
    let report = corner.contrasts(&["report"]);
    assert!(report.out.contains("10 of 10 lessons done") && report.out.contains("## Completed"), "{}", report.out);
    let piped = events(&corner, &course);
    let progress = replay(piped.clone());
    assert!(course.lessons.iter().all(|lesson| progress.is_done(&course, lesson)), "every lesson is passed");
    let [piped, pressed] = [&piped, keys.events()].map(|events| undrawn(essence(events)));
    for (piped, pressed) in piped.iter().zip(&pressed) {
        assert_eq!(piped, pressed, "the same was done");
    }
    assert_eq!(piped.len(), pressed.len());
    assert_eq!(replay(piped), replay(pressed), "and it adds up to the same");
}

/// Each run has an order of its own in which choices stand.
fn undrawn(mut events: Vec<Event>) -> Vec<Event> {
    for event in &mut events {
        if let Deed::Answered { drawn, .. } = &mut event.deed {
            drawn.sort_unstable();
        }
    }
    events
}
