//! Attributes on items that they say nothing about.
use must_abort::*;

#[must_abort]
fn a() {}

#[must_abort]
impl S {}

#[worker(thread)]
trait B {}

#[aborts]
struct S;

#[kills(self)]
mod c {}

#[parks(self)]
const D: fn() = e;

#[joins]
pub static E: u32 = 0;

#[same]
use std::thread as f;

fn e() {}

fn main() {}
