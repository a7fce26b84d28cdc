//! `contrasts`: a course in the terminal. This page is the map; each module's head says more.
//!
//! ```text
//! lessons/ -> files -> course::read -> (Course, Problems) --+
//! sittings -> events -> progress::replay -> Progress -------+--> App
//! keys, signals, reports of saves -> Msg -> app::update(&mut App, at, Msg) -> effects -> run performs them
//!                                                                          <- a Msg tells how it went
//! App -> app::sheet (rows of pieces with roles) -> ui::view (cells with colours) -> terminal
//! App -> plain::say (lines) -> stdout;    a line -> plain::hear -> Msg
//! an answer -> mark -> Event -> applied to Progress at once, and recorded in this sitting's file
//! ```
//!
//! Course files are read and never written. A sitting's file is replaced whole after each event and, once the sitting is over, never
//! touched again. Everything between is values.
//!
//! # The words
//!
//! A **course** has **lessons**; a lesson has **blocks** and **questions**; a question offers **choices** and gets an **answer**, and
//! marking gives a **verdict**. A **form** holds the statements of the mirror; a **pole** is a side of a **contrast**. A question in
//! **review** has a **memory**, how well it is remembered, and the **queue** of a day holds what is asked. An **event** is something a
//! learner did; **progress** is what all events add up to, and its **cover** what the first screen tells of it. A **page** is a text at a
//! width: **rows** of **pieces** with **roles**; a **place** is a block and how far in it. A **screen** is what one sees; its **sheet**
//! says it in rows. A **notice** tells that something is not as it should be, a **problem** what is wrong in a course, an **effect** what
//! the app wishes done.
//!
//! # The promises
//!
//! 1. `app::update` is a function: same app, same time, same message, same result. Time and chance come in as arguments.
//! 2. `ui::view` takes `&App` and changes nothing. There are no shared cells, locks or globals in app and page.
//! 3. Reading a course never fails: a broken part becomes a `Problem` with place, sentence and remedy, and the rest is shown.
//! 4. An answer is never lost in silence: if recording fails, the screen says so and the event waits to be tried again.
//! 5. A sitting holds what the learner did, not what we concluded.
//! 6. A place in a lesson is a block and how far in it, so that resizing keeps it. Geometry is computed once, in `app/geometry.rs`.
//! 7. Keys live in one table, `app/keymap/table.rs`; footer, help and README come from it.
//! 8. Nothing is polled: the loop sleeps until something happens.
//!
//! # Where to find
//!
//! | what | where |
//! |---|---|
//! | a text of a course is cleaned | `course/clean.rs`: `Clean`; cells, problems and pieces are made of nothing else |
//! | a choice is shuffled | `app/quiz.rs`: `drawn` |
//! | an answer is marked | `course/mark.rs` |
//! | a failed save becomes words | `store/why.rs`: `in_words`; on the screen `app/sheet.rs`: `notice`; after leaving `run/keep.rs`: `last_words` |
//! | a very large course is read where one looks | `course/content.rs`; which is one, `store/lessons.rs`: `AT_ONCE` |
//! | a fault is ordered by a test | `run/drill.rs` |
//! | a key is bound | `app/keymap/table.rs` |
//! | the mirror is scored, put into words, turned into a plan | `progress/mirror.rs`, `words.rs` and `plan.rs` beside it |
//! | a term of the glossary is found in a text | `course/glossary.rs` |
//! | a long text is parsed in pieces, and laid out where one looks | `course/markdown/pieces.rs`, `page/lazy.rs` |
//! | a plan is refused, and asked about on its days | `progress/plan.rs`; which day it is where the learner is, `progress/day.rs` |
//! | when a question comes again | `progress/review.rs` (what counts), `memory.rs` (the model), `queue.rs` (a day's share) beside it |
//! | how sure someone is, against how right | `progress/calibration.rs` |
//! | the time of a week is counted, and a goal met | `progress/weeks.rs` |
//! | what was half typed is noted, and come back to | `app/fields.rs`; until when it counts, `progress/typed.rs` |
//! | an objective counts as mastered; time is counted | `progress/objectives.rs`, `progress/spent.rs` |
//! | what a report says is worked out, and written in its formats | `exchange/record.rs`, and a file for each format beside it |
//! | what a workshop came to; the report of it, and the guide to one | `workshop/outcome.rs`; `exchange/held.rs`, `exchange/guide.rs` |
//! | a row of the map is added | `app/map.rs`: `Extra`; where lessons stand, `app/stands.rs` |
//! | a string of the interface stands, and a course brings its own | `words.rs` and a file for each part beside it; `course/read/interface.rs` |
//! | a colour is chosen | `assets/themes/*.toml`, read by `ui/theme.rs`; which theme, by `run/screens.rs`: `theme` |
//! | a new kind of question goes | the head of `course/question.rs` names the files |
//! | the sittings are written and read | `store/sitting.rs`, on the thread of `store/saver.rs`; the quick reader is `store/sitting/strict.rs` |
//! | what they add up to is kept between starts | `store/cache.rs`; as bytes, `progress/packed.rs` |
//! | two courses with one id are told apart | `store/namesake.rs` |
//! | the first screen comes before all of that is read | `progress/cover.rs`, `app/front.rs`, `run/past.rs`; its file, `store/cover.rs` |
//! | data goes from machine to machine, and goes for good | `store/export.rs`, `import.rs` and `erase.rs` beside it |
//! | learners' exports are found and read for a group's report | `store/learners.rs`; the report is `exchange/group.rs` |
//! | a workshop goes from stage to stage | `workshop.rs`; its agenda is made in `workshop/agenda.rs`, its slides in `workshop/slide.rs` |
//! | the shared screen is drawn, and its loop | `app/sheet/room.rs`, `run/present.rs`; its journal is `store/journal.rs` |
//! | the console is drawn, and how it reaches the shared screen | `app/sheet/console.rs`, `run/notes.rs`, `run/door.rs` |
//! | the terminal is entered and left | `ui/terminal.rs` |
//! | a line is understood, and what is said then | `plain/hear.rs`, `plain/answer.rs`; its words, `plain/vocabulary.rs`; `plain.rs`: `say`; its loop, `run/plain.rs` |
//! | a workshop is held in lines; its console in lines | `plain/room.rs`, `run/present/lines.rs`; `plain/console.rs`, `run/notes/lines.rs` |
//! | what screens and lines begin with | `run/start.rs` |
//! | signals and a vanished terminal | `run/input.rs` |
//! | a command without a screen is performed | `run.rs`, and a file of its name beside it; its options are in `command.rs` |
//! | what the program did is written down, for a report of a bug | `store/log.rs` |
//!
//! # The rule of imports
//!
//! Read from top to bottom: a module knows only what stands to its right. `tests/it/tidy.rs` keeps it true.
//!
//! | module | may import |
//! |---|---|
//! | words, settings, command | nothing of ours |
//! | course | words |
//! | page | course, words |
//! | progress | course, words |
//! | workshop | course, words |
//! | exchange | course, progress, words, workshop |
//! | app | course, settings, page, progress, words, workshop |
//! | store | course, settings, progress, words, workshop |
//! | ui, plain | app, course, settings, page, progress, words, workshop |
//! | run | everything |

pub mod app;
pub mod command;
pub mod course;
pub mod exchange;
pub mod page;
pub mod plain;
pub mod progress;
pub mod run;
pub mod settings;
pub mod store;
pub mod ui;
pub mod words;
pub mod workshop;
