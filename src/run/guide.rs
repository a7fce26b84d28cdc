//! `contrasts guide`: what a facilitator takes along on paper, as Markdown, made from the same plan as the session. With it nobody needs a
//! second terminal.

use super::{Code, Options, Stop, find_lesson, print, the_course};
use crate::app::keymap::{Where, here};
use crate::app::room::{clock, contrasts};
use crate::exchange::markdown::quoted;
use crate::workshop::agenda::{letter, plan};
use crate::workshop::vote::GATE;
use crate::workshop::{Plan, Poll, Stage, Step};

/// Prints it.
pub fn run(options: &Options, lessons: &[String], length: u32) -> Result<Code, Stop> {
    let (mut course, _) = the_course(options, false)?;
    let mut chosen = lessons.iter().map(|named| find_lesson(&course, named)).collect::<Result<Vec<_>, _>>()?;
    if chosen.is_empty() {
        chosen = contrasts(&course);
    }
    chosen.iter().for_each(|lesson| drop(course.load_workshop(*lesson)));
    print(&as_markdown(&plan(&course, &chosen, length)))
}

fn as_markdown(plan: &Plan) -> String {
    let mut out = format!("# {}: a workshop of {} minutes\n\n", quoted(&plan.title), plan.minutes);
    out.push_str("| From | Minutes | Stage |\n|---:|---:|---|\n");
    let mut from = 0;
    for step in plan.steps.iter().filter(|step| step.seconds > 0) {
        let title = quoted(&step.title);
        out.push_str(&format!("| {} | {} | {title} |\n", time(from), time(step.seconds)));
        from += step.seconds;
    }
    out.push_str(&format!("| {} | {} | Slack |\n", time(from), time(plan.slack)));
    out.push_str(&gate());
    out.push_str("\n## Stages\n");
    plan.steps.iter().for_each(|step| stage(plan, step, &mut out));
    out.push_str("\n## Keys\n\n| keys | what they do |\n|---|---|\n");
    for binding in here(Where::Room) {
        let keys: Vec<String> = binding.shown().split(' ').map(|key| format!("`{key}`")).collect();
        out.push_str(&format!("| {} | {} |\n", keys.join(" "), binding.help));
    }
    let most = plan.polls.iter().filter(|poll| !poll.is_line()).map(Poll::len).max().unwrap_or(0);
    out.push_str("\n## Cards\n\nOne set for each person: held up, they are counted faster than fingers.\n");
    (0..most).for_each(|nth| out.push_str(&format!("\n# {}\n", letter(nth))));
    out
}

fn time(seconds: u32) -> String {
    clock(i64::from(seconds) * 1000)
}

fn gate() -> String {
    let (teach, reveal) = ((GATE.0 * 100.0).round(), (GATE.1 * 100.0).round());
    format!(
        "\n## After the first vote\n\n| Right | Go on with |\n|---|---|\n| below {teach} % | the contrast again, then the vote again |\n\
         | {teach} to {reveal} % | pairs, then the second vote |\n| above {reveal} % | the reveal; the minutes go to the slack |\n\
         | fewer than five voters | pairs: so few are no measure |\n"
    )
}

fn stage(plan: &Plan, step: &Step, out: &mut String) {
    let is_again = matches!(step.stage, Stage::Vote { round: 1, .. } | Stage::Close);
    if is_again {
        return;
    }
    out.push_str(&format!("\n### {}", quoted(&step.title)));
    out.push_str(&if step.seconds > 0 { format!(" ({})\n", time(step.seconds)) } else { "\n".to_owned() });
    match step.stage {
        Stage::Slide(nth) | Stage::Debrief(nth) => {
            for point in plan.slides.get(nth).iter().flat_map(|slide| &slide.points) {
                let word = point.pole.as_ref().map(|(_, word)| format!("**{}**: ", quoted(word))).unwrap_or_default();
                out.push_str(&format!("\n- {word}{}", quoted(&point.text)));
            }
            out.push('\n');
        }
        Stage::Vote { poll, .. } => plan.polls.get(poll).into_iter().for_each(|poll| asked(poll, out)),
        _ => {}
    }
    for note in &step.notes {
        out.push_str(&format!("\n> {}\n", quoted(note)));
    }
}

fn asked(poll: &Poll, out: &mut String) {
    let case = if poll.case.is_empty() { String::new() } else { format!("{} ", quoted(&poll.case)) };
    out.push_str(&format!("\n{case}**{}**\n", quoted(&poll.asks)));
    for (nth, option) in poll.options().iter().enumerate() {
        let key = if option.is_key { " **(key)**" } else { "" };
        out.push_str(&format!("\n- {}: {}{key}", letter(nth), quoted(&option.text)));
    }
    out.push('\n');
}
