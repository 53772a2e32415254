//! A glob import hides no attribute of the language, and nothing of a user's with the same name as an attribute.
#![deny(warnings)]

use must_abort::*;

#[allow(dead_code)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(transparent)]
#[must_use]
#[non_exhaustive]
struct Value(u32);

#[inline]
#[cold]
#[track_caller]
#[doc(hidden)]
#[deprecated = "a function called as an attribute is"]
#[expect(unused_variables, reason = "only shows that it is still the language's own")]
#[warn(unused_mut)]
#[cfg(all())]
fn joins(kills: u32) {}

#[derive(Default)]
#[allow(clippy::all)]
enum Kind {
    #[default]
    First,
}

#[test]
#[ignore]
#[should_panic]
fn puts() {}

#[macro_export]
macro_rules! owns {
    () => {};
}

#[must_abort(stop)]
struct Handle;

impl Handle {
    #[aborts]
    fn stop(self) {}
}

fn main() {
    #[allow(deprecated)]
    joins(1);
    let Kind::First = Kind::default();
    let _ = Value::default();
    owns!();
    Handle.stop();
}
