//! Text form of a body, for people and tests; close to what rustc prints for its MIR.

use std::fmt::{self, Display, Write};

use super::{
    AdtId, Base, BinaryOp, Body, BodyRef, Callee, CaptureMode, Cfg, Const, FnId, Local, LocalKind, Operand, Path, Place, Program,
    Projection, Rvalue, SelectOp, StatementKind, StaticId, TerminatorKind, Test, TypeRef, VariantRef,
};
use crate::base::{Idx, Name};

/// Names for the ids of elaborated bodies.
pub trait Names {
    /// A function.
    fn func(&self, id: FnId) -> String;
    /// A type's variant.
    fn variant(&self, id: AdtId, at: u32) -> String;
    /// A static.
    fn statik(&self, id: StaticId) -> String;
}

impl Names for () {
    fn func(&self, id: FnId) -> String {
        id.to_string()
    }
    fn variant(&self, id: AdtId, at: u32) -> String {
        format!("{id}#{at}")
    }
    fn statik(&self, id: StaticId) -> String {
        id.to_string()
    }
}

impl Names for Program {
    fn func(&self, id: FnId) -> String {
        self.fns.get(id).map_or_else(|| id.to_string(), |def| def.path.clone())
    }
    fn variant(&self, id: AdtId, at: u32) -> String {
        let Some(adt) = self.adts.get(id) else { return format!("{id}#{at}") };
        match adt.variants.get(at as usize) {
            Some(variant) if adt.variants.len() > 1 => format!("{}::{}", adt.path, variant.name),
            _ => adt.path.clone(),
        }
    }
    fn statik(&self, id: StaticId) -> String {
        self.statics.get(id).map_or_else(|| id.to_string(), |def| def.path.clone())
    }
}

/// The body as text.
pub fn dump(body: &Body, names: &dyn Names) -> String {
    let mut out = String::new();
    let printer = Printer { body, names };
    // Writing to a String does not fail.
    let _ = printer.body(&mut out);
    out
}

struct Printer<'a> {
    body: &'a Body,
    names: &'a dyn Names,
}

impl Printer<'_> {
    fn body(&self, out: &mut String) -> fmt::Result {
        let body = self.body;
        let moved = if body.is_move { " move" } else { "" };
        writeln!(out, "{:?}{moved}({} params) {{", body.kind, body.params)?;
        for (local, decl) in body.locals.iter_enumerated() {
            let kind = match decl.kind {
                LocalKind::Temp => continue,
                LocalKind::Return if decl.ty_ref == TypeRef::Infer && decl.ty == super::Ty::Unknown(super::Why::Pending) => continue,
                LocalKind::Return => "return",
                LocalKind::Param => "param",
                LocalKind::Var => "let",
                LocalKind::Upvar => "upvar",
                LocalKind::Guard => "guard",
                LocalKind::Capture => "capture",
            };
            let name = decl.name.as_ref().map_or_else(String::new, |name| format!(" {name}"));
            let ty = if decl.ty_ref == TypeRef::Infer { String::new() } else { format!(": {}", TypeText(&decl.ty_ref)) };
            let upvar = body.upvars.iter().find(|upvar| upvar.local == local);
            let from = upvar.map_or_else(String::new, |upvar| format!(" = parent {}", upvar.parent));
            writeln!(out, "    {kind} {local}{name}{ty}{from}")?;
        }
        for capture in &body.captures {
            let mode = match capture.mode {
                CaptureMode::Value => "",
                CaptureMode::Ref => "&",
                CaptureMode::RefMut => "&mut ",
            };
            writeln!(out, "    capture {} = {mode}parent {}", capture.local, self.place(&capture.place))?;
        }
        for (id, block) in body.blocks.iter_enumerated() {
            writeln!(out, "  {id}:{}", if block.loop_head.is_some() { " // loop" } else { "" })?;
            for statement in &block.statements {
                match &statement.kind {
                    StatementKind::Assign(place, rvalue) => writeln!(out, "    {} = {}", self.place(place), self.rvalue(rvalue))?,
                    StatementKind::StorageLive(local) => writeln!(out, "    live {local}")?,
                    StatementKind::StorageDead(local) => writeln!(out, "    dead {local}")?,
                    StatementKind::Leave => writeln!(out, "    leave")?,
                    StatementKind::Mention(place) => writeln!(out, "    mention {}", self.place(place))?,
                }
            }
            writeln!(out, "    {}", self.terminator(&block.terminator.kind))?;
        }
        out.push_str("}\n");
        Ok(())
    }

    fn terminator(&self, kind: &TerminatorKind) -> String {
        match kind {
            TerminatorKind::Goto(target) => format!("goto {target}"),
            TerminatorKind::Switch { test, then, otherwise } => format!("if {} {then} else {otherwise}", self.test(test)),
            TerminatorKind::Call { callee, args, dest, target, .. } => {
                let target = target.map_or_else(|| "!".to_owned(), |target| target.to_string());
                format!("{} = {}({}) -> {target}", self.place(dest), self.callee(callee), self.operands(args))
            }
            TerminatorKind::Await { future, dest, resume, cancel } => {
                format!("{} = await {} -> {resume}, cancel {cancel}", self.place(dest), self.operand(future))
            }
            TerminatorKind::Select { arms, otherwise, blocking, cancel } => {
                let mut text = String::from(if *blocking { "select blocking {" } else { "select {" });
                for arm in arms {
                    let op = match &arm.op {
                        SelectOp::Future(place) => self.place(place),
                        SelectOp::Recv(from) => format!("recv({})", self.operand(from)),
                        SelectOp::Send(to, value) => format!("send({}, {})", self.operand(to), self.operand(value)),
                        SelectOp::Default(None) => "default".to_owned(),
                        SelectOp::Default(Some(time)) => format!("default({})", self.operand(time)),
                    };
                    let guard = arm.guard.as_ref().map_or_else(String::new, |guard| format!(" if {}", self.operand(guard)));
                    let refutable = if arm.refutable { " refutable" } else { "" };
                    let _ = write!(text, " {} = {op}{guard}{refutable} -> {};", self.place(&arm.dest), arm.target);
                }
                text.push_str(" }");
                if let Some(otherwise) = otherwise {
                    let _ = write!(text, " else {otherwise}");
                }
                if let Some(cancel) = cancel {
                    let _ = write!(text, " cancel {cancel}");
                }
                text
            }
            TerminatorKind::Drop { place, target, why } => format!("drop {} ({why:?}) -> {target}", self.place(place)),
            TerminatorKind::Return => "return".to_owned(),
            TerminatorKind::Cancelled => "cancelled".to_owned(),
            TerminatorKind::Unreachable => "unreachable".to_owned(),
        }
    }

    fn test(&self, test: &Test) -> String {
        match test {
            Test::True(operand) => self.operand(operand),
            Test::Variant(place, variant) => format!("{} is {}", self.place(place), self.variant(variant)),
            Test::Equals(place, value) => format!("{} == {}", self.place(place), self.constant(value)),
            Test::Try(place) => format!("{} continues", self.place(place)),
            Test::Cfg(cfg) => format!("cfg({})", CfgText(cfg)),
            Test::Length { place, len, or_more } => format!("len({}) {} {len}", self.place(place), if *or_more { ">=" } else { "==" }),
            Test::Opaque(place) => format!("{} matches ?", self.place(place)),
        }
    }

    fn callee(&self, callee: &Callee) -> String {
        match callee {
            Callee::Path(path) => PathText(path).to_string(),
            Callee::Method(name, types) if types.is_empty() => format!(".{name}"),
            Callee::Method(name, types) => format!(".{name}::<{}>", list(types.iter().map(TypeText))),
            Callee::Value(operand) => format!("({})", self.operand(operand)),
            Callee::Fn(func, _) => self.names.func(*func),
            Callee::Trait(func, _) => format!("dyn {}", self.names.func(*func)),
            Callee::Intrinsic(intrinsic) => format!("{intrinsic:?}!"),
            Callee::Unknown(name, why) => format!("{name}?{why:?}"),
        }
    }

    fn rvalue(&self, rvalue: &Rvalue) -> String {
        match rvalue {
            Rvalue::Use(operand) => self.operand(operand),
            Rvalue::Ref { mutable, place } => format!("{}{}", if *mutable { "&mut " } else { "&" }, self.place(place)),
            Rvalue::Tuple(all) => format!("({})", self.operands(all)),
            Rvalue::Array(all) => format!("[{}]", self.operands(all)),
            Rvalue::Repeat(operand) => format!("[{}; _]", self.operand(operand)),
            Rvalue::Adt { variant, fields, base } => {
                let mut parts: Vec<_> = fields.iter().map(|(name, value)| format!("{name}: {}", self.operand(value))).collect();
                parts.extend(base.as_ref().map(|base| format!("..{}", self.place(base))));
                format!("{} {{ {} }}", self.variant(variant), parts.join(", "))
            }
            Rvalue::Closure { body, captures } => {
                let body = match body {
                    BodyRef::Local(id) => id.to_string(),
                    BodyRef::Global(id) => id.to_string(),
                };
                format!("closure {body}[{}]", self.operands(captures))
            }
            Rvalue::Binary(op, left, right) => format!("{} {} {}", self.operand(left), binary(*op), self.operand(right)),
            Rvalue::Not(operand) => format!("!{}", self.operand(operand)),
            Rvalue::Cast(operand, ty) => format!("{} as {}", self.operand(operand), TypeText(ty)),
            Rvalue::Residual(place) => format!("residual {}", self.place(place)),
            Rvalue::Opaque(why, places) => format!("opaque {why:?}({})", list(places.iter().map(|place| self.place(place)))),
        }
    }

    fn operands(&self, operands: &[Operand]) -> String {
        list(operands.iter().map(|operand| self.operand(operand)))
    }

    fn operand(&self, operand: &Operand) -> String {
        match operand {
            Operand::Use(place) => format!("use {}", self.place(place)),
            Operand::Bind(place, _) => format!("bind {}", self.place(place)),
            Operand::Copy(place) => format!("copy {}", self.place(place)),
            Operand::Move(place) => format!("move {}", self.place(place)),
            Operand::Const(value) => self.constant(value),
        }
    }

    fn constant(&self, value: &Const) -> String {
        match value {
            Const::Bool(value) => value.to_string(),
            Const::Int(value) => value.to_string(),
            Const::Number => "<number>".to_owned(),
            Const::Str(text) => format!("{text:?}"),
            Const::Char(code) => char::from_u32(*code).map_or_else(|| code.to_string(), |char| format!("{char:?}")),
            Const::Unit => "()".to_owned(),
            Const::Path(path) => PathText(path).to_string(),
            Const::Fn(func, _) => self.names.func(*func),
            Const::Ctor(adt, at) => self.names.variant(*adt, *at),
            Const::Item(body) => format!("const {body}"),
            Const::Unknown(why) => format!("?{why:?}"),
        }
    }

    fn variant(&self, variant: &VariantRef) -> String {
        match variant {
            VariantRef::Path(path) => PathText(path).to_string(),
            VariantRef::Resolved(adt, at) => self.names.variant(*adt, *at),
            VariantRef::Unknown(name) => format!("{name}?"),
        }
    }

    fn place(&self, place: &Place) -> String {
        let mut text = match &place.base {
            Base::Local(local) => self.local(*local),
            Base::Path(path) => PathText(path).to_string(),
            Base::Static(id) => self.names.statik(*id),
        };
        for step in &place.projections {
            text = match step {
                Projection::Deref => format!("(*{text})"),
                Projection::Field(name) => format!("{text}.{name}"),
                Projection::Downcast(variant) => format!("({text} as {})", self.variant(variant)),
                Projection::Index(at) => format!("{text}[{}]", at.map_or_else(|| "_".to_owned(), |at| self.local(at))),
                Projection::Output => format!("{text}.output"),
                Projection::Element { offset, from_end } => format!("{text}[{}{offset}]", if *from_end { "-" } else { "" }),
                Projection::Subslice => format!("{text}[..]"),
            };
        }
        text
    }

    fn local(&self, local: Local) -> String {
        let name = self.body.locals.get(local).and_then(|decl| decl.name.as_ref());
        name.map_or_else(|| local.to_string(), |name| format!("{name}_{}", local.index()))
    }
}

fn binary(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Other => "op",
        BinaryOp::Eq => "==",
        BinaryOp::Ne => "!=",
        BinaryOp::Lt => "<",
        BinaryOp::Le => "<=",
        BinaryOp::Gt => ">",
        BinaryOp::Ge => ">=",
    }
}

fn list(items: impl Iterator<Item = impl Display>) -> String {
    items.map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

struct PathText<'a>(&'a Path);

impl Display for PathText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.global {
            f.write_str("::")?;
        }
        let mut rest = self.0.segments.as_slice();
        if let Some(qself) = &self.0.qself {
            let (ty, position) = &**qself;
            let (front, back) = rest.split_at((*position).min(rest.len()));
            write!(f, "<{}", TypeText(ty))?;
            if !front.is_empty() {
                write!(f, " as {}", list(front.iter().map(|segment| &segment.name)).replace(", ", "::"))?;
            }
            f.write_str(">::")?;
            rest = back;
        }
        for (at, segment) in rest.iter().enumerate() {
            if at > 0 {
                f.write_str("::")?;
            }
            write!(f, "{}", segment.name)?;
            if !segment.args.is_empty() || !segment.bindings.is_empty() {
                let args = segment.args.iter().map(|arg| TypeText(arg).to_string());
                let bindings = segment.bindings.iter().map(|(name, ty): &(Name, TypeRef)| format!("{name} = {}", TypeText(ty)));
                write!(f, "<{}>", list(args.chain(bindings)))?;
            }
        }
        Ok(())
    }
}

struct TypeText<'a>(&'a TypeRef);

impl Display for TypeText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            TypeRef::Path(path) => write!(f, "{}", PathText(path)),
            TypeRef::Ref { mutable, ty } => write!(f, "{}{}", if *mutable { "&mut " } else { "&" }, TypeText(ty)),
            TypeRef::Ptr(ty) => write!(f, "*{}", TypeText(ty)),
            TypeRef::Tuple(types) => write!(f, "({})", list(types.iter().map(TypeText))),
            TypeRef::Slice(ty) => write!(f, "[{}]", TypeText(ty)),
            TypeRef::Array(ty) => write!(f, "[{}; _]", TypeText(ty)),
            TypeRef::FnPtr(params, result) => write!(f, "fn({}) -> {}", list(params.iter().map(TypeText)), TypeText(result)),
            TypeRef::Impl(bounds) => write!(f, "impl {}", list(bounds.iter().map(PathText)).replace(", ", " + ")),
            TypeRef::Dyn(bounds) => write!(f, "dyn {}", list(bounds.iter().map(PathText)).replace(", ", " + ")),
            TypeRef::Never => f.write_str("!"),
            TypeRef::Infer => f.write_str("_"),
            TypeRef::Unknown => f.write_str("?"),
        }
    }
}

struct CfgText<'a>(&'a Cfg);

impl Display for CfgText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Cfg::True => f.write_str("true"),
            Cfg::Is(name, None) => write!(f, "{name}"),
            Cfg::Is(name, Some(value)) => write!(f, "{name} = {value:?}"),
            Cfg::All(all) => write!(f, "all({})", list(all.iter().map(CfgText))),
            Cfg::Any(any) => write!(f, "any({})", list(any.iter().map(CfgText))),
            Cfg::Not(not) => write!(f, "not({})", CfgText(not)),
        }
    }
}
