//! A channel's handle that is made and thrown away is a warning of the compiler's own.
#![deny(unused_must_use)]

#[must_abort::must_abort(abort, close)]
struct Pipe;

#[must_abort::must_abort]
enum Plain {
    Only,
}

#[must_abort::must_abort(end)]
#[must_use = "a reason of its own"]
struct Own;

fn pipe() -> Pipe {
    Pipe
}

fn plain() -> Plain {
    Plain::Only
}

fn own() -> Own {
    Own
}

fn main() {
    pipe();
    plain();
    own();
}
