//! The attributes under other names: a renamed crate, a renamed import, another crate's own names.
#![deny(warnings)]
#![allow(dead_code)]

extern crate must_abort as hang;

mod vocabulary {
    pub use must_abort::{aborts as ends, must_abort as channel, same as another};
}

use vocabulary::channel;

#[channel(end)]
struct Pipe;

impl Pipe {
    #[vocabulary::ends(self)]
    fn end(self) {}

    #[vocabulary::another(self)]
    fn again(&self) -> Pipe {
        Pipe
    }
}

#[hang::must_abort(close)]
struct Other;

impl Other {
    #[::must_abort::closes(self)]
    #[cfg_attr(all(), hang::aborts)]
    fn close(self) {}
}

fn main() {
    Pipe.again().end();
    Pipe.end();
    Other.close();
}
