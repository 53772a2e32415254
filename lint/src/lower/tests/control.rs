//! Branches, loops, patterns, closures.

use super::check;

#[test]
fn guards_look_before_they_bind() {
    check(
        "fn f(o: O) { match o { Some(v) if v.ok() => one(v), Some(A(w) | B(w)) => two(w), _ => {} } }",
        "
        Fn(1 params) {
            param _1 o: O
            guard _2 v
            let _4 v
            let _5 w
          bb0:
            if o_1 is Some bb3 else bb2
          bb1:
            drop o_1 (Scope) -> bb17
          bb2:
            if o_1 is Some bb9 else bb8
          bb3:
            v_2 = bind (o_1 as Some).0
            _3 = .ok(use v_2) -> bb4
          bb4:
            if move _3 bb5 else bb2
          bb5:
            live _4
            v_4 = bind (o_1 as Some).0
            _0 = one(use v_4) -> bb6
          bb6:
            drop v_4 (Scope) -> bb7
          bb7:
            dead _4
            goto bb1
          bb8:
            _0 = ()
            goto bb1
          bb9:
            if (o_1 as Some).0 is A bb10 else bb11
          bb10:
            live _5
            if (o_1 as Some).0 is A bb14 else bb13
          bb11:
            if (o_1 as Some).0 is B bb10 else bb8
          bb12:
            _0 = two(use w_5) -> bb15
          bb13:
            w_5 = bind ((o_1 as Some).0 as B).0
            goto bb12
          bb14:
            w_5 = bind ((o_1 as Some).0 as A).0
            goto bb12
          bb15:
            drop w_5 (Scope) -> bb16
          bb16:
            dead _5
            goto bb1
          bb17:
            return
        }
        ",
    );
}

#[test]
fn a_break_with_a_value() {
    check(
        "fn f() -> u8 { let v = 'l: loop { let b = mk(); if c() { break 'l b.x; } }; v }",
        "
        Fn(0 params) {
            let _1 v
            let _2 b
          bb0:
            live _1
            goto bb1
          bb1: // loop
            live _2
            b_2 = mk() -> bb2
          bb2:
            _3 = c() -> bb4
          bb3:
            drop b_2 (Scope) -> bb7
          bb4:
            if move _3 bb5 else bb3
          bb5:
            v_1 = use b_2.x
            drop b_2 (Jump) -> bb6
          bb6:
            dead _2
            _0 = use v_1
            drop v_1 (Scope) -> bb8
          bb7:
            dead _2
            goto bb1
          bb8:
            dead _1
            return
        }
        ",
    );
}

#[test]
fn lazy_conditions() {
    check(
        "fn f(a: bool, b: bool) -> bool { while a || (b && !mk().ok()) { g(); } a && b }",
        "
        Fn(2 params) {
            param _1 a: bool
            param _2 b: bool
          bb0:
            goto bb2
          bb1:
            if use a_1 bb13 else bb12
          bb2: // loop
            if use a_1 bb3 else bb4
          bb3:
            live _5
            _5 = g() -> bb9
          bb4:
            if use b_2 bb5 else bb1
          bb5:
            live _4
            _4 = mk() -> bb6
          bb6:
            _3 = .ok(use _4) -> bb7
          bb7:
            drop _4 (Temporary) -> bb8
          bb8:
            dead _4
            if move _3 bb1 else bb3
          bb9:
            drop _5 (Temporary) -> bb10
          bb10:
            dead _5
            goto bb2
          bb11:
            drop b_2 (Scope) -> bb14
          bb12:
            _0 = false
            goto bb11
          bb13:
            _0 = use b_2
            goto bb11
          bb14:
            drop a_1 (Scope) -> bb15
          bb15:
            return
        }
        ",
    );
}

#[test]
fn let_else_and_late_values() {
    check(
        "fn f(s: &[u8]) { let [first, .., last] = s else { return }; let (mut p, q); (p, q) = pair(); p += 1; }",
        "
        Fn(1 params) {
            param _1 s: &[u8]
            let _2 first
            let _3 last
            let _4 p
            let _5 q
          bb0:
            if len(s_1) >= 2 bb2 else bb1
          bb1:
            _0 = ()
            leave
            drop s_1 (Jump) -> bb3
          bb2:
            live _2
            live _3
            first_2 = bind s_1[0]
            last_3 = bind s_1[-0]
            live _4
            live _5
            live _6
            _6 = pair() -> bb4
          bb3:
            return
          bb4:
            live _7
            _7 = bind _6.0
            live _8
            _8 = bind _6.1
            drop _6 (Temporary) -> bb5
          bb5:
            dead _6
            drop p_4 (Overwrite) -> bb6
          bb6:
            p_4 = move _7
            drop q_5 (Overwrite) -> bb7
          bb7:
            q_5 = move _8
            dead _8
            dead _7
            _9 = use p_4 + 1
            p_4 = move _9
            _0 = ()
            drop q_5 (Scope) -> bb8
          bb8:
            drop p_4 (Scope) -> bb9
          bb9:
            dead _5
            dead _4
            drop last_3 (Scope) -> bb10
          bb10:
            drop first_2 (Scope) -> bb11
          bb11:
            dead _3
            dead _2
            drop s_1 (Scope) -> bb3
        }
        ",
    );
}

#[test]
fn captures_pass_through_parents() {
    check(
        "fn f(tx: Tx) { move || { let t = tx; async move { t.send(1).await } }; }",
        "
        Fn(1 params) {
            param _1 tx: Tx
          bb0:
            live _2
            _2 = closure body1[]
            drop _2 (Temporary) -> bb1
          bb1:
            dead _2
            _0 = ()
            drop tx_1 (Scope) -> bb2
          bb2:
            return
        }
        Closure move(0 params) {
            let _1 t
            upvar _2 tx = parent _1
          bb0:
            live _1
            t_1 = use tx_2
            _0 = closure body2[]
            drop t_1 (Scope) -> bb1
          bb1:
            dead _1
            return
        }
        AsyncBlock move(0 params) {
            upvar _2 t = parent _1
          bb0:
            live _1
            _1 = .send(use t_2, 1) -> bb1
          bb1:
            _0 = await move _1 -> bb3, cancel bb2
          bb2:
            dead _1
            cancelled
          bb3:
            dead _1
            return
        }
        ",
    );
}

#[test]
fn let_chains_bind_for_what_follows() {
    check(
        "fn f(a: A) { if let Some(b) = a.b && b.c && let D(d) = b.d() { go(d) } }",
        "
        Fn(1 params) {
            param _1 a: A
            let _2 b
            let _5 d
          bb0:
            if a_1.b is Some bb3 else bb2
          bb1:
            drop a_1 (Scope) -> bb16
          bb2:
            _0 = ()
            goto bb1
          bb3:
            live _2
            b_2 = bind (a_1.b as Some).0
            _3 = use b_2.c
            if move _3 bb4 else bb5
          bb4:
            live _4
            _4 = .d(use b_2) -> bb7
          bb5:
            drop b_2 (Scope) -> bb6
          bb6:
            dead _2
            goto bb2
          bb7:
            if _4 is D bb8 else bb9
          bb8:
            live _5
            d_5 = bind (_4 as D).0
            _0 = go(use d_5) -> bb12
          bb9:
            drop _4 (Temporary) -> bb10
          bb10:
            dead _4
            drop b_2 (Scope) -> bb11
          bb11:
            dead _2
            goto bb2
          bb12:
            drop d_5 (Scope) -> bb13
          bb13:
            dead _5
            drop _4 (Temporary) -> bb14
          bb14:
            dead _4
            drop b_2 (Scope) -> bb15
          bb15:
            dead _2
            goto bb1
          bb16:
            return
        }
        ",
    );
}

#[test]
fn struct_update_and_ranges() {
    check(
        "fn f(a: A) -> A { for i in 1..=a.n { if i == 2 { continue } } A { x: 1, ..a } }",
        "
        Fn(1 params) {
            param _1 a: A
            let _3
            let _6 i
          bb0:
            live _2
            _2 = ::std::ops::RangeInclusive { start: 1, end: use a_1.n }
            live _3
            _3 = ::std::iter::IntoIterator::into_iter(move _2) -> bb1
          bb1: // loop
            _4 = &mut _3
            live _5
            _5 = ::std::iter::Iterator::next(move _4) -> bb2
          bb2:
            if _5 is ::std::option::Option::Some bb3 else bb4
          bb3:
            live _6
            i_6 = bind (_5 as ::std::option::Option::Some).0
            _7 = use i_6 == 2
            if move _7 bb6 else bb5
          bb4:
            dead _5
            drop _3 (Scope) -> bb11
          bb5:
            drop i_6 (Scope) -> bb9
          bb6:
            drop i_6 (Jump) -> bb7
          bb7:
            dead _6
            drop _5 (Jump) -> bb8
          bb8:
            dead _5
            goto bb1
          bb9:
            dead _6
            drop _5 (Temporary) -> bb10
          bb10:
            dead _5
            goto bb1
          bb11:
            dead _3
            dead _2
            _0 = A { x: 1, ..a_1 }
            drop a_1 (Scope) -> bb12
          bb12:
            return
        }
        ",
    );
}
