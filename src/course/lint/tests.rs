//! Each rule by a question that breaks it, and by one that nearly does.

use super::super::{Files, read};

/// The rules that a quiz of these questions breaks, beside those that every short course breaks.
#[track_caller]
fn check(questions: &str, expected: &[&str]) {
    let lesson = "+++\ntitle = \"A\"\n+++\n## Here\n\nA lamp that nobody looks at warns nobody of anything at all.\n";
    let files: Files = [("course.toml", "id = \"c\"\ntitle = \"C\""), ("01-a/lesson.md", lesson), ("01-a/quiz.toml", questions)]
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec().into()))
        .collect();
    let (course, problems) = read(files);
    assert!(problems.iter().all(|problem| problem.severity != super::Severity::Error), "{problems:?}");
    let mut rules: Vec<&str> = super::course(&course).iter().map(|problem| problem.rule.name()).collect();
    rules.dedup();
    assert_eq!(rules, expected, "{questions}");
}

/// A choice question with this stem; the first option is the key.
fn choice(stem: &str, options: &[&str]) -> String {
    let mut out = format!("[[questions]]\nid = \"q\"\nkind = \"choice\"\nsee = \"#here\"\nprompt = \"{stem}\"\n");
    for (nth, option) in options.iter().enumerate() {
        let correct = nth == 0;
        out += &format!(
            "[[questions.options]]\ntext = \"{option}\"\ncorrect = {correct}\nwhy = \"It is so for a reason that is told\"\n"
        );
    }
    out
}

const STEM: &str = "What would you look at before anything else?";
const OPTIONS: [&str; 3] = ["The lamp on the wall", "The book on the desk", "The door to the yard"];

#[test]
fn a_fair_question_breaks_no_rule() {
    check(&choice(STEM, &OPTIONS), &[]);
}

#[test]
fn options_differ_and_stand_for_themselves() {
    check(&choice(STEM, &["the lamp on the wall of a house", "the lamp on a wall of the house", "a door"]), &["Q02"]);
    check(&choice(STEM, &["A lamp on the wall", "A chair, a lamp on the wall, and a window", "A door"]), &["Q16"]);
    check(&choice(STEM, &["A lamp", "A door", "None of the above"]), &["Q08"]);
    check(&choice(STEM, &["A lamp", "A door", "Both of the first two"]), &["Q09"]);
    check(&choice(STEM, &["A", "B", "C", "D", "E", "F"]), &["Q04"]);
}

#[test]
fn nothing_but_knowledge_tells_the_key() {
    check(&choice(STEM, &["The lamp on the wall beside the long window", "The book", "The door"]), &["Q05"]);
    check(&choice(STEM, &["A lamp", "It is always a book", "It is never a door"]), &["Q12"]);
    check(&choice(STEM, &["It may be a lamp", "It is a book", "It is a door"]), &["Q12"]);
    check(&choice("Who warns the workers of a flood?", &["A flooded lamp", "The open book", "The back door"]), &["Q13"]);
    check(&choice(STEM, &["A lamp on it.", "A book on it", "A door in it"]), &["Q15"]);
    check(&choice(STEM, &["You look at a lamp", "You look at a book", "You look at a door"]), &["Q20"]);
    check(&choice(STEM, &["7 of ten", "3 of ten", "5 of ten"]), &["Q17"]);
}

#[test]
fn a_question_asks_for_what_holds() {
    check(&choice("Which of these would you **not** look at first?", &OPTIONS), &["Q10"]);
    check(&choice("Ana says: “I do not know.” What is it that she lacks here?", &OPTIONS), &[]);
    check(&choice("One of three things", &OPTIONS), &["Q19"]);
    check(&choice("In your view, what should one look at first?", &OPTIONS), &["Q24"]);
    let told = ["A mirror in the hall", "The book on the desk", "The door to the yard"];
    check(&choice("What of a lamp that nobody looks at warns nobody of anything?", &told), &["Q22"]);
}

#[test]
fn reasons_speak_about_the_answer() {
    let with = |why: &str| choice(STEM, &OPTIONS).replacen("It is so for a reason that is told", why, 1);
    check(&with("It is so"), &["Q26"]);
    check(&with("Well done, this is just what it says there"), &["Q26"]);
    check(&with("It falls short of what option B says about it"), &["Q27"]);
}

#[test]
fn hints_lead_without_naming() {
    let with = |hint: &str| choice(STEM, &OPTIONS).replace("see =", &format!("hints = [\"{hint}\"]\nsee ="));
    check(&with("Think of what glows"), &[]);
    check(&with("Think of the wall"), &["Q30"]);
}

#[test]
fn a_rule_is_silenced_for_a_reason() {
    let long = choice(STEM, &["The lamp on the wall beside the long window", "The book", "The door"]);
    check(&long.replace("see =", "allow = [\"Q05: terms are fixed\"]\nsee ="), &[]);
    check(&long.replace("see =", "allow = [\"Q06: another\"]\nsee ="), &["Q05"]);
}
