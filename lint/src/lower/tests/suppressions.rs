//! Which comments and attributes accept findings, and where.

use super::super::lower_file;
use crate::ir::Edition;

/// Each suppression as `rules: reason @ covered text`.
#[track_caller]
fn check(input: &str, expect: &[&str]) {
    let facts = lower_file(input, Edition::E2024);
    assert_eq!(facts.errors, []);
    let found = facts.suppressions.iter().map(|found| {
        let rules: Vec<_> = found.rules.iter().map(crate::base::Name::as_str).collect();
        let covers = &input[found.covers.start as usize..found.covers.end as usize];
        format!("{}: {} @ {}", rules.join(","), found.reason.as_deref().unwrap_or("-"), covers.trim())
    });
    let found: Vec<_> = found.collect();
    assert_eq!(found, expect);
}

#[test]
fn a_comment_covers_the_statement_below_or_behind_it() {
    check(
        "fn f() {
            // must_abort: allow(a, b): because
            #[cfg(unix)]
            one(
                1);
            two(\"// must_abort: allow(no): text\"); // must_abort: allow(c)
            for x in y { // must_abort: allow(d): the head
                three();
            } // must_abort: allow(e): all of it
            match x {
                // must_abort: allow(f): an arm
                1 => four(),
                _ => {}
            }
            // must_abort: alow(g)
            five()
        }
        /// must_abort: allow(doc): is text
        // must_abort: allow(h): an item
        struct S { a: u8 }",
        &[
            "a,b: because @ one(\n                1);",
            "c: - @ two(\"// must_abort: allow(no): text\");",
            "d: the head @ for x in y {",
            "e: all of it @ for x in y { // must_abort: allow(d): the head\n                three();\n            }",
            "f: an arm @ 1 => four(),",
            ": - @ five()",
            "h: an item @ struct S { a: u8 }",
        ],
    );
}

#[test]
fn an_attribute_covers_its_statement() {
    check("fn f() { #[cfg_attr(any(), must_abort::allow_hang(a, reason = \"because\"))] one(); }", &["a: because @ one();"]);
}
