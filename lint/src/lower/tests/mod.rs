//! Lowered bodies as text, and every source file at hand without a panic.

mod control;
mod corpus;
mod files;
mod macros;
mod scopes;
mod suppressions;

use super::lower_file;
use crate::ir::{Edition, dump, validate};

/// Lowers a file and compares the bodies of its functions (closures after their function) with `expect`, blank lines and indentation aside.
#[track_caller]
fn check(input: &str, expect: &str) {
    check_in(Edition::E2024, input, expect);
}

#[track_caller]
fn check_in(edition: Edition, input: &str, expect: &str) {
    let text = lowered(input, edition);
    let tidy = |text: &str| text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    assert_eq!(tidy(&text), tidy(expect), "\n--- actual\n{text}");
}

fn lowered(input: &str, edition: Edition) -> String {
    let facts = lower_file(input, edition);
    assert_eq!(facts.errors, [], "{input}");
    for body in &facts.bodies {
        assert_eq!(validate(body), Ok(()), "{}", dump(body, &()));
    }
    facts.bodies.iter().map(|body| dump(body, &())).collect()
}

#[test]
fn a_loop_over_a_receiver() {
    check(
        "fn f(rx: Receiver<u8>) { for value in rx { stop(value); } }",
        "
        Fn(1 params) {
        param _1 rx: Receiver<u8>
        let _2
        let _5 value
        bb0:
        live _2
        _2 = ::std::iter::IntoIterator::into_iter(use rx_1) -> bb1
        bb1: // loop
        _3 = &mut _2
        live _4
        _4 = ::std::iter::Iterator::next(move _3) -> bb2
        bb2:
        if _4 is ::std::option::Option::Some bb3 else bb4
        bb3:
        live _5
        value_5 = bind (_4 as ::std::option::Option::Some).0
        live _6
        _6 = stop(use value_5) -> bb5
        bb4:
        dead _4
        drop _2 (Scope) -> bb9
        bb5:
        drop _6 (Temporary) -> bb6
        bb6:
        dead _6
        drop value_5 (Scope) -> bb7
        bb7:
        dead _5
        drop _4 (Temporary) -> bb8
        bb8:
        dead _4
        goto bb1
        bb9:
        dead _2
        _0 = ()
        drop rx_1 (Scope) -> bb10
        bb10:
        return
        }
        ",
    );
    check_in(Edition::E2021, "const N: usize = 2;", "Const(0 params) {\nbb0:\n_0 = 2\nreturn\n}");
}
