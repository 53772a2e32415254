//! Files as wholes: what can't be parsed, spans, attributes, items of macros.

use super::super::{lower_file, lower_relevant};
use crate::base::Span;
use crate::ir::{AttrArg, Cfg, Edition, FileFacts, Item, ItemKind, SelfParam, dump};

fn facts(text: &str) -> FileFacts {
    let facts = lower_file(text, Edition::E2024);
    assert_eq!(facts.errors, [], "{text}");
    facts
}

fn text_of(text: &str, span: Span) -> &str {
    &text[span.start as usize..span.end as usize]
}

fn names(items: &[Item]) -> Vec<&str> {
    items.iter().map(|item| item.name.as_str()).collect()
}

#[test]
fn a_broken_file_is_an_error_with_its_place() {
    let text = "fn ok() {}\nfn broken( { }";
    let facts = lower_file(text, Edition::E2024);
    assert!(facts.items.is_empty());
    let [error] = facts.errors.as_slice() else { panic!("{:?}", facts.errors) };
    assert!(error.span.start >= 11 && error.span.end <= text.len() as u32, "{error:?}");
    assert!(!error.message.is_empty());
}

#[test]
fn brackets_that_nest_too_deep_are_an_error() {
    let text = format!("fn f() {{ {}1{} }}", "(".repeat(4000), ")".repeat(4000));
    let facts = lower_file(&text, Edition::E2024);
    assert_eq!(facts.errors.len(), 1);
    assert!(facts.errors[0].message.contains("deep"), "{:?}", facts.errors);
    // Brackets in text are none.
    let text = format!("const S: &str = \"{}\"; // {}", "(".repeat(4000), "(".repeat(4000));
    self::facts(&text);
}

#[test]
fn deep_nesting_within_the_limit_is_lowered_on_a_big_stack() {
    let worker = std::thread::Builder::new().stack_size(256 << 20).spawn(|| {
        let text = format!("fn f() -> u8 {{ {}1{} }}", "(".repeat(2900), ")".repeat(2900));
        facts(&text).bodies.len() + facts(&format!("fn f() -> u8 {{ {}1{} }}", "{".repeat(900), "}".repeat(900))).bodies.len()
    });
    assert_eq!(worker.expect("a thread").join().expect("no overflow"), 2);
}

#[test]
fn spans_count_bytes_whatever_stands_in_front() {
    for front in ["", "\u{feff}", "#!/usr/bin/env run\n", "\u{feff}#!/bin/sh\n", "// é\n", "#![allow(x)]\n"] {
        let text = format!("{front}fn first() {{}} fn second() {{ /* é */ other() }}");
        let facts = facts(&text);
        let second = &facts.items[1];
        assert_eq!(text_of(&text, second.name_span), "second", "{front:?}");
        assert_eq!(text_of(&text, second.span), "fn second() { /* é */ other() }");
        let body = &facts.bodies.raw()[1];
        assert_eq!(text_of(&text, body.blocks.raw()[0].terminator.span), "other()");
    }
}

#[test]
fn attributes_keep_paths_arguments_and_conditions() {
    let facts = facts(
        r#"
        /// Documented.
        #[must_abort::parks(self.inner, deadline, until = "eof")]
        #[cfg_attr(all(unix, feature = "x"), tokio::test(flavor = "multi_thread"), cfg(test))]
        #[allow(dead_code)]
        fn f() {}
        #[derive(Clone, std::fmt::Debug)]
        enum E { #[default] A, #[cfg(windows)] B(u8) }
        #[path = "other.rs"]
        #[cfg(not(any(target_os = "linux", miri)))]
        mod m;
        "#,
    );
    let [func, adt, module] = facts.items.as_slice() else { panic!("{:?}", names(&facts.items)) };
    let [parks, test] = func.attrs.as_slice() else { panic!("{:?}", func.attrs) };
    let word = |text: &str| AttrArg::Word(text.to_owned());
    assert_eq!(parks.args, [word("self.inner"), word("deadline"), AttrArg::Pair("until".into(), "eof".to_owned())]);
    let is = |name: &str, value: Option<&str>| Cfg::Is(name.into(), value.map(str::to_owned));
    let cond = Cfg::All(vec![is("unix", None), is("feature", Some("x"))]);
    assert_eq!(test.cfg, cond);
    assert_eq!(test.args, [AttrArg::Pair("flavor".into(), "multi_thread".to_owned())]);
    assert_eq!(func.cfg, Cfg::Any(vec![Cfg::Not(Box::new(cond)), is("test", None)]));
    let ItemKind::Adt(adt) = &adt.kind else { panic!("{adt:?}") };
    assert_eq!(adt.derives.iter().map(|path| path.segments.len()).collect::<Vec<_>>(), [1, 3]);
    assert!(adt.variants[0].is_default && !adt.variants[1].is_default);
    assert_eq!(adt.variants[1].cfg, is("windows", None));
    assert!(matches!(&module.kind, ItemKind::Mod { content: None, paths } if *paths == [(Cfg::True, "other.rs".to_owned())]));
    let either = Cfg::Any(vec![is("target_os", Some("linux")), is("miri", None)]);
    assert_eq!(module.cfg, Cfg::Not(Box::new(either)));
}

#[test]
fn macros_with_items_are_those_items() {
    let facts = facts(
        "thread_local! { static A: Cell<u8> = const { Cell::new(0) }; pub static B: u8 = 1 }
        lazy_static! { static ref C: u8 = 2; }
        cfg_if! { if #[cfg(unix)] { fn d() {} } else { fn d() {} } }
        pin_project! { struct E { #[pin] a: u8 } }
        dsl! { a => b }
        impl F { gated! { fn g(self: Box<Self>) {} } }",
    );
    assert_eq!(names(&facts.items), ["A", "B", "C", "d", "d", "E", "", ""]);
    let ItemKind::Value(a) = &facts.items[0].kind else { panic!("{:?}", facts.items[0]) };
    let body = a.body.expect("an initialiser");
    assert!(dump(&facts.bodies[body], &()).contains("::std::thread::LocalKey::new"), "{}", dump(&facts.bodies[body], &()));
    let unix = Cfg::Is("unix".into(), None);
    assert_eq!(facts.items[3].cfg, unix);
    assert_eq!(facts.items[4].cfg, Cfg::Not(Box::new(Cfg::Any(vec![unix]))));
    let ItemKind::Impl(block) = &facts.items[7].kind else { panic!("{:?}", facts.items[7]) };
    assert_eq!(names(&block.items), ["g"]);
    assert!(matches!(&block.items[0].kind, ItemKind::Fn(func) if matches!(func.self_param, Some(SelfParam::Typed(_)))));
}

#[test]
fn primitives_and_foreign_functions_have_no_body() {
    let facts = facts("fn a() -> u8 { primitive!() } extern \"C\" { fn b(); } fn c() { d() } trait T { fn e(); }");
    let told = facts.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Fn(func) => Some((func.primitive, func.body.is_some(), func.body_span.is_some())),
        _ => None,
    });
    assert_eq!(told.collect::<Vec<_>>(), [(true, false, true), (true, false, false), (false, true, true)]);
}

#[test]
fn a_blanked_function_says_that_it_has_a_body() {
    let text = "fn a() { one() } fn b() { two() }";
    let facts = lower_relevant(text, Edition::E2024, &|word| word == "two");
    let bodies = facts.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Fn(func) => Some((func.body.is_some(), func.body_span.map(|span| text_of(text, span)))),
        _ => None,
    });
    assert_eq!(bodies.collect::<Vec<_>>(), [(false, Some("{ one() }")), (true, Some("{ two() }"))]);
    assert_eq!(facts.bodies.len(), 1);
}
