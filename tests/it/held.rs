//! A workshop line by line: what a facilitator types and hears, and that it is the same workshop as by keys.

use contrasts::app::room::Told;
use contrasts::plain;
use contrasts::plain::room::{Meant, hear};
use contrasts::workshop::Deed;

use crate::corner::{Corner, told};
use crate::facilitator::Facilitator;

/// Someone who holds a workshop without a screen.
struct Holder {
    it: Facilitator,
    told: plain::Told,
    heard: String,
}

impl Holder {
    fn of(it: Facilitator) -> Holder {
        let mut holder = Holder { it, told: plain::Told::default(), heard: String::new() };
        holder.listens();
        holder
    }

    fn listens(&mut self) {
        self.heard.extend(self.told.room_news(&self.it.room).iter().map(|line| format!("{line}\n")));
        self.heard.push_str(self.told.room_prompt(&self.it.room).as_str());
        assert!(!self.heard.chars().any(|c| c.is_control() && c != '\n'), "{:?}", self.heard);
    }

    fn says(mut self, lines: &str) -> Holder {
        for line in lines.split('\n') {
            self.heard.clear();
            match hear(&self.it.room, line) {
                Meant::Keys(keys) => keys.into_iter().for_each(|key| self.it.tell(Told::Key(key))),
                Meant::Chosen(setup) => self.it.room.setup = setup,
                Meant::Told(lines) => self.heard.extend(lines.iter().map(|line| format!("{line}\n"))),
                Meant::Again => self.told.forget(),
            }
            self.listens();
        }
        self
    }

    #[track_caller]
    fn hears(self, words: &str) -> Holder {
        assert!(self.heard.contains(words), "“{words}” was not said:\n{}", self.heard);
        self
    }

    /// Goes on until this step.
    fn until(mut self, name: &str) -> Holder {
        for _ in 0..200 {
            if self.it.session().step().unwrap().name == name {
                return self;
            }
            self = self.says("");
        }
        panic!("{name} never came");
    }

    fn deeds(&self) -> Vec<Deed> {
        deeds(&self.it)
    }
}

fn deeds(it: &Facilitator) -> Vec<Deed> {
    it.events.iter().map(|event| event.deed.clone()).collect()
}

#[test]
fn a_workshop_by_lines_is_the_workshop_by_keys() {
    let lines =
        Holder::of(Facilitator::an_hour()).hears("It begins at ").until("line-1").hears("From 0, ").hears("a place from 0 to 10");
    let lines = lines.says("0 1 2 4 5 4 3 2 2 1 0").until("oa-10-vote-1").hears("For you: the key is ");
    let lines = lines.says("a b b").says("12 5 5 2").hears("24 of 24 voted, A 12, B 5, C 5, D 2");
    let lines = lines.says("undo").hears("3 of 24 voted").says("12 5 5 2").says("").hears("The vote is closed: A 12, B 5");
    let lines = lines
        .until("oa-10-vote-2")
        .says("19 2 2 1")
        .says("reveal")
        .hears(" 12 of 24, 50 %; then 19 of 24, 79 %.")
        .hears("From 12 to 19 of 24: 0.58 of what there was to gain.");
    let lines = lines.says("pause").hears("A pause").says("").says("people 30").until("close").hears("Thank you.");

    let keys = Facilitator::an_hour().until("line-1").counts("0 1 2 4 5 4 3 2 2 1 0").until("oa-10-vote-1").press("1 2 2");
    let keys = keys.counts("12 5 5 2").press("u").counts("12 5 5 2").until("oa-10-vote-2").counts("19 2 2 1");
    let keys = keys.press("v p enter # 3 0 enter").until("close");
    assert_eq!(lines.deeds(), deeds(&keys));
}

#[test]
fn what_is_typed_wrongly_is_refused_with_an_example() {
    let vote = Holder::of(Facilitator::an_hour()).until("oa-10-vote-1");
    let before = vote.deeds().len();
    let vote = vote
        .says("1 2")
        .hears("There are 4 lines, so 4 counts are needed, such as 4 3 2 1.")
        .says("x")
        .hears("means nothing here");
    let vote = vote.says("go 99").hears("The stages are 1 to ").says("go").hears("The stages are 1 to ");
    assert_eq!(vote.deeds().len(), before);
    let slide = Holder::of(Facilitator::an_hour()).says("\n4 3 2 1").hears("No vote is open.");
    slide.says("?").hears("- pause: pause: the clock stands").hears("agenda: every stage");
}

#[test]
fn time_agenda_and_notes_are_told_and_a_stage_is_gone_to() {
    let vote =
        Holder::of(Facilitator::an_hour()).until("oa-10-vote-1").says("time").hears(" left of this stage.").hears(" gone, plan ");
    let agenda = vote.says("agenda").hears("1. ").hears(", you are here");
    let there = agenda.says("go 1").hears("It begins at ");
    there.says("notes").says("repeat").hears("It begins at ");
}

#[test]
fn what_how_long_and_for_how_many_is_chosen_by_words() {
    let chosen = Holder::of(Facilitator::before()).hears("What: all contrasts. How long: 60 minutes. How many people: 24.");
    let chosen = chosen.says("lesson 3\nminutes 45\npeople 12").hears("How long: 45 minutes. How many people: 12.");
    let chosen = chosen.says("minutes 3").hears("15 to 480 minutes").says("lesson zzz").hears("no such lesson");
    let chosen = chosen.says("all").hears("all contrasts").says("nonsense").hears("means nothing here");
    assert!(chosen.it.room.session.is_none() && chosen.it.events.is_empty());
}

#[test]
fn what_would_catch_up_is_said_with_what_it_saves() {
    let late = Facilitator::an_hour().until("oa-10-vote-1").waits(3000);
    Holder::of(late)
        .says("time")
        .hears(" late.")
        .hears("Drop the second vote and keep the pairs: saves ")
        .hears(". The word accept does it.");
}

/// The program itself, in a pipe: from the lobby to the close, with the report that it leaves.
#[test]
fn a_workshop_is_held_in_a_pipe_and_leaves_its_report() {
    let corner = Corner::new();
    let present = |arguments: &[&str], input: &str| {
        let command = &mut corner.command();
        told(command.args(["--data-dir", "data", "--plain", "present"]).args(arguments).write_stdin(input))
    };
    let begun = present(&["3", "--length", "30"], "\nundo\n\n");
    assert_eq!(begun.code, 0, "{begun:?}");
    assert!(begun.out.contains("Nothing changed."), "{}", begun.out);
    assert!(begun.err.contains("contrasts present --resume"), "{}", begun.err);
    let lines = "\n".repeat(200);
    let over = present(&["--resume"], &lines);
    assert_eq!(over.code, 0, "{over:?}");
    assert!(over.out.contains("Thank you.") && !over.out.chars().any(|c| c.is_control() && c != '\n'), "{}", over.out);
    assert!(over.err.contains("the report is in "), "{}", over.err);
    let none = present(&["zzz"], "");
    assert_eq!((none.code, none.out.as_str()), (2, ""));
}

/// A journal names stages and polls by names that no language changes: it goes on, and is reported, in other words than it began in.
#[test]
fn a_workshop_goes_on_when_the_course_says_its_stages_otherwise() {
    let corner = Corner::new();
    let course = "//- course.toml\nformat = 1\nid = \"kurs\"\ntitle = \"Kurs\"\nlanguage = \"de\"\n//- 01-eins/lesson.md\n+++\ntitle = \"Eins\"\ncontrast = \"Planen / Vision\"\n+++\n## Worte\nWorte.\n";
    let course = corner.course("kurs", course);
    let run = |arguments: &[&str], input: &str| {
        let command = &mut corner.command();
        told(command.args(["--data-dir", "data", "--course", &course, "--plain"]).args(arguments).write_stdin(input))
    };
    let begun = run(&["present", "1", "--length", "30"], "\n\n");
    assert!(begun.out.contains("Your next free hour") && begun.out.contains("From 0, Planen, to 10, Vision."), "{}", begun.out);
    corner.write(
        "kurs/interface.toml",
        "[workshop]\nwhich_work = \"Welcher Arbeit gehört sie?\"\n[typed]\nundo = \"Weg\"\n[room_lines]\nword_next = \"weiter\"\nword_break = \"pause\"\nword_pause = \"halt\"\nis_resting = \"Eine Pause.\"\n[held]\nby_hand = \"Von Hand.\"\nworkshop_on = \"{title} am {day}\"\n[count]\nday_of_year = \"{day}. {month} {year}\"\n",
    );
    let resumed = run(&["present", "--resume"], &format!("weiter\n3 3 7\nweg\nundo\npause\nhalt\n{}", "next\n".repeat(60)));
    assert_eq!(resumed.code, 0, "{resumed:?}");
    for words in ["Welcher Arbeit gehört sie?", "3 of 24 voted", "2 of 24 voted", "1 of 24 voted", "Eine Pause.", "Thank you."] {
        assert!(resumed.out.contains(words), "{words} was not said:\n{}", resumed.out);
    }
    let report = run(&["report", "--workshop"], "");
    assert!(report.code == 0 && report.out.contains("Von Hand.") && report.out.contains("# Eins am "), "{report:?}");
}
