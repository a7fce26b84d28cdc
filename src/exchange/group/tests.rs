//! What a group's report says, held against figures worked out by hand or the long way, and that it tells of nobody.

use proptest::prelude::*;

use super::*;
use crate::course::question::Mode;
use crate::course::{self, Answer, Files};
use crate::progress::day::Offset;
use crate::progress::{Deed, Event, Sure, Went, replay};
use crate::words::ENGLISH;

/// How many questions the course has; all are choices of four of which the first is right, and all are also asked before.
const QUESTIONS: usize = 6;

fn a_course() -> Course {
    let option = |text: &str, more: &str| format!("[[questions.options]]\ntext = \"{text}\"\nwhy = \"w\"\n{more}");
    let question = |nth: usize| {
        let options = option("Key", "correct = true\n") + &option("Near", "") + &option("Far", "") + &option("Odd", "");
        format!(
            "[[questions]]\nid = \"q-{nth}\"\nkind = \"choice\"\nuse = [\"pre\", \"quiz\"]\nprompt = \"Which, {nth}?\"\n{options}"
        )
    };
    let open =
        "[[questions]]\nid = \"open\"\nkind = \"open\"\nprompt = \"P\"\nmodel = \"M\"\nchecklist = [\"x\"]\nuse = [\"check\"]\n";
    let files = [
        ("course.toml", "id = \"c\"\ntitle = \"C\"\npass_mark = 0.5\n".to_owned()),
        ("01-a/lesson.md", "+++\ntitle = \"A\"\n+++\nText.\n".to_owned()),
        ("01-a/quiz.toml", (0..QUESTIONS).map(question).collect::<String>() + open),
    ];
    let files: Files = files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes().into())).collect();
    course::read(files).0
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// What someone picked in the quiz, how sure, how many seconds it took, and how many were right before.
#[derive(Clone, Debug)]
struct Member {
    picked: Vec<usize>,
    sure: Sure,
    seconds: u32,
    before: usize,
}

fn member(picked: [usize; QUESTIONS]) -> Member {
    Member { picked: picked.to_vec(), sure: Sure::Fairly, seconds: 10, before: 0 }
}

/// Everything that one did, with words that nobody else is to read.
fn events(course: &Course, number: usize, member: &Member) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut did = |deed| {
        let id = EventId(id(&format!("m{number}-{}", events.len())));
        events.push(Event { id: id.clone(), at: Stamp(1_000_000 + events.len() as i64), deed });
        id
    };
    let questions: Vec<Id> = (0..QUESTIONS).map(|nth| id(&format!("q-{nth}"))).collect();
    for (purpose, picked) in [(Purpose::Before, None), (Purpose::Quiz, Some(&member.picked))] {
        let began = Deed::Began { lesson: Some(id("a")), questions: questions.clone(), purpose, mode: Mode::Immediate };
        let quiz = did(began);
        for (nth, question) in questions.iter().enumerate() {
            let pick = picked.map_or(usize::from(nth >= member.before), |picked| picked[nth]);
            let wording = course.question(question).unwrap().1.fingerprint;
            did(answer(&quiz, question, wording, Answer::Picked(vec![pick]), member));
        }
    }
    let written = Answer::Written(format!("secret of {number}"), vec![0]);
    let quiz =
        did(Deed::Began { lesson: Some(id("a")), questions: vec![id("open")], purpose: Purpose::Check, mode: Mode::Immediate });
    did(answer(&quiz, &id("open"), course.question(&id("open")).unwrap().1.fingerprint, written, member));
    let plan = did(Deed::Planned { lesson: id("a"), cue: format!("secret cue {number}"), act: "secret act".into() });
    did(Deed::Followed { plan, went: Went::Not, obstacle: "secret obstacle".into() });
    events
}

fn answer(quiz: &EventId, question: &Id, fingerprint: course::Fingerprint, answer: Answer, member: &Member) -> Deed {
    let (quiz, question, sure) = (quiz.clone(), question.clone(), Some(member.sure));
    Deed::Answered { quiz, question, fingerprint, drawn: vec![0, 1, 2, 3], answer, sure, hints: 0, seconds: member.seconds }
}

fn report_of(members: &[Member]) -> Report {
    let course = a_course();
    let mut group = Group::new(&course);
    for (number, member) in members.iter().enumerate() {
        group.add(&replay(events(&course, number, member)));
    }
    group.report(Stamp(0), Offset(0))
}

/// Twenty who picked like this, question for question: how many the key, and how many each of the others.
fn twenty(first: [usize; 4]) -> Vec<Member> {
    let picks: Vec<usize> = (0..4).flat_map(|choice| std::iter::repeat_n(choice, first[choice])).collect();
    // Who had the first right has more of the others right too.
    let others = |nth: usize| if nth < first[0] { [0, 0, 0, 0, 1] } else { [1, 1, 0, 1, 1] };
    let of = |(nth, pick): (usize, &usize)| {
        let rest = others(nth);
        member([*pick, rest[0], rest[1], rest[2], rest[3], rest[4]])
    };
    picks.iter().enumerate().map(of).collect()
}

fn rules(item: &Item) -> Vec<&str> {
    item.remarks.iter().map(|remark| remark.rule).collect()
}

#[test]
fn each_question_has_its_figures() {
    let report = report_of(&twenty([12, 6, 2, 0]));
    let first = &report.questions[0];
    assert_eq!((first.answers, first.facility, first.median_seconds), (20, 0.6, Some(10)));
    let wrong: Vec<(usize, u32, f64)> = first.wrong.iter().map(|wrong| (wrong.number, wrong.count, wrong.share)).collect();
    assert_eq!(wrong, [(2, 6, 0.3), (3, 2, 0.1)]);
    assert_eq!((first.promised, first.right_of_sure), (Some(0.8), Some(0.6)));
    assert_eq!(rules(first), ["tempts-nobody"]);
    assert!(first.discrimination.unwrap() > 0.9, "{first:?}");
    let open = report.questions.last().unwrap();
    assert!(open.is_self_rated && open.promised.is_none());
}

#[test]
fn remarks_come_by_the_rules_and_from_twenty_answers_on() {
    assert_eq!(rules(&report_of(&twenty([12, 6, 2, 0])[..19]).questions[0]), ["too-few"]);
    assert!(rules(&report_of(&twenty([5, 5, 5, 5])).questions[0]).contains(&"hard"));
    assert!(rules(&report_of(&twenty([20, 0, 0, 0])).questions[0]).contains(&"easy"));
    let fast: Vec<Member> = twenty([12, 4, 2, 2]).into_iter().map(|member| Member { seconds: 2, ..member }).collect();
    assert_eq!(rules(&report_of(&fast).questions[0]), ["too-fast"]);
    // Those who know the rest pick “Near”, the others the key.
    let misled = |nth: usize| if nth < 8 { member([1, 0, 0, 0, 0, 0]) } else { member([0, 1, 1, 1, 2, 3]) };
    let report = report_of(&(0..20).map(misled).collect::<Vec<_>>());
    assert!(rules(&report.questions[0]).contains(&"misleads-the-best"), "{:?}", report.questions[0]);
    assert!(rules(&report.questions[0]).contains(&"does-not-tell-apart"));
    assert!(report.questions[0].discrimination.unwrap() < -0.9);
}

#[test]
fn the_gain_is_that_of_the_means() {
    let members: Vec<Member> = twenty([20, 0, 0, 0]).into_iter().map(|member| Member { before: 3, ..member }).collect();
    let gain = report_of(&members).lessons[0].gain.clone().unwrap();
    // Three of six before, five of six after: half of what could be gained, and a sixth left.
    assert_eq!((gain.learners, gain.questions, gain.before, gain.after), (20, 6, 0.5, 0.8333));
    assert_eq!(gain.normalised, Some(0.6667));
    let knew: Vec<Member> = members.iter().map(|member| Member { before: 6, ..member.clone() }).collect();
    let gain = report_of(&knew).lessons[0].gain.clone().unwrap();
    assert_eq!((gain.before, gain.after, gain.normalised), (1.0, 0.8333, None), "nothing was left to gain, and a loss is shown");
}

#[test]
fn fewer_than_five_are_never_shown() {
    for few in 1..LEAST {
        let report = report_of(&twenty([20, 0, 0, 0])[..few]);
        assert_eq!((report.learners, report.is_enough()), (None, false));
        assert!(report.questions.is_empty() && report.lessons.is_empty() && report.sure.is_empty() && report.completed.is_none());
        for text in [markdown(&report, &ENGLISH), html(&report, &ENGLISH), csv(&report), json(&report)] {
            assert!(!text.contains("Which"), "{text}");
        }
    }
    assert!(report_of(&twenty([20, 0, 0, 0])[..5]).is_enough());
    let nobody = report_of(&[]);
    assert_eq!((nobody.learners, nobody.is_enough()), (Some(0), false));
    // Four of twenty have not passed, and four others have: neither number is told where it is the small one.
    let some = report_of(&twenty([20, 0, 0, 0]));
    assert_eq!((some.completed, some.lessons[0].done), (Some(20), Some(20)));
    let mut members = twenty([0, 20, 0, 0]);
    members[..4].clone_from_slice(&twenty([20, 0, 0, 0])[..4]);
    let four = report_of(&members);
    assert_eq!((four.completed, four.lessons[0].done, four.lessons[0].begun), (None, None, Some(20)));
}

#[test]
fn nothing_that_anyone_wrote_is_in_any_format() {
    let report = report_of(&twenty([12, 6, 2, 0]));
    for text in [markdown(&report, &ENGLISH), html(&report, &ENGLISH), csv(&report), json(&report)] {
        assert!(text.contains("Which, 0?"));
        for secret in ["secret", "m0-", "m1-"] {
            assert!(!text.contains(secret), "{secret} is in {text}");
        }
    }
}

#[test]
fn whoever_is_there_twice_counts_once_and_an_older_wording_not_at_all() {
    let course = a_course();
    let mut group = Group::new(&course);
    for (number, member) in twenty([20, 0, 0, 0]).iter().enumerate() {
        let mut all = events(&course, number, member);
        group.add(&replay(all.clone()));
        all.truncate(9);
        group.add(&replay(all));
    }
    let mut reworded = events(&course, 99, &member([1; QUESTIONS]));
    for event in &mut reworded {
        if let Deed::Answered { fingerprint, .. } = &mut event.deed {
            *fingerprint = course::Fingerprint(1);
        }
    }
    group.add(&replay(reworded));
    group.add(&Progress::default());
    let report = group.report(Stamp(0), Offset(0));
    assert_eq!((report.learners, report.doubles, report.answers_to_another_wording), (Some(21), 20, 7));
    assert_eq!((report.questions[0].answers, report.questions[0].facility), (20, 1.0));
}

fn any_member() -> impl Strategy<Value = Member> {
    let picked = prop::collection::vec(0..4_usize, QUESTIONS);
    (picked, 0..4_usize, 0..900_u32, 0..=QUESTIONS).prop_map(|(picked, sure, seconds, before)| Member {
        picked,
        sure: Sure::ALL[sure],
        seconds,
        before,
    })
}

/// The correlation of a question with the part of the others that was right, the long way.
fn correlation(members: &[Member], nth: usize) -> Option<f64> {
    let x: Vec<f64> = members.iter().map(|member| f64::from(u8::from(member.picked[nth] == 0))).collect();
    // The open answer, which all rate as right, is one of the others.
    let right = |member: &Member| member.picked.iter().enumerate().filter(|(at, pick)| *at != nth && **pick == 0).count() + 1;
    let y: Vec<f64> = members.iter().map(|member| right(member) as f64 / QUESTIONS as f64).collect();
    let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len() as f64;
    let (mx, my) = (mean(&x), mean(&y));
    let sum = |of: &dyn Fn(usize) -> f64| (0..x.len()).map(of).sum::<f64>();
    let (xx, yy) = (sum(&|at| (x[at] - mx).powi(2)), sum(&|at| (y[at] - my).powi(2)));
    let xy = sum(&|at| (x[at] - mx) * (y[at] - my));
    (xx > 1e-6 && yy > 1e-6).then(|| xy / (xx * yy).sqrt())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn figures_are_those_of_the_long_way(members in prop::collection::vec(any_member(), 20..40)) {
        let report = report_of(&members);
        for (nth, item) in report.questions[..QUESTIONS].iter().enumerate() {
            let right = members.iter().filter(|member| member.picked[nth] == 0).count();
            prop_assert!((item.facility - right as f64 / members.len() as f64).abs() < 1e-4);
            match correlation(&members, nth) {
                Some(expected) => prop_assert!((item.discrimination.unwrap() - expected).abs() < 1e-3),
                None => prop_assert!(item.discrimination.is_none()),
            }
            let mut seconds: Vec<u32> = members.iter().map(|member| member.seconds.min(600)).collect();
            seconds.sort_unstable();
            prop_assert_eq!(item.median_seconds, Some(seconds[(seconds.len() - 1) / 2] as usize));
            let wrong: u32 = item.wrong.iter().map(|wrong| wrong.count).sum();
            prop_assert_eq!(wrong as usize + right, members.len());
        }
    }

    #[test]
    fn the_order_of_learners_does_not_matter(members in prop::collection::vec(any_member(), 5..12), turn in 0..12_usize) {
        let mut turned = members.clone();
        turned.rotate_left(turn % members.len());
        turned.reverse();
        let (one, other) = (report_of(&members), report_of(&turned));
        prop_assert_eq!(one.questions.len(), other.questions.len());
        for (one, other) in one.questions.iter().zip(&other.questions) {
            prop_assert_eq!(one, other);
        }
        prop_assert_eq!(one.lessons, other.lessons);
    }

    #[test]
    fn every_figure_is_in_its_range(members in prop::collection::vec(any_member(), 0..30)) {
        let report = report_of(&members);
        for item in &report.questions {
            prop_assert!((0.0..=1.0).contains(&item.facility));
            prop_assert!(item.discrimination.is_none_or(|figure| (-1.0..=1.0).contains(&figure)));
            prop_assert!(item.wrong.iter().all(|wrong| (0.0..=1.0).contains(&wrong.share)));
        }
        let gains = report.lessons.iter().filter_map(|lesson| lesson.gain.as_ref());
        prop_assert!(gains.into_iter().filter_map(|gain| gain.normalised).all(f64::is_finite));
    }
}
