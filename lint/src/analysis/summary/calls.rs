//! Whom the bodies of a function call, where the code is known that the function is passed.
//!
//! ```text
//! fn each(list: &[Item], visit: &mut dyn FnMut(&Item)) {
//!     for item in list { visit(item); again(item, &mut *visit); }  // given a closure: calls it, and calls `again` given it
//! }
//! ```

use rustc_hash::FxHashMap;

use crate::base::Idx;
use crate::ir::{
    Base, Block, BlockId, Body, BodyId, BodyRef, Callee, Const, FnId, Local, Operand, Place, Projection, Rvalue, StatementKind,
    TerminatorKind, Ty,
};
use crate::link::Linked;

/// How many copies and borrows lie between a parameter and the place where it is called.
const STEPS: usize = 8;

/// Code that a call passes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Given {
    /// A closure, or the future of an async block.
    Body(BodyId),
    /// A function.
    Fn(FnId),
}

/// What a summary is of: a function, and the closures and functions that it is passed, by the position of the parameter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The function.
    pub func: FnId,
    /// The code.
    pub given: Vec<(usize, Given)>,
}

impl Key {
    /// A function, whatever it is given.
    pub fn plain(func: FnId) -> Self {
        Self { func, given: Vec::new() }
    }

    /// A call of a function with this code among its arguments. Where only its contract is known, or what it is given stands in itself (it is another
    /// one in each call), it makes no difference.
    pub fn new(linked: &Linked, func: FnId, given: impl Iterator<Item = (usize, Given)>) -> Self {
        let runs = Self::runs(linked, func);
        let foreign = |given: &(usize, Given)| match given.1 {
            Given::Body(body) => linked.program.bodies[body].func != Some(func),
            Given::Fn(given) => given != func,
        };
        Self { func, given: given.filter(|given| runs && foreign(given)).collect() }
    }

    /// Whether a function's body says what it does.
    pub fn runs(linked: &Linked, func: FnId) -> bool {
        let def = &linked.program.fns[func];
        def.body.is_some() && !def.primitive && (def.contract.clauses.is_empty() || !linked.program.krates[def.krate].stub)
    }
}

/// Whom a call reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A function.
    Fn(Key),
    /// A closure.
    Body(BodyId),
}

/// The bodies that belong to a call of a function, and whom they call.
#[derive(Debug)]
pub struct Calls {
    /// The bodies of the function and of the closures that it is given, each before those that stand in it.
    pub bodies: Vec<BodyId>,
    targets: FxHashMap<(BodyId, BlockId), Target>,
    /// Functions that are handed over, to whoever.
    handed: Vec<FnId>,
}

impl Calls {
    /// Resolves the calls of a function with this root body.
    pub fn of(linked: &Linked, key: &Key, root: BodyId) -> Self {
        let mut search = Search { linked, key, root, inside: FxHashMap::default(), single: FxHashMap::default() };
        let mut calls = Self { bodies: Vec::new(), targets: FxHashMap::default(), handed: Vec::new() };
        let mut more: Vec<BodyId> =
            key.given.iter().filter_map(|(_, given)| if let Given::Body(body) = given { Some(*body) } else { None }).collect();
        more.push(root);
        while let Some(id) = more.pop() {
            if calls.bodies.contains(&id) {
                continue;
            }
            calls.bodies.push(id);
            let body = linked.body(id);
            for inner in body.blocks.iter().flat_map(closures) {
                search.inside.insert(inner, id);
                more.push(inner);
            }
            for (block, data) in body.blocks.iter_enumerated() {
                let TerminatorKind::Call { callee, args, .. } = &data.terminator.kind else { continue };
                calls.handed.extend(args.iter().filter_map(handed));
                if let Some(target) = search.target(id, body, callee, args) {
                    // A closure that is called here need not stand here.
                    more.extend(if let Target::Body(inner) = target { Some(inner) } else { None });
                    calls.targets.insert((id, block), target);
                }
            }
        }
        calls
    }

    /// Whom the call at the end of a block reaches, if that is known.
    pub fn target(&self, body: BodyId, block: BlockId) -> Option<&Target> {
        self.targets.get(&(body, block))
    }

    /// The functions that are called or handed over, each once.
    pub fn called(&self) -> Vec<Key> {
        let keys = self.targets.values().filter_map(|target| if let Target::Fn(key) = target { Some(key.clone()) } else { None });
        let mut called: Vec<Key> = keys.chain(self.handed.iter().map(|func| Key::plain(*func))).collect();
        called.sort_unstable();
        called.dedup();
        called
    }
}

/// The closures and async blocks that stand in a block.
pub fn closures(block: &Block) -> impl Iterator<Item = BodyId> + '_ {
    block.statements.iter().filter_map(|statement| match &statement.kind {
        StatementKind::Assign(_, Rvalue::Closure { body: BodyRef::Global(inner), .. }) => Some(*inner),
        _ => None,
    })
}

/// The function that an argument is.
pub fn handed(arg: &Operand) -> Option<FnId> {
    if let Operand::Const(Const::Fn(func, _)) = arg { Some(*func) } else { None }
}

/// Looks for the code that a place holds.
struct Search<'a> {
    linked: &'a Linked,
    key: &'a Key,
    root: BodyId,
    /// In which body a closure stands.
    inside: FxHashMap<BodyId, BodyId>,
    /// Of each body's locals that are written once, and with nothing but another place: which one.
    single: FxHashMap<BodyId, FxHashMap<Local, Place>>,
}

impl Search<'_> {
    fn target(&mut self, id: BodyId, body: &Body, callee: &Callee, args: &[Operand]) -> Option<Target> {
        let func = match callee {
            Callee::Fn(func, _) => *func,
            Callee::Trait(func, ty) => self.linked.impl_of(*func, ty).map(|(found, _)| found).filter(|found| found != func)?,
            Callee::Value(code) => match self.code(id, body, code)? {
                Given::Body(inner) => return Some(Target::Body(inner)),
                Given::Fn(func) => func,
            },
            _ => return None,
        };
        let given = args.iter().enumerate().filter_map(|(param, arg)| Some((param, self.code(id, body, arg)?)));
        let given: Vec<_> = given.collect();
        Some(Target::Fn(Key::new(self.linked, func, given.into_iter())))
    }

    /// The code that an operand is.
    fn code(&mut self, id: BodyId, body: &Body, operand: &Operand) -> Option<Given> {
        match operand {
            Operand::Const(_) => handed(operand).map(Given::Fn),
            _ => {
                let place = operand.place()?;
                let Base::Local(local) = place.base else { return None };
                if place.projections.iter().any(|step| *step != Projection::Deref) {
                    return None;
                }
                code_of(&body.locals[local].ty).or_else(|| self.passed(id, local))
            }
        }
    }

    /// The code that a local has from a parameter of the function.
    fn passed(&mut self, id: BodyId, local: Local) -> Option<Given> {
        let (mut id, mut local) = (id, local);
        if self.key.given.is_empty() {
            return None;
        }
        for _ in 0..STEPS {
            let body = self.linked.body(id);
            if id == self.root && (1..=body.params).contains(&local.index()) {
                let param = local.index() - 1;
                return self.key.given.iter().find(|(given, _)| *given == param).map(|(_, given)| *given);
            }
            let captured = body.captures.iter().find(|capture| capture.local == local);
            let place = match captured {
                Some(capture) => {
                    id = *self.inside.get(&id)?;
                    capture.place.clone()
                }
                None => self.single.entry(id).or_insert_with(|| singles(body)).get(&local)?.clone(),
            };
            match place.base {
                Base::Local(next) if place.projections.iter().all(|step| *step == Projection::Deref) => local = next,
                _ => return None,
            }
        }
        None
    }
}

/// The code that a type says, behind references too.
fn code_of(ty: &Ty) -> Option<Given> {
    match ty {
        Ty::Closure(body) | Ty::Coroutine(body) => Some(Given::Body(*body)),
        Ty::FnDef(func, _) => Some(Given::Fn(*func)),
        Ty::Ref(_, ty) => code_of(ty),
        _ => None,
    }
}

/// The locals that are written once, and are another place then, or borrow one.
pub fn singles(body: &Body) -> FxHashMap<Local, Place> {
    let mut found: FxHashMap<Local, Option<Place>> = FxHashMap::default();
    let mut write = |place: &Place, value: Option<&Place>| {
        if let Base::Local(local) = place.base {
            let value = value.filter(|_| place.projections.is_empty()).cloned();
            found.entry(local).and_modify(|known| *known = None).or_insert(value);
        }
    };
    for block in &body.blocks {
        for statement in &block.statements {
            if let StatementKind::Assign(place, value) = &statement.kind {
                let source = match value {
                    Rvalue::Use(operand) => operand.place(),
                    Rvalue::Ref { place, .. } => Some(place),
                    _ => None,
                };
                write(place, source);
            }
        }
        match &block.terminator.kind {
            TerminatorKind::Call { dest, .. } | TerminatorKind::Await { dest, .. } => write(dest, None),
            TerminatorKind::Select { arms, .. } => arms.iter().for_each(|arm| write(&arm.dest, None)),
            _ => {}
        }
    }
    found.into_iter().filter_map(|(local, place)| Some((local, place?))).collect()
}
