//! Expressions: each form to statements and terminators that put its value where it is wanted.

use syn::{BinOp, Expr, ExprLit, Lit, RangeLimits, UnOp};

use super::extend::strip;
use super::place::{is_place, never_owns};
use super::scope::result_place;
use super::{BodyCx, types};
use crate::base::{Name, Span};
use crate::ir::{
    BinaryOp, Callee, Const, DropWhy, Operand, Path, Place, Projection, Rvalue, TerminatorKind, Test, TypeRef, VariantRef, Why,
};
use crate::syntax::span;

impl BodyCx<'_> {
    /// Evaluates an expression. Its value goes to `dest`; `None` means that it is `()`, or dropped with the other temporaries.
    pub fn into(&mut self, dest: Option<&Place>, expr: &Expr) {
        let expr = strip(expr);
        let at = span::expr(expr);
        match expr {
            Expr::Array(array) => {
                let operands = self.operands(&array.elems.iter().collect::<Vec<_>>());
                self.consumed(&operands);
                self.put(dest, Rvalue::Array(operands), at);
            }
            Expr::Tuple(tuple) if tuple.elems.is_empty() => self.put_unit(dest, at),
            Expr::Tuple(tuple) => {
                let operands = self.operands(&tuple.elems.iter().collect::<Vec<_>>());
                self.consumed(&operands);
                self.put(dest, Rvalue::Tuple(operands), at);
            }
            Expr::Repeat(repeat) => {
                let operand = self.operand(&repeat.expr);
                self.consumed([&operand]);
                self.put(dest, Rvalue::Repeat(operand), at);
            }
            Expr::Struct(literal) => self.struct_literal(dest, literal, at),
            Expr::Lit(literal) => self.put(dest, Rvalue::Use(Operand::Const(self::literal(&literal.lit))), at),
            Expr::Path(_) | Expr::Field(_) | Expr::Index(_) => {
                let operand = self.operand(expr);
                self.put(dest, Rvalue::Use(operand), at);
            }
            Expr::Assign(assign) => {
                self.assign_expr(&assign.left, &assign.right, at);
                self.put_unit(dest, at);
            }
            Expr::Binary(binary) => self.binary(dest, binary, at),
            Expr::Unary(unary) => match unary.op {
                UnOp::Deref(_) => {
                    let operand = self.operand(expr);
                    self.put(dest, Rvalue::Use(operand), at);
                }
                UnOp::Not(_) => {
                    let operand = self.operand(&unary.expr);
                    self.consumed([&operand]);
                    self.put(dest, Rvalue::Not(operand), at);
                }
                _ => self.negation(dest, &unary.expr, at),
            },
            Expr::Cast(cast) => {
                let operand = self.operand(&cast.expr);
                self.consumed([&operand]);
                self.put(dest, Rvalue::Cast(operand, types::ty(&cast.ty)), at);
            }
            Expr::Reference(reference) => {
                let place = self.place(&reference.expr);
                self.put(dest, Rvalue::Ref { mutable: reference.mutability.is_some(), place }, at);
            }
            Expr::RawAddr(reference) => {
                let place = self.place(&reference.expr);
                self.put(dest, Rvalue::Opaque(Why::UnsafeCode, vec![place]), at);
            }
            Expr::Range(range) => self.range(dest, range, at),
            Expr::Call(call) => self.call(dest, call, at),
            Expr::MethodCall(call) => self.method_call(dest, call, self.own_lines(expr, at)),
            Expr::Macro(mac) => {
                let scope = self.temp_scope(expr);
                self.mac(dest, &mac.mac, scope, at);
            }
            Expr::Await(awaited) => {
                let future = self.operand(&awaited.base);
                self.await_future(dest, future, self.own_lines(&awaited.base, at));
            }
            Expr::Try(tried) => self.question(dest, &tried.expr, span::node(&tried.question_token), at),
            Expr::TryBlock(block) => self.try_block(dest, &block.block, at),
            Expr::Closure(closure) => self.closure(dest, closure, at),
            Expr::Async(block) => self.async_block(dest, block, at),
            Expr::Block(block) => self.labelled_block(dest, block),
            Expr::Unsafe(block) => self.block(dest, &block.block),
            Expr::Const(block) => self.block(dest, &block.block),
            Expr::If(branch) => self.if_expr(dest, branch, at),
            Expr::Let(_) => self.bool_value(dest, expr, at),
            Expr::Match(matched) => self.match_expr(dest, matched, at),
            Expr::Loop(repeated) => self.loop_expr(dest, repeated),
            Expr::While(repeated) => self.while_expr(dest, repeated, at),
            Expr::ForLoop(repeated) => self.for_expr(dest, repeated, at),
            Expr::Break(jump) => self.break_expr(jump, at),
            Expr::Continue(jump) => self.continue_expr(jump, at),
            Expr::Return(jump) => self.return_expr(jump.expr.as_deref(), at),
            Expr::Yield(yielded) => {
                if let Some(value) = &yielded.expr {
                    self.temporary(value, TypeRef::Infer);
                }
                self.put(dest, Rvalue::Opaque(Why::Input, Vec::new()), at);
            }
            Expr::Infer(_) => {}
            Expr::Verbatim(tokens) => {
                let places = self.mentioned(tokens);
                self.put(dest, Rvalue::Opaque(Why::UnknownMacro, places), at);
            }
            _ => self.put(dest, Rvalue::Opaque(Why::Data, Vec::new()), at),
        }
    }

    /// Puts a value where it is wanted, or in a temporary that is dropped with the others.
    pub fn put(&mut self, dest: Option<&Place>, rvalue: Rvalue, at: Span) {
        if let Some(dest) = dest {
            self.body.assign(dest.clone(), rvalue, at);
            return;
        }
        if matches!(rvalue, Rvalue::Use(Operand::Const(Const::Unit))) {
            return;
        }
        let scope = self.body.temps;
        let local = self.temp(scope, at);
        self.body.assign(Place::local(local), rvalue, at);
        self.schedule_drop(local, scope);
    }

    /// `()` is the value.
    pub fn put_unit(&mut self, dest: Option<&Place>, at: Span) {
        self.put(dest, super::pattern::unit(), at);
    }

    /// A call. Its result goes to `dest`, or to a temporary.
    pub fn emit_call(&mut self, dest: Option<&Place>, callee: Callee, args: Vec<Operand>, name_span: Span, at: Span) {
        let temp = dest.is_none().then(|| {
            let scope = self.body.temps;
            (self.temp(scope, at), scope)
        });
        let dest = match (dest, temp) {
            (Some(dest), _) => dest.clone(),
            (None, Some((local, _))) => Place::local(local),
            (None, None) => result_place(),
        };
        self.consumed(&args);
        let next = self.body.block();
        self.body.terminate_and_follow(TerminatorKind::Call { callee, args, dest, target: Some(next), name_span }, next, at);
        if let Some((local, scope)) = temp {
            self.schedule_drop(local, scope);
        }
    }

    fn call(&mut self, dest: Option<&Place>, call: &syn::ExprCall, at: Span) {
        let func = strip(&call.func);
        let args: Vec<&Expr> = call.args.iter().collect();
        let (callee, name_span) = match func {
            Expr::Path(path) => {
                if let Some(local) = self.local_of(path) {
                    (Callee::Value(Operand::Use(Place::local(local))), span::expr(func))
                } else {
                    let name_span = path.path.segments.last().map_or_else(|| span::expr(func), |last| span::node(&last.ident));
                    (Callee::Path(types::qualified(path.qself.as_ref(), &path.path)), name_span)
                }
            }
            _ => (Callee::Value(Operand::Use(self.place(func))), span::expr(func)),
        };
        let args = self.operands(&args);
        self.emit_call(dest, callee, args, name_span, at);
    }

    fn method_call(&mut self, dest: Option<&Place>, call: &syn::ExprMethodCall, at: Span) {
        let mut args = vec![self.receiver(&call.receiver)];
        args.extend(self.operands(&call.args.iter().collect::<Vec<_>>()));
        let callee = Callee::Method(types::name(&call.method), types::turbofish(call.turbofish.as_ref()));
        self.emit_call(dest, callee, args, span::node(&call.method), at);
    }

    /// Of the bytes of a call, or of what is done with it, those from its name on where that stands on a later line than the receiver's
    /// beginning: a long chain is read call by call.
    fn own_lines(&self, call: &Expr, all: Span) -> Span {
        let Expr::MethodCall(call) = call else { return all };
        let name = span::node(&call.method).start;
        if self.file.lines.line(name) > self.file.lines.line(all.start) { Span { start: name, ..all } } else { all }
    }

    /// Waits for a future.
    pub fn await_future(&mut self, dest: Option<&Place>, future: Operand, at: Span) {
        let temp = dest.is_none().then(|| {
            let scope = self.body.temps;
            (self.temp(scope, at), scope)
        });
        let dest = match (dest, temp) {
            (Some(dest), _) => dest.clone(),
            (None, Some((local, _))) => Place::local(local),
            (None, None) => result_place(),
        };
        self.consumed([&future]);
        let cancel = self.cancel_block(at);
        let resume = self.body.block();
        self.body.terminate_and_follow(TerminatorKind::Await { future, dest, resume, cancel }, resume, at);
        if let Some((local, scope)) = temp {
            self.schedule_drop(local, scope);
        }
    }

    fn struct_literal(&mut self, dest: Option<&Place>, literal: &syn::ExprStruct, at: Span) {
        let exprs: Vec<&Expr> = literal.fields.iter().map(|field| &field.expr).collect();
        let operands = self.operands(&exprs);
        let base = literal.rest.as_ref().map(|rest| self.place(rest));
        self.consumed(&operands);
        let names = literal.fields.iter().map(|field| super::pattern::member(&field.member));
        let rvalue = Rvalue::Adt {
            variant: VariantRef::Path(types::qualified(literal.qself.as_ref(), &literal.path)),
            fields: names.zip(operands).collect(),
            base,
        };
        self.put(dest, rvalue, at);
    }

    fn range(&mut self, dest: Option<&Place>, range: &syn::ExprRange, at: Span) {
        let ends: Vec<&Expr> = range.start.iter().chain(&range.end).map(|end| &**end).collect();
        let operands = self.operands(&ends);
        self.consumed(&operands);
        let closed = matches!(range.limits, RangeLimits::Closed(_));
        let (name, fields): (_, &[&str]) = match (&range.start, &range.end, closed) {
            (Some(_), Some(_), false) => ("Range", &["start", "end"]),
            (Some(_), Some(_), true) => ("RangeInclusive", &["start", "end"]),
            (Some(_), None, _) => ("RangeFrom", &["start"]),
            (None, Some(_), false) => ("RangeTo", &["end"]),
            (None, Some(_), true) => ("RangeToInclusive", &["end"]),
            (None, None, _) => ("RangeFull", &[]),
        };
        let variant = VariantRef::Path(std_path(&["ops", name], at));
        let fields = fields.iter().map(|name| Name::new(name)).zip(operands).collect();
        self.put(dest, Rvalue::Adt { variant, fields, base: None }, at);
    }

    fn negation(&mut self, dest: Option<&Place>, inner: &Expr, at: Span) {
        if let Expr::Lit(ExprLit { lit, .. }) = strip(inner) {
            let value = match literal(lit) {
                Const::Int(value) => Const::Int(-value),
                other => other,
            };
            self.put(dest, Rvalue::Use(Operand::Const(value)), at);
            return;
        }
        let operand = self.operand(inner);
        self.consumed([&operand]);
        // As the type inference has it, nothing less a value is of that value's type.
        self.put(dest, Rvalue::Binary(BinaryOp::Sub, Operand::Const(Const::Int(0)), operand), at);
    }

    fn binary(&mut self, dest: Option<&Place>, binary: &syn::ExprBinary, at: Span) {
        if matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) {
            // The parent expression is wanted as a whole: the condition logic takes it apart.
            self.lazy_bool(dest, binary, at);
            return;
        }
        let (op, compound) = operator(&binary.op);
        if compound {
            let value = self.operand(&binary.right);
            let place = self.place(&binary.left);
            let sum = self.plain_temp(at);
            self.consumed([&value]);
            self.body.assign(Place::local(sum), Rvalue::Binary(op, Operand::Use(place.clone()), value), at);
            self.body.assign(place, Rvalue::Use(Operand::Move(Place::local(sum))), at);
            self.put_unit(dest, at);
            return;
        }
        let operands = self.operands(&[&binary.left, &binary.right]);
        self.consumed(&operands);
        let mut operands = operands.into_iter();
        if let (Some(left), Some(right)) = (operands.next(), operands.next()) {
            self.put(dest, Rvalue::Binary(op, left, right), at);
        }
    }

    /// `left = right`, also with a pattern on the left.
    fn assign_expr(&mut self, left: &Expr, right: &Expr, at: Span) {
        match strip(left) {
            Expr::Infer(_) if is_place(right) => {
                let place = self.place(right);
                self.mention(place, at);
            }
            Expr::Infer(_) => {
                self.temporary(right, TypeRef::Infer);
            }
            pattern @ (Expr::Tuple(_) | Expr::Array(_) | Expr::Struct(_) | Expr::Call(_)) => {
                self.assign_pattern(pattern, right, at);
            }
            target => {
                let value = self.operand(right);
                let place = self.place(target);
                self.overwrite(place, value, !never_owns(right), at);
            }
        }
    }

    /// Assigns to a place that may hold something.
    pub fn overwrite(&mut self, place: Place, value: Operand, may_own: bool, at: Span) {
        if may_own {
            self.drop_place(place.clone(), DropWhy::Overwrite, at);
        }
        self.consumed([&value]);
        self.body.assign(place, Rvalue::Use(value), at);
    }

    /// `(a, b) = value`: as `let` with variables of its own, which are then assigned from left to right.
    fn assign_pattern(&mut self, pattern: &Expr, right: &Expr, at: Span) {
        let scope = self.body.temps;
        let mut taken = Vec::new();
        self.terminating(at, |this| {
            let value = this.temporary(right, TypeRef::Infer);
            let mut parts = Vec::new();
            destructure(pattern, &value, &mut parts);
            for (target, part) in parts {
                let local = this.temp(scope, at);
                let scrutinee = value.projections.len() as u32;
                this.body.assign(Place::local(local), Rvalue::Use(Operand::Bind(part, scrutinee)), at);
                this.schedule_drop(local, scope);
                taken.push((target, local));
            }
        });
        for (target, local) in taken {
            let place = self.place(target);
            self.overwrite(place, Operand::Move(Place::local(local)), true, at);
        }
    }

    /// `expr?`.
    pub fn question(&mut self, dest: Option<&Place>, expr: &Expr, mark: Span, at: Span) {
        let inner = span::expr(expr);
        // No drop is due on it: one side takes the output, the other the residual.
        let tried = Place::local(self.plain_temp(inner));
        self.into(Some(&tried), expr);
        self.question_place(dest, &tried, mark, at);
    }

    /// `?` on a value in a temporary. `mark` is where it leaves from: the `?` itself.
    fn question_place(&mut self, dest: Option<&Place>, tried: &Place, mark: Span, at: Span) {
        let then = self.body.block();
        let otherwise = self.body.block();
        self.body.terminate(TerminatorKind::Switch { test: Test::Try(tried.clone()), then, otherwise }, at);
        self.body.current = otherwise;
        let residual = Rvalue::Residual(tried.clone());
        if let Some(block) = self.body.breakables.iter().rev().find(|breakable| breakable.is_try).cloned() {
            if let Some(dest) = block.dest {
                self.body.assign(dest, residual, mark);
            }
            self.leave(super::scope::Exit { depth: block.depth, block: block.break_to }, DropWhy::Question, mark);
        } else {
            self.body.assign(result_place(), residual, mark);
            self.leave_body(DropWhy::Question, mark);
        }
        self.body.current = then;
        self.put(dest, Rvalue::Use(Operand::Move(tried.project(Projection::Output))), at);
    }
}

/// A path of std, the same in every crate.
pub(super) fn std_path(names: &[&str], at: Span) -> Path {
    let mut all = vec!["std"];
    all.extend(names);
    let mut path = Path::from_names(&all, at);
    path.global = true;
    path
}

/// The places that a pattern on the left of `=` assigns, each with the part of the value that goes there.
fn destructure<'e>(pattern: &'e Expr, value: &Place, parts: &mut Vec<(&'e Expr, Place)>) {
    match strip(pattern) {
        Expr::Infer(_) => {}
        Expr::Tuple(tuple) => destructure_list(&tuple.elems, value, false, parts),
        Expr::Array(array) => destructure_list(&array.elems, value, true, parts),
        Expr::Call(call) => {
            let Expr::Path(path) = strip(&call.func) else { return };
            let variant = VariantRef::Path(types::qualified(path.qself.as_ref(), &path.path));
            destructure_list(&call.args, &value.project(Projection::Downcast(variant)), false, parts);
        }
        Expr::Struct(literal) => {
            let variant = VariantRef::Path(types::qualified(literal.qself.as_ref(), &literal.path));
            let inside = value.project(Projection::Downcast(variant));
            for field in &literal.fields {
                destructure(&field.expr, &inside.project(Projection::Field(super::pattern::member(&field.member))), parts);
            }
        }
        target => parts.push((target, value.clone())),
    }
}

fn destructure_list<'e>(
    elems: impl IntoIterator<Item = &'e Expr, IntoIter: ExactSizeIterator>,
    value: &Place,
    is_slice: bool,
    parts: &mut Vec<(&'e Expr, Place)>,
) {
    let elems = elems.into_iter();
    let count = elems.len();
    let mut after_rest = false;
    for (offset, elem) in elems.enumerate() {
        if matches!(strip(elem), Expr::Range(range) if range.start.is_none() && range.end.is_none()) {
            after_rest = true;
            continue;
        }
        let step = match (after_rest, is_slice) {
            (true, _) => Projection::Element { offset: (count - 1 - offset) as u32, from_end: true },
            (false, true) => Projection::Element { offset: offset as u32, from_end: false },
            (false, false) => Projection::Field(Name::index(offset)),
        };
        destructure(elem, &value.project(step), parts);
    }
}

/// The value of a literal.
pub(super) fn literal(lit: &Lit) -> Const {
    match lit {
        Lit::Str(text) => Const::Str(text.value()),
        Lit::ByteStr(bytes) => Const::Str(String::from_utf8_lossy(&bytes.value()).into_owned()),
        Lit::CStr(text) => Const::Str(text.value().to_string_lossy().into_owned()),
        Lit::Byte(byte) => Const::Char(u32::from(byte.value())),
        Lit::Char(char) => Const::Char(u32::from(char.value())),
        Lit::Int(int) => int.base10_parse().map_or(Const::Number, Const::Int),
        Lit::Bool(value) => Const::Bool(value.value),
        _ => Const::Number,
    }
}

/// `+=` and the like.
pub(super) fn is_compound(op: &BinOp) -> bool {
    operator(op).1
}

fn operator(op: &BinOp) -> (BinaryOp, bool) {
    match op {
        BinOp::Add(_) => (BinaryOp::Add, false),
        BinOp::Sub(_) => (BinaryOp::Sub, false),
        BinOp::Eq(_) => (BinaryOp::Eq, false),
        BinOp::Ne(_) => (BinaryOp::Ne, false),
        BinOp::Lt(_) => (BinaryOp::Lt, false),
        BinOp::Le(_) => (BinaryOp::Le, false),
        BinOp::Gt(_) => (BinaryOp::Gt, false),
        BinOp::Ge(_) => (BinaryOp::Ge, false),
        BinOp::AddAssign(_) => (BinaryOp::Add, true),
        BinOp::SubAssign(_) => (BinaryOp::Sub, true),
        BinOp::MulAssign(_)
        | BinOp::DivAssign(_)
        | BinOp::RemAssign(_)
        | BinOp::BitXorAssign(_)
        | BinOp::BitAndAssign(_)
        | BinOp::BitOrAssign(_)
        | BinOp::ShlAssign(_)
        | BinOp::ShrAssign(_) => (BinaryOp::Other, true),
        _ => (BinaryOp::Other, false),
    }
}
