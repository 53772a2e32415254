//! Functions, closures and async blocks: bodies and their parameters.

use syn::{Expr, FnArg, Pat, ReceiverKind};

use super::builder::BodyBuilder;
use super::items::{param_type, simple_name};
use super::scope::{Ends, result_place};
use super::{BodyCx, FileCx, types};
use crate::base::{Name, Span};
use crate::ir::{BodyKind, BodyRef, Local, LocalBodyId, LocalKind, Place, Rvalue, TypeRef};
use crate::syntax::span;

impl BodyCx<'_> {
    /// A function's body.
    pub fn function(file: &mut FileCx, sig: &syn::Signature, block: &syn::Block) -> LocalBodyId {
        let kind = if sig.asyncness.is_some() { BodyKind::AsyncFn } else { BodyKind::Fn };
        let mut cx = BodyCx::new(file, kind, span::block(block));
        cx.body.ret = types::result(&sig.output);
        let end = span::block_end(block);
        let opened = cx.open(Ends::Both);
        let mut params = Vec::new();
        for input in &sig.inputs {
            match input {
                FnArg::Receiver(receiver) => {
                    let ty = receiver_type(receiver);
                    let local = cx.body.local(LocalKind::Param, Some(Name::new("self")), ty, span::node(&receiver.self_token));
                    cx.body.names.push((Name::new("self"), local));
                    cx.body.params += 1;
                    params.push((local, None));
                }
                FnArg::Typed(param) => params.push(cx.param(&param.pat, types::ty(&param.ty))),
            }
        }
        cx.take_apart(&params);
        let result = result_place();
        cx.terminating(end, |cx| cx.block(Some(&result), block));
        cx.close(opened, end);
        cx.end_body(end);
        cx.finish()
    }

    /// A body that is one expression, with no parameters.
    pub fn whole_body(&mut self, expr: &Expr) {
        let end = end_of(span::expr(expr));
        let opened = self.open(Ends::Both);
        let result = result_place();
        self.into(Some(&result), expr);
        self.close(opened, end);
        self.end_body(end);
    }

    /// A closure.
    pub fn closure(&mut self, dest: Option<&Place>, closure: &syn::ExprClosure, at: Span) {
        let kind = if closure.asyncness.is_some() { BodyKind::AsyncClosure } else { BodyKind::Closure };
        let ret = match &closure.output {
            syn::ReturnType::Default => TypeRef::Infer,
            output @ syn::ReturnType::Type(..) => types::result(output),
        };
        let body = self.inner_body(kind, closure.capture.is_some(), ret, at, |cx| {
            let mut params = Vec::new();
            for input in &closure.inputs {
                let (ty, pat) = param_type(input);
                params.push(cx.param(pat, ty));
            }
            cx.take_apart(&params);
            let result = result_place();
            cx.terminating(end_of(at), |cx| cx.into(Some(&result), &closure.body));
        });
        self.put(dest, Rvalue::Closure { body: BodyRef::Local(body), captures: Vec::new() }, at);
    }

    /// An async block.
    pub fn async_block(&mut self, dest: Option<&Place>, block: &syn::ExprAsync, at: Span) {
        let body = self.inner_body(BodyKind::AsyncBlock, block.capture.is_some(), TypeRef::Infer, at, |cx| {
            let result = result_place();
            cx.terminating(end_of(at), |cx| cx.block(Some(&result), &block.block));
        });
        self.put(dest, Rvalue::Closure { body: BodyRef::Local(body), captures: Vec::new() }, at);
    }

    /// Lowers a body that sees this one's variables.
    pub fn inner_body(&mut self, kind: BodyKind, is_move: bool, ret: TypeRef, at: Span, inside: impl FnOnce(&mut Self)) -> LocalBodyId {
        let id = self.file.reserve_body(kind, at);
        let mut child = BodyBuilder::new(id, kind, at);
        child.parent = Some(self.body.id);
        child.is_move = is_move;
        child.ret = ret;
        self.outer.push(std::mem::replace(&mut self.body, child));
        let opened = self.open(Ends::Both);
        inside(self);
        self.close(opened, end_of(at));
        self.end_body(end_of(at));
        if let Some(parent) = self.outer.pop() {
            let body = std::mem::replace(&mut self.body, parent).finish();
            self.file.set_body(id, body);
        }
        id
    }

    /// Declares a parameter. Returns it, with its pattern if that has to be taken apart.
    fn param<'p>(&mut self, pat: &'p Pat, ty: TypeRef) -> (Local, Option<&'p Pat>) {
        let simple = simple_name(pat);
        let local = self.body.local(LocalKind::Param, simple.clone(), ty, span::pat(pat));
        self.body.params += 1;
        let pattern = simple.is_none().then_some(pat);
        self.body.names.extend(simple.map(|name| (name, local)));
        (local, pattern)
    }

    /// Schedules the drops of the parameters and of what their patterns bind: the last parameter's variables go first, then it, and so on.
    fn take_apart(&mut self, params: &[(Local, Option<&Pat>)]) {
        for &(local, pat) in params {
            let scope = self.body.vars;
            self.schedule_drop(local, scope);
            if let Some(pat) = pat {
                self.declare_and_bind(pat, &Place::local(local), 0);
            }
        }
    }

    /// The end of a body: returns.
    pub fn end_body(&mut self, end: Span) {
        let block = self.return_block();
        self.body.goto_and_follow(block, end);
        self.body.terminate(crate::ir::TerminatorKind::Return, end);
    }
}

/// The last byte of a node: where its scope ends.
pub(super) fn end_of(at: Span) -> Span {
    Span::new(at.end.saturating_sub(1).max(at.start), at.end)
}

fn receiver_type(receiver: &syn::Receiver) -> TypeRef {
    let this = || TypeRef::Path(crate::ir::Path::from_names(&["Self"], span::node(&receiver.self_token)));
    match &receiver.kind {
        ReceiverKind::Reference(_, _, mutability) => TypeRef::Ref { mutable: mutability.is_some(), ty: Box::new(this()) },
        ReceiverKind::Typed(_, ty) => types::ty(ty),
        _ => this(),
    }
}
