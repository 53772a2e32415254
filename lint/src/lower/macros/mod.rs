//! Macro calls: the known ones as what they mean, the others by what their tokens look like.
//!
//! Names match by the last segment of the path, or by what an import gives another name; a `macro_rules!` of the same name in the same file wins.

mod format;
mod item;
mod select;

use proc_macro2::{TokenStream, TokenTree};
use syn::{Expr, Stmt};

use super::closure::end_of;
use super::expr::std_path;
use super::extend::strip;
use super::matches::Guarded;
use super::place::is_place;
use super::scope::{Ends, Exit, result_place};
use super::{BodyCx, types};
use crate::base::{Name, Span};
use crate::ir::{Base, Callee, Cfg, Const, DropWhy, Intrinsic, Operand, Place, Projection, Rvalue, Test, TypeRef, VariantRef, Why};
use crate::syntax::{attributes, macros, span};

/// The name by which a macro is known, unless the file makes its own of that name.
pub(super) fn known_name(cx: &super::FileCx, mac: &syn::Macro) -> String {
    let name = mac.path.segments.last().map(|last| types::name(&last.ident).to_string()).unwrap_or_default();
    if cx.macros.local.contains(&name) {
        return String::new();
    }
    cx.macros.renamed.get(&name).cloned().unwrap_or(name)
}

impl BodyCx<'_> {
    /// A macro as an expression. A value that it keeps alive ends with `scope`.
    pub fn mac(&mut self, dest: Option<&Place>, mac: &syn::Macro, scope: usize, at: Span) {
        let name = known_name(self.file, mac);
        let tokens = || mac.tokens.clone();
        let name_span = span::path(&mac.path);
        match name.as_str() {
            "panic" | "todo" | "unimplemented" | "unreachable" => self.panic(tokens(), name_span, at),
            "print" | "println" | "eprint" | "eprintln" => self.print(dest, tokens(), name_span, at),
            "error" | "warn" | "info" | "debug" | "trace" | "log" | "event" => self.print(dest, tokens(), name_span, at),
            "format" => self.format_value(dest, tokens(), &["string", "String"], name_span, at),
            "format_args" => self.format_value(dest, tokens(), &["fmt", "Arguments"], name_span, at),
            "write" | "writeln" => self.write_macro(dest, tokens(), name_span, at),
            "assert" | "debug_assert" => self.assert_true(dest, &mac.tokens, name_span, at),
            "assert_eq" | "debug_assert_eq" => self.assert_compare(dest, &mac.tokens, true, name_span, at),
            "assert_ne" | "debug_assert_ne" => self.assert_compare(dest, &mac.tokens, false, name_span, at),
            "bail" => {
                self.return_error(tokens(), name_span, at);
                self.unreachable(at);
            }
            "ensure" => self.ensure(dest, &mac.tokens, name_span, at),
            "anyhow" | "eyre" | "format_err" => {
                let value = self.made_error(tokens(), name_span, at);
                self.put(dest, Rvalue::Use(Operand::Move(value)), at);
            }
            "vec" => self.vec(dest, &mac.tokens, at),
            "span" | "error_span" | "warn_span" | "info_span" | "debug_span" | "trace_span" => {
                self.print(None, tokens(), name_span, at);
                self.put(dest, Rvalue::Opaque(Why::Data, Vec::new()), at);
            }
            "assert_matches" | "debug_assert_matches" => match macros::matches(tokens()) {
                Some((value, pat, guard)) => {
                    let fails = self.body.block();
                    let depth = self.body.scopes.len();
                    self.matches(&value, &pat, guard.as_ref(), Exit { depth, block: fails }, at);
                    let holds = std::mem::replace(&mut self.body.current, fails);
                    self.panic(TokenStream::new(), name_span, at);
                    self.body.current = holds;
                    self.put_unit(dest, at);
                }
                None => self.opaque(dest, &mac.tokens, at),
            },
            "matches" => match macros::matches(tokens()) {
                Some((value, pat, guard)) => {
                    let fails = self.body.block();
                    let depth = self.body.scopes.len();
                    self.matches(&value, &pat, guard.as_ref(), Exit { depth, block: fails }, at);
                    self.two_values(dest, fails, at);
                }
                None => self.opaque(dest, &mac.tokens, at),
            },
            "cfg" => {
                let fails = self.body.block();
                let depth = self.body.scopes.len();
                self.switch(Test::Cfg(attributes::cfg(tokens())), Exit { depth, block: fails }, at);
                self.two_values(dest, fails, at);
            }
            "cfg_if" => self.cfg_if(dest, tokens(), at),
            "dbg" => match macros::exprs(tokens()).as_deref() {
                Some([only]) => self.into(dest, only),
                Some(all) => {
                    let operands = self.operands(&all.iter().collect::<Vec<_>>());
                    self.consumed(&operands);
                    self.put(dest, Rvalue::Tuple(operands), at);
                }
                None => self.opaque(dest, &mac.tokens, at),
            },
            "pin" => self.pin(dest, &mac.tokens, scope, at),
            "try" => match syn::parse2::<Expr>(tokens()) {
                Ok(inner) => self.question(dest, &inner, name_span, at),
                Err(_) => self.opaque(dest, &mac.tokens, at),
            },
            "ready" => match syn::parse2::<Expr>(tokens()) {
                Ok(inner) => self.ready(dest, &inner, at),
                Err(_) => self.opaque(dest, &mac.tokens, at),
            },
            "join" | "try_join" => self.join(dest, tokens(), name == "join", name_span, at),
            "select" | "select_biased" => self.select(dest, mac, at),
            "unknown" if mac.tokens.is_empty() => self.put(dest, Rvalue::Use(Operand::Const(Const::Unknown(Why::Input))), at),
            "addr_of" | "addr_of_mut" => match syn::parse2::<Expr>(tokens()) {
                Ok(inner) => {
                    let place = self.place(&inner);
                    self.put(dest, Rvalue::Opaque(Why::UnsafeCode, vec![place]), at);
                }
                Err(_) => self.opaque(dest, &mac.tokens, at),
            },
            "concat" | "stringify" | "env" | "file" | "module_path" | "include_str" => {
                self.put(dest, Rvalue::Use(Operand::Const(Const::Str(String::new()))), at);
            }
            "line" | "column" | "offset_of" => self.put(dest, Rvalue::Use(Operand::Const(Const::Number)), at),
            "compile_error" => self.unreachable(at),
            _ => self.opaque(dest, &mac.tokens, at),
        }
    }

    /// A macro as a statement: it may also declare variables or items.
    pub fn macro_statement(&mut self, mac: &syn::Macro, at: Span) {
        let name = known_name(self.file, mac);
        let is_local = name.is_empty();
        match name.as_str() {
            "pin" | "pin_mut" => self.pin_statement(mac, at),
            "thread_local" | "lazy_static" => {
                let items = self.file.items_of_macro(mac);
                self.body.items.extend(items);
            }
            _ if is_known(&name) || is_local || macros::exprs(mac.tokens.clone()).is_some() => {
                self.terminating(end_of(at), |this| {
                    let scope = this.body.temps;
                    this.mac(None, mac, scope, at);
                });
            }
            _ => {
                if let Some(items) = macros::items(mac.tokens.clone()) {
                    let items = self.file.items(&items);
                    self.body.items.extend(items);
                } else if let Some(stmts) = macros::stmts(mac.tokens.clone()) {
                    self.inline_statements(&stmts);
                } else {
                    self.terminating(end_of(at), |this| this.opaque(None, &mac.tokens, at));
                }
            }
        }
    }

    /// A macro as a condition, where that is more exact than its value. `false`: it is none of these, and nothing is lowered.
    pub fn cond_macro(&mut self, mac: &syn::Macro, exit: Exit, at: Span) -> bool {
        match known_name(self.file, mac).as_str() {
            "matches" => {
                let Some((value, pat, guard)) = macros::matches(mac.tokens.clone()) else { return false };
                self.matches(&value, &pat, guard.as_ref(), exit, at);
                true
            }
            "cfg" => {
                self.switch(Test::Cfg(attributes::cfg(mac.tokens.clone())), exit, at);
                true
            }
            _ => false,
        }
    }

    /// Goes on where the value matches; its temporaries end before.
    fn matches(&mut self, value: &Expr, pat: &syn::Pat, guard: Option<&Expr>, exit: Exit, at: Span) {
        let opened = self.open(Ends::Both);
        let place = self.place(value);
        self.arm_pattern(Guarded { pat, guard }, &place, exit);
        self.close(opened, end_of(at));
    }

    /// `true` where it goes on now, `false` in the other block.
    fn two_values(&mut self, dest: Option<&Place>, fails: crate::ir::BlockId, at: Span) {
        let join = self.body.block();
        self.put(dest, Rvalue::Use(Operand::Const(Const::Bool(true))), at);
        self.body.goto(join, at);
        self.body.current = fails;
        self.put(dest, Rvalue::Use(Operand::Const(Const::Bool(false))), at);
        self.body.goto_and_follow(join, at);
    }

    /// A macro that is not known: its arguments are evaluated if they are expressions, and what it mentions goes into the value.
    fn opaque(&mut self, dest: Option<&Place>, tokens: &TokenStream, at: Span) {
        let places = match macros::exprs(tokens.clone()) {
            Some(exprs) => exprs.iter().filter(|expr| !matches!(expr, Expr::Lit(_))).map(|expr| self.place(expr)).collect(),
            None => self.mentioned(tokens),
        };
        self.put(dest, Rvalue::Opaque(Why::UnknownMacro, places), at);
    }

    /// `vec![a, b]` as the standard library does it, `vec![x; n]`.
    fn vec(&mut self, dest: Option<&Place>, tokens: &TokenStream, at: Span) {
        if tokens.is_empty() {
            self.emit_call(dest, Callee::Path(std_path(&["vec", "Vec", "new"], at)), Vec::new(), at, at);
        } else if let Some((value, count)) = macros::repeat(tokens.clone()) {
            let args = self.operands(&[&value, &count]);
            self.emit_call(dest, Callee::Path(std_path(&["vec", "from_elem"], at)), args, at, at);
        } else if let Some(values) = macros::exprs(tokens.clone()) {
            let operands = self.operands(&values.iter().collect::<Vec<_>>());
            self.consumed(&operands);
            let scope = self.body.temps;
            let array = self.temp(scope, at);
            self.body.assign(Place::local(array), Rvalue::Array(operands), at);
            self.schedule_drop(array, scope);
            let callee = Callee::Path(std_path(&["vec", "Vec", "from"], at));
            self.emit_call(dest, callee, vec![Operand::Move(Place::local(array))], at, at);
        } else {
            self.opaque(dest, tokens, at);
        }
    }

    /// `join!(a, b)`, `try_join!(a, b)`.
    fn join(&mut self, dest: Option<&Place>, tokens: TokenStream, all: bool, name_span: Span, at: Span) {
        // `biased;` may stand in front.
        let mut tokens = tokens.into_iter().peekable();
        let mut rest: Vec<TokenTree> = Vec::new();
        if matches!(tokens.peek(), Some(TokenTree::Ident(word)) if word == "biased") {
            rest.extend(tokens.by_ref().take(2));
            if matches!(rest.get(1), Some(TokenTree::Punct(semi)) if semi.as_char() == ';') {
                rest.clear();
            }
        }
        let tokens: TokenStream = rest.into_iter().chain(tokens).collect();
        let Some(futures) = macros::exprs(tokens.clone()) else { return self.opaque(dest, &tokens, at) };
        let args = self.operands(&futures.iter().collect::<Vec<_>>());
        let intrinsic = if all { Intrinsic::Join } else { Intrinsic::TryJoin };
        self.emit_call(dest, Callee::Intrinsic(intrinsic), args, name_span, at);
    }

    /// `pin!(value)`: the value stays in a temporary, which lives as long as `scope`.
    fn pin(&mut self, dest: Option<&Place>, tokens: &TokenStream, scope: usize, at: Span) {
        let Ok(value) = syn::parse2::<Expr>(tokens.clone()) else { return self.opaque(dest, tokens, at) };
        let local = self.temp(scope, at);
        self.into(Some(&Place::local(local)), &value);
        self.schedule_drop(local, scope);
        self.pinned(dest, Place::local(local), at);
    }

    fn pinned(&mut self, dest: Option<&Place>, place: Place, at: Span) {
        let reference = Place::local(self.plain_temp(at));
        self.body.assign(reference.clone(), Rvalue::Ref { mutable: true, place }, at);
        self.emit_call(dest, Callee::Path(std_path(&["pin", "Pin", "new"], at)), vec![Operand::Move(reference)], at, at);
    }

    /// `pin!(a, b)`, `pin_mut!(a)`: the variables are hidden by pinned references to them; `pin! { let a = value; }` declares them.
    fn pin_statement(&mut self, mac: &syn::Macro, at: Span) {
        if let Some(exprs) = macros::exprs(mac.tokens.clone())
            && exprs.iter().all(|expr| matches!(expr, Expr::Path(_)))
        {
            for expr in &exprs {
                self.pin_variable(expr, at);
            }
            return;
        }
        let Some(stmts) = macros::stmts(mac.tokens.clone()).filter(|stmts| stmts.iter().all(|stmt| matches!(stmt, Stmt::Local(_)))) else {
            return self.terminating(end_of(at), |this| {
                let scope = this.body.temps;
                this.mac(None, mac, scope, at);
            });
        };
        self.inline_statements(&stmts);
        for stmt in &stmts {
            if let Stmt::Local(local) = stmt
                && let Some(name) = super::items::simple_name(&local.pat)
                && let Some(local) = self.lookup(&name)
            {
                self.pin_local(name, local, at);
            }
        }
    }

    fn pin_variable(&mut self, expr: &Expr, at: Span) {
        let Expr::Path(path) = strip(expr) else { return };
        let Some(name) = path.path.get_ident().map(types::name) else { return };
        if let Some(local) = self.local_of(path) {
            self.pin_local(name, local, at);
        }
    }

    fn pin_local(&mut self, name: Name, local: crate::ir::Local, at: Span) {
        let scope = self.body.vars;
        let pinned = self.body.local(crate::ir::LocalKind::Var, Some(name.clone()), TypeRef::Infer, at);
        self.live(pinned, scope, at);
        self.pinned(Some(&Place::local(pinned)), Place::local(local), at);
        self.body.names.push((name, pinned));
    }

    /// `ready!(poll)`: the value, or returns `Pending`.
    fn ready(&mut self, dest: Option<&Place>, inner: &Expr, at: Span) {
        let poll = Place::local(self.plain_temp(at));
        self.into(Some(&poll), inner);
        let ready = VariantRef::Path(std_path(&["task", "Poll", "Ready"], at));
        let pending = self.body.block();
        let depth = self.body.scopes.len();
        self.switch(Test::Variant(poll.clone(), ready.clone()), Exit { depth, block: pending }, at);
        let goes_on = self.body.current;
        self.body.current = pending;
        let result = result_place();
        let path = std_path(&["task", "Poll", "Pending"], at);
        self.body.assign(result, Rvalue::Use(Operand::Const(Const::Path(path))), at);
        self.leave_body(DropWhy::Jump, at);
        self.body.current = goes_on;
        let value = poll.project(Projection::Downcast(ready)).project(Projection::Field(Name::index(0)));
        self.put(dest, Rvalue::Use(Operand::Move(value)), at);
    }

    fn cfg_if(&mut self, dest: Option<&Place>, tokens: TokenStream, at: Span) {
        let join = self.body.block();
        for (condition, content) in macros::cfg_if(tokens) {
            let next = self.body.block();
            let depth = self.body.scopes.len();
            if let Some(condition) = condition {
                self.switch(Test::Cfg(attributes::cfg(condition)), Exit { depth, block: next }, at);
            }
            match macros::stmts(content.clone()) {
                Some(stmts) => self.statements(dest, &stmts, end_of(at)),
                None => self.opaque(dest, &content, at),
            }
            self.body.goto(join, at);
            self.body.current = next;
        }
        self.put_unit(dest, at);
        self.body.goto_and_follow(join, at);
    }

    /// The places that tokens mention: variables.
    pub fn mentioned(&mut self, tokens: &TokenStream) -> Vec<Place> {
        let mut found = Vec::new();
        self.collect_mentions(tokens.clone(), &mut found);
        found
    }

    fn collect_mentions(&mut self, tokens: TokenStream, found: &mut Vec<Place>) {
        for token in tokens {
            match token {
                TokenTree::Ident(word) => {
                    if let Some(local) = self.lookup(&Name::new(&word.to_string())) {
                        let place = Place { base: Base::Local(local), projections: Vec::new() };
                        if !found.contains(&place) {
                            found.push(place);
                        }
                    }
                }
                TokenTree::Group(group) => self.collect_mentions(group.stream(), found),
                _ => {}
            }
        }
    }

    /// An argument that is only looked at.
    fn looked_at(&mut self, expr: &Expr) -> Option<Operand> {
        match strip(expr) {
            Expr::Lit(_) => None,
            // `&x` of a macro that takes its arguments by reference anyway.
            Expr::Reference(reference) if is_place(&reference.expr) => Some(Operand::Use(self.place(&reference.expr))),
            expr => Some(Operand::Use(self.place(expr))),
        }
    }
}

/// Macros that [`BodyCx::mac`] knows as expressions.
fn is_known(name: &str) -> bool {
    const KNOWN: &[&str] = &[
        "panic",
        "todo",
        "unimplemented",
        "unreachable",
        "print",
        "println",
        "eprint",
        "eprintln",
        "error",
        "warn",
        "info",
        "debug",
        "trace",
        "log",
        "event",
        "format",
        "format_args",
        "write",
        "writeln",
        "assert",
        "debug_assert",
        "assert_eq",
        "debug_assert_eq",
        "assert_ne",
        "debug_assert_ne",
        "bail",
        "ensure",
        "vec",
        "matches",
        "assert_matches",
        "debug_assert_matches",
        "span",
        "error_span",
        "warn_span",
        "info_span",
        "debug_span",
        "trace_span",
        "cfg",
        "cfg_if",
        "dbg",
        "try",
        "ready",
        "join",
        "try_join",
        "select",
        "select_biased",
        "unknown",
        "compile_error",
    ];
    KNOWN.contains(&name)
}

/// The condition of a cfg, for items.
pub(super) fn not_any(conditions: &[Cfg]) -> Cfg {
    match conditions {
        [] => Cfg::True,
        conditions => Cfg::Not(Box::new(Cfg::Any(conditions.to_vec()))),
    }
}
