//! The attributes as the compiler sees them: the right forms compile, the wrong ones are errors at the right token.
//!
//! `TRYBUILD=overwrite cargo test -p must-abort --test attributes` writes the expected errors anew.

#[test]
fn attributes() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/pass/*.rs");
    cases.compile_fail("tests/fail/*.rs");
}
