//! Other shapes for the same things: one more function, module, wrapper on the way.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Expr, Item, Pat, ReturnType, Stmt};

use crate::rewrite::{Edits, Files, Rewritten, each, words};

/// What some rewrites need at the end of a file.
pub const SAME: &str = "fn same_value<T>(value: T) -> T { value }";
/// As [`SAME`].
pub const WRAPPED: &str = "struct Wrapped<T>(T);";
/// As [`SAME`].
pub const CARRIER: &str = "struct Carrier<T> { load: T }";

fn bytes(node: &impl syn::spanned::Spanned) -> (usize, usize) {
    let range = node.span().byte_range();
    (range.start, range.end)
}

/// Parses, lets `find` make edits, and adds a line at the end.
fn edited(text: &str, more: &str, find: impl FnOnce(&syn::File, &mut Edits)) -> Option<String> {
    let file = syn::parse_file(text).ok()?;
    let mut edits = Edits::default();
    find(&file, &mut edits);
    proc_macro2::extra::invalidate_current_thread_spans();
    let mut out = edits.apply(text)?;
    if !more.is_empty() {
        out.push_str(more);
        out.push('\n');
    }
    Some(out)
}

/// `fn main() { … }` becomes `fn main() { the_program() } fn the_program() { … }`.
pub fn main_in_a_function(files: &Files, root: &Path) -> Option<Rewritten> {
    each(files, root, |text| {
        edited(text, "", |file, edits| {
            let main = file.items.iter().find_map(|item| match item {
                Item::Fn(func) if func.sig.ident == "main" && func.sig.inputs.is_empty() => Some(func),
                _ => None,
            });
            let Some(main) = main else { return };
            let (is_async, wait) = if main.sig.asyncness.is_some() { ("async ", ".await") } else { ("", "") };
            let output = match &main.sig.output {
                ReturnType::Default => String::new(),
                output @ ReturnType::Type(..) => text[bytes(output).0..bytes(output).1].to_owned(),
            };
            let at = bytes(&main.sig.ident).0;
            edits.replace(at, at + 4, format!("main() {output} {{ the_program(){wait} }} {is_async}fn the_program"));
        })
    })
}

/// The whole program goes into a module, in a file of its own.
pub fn in_a_module_file(files: &Files, root: &Path) -> Option<Rewritten> {
    let mut out = Vec::new();
    let (mut output, mut attrs, mut wait) = (String::new(), String::new(), "");
    for (name, text) in files {
        let words = words(text);
        let mut edits = Edits::default();
        for (n, word) in words.iter().enumerate() {
            if word.text == "crate" && words.get(n + 1).is_some_and(|next| next.text == ":") {
                edits.insert(word.at.1, "::program");
            }
        }
        if name == root {
            let file = syn::parse_file(text).ok()?;
            if !file.attrs.is_empty() {
                return None;
            }
            let main = file.items.iter().find_map(|item| match item {
                Item::Fn(func) if func.sig.ident == "main" => Some(func),
                _ => None,
            })?;
            if let ReturnType::Type(..) = main.sig.output {
                // What a result's error is called may be imported.
                output.push_str(" -> impl std::process::Termination");
            }
            let at = main.sig.asyncness.map_or(bytes(&main.sig.fn_token).0, |word| bytes(&word).0);
            edits.insert(at, "pub ");
            // The runtime belongs to the `main` of the crate.
            if main.sig.asyncness.is_some() {
                wait = ".await";
                for attr in &main.attrs {
                    let (from, to) = bytes(attr);
                    attrs.push_str(&text[from..to]);
                    attrs.push('\n');
                    edits.replace(from, to, "");
                }
                if !output.is_empty() {
                    return None;
                }
            }
            proc_macro2::extra::invalidate_current_thread_spans();
            out.push((PathBuf::from("program/mod.rs"), edits.apply(text)?));
        } else {
            out.push((Path::new("program").join(name), edits.apply(text).unwrap_or_else(|| text.clone())));
        }
    }
    let end = if output.is_empty() { ";" } else { "" };
    let word = if wait.is_empty() { "" } else { "async " };
    out.push((
        PathBuf::from("main.rs"),
        format!("mod program;\n\n{attrs}{word}fn main(){output} {{\n    program::main(){wait}{end}\n}}\n"),
    ));
    Some(Rewritten { files: out, root: PathBuf::from("main.rs") })
}

/// Free functions become methods of a type without fields.
pub fn functions_as_methods(files: &Files, root: &Path) -> Option<Rewritten> {
    each(files, root, |text| {
        let words = words(text);
        edited(text, "", |file, edits| {
            for item in &file.items {
                let Item::Fn(func) = item else { continue };
                let name = func.sig.ident.to_string();
                // Called, each time, and by this name alone.
                let uses: Vec<_> = words.iter().enumerate().filter(|(_, word)| word.text == name).map(|(n, word)| (n, word.at)).collect();
                let before = |n: usize| n.checked_sub(1).map_or("", |n| words[n].text.as_str());
                let plain = |n: usize| {
                    !matches!(before(n), "." | ":" | "'") && words.get(n + 1).is_some_and(|next| next.text == "(" || next.text == "<")
                };
                if name == "main" || !matches!(func.vis, syn::Visibility::Inherited) || !uses.iter().all(|(n, _)| plain(*n)) {
                    continue;
                }
                if func.sig.constness.is_some() || !func.attrs.is_empty() {
                    continue;
                }
                let (start, end) = bytes(func);
                edits.insert(start, format!("struct Of{name}; impl Of{name} {{ "));
                edits.insert(end, " }");
                let open = func.sig.paren_token.span.open().byte_range().end;
                edits.insert(open, if func.sig.inputs.is_empty() { "&self" } else { "&self, " });
                for (n, (from, _)) in uses {
                    if before(n) != "fn" {
                        edits.insert(from, format!("Of{name}."));
                    }
                }
            }
        })
    })
}

/// Each initialiser that makes or takes something goes through something that gives it back.
pub fn through(files: &Files, root: &Path, front: &str, back: &str, more: &str) -> Option<Rewritten> {
    each(files, root, |text| {
        edited(text, more, |file, edits| {
            let mut found = Initialisers(Vec::new());
            found.visit_file(file);
            for (from, to) in found.0 {
                edits.insert(from, front);
                edits.insert(to, back);
            }
        })
    })
}

struct Initialisers(Vec<(usize, usize)>);

impl<'a> Visit<'a> for Initialisers {
    fn visit_local(&mut self, local: &'a syn::Local) {
        if let Some(init) = local.init.as_ref().filter(|init| init.diverge.is_none())
            && matches!(local.pat, Pat::Ident(_) | Pat::Tuple(_))
            && matches!(&*init.expr, Expr::Call(_) | Expr::MethodCall(_) | Expr::Struct(_) | Expr::Try(_) | Expr::Await(_))
        {
            self.0.push(bytes(&init.expr));
            // One in another would be at the same place.
            return;
        }
        visit::visit_local(self, local);
    }
}

/// `let (tx, rx) = …;` is followed by `let tx = Wrapped(tx);`, and what it is used for goes through `tx.0`.
pub fn kept_in_a_newtype(files: &Files, root: &Path) -> Option<Rewritten> {
    each(files, root, |text| {
        let words = words(text);
        let mut bound: BTreeMap<String, usize> = BTreeMap::new();
        let mut lets: Vec<(Vec<String>, usize, usize)> = Vec::new();
        let out = edited(text, WRAPPED, |file, edits| {
            let mut found = Bindings { names: &mut bound, lets: &mut lets, ends: Vec::new() };
            found.visit_file(file);
            for (names, at, end) in &lets {
                for name in names.iter().filter(|name| bound.get(*name) == Some(&1)) {
                    // It must not be a field's name too: `Thing { tx }`.
                    let fields = words.windows(2).any(|pair| pair[0].text == "." && pair[1].text == *name);
                    let shorthand = words.windows(3).any(|near| {
                        near[1].text == *name
                            && ["{", ","].contains(&near[0].text.as_str())
                            && ["}", ",", ":"].contains(&near[2].text.as_str())
                    });
                    let called = words.windows(2).any(|pair| pair[0].text == *name && pair[1].text == ":");
                    if fields || shorthand || called {
                        continue;
                    }
                    edits.insert(*at, format!(" let mut {name} = Wrapped({name});"));
                    for word in words.iter().filter(|word| word.text == *name && word.at.0 > *at && word.at.0 < *end) {
                        edits.insert(word.at.1, ".0");
                    }
                }
            }
        });
        out.filter(|_| !lets.is_empty())
    })
}

struct Bindings<'n> {
    names: &'n mut BTreeMap<String, usize>,
    lets: &'n mut Vec<(Vec<String>, usize, usize)>,
    ends: Vec<usize>,
}

impl<'a> Visit<'a> for Bindings<'_> {
    fn visit_block(&mut self, block: &'a syn::Block) {
        self.ends.push(bytes(block).1);
        visit::visit_block(self, block);
        self.ends.pop();
    }

    fn visit_pat_ident(&mut self, pat: &'a syn::PatIdent) {
        *self.names.entry(pat.ident.to_string()).or_default() += 1;
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Local(local) = stmt
            && let Some(init) = &local.init
            && init.diverge.is_none()
            && matches!(&*init.expr, Expr::Call(_) | Expr::MethodCall(_) | Expr::Try(_))
        {
            let names = match &local.pat {
                Pat::Ident(name) if name.by_ref.is_none() => vec![name.ident.to_string()],
                Pat::Tuple(pair) => pair
                    .elems
                    .iter()
                    .filter_map(|pat| if let Pat::Ident(name) = pat { Some(name.ident.to_string()) } else { None })
                    .collect(),
                _ => Vec::new(),
            };
            let names = names.into_iter().filter(|name| !name.starts_with('_')).collect();
            self.lets.push((names, bytes(stmt).1, self.ends.last().copied().unwrap_or(0)));
        }
        visit::visit_stmt(self, stmt);
    }
}

/// `spawn(move || …)` becomes `spawn({ let work = move || …; work })`.
pub fn work_in_a_variable(files: &Files, root: &Path) -> Option<Rewritten> {
    struct Work(Vec<(usize, usize)>);
    impl<'a> Visit<'a> for Work {
        fn visit_expr(&mut self, expr: &'a Expr) {
            let work = match expr {
                Expr::Closure(closure) => closure.capture.is_some() && closure.inputs.is_empty(),
                Expr::Async(block) => block.capture.is_some(),
                _ => false,
            };
            if work {
                self.0.push(bytes(expr));
            } else {
                visit::visit_expr(self, expr);
            }
        }
    }
    each(files, root, |text| {
        edited(text, "", |file, edits| {
            let mut work = Work(Vec::new());
            work.visit_file(file);
            for (from, to) in work.0 {
                edits.insert(from, "{ let work = ");
                edits.insert(to, "; work }");
            }
        })
    })
}

const SPAWNS: &str = "\
fn start_thread<F: FnOnce() -> T + Send + 'static, T: Send + 'static>(work: F) -> std::thread::JoinHandle<T> { std::thread::spawn(work) }
fn start_task<F: Future<Output = T> + Send + 'static, T: Send + 'static>(work: F) -> tokio::task::JoinHandle<T> { tokio::spawn(work) }";

/// Threads and tasks are started by a function of the program's own.
pub fn spawn_in_a_wrapper(files: &Files, root: &Path) -> Option<Rewritten> {
    called(
        files,
        root,
        SPAWNS,
        &[("thread::spawn", "start_thread"), ("std::thread::spawn", "start_thread"), ("tokio::spawn", "start_task")],
    )
}

/// What `drop` is called by.
pub const LET_GO: &str = "fn let_go<T>(value: T) { drop(value) }";

/// `drop` is called by a function of the program's own.
pub fn drop_in_a_function(files: &Files, root: &Path) -> Option<Rewritten> {
    called(files, root, LET_GO, &[("drop", "let_go")])
}

/// Calls of one function become calls of another one.
fn called(files: &Files, root: &Path, more: &str, instead: &[(&str, &str)]) -> Option<Rewritten> {
    struct Calls<'c>(&'c [(&'c str, &'c str)], Vec<((usize, usize), String)>);
    impl<'a> Visit<'a> for Calls<'_> {
        fn visit_expr_call(&mut self, call: &'a syn::ExprCall) {
            if let Expr::Path(func) = &*call.func {
                let path: Vec<String> = func.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
                if let Some((_, other)) = self.0.iter().find(|(known, _)| path.join("::") == *known) {
                    self.1.push((bytes(&call.func), (*other).to_owned()));
                }
            }
            visit::visit_expr_call(self, call);
        }
    }
    each(files, root, |text| {
        edited(text, more, |file, edits| {
            let mut calls = Calls(instead, Vec::new());
            calls.visit_file(file);
            for ((from, to), other) in calls.1 {
                edits.replace(from, to, other);
            }
        })
    })
}
