//! Small functions, elaborated. The order of drops is held against rustc in `tests/drop_order.rs`; here: callees, dereferences, uses,
//! captures, types.

use crate::ir::{BodyId, LocalKind, dump};
use crate::link::Linked;
use crate::link::tests::link_text;

/// The bodies of the function `f` of `text`, as text.
fn elaborated(linked: &Linked) -> String {
    let (_, def) = linked.program.fns.iter_enumerated().find(|(_, def)| def.path == "app::f").unwrap();
    let mut out = String::new();
    for body in linked.group(def.body.unwrap()) {
        let elaborated = linked.body(body);
        crate::ir::validate(elaborated).unwrap();
        out.push_str(&dump(elaborated, &linked.program));
    }
    numbered(linked, def.body.unwrap(), out)
}

/// The text with the bodies of a group numbered from its root.
fn numbered(linked: &Linked, root: BodyId, text: String) -> String {
    linked.group(root).enumerate().fold(text, |text, (nth, body)| text.replace(&body.to_string(), &format!("body{nth}")))
}

/// Checks that the lines of `expect` stand in the bodies of `f`, in this order. Where a call goes on is left out.
fn check(text: &str, expect: &str) {
    let out = elaborated(&link_text(text));
    let mut lines = out.lines().map(|line| line.split(" -> bb").next().unwrap_or(line).trim());
    for wanted in expect.lines().map(str::trim).filter(|line| !line.is_empty()) {
        assert!(lines.any(|line| line == wanted), "no `{wanted}` (in this order) in\n{out}");
    }
}

/// Checks the types of the variables of `f` and its closures: `name: type` separated by semicolons, in the order of their declaration.
fn types(text: &str, expect: &str) {
    let linked = link_text(text);
    let (_, def) = linked.program.fns.iter_enumerated().find(|(_, def)| def.path == "app::f").unwrap();
    let mut found = Vec::new();
    for body in linked.group(def.body.unwrap()) {
        for decl in &linked.body(body).locals {
            if let (LocalKind::Var | LocalKind::Param, Some(name)) = (decl.kind, &decl.name) {
                found.push(format!("{name}: {}", linked.show(&decl.ty)));
            }
        }
    }
    assert_eq!(numbered(&linked, def.body.unwrap(), found.join("; ")), expect);
}

#[test]
fn a_method_borrows_its_receiver() {
    check(
        "fn f(v: Vec<u8>) -> usize { v.len() }",
        "_2 = &v_1
         _0 = std::vec::Vec::len(copy _2)",
    );
}

#[test]
fn what_is_not_copy_is_moved() {
    check("fn g(a: String, b: u8) {} fn f(a: String, b: u8) { g(a, b) }", "_0 = app::g(move a_1, copy b_2)");
}

#[test]
fn an_overloaded_dereference_is_a_call() {
    check(
        "use std::sync::Arc; struct S { n: u8 } fn f(s: Arc<S>) -> u8 { s.n }",
        "_2 = &s_1
         _3 = std::sync::Arc::deref(copy _2)
         _0 = copy (*_3).n",
    );
}

#[test]
fn a_guard_is_written_through_deref_mut() {
    check(
        "use std::sync::Mutex; fn f(m: &Mutex<u8>) { *m.lock().unwrap() = 1; }",
        "_4 = &mut _2
         _5 = std::sync::MutexGuard::deref_mut(copy _4)
         (*_5) = 1
         drop _2 (Temporary)",
    );
}

#[test]
fn an_argument_is_coerced_through_deref() {
    check(
        "fn g(s: &str) {} fn f(s: &String) { g(s) }",
        "_3 = std::string::String::deref(copy _2)
         _4 = &(*_3)
         _0 = app::g(copy _4)",
    );
}

#[test]
fn an_argument_of_a_value_that_is_called_is_coerced_too() {
    check(
        "fn f(s: &String, g: impl FnOnce(&str)) { g(s) }",
        "_4 = std::string::String::deref(copy _3)
         _5 = &(*_4)
         _0 = (move g_2)(copy _5)",
    );
}

#[test]
fn a_method_is_found_behind_an_arc_and_a_lock() {
    check(
        "use std::sync::{Arc, Mutex, mpsc::Sender}; fn f(s: Arc<Mutex<Option<Sender<u8>>>>) { s.lock().unwrap().take(); }",
        "_6 = std::sync::Arc::deref(copy _5)
         _7 = &(*_6)
         _3 = std::sync::Mutex::lock(copy _7)
         _9 = std::sync::MutexGuard::deref_mut(copy _8)
         _10 = &mut (*_9)
         _4 = std::option::Option::take(copy _10)
         drop _4 (Temporary)
         drop _2 (Temporary)",
    );
}

#[test]
fn indexing_a_map_is_a_call() {
    check(
        "use std::collections::HashMap; fn f(m: HashMap<u8, String>) -> usize { m[&1].len() }",
        "_4 = move _2
         _5 = &m_1
         _6 = std::collections::hash_map::HashMap::index(copy _5, copy _4)",
    );
}

#[test]
fn a_vector_is_indexed_by_what_the_variable_holds() {
    check(
        "fn f(v: Vec<String>, at: usize) -> usize { v[at].len() }",
        "_3 = copy at_2
         _4 = &v_1
         _5 = std::vec::Vec::index(copy _4, copy _3)",
    );
}

#[test]
fn an_operator_of_the_users_own_is_a_call() {
    check(
        "use std::ops::Add; struct S(String); impl Add for S { type Output = S; fn add(self, o: S) -> S { o } } fn f(a: S, b: S) -> S { a + b }",
        "_0 = app::S::add(move a_1, move b_2)",
    );
}

#[test]
fn a_comparison_moves_nothing() {
    check("fn f(a: Option<u8>, b: Option<u8>) -> bool { a == b }", "_5 = std::option::Option::eq(copy _3, copy _4)");
}

#[test]
fn struct_update_lists_the_rest() {
    check(
        "struct D; impl Drop for D { fn drop(&mut self) {} } struct S { a: D, b: D, n: u8 } fn f(s: S) -> S { S { a: D, ..s } }",
        "_0 = app::S { a: move _2, b: move s_1.b, n: copy s_1.n }
         drop s_1.a (Scope)",
    );
}

#[test]
fn a_question_mark_converts_the_error() {
    check(
        "struct E; impl From<u8> for E { fn from(_: u8) -> E { E } } fn g() -> Result<String, u8> { Err(1) } fn f() -> Result<String, E> { let s = g()?; Ok(s) }",
        "_3 = app::E::from(copy (_2 as std::result::Result::Err).0)
         _0 = std::result::Result::Err { 0: move _3 }",
    );
}

#[test]
fn default_bindings_borrow_behind_references() {
    types(
        "struct S { o: Option<String> } fn f(s: &mut S) { if let Some(a) = &s.o {} match s { S { o: Some(b) } => {} _ => {} } match s.o { Some(ref c) => {} None => {} } }",
        "s: &mut S; a: &String; b: &mut String; c: &String",
    );
}

#[test]
fn a_closure_captures_by_use() {
    check(
        "fn f(a: String, b: String, c: String) { let g = || { a.len(); drop(b); }; g(); c; }",
        "_7 = &a_1
         g_4 = closure body1[copy _7, move b_2]
         _5 = (move g_4)()
         capture _6 = &parent a_1
         _4 = std::mem::drop(move b_7)",
    );
}

#[test]
fn a_closure_captures_fields_apart() {
    check(
        "use std::sync::mpsc::Sender; struct S { a: Sender<u8>, b: Sender<u8> } fn f(s: S) { let g = move || s.b.send(1); g(); }",
        "g_2 = closure body1[move s_1.b]
         _3 = (copy g_2)()
         drop g_2 (Scope)
         drop s_1.a (Scope)",
    );
}

#[test]
fn what_has_a_drop_is_captured_whole() {
    check(
        "use std::sync::mpsc::Sender; struct S { a: Sender<u8>, n: u8 } impl Drop for S { fn drop(&mut self) {} }
         fn f(s: S, t: S) { let g = move || s.a.send(1); let h = move || t.n + 1; g(); h(); }",
        "g_3 = closure body1[move s_1]
         h_4 = closure body2[copy t_2.n]",
    );
}

#[test]
fn a_copy_that_a_closure_reads_is_borrowed() {
    check("fn f(n: u8) { let g = || n + 1; g(); }", "_4 = &n_1");
}

#[test]
fn a_mutable_use_captures_mutably() {
    check("fn f(mut v: Vec<u8>) { let mut g = || v.push(1); g(); }", "_4 = &mut v_1");
}

#[test]
fn nested_closures_pass_captures_on() {
    check(
        "fn f(a: String) { let g = move || { let h = || a.len(); h() }; g(); }",
        "g_2 = closure body1[move a_1]
         _3 = &a_4
         h_1 = closure body2[copy _3]",
    );
}

#[test]
fn an_unknown_method_moves_its_receiver_where_that_is_named_for_the_last_time() {
    let text = |then: &str| {
        format!(
            "struct S; impl S {{ fn now(&self) {{}} }} impl Drop for S {{ fn drop(&mut self) {{}} }} fn f(s: S) {{ s.nowhere(); {then} }}"
        )
    };
    check(&text(""), "_2 = nowhere?UnresolvedMethod(move s_1)");
    check(
        &text("s.now();"),
        "_2 = nowhere?UnresolvedMethod(use s_1)
         _4 = &s_1
         _3 = app::S::now(copy _4)
         drop s_1 (Scope)",
    );
}

#[test]
fn a_partial_move_leaves_the_rest_to_drop() {
    check(
        "use std::sync::mpsc::Sender; struct S { a: Sender<u8>, b: Sender<u8> } fn f(s: S) { drop(s.a); }",
        "_2 = std::mem::drop(move s_1.a)
         drop s_1.b (Scope)",
    );
}

#[test]
fn what_is_moved_on_one_way_stays_to_be_dropped() {
    check("use std::sync::mpsc::Sender; fn f(s: Sender<u8>, yes: bool) { if yes { drop(s); } }", "drop s_1 (Scope)");
}

#[test]
fn a_clone_of_what_the_language_clones_is_a_copy() {
    check("fn f(n: &u8, t: (u8, String)) { let a = n.clone(); let b = t.clone(); }", "a_3 = copy (*n_1)");
}

#[test]
fn types_of_channels_come_from_their_use() {
    types(
        "use std::sync::mpsc; fn f() { let (tx, rx) = mpsc::channel(); tx.send(1u8).unwrap(); let got = rx.recv(); }",
        "tx: Sender<i32>; rx: Receiver<i32>; got: Result<i32, RecvError>",
    );
}

#[test]
fn closure_parameters_come_from_bounds() {
    types(
        "fn f(v: Vec<String>) { let n: Vec<usize> = v.iter().map(|s| s.len()).filter(|n| *n > 1).collect(); }",
        "v: Vec<String>; n: Vec<usize>; s: &String; n: &usize",
    );
}

#[test]
fn closure_parameters_come_from_where_clauses_and_dyn() {
    types(
        "fn each<F>(f: F) where F: Fn(&str, u8) -> bool {} fn f() { each(|a, b| true); let g: Box<dyn Fn(String) -> u8> = Box::new(|c| 1); }",
        "g: Box<dyn Fn<(String), Output = u8>>; a: &str; b: u8; c: String",
    );
}

#[test]
fn collect_parse_and_into_follow_the_expected_type() {
    types(
        "fn f(s: &str) { let a: Result<Vec<u8>, _> = s.split(',').map(|p| p.parse::<u8>()).collect(); let b: String = s.into(); let c = s.parse::<u16>().unwrap(); let d: u8 = Default::default(); }",
        "s: &str; a: Result<Vec<u8>, ParseIntError>; b: String; c: u16; d: u8; p: &str",
    );
}

#[test]
fn loops_take_what_the_iterator_gives() {
    types(
        "use std::collections::HashMap; fn f(m: HashMap<String, u8>, v: Vec<(u8, String)>) { for (k, n) in &m {} for (i, (a, b)) in v.into_iter().enumerate() {} for x in 0..3usize {} }",
        "m: HashMap<String, u8, RandomState>; v: Vec<(u8, String)>; k: &String; n: &u8; i: usize; a: u8; b: String; x: i32",
    );
}

#[test]
fn futures_give_their_outputs() {
    types(
        "async fn g() -> Option<String> { None } async fn f() { let a = g().await; let b = async { 1u8 as u16 }; let c = b.await; let d = Box::pin(g()).await; }",
        "a: Option<String>; b: async body1; c: u16; d: Option<String>",
    );
}

#[test]
fn parameters_have_what_their_bounds_say() {
    types(
        "fn f<I: Iterator<Item = String>, T: Into<String>>(mut i: I, t: T, g: impl Fn(u8) -> bool) { let a = i.next(); let b: String = t.into(); let c = g(1); }",
        "i: I; t: T; g: impl Trait#0; a: Option<String>; b: String; c: bool",
    );
}

#[test]
fn a_callers_type_is_only_known_after_the_closure() {
    types(
        "use std::thread; fn f() { let h = thread::spawn(|| vec![String::new()]); let v = h.join().unwrap(); let n = v.len(); }",
        "h: JoinHandle<Vec<String>>; v: Vec<String>; n: usize",
    );
}

#[test]
fn an_unknown_macro_leaves_its_reason() {
    types("fn f() { let a = nowhere!(1); let b = a.b(); }", "a: {UnknownMacro}; b: {UnknownMacro}");
}
