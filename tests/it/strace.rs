//! What takes minutes and the program `strace`: the program killed, and its system calls failing, at every single call of a save. Run by
//! `cargo test --test it -- --ignored`, at night or before a release.

#![cfg(target_os = "linux")]

use std::ffi::OsString;
use std::fs;
use std::time::Duration;

use crate::corner::Corner;
use crate::pty::{DOWN, ENTER, F9, Pty, Seen, USUAL};
use crate::terminal::{COURSE, shows_saved_verdict};

/// Starts a quiz of five questions under strace.
fn traced(corner: &Corner, options: &[&str]) -> Pty {
    let question = "[[questions]]\nid = \"f-ID\"\nkind = \"truefalse\"\nprompt = \"Is the ID so?\"\nanswer = true\nwhy_true = \"It is.\"\nwhy_false = \"It is.\"\n";
    corner.course("course", COURSE);
    corner.write("course/01-first/quiz.toml", (1..=5).map(|n| question.replace("ID", &n.to_string())).collect::<String>());
    let fixed = ["strace", "-f", "-q", "-o", "strace.txt"].into_iter().chain(options.iter().copied());
    let mut all: Vec<OsString> = fixed.map(OsString::from).collect();
    all.extend([env!("CARGO_BIN_EXE_contrasts").into(), "--data-dir".into(), corner.path("data").into()]);
    all.extend(["quiz", "1", "--course", "course"].map(OsString::from));
    Pty::run(corner, USUAL, &all, &[])
}

/// How many answers are in files that have their names.
fn on_disk(corner: &Corner) -> usize {
    let files = fs::read_dir(corner.sittings()).into_iter().flatten().map(|file| file.unwrap().path());
    let texts =
        files.filter(|file| file.extension().is_some_and(|end| end == "toml")).map(|file| fs::read_to_string(file).unwrap());
    texts.map(|text| text.matches("did = \"answered\"").count()).sum()
}

/// Answers three questions and leaves; how many answers were shown as saved.
fn answered(pty: &mut Pty) -> usize {
    let moment = Duration::from_millis(1500);
    let mut shown = 0;
    if !pty.comes_within(moment * 4, |seen| seen.text().contains(" so?")) {
        return 0;
    }
    for nth in 1..=3 {
        pty.keys("1\r3");
        let is_shown = |seen: &Seen| seen.text().contains(&format!("Is the {nth} so?")) && shows_saved_verdict(seen);
        if !pty.comes_within(moment, is_shown) && pty.text().contains("Not saved") {
            pty.keys(F9);
        }
        if pty.comes_within(moment, is_shown) {
            shown = nth;
        }
        pty.keys(ENTER);
        pty.comes_within(Duration::from_millis(100), |_| false);
    }
    pty.keys("q");
    if pty.comes_within(Duration::from_millis(300), |seen| seen.text().contains("What shall happen with it?")) {
        pty.keys(DOWN);
        pty.keys(ENTER);
    }
    pty.comes_within(moment, |_| false);
    shown
}

/// What was shown as saved is on disk, every file can be read, and nothing else was made of them.
#[track_caller]
fn check_kept(corner: &Corner, shown: usize, fault: &str) {
    let told = corner.contrasts(&["list", "--course", &corner.named("course")]);
    assert_eq!((told.code, told.err.as_str()), (0, ""), "{fault}");
    let kept = corner.elsewhere().map_or(0, |folder| fs::read_dir(folder).unwrap().count());
    assert!(on_disk(corner) >= shown || kept > 0, "{fault}: {shown} answers were shown as saved, {} are", on_disk(corner));
}

const CALLS: [(&str, usize); 5] = [("openat", 24), ("write", 14), ("fsync", 8), ("renameat", 6), ("mkdir", 5)];

#[ignore = "needs strace, and two minutes"]
#[test]
fn killed_at_every_call_the_program_has_lost_nothing_that_it_showed() {
    for (call, times) in CALLS {
        for nth in 1..=times {
            let corner = Corner::new();
            let (trace, inject) = (format!("trace={call}"), format!("inject={call}:signal=KILL:when={nth}"));
            let shown = answered(&mut traced(&corner, &["-e", &trace, "-e", &inject]));
            check_kept(&corner, shown, &format!("killed at {call} {nth}"));
        }
    }
}

#[ignore = "needs strace, and ten minutes"]
#[test]
fn whatever_call_fails_what_was_shown_as_saved_is() {
    for (call, times) in CALLS {
        for error in ["EIO", "ENOSPC", "EDQUOT", "EROFS", "EINTR"] {
            for nth in (1..=times).map(|nth| nth.to_string()).chain(["4+".to_owned()]) {
                // To fail for ever with EINTR means to be asked again for ever.
                if error == "EINTR" && nth == "4+" {
                    continue;
                }
                let corner = Corner::new();
                let (trace, inject) = (format!("trace={call}"), format!("inject={call}:error={error}:when={nth}"));
                let shown = answered(&mut traced(&corner, &["-e", &trace, "-e", &inject]));
                check_kept(&corner, shown, &format!("{error} at {call} {nth}"));
            }
        }
    }
}

/// After a power cut only what was synced is there: the file before it gets its name, the folder after.
#[ignore = "needs strace"]
#[test]
fn a_save_is_written_synced_named_and_its_folder_synced_in_this_order() {
    let corner = Corner::new();
    let mut pty = traced(&corner, &["-y", "-e", "trace=write,fsync,renameat"]);
    assert_eq!(answered(&mut pty), 3);
    let trace = fs::read_to_string(corner.path("strace.txt")).unwrap();
    let steps = trace.lines().filter(|line| line.contains("sittings")).filter_map(|line| match line {
        line if line.contains("write(") => Some('w'),
        line if line.contains("fsync(") && line.contains(".sitting-") => Some('f'),
        line if line.contains("renameat(") => Some('r'),
        line if line.contains("fsync(") => Some('d'),
        _ => None,
    });
    let steps: String = steps.collect();
    assert!(steps.len() >= 12 && steps.replace("wfrd", "").is_empty(), "{steps}");
}

/// A disk that answers after ten seconds: every key works, and leaving has an end.
#[ignore = "needs strace, and half a minute"]
#[test]
fn a_disk_that_takes_ten_seconds_holds_up_no_key_and_leaving_has_an_end() {
    let corner = Corner::new();
    let mut pty = traced(&corner, &["-e", "trace=fsync", "-e", "inject=fsync:delay_enter=10000000"]);
    pty.wait_for(" so?");
    pty.keys("1\r3");
    pty.wait_until("the verdict", |seen| seen.text().contains("Right.") && seen.text().contains("saving…"));
    pty.keys(ENTER);
    assert!(pty.comes_within(Duration::from_secs(2), |seen| seen.text().contains("Is the 2 so?")), "{}", pty.text());
    pty.keys("q");
    assert!(pty.comes_within(Duration::from_secs(9), |seen| seen.text().contains("It is kept in")), "{}", pty.text());
    pty.check_given_back();
    let kept = fs::read_dir(corner.elsewhere().unwrap()).unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    assert_eq!(kept.map(|text| text.matches("did = \"answered\"").count()).sum::<usize>(), 1);
}

#[ignore = "takes a minute"]
#[test]
fn a_minute_of_nothing_wakes_nobody() {
    crate::terminal::check_asleep(Duration::from_secs(60));
}
