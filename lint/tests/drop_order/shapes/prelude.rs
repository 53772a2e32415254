#![allow(warnings)]
use std::future::Future;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

fn log(what: &'static str, name: &'static str) {
    println!("{} {}", what, name);
}

struct Noisy(&'static str);

impl Noisy {
    fn new(name: &'static str) -> Noisy {
        log("new", name);
        Noisy(name)
    }
    fn touch(&self) {
        log("touch", self.0);
    }
    fn touch_mut(&mut self) {
        log("touch_mut", self.0);
    }
    fn me(self) -> Noisy {
        log("me", self.0);
        self
    }
    fn yes(&self) -> bool {
        log("yes", self.0);
        true
    }
    fn no(&self) -> bool {
        log("no", self.0);
        false
    }
    fn maybe(&self) -> Option<Noisy> {
        Some(Noisy::new("maybe"))
    }
    fn nothing(&self) -> Option<Noisy> {
        None
    }
    fn inner(&self) -> &'static str {
        self.0
    }
}

impl Drop for Noisy {
    fn drop(&mut self) {
        log("drop", self.0);
    }
}

fn consume(noisy: Noisy) {
    log("consume", noisy.0);
}

fn consume_two(first: Noisy, second: Noisy) {
    log("consume_two", first.0);
}

fn borrow(noisy: &Noisy) -> &'static str {
    log("borrow", noisy.0);
    noisy.0
}

struct Pair {
    a: Noisy,
    b: Noisy,
}

fn pair() -> Pair {
    Pair { a: Noisy::new("a"), b: Noisy::new("b") }
}

struct Loud {
    a: Noisy,
    b: Noisy,
}

impl Drop for Loud {
    fn drop(&mut self) {
        log("drop", "loud");
    }
}

struct Nested {
    pair: Pair,
    c: Noisy,
}

enum Kind {
    One(Noisy),
    Two(Noisy, Noisy),
    Zero,
}

fn ok(name: &'static str) -> Result<Noisy, Noisy> {
    Ok(Noisy::new(name))
}

fn err(name: &'static str) -> Result<Noisy, Noisy> {
    Err(Noisy::new(name))
}

fn some(name: &'static str) -> Option<Noisy> {
    Some(Noisy::new(name))
}

fn none() -> Option<Noisy> {
    None
}

fn truth(value: bool) -> bool {
    value
}

fn run_once<F: FnOnce()>(f: F) {
    log("run", "once");
    f();
    log("ran", "once");
}

fn run_ref<F: Fn()>(f: F) {
    log("run", "ref");
    f();
    log("ran", "ref");
}

struct Later(bool);

impl Future for Later {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<()> {
        if self.0 {
            Poll::Ready(())
        } else {
            self.0 = true;
            Poll::Pending
        }
    }
}

fn poll_times<F: Future<Output = ()>>(future: F, times: u32) {
    let mut future = Box::pin(future);
    let mut left = times;
    while left > 0 {
        left -= 1;
        log("poll", "future");
        if future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready() {
            log("ready", "future");
            break;
        }
    }
    log("drop", "future");
}
