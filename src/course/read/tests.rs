//! What an author may rely on: each mistake is named with its place, all in one run, and the rest opens.

use super::*;

/// A course in one string, its files parted by lines of `//- path`.
fn files(text: &str) -> Files {
    let mut files = Files::new();
    for part in text.split("//- ").skip(1) {
        let (path, content) = part.split_once('\n').unwrap_or((part, ""));
        files.insert(path.trim().to_owned(), content.as_bytes().to_vec().into());
    }
    files
}

/// The problems as `file:line rule sentence`, one per line.
#[track_caller]
fn check(text: &str, expected: &[&str]) -> Course {
    let (course, problems) = read(files(text));
    let line = |problem: &Problem| {
        let line = problem.excerpt.as_ref().map_or(String::new(), |excerpt| format!(":{}", excerpt.line));
        format!("{}{line} {} {}", problem.file, problem.rule.name(), problem.sentence)
    };
    assert_eq!(problems.iter().map(line).collect::<Vec<_>>(), expected);
    course
}

const GOOD: &str = "\
//- course.toml
format = 1
id = \"c\"
title = \"C\"
//- 02-second/lesson.md
+++
title = \"Second\"
minutes = 5
objectives = [{ id = \"s-1\", text = \"do it\" }]
+++
## A heading

Words.
//- 02-second/quiz.toml
[[questions]]
id = \"q-1\"
kind = \"truefalse\"
objective = \"s-1\"
see = \"#a-heading\"
prompt = \"So?\"
answer = true
why_true = \"Yes.\"
why_false = \"No.\"
";

#[test]
fn a_good_course_has_no_problems() {
    let course = check(GOOD, &[]);
    let lesson = &course.lessons[0];
    assert_eq!((lesson.id.as_str(), lesson.number, lesson.minutes), ("second", 2, 5));
    assert_eq!(lesson.questions().len(), 1);
    assert_eq!(lesson.section_count(), 1);
}

#[test]
fn an_empty_course_opens_and_says_what_it_needs() {
    check("", &["course.toml C01 a course needs a `course.toml`, and there is none", "course.toml C02 the course has no lesson"]);
}

#[test]
fn everything_wrong_is_named_in_one_run() {
    let text = "\
//- course.toml
format = 1
id = \"c\"
titel = \"C\"
pass_mark = 7
lessons = [\"01-one\", \"02-two\"]
//- 01-one/lesson.md
+++
title = 3
minutes = 5
+++
<!-- check: q-9 -->
//- 01-one/quiz.toml
[[questions]]
id = \"q-1\"
kind = \"choice\"
prompt = \"P\"
objective = \"o-1\"
see = \"#nowhere\"
[[questions.options]]
text = \"A\"
why = \"w\"
[[questions.options]]
text = \"a.\"
[[questions]]
id = \"q-2\"
kind = \"guess\"
prompt = \"P\"
answers = 3
[[questions]]
id = \"q-3\"
kind = \"truefalse\"
prompt = \"P\"
answer = \"yes\"
use = [\"exam\"]
[[questions]]
kind = \"truefalse\"
answer = true
";
    check(
        text,
        &[
            "course.toml:1 T04 a course needs `title`, and it is not here",
            "course.toml:4 T03 `pass_mark` is the number 7",
            "course.toml:5 C01 `02-two` is listed here, but there is no `02-two/lesson.md`",
            "course.toml:3 T02 the key `titel` means nothing here",
            "01-one/lesson.md:2 T03 `title` is the number 3",
            "01-one/quiz.toml:5 Q31 the lesson has no objective `o-1`",
            "01-one/quiz.toml:6 Q32 the lesson has no heading `#nowhere`",
            "01-one/quiz.toml:10 Q25 an option of `q-1` has no reason",
            "01-one/quiz.toml:10 Q02 two options of `q-1` say the same",
            "01-one/quiz.toml:1 Q01 the choice question `q-1` needs exactly one right option and has none",
            "01-one/quiz.toml:14 T03 `kind` is “guess”",
            "01-one/quiz.toml:22 T03 `use` is “exam”",
            "01-one/quiz.toml:21 T03 `answer` is the text “yes”",
            "01-one/quiz.toml:23 T04 a question needs `id`, and it is not here",
            "01-one/quiz.toml:23 T04 a question needs `prompt`, and it is not here",
            "01-one/lesson.md:5 L02 the question `q-9` is asked for here and stands in no quiz of this lesson",
        ],
    );
}

#[test]
fn what_is_wrong_with_a_mirror_is_named_and_the_rest_is_read() {
    let mirror = "\
//- self-assessment.toml
intro = \"A mirror.\"
scale = [\"never\", \"often\"]
aks = \"How often?\"
[[contrasts]]
management = \"planning\"
leadership = \"vision\"
management_act = \"working out steps\"
leadership_act = \"describing the destination\"
[[statements]]
id = \"d-1\"
pole = \"planing\"
text = \"S\"
[[statements]]
id = \"d-2\"
pole = \"planning\"
text = \"S\"
reversed = \"yes\"
[[needs]]
id = \"d-2\"
cover = \"c-1\"
pole = \"vision\"
[[practices]]
pole = \"vision\"
practise = \"P\"
";
    let mut course = check(
        &format!("{GOOD}{mirror}"),
        &[
            "self-assessment.toml:2 T03 `scale` is a list of 2",
            "self-assessment.toml:11 M01 no contrast has the pole “planing”",
            "self-assessment.toml:17 T03 `reversed` is the text “yes”",
            "self-assessment.toml:19 Q03 the id `d-2` is taken: it stands in self-assessment.toml, line 14",
            "self-assessment.toml:18 T04 a need needs `text`, and it is not here",
            "self-assessment.toml:22 T04 a practice needs `practice`, and it is not here",
            "self-assessment.toml:24 T02 the key `practise` means nothing here",
            "self-assessment.toml:3 T02 the key `aks` means nothing here",
            "self-assessment.toml:1 M01 no statement asks about vision",
        ],
    );
    let form = course.form().unwrap();
    assert_eq!((form.statements.len(), form.doing.scale.len(), form.intro.as_str()), (1, 5, "A mirror."));
    assert!(check(GOOD, &[]).form().is_none());
}

#[test]
fn an_id_is_used_once_in_a_course() {
    let again = GOOD.to_owned()
        + "\
//- 03-third/lesson.md
+++
title = \"Third\"
+++
//- 03-third/quiz.toml
[[questions]]
id = \"q-1\"
kind = \"truefalse\"
prompt = \"So?\"
answer = true
";
    let course = check(&again, &["03-third/quiz.toml:2 Q03 the id `q-1` is taken: it stands in 02-second/quiz.toml, line 1"]);
    assert_eq!(course.lessons.len(), 2);
}

#[test]
fn a_mistake_in_the_syntax_is_one_problem_and_the_rest_opens() {
    let broken = GOOD.replace("kind = \"truefalse\"", "kind = truefalse");
    let (course, problems) = read(files(&broken));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].place().as_str(), "02-second/quiz.toml, line 3");
    assert_eq!(course.lessons[0].blocks().len(), 2);
}

#[test]
fn a_lesson_without_front_matter_or_quiz_still_opens() {
    let text = "//- course.toml\nid = \"c\"\ntitle = \"C\"\n//- plain/lesson.md\nWords.\n";
    let course =
        check(text, &["plain/lesson.md:1 T04 the lesson has no front matter", "plain/lesson.md L01 the lesson has no questions"]);
    assert_eq!(course.lessons[0].title.as_str(), "plain");
    assert_eq!(course.lessons[0].number, 1);
}

#[test]
fn a_message_never_carries_an_escape() {
    let text = "//- course.toml\nid = \"\\u001b[31m\"\ntitle = \"C\"\n\"k\\u001b\" = 1\n//- a\u{1b}/lesson.md\n+++\n+++\n";
    let (_, problems) = read(files(text));
    assert!(problems.len() >= 3);
    for problem in problems {
        let all =
            format!("{}{}{}{:?}", problem.file, problem.sentence, problem.remedy, problem.excerpt.map(|e| e.text.to_string()));
        assert!(!all.chars().any(char::is_control), "{all:?}");
    }
}

proptest::proptest! {
    #[test]
    fn no_damage_to_a_file_stops_the_reader(cut in 0usize..600, junk in "\\PC{0,12}") {
        let mut text = GOOD.to_owned();
        let at = (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text.truncate(at);
        text.push_str(&junk);
        read(files(&text));
    }
}

/// A text with thousands of links that lead nowhere is read as quickly as any other, and enough of them are named.
#[test]
fn broken_links_are_named_up_to_a_limit() {
    let text = format!("+++\ntitle = \"A\"\n+++\n{}", "[x](#nowhere)\n\n".repeat(3000));
    let files: Files = [("course.toml", "id = \"c\"\ntitle = \"C\""), ("01-a/lesson.md", text.as_str())]
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec().into()))
        .collect();
    let (_, problems) = read(files);
    let broken = problems.iter().filter(|problem| problem.rule.name() == "L03").count();
    assert_eq!(broken, 25);
}

/// The good course with a script.
#[track_caller]
fn script(text: &str, expected: &[&str]) -> Script {
    let course = check(&format!("{GOOD}//- 02-second/workshop.toml\n{text}"), expected);
    course.lessons[0].script.clone().unwrap()
}

#[test]
fn a_script_may_lack_everything_but_its_format() {
    assert_eq!(script("format = 1\n", &[]), Script::default());
    script("", &["02-second/workshop.toml:1 T04 a workshop needs `format`, and it is not here"]);
    script("format = 2", &["02-second/workshop.toml:1 C03 this is format 2; this program reads format 1"]);
}

#[test]
fn what_is_broken_in_a_script_is_named_and_the_rest_counts() {
    let found = script(
        "format = 1\n[opening]\nquestion = \"Q?\"\nleft = \"l\"\n[[slides]]\ntitle = \"T\"\nlines = [\"a\", \"b\"]\nminutes = 0.3\n\
         [[slides]]\ntitel = \"T\"\nlines = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]\n[vote]\nquestion = \"q-2\"\npairs = 61\n\
         [commit]\nprompt = \"\"\n",
        &[
            "02-second/workshop.toml:2 T04 an opening is a line between two poles, or a poll",
            "02-second/workshop.toml:8 T03 `minutes` is the number 0.3",
            "02-second/workshop.toml:9 T04 a slide needs `title`, and it is not here",
            "02-second/workshop.toml:11 W01 `lines` has 6 entries, and at most 5 are shown",
            "02-second/workshop.toml:10 T02 the key `titel` means nothing here",
            "02-second/workshop.toml:13 L02 the question `q-2` is asked for here and stands in no quiz of this lesson",
            "02-second/workshop.toml:14 T03 `pairs` is the number 61",
            "02-second/workshop.toml:16 T03 `prompt` is empty",
        ],
    );
    assert_eq!(found.slides.len(), 1);
    assert!(found.opening.is_none() && found.commit.is_none());
    let long = format!("format = 1\n[opening]\nquestion = \"{}\"\n", "a".repeat(121));
    script(&long, &["02-second/workshop.toml:3 W01 `question` has 121 letters, and its place has 120"]);
}

#[test]
fn only_what_hands_can_answer_is_voted_on() {
    let quiz = "//- 02-second/quiz.toml\n[[questions]]\nid = \"s\"\nkind = \"short\"\nprompt = \"A?\"\naccept = [\"b\"]\n";
    let text = format!("{GOOD}{quiz}//- 02-second/workshop.toml\nformat = 1\n[vote]\nquestion = \"s\"\n");
    let told = "`s` is a question of the kind `short`, which a show of hands cannot answer";
    check(&text, &[&format!("02-second/workshop.toml:3 W02 {told}")]);
    let minutes = script("format = 1\n[vote]\nquestion = \"q-1\"\nminutes = 1.25\nagain = 0.5\n", &[]).vote.unwrap();
    assert_eq!((minutes.part.seconds, minutes.pairs, minutes.again), (Some(75), None, Some(30)));
}
