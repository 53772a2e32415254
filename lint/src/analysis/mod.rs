//! The analysis: bodies are run on states, and at every wait it is asked who wakes the one that is parked.
//!
//! Entry points are what nobody in view calls; each is run by a machine of its own. A call is settled by its
//! callee's summary where that says all, else its body is run on the caller's state. What a constructor returns is then dropped,
//! and handed to each public method and dropped, since that is what its `users` do; what a method hands out must not wait for ever
//! when that value is gone. What a worker runs is run where it starts, to know what it does, and once more as an actor of its own, for what
//! it waits for itself. Hazards go to a judge (the rules) as they are found.

mod branch;
mod call;
pub mod cases;
mod containers;
mod contract;
pub mod curtailed;
mod drops;
mod early;
mod endless;
mod entry;
mod exec;
mod executor;
mod fields;
mod fingerprint;
pub mod followed;
pub mod frame;
mod futures;
mod handles;
mod hands;
pub mod hazard;
mod hoard;
mod index;
mod leaving;
mod lent;
mod locks;
mod loops;
mod lossy;
mod machine;
mod mandate;
pub mod object;
mod places;
mod process;
mod refused;
mod room;
mod rounds;
mod scan;
mod selfsend;
mod severed;
mod shown;
pub mod state;
pub mod stops;
mod summary;
mod summed;
mod supply;
mod tables;
pub mod teardown;
mod texts;
pub mod trace;
mod users;
pub mod value;
mod wait;
mod wakes;
mod worker;

pub use entry::{Report, analyse};
pub use machine::Machine;
pub use scan::{absent_methods, panics, thrown_away};
