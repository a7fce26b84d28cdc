//! A rehearsal: a room that nobody is in. It votes by itself, the same for the same seed, as rooms do that are small, split, asleep or
//! expert. What it does is made up, and marked so wherever it is kept.

use super::{Moment, Poll, PollKind};

/// A room that is made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crowd {
    /// Four people: counts, no per cents.
    Small,
    /// Two dozen of whom half are right, and who convince each other.
    Split,
    /// Eighteen who know little, vote late or not at all.
    Sleepy,
    /// Thirty who know it before they come.
    Expert,
}

/// A rehearsal, and how its time goes by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rehearsal {
    /// Who is there.
    pub crowd: Crowd,
    /// From which its hands are made.
    pub seed: u64,
    /// So many times faster than a clock.
    pub speed: u32,
    /// A moment of the clock,
    pub real: Moment,
    /// and the moment of the rehearsal that it is.
    pub shown: Moment,
}

/// How a crowd votes.
struct Habit {
    people: u32,
    /// The part that is right in each round.
    right: [f64; 2],
    /// By how much that part differs from question to question.
    swing: f64,
    /// The part that raises a hand at all.
    awake: f64,
    /// When the first and the last hand come, in milliseconds.
    first: f64,
    last: f64,
}

impl Crowd {
    /// Every crowd by its name.
    pub const ALL: [(Crowd, &'static str); 4] =
        [(Crowd::Small, "small"), (Crowd::Split, "split"), (Crowd::Sleepy, "sleepy"), (Crowd::Expert, "expert")];

    /// The crowd of that name.
    pub fn named(name: &str) -> Option<Crowd> {
        Crowd::ALL.into_iter().find(|(_, known)| *known == name).map(|(crowd, _)| crowd)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Crowd::ALL.into_iter().find(|(crowd, _)| *crowd == self).map_or("", |(_, name)| name)
    }

    /// How many are there.
    pub fn people(self) -> u32 {
        self.habit().people
    }

    fn habit(self) -> Habit {
        let habit = |people, right, swing, awake, (first, last)| Habit { people, right, swing, awake, first, last };
        match self {
            Crowd::Small => habit(4, [0.5, 0.75], 0.0, 1.0, (1_500.0, 8_000.0)),
            Crowd::Split => habit(24, [0.5, 0.78], 0.24, 0.97, (2_000.0, 20_000.0)),
            Crowd::Sleepy => habit(18, [0.2, 0.5], 0.16, 0.7, (8_000.0, 50_000.0)),
            Crowd::Expert => habit(30, [0.92, 0.97], 0.05, 1.0, (1_000.0, 9_000.0)),
        }
    }

    /// Where a person stands on a line.
    fn place(self, person: f64, round: usize, wobble: f64) -> f64 {
        let spread = |middle: f64, width: f64| middle + (wobble - 0.5) * width;
        match (self, round) {
            (Crowd::Small, _) => spread(5.0, 7.0),
            (Crowd::Split, 0) if person < 0.5 => spread(2.0, 3.5),
            (Crowd::Split, 0) => spread(8.0, 3.5),
            (Crowd::Split, _) if person < 0.5 => spread(4.0, 3.5),
            (Crowd::Split, _) => spread(6.5, 3.5),
            (Crowd::Sleepy, _) => spread(5.0, 2.5),
            (Crowd::Expert, 0) => spread(6.0, 5.0),
            (Crowd::Expert, _) => spread(5.5, 3.0),
        }
    }
}

impl Rehearsal {
    /// The moment of the rehearsal at a moment of the clock.
    pub fn moment(&self, real: Moment) -> Moment {
        Moment(self.shown.0 + (real.0 - self.real.0) * i64::from(self.speed.max(1)))
    }

    /// The hands of a round, in the order in which they come: after how many milliseconds, and for which line.
    pub fn hands(&self, poll: &Poll, round: usize, run: usize) -> Vec<(i64, usize)> {
        let habit = self.crowd.habit();
        let chance = |person: u32, what: &str| self.chance(poll, &format!("{what} {person}"));
        let mut hands: Vec<(i64, usize)> = (0..habit.people)
            .filter(|person| chance(*person, "awake") < habit.awake)
            .map(|person| {
                let wobble = chance(person, &format!("round {round} of {run}"));
                let when = habit.first + (habit.last - habit.first) * chance(person, &format!("when {round} {run}")).powf(1.6);
                (
                    when as i64,
                    self.choice(
                        poll,
                        round,
                        (f64::from(person) + 0.5) / f64::from(habit.people),
                        chance(person, "knows"),
                        wobble,
                    ),
                )
            })
            .collect();
        hands.sort_unstable();
        hands
    }

    /// A number from 0 to 1 for something about a poll.
    fn chance(&self, poll: &Poll, what: &str) -> f64 {
        chance(self.seed, &[&poll.name, what])
    }

    /// What a person chooses. Whoever is right at first stays so; a part of the others is convinced in pairs.
    fn choice(&self, poll: &Poll, round: usize, person: f64, knows: f64, wobble: f64) -> usize {
        let last = poll.len().saturating_sub(1);
        if let PollKind::Line { .. } = poll.kind {
            return (self.crowd.place(person, round, wobble).round().max(0.0) as usize).min(last);
        }
        // Who knows is spread evenly over the room, so that a part is met however few there are; where four sit, each is a case.
        let known = if self.crowd == Crowd::Small { knows } else { (person + self.chance(poll, "turn")) % 1.0 };
        let habit = self.crowd.habit();
        let right = habit.right.get(round).copied().unwrap_or(0.5) + (self.chance(poll, "swing") - 0.5) * habit.swing;
        match poll.key() {
            Some(key) if known < right => key,
            Some(key) if last > 0 => {
                let other = (wobble * wobble * last as f64) as usize;
                if other >= key { (other + 1).min(last) } else { other }
            }
            _ => (wobble * (last + 1) as f64) as usize,
        }
    }
}

/// A number from 0 to 1, the same for the same words.
fn chance(seed: u64, words: &[&str]) -> f64 {
    // FNV-1a over the words, and the last mixing of SplitMix64, which spreads what differs in a letter alone.
    let mut state = seed ^ 0xcbf2_9ce4_8422_2325;
    for byte in words.iter().flat_map(|word| word.bytes().chain([0])) {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((state ^ (state >> 31)) >> 11) as f64 / (1u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::super::vote::Choosable;
    use super::*;
    use crate::course::Clean;

    fn poll(kind: PollKind) -> Poll {
        let (asks, case, reteach) = Default::default();
        Poll { name: "q-1".to_owned(), asks, case, kind, returns: false, reteach }
    }

    fn choices() -> Poll {
        let option = |is_key| Choosable { text: Clean::default(), is_key, why: Clean::default() };
        poll(PollKind::Choices(vec![option(false), option(true), option(false), option(false)]))
    }

    fn room(crowd: Crowd, seed: u64) -> Rehearsal {
        Rehearsal { crowd, seed, speed: 1, real: Moment(0), shown: Moment(0) }
    }

    /// The per cent that is right in both rounds.
    fn right(crowd: Crowd, seed: u64) -> [u32; 2] {
        [0, 1].map(|round| {
            let hands = room(crowd, seed).hands(&choices(), round, 1);
            let right = hands.iter().filter(|(_, choice)| *choice == 1).count();
            (right * 100 / hands.len().max(1)) as u32
        })
    }

    #[test]
    fn rooms_vote_as_rooms_do() {
        for seed in 0..50 {
            let [split, then] = right(Crowd::Split, seed);
            assert!((30..=75).contains(&split) && then > split, "{seed}: {split} {then}");
            assert!(right(Crowd::Expert, seed)[0] > 80, "{seed}");
            let sleepy = room(Crowd::Sleepy, seed).hands(&choices(), 0, 1);
            assert!(sleepy.len() < 18, "{seed}");
        }
        let sleepy = (0..50).filter(|seed| right(Crowd::Sleepy, *seed)[0] < 30).count();
        assert!(sleepy > 35, "{sleepy} of 50 are taught again");
    }

    #[test]
    fn the_same_seed_is_the_same_room_and_another_is_another() {
        assert_eq!(room(Crowd::Split, 7).hands(&choices(), 0, 1), room(Crowd::Split, 7).hands(&choices(), 0, 1));
        assert_ne!(room(Crowd::Split, 7).hands(&choices(), 0, 1), room(Crowd::Split, 8).hands(&choices(), 0, 1));
        assert_ne!(room(Crowd::Split, 7).hands(&choices(), 0, 1), room(Crowd::Split, 7).hands(&choices(), 0, 2));
    }

    #[test]
    fn hands_come_one_after_the_other_and_stand_on_the_line() {
        let line = poll(PollKind::Line { left: Clean::default(), right: Clean::default() });
        for (crowd, name) in Crowd::ALL {
            assert_eq!(Crowd::named(name), Some(crowd));
            let hands = room(crowd, 3).hands(&line, 0, 1);
            assert!(hands.windows(2).all(|pair| pair[0].0 <= pair[1].0), "{name}");
            assert!(hands.iter().all(|(when, place)| *when > 0 && *place <= 10), "{name}");
        }
    }

    #[test]
    fn time_goes_by_faster() {
        let fast = Rehearsal { speed: 10, real: Moment(1000), shown: Moment(5000), ..room(Crowd::Split, 1) };
        assert_eq!(fast.moment(Moment(3000)), Moment(25_000));
    }
}
