//! Methods, calls and types of small programs and of the stubs.

use super::*;

/// For each function of the crate `app` with a parameter: the method of its own name on a receiver of the first parameter's type: what is
/// done to the receiver, which function it is, which one runs, and what it gives.
fn check_methods(text: &str, expect: &str) {
    let linked = link_text(text);
    let app = linked.program.krates.iter_enumerated().find(|(_, krate)| krate.name == "app").unwrap().0;
    let mut out = String::new();
    let asks = |func: &crate::ir::FnDef| func.krate == app && func.container == Container::Module && !func.params.is_empty();
    for (id, func) in linked.program.fns.iter_enumerated().filter(|(_, func)| asks(func)) {
        let mut cx = linked.cx_of_fn(id);
        cx.scope.module = linked.names.krates[app].root;
        let receiver = func.params[0].clone();
        let name = Name::new(func.name.trim_end_matches(|c: char| c.is_ascii_digit()));
        let Some(pick) = cx.lookup_method(&receiver, &name, &[]) else {
            writeln!(out, "{}: none", func.name).unwrap();
            continue;
        };
        let stars: String = pick
            .adjusts
            .iter()
            .map(|adjust| match adjust {
                Adjust::Deref => "*",
                Adjust::Overloaded { .. } => "@",
                Adjust::Unsize => "[]",
            })
            .collect();
        let borrow = match pick.autoref {
            None => "",
            Some(false) => "&",
            Some(true) => "&mut ",
        };
        let sig = cx.fn_sig(pick.func, &pick.substs);
        cx.table.unify(&sig.params[0], &pick.receiver);
        let runs = cx.instance(pick.func, &pick.substs).map_or("?".to_owned(), |(func, substs)| {
            let substs: Vec<String> = substs.iter().map(|ty| linked.show(&cx.finish(ty))).collect();
            format!("{}<{}>", linked.program.fns[func].path, substs.join(", "))
        });
        let ret = cx.normalize(&sig.ret);
        let ret = linked.show(&cx.finish(&ret));
        writeln!(out, "{}: {borrow}{stars} {} runs {runs} -> {ret}", func.name, linked.program.fns[pick.func].path).unwrap();
    }
    let trim = |text: &str| text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    assert_eq!(trim(&out), trim(expect));
}

#[test]
fn methods_are_found_as_in_rust() {
    check_methods(
        "
        use std::{sync::{mpsc::{self, Sender, Receiver}, Arc, Mutex}, collections::HashMap, thread::JoinHandle};
        fn send(x: Sender<u8>) {}
        fn send2(x: Arc<Sender<u8>>) {}
        fn send3(x: &mut Box<Sender<u8>>) {}
        fn clone(x: Arc<Sender<u8>>) {}
        fn clone2(x: &Sender<u8>) {}
        fn clone3(x: &&u8) {}
        fn lock(x: Arc<Mutex<u8>>) {}
        fn into_iter(x: Receiver<String>) {}
        fn into_iter2(x: &Receiver<String>) {}
        fn into_iter3(x: Vec<JoinHandle<u8>>) {}
        fn into_iter4(x: &Vec<JoinHandle<u8>>) {}
        fn into_iter5(x: std::vec::Drain<'_, u8>) {}
        fn iter(x: Vec<u8>) {}
        fn iter2(x: [u8; 4]) {}
        fn map(x: std::vec::IntoIter<u8>) {}
        fn next(x: std::iter::Enumerate<std::vec::IntoIter<u8>>) {}
        fn next2<I: Iterator<Item = u16>>(x: I) {}
        fn next3(x: &mut dyn Iterator<Item = u8>) {}
        fn next4(x: impl Iterator<Item = u8>) {}
        fn unwrap(x: Option<u8>) {}
        fn take(x: &mut Option<JoinHandle<()>>) {}
        fn take2(x: std::sync::MutexGuard<'_, Option<Sender<u8>>>) {}
        fn insert(x: HashMap<u8, Sender<u16>>) {}
        fn get(x: HashMap<u8, Sender<u16>>) {}
        fn nothing(x: u8) {}
        fn borrow_mut(x: std::rc::Rc<std::cell::RefCell<u8>>) {}
        ",
        "
        send: & std::sync::mpsc::Sender::send runs std::sync::mpsc::Sender::send<u8> -> Result<(), SendError<u8>>
        send2: &@ std::sync::mpsc::Sender::send runs std::sync::mpsc::Sender::send<u8> -> Result<(), SendError<u8>>
        send3: &** std::sync::mpsc::Sender::send runs std::sync::mpsc::Sender::send<u8> -> Result<(), SendError<u8>>
        clone: & std::clone::Clone::clone runs std::sync::Arc::clone<Sender<u8>> -> Arc<Sender<u8>>
        clone2:  std::clone::Clone::clone runs std::sync::mpsc::Sender::clone<u8> -> Sender<u8>
        clone3:  std::clone::Clone::clone runs &_::clone<u8> -> &u8
        lock: &@ std::sync::Mutex::lock runs std::sync::Mutex::lock<u8> -> Result<MutexGuard<u8>, PoisonError<MutexGuard<u8>>>
        into_iter:  std::iter::IntoIterator::into_iter runs std::sync::mpsc::Receiver::into_iter<String> -> IntoIter<String>
        into_iter2:  std::iter::IntoIterator::into_iter runs &std::sync::mpsc::Receiver::into_iter<String> -> Iter<String>
        into_iter3:  std::iter::IntoIterator::into_iter runs std::vec::Vec::into_iter<JoinHandle<u8>> -> IntoIter<JoinHandle<u8>>
        into_iter4:  std::iter::IntoIterator::into_iter runs &std::vec::Vec::into_iter<JoinHandle<u8>> -> Iter<JoinHandle<u8>>
        into_iter5:  std::iter::IntoIterator::into_iter runs _::into_iter<Drain<u8>> -> Drain<u8>
        iter: &@ [_]::iter runs [_]::iter<u8> -> Iter<u8>
        iter2: &[] [_]::iter runs [_]::iter<u8> -> Iter<u8>
        map:  std::iter::Iterator::map runs std::iter::Iterator::map<IntoIter<u8>, {UninferredType}, {UninferredType}> -> Map<IntoIter<u8>, {UninferredType}>
        next: &mut  std::iter::Iterator::next runs std::iter::adapters::Enumerate::next<IntoIter<u8>> -> Option<(usize, u8)>
        next2: &mut  std::iter::Iterator::next runs ? -> Option<u16>
        next3:  std::iter::Iterator::next runs ? -> Option<u8>
        next4: &mut  std::iter::Iterator::next runs ? -> Option<u8>
        unwrap:  std::option::Option::unwrap runs std::option::Option::unwrap<u8> -> u8
        take:  std::option::Option::take runs std::option::Option::take<JoinHandle<()>> -> Option<JoinHandle<()>>
        take2: &mut @ std::option::Option::take runs std::option::Option::take<Sender<u8>> -> Option<Sender<u8>>
        insert: &mut  std::collections::hash_map::HashMap::insert runs std::collections::hash_map::HashMap::insert<u8, Sender<u16>, RandomState> -> Option<Sender<u16>>
        get: & std::collections::hash_map::HashMap::get runs std::collections::hash_map::HashMap::get<u8, Sender<u16>, RandomState, {UninferredType}> -> Option<&Sender<u16>>
        nothing: none
        borrow_mut: &@ std::cell::RefCell::borrow_mut runs std::cell::RefCell::borrow_mut<u8> -> RefMut<u8>
        ",
    );
}

#[test]
fn users_types_have_their_methods_and_derefs() {
    check_methods(
        "
        use std::ops::Deref;
        pub struct Inner<T>(T);
        impl<T> Inner<T> { pub fn go(&self) -> T { loop {} } pub fn own(self: Box<Self>) -> T { loop {} } }
        pub struct Outer { inner: Inner<u8> }
        impl Deref for Outer { type Target = Inner<u8>; fn deref(&self) -> &Inner<u8> { &self.inner } }
        trait Stop { fn stop(&self) -> u8; fn halt(self) -> u16 where Self: Sized { 0 } }
        impl Stop for Outer { fn stop(&self) -> u8 { 0 } }
        impl<T: Stop> Stop for Inner<T> { fn stop(&self) -> u8 { 1 } }
        impl Inner<bool> { fn stop(&self) -> bool { true } }
        #[derive(Clone)] struct Copied<T> { t: T }
        struct NotClone;
        mod other { pub trait Also { fn stop(&self) -> u32; } impl Also for super::Outer { fn stop(&self) -> u32 { 0 } } }
        fn go(x: Outer) {}
        fn own(x: Box<Inner<u8>>) {}
        fn stop(x: Outer) {}
        fn stop2(x: Inner<Outer>) {}
        fn stop3(x: Inner<u8>) {}
        fn stop4(x: Inner<bool>) {}
        fn stop5<T: Stop>(x: &T) {}
        fn halt(x: Outer) {}
        fn clone(x: &Copied<u8>) {}
        fn clone2(x: &Copied<NotClone>) {}
        ",
        "
        go: &@ app::Inner::go runs app::Inner::go<u8> -> u8
        own:  app::Inner::own runs app::Inner::own<u8> -> u8
        stop: & app::Stop::stop runs app::Outer::stop<> -> u8
        stop2: & app::Stop::stop runs app::Inner::stop<Outer> -> u8
        stop3: none
        stop4: & app::Inner::stop runs app::Inner::stop<> -> bool
        stop5:  app::Stop::stop runs ? -> u8
        halt:  app::Stop::halt runs app::Stop::halt<Outer> -> u16
        clone:  std::clone::Clone::clone runs app::Copied::clone<u8> -> Copied<u8>
        clone2: & std::clone::Clone::clone runs &_::clone<Copied<NotClone>> -> &Copied<NotClone>
        ",
    );
}

#[test]
fn types_of_items_are_known() {
    check(
        "
        use std::future::Future; use std::pin::Pin; use std::collections::HashMap;
        pub type Reply<T, E = Fault> = Result<T, E>;
        pub struct Fault;
        pub type Boxed<T> = Pin<Box<dyn Future<Output = T> + Send + 'static>>;
        pub trait Work { type Out; const N: usize; fn run(&mut self) -> Reply<Self::Out>; fn all<I>(&self, items: I) -> Vec<I::Item> where I: Iterator<Item = Self::Out> { loop {} } }
        pub struct Job { map: HashMap<u8, [Job; 3]>, f: Box<dyn Fn(u8) -> bool + Send>, g: fn(&str), h: &'static str }
        impl Work for Job { type Out = Self; const N: usize = 1; fn run(&mut self) -> Reply<Self::Out> { loop {} } }
        impl Job { const M: Self = loop {}; pub async fn go(self, f: impl FnOnce() -> u8, g: &impl Clone) -> Reply<u8> { loop {} } }
        pub fn a<W: Work<Out = u8>>(w: W) -> (W::Out, <W as Work>::Out) { loop {} }
        pub fn b() -> impl Future<Output = Job> { async { loop {} } }
        pub fn c() -> Boxed<u8> { loop {} }
        pub fn d() -> impl Iterator<Item = u8> + Send { [].into_iter() }
        pub fn e(x: missing::Thing, y: &dyn Work<Out = ()>) {}
        pub enum E<T> { A, B(T), C { t: Option<Box<E<T>>> }, #[cfg(windows)] D }
        pub static S: Reply<()> = Ok(());
        fn f<T, U>(x: T) where T: IntoIterator, T::Item: Into<U> {}
        fn outer() { struct Local(Inner); struct Inner; impl Local { fn new() -> Self { loop {} } } fn nested(x: Local) {} }
        #[cfg(target_os = \"nowhere\")] fn gone() {}
        ",
        "
        app::Fault Fault()
        app::Job Job(map: HashMap<u8, [Job; _], RandomState>, f: Box<dyn Fn<(u8), Output = bool>>, g: fn(&str) -> (), h: &str)
        app::E A()
        app::E B(0: T)
        app::E C(t: Option<Box<E<T>>>)
        app::outer::Local Local(0: Inner)
        app::outer::Inner Inner()
        fn app::Work::run<Self>(&mut Self) -> Result<<Self as Work>::Out, Fault> where Self: Work
        fn app::Work::all<Self, I>(&Self, I) -> Vec<<I as Iterator>::Item> where Self: Work, I: Iterator<Item = <Self as Work>::Out>
        fn app::Job::run(&mut Job) -> Result<Job, Fault>
        async fn app::Job::go<impl Trait#0, impl Trait#1>(Job, impl Trait#0, &impl Trait#1) -> Result<u8, Fault> where impl Trait#0: FnOnce<(), Output = u8>, impl Trait#1: Clone
        fn app::a<W>(W) -> (<W as Work>::Out, <W as Work>::Out) where W: Work<Out = u8>
        fn app::b() -> future Job
        fn app::c() -> Pin<Box<dyn Future<Output = u8>>>
        fn app::d() -> impl Iterator<Item = u8>
        fn app::e({NoStub}, &dyn Work<Out = ()>) -> ()
        fn app::f<T, U>(T) -> () where T: IntoIterator, <T as IntoIterator>::Item: Into<U>
        fn app::outer() -> ()
        fn app::outer::Local::new() -> Local
        fn app::outer::nested(Local) -> ()
        static app::S: Result<(), Fault>
        const app::Work::N: usize
        const app::Job::N: usize
        const app::Job::M: Job
        ",
    );
}

/// The calls in elaborated bodies that did not come to a function, as text.
fn unknown_calls(linked: &Linked, takes: impl Fn(&crate::ir::FnDef) -> bool) -> Vec<String> {
    use crate::ir::{Callee, TerminatorKind};
    let mut found = Vec::new();
    for func in linked.program.fns.iter().filter(|func| takes(func)) {
        for body in func.body.into_iter().flat_map(|root| linked.group(root)) {
            for block in &linked.body(body).blocks {
                match &block.terminator.kind {
                    TerminatorKind::Call { callee: Callee::Unknown(name, why), .. } => {
                        found.push(format!("{name} {why:?} in {}", func.path));
                    }
                    TerminatorKind::Call { callee: Callee::Method(name, _), .. } => found.push(format!("{name} in {}", func.path)),
                    _ => {}
                }
            }
        }
    }
    found
}

#[test]
fn every_call_in_a_stub_is_resolved() {
    on_big_stack(|| {
        let linked = link(models());
        let found = unknown_calls(&linked, |func| linked.program.krates[func.krate].stub);
        assert!(found.is_empty(), "{} unresolved:\n{}", found.len(), found.join("\n"));
    });
}

/// `MUST_ABORT_LINK=folder:folder MUST_ABORT_FEATURES=std,sync`: links each `folder/src/lib.rs` with the stubs and prints what is not known.
#[test]
#[ignore = "prints figures for the folders that the environment names"]
fn figures_of_real_crates() {
    let Ok(folders) = std::env::var("MUST_ABORT_LINK") else { return };
    on_big_stack(move || {
        for folder in folders.split(':').map(Path::new) {
            let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
            let mut files = Files { input: models(), known: BTreeMap::new() };
            files.krate("app", &folder.join("src/lib.rs"), false, &|path| std::fs::read_to_string(path).ok());
            let features = std::env::var("MUST_ABORT_FEATURES").unwrap_or_default();
            let cfg = &mut files.input.krates.last_mut().unwrap().cfg;
            features.split(',').for_each(|feature| cfg.feature(feature));
            let start = std::time::Instant::now();
            let linked = link(files.input);
            let took = start.elapsed();
            let app = linked.program.krates.iter_enumerated().find(|(_, krate)| krate.name == "app").unwrap().0;
            let start = std::time::Instant::now();
            let unknown = unknown_calls(&linked, |func| func.krate == app);
            let bodies = linked.program.fns.iter().filter(|func| func.krate == app && func.body.is_some()).count();
            eprintln!("== {name}: link {took:?}, {bodies} bodies {:?}, {} calls unknown", start.elapsed(), unknown.len());
            for (import, why) in linked.unresolved_imports.iter().take(40) {
                eprintln!("import {import} {why:?}");
            }
            for call in unknown.iter().take(400) {
                eprintln!("call {call}");
            }
        }
    });
}

/// `MUST_ABORT_FILE=file.rs`: links the file with the stubs and prints the type of each local.
#[test]
#[ignore = "prints the types of the file that the environment names"]
fn types_of_a_file() {
    let Ok(file) = std::env::var("MUST_ABORT_FILE") else { return };
    on_big_stack(move || {
        let linked = link_text(&std::fs::read_to_string(file).unwrap());
        let app = linked.program.krates.iter_enumerated().find(|(_, krate)| krate.name == "app").unwrap().0;
        for func in linked.program.fns.iter().filter(|func| func.krate == app) {
            for body in func.body.into_iter().flat_map(|root| linked.group(root)) {
                eprintln!("{} {body}", func.path);
                for (id, local) in linked.body(body).locals.iter_enumerated() {
                    eprintln!("  {id} {:?} {}", local.name, linked.show(&local.ty));
                }
            }
        }
        for call in unknown_calls(&linked, |func| func.krate == app) {
            eprintln!("unknown {call}");
        }
    });
}

/// The contracts of all functions and the roles of all types of the crate `app`.
fn contracts(linked: &Linked) -> Vec<String> {
    let app = linked.program.krates.iter_enumerated().find(|(_, krate)| krate.name == "app").unwrap().0;
    let adts = linked.program.adts.iter().filter(|adt| adt.krate == app);
    let roles = adts.filter_map(|adt| adt.role.as_ref().map(|role| format!("{}: {role:?}", adt.name)));
    let fns = linked.program.fns.iter().filter(|func| func.krate == app && !func.contract.clauses.is_empty());
    roles.chain(fns.map(|func| format!("{}: {:?}", func.name, func.contract.clauses))).collect()
}

#[test]
fn attributes_count_by_what_they_resolve_to() {
    let linked = link_text(
        "
        use must_abort::must_abort as ma;
        use must_abort::*;
        mod reexport { pub use must_abort::kills as ends; }
        #[ma(stop, on_drop = \"eof\", role = \"sender\")] struct A;
        #[must_abort::worker(task)] struct B;
        #[cfg_attr(unix, worker(process))] struct C;
        #[cfg_attr(windows, worker(process))] struct D;
        #[other::worker(thread)] struct E;
        impl A {
            #[aborts] fn stop(&self) {}
            #[must_abort::sends(self, lossy)] fn send(&self, lossy: u8) {}
            #[parks(self.inner, deadline)] fn recv(&self, deadline: u8) {}
            #[reexport::ends(child)] fn kill(&self, child: C) {}
            #[pairs(tx = 0, rx = 1, capacity = n)] fn new(n: usize) -> (A, A) { loop {} }
            #[spawns(thread, runs = f)] fn spawn(f: fn()) -> B { loop {} }
        }
        mod bare { #[aborts] fn not_in_scope(&self) {} }
        ",
    );
    let expect = [
        "A: End { aborts: [stop], on_drop: Eof, role: Sender, stub: false }",
        "B: Worker { kind: Task, on_drop: Detach }",
        "C: Worker { kind: Process, on_drop: Silent }",
        "stop: [Aborts(Subject { param: 0, fields: [] }, All)]",
        "send: [Sends { on: Subject { param: 0, fields: [] }, lossy: true }]",
        "recv: [Parks { on: Some(Subject { param: 0, fields: [inner] }), deadline: true, until_eof: false }]",
        "kill: [Kills(Subject { param: 1, fields: [] })]",
        "new: [Pairs { tx: Some(0), rx: Some(1), capacity: Param(0) }]",
        "spawn: [Spawns { kind: Thread, runs: Some(Subject { param: 0, fields: [] }) }]",
    ];
    assert_eq!(contracts(&linked), expect);
}

#[test]
fn derives_make_impls_and_bodies() {
    on_big_stack(|| {
        let linked = link_text(
            "
            use std::sync::mpsc::Sender;
            #[derive(Clone, Debug)] pub struct Handle { tx: Sender<u8>, n: u32 }
            #[derive(Clone, Copy, PartialEq)] enum Kind { A, B(u8) }
            #[derive(Default)] enum Mode { #[default] Off, On(Handle) }
            #[derive(Clone)] enum Message<T> { Job(T), Reply { to: Sender<T> }, Stop }
            struct Guard(u8); impl Drop for Guard { fn drop(&mut self) {} }
            fn pass(h: Handle, k: Kind, m: Mode, g: Message<Guard>, o: Option<Guard>, n: std::mem::ManuallyDrop<Guard>, s: String) {}
            ",
        );
        let pass = &linked.program.fns[linked.fn_by_path("app::pass").unwrap()];
        let facts: Vec<(bool, bool)> = pass.params.iter().map(|ty| (linked.is_copy(ty), linked.needs_drop(ty))).collect();
        let (drops, nothing) = ((false, true), (false, false));
        assert_eq!(facts, [drops, (true, false), drops, drops, drops, nothing, nothing]);
        let clone = linked.trait_by_path("std::clone::Clone").unwrap();
        let clone = linked.program.traits[clone].fns["clone"];
        let (func, _) = linked.impl_of(clone, &pass.params[0]).unwrap();
        assert_eq!(linked.program.fns[func].path, "app::Handle::clone");
        assert_eq!(unknown_calls(&linked, |func| func.path.starts_with("app::")), [""; 0]);
        let body = linked.body(linked.program.fns[linked.fn_by_path("app::Message::clone").unwrap()].body.unwrap());
        let calls = body.blocks.iter().filter(|block| matches!(block.terminator.kind, crate::ir::TerminatorKind::Call { .. })).count();
        assert_eq!(calls, 2);
    });
}

#[test]
fn modules_in_files_and_nested_names() {
    check(
        "
        //- main.rs
        mod ring; mod deep { pub mod inner; }
        use ring::{Ring, Kind::{self, *}};
        extern crate std as standard;
        fn a(x: Ring, y: Kind, z: standard::string::String) {}
        fn b() { use self::deep::inner::*; fn c(x: Leaf) {} }
        //- ring.rs
        pub struct Ring; pub enum Kind { One, Two(super::deep::inner::Leaf) }
        pub use crate::deep::inner as shortcut;
        fn d(x: shortcut::Leaf, y: shortcut::back::Ring) {}
        //- deep/inner.rs
        pub struct Leaf; pub use crate::ring as back;
        pub use back::shortcut::back as round;
        fn e(x: round::shortcut::Leaf) {}
        ",
        "
        app::ring::Ring Ring()
        app::ring::Kind One()
        app::ring::Kind Two(0: Leaf)
        app::deep::inner::Leaf Leaf()
        fn app::ring::d(Leaf, Ring) -> ()
        fn app::deep::inner::e(Leaf) -> ()
        fn app::a(Ring, Kind, String) -> ()
        fn app::b() -> ()
        fn app::b::c(Leaf) -> ()
        ",
    );
}

#[test]
fn a_local_name_wins_over_imports_and_an_import_over_globs() {
    check(
        "
        mod a { pub struct X; pub struct Y; pub struct Option; pub fn X() {} }
        mod b { pub struct X; pub struct Y; }
        use a::*; use b::*; use b::Y;
        struct X;
        fn f(x: X, y: Y, z: Option) {}
        mod c { use super::a::Option; fn g(x: Option, y: core::option::Option<u8>) {} }
        mod std { pub struct Mine; fn h(x: crate::std::Mine, y: ::std::string::String) {} }
        fn i(x: std::Mine) {}
        ",
        "
        app::a::X X()
        app::a::Y Y()
        app::a::Option Option()
        app::b::X X()
        app::b::Y Y()
        app::X X()
        app::std::Mine Mine()
        fn app::a::X() -> ()
        fn app::f(X, Y, Option) -> ()
        fn app::c::g(Option, Option<u8>) -> ()
        fn app::std::h(Mine, String) -> ()
        fn app::i(Mine) -> ()
        ",
    );
}

#[test]
fn a_method_of_an_unknown_trait_is_that_of_the_impl() {
    check_methods(
        "
        struct Actor<T>(T);
        impl<T> nostub::Handler<T> for Actor<T> { fn handle(&mut self) -> T { loop {} } fn stop(self) -> u8 { 0 } }
        impl<T> Actor<T> { fn stop(&self) -> u16 { 0 } }
        fn handle(x: Box<Actor<u8>>) {}
        fn handle2<T>(x: Actor<T>) {}
        fn stop(x: &Actor<u8>) {}
        fn provided(x: Actor<u8>) {}
        ",
        "
        handle: &mut * app::Actor::handle runs app::Actor::handle<u8> -> u8
        handle2: &mut  app::Actor::handle runs app::Actor::handle<T> -> T
        stop:  app::Actor::stop runs app::Actor::stop<u8> -> u16
        provided: none
        ",
    );
}

/// The types of the named locals of the functions of the crate `app`, in order.
fn check_locals(text: &str, expect: &str) {
    let text = text.to_owned();
    let out = on_big_stack(move || {
        let linked = link_text(&text);
        let app = linked.program.krates.iter_enumerated().find(|(_, krate)| krate.name == "app").unwrap().0;
        let mut out = String::new();
        for root in linked.program.fns.iter().filter(|func| func.krate == app).filter_map(|func| func.body) {
            for body in linked.group(root) {
                for local in &linked.body(body).locals {
                    if let Some(name) = local.name.as_ref().filter(|_| local.kind == crate::ir::LocalKind::Var) {
                        writeln!(out, "{name}: {}", linked.show(&local.ty)).unwrap();
                    }
                }
            }
        }
        out
    });
    let trim = |text: &str| text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    assert_eq!(trim(&out), trim(expect));
}

#[test]
fn paths_in_bodies_stand_for_what_rust_says() {
    check_locals(
        "
        use std::collections::HashMap;
        use std::sync::mpsc::{channel, sync_channel as bounded};
        type Short<T> = Option<T>;
        enum Msg { Stop, Job(u8), Reply { to: std::sync::mpsc::Sender<u16> } }
        impl Msg { const ALL: u8 = 1; fn new() -> Self { let inner = Self::Stop; let job = Self::Job(Self::ALL); inner } }
        trait Make { const SIZE: usize; type Part: Default; fn make() -> Self; fn part(&self) -> Self::Part { let p = Self::Part::default(); p } }
        struct A; struct B<T>(T);
        impl Make for A { const SIZE: usize = 1; type Part = String; fn make() -> A { A } }
        impl<T: Make> Make for B<T> { const SIZE: usize = T::SIZE; type Part = Vec<T::Part>; fn make() -> Self { B(T::make()) } }
        impl From<u8> for A { fn from(n: u8) -> A { A } }
        static COUNT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
        fn main() {
            let (tx, rx) = channel::<Msg>();
            let (btx, brx) = bounded(1);
            btx.send(Msg::new()).unwrap();
            let none = Short::<u8>::None;
            let some = Short::Some(1u16);
            let made = B::<A>::make();
            let part = made.part();
            let b: B<A> = Make::make();
            let size = <B<A> as Make>::SIZE;
            let a: A = 3u8.into();
            let a2 = A::from(4);
            let map: HashMap<String, _> = [(String::new(), tx.clone())].into_iter().collect();
            let f = std::mem::drop::<u8>;
            let s = &COUNT;
            let job = Msg::Job;
            let j = job(1);
            let all = Msg::ALL;
            use self::Msg::*;
            let stop = Stop;
            if let Reply { to } = stop { let t = to; }
            let parsed = \"1\".parse::<u32>();
            let v = Vec::from([1u8]);
            let d = <String as Default>::default();
            let len = str::len(\"a\");
            let m = u32::MAX;
            let boxed: Box<dyn Fn(u8) -> Msg> = Box::new(Msg::Job);
            let called = boxed(1);
        }
        ",
        "
        inner: Msg
        job: Msg
        p: <Self as Make>::Part
        tx: Sender<Msg>
        rx: Receiver<Msg>
        btx: SyncSender<Msg>
        brx: Receiver<Msg>
        none: Option<u8>
        some: Option<i32>
        made: B<A>
        part: Vec<String>
        b: B<A>
        size: usize
        a: A
        a2: A
        map: HashMap<String, Sender<Msg>, RandomState>
        f: std::mem::drop<u8>
        s: &AtomicUsize
        job: fn(u8) -> Msg
        j: Msg
        all: u8
        stop: Msg
        to: Sender<u16>
        t: Sender<u16>
        parsed: Result<u32, ParseIntError>
        v: Vec<i32>
        d: String
        len: usize
        m: u32
        boxed: Box<dyn Fn<(u8), Output = Msg>>
        called: Msg
        ",
    );
}

#[test]
fn an_older_edition_reads_imports_from_the_root() {
    let mut files = Files { input: models(), known: BTreeMap::new() };
    let text = "
        extern crate tokio as t;
        mod a { pub struct X; pub mod b { use a::X; use std::sync::Arc; use t::task::JoinHandle; pub fn f(x: X, y: ::a::X, z: Arc<u8>, w: JoinHandle<()>) {} } }
    ";
    files.krate("app", Path::new("main.rs"), false, &|_| Some(text.to_owned()));
    files.input.krates.last_mut().unwrap().edition = Edition::E2015;
    let linked = link(files.input);
    let found = signatures(&linked);
    assert!(found.contains("fn app::a::b::f(X, X, Arc<u8>, JoinHandle<()>) -> ()"), "{found}");
}

#[test]
fn dependencies_have_their_own_names() {
    let mut files = Files { input: models(), known: BTreeMap::new() };
    files.krate("lib_one", Path::new("one.rs"), false, &|_| Some("pub struct S; pub use must_abort::aborts as ends;".to_owned()));
    let one = files.input.krates.len() - 1;
    let attributes = files.input.krates.len() + 1;
    let text = "use renamed::{S, ends}; pub fn f(x: S, y: renamed::S, z: lib_one::S) {} impl T { #[ends] fn g(&self) {} #[ma::sets] fn h(&self) {} } struct T;";
    files.krate("app", Path::new("app.rs"), false, &|_| Some(text.to_owned()));
    files.input.krates.last_mut().unwrap().deps = vec![(Name::new("renamed"), one), (Name::new("ma"), attributes)];
    let linked = link(files.input);
    let found = signatures(&linked);
    assert!(found.contains("fn app::f(S, S, {NoStub}) -> ()"), "{found}");
    assert_eq!(contracts(&linked).len(), 2);
}

#[test]
fn bounds_that_multiply_come_to_an_end() {
    let mut text = String::from("struct S<T>(T); fn f(x: S<u8>) {}\n");
    for at in 0..12 {
        let bounds: Vec<String> = (0..12).map(|to| format!("S<T>: T{to}")).collect();
        writeln!(text, "trait T{at} {{ fn f{at}(&self) {{}} }} impl<T> T{at} for S<T> where {} {{}}", bounds.join(", ")).unwrap();
    }
    let linked = link_text(&text);
    let ty = linked.program.fns[linked.fn_by_path("app::f").unwrap()].params[0].clone();
    assert!(linked.resolve_method(&ty, "f3").is_some());
}
