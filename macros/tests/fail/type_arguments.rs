//! Wrong arguments on types, each an error at its own token.
use must_abort::{must_abort, worker};

#[must_abort(on_drop = "loud", role = sender)]
struct A;

#[must_abort(abort, 3, self, close.inner, abort, on = "all")]
struct B;

#[must_abort(abort close)]
struct C;

#[must_abort(abort,, on_drop = )]
struct D;

#[must_abort(role = "weak", role = "weak")]
struct E;

#[worker]
struct F;

#[worker(fiber, on_drop = "explode")]
struct G;

#[worker(thread, task)]
struct H;

#[worker("thread")]
struct I;

fn main() {}
