//! Macro calls.

use super::check;

#[test]
fn select_of_tokio() {
    check(
        "async fn f(mut rx: Rx, stop: Stop) { select! { Some(v) = rx.recv() => go(v), _ = stop => {}, else => other() } }",
        "
        AsyncFn(2 params) {
            param _1 rx: Rx
            param _2 stop: Stop
            let _8 v
          bb0:
            _3 = true
            live _4
            live _5
            live _6
            _6 = .recv(use rx_1) -> bb2
          bb1:
            drop stop_2 (Scope) -> bb26
          bb2:
            live _7
            _7 = use stop_2
            goto bb5
          bb3:
            if _4 is Some bb13 else bb12
          bb4:
            drop _7 (Temporary) -> bb17
          bb5:
            select { _4 = _6 if use _3 refutable -> bb3; _5 = _7 -> bb4; } else bb11 cancel bb6
          bb6:
            drop _7 (Cancel) -> bb7
          bb7:
            dead _7
            drop _6 (Cancel) -> bb8
          bb8:
            dead _6
            dead _5
            dead _4
            drop stop_2 (Cancel) -> bb9
          bb9:
            drop rx_1 (Cancel) -> bb10
          bb10:
            cancelled
          bb11:
            drop _7 (Temporary) -> bb19
          bb12:
            drop _4 (Temporary) -> bb14
          bb13:
            drop _7 (Temporary) -> bb15
          bb14:
            _3 = false
            goto bb5
          bb15:
            dead _7
            drop _6 (Temporary) -> bb16
          bb16:
            dead _6
            live _8
            v_8 = bind (_4 as Some).0
            _0 = go(use v_8) -> bb21
          bb17:
            dead _7
            drop _6 (Temporary) -> bb18
          bb18:
            dead _6
            _0 = ()
            drop _5 (Temporary) -> bb24
          bb19:
            dead _7
            drop _6 (Temporary) -> bb20
          bb20:
            dead _6
            _0 = other() -> bb25
          bb21:
            drop v_8 (Scope) -> bb22
          bb22:
            dead _8
            drop _4 (Temporary) -> bb23
          bb23:
            dead _5
            dead _4
            goto bb1
          bb24:
            dead _5
            dead _4
            goto bb1
          bb25:
            dead _5
            dead _4
            goto bb1
          bb26:
            drop rx_1 (Scope) -> bb27
          bb27:
            return
        }
        ",
    );
}

#[test]
fn select_of_crossbeam() {
    check(
        "fn f(a: &R) { select! { recv(a) -> m => m, default(time) => other() } }",
        "
        Fn(1 params) {
            param _1 a: &R
            let _4 m
          bb0:
            live _2
            live _3
            select blocking { _2 = recv(use a_1) -> bb2; _3 = default(time) -> bb3; }
          bb1:
            drop a_1 (Scope) -> bb8
          bb2:
            live _4
            m_4 = bind _2
            _0 = use m_4
            drop m_4 (Scope) -> bb4
          bb3:
            _0 = other() -> bb6
          bb4:
            dead _4
            drop _2 (Temporary) -> bb5
          bb5:
            dead _3
            dead _2
            goto bb1
          bb6:
            drop _3 (Temporary) -> bb7
          bb7:
            dead _3
            dead _2
            goto bb1
          bb8:
            return
        }
        ",
    );
}

#[test]
fn select_of_futures() {
    check(
        "async fn f(a: A) { futures::select! { x = a => one(x), complete => two() } }",
        "
        AsyncFn(1 params) {
            param _1 a: A
            let _3 x
          bb0:
            live _2
            select { _2 = a_1 -> bb2; } else bb5 cancel bb3
          bb1:
            drop a_1 (Scope) -> bb10
          bb2:
            live _3
            x_3 = bind _2
            _0 = one(use x_3) -> bb6
          bb3:
            dead _2
            drop a_1 (Cancel) -> bb4
          bb4:
            cancelled
          bb5:
            _0 = two() -> bb9
          bb6:
            drop x_3 (Scope) -> bb7
          bb7:
            dead _3
            drop _2 (Temporary) -> bb8
          bb8:
            dead _2
            goto bb1
          bb9:
            dead _2
            goto bb1
          bb10:
            return
        }
        ",
    );
}

#[test]
fn joins_and_pins() {
    check(
        "async fn f() { let (a, b) = join!(one(), two()); tokio::pin!(a); let c = pin!(three()); a.poll(b, c) }",
        "
        AsyncFn(0 params) {
            let _4 a
            let _5 b
            let _6 a
            let _8 c
          bb0:
            live _1
            live _2
            _2 = one() -> bb1
          bb1:
            live _3
            _3 = two() -> bb2
          bb2:
            _1 = Join!(move _2, move _3) -> bb3
          bb3:
            live _4
            live _5
            a_4 = bind _1.0
            b_5 = bind _1.1
            drop _1 (Temporary) -> bb4
          bb4:
            dead _3
            dead _2
            dead _1
            live _6
            _7 = &mut a_4
            a_6 = ::std::pin::Pin::new(move _7) -> bb5
          bb5:
            live _8
            live _9
            _9 = three() -> bb6
          bb6:
            _10 = &mut _9
            c_8 = ::std::pin::Pin::new(move _10) -> bb7
          bb7:
            _0 = .poll(use a_6, use b_5, use c_8) -> bb8
          bb8:
            drop c_8 (Scope) -> bb9
          bb9:
            drop _9 (Temporary) -> bb10
          bb10:
            dead _9
            dead _8
            dead _6
            drop b_5 (Scope) -> bb11
          bb11:
            drop a_4 (Scope) -> bb12
          bb12:
            dead _5
            dead _4
            return
        }
        ",
    );
}

#[test]
fn formats_and_assertions() {
    check(
        r#"fn f(x: X) -> R { ensure!(x.ok(), "no {x}"); println!("{} {x:?}", x.y); write!(x, "a")?; assert_eq!(x.z, 1); matches!(x, Some(1)) }"#,
        "
        Fn(1 params) {
            param _1 x: X
          bb0:
            _2 = .ok(use x_1) -> bb2
          bb1:
            _3 = Format!(use x_1) -> bb4
          bb2:
            if move _2 bb3 else bb1
          bb3:
            _5 = Format!(use x_1, use x_1.y) -> bb7
          bb4:
            _4 = opaque Data()
            _0 = ::std::result::Result::Err(move _4) -> bb5
          bb5:
            leave
            drop x_1 (Jump) -> bb6
          bb6:
            return
          bb7:
            live _6
            _8 = Format!() -> bb8
          bb8:
            _7 = .write_fmt(use x_1, move _8) -> bb9
          bb9:
            if _7 continues bb10 else bb11
          bb10:
            _6 = move _7.output
            drop _6 (Temporary) -> bb12
          bb11:
            _0 = residual _7
            leave
            dead _6
            drop x_1 (Question) -> bb6
          bb12:
            dead _6
            _10 = &x_1.z
            _11 = 1
            _12 = &_11
            _9 = move _10 == move _12
            if move _9 bb14 else bb13
          bb13:
            _13 = Panic!() -> !
          bb14:
            if x_1 is Some bb17 else bb16
          bb15:
            drop x_1 (Scope) -> bb6
          bb16:
            _0 = false
            goto bb15
          bb17:
            if (x_1 as Some).0 == 1 bb18 else bb16
          bb18:
            _0 = true
            goto bb15
        }
        ",
    );
}

#[test]
fn a_let_that_is_configured_away_hides_nothing() {
    check(
        "fn f(n: u8) { #[cfg(windows)] let n = wide(n); take(n); }",
        "
        Fn(1 params) {
            param _1 n: u8
            let _2 n
          bb0:
            live _2
            if cfg(windows) bb3 else bb1
          bb1:
            n_2 = use n_1
            goto bb2
          bb2:
            live _3
            _3 = take(use n_2) -> bb4
          bb3:
            n_2 = wide(use n_1) -> bb2
          bb4:
            drop _3 (Temporary) -> bb5
          bb5:
            dead _3
            _0 = ()
            drop n_2 (Scope) -> bb6
          bb6:
            dead _2
            drop n_1 (Scope) -> bb7
          bb7:
            return
        }
        ",
    );
}

#[test]
fn alternatives_by_cfg() {
    check(
        "fn f(n: u8) { #[cfg(unix)] let a = one(); #[cfg(not(unix))] let a = two(); if cfg!(test) { vec![a, n]; } }",
        "
        Fn(1 params) {
            param _1 n: u8
            let _2 a
          bb0:
            live _2
            if cfg(unix) bb2 else bb1
          bb1:
            if cfg(not(unix)) bb4 else bb3
          bb2:
            a_2 = one() -> bb1
          bb3:
            if cfg(test) bb7 else bb6
          bb4:
            a_2 = two() -> bb3
          bb5:
            drop a_2 (Scope) -> bb10
          bb6:
            _0 = ()
            goto bb5
          bb7:
            live _3
            _3 = [use a_2, use n_1]
            live _4
            _4 = ::std::vec::Vec::from(move _3) -> bb8
          bb8:
            drop _4 (Temporary) -> bb9
          bb9:
            dead _4
            dead _3
            _0 = ()
            goto bb5
          bb10:
            dead _2
            drop n_1 (Scope) -> bb11
          bb11:
            return
        }
        ",
    );
}

#[test]
fn macros_of_unknown_meaning() {
    check(
        "fn f(n: u8, a: A) { mine!(n, a.b()); other!(a => n); items! { fn g() {} } local!(n); macro_rules! local { ($n:ident) => {} } }",
        "
        Fn(2 params) {
            param _1 n: u8
            param _2 a: A
          bb0:
            live _3
            _3 = .b(use a_2) -> bb1
          bb1:
            live _4
            _4 = opaque UnknownMacro(n_1, _3)
            drop _4 (Temporary) -> bb2
          bb2:
            dead _4
            drop _3 (Temporary) -> bb3
          bb3:
            dead _3
            live _5
            _5 = opaque UnknownMacro(a_2, n_1)
            drop _5 (Temporary) -> bb4
          bb4:
            dead _5
            live _6
            _6 = opaque UnknownMacro(n_1)
            drop _6 (Temporary) -> bb5
          bb5:
            dead _6
            _0 = ()
            drop a_2 (Scope) -> bb6
          bb6:
            drop n_1 (Scope) -> bb7
          bb7:
            return
        }
        Fn(0 params) {
          bb0:
            _0 = ()
            return
        }
        ",
    );
}

#[test]
fn polls_and_unknown_values() {
    check(
        "fn f(o: O) -> T { let v = ready!(o.poll()); let w = unknown!(); dbg!(v) }",
        "
        Fn(1 params) {
            param _1 o: O
            let _2 v
            let _4 w
          bb0:
            live _2
            _3 = .poll(use o_1) -> bb1
          bb1:
            if _3 is ::std::task::Poll::Ready bb3 else bb2
          bb2:
            _0 = ::std::task::Poll::Pending
            leave
            dead _2
            drop o_1 (Jump) -> bb4
          bb3:
            v_2 = move (_3 as ::std::task::Poll::Ready).0
            live _4
            w_4 = ?Input
            _0 = use v_2
            drop w_4 (Scope) -> bb5
          bb4:
            return
          bb5:
            dead _4
            drop v_2 (Scope) -> bb6
          bb6:
            dead _2
            drop o_1 (Scope) -> bb4
        }
        ",
    );
}
