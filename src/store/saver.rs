//! The thread that writes the running sitting, so that a slow disk never stands between a key and the screen. It sleeps until an
//! event comes, gathers what else is waiting, writes once, and says how it went. A failed save is tried again every few seconds.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::Failure;
use super::sitting::Sitting;
use crate::progress::{Deed, Event};

/// A reading place may wait so long for a better one; everything else is written at once.
const PLACE_RESTS: Duration = Duration::from_millis(800);
/// So many newer ones a text may wait for: whoever types without a pause finds it on disk to the last few words.
const LETTERS_REST: usize = 40;
/// After a failure the next try comes by itself after so long.
const TRY_AGAIN: Duration = Duration::from_secs(5);

/// So long the end of the program waits for the disk when nobody else waits for it.
const LAST_PATIENCE: Duration = Duration::from_secs(2);

/// How a save went.
#[derive(Debug)]
pub enum Report {
    /// So many of the events handed over so far are on disk.
    Saved(usize),
    /// None of those since the last good save; why.
    NotSaved(Failure),
}

/// The way to the thread.
pub struct Saver {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
}

enum Order {
    Take(Event),
    TryAgain,
}

impl Saver {
    /// Starts the thread. `tell` hears of every save.
    pub fn start(sitting: Sitting, tell: impl Fn(Report) + Send + 'static) -> std::io::Result<Saver> {
        let (orders, inbox) = channel();
        let work = move || Work::of(sitting).run(&inbox, &tell);
        let thread = std::thread::Builder::new().name("saver".into()).spawn(work)?;
        Ok(Saver { orders: Some(orders), thread: Some(thread) })
    }

    /// Hands an event over.
    pub fn take(&self, event: Event) {
        self.order(Order::Take(event));
    }

    /// Tries again at once after a failure.
    pub fn try_again(&self) {
        self.order(Order::TryAgain);
    }

    fn order(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // The thread ends only when this end is dropped, so a refused order means that it panicked; then the report is missing,
            // and the screen goes on saying that the answer is not saved.
            let _ = orders.send(order);
        }
    }

    /// Writes what is left and ends the thread; false where that took longer than `patience`.
    pub fn finish(mut self, patience: Duration) -> bool {
        self.end(patience)
    }

    fn end(&mut self, patience: Duration) -> bool {
        self.orders = None;
        let Some(thread) = self.thread.take() else { return true };
        let end = std::time::Instant::now() + patience;
        while !thread.is_finished() && std::time::Instant::now() < end {
            std::thread::sleep(Duration::from_millis(1));
        }
        thread.is_finished() && thread.join().is_ok()
    }
}

/// Whatever ends the program, a panic too, what was handed over is written.
impl Drop for Saver {
    fn drop(&mut self) {
        self.end(LAST_PATIENCE);
    }
}

struct Work {
    sitting: Sitting,
    taken: usize,
    saved: usize,
    failed: bool,
    /// Nothing waits but a reading place.
    place_only: bool,
    /// So many changes of a text wait with it.
    letters: usize,
}

impl Work {
    fn of(sitting: Sitting) -> Work {
        Work { sitting, taken: 0, saved: 0, failed: false, place_only: false, letters: 0 }
    }

    fn run(mut self, inbox: &Receiver<Order>, tell: &impl Fn(Report)) {
        while let Some(order) = self.wait(inbox) {
            order.into_iter().for_each(|order| self.obey(order));
            while let Ok(order) = inbox.try_recv() {
                self.obey(order);
            }
            if self.place_only && !self.failed {
                self.let_the_place_rest(inbox);
            }
            self.save(tell);
        }
        self.save(tell);
    }

    /// The next order; `Some(None)` when it is time to try again; `None` when there will be no more.
    fn wait(&self, inbox: &Receiver<Order>) -> Option<Option<Order>> {
        if !self.failed {
            return inbox.recv().ok().map(Some);
        }
        match inbox.recv_timeout(TRY_AGAIN) {
            Ok(order) => Some(Some(order)),
            Err(RecvTimeoutError::Timeout) => Some(None),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Waits for a better place, until something comes that is worth a save, or so much was typed that it is.
    fn let_the_place_rest(&mut self, inbox: &Receiver<Order>) {
        while self.place_only && self.letters < LETTERS_REST {
            match inbox.recv_timeout(PLACE_RESTS) {
                Ok(order) => self.obey(order),
                Err(_) => return,
            }
        }
    }

    fn obey(&mut self, order: Order) {
        if let Order::Take(event) = order {
            let is_text = matches!(event.deed, Deed::Drafted { .. } | Deed::Typed { .. });
            let is_place = is_text || matches!(event.deed, Deed::Reached { .. });
            self.letters += usize::from(is_text);
            self.place_only = is_place && (self.place_only || self.taken == self.saved);
            self.taken += 1;
            self.sitting.take(event);
        } else {
            self.place_only = false;
        }
    }

    fn save(&mut self, tell: &impl Fn(Report)) {
        (self.place_only, self.letters) = (false, 0);
        if self.taken == self.saved {
            return;
        }
        match self.sitting.save() {
            Ok(()) => {
                self.saved = self.taken;
                self.failed = false;
                tell(Report::Saved(self.saved));
            }
            Err(failure) => {
                self.failed = true;
                tell(Report::NotSaved(failure));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::{Id, Place};
    use crate::progress::{EventId, Field, PlanPart, Stamp};
    use crate::store::sitting::read_all;

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    fn event(n: i64, deed: Deed) -> Event {
        Event { id: EventId(id(&format!("s-{n}"))), at: Stamp(n), deed }
    }

    fn finished(n: i64) -> Event {
        event(n, Deed::Finished { lesson: id("a") })
    }

    fn reached(n: i64) -> Event {
        let place = Place { block: n as usize, at: 0 };
        event(n, Deed::Reached { lesson: id("a"), place, seen: place })
    }

    fn saver(folder: &std::path::Path) -> (Saver, Receiver<Report>) {
        let (tell, reports) = channel();
        let sitting = Sitting::new(folder.to_owned(), &id("c"), "desk", Stamp(0));
        (Saver::start(sitting, move |report| drop(tell.send(report))).unwrap(), reports)
    }

    #[test]
    fn what_is_reported_as_saved_is_on_disk() {
        let folder = tempfile::tempdir().unwrap();
        let (saver, reports) = saver(folder.path());
        for n in 1..=20 {
            saver.take(finished(n));
            let Ok(Report::Saved(upto)) = reports.recv() else { panic!("not saved") };
            assert!(read_all(folder.path(), &id("c")).0.len() >= upto);
        }
        assert!(saver.finish(Duration::from_secs(5)));
    }

    #[test]
    fn the_last_place_is_written_when_the_program_ends_however_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let (saver, _reports) = saver(folder.path());
        (1..=9).for_each(|n| saver.take(reached(n)));
        drop(saver);
        assert_eq!(read_all(folder.path(), &id("c")).0, [reached(9)]);
    }

    /// Nobody waits here for the time to go by: letters come as fast as they are asked for.
    #[test]
    fn whoever_types_without_a_pause_is_saved_all_the_same_and_whoever_scrolls_is_not() {
        let field = || Field::Plan(id("a"), PlanPart::Cue);
        let typed = |n: i64| event(n, Deed::Typed { field: field(), text: "a".repeat(n as usize), is_aside: false });
        let left_after = |all: &dyn Fn(i64) -> Event| {
            let (orders, inbox) = channel();
            (1..=1000).for_each(|n| orders.send(Order::Take(all(n))).unwrap());
            drop(orders);
            let mut work = Work::of(Sitting::new("nowhere".into(), &id("c"), "desk", Stamp(0)));
            work.obey(inbox.recv().unwrap());
            work.let_the_place_rest(&inbox);
            inbox.iter().count()
        };
        assert_eq!(left_after(&typed), 1000 - LETTERS_REST);
        assert_eq!(left_after(&reached), 0);
    }

    #[test]
    fn an_answer_does_not_wait_for_the_place_before_it() {
        let folder = tempfile::tempdir().unwrap();
        let (saver, reports) = saver(folder.path());
        saver.take(reached(1));
        saver.take(finished(2));
        let Ok(Report::Saved(2)) = reports.recv() else { panic!("both at once") };
        assert_eq!(read_all(folder.path(), &id("c")).0.len(), 2);
    }

    #[test]
    fn a_failed_save_is_reported_and_done_again_when_asked() {
        let folder = tempfile::tempdir().unwrap();
        let blocked = folder.path().join("sittings");
        std::fs::write(&blocked, "in the way").unwrap();
        let (saver, reports) = saver(&blocked);
        saver.take(finished(1));
        assert!(matches!(reports.recv(), Ok(Report::NotSaved(_))));
        std::fs::remove_file(&blocked).unwrap();
        saver.try_again();
        assert!(matches!(reports.recv(), Ok(Report::Saved(1))));
    }
}
