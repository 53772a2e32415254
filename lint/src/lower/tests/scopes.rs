//! When what is dropped.

use super::{check, check_in};
use crate::ir::Edition;

#[test]
fn parameters_go_last() {
    check(
        "fn f(a: A, (b, _): (B, C)) { let d = mk(); }",
        "
        Fn(2 params) {
            param _1 a: A
            param _2: (B, C)
            let _3 b
            let _4 d
          bb0:
            live _3
            b_3 = bind _2.0
            live _4
            d_4 = mk() -> bb1
          bb1:
            _0 = ()
            drop d_4 (Scope) -> bb2
          bb2:
            dead _4
            drop b_3 (Scope) -> bb3
          bb3:
            dead _3
            drop _2 (Scope) -> bb4
          bb4:
            drop a_1 (Scope) -> bb5
          bb5:
            return
        }
        ",
    );
}

#[test]
fn temporaries_of_a_tail_end_before_the_variables() {
    check(
        "fn f() -> u8 { let a = mk(); a.lock().get() }",
        "
        Fn(0 params) {
            let _1 a
          bb0:
            live _1
            a_1 = mk() -> bb1
          bb1:
            live _2
            _2 = .lock(use a_1) -> bb2
          bb2:
            _0 = .get(use _2) -> bb3
          bb3:
            drop _2 (Temporary) -> bb4
          bb4:
            dead _2
            drop a_1 (Scope) -> bb5
          bb5:
            dead _1
            return
        }
        ",
    );
}

#[test]
fn temporaries_of_a_tail_ended_after_the_variables() {
    check_in(
        Edition::E2021,
        "fn f() -> u8 { let a = mk(); a.lock().get() }",
        "
        Fn(0 params) {
            let _1 a
          bb0:
            live _1
            a_1 = mk() -> bb1
          bb1:
            live _2
            _2 = .lock(use a_1) -> bb3
          bb2:
            drop a_1 (Scope) -> bb4
          bb3:
            _0 = .get(use _2) -> bb2
          bb4:
            dead _1
            drop _2 (Temporary) -> bb5
          bb5:
            dead _2
            return
        }
        ",
    );
}

#[test]
fn let_extends_temporaries() {
    check(
        "fn f() { let r = &mk(); let s = S { p: &mk(), q: mk() }; let n = mk().len(); }",
        "
        Fn(0 params) {
            let _1 r
            let _3 s
            let _7 n
          bb0:
            live _1
            live _2
            _2 = mk() -> bb1
          bb1:
            r_1 = &_2
            live _3
            live _5
            _5 = mk() -> bb2
          bb2:
            _4 = &_5
            live _6
            _6 = mk() -> bb3
          bb3:
            s_3 = S { p: move _4, q: move _6 }
            dead _6
            live _7
            live _8
            _8 = mk() -> bb4
          bb4:
            n_7 = .len(use _8) -> bb5
          bb5:
            drop _8 (Temporary) -> bb6
          bb6:
            dead _8
            _0 = ()
            drop n_7 (Scope) -> bb7
          bb7:
            dead _7
            drop s_3 (Scope) -> bb8
          bb8:
            drop _5 (Temporary) -> bb9
          bb9:
            dead _5
            dead _3
            drop _2 (Temporary) -> bb10
          bb10:
            dead _2
            dead _1
            return
        }
        ",
    );
}

#[test]
fn temporaries_of_an_if_let_end_before_the_else() {
    check(
        "fn f() { if let Some(x) = m.lock().pop() { go(x) } else { other() } end() }",
        "
        Fn(0 params) {
            let _3 x
          bb0:
            live _1
            live _2
            _2 = .lock(use m) -> bb2
          bb1:
            _0 = end() -> bb15
          bb2:
            _1 = .pop(use _2) -> bb3
          bb3:
            if _1 is Some bb4 else bb5
          bb4:
            live _3
            x_3 = bind (_1 as Some).0
            live _4
            _4 = go(use x_3) -> bb8
          bb5:
            drop _1 (Temporary) -> bb6
          bb6:
            drop _2 (Temporary) -> bb7
          bb7:
            dead _2
            dead _1
            live _5
            _5 = other() -> bb13
          bb8:
            drop _4 (Temporary) -> bb9
          bb9:
            dead _4
            drop x_3 (Scope) -> bb10
          bb10:
            dead _3
            drop _1 (Temporary) -> bb11
          bb11:
            drop _2 (Temporary) -> bb12
          bb12:
            dead _2
            dead _1
            goto bb1
          bb13:
            drop _5 (Temporary) -> bb14
          bb14:
            dead _5
            goto bb1
          bb15:
            return
        }
        ",
    );
}

#[test]
fn temporaries_of_an_if_let_ended_with_the_statement() {
    check_in(
        Edition::E2021,
        "fn f() { if let Some(x) = m.lock().pop() { go(x) } else { other() } end() }",
        "
        Fn(0 params) {
            let _3 x
          bb0:
            live _1
            live _2
            _2 = .lock(use m) -> bb3
          bb1:
            live _5
            _5 = other() -> bb9
          bb2:
            drop _1 (Temporary) -> bb11
          bb3:
            _1 = .pop(use _2) -> bb4
          bb4:
            if _1 is Some bb5 else bb1
          bb5:
            live _3
            x_3 = bind (_1 as Some).0
            live _4
            _4 = go(use x_3) -> bb6
          bb6:
            drop _4 (Temporary) -> bb7
          bb7:
            dead _4
            drop x_3 (Scope) -> bb8
          bb8:
            dead _3
            goto bb2
          bb9:
            drop _5 (Temporary) -> bb10
          bb10:
            dead _5
            goto bb2
          bb11:
            drop _2 (Temporary) -> bb12
          bb12:
            dead _2
            dead _1
            _0 = end() -> bb13
          bb13:
            return
        }
        ",
    );
}

#[test]
fn assignments_and_underscores() {
    check(
        "fn f(mut x: T) { x = make(); let _ = x; _ = x.a; let _ = make(); x; }",
        "
        Fn(1 params) {
            param _1 x: T
          bb0:
            live _2
            _2 = make() -> bb1
          bb1:
            drop x_1 (Overwrite) -> bb2
          bb2:
            x_1 = move _2
            dead _2
            mention x_1
            mention x_1.a
            live _3
            _3 = make() -> bb3
          bb3:
            drop _3 (Temporary) -> bb4
          bb4:
            dead _3
            live _4
            _4 = use x_1
            drop _4 (Temporary) -> bb5
          bb5:
            dead _4
            _0 = ()
            drop x_1 (Scope) -> bb6
          bb6:
            return
        }
        ",
    );
}

#[test]
fn a_question_mark_leaves_all_scopes() {
    check(
        "fn f(tx: Tx, rx: Rx) { go(tx, rx.next()?); }",
        "
        Fn(2 params) {
            param _1 tx: Tx
            param _2 rx: Rx
          bb0:
            live _3
            _3 = use tx_1
            live _4
            _5 = .next(use rx_2) -> bb1
          bb1:
            if _5 continues bb2 else bb3
          bb2:
            _4 = move _5.output
            live _6
            _6 = go(move _3, move _4) -> bb7
          bb3:
            _0 = residual _5
            leave
            dead _4
            drop _3 (Question) -> bb5
          bb4:
            return
          bb5:
            dead _3
            drop rx_2 (Question) -> bb6
          bb6:
            drop tx_1 (Question) -> bb4
          bb7:
            drop _6 (Temporary) -> bb8
          bb8:
            dead _6
            dead _4
            dead _3
            _0 = ()
            drop rx_2 (Scope) -> bb9
          bb9:
            drop tx_1 (Scope) -> bb4
        }
        ",
    );
}

#[test]
fn an_await_can_be_the_end() {
    check(
        "async fn f(tx: Tx) { let g = m.lock(); work(&tx).await; }",
        "
        AsyncFn(1 params) {
            param _1 tx: Tx
            let _2 g
          bb0:
            live _2
            g_2 = .lock(use m) -> bb1
          bb1:
            live _3
            _4 = &tx_1
            _3 = work(move _4) -> bb2
          bb2:
            live _5
            _5 = await move _3 -> bb6, cancel bb3
          bb3:
            dead _5
            dead _3
            drop g_2 (Cancel) -> bb4
          bb4:
            dead _2
            drop tx_1 (Cancel) -> bb5
          bb5:
            cancelled
          bb6:
            drop _5 (Temporary) -> bb7
          bb7:
            dead _5
            dead _3
            _0 = ()
            drop g_2 (Scope) -> bb8
          bb8:
            dead _2
            drop tx_1 (Scope) -> bb9
          bb9:
            return
        }
        ",
    );
}
