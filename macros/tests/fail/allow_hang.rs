//! A finding is accepted with its rule and a reason, never without.
use must_abort::allow_hang;

#[allow_hang]
fn a() {}

#[allow_hang(eof_ignored)]
fn b() {}

#[allow_hang(reason = "why not")]
fn c() {}

#[allow_hang(eof_ignored, reason = " ")]
fn d() {}

#[allow_hang(eof_ignored, leaked_sender, reason = 3, because = "no")]
fn e() {}

#[allow_hang("eof_ignored", reason = "a name, not a string")]
fn f() {}

fn main() {}
