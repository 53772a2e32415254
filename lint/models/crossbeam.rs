//! `crossbeam`: a facade.
pub use crossbeam_channel as channel;
pub use crossbeam_utils as utils;
pub use crossbeam_utils::thread;
pub use crossbeam_utils::thread::scope;

pub mod sync {
    pub use crossbeam_utils::sync::{Parker, Unparker, WaitGroup};
}
