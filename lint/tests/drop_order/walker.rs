//! Runs elaborated bodies on concrete values, and notes what the program would print.
//!
//! It knows nothing of drops but what the IR says: a `Drop` drops what is still in its place, a call by value of a closure drops what is
//! left of its environment, and a coroutine that is dropped half-way goes down its `cancel` edges.

use std::collections::HashMap;

use must_abort_lint::base::{Idx, Name};
use must_abort_lint::ir::{
    AdtId, Base, BinaryOp, BodyId, BodyKind, BodyRef, Callee, CaptureMode, Clause, Const, Container, FnId, Intrinsic, Local, Operand,
    Place, Projection, Rvalue, StatementKind, TerminatorKind, Test, Ty, VariantRef,
};
use must_abort_lint::link::Linked;
use must_abort_lint::link::table::subst;

/// More steps than this are an endless loop.
const MAX_STEPS: usize = 200_000;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Moved away, or never set.
    Gone,
    Unit,
    Bool(bool),
    Int(i64),
    Str(String),
    Adt(AdtId, u32, Vec<(Name, Value)>),
    Tuple(Vec<Value>),
    List(Vec<Value>),
    Ref(Pointer),
    /// A closure or coroutine with its environment, and the type arguments of the function around.
    Code(BodyId, Vec<Value>, Vec<Ty>),
    /// The future of an async function that has not run.
    Call(FnId, Vec<Value>),
    Fn(FnId),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pointer {
    frame: usize,
    local: Local,
    path: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    Field(Name),
    Element(usize),
}

/// How a body ends.
enum End {
    Returned(Value),
    Cancelled,
}

/// What goes wrong: the elaborated form does not say enough.
pub type Failure = String;
type Run<T> = Result<T, Failure>;

pub struct Walker<'l> {
    pub(super) linked: &'l Linked,
    frames: HashMap<usize, HashMap<Local, Value>>,
    /// The type arguments with which each frame runs.
    substs: HashMap<usize, Vec<Ty>>,
    next_frame: usize,
    steps: usize,
    /// How often a future that is polled may still be pending before it is dropped.
    polls: u32,
    pub log: Vec<String>,
}

impl<'l> Walker<'l> {
    pub fn new(linked: &'l Linked) -> Self {
        Self { linked, frames: HashMap::new(), substs: HashMap::new(), next_frame: 0, steps: 0, polls: 0, log: Vec::new() }
    }

    /// Runs the function with this name.
    pub fn run(&mut self, name: &str) -> Run<()> {
        let program = &self.linked.program;
        let found = program.fns.iter_enumerated().find(|(_, def)| def.name == *name && !program.krates[def.krate].stub);
        let (func, _) = found.ok_or_else(|| format!("no function {name}"))?;
        self.call_fn(func, Vec::new(), Vec::new()).map(|_| ())
    }

    fn frame(&mut self) -> usize {
        self.next_frame += 1;
        self.frames.insert(self.next_frame, HashMap::new());
        self.next_frame
    }

    fn call_fn(&mut self, func: FnId, substs: Vec<Ty>, args: Vec<Value>) -> Run<Value> {
        let def = &self.linked.program.fns[func];
        let own = !self.linked.program.krates[def.krate].stub;
        match def.name.as_str() {
            "log" if own => {
                let words: Vec<&str> = args.iter().map(|arg| if let Value::Str(text) = arg { text.as_str() } else { "?" }).collect();
                self.log.push(words.join(" "));
                return Ok(Value::Unit);
            }
            "poll_times" if own => return self.poll_times(args),
            _ => {}
        }
        if def.is_async {
            return Ok(Value::Call(func, args));
        }
        let Some(body) = def.body.filter(|_| !def.primitive) else { return self.primitive(func, args) };
        match self.body(body, substs, args, &mut Vec::new())? {
            End::Returned(value) => Ok(value),
            End::Cancelled => Err(format!("{} was cancelled", def.path)),
        }
    }

    /// What a stub can't say in Rust.
    fn primitive(&mut self, func: FnId, args: Vec<Value>) -> Run<Value> {
        let def = &self.linked.program.fns[func];
        let path = def.path.clone();
        let mut args = args.into_iter();
        match def.contract.clauses.first() {
            Some(Clause::Puts(_)) => {
                let (to, value) = (args.next(), args.last().unwrap_or(Value::Unit));
                if let Some(Value::Ref(pointer)) = to
                    && let Value::List(list) = self.at(&pointer)?
                {
                    list.push(value);
                    return Ok(Value::Unit);
                }
                return Err(format!("{path} on no list"));
            }
            Some(Clause::Gets(_)) => {
                let Some(Value::Ref(pointer)) = args.next() else { return Err(format!("{path} on no reference")) };
                if def.name == *"nth_ref" {
                    let Some(Value::Int(nth)) = args.next() else { return Err(format!("{path} without a number")) };
                    let Value::List(list) = self.at(&pointer)? else { return Err(format!("{path} on no list")) };
                    let nth = usize::try_from(nth).ok().filter(|nth| *nth < list.len());
                    return self.option(nth.map(|nth| Value::Ref(pointer.step(Step::Element(nth)))));
                }
                let last = def.name == *"pop";
                let Value::List(list) = self.at(&pointer)? else { return Err(format!("{path} on no list")) };
                let taken = if list.is_empty() {
                    None
                } else if last {
                    list.pop()
                } else {
                    Some(list.remove(0))
                };
                return self.option(taken);
            }
            _ => {}
        }
        match path.as_str() {
            "std::mem::forget" => Ok(Value::Unit),
            "std::vec::Vec::new" | "std::vec::Vec::with_capacity" => Ok(Value::List(Vec::new())),
            _ => Err(format!("{path} is primitive")),
        }
    }

    fn option(&self, value: Option<Value>) -> Run<Value> {
        let adt = self.linked.adt_by_path("std::option::Option").ok_or("no Option")?;
        let name = if value.is_some() { "Some" } else { "None" };
        let variants = &self.linked.program.adts[adt].variants;
        let variant = variants.iter().position(|variant| variant.name == *name).ok_or("no variant")?;
        Ok(Value::Adt(adt, variant as u32, value.into_iter().map(|value| (Name::index(0), value)).collect()))
    }

    /// Polls the future so often, then drops it.
    fn poll_times(&mut self, args: Vec<Value>) -> Run<Value> {
        let mut args = args.into_iter();
        let (future, Value::Int(times)) = (args.next().unwrap_or(Value::Gone), args.next().unwrap_or(Value::Gone)) else {
            return Err("poll_times without a number".to_owned());
        };
        if times == 0 {
            self.log.push("drop future".to_owned());
            self.drop_value(future)?;
            return Ok(Value::Unit);
        }
        // The first poll begins; each pending point takes one more.
        self.log.push("poll future".to_owned());
        self.polls = u32::try_from(times).unwrap_or(1) - 1;
        let outcome = self.drive(future)?;
        if outcome.is_some() {
            self.log.push("ready future".to_owned());
            self.log.push("drop future".to_owned());
        }
        Ok(Value::Unit)
    }

    /// Runs a future to its end; `None` if it was dropped on the way.
    fn drive(&mut self, future: Value) -> Run<Option<Value>> {
        match future {
            Value::Code(body, mut env, substs) => match self.body(body, substs, Vec::new(), &mut env)? {
                End::Returned(value) => {
                    self.drop_env(env)?;
                    Ok(Some(value))
                }
                End::Cancelled => {
                    self.drop_env(env)?;
                    Ok(None)
                }
            },
            Value::Call(func, args) => {
                let body = self.linked.program.fns[func].body.ok_or("an async function without body")?;
                match self.body(body, Vec::new(), args, &mut Vec::new())? {
                    End::Returned(value) => Ok(Some(value)),
                    End::Cancelled => Ok(None),
                }
            }
            Value::Adt(adt, ..) if self.linked.program.adts[adt].name == *"Later" => {
                if self.polls == 0 {
                    self.log.push("drop future".to_owned());
                    return Ok(None);
                }
                self.polls -= 1;
                self.log.push("poll future".to_owned());
                Ok(Some(Value::Unit))
            }
            other => Err(format!("no future: {other:?}")),
        }
    }

    fn drop_env(&mut self, env: Vec<Value>) -> Run<()> {
        env.into_iter().try_for_each(|value| self.drop_value(value))
    }

    /// Drops a value that is in no place.
    fn drop_value(&mut self, value: Value) -> Run<()> {
        let frame = self.frame();
        let local = Local::new(0);
        self.frames.entry(frame).or_default().insert(local, value);
        self.drop_at(&Pointer { frame, local, path: Vec::new() })
    }

    /// Drops what is there.
    fn drop_at(&mut self, pointer: &Pointer) -> Run<()> {
        let value = self.at(pointer)?.clone();
        match &value {
            Value::Adt(adt, _, fields) => {
                if let Some(func) = self.linked.program.adts[*adt].drop_fn {
                    self.call_fn(func, Vec::new(), vec![Value::Ref(pointer.clone())])?;
                }
                for (name, _) in fields {
                    self.drop_at(&pointer.step(Step::Field(name.clone())))?;
                }
            }
            Value::Tuple(parts) => {
                for at in 0..parts.len() {
                    self.drop_at(&pointer.step(Step::Field(Name::index(at))))?;
                }
            }
            Value::List(parts) => {
                // As rustc does it: of an array from which something was moved out, what is left goes from the end.
                let mut order: Vec<usize> = (0..parts.len()).collect();
                if parts.contains(&Value::Gone) {
                    order.reverse();
                }
                for at in order {
                    self.drop_at(&pointer.step(Step::Element(at)))?;
                }
            }
            Value::Code(_, env, _) | Value::Call(_, env) => self.drop_env(env.clone())?,
            _ => {}
        }
        *self.at(pointer)? = Value::Gone;
        Ok(())
    }

    fn at(&mut self, pointer: &Pointer) -> Run<&mut Value> {
        let frame = self.frames.get_mut(&pointer.frame).ok_or("a dangling reference")?;
        let mut at = frame.entry(pointer.local).or_insert(Value::Gone);
        for step in &pointer.path {
            at = match (step, at) {
                (Step::Field(name), Value::Adt(_, _, fields)) => {
                    if fields.iter().all(|(field, _)| field != name) {
                        fields.push((name.clone(), Value::Gone));
                    }
                    let found = fields.iter_mut().find(|(field, _)| field == name);
                    found.map(|(_, value)| value).ok_or("no such field")?
                }
                (Step::Field(name), Value::Tuple(parts)) => {
                    let nth: usize = name.parse().map_err(|_| "a tuple has numbers")?;
                    parts.get_mut(nth).ok_or("no such component")?
                }
                (Step::Element(nth), Value::List(parts)) => parts.get_mut(*nth).ok_or("no such element")?,
                (step, value) => return Err(format!("no {step:?} of {value:?}")),
            };
        }
        Ok(at)
    }

    fn pointer(&mut self, frame: usize, place: &Place) -> Run<Pointer> {
        let Base::Local(local) = place.base else { return Err("a static".to_owned()) };
        let mut at = Pointer { frame, local, path: Vec::new() };
        for step in &place.projections {
            match step {
                Projection::Deref => match self.at(&at)?.clone() {
                    Value::Ref(to) => at = to,
                    // A box.
                    Value::Adt(..) => at = at.step(Step::Field("value".into())),
                    // `&str` is taken as the text itself.
                    Value::Str(_) => {}
                    other => return Err(format!("dereference of {other:?} in {place:?}")),
                },
                Projection::Field(name) => at = at.step(Step::Field(name.clone())),
                Projection::Downcast(_) => {}
                Projection::Element { offset, from_end } => {
                    let Value::List(parts) = self.at(&at)?.clone() else { return Err("an element of no list".to_owned()) };
                    let offset = *offset as usize;
                    at = at.step(Step::Element(if *from_end { parts.len() - 1 - offset } else { offset }));
                }
                other => return Err(format!("step {other:?}")),
            }
        }
        Ok(at)
    }

    fn operand(&mut self, frame: usize, operand: &Operand) -> Run<Value> {
        match operand {
            Operand::Copy(place) => {
                let at = self.pointer(frame, place)?;
                Ok(self.at(&at)?.clone())
            }
            Operand::Move(place) => {
                let at = self.pointer(frame, place)?;
                let slot = self.at(&at)?;
                if *slot == Value::Gone {
                    return Err(format!("moved twice: {place:?}"));
                }
                Ok(std::mem::replace(slot, Value::Gone))
            }
            Operand::Use(place) | Operand::Bind(place, _) => Err(format!("undecided use of {place:?}")),
            Operand::Const(constant) => match constant {
                Const::Bool(value) => Ok(Value::Bool(*value)),
                Const::Int(value) => Ok(Value::Int(*value)),
                Const::Str(text) => Ok(Value::Str(text.clone())),
                Const::Unit => Ok(Value::Unit),
                Const::Fn(func, _) => Ok(Value::Fn(*func)),
                other => Err(format!("constant {other:?}")),
            },
        }
    }

    fn operands(&mut self, frame: usize, operands: &[Operand]) -> Run<Vec<Value>> {
        operands.iter().map(|operand| self.operand(frame, operand)).collect()
    }

    /// Runs a body; what is left of the environment is put back.
    fn body(&mut self, id: BodyId, substs: Vec<Ty>, args: Vec<Value>, env: &mut Vec<Value>) -> Run<End> {
        let body = self.linked.body(id);
        let frame = self.frame();
        self.substs.insert(frame, substs);
        let locals = self.frames.entry(frame).or_default();
        for (nth, value) in args.into_iter().enumerate() {
            locals.insert(Local::new(nth + 1), value);
        }
        for (capture, value) in body.captures.iter().zip(env.drain(..)) {
            locals.insert(capture.local, value);
        }
        let mut block = must_abort_lint::ir::BlockId::new(0);
        let end = loop {
            self.steps += 1;
            if self.steps > MAX_STEPS {
                return Err("an endless loop".to_owned());
            }
            let data = &body.blocks[block];
            for statement in &data.statements {
                if let StatementKind::Assign(place, rvalue) = &statement.kind {
                    let value = self.rvalue(frame, rvalue)?;
                    let at = self.pointer(frame, place)?;
                    *self.at(&at)? = value;
                }
            }
            block = match &data.terminator.kind {
                TerminatorKind::Goto(next) => *next,
                TerminatorKind::Switch { test, then, otherwise } => {
                    if self.test(frame, test)? {
                        *then
                    } else {
                        *otherwise
                    }
                }
                TerminatorKind::Call { callee, args, dest, target, .. } => {
                    let value = self.call(id, frame, callee, args)?;
                    let Some(target) = target else { return Err("a call that does not return did".to_owned()) };
                    let at = self.pointer(frame, dest)?;
                    *self.at(&at)? = value;
                    *target
                }
                TerminatorKind::Await { future, dest, resume, cancel } => {
                    let future = self.operand(frame, future)?;
                    match self.drive(future)? {
                        Some(value) => {
                            let at = self.pointer(frame, dest)?;
                            *self.at(&at)? = value;
                            *resume
                        }
                        None => *cancel,
                    }
                }
                TerminatorKind::Drop { place, target, .. } => {
                    let at = self.pointer(frame, place)?;
                    self.drop_at(&at)?;
                    *target
                }
                TerminatorKind::Return => {
                    let slot = Pointer { frame, local: Local::new(0), path: Vec::new() };
                    let value = std::mem::replace(self.at(&slot)?, Value::Gone);
                    break End::Returned(if value == Value::Gone { Value::Unit } else { value });
                }
                TerminatorKind::Cancelled => break End::Cancelled,
                other => return Err(format!("terminator {other:?}")),
            };
        };
        for capture in &body.captures {
            let slot = Pointer { frame, local: capture.local, path: Vec::new() };
            let value = std::mem::replace(self.at(&slot)?, Value::Gone);
            env.push(if capture.mode == CaptureMode::Value { value } else { Value::Gone });
        }
        Ok(end)
    }

    fn rvalue(&mut self, frame: usize, rvalue: &Rvalue) -> Run<Value> {
        Ok(match rvalue {
            Rvalue::Use(operand) => self.operand(frame, operand)?,
            Rvalue::Cast(operand, _) => self.operand(frame, operand)?,
            Rvalue::Ref { place, .. } => Value::Ref(self.pointer(frame, place)?),
            Rvalue::Tuple(parts) => Value::Tuple(self.operands(frame, parts)?),
            Rvalue::Array(parts) => Value::List(self.operands(frame, parts)?),
            Rvalue::Adt { variant: VariantRef::Resolved(adt, nth), fields, base: None } => {
                let mut values = Vec::new();
                for (name, operand) in fields {
                    values.push((name.clone(), self.operand(frame, operand)?));
                }
                let order: Vec<Name> = self.linked.program.adts[*adt]
                    .variants
                    .get(*nth as usize)
                    .map(|v| v.fields.keys().cloned().collect())
                    .unwrap_or_default();
                values.sort_by_key(|(name, _)| order.iter().position(|known| known == name));
                Value::Adt(*adt, *nth, values)
            }
            Rvalue::Closure { body: BodyRef::Global(body), captures } => {
                let env = self.operands(frame, captures)?;
                Value::Code(*body, env, self.substs[&frame].clone())
            }
            Rvalue::Binary(op, left, right) => {
                let (left, right) = (self.operand(frame, left)?, self.operand(frame, right)?);
                self.binary(*op, left, right)?
            }
            Rvalue::Not(operand) => match self.operand(frame, operand)? {
                Value::Bool(value) => Value::Bool(!value),
                other => return Err(format!("not {other:?}")),
            },
            other => return Err(format!("rvalue {other:?}")),
        })
    }

    fn binary(&mut self, op: BinaryOp, left: Value, right: Value) -> Run<Value> {
        Ok(match (op, left, right) {
            (BinaryOp::Add, Value::Int(a), Value::Int(b)) => Value::Int(a + b),
            (BinaryOp::Sub, Value::Int(a), Value::Int(b)) => Value::Int(a - b),
            (BinaryOp::Lt, Value::Int(a), Value::Int(b)) => Value::Bool(a < b),
            (BinaryOp::Gt, Value::Int(a), Value::Int(b)) => Value::Bool(a > b),
            (BinaryOp::Eq, a, b) => Value::Bool(a == b),
            (BinaryOp::Ne, a, b) => Value::Bool(a != b),
            (op, a, b) => return Err(format!("{a:?} {op:?} {b:?}")),
        })
    }

    fn test(&mut self, frame: usize, test: &Test) -> Run<bool> {
        match test {
            Test::True(operand) => match self.operand(frame, operand)? {
                Value::Bool(value) => Ok(value),
                other => Err(format!("no condition: {other:?}")),
            },
            Test::Variant(place, VariantRef::Resolved(_, wanted)) => {
                let at = self.pointer(frame, place)?;
                match self.at(&at)? {
                    Value::Adt(_, is, _) => Ok(is == wanted),
                    other => Err(format!("the variant of {other:?}")),
                }
            }
            Test::Equals(place, constant) => {
                let at = self.pointer(frame, place)?;
                let expected = self.operand(frame, &Operand::Const(constant.clone()))?;
                Ok(*self.at(&at)? == expected)
            }
            Test::Length { place, len, or_more } => {
                let at = self.pointer(frame, place)?;
                match self.at(&at)? {
                    Value::List(parts) => Ok(parts.len() == *len as usize || *or_more && parts.len() >= *len as usize),
                    other => Err(format!("the length of {other:?}")),
                }
            }
            other => Err(format!("test {other:?}")),
        }
    }

    /// The type as it is where this frame runs.
    fn concrete(&self, body: BodyId, frame: usize, ty: &Ty) -> Ty {
        let func = self.linked.program.bodies[body].func;
        let generics = func.map_or(&[][..], |func| &self.linked.program.fns[func].generics);
        subst(ty, generics, &self.substs[&frame])
    }

    fn call(&mut self, body: BodyId, frame: usize, callee: &Callee, args: &[Operand]) -> Run<Value> {
        match callee {
            Callee::Fn(func, substs) => {
                let args = self.operands(frame, args)?;
                let substs: Vec<Ty> = substs.iter().map(|ty| self.concrete(body, frame, ty)).collect();
                // The trait's own function, on a type that shows only now.
                let def = &self.linked.program.fns[*func];
                if matches!(def.container, Container::Trait(_)) && def.body.is_none() {
                    return self.dispatch(*func, substs.first(), args);
                }
                self.call_fn(*func, substs, args)
            }
            Callee::Trait(func, ty) => {
                let args = self.operands(frame, args)?;
                let ty = self.concrete(body, frame, ty);
                self.dispatch(*func, Some(&ty), args)
            }
            Callee::Value(operand) => {
                let by_value = matches!(operand, Operand::Move(_));
                let place = operand.place().ok_or("a called constant")?;
                let mut at = self.pointer(frame, place)?;
                let args = self.operands(frame, args)?;
                loop {
                    at = match self.at(&at)?.clone() {
                        Value::Ref(to) => to,
                        Value::Adt(..) => at.step(Step::Field("value".into())),
                        _ => break,
                    };
                }
                let value = if by_value { std::mem::replace(self.at(&at)?, Value::Gone) } else { self.at(&at)?.clone() };
                self.call_value(value, by_value, args, &at)
            }
            Callee::Intrinsic(Intrinsic::Format) => Ok(Value::Unit),
            other => Err(format!("callee {other:?}")),
        }
    }

    fn call_value(&mut self, value: Value, by_value: bool, args: Vec<Value>, at: &Pointer) -> Run<Value> {
        match value {
            Value::Fn(func) => self.call_fn(func, Vec::new(), args),
            Value::Code(body, mut env, substs) => {
                if self.linked.body(body).kind == BodyKind::AsyncClosure {
                    return Err("an async closure".to_owned());
                }
                let before = env.clone();
                let End::Returned(value) = self.body(body, substs.clone(), args, &mut env)? else {
                    return Err("a closure was cancelled".to_owned());
                };
                if by_value {
                    self.drop_env(env)?;
                } else {
                    // References stay in the environment.
                    let kept = env.into_iter().zip(before).map(|(now, before)| if matches!(before, Value::Ref(_)) { before } else { now });
                    *self.at(at)? = Value::Code(body, kept.collect(), substs);
                }
                Ok(value)
            }
            other => Err(format!("call of {other:?}")),
        }
    }

    /// A trait's function on this type, or on the value that is there.
    fn dispatch(&mut self, func: FnId, ty: Option<&Ty>, args: Vec<Value>) -> Run<Value> {
        let mut this = args.first().cloned().unwrap_or(Value::Gone);
        let def = &self.linked.program.fns[func];
        if let Some((found, substs)) = ty.and_then(|ty| self.linked.impl_of(func, ty)) {
            return self.call_fn(found, substs, args);
        }
        loop {
            if let Some((found, substs)) = self.type_of(&this).and_then(|ty| self.linked.impl_of(func, &ty)) {
                let has = self.linked.program.fns[found].body.is_some() || self.linked.program.fns[found].primitive;
                if has {
                    return self.call_fn(found, substs, args);
                }
            }
            match this {
                Value::Ref(to) => this = self.at(&to)?.clone(),
                other => return Err(format!("{} on {other:?}", def.path)),
            }
        }
    }
}

impl Pointer {
    fn step(&self, step: Step) -> Self {
        let mut path = self.path.clone();
        path.push(step);
        Self { path, ..self.clone() }
    }
}
