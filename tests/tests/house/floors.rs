//! A file of the linter imports from strictly lower floors and from its own folder.
//!
//! Read from tokens, so that grouped imports, inline paths and paths in macros all count.

use std::path::Path;
use std::str::FromStr as _;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use must_abort_tests::project;

use crate::{read, report, rust_files, shown};

/// The floors, lowest first. What stands on one line may not see each other.
const FLOORS: &[&[&str]] = &[
    &["base"],
    &["ir", "diagnostic"],
    // It speaks of the levels of diagnostics.
    &["config"],
    &["dataflow", "report"],
    &["syntax"],
    &["lower", "suggest"],
    &["link"],
    &["analysis"],
    &["rules"],
    // The pipeline is what the command line runs.
    &["driver"],
    &["cli"],
];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

#[test]
fn floors() {
    let src = project().join("lint/src");
    let mut faults = Vec::new();
    let mut imports = 0;
    for file in rust_files(&src) {
        let below = file.strip_prefix(&src).unwrap_or(&file);
        let module = module_of(below);
        // The two roots only declare what there is.
        let Some(own) = module.first() else { continue };
        let Some(own_floor) = floor(own) else {
            faults.push(format!("{}: no floor is named `{own}`", shown(&file)));
            continue;
        };
        for (line, seen) in imported(&read(&file), &module) {
            imports += 1;
            match floor(&seen) {
                _ if seen == *own => {}
                Some(other) if other < own_floor => {}
                Some(_) => faults.push(format!("{}:{line}: `{own}` may not see `{seen}`", shown(&file))),
                None => faults.push(format!("{}:{line}: no floor is named `{seen}`", shown(&file))),
            }
        }
    }
    assert!(imports > 10, "the imports are found");
    report(&faults);
}

/// `dataflow/engine.rs` is `dataflow::engine`.
fn module_of(file: &Path) -> Vec<String> {
    let mut module: Vec<_> = file.with_extension("").components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    if module.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        module.pop();
    }
    module
}

/// The top modules that a file names, with the line.
fn imported(source: &str, module: &[String]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let tokens = TokenStream::from_str(source).expect("the project's own files are Rust");
    walk(tokens, module, &mut found);
    found
}

fn walk(tokens: TokenStream, module: &[String], found: &mut Vec<(usize, String)>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Ident(word) if word == "mod" => {
                // The inside of an inline module is one step further from the root.
                if let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) = (tokens.get(at + 1), tokens.get(at + 2)) {
                    let inner: Vec<_> = module.iter().cloned().chain([name.to_string()]).collect();
                    walk(body.stream(), &inner, found);
                    at += 2;
                }
            }
            // A path that starts at the root, or goes up to it.
            TokenTree::Ident(word) if word == "crate" && is_path(&tokens, at + 1) => {
                tops(&tokens[at + 3..], found);
                at += 2;
            }
            TokenTree::Ident(word) if word == "super" => {
                let mut ups = 1;
                while is_path(&tokens, at + 1) && matches!(tokens.get(at + 3), Some(TokenTree::Ident(next)) if next == "super") {
                    ups += 1;
                    at += 3;
                }
                if ups == module.len() && is_path(&tokens, at + 1) {
                    tops(&tokens[at + 3..], found);
                }
            }
            TokenTree::Group(group) => walk(group.stream(), module, found),
            _ => {}
        }
        at += 1;
    }
}

fn is_path(tokens: &[TokenTree], at: usize) -> bool {
    let colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
    colon(at) && colon(at + 1)
}

/// The first names after `crate::`: one, or those of a group.
fn tops(rest: &[TokenTree], found: &mut Vec<(usize, String)>) {
    match rest.first() {
        Some(TokenTree::Ident(name)) => found.push((name.span().start().line, name.to_string())),
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let mut first = true;
            for token in group.stream() {
                match token {
                    TokenTree::Ident(name) if first => {
                        found.push((name.span().start().line, name.to_string()));
                        first = false;
                    }
                    TokenTree::Punct(comma) if comma.as_char() == ',' => first = true,
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

#[test]
fn imports_are_read() {
    let module = ["link".to_owned(), "names".to_owned()];
    let source = "
        use crate::{base::{Name, Span}, ir};
        use super::super::analysis::Val;
        mod tests { use super::super::super::report; use super::super::table; }
        fn f() { let x: crate::rules::Rule = vec![crate::cli::run()]; }
    ";
    let found: Vec<_> = imported(source, &module).into_iter().map(|(_, name)| name).collect();
    assert_eq!(found, ["base", "ir", "analysis", "report", "rules", "cli"]);
}
