//! What is done with a worker's handle: a child is waited for, a task is kept and aborted.

use syn::{Arm, Expr, Pat, Stmt};

use super::Edits;
use super::site::{Level, Source, bindings};
use crate::base::Span;
use crate::syntax::span;

/// Waits for a child after the statement that kills it.
pub fn reap(source: &Source<'_>, kill: Span) -> Option<(Edits, String)> {
    let levels = source.levels(kill);
    let call = levels.iter().rev().find_map(|level| match level {
        Level::Expr(Expr::MethodCall(call)) => Some(call),
        _ => None,
    })?;
    if !matches!(&*call.receiver, Expr::Path(_) | Expr::Field(_)) || levels.iter().any(|level| matches!(level, Level::Expr(Expr::Await(_))))
    {
        return None;
    }
    let child = source.text(span::expr(&call.receiver));
    let (block, i) = levels.iter().rev().find_map(|level| match level {
        Level::Block(block, i) => Some((*block, *i)),
        _ => None,
    })?;
    let wait = format!("let _ = {child}.wait();");
    let stmt = &block.stmts[i];
    let value = matches!(stmt, Stmt::Expr(expr, None) if i + 1 == block.stmts.len() && !matches!(expr, Expr::If(_) | Expr::Match(_)));
    let edits = if value {
        let at = span::node(stmt);
        let indent = source.indent(at.start);
        let start = (Span::new(at.start, at.start), "let killed = ".to_owned());
        vec![start, (Span::new(at.end, at.end), format!(";\n{indent}{wait}\n{indent}killed"))]
    } else {
        vec![source.after(stmt, &wait)]
    };
    Some((edits, child.to_owned()))
}

/// Gives a bounded wait the handle by reference, and aborts the task where the wait gives up.
pub fn keep(source: &Source<'_>, wait: Span) -> Option<(Edits, String)> {
    let levels = source.levels(wait);
    // `timeout(limit, task)`, where `task` is a variable.
    let call = levels.iter().rev().find_map(|level| match level {
        Level::Expr(Expr::Call(call)) => Some(call),
        Level::Expr(Expr::Await(wait)) => match &*wait.base {
            Expr::Call(call) => Some(call),
            _ => None,
        },
        _ => None,
    })?;
    let arg = call.args.last().filter(|_| call.args.len() == 2)?;
    let Expr::Path(path) = arg else { return None };
    let task = path.path.get_ident()?.to_string();
    let mut edits = vec![(Span::new(span::expr(arg).start, span::expr(arg).start), "&mut ".to_owned())];
    let bound = binding(&levels, &task)?;
    if bound.by_ref.is_some() {
        return None;
    }
    if bound.mutability.is_none() {
        let at = span::node(&bound.ident).start;
        edits.push((Span::new(at, at), "mut ".to_owned()));
    }
    let abort = format!("{task}.abort();");
    let held = span::expr(arg);
    let waits = |expr: &Expr| {
        let at = span::expr(expr);
        matches!(expr, Expr::Await(_)) && at.start <= held.start && held.end <= at.end
    };
    for level in levels.iter().rev() {
        match level {
            Level::Expr(Expr::Match(both)) if waits(&both.expr) => {
                let arm = both.arms.iter().find(|arm| gives_up(&arm.pat))?;
                edits.extend(at_start(source, arm, &abort));
                return Some((edits, task));
            }
            Level::Expr(Expr::If(branch)) => {
                let failed = match &*branch.cond {
                    Expr::MethodCall(test) => test.method == "is_err" && waits(&test.receiver),
                    Expr::Let(test) => gives_up(&test.pat) && waits(&test.expr),
                    _ => false,
                };
                if !failed {
                    return None;
                }
                edits.push(first(source, &branch.then_branch, &abort));
                return Some((edits, task));
            }
            Level::Block(block, i) => {
                let stmt = &block.stmts[*i];
                let Stmt::Local(local) = stmt else { return None };
                let init = local.init.as_ref().filter(|init| init.diverge.is_none() && waits(&init.expr))?;
                let Pat::Wild(_) = local.pat else { return None };
                let (at, expr) = (span::node(stmt), span::expr(&init.expr));
                let indent = source.indent(at.start);
                edits.push((Span::new(at.start, expr.start), "if ".to_owned()));
                edits.push((Span::new(expr.end, at.end), format!(".is_err() {{\n{indent}    {abort}\n{indent}}}")));
                return Some((edits, task));
            }
            _ => {}
        }
    }
    None
}

/// What binds a variable that the place sees.
fn binding<'a>(levels: &[Level<'a>], name: &str) -> Option<&'a syn::PatIdent> {
    levels.iter().rev().find_map(|level| match level {
        Level::Block(block, i) => block.stmts[..*i].iter().rev().find_map(|stmt| match stmt {
            Stmt::Local(local) => bindings(&local.pat).into_iter().find(|bound| bound.ident == name),
            _ => None,
        }),
        Level::Fn(sig) => sig.inputs.iter().find_map(|input| match input {
            syn::FnArg::Typed(typed) => bindings(&typed.pat).into_iter().find(|bound| bound.ident == name),
            syn::FnArg::Receiver(_) => None,
        }),
        Level::Expr(_) => None,
    })
}

/// `Err(…)`, with anything in it, or `_`.
fn gives_up(pat: &Pat) -> bool {
    match pat {
        Pat::Wild(_) => true,
        Pat::TupleStruct(pat) => pat.path.is_ident("Err") && pat.elems.iter().all(|inner| matches!(inner, Pat::Wild(_) | Pat::Ident(_))),
        _ => false,
    }
}

/// Puts a statement at the start of an arm.
fn at_start(source: &Source<'_>, arm: &Arm, text: &str) -> Edits {
    match &*arm.body {
        Expr::Block(body) if body.label.is_none() => vec![first(source, &body.block, text)],
        body => {
            let at = span::expr(body);
            let indent = source.indent(span::pat(&arm.pat).start);
            let end =
                if arm.comma.is_none() || !source.text[at.end as usize..].starts_with(',') { at } else { Span::new(at.start, at.end + 1) };
            vec![(end, format!("{{\n{indent}    {text}\n{indent}    {}\n{indent}}}", source.text(at)))]
        }
    }
}

/// Puts a statement at the start of a block.
fn first(source: &Source<'_>, block: &syn::Block, text: &str) -> (Span, String) {
    match block.stmts.first() {
        Some(stmt) => source.before(stmt, text),
        None => {
            let at = span::block(block);
            let indent = source.indent(at.end - 1);
            (at, format!("{{\n{indent}    {text}\n{indent}}}"))
        }
    }
}
