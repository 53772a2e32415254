//! A loop is left where its receive, read or send says that the other side is gone.

use proc_macro2::TokenTree;
use syn::{Block, Expr, ExprMatch, Lit, Pat, ReturnType, Stmt};

use super::Edits;
use super::site::{Level, Source};
use crate::base::Span;
use crate::syntax::span;

/// Leaves the loop around `at` where what stands there fails.
pub fn leave(source: &Source<'_>, at: Span) -> Option<Edits> {
    let levels = source.levels(at);
    if !can_leave(&levels) {
        return None;
    }
    if let Some(edits) = select(source, &levels, at) {
        return Some(edits);
    }
    // The call, with the `.await` around it; a read is given its buffer.
    let start = levels.iter().position(|level| matches!(level, Level::Expr(expr) if is_call(expr, at)))?;
    let Level::Expr(call) = levels[start] else { return None };
    let reads = arguments(call) > 0;
    for level in levels[..start].iter().rev() {
        match level {
            Level::Expr(Expr::Match(both)) if is_of(&both.expr, at) => return arm(source, both, reads),
            Level::Expr(Expr::If(branch)) => {
                let Expr::Let(test) = &*branch.cond else { return None };
                if !is_of(&test.expr, at) {
                    return None;
                }
                return if is_end(&test.pat) {
                    Some(vec![last(source, &branch.then_branch)?])
                } else if branch.else_branch.is_none() && is_whole(&test.pat) {
                    let end = span::block_end(&branch.then_branch);
                    let indent = source.indent(end.start);
                    Some(vec![(Span::new(end.end, end.end), format!(" else {{\n{indent}    break;\n{indent}}}"))])
                } else {
                    None
                };
            }
            Level::Block(block, i) => return statement(source, &block.stmts[*i], at, reads),
            _ => {}
        }
    }
    None
}

/// The innermost call that holds the place.
fn is_call(expr: &Expr, at: Span) -> bool {
    let call = matches!(expr, Expr::MethodCall(_) | Expr::Call(_)) || matches!(expr, Expr::Await(_));
    call && span::expr(expr) == at
}

fn arguments(call: &Expr) -> usize {
    match call {
        Expr::MethodCall(call) => call.args.len(),
        Expr::Call(call) => call.args.len(),
        Expr::Await(wait) => arguments(&wait.base),
        _ => 0,
    }
}

/// Whether an expression is what stands at the place, perhaps awaited.
fn is_of(expr: &Expr, at: Span) -> bool {
    let expr = if let Expr::Await(wait) = expr { if span::expr(expr) == at { expr } else { &wait.base } } else { expr };
    span::expr(expr) == at
}

/// Whether `break` fits: the innermost loop has no value that anybody waits for.
fn can_leave(levels: &[Level<'_>]) -> bool {
    let closure = levels.iter().rposition(|level| matches!(level, Level::Expr(Expr::Closure(_) | Expr::Async(_)))).unwrap_or(0);
    let around = levels.iter().rposition(|level| matches!(level, Level::Expr(Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_))));
    let Some(around) = around.filter(|around| *around > closure) else { return false };
    let Level::Expr(Expr::Loop(_)) = levels[around] else { return true };
    // The loop is a statement of its own; as the last one it gives the block's value.
    let Some(Level::Block(block, i)) = levels.get(around.wrapping_sub(1)) else { return false };
    if i + 1 < block.stmts.len() || matches!(block.stmts[*i], Stmt::Expr(_, Some(_))) {
        return true;
    }
    let outer = &levels[..around - 1];
    match outer.last() {
        Some(Level::Fn(sig)) => matches!(sig.output, ReturnType::Default),
        Some(Level::Expr(Expr::Closure(closure))) => matches!(closure.output, ReturnType::Default),
        // `spawn(move || { loop { … } })`, `spawn(async move { loop { … } })`
        Some(Level::Expr(Expr::Async(_))) => true,
        Some(Level::Expr(Expr::Block(_))) => matches!(outer.iter().rev().nth(1), Some(Level::Expr(Expr::Closure(_)))),
        _ => false,
    }
}

/// The arm for the end gets a `break`, or there is a new one.
fn arm(source: &Source<'_>, both: &ExprMatch, reads: bool) -> Option<Edits> {
    if reads && !both.arms.iter().any(|arm| is_sent(&arm.pat)) {
        let first = both.arms.first()?;
        let at = span::node(first).start;
        return Some(vec![(Span::new(at, at), format!("Ok(0) => break,\n{}", source.indent(at)))]);
    }
    let arm = both.arms.iter().find(|arm| is_end(&arm.pat))?;
    match &*arm.body {
        Expr::Block(body) => Some(vec![last(source, &body.block)?]),
        Expr::Continue(_) => Some(vec![(span::expr(&arm.body), "break".to_owned())]),
        Expr::Tuple(unit) if unit.elems.is_empty() => Some(vec![(span::expr(&arm.body), "break".to_owned())]),
        body => {
            let at = span::expr(body);
            let indent = source.indent(span::pat(&arm.pat).start);
            let comma = source.text[at.end as usize..].starts_with(',');
            let whole = if comma { Span::new(at.start, at.end + 1) } else { at };
            Some(vec![(whole, format!("{{\n{indent}    {};\n{indent}    break;\n{indent}}}", source.text(at)))])
        }
    }
}

/// `Some(x) = rx.recv() => …` in a `select!` becomes an arm that takes the end too.
fn select(source: &Source<'_>, levels: &[Level<'_>], at: Span) -> Option<Edits> {
    let tokens = match levels.last()? {
        Level::Expr(Expr::Macro(expr)) => &expr.mac.tokens,
        Level::Block(block, i) => match &block.stmts[*i] {
            Stmt::Macro(stmt) => &stmt.mac.tokens,
            _ => return None,
        },
        _ => return None,
    };
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let place = |n: usize| trees.get(n).map(|tree| span::of(tree.span()));
    let is = |n: usize, mark: char| matches!(trees.get(n), Some(TokenTree::Punct(punct)) if punct.as_char() == mark);
    // `Some (x) =` and then the call; a condition between it and the arrow would have to go along.
    let start = (0..trees.len()).find(|n| place(*n).is_some_and(|place| place.start >= at.start))?;
    let arrow = (start + 3..trees.len()).find(|n| is(*n, '=') && is(n + 1, '>'))?;
    let named = matches!(&trees[start], TokenTree::Ident(name) if name == "Some");
    let fits = named && matches!(&trees[start + 1], TokenTree::Group(_)) && is(start + 2, '=') && place(arrow - 1)?.end == at.end;
    if !fits {
        return None;
    }
    let body = arrow + 2;
    let last = match trees.get(body)? {
        TokenTree::Group(_) if is(body + 1, ',') || body + 1 == trees.len() || !is(body + 1, '.') => body,
        _ => (body..trees.len()).find(|n| is(*n, ',')).unwrap_or(trees.len()) - 1,
    };
    let end = if is(last + 1, ',') { place(last + 1)?.end } else { place(last)?.end };
    let (pattern, does) = (place(start)?.to(place(start + 1)?), place(body)?.to(place(last)?));
    let indent = source.indent(pattern.start);
    let text = format!(
        "received = {} => match received {{\n{indent}    {} => {},\n{indent}    None => break,\n{indent}}},",
        source.text(place(start + 3)?.to(place(arrow - 1)?)),
        source.text(pattern),
        source.text(does)
    );
    Some(vec![(Span::new(pattern.start, end), text)])
}

/// A statement that throws the result away, or reads so many bytes.
fn statement(source: &Source<'_>, stmt: &Stmt, at: Span, reads: bool) -> Option<Edits> {
    let whole = span::node(stmt);
    let indent = source.indent(whole.start);
    let leave = |call: Span| {
        let text = source.text(call);
        Some(vec![(whole, format!("if {text}.is_err() {{\n{indent}    break;\n{indent}}}"))])
    };
    match stmt {
        Stmt::Local(local) => {
            let init = local.init.as_ref().filter(|init| init.diverge.is_none())?;
            match (&local.pat, &*init.expr) {
                (Pat::Wild(_), expr) if is_of(expr, at) => leave(span::expr(expr)),
                // `let n = reader.read(&mut buf)?;`
                (Pat::Ident(name), Expr::Try(tried)) if reads && is_of(&tried.expr, at) => {
                    Some(vec![source.after(stmt, &format!("if {} == 0 {{\n{indent}    break;\n{indent}}}", name.ident))])
                }
                _ => None,
            }
        }
        Stmt::Expr(Expr::MethodCall(ignored), Some(_)) if ignored.method == "ok" && is_of(&ignored.receiver, at) => {
            leave(span::expr(&ignored.receiver))
        }
        _ => None,
    }
}

/// A pattern of nothing but the end: `None`, `Err(_)`.
fn is_end(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(name) => name.ident == "None",
        Pat::TupleStruct(pat) => pat.path.is_ident("Err") && pat.elems.iter().all(is_plain),
        _ => false,
    }
}

/// What a send gives where it succeeds: `Ok(())`.
fn is_sent(pat: &Pat) -> bool {
    matches!(pat, Pat::TupleStruct(pat) if matches!(pat.elems.first(), Some(Pat::Tuple(unit)) if unit.elems.is_empty()))
}

/// A pattern of all but the end: `Some(x)`, `Ok(x)`.
fn is_whole(pat: &Pat) -> bool {
    matches!(pat, Pat::TupleStruct(pat) if (pat.path.is_ident("Ok") || pat.path.is_ident("Some")) && pat.elems.iter().all(is_plain))
}

fn is_plain(pat: &Pat) -> bool {
    match pat {
        Pat::Wild(_) => true,
        Pat::Ident(name) => name.subpat.is_none(),
        _ => false,
    }
}

/// A `break` at the end of a block whose value is `()`.
fn last(source: &Source<'_>, block: &Block) -> Option<(Span, String)> {
    let Some(stmt) = block.stmts.last() else {
        let at = span::block(block);
        let indent = source.indent(at.end - 1);
        return Some((at, format!("{{\n{indent}    break;\n{indent}}}")));
    };
    match stmt {
        Stmt::Expr(Expr::Continue(_), _) => Some((span::node(stmt), "break;".to_owned())),
        Stmt::Expr(Expr::Lit(literal), None) if !matches!(literal.lit, Lit::Bool(_)) => None,
        Stmt::Expr(_, None) => {
            let at = span::node(stmt).end;
            let indent = source.indent(span::node(stmt).start);
            Some((Span::new(at, at), format!(";\n{indent}break;")))
        }
        _ => Some(source.after(stmt, "break;")),
    }
}
