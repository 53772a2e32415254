//! Wrong arguments on functions, several in one attribute, and in impls and traits too.
use must_abort::*;

struct S {
    inner: u32,
}

impl S {
    #[aborts(chan, self.inner, other, on = "never")]
    fn a(&self, chan: u32) {}

    #[parks(self, lossy, until = "message")]
    fn b(&self) {}

    #[sends(self, deadline)]
    fn c(&self) {}
}

trait T {
    #[same(self, shelf)]
    fn d(&self) -> u32;
}

#[kills(self)]
fn e(child: u32) {}

#[joins]
fn f() {}

#[closes(x + 1, *x, x[0], x.0.1)]
fn g(x: ((u32, u32), u32)) {}

#[pairs(tx = 0)]
fn h() -> (u32, u32) {
    (0, 0)
}

#[pairs(tx = 1, rx = 1, capacity = "endless")]
fn i() -> (u32, u32) {
    (0, 0)
}

#[pairs(tx = 0, rx = 2, capacity = room)]
fn j() -> (u32, u32) {
    (0, 0)
}

#[pairs(self, tx = "first", rx = -1)]
fn k() -> (u32, u32) {
    (0, 0)
}

#[spawns(runs = f)]
fn l(f: fn()) {}

#[spawns(thread, runs = g)]
fn m(f: fn()) {}

#[spawns(process, runs = f)]
fn n(f: fn()) {}

#[same(x, name = "y")]
fn o(x: u32) -> u32 {
    x
}

fn main() {}
