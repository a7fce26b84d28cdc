//! Faults on demand, for tests that must see what becomes of them: a panic in each thread, one within another, a slow disk. They are
//! ordered by a variable of the environment, in builds for development alone; a released program has none of this.

/// A moment at which a fault may be ordered by its name.
#[cfg(debug_assertions)]
pub fn at(moment: &str) {
    let Ok(order) = std::env::var("CONTRASTS_DRILL") else { return };
    if order == moment {
        panic!("a drill at “{moment}”");
    }
    match (order.strip_prefix(moment), moment) {
        (Some(" twice"), _) => panic_within_a_panic(),
        (Some(" unheard"), _) => {
            // As if a library had put its own hook in the place of ours.
            std::panic::set_hook(Box::new(|_| {}));
            panic!("a drill at “{moment}”");
        }
        (Some(slow), "saved") => {
            let wait = slow.trim().parse().map_or(std::time::Duration::ZERO, std::time::Duration::from_millis);
            std::thread::sleep(wait);
        }
        _ => {}
    }
}

/// In a released program no moment is one for a fault.
#[cfg(not(debug_assertions))]
pub fn at(_moment: &str) {}

#[cfg(debug_assertions)]
fn panic_within_a_panic() {
    struct Again;
    impl Drop for Again {
        fn drop(&mut self) {
            panic!("a drill within a drill");
        }
    }
    let _again = Again;
    panic!("a drill");
}
