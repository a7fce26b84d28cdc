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
/// After a failure the next try comes by itself after so long.
const TRY_AGAIN: Duration = Duration::from_secs(5);

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
        let work = move || Work { sitting, taken: 0, saved: 0, failed: false, place_only: false }.run(&inbox, &tell);
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
        self.orders = None;
        let Some(thread) = self.thread.take() else { return true };
        let end = std::time::Instant::now() + patience;
        while !thread.is_finished() && std::time::Instant::now() < end {
            std::thread::sleep(Duration::from_millis(1));
        }
        thread.is_finished() && thread.join().is_ok()
    }
}

struct Work {
    sitting: Sitting,
    taken: usize,
    saved: usize,
    failed: bool,
    /// Nothing waits but a reading place.
    place_only: bool,
}

impl Work {
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

    /// Waits for a better place, until something comes that is worth a save.
    fn let_the_place_rest(&mut self, inbox: &Receiver<Order>) {
        while self.place_only {
            match inbox.recv_timeout(PLACE_RESTS) {
                Ok(order) => self.obey(order),
                Err(_) => return,
            }
        }
    }

    fn obey(&mut self, order: Order) {
        if let Order::Take(event) = order {
            let is_place = matches!(event.deed, Deed::Reached { .. });
            self.place_only = is_place && (self.place_only || self.taken == self.saved);
            self.taken += 1;
            self.sitting.take(event);
        } else {
            self.place_only = false;
        }
    }

    fn save(&mut self, tell: &impl Fn(Report)) {
        self.place_only = false;
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
