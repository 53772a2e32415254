//! Statements in another order: a drop before a wait, a stop before a join, a shutdown before a close.

use syn::{Block, Expr, FnArg, Pat, ReceiverKind, Signature, Stmt, Type};

use super::Edits;
use super::site::{Level, Mention, Source, bindings, is_name, mentions};
use crate::base::Span;
use crate::diagnostic::Held;
use crate::syntax::span;

/// Drops what is held in front of the wait, as far out as it is not used any more.
pub fn drop_before(source: &Source<'_>, held: &Held) -> Option<Edits> {
    let levels = source.levels(held.wait.span);
    let Some(Level::Fn(sig)) = levels.first() else { return None };
    let name = held.base.as_str();
    let from = if name == "self" { receiver(sig, held)? } else { declared(&levels, name, held.declared)? };
    let Some(Level::Block(scope, _)) = levels.get(from) else { return None };
    let fields: String = held.fields.iter().flat_map(|field| [".", field.as_str()]).collect();
    let taken = held.option && !held.fields.is_empty();
    if !taken && !held.movable && !held.fields.is_empty() {
        return None;
    }
    let text = if taken { format!("drop({name}{fields}.take());") } else { format!("drop({name}{fields});") };
    let all = mentions(scope, name);
    let uses = |mention: &Mention| {
        let same = mention.fields.iter().zip(&held.fields).all(|(field, own)| field == own.as_str());
        // To take it out leaves what is around it as it was.
        same && !(taken && mention.fields.len() < held.fields.len())
    };
    let mut inner: Option<(Span, &Stmt, Vec<&Stmt>)> = None;
    for (n, level) in levels.iter().enumerate().skip(from) {
        match level {
            Level::Expr(Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_)) if !taken && loops(&levels, n) => break,
            Level::Block(block, i) => {
                let stmt = &block.stmts[*i];
                let at = span::node(stmt).start;
                // `let _ = tx;` was meant to drop it, or it is dropped when it is too late.
                let late: Vec<&Stmt> = later(&levels[from..=n]).filter(|stmt| drops(stmt, name)).collect();
                let own = |mention: &Mention| late.iter().any(|stmt| inside(span::node(*stmt), mention.at));
                if !all.iter().any(|mention| mention.at >= at && uses(mention) && !own(mention)) {
                    inner = Some((Span::new(at, at), stmt, late));
                    break;
                }
            }
            _ => {}
        }
    }
    let (at, stmt, late) = inner?;
    let meant = earlier(&levels[from..], at.start).find(|stmt| mentions_only(stmt, name) && held.fields.is_empty());
    let unused_since = |stmt: &Stmt| {
        let end = span::node(stmt).end;
        !all.iter().any(|mention| mention.at >= end && uses(mention))
    };
    if let Some(meant) = meant.filter(|meant| unused_since(meant)) {
        return Some(vec![(span::node(meant), text)]);
    }
    let mut edits = vec![source.before(stmt, &text)];
    edits.extend(late.into_iter().map(|stmt| source.without(stmt)));
    Some(edits)
}

/// Whether the rest of the way goes into the body of this loop, and not into what stands at its head.
fn loops(levels: &[Level<'_>], at: usize) -> bool {
    let Level::Expr(expr) = levels[at] else { return false };
    let body = match expr {
        Expr::ForLoop(each) => &each.body,
        Expr::While(each) => &each.body,
        Expr::Loop(each) => &each.body,
        _ => return false,
    };
    levels[at + 1..].iter().any(|level| matches!(level, Level::Block(block, _) if std::ptr::eq(*block, body)))
}

fn inside(span: Span, at: u32) -> bool {
    span.start <= at && at < span.end
}

/// The statements after the place, in each of the blocks.
fn later<'a, 'b>(levels: &'b [Level<'a>]) -> impl Iterator<Item = &'a Stmt> + use<'a, 'b> {
    levels.iter().flat_map(|level| match level {
        Level::Block(block, i) => block.stmts[i + 1..].iter(),
        _ => [].iter(),
    })
}

/// The statements in front of the place that end before `at`.
fn earlier<'a, 'b>(levels: &'b [Level<'a>], at: u32) -> impl Iterator<Item = &'a Stmt> + use<'a, 'b> {
    let before = levels.iter().flat_map(|level| match level {
        Level::Block(block, i) => block.stmts[..*i].iter(),
        _ => [].iter(),
    });
    before.filter(move |stmt| span::node(*stmt).end <= at)
}

/// `drop(name);`
fn drops(stmt: &Stmt, name: &str) -> bool {
    let Stmt::Expr(Expr::Call(call), Some(_)) = stmt else { return false };
    let Expr::Path(func) = &*call.func else { return false };
    func.path.segments.last().is_some_and(|last| last.ident == "drop") && call.args.len() == 1 && is_name(&call.args[0], name)
}

/// `let _ = name;`
fn mentions_only(stmt: &Stmt, name: &str) -> bool {
    let Stmt::Local(local) = stmt else { return false };
    matches!(local.pat, Pat::Wild(_)) && local.init.as_ref().is_some_and(|init| is_name(&init.expr, name))
}

/// The level of the function's own block, if what `self` is allows it.
fn receiver(sig: &Signature, held: &Held) -> Option<usize> {
    let taken = match &sig.receiver()?.kind {
        ReceiverKind::Value => sig.receiver()?.mutability.is_some() || !held.option,
        ReceiverKind::Reference(_, _, mutable) => mutable.is_some() && held.option,
        _ => false,
    };
    (taken && !held.fields.is_empty()).then_some(1)
}

/// The level of the block in which a variable is declared that can be dropped, unless it is out of reach behind another of its name.
fn declared(levels: &[Level<'_>], name: &str, place: Span) -> Option<usize> {
    let same = |bound: &syn::PatIdent| inside(place, span::node(&bound.ident).start);
    for (n, level) in levels.iter().enumerate().rev() {
        match level {
            Level::Block(block, i) => {
                for stmt in block.stmts[..*i].iter().rev() {
                    let Stmt::Local(local) = stmt else { continue };
                    if let Some(bound) = bindings(&local.pat).into_iter().find(|bound| bound.ident == name) {
                        let borrowed = local.init.as_ref().is_some_and(|init| matches!(*init.expr, Expr::Reference(_)));
                        return (same(bound) && bound.by_ref.is_none() && !borrowed).then_some(n);
                    }
                }
            }
            Level::Expr(Expr::Closure(closure)) if closure.inputs.iter().any(|input| bindings(input).iter().any(|b| b.ident == name)) => {
                return None;
            }
            Level::Fn(sig) => {
                let own = sig.inputs.iter().find_map(|input| match input {
                    FnArg::Typed(typed) if bindings(&typed.pat).iter().any(|bound| bound.ident == name) => Some(&*typed.ty),
                    _ => None,
                });
                return own.filter(|ty| !matches!(ty, Type::Reference(_))).map(|_| n + 1);
            }
            Level::Expr(_) => {}
        }
    }
    None
}

/// Moves the statement that stops the worker in front of the one that waits.
pub fn swap(source: &Source<'_>, wait: Span, stop: Span) -> Option<Edits> {
    let (waits, stops) = (source.levels(wait), source.levels(stop));
    // The innermost block that both are in.
    let (block, i, j) = waits.iter().zip(&stops).filter_map(both).next_back()?;
    if i >= j {
        return None;
    }
    let stop = &block.stmts[j];
    let moved = source.text(span::node(stop));
    let fresh = block.stmts[i..j].iter().filter_map(|stmt| match stmt {
        Stmt::Local(local) => Some(&local.pat),
        _ => None,
    });
    let whole = Block { brace_token: block.brace_token, stmts: vec![stop.clone()] };
    let binds = matches!(stop, Stmt::Local(local) if !bindings(&local.pat).is_empty());
    let uses = fresh.flat_map(bindings).any(|bound| !mentions(&whole, &bound.ident.to_string()).is_empty());
    let ends = matches!(stop, Stmt::Expr(_, None)) && j + 1 == block.stmts.len() && !moved.ends_with('}');
    if uses || binds || ends || matches!(stop, Stmt::Item(_)) {
        return None;
    }
    Some(vec![source.before(&block.stmts[i], moved), source.without(stop)])
}

fn both<'a>((a, b): (&Level<'a>, &Level<'a>)) -> Option<(&'a Block, usize, usize)> {
    match (a, b) {
        (Level::Block(one, i), Level::Block(other, j)) if std::ptr::eq(*one, *other) => Some((one, *i, *j)),
        _ => None,
    }
}

/// Shuts a socket down in front of the `drop` that was meant to wake its reader.
pub fn shutdown(source: &Source<'_>, at: Span) -> Option<(Edits, String)> {
    let levels = source.levels(at);
    let socket = levels.iter().rev().find_map(|level| match level {
        Level::Expr(Expr::Call(call)) if call.args.len() == 1 => match &call.args[0] {
            name @ (Expr::Path(_) | Expr::Field(_)) => Some(source.text(span::expr(name))),
            _ => None,
        },
        _ => None,
    })?;
    let stmt = levels.iter().rev().find_map(|level| match level {
        Level::Block(block, i) => Some(&block.stmts[*i]),
        _ => None,
    })?;
    let text = format!("let _ = {socket}.shutdown(std::net::Shutdown::Both);");
    Some((vec![source.before(stmt, &text)], socket.to_owned()))
}
