//! Minutes for steps: what each wishes is stretched or shrunk by one factor, within bounds, until all minutes are spent. Where a script
//! says how long something takes, it gets that whenever the length of the session allows it.

/// Budgets are multiples of so many seconds.
const UNIT: u32 = 15;

/// The seconds of a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// What it should get.
    pub wish: u32,
    /// What it needs at least.
    pub least: u32,
    /// What is too much.
    pub most: u32,
    /// Whether its author said so.
    pub is_written: bool,
}

impl Share {
    /// No time of its own.
    pub const NONE: Share = Share::fixed(0);

    /// A time that does not change.
    pub const fn fixed(seconds: u32) -> Share {
        Share { wish: seconds, least: seconds, most: seconds, is_written: false }
    }

    /// Talk, that may take any time.
    pub const fn talk(wish: u32, least: u32) -> Share {
        Share::until(wish, least, u32::MAX)
    }

    /// A vote or the like, that is over when it is over.
    pub const fn vote(wish: u32, least: u32) -> Share {
        Share::until(wish, least, wish * 2)
    }

    /// A time within bounds.
    pub const fn until(wish: u32, least: u32, most: u32) -> Share {
        Share { wish, least, most, is_written: false }
    }

    /// With the seconds that a script gives it.
    pub fn or(self, written: Option<u32>) -> Share {
        let Some(wish) = written else { return self };
        let most = if self.most == u32::MAX { self.most } else { wish * 3 / 2 };
        Share { wish, least: self.least.min(wish), most, is_written: true }
    }
}

/// Seconds kept back, of so many.
pub fn slack(total: u32) -> u32 {
    (total / 30).min(180) / UNIT * UNIT
}

/// The seconds of each step.
pub fn budgets(shares: &[Share], total: u32) -> Vec<u32> {
    let free = total.saturating_sub(slack(total));
    let floors: Vec<u32> = floors(shares, free);
    let at = |factor: f64| -> Vec<u32> {
        let one = |(share, floor): (&Share, &u32)| {
            let seconds = (f64::from(share.wish) * factor) as u32 / UNIT * UNIT;
            seconds.min(share.most).max(*floor)
        };
        shares.iter().zip(&floors).map(one).collect()
    };
    let fits = |seconds: &[u32]| sum(seconds) <= u64::from(free);
    let (mut low, mut high) = (0.0, f64::from(total));
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if fits(&at(middle)) { low = middle } else { high = middle }
    }
    let mut seconds = at(low);
    // What floors took too much is given back by the longest; what rounding left goes to those that talk, and then to others.
    while !fits(&seconds) {
        match seconds.iter_mut().max() {
            Some(longest) if *longest > UNIT => *longest -= UNIT,
            _ => break,
        }
    }
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|at| shares.get(*at).map(|share| (share.most < u32::MAX, std::cmp::Reverse(share.wish))));
    for at in order {
        if sum(&seconds) + u64::from(UNIT) <= u64::from(free)
            && let (Some(slot), Some(share)) = (seconds.get_mut(at), shares.get(at))
            && *slot + UNIT <= share.most
        {
            *slot += UNIT;
        }
    }
    seconds
}

fn sum(seconds: &[u32]) -> u64 {
    seconds.iter().map(|seconds| u64::from(*seconds)).sum()
}

/// What each gets at least: where everything fits, what its author wrote.
fn floors(shares: &[Share], free: u32) -> Vec<u32> {
    let written: Vec<u32> = shares.iter().map(|share| if share.is_written { share.wish } else { share.least }).collect();
    match sum(&written) <= u64::from(free) {
        true => written,
        false => shares.iter().map(|share| share.least).collect(),
    }
}

/// How many seconds are missing for what was written; how many are left when every step had twice what it wishes.
pub fn over_and_idle(shares: &[Share], total: u32) -> (u32, u32) {
    let free = u64::from(total.saturating_sub(slack(total)));
    let needs = shares.iter().map(|share| u64::from(if share.is_written { share.wish } else { share.least })).sum::<u64>();
    let takes = shares.iter().map(|share| u64::from(share.most.min(share.wish * 2))).sum::<u64>();
    (needs.saturating_sub(free) as u32, free.saturating_sub(takes) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares() -> impl proptest::strategy::Strategy<Value = Vec<Share>> {
        use proptest::prelude::*;
        let share = (1u32..40, 0u32..40, 0u32..4, proptest::option::of(1u32..240)).prop_map(|(wish, least, times, written)| {
            let (wish, least) = (wish * 15, least.min(wish) * 15);
            let most = if times == 0 { u32::MAX } else { wish * times };
            Share { wish, least, most, is_written: false }.or(written.map(|quarters| quarters * 15))
        });
        proptest::collection::vec(share, 1..40)
    }

    proptest::proptest! {
        /// Whatever steps wish: together they take no more than there is, and what is written is given wherever all of it fits.
        #[test]
        fn minutes_add_up(shares in shares(), minutes in 15u32..480) {
            let total = minutes * 60;
            let seconds = budgets(&shares, total);
            let free = u64::from(total - slack(total));
            let least: u64 = shares.iter().map(|share| u64::from(share.least)).sum();
            if least <= free {
                proptest::prop_assert!(sum(&seconds) <= free);
            }
            let (over, _) = over_and_idle(&shares, total);
            for (share, seconds) in shares.iter().zip(&seconds).filter(|(share, _)| share.is_written && over == 0) {
                proptest::prop_assert!(*seconds >= share.wish, "{share:?} has {seconds}");
            }
            let talks = shares.iter().any(|share| share.most == u32::MAX);
            if talks && least <= free {
                proptest::prop_assert!(free - sum(&seconds) < u64::from(UNIT) * (shares.len() as u64 + 1), "{} of {free}", sum(&seconds));
            }
        }
    }
}
