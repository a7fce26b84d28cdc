//! Which screens of a plan do not fit the shared screen as it is: asked before a workshop, while letters can still be made smaller.

use super::Room;
use crate::app::sheet::room::rows;
use crate::workshop::{Deed, Event, Moment, Plan, Session, Step};

/// The hands that are tried: two digits on each line, so that every bar and figure is there.
const HANDS: [u32; 11] = [19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 10];

/// The steps that are cut off at the size of the room, with everything shown that they have.
pub fn unfit(room: &Room, plan: Plan) -> Vec<Step> {
    let mut session = Session::new(plan, HANDS.iter().sum(), Moment(0));
    let does = |session: &mut Session, deed: Deed| session.apply(&Event { at: Moment(0), deed });
    let mut found = Vec::new();
    // The lobby is where this is asked, and says so.
    for nth in 1..session.plan.steps.len() {
        let deed = session.to(nth);
        does(&mut session, deed);
        let points = session.slide().map_or(1, |slide| slide.points.len());
        does(&mut session, Deed::Showed(points));
        does(&mut session, Deed::Counted(HANDS.to_vec()));
        if !rows(room, &session).1 {
            found.extend(session.step().cloned());
        }
    }
    found
}
