//! Follows one answer through a body: which ways lead on, which lead back to where it came from, and which lead out.
//!
//! Only what was made from the answer is known; everything else is as it was before, and a test of it goes either way. So a way out that a
//! test of old things leads to was open before the answer came too.

use std::collections::{BTreeSet, HashSet};

use super::facts::Facts;
use super::known::{Env, Key, Known, Stored, binary, constant};
use super::reach::{forward, reached, reaching};
use crate::base::{Idx, Name};
use crate::ir::{
    Base, BinaryOp, BlockId, Body, BodyId, Callee, Clause, Const, FnId, Intrinsic, Local, LocalKind, Operand, Place, Projection, RETURN,
    Rvalue, SelectOp, StatementKind, TerminatorKind, Ty,
};

/// How many steps one walk takes.
const STEPS: usize = 3000;
/// How deep calls are followed.
const DEPTH: usize = 5;

/// A walk through a body.
pub struct Walk<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    id: BodyId,
    body: &'a Body,
    site: Option<BlockId>,
    substs: Vec<(Name, Ty)>,
    within: Vec<bool>,
    around: Vec<bool>,
    depth: usize,
}

/// What a way did on its way.
pub type Writes = BTreeSet<(BlockId, Key)>;

/// What a walk found.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    /// The ways that lead back to the site, with no wait and nothing made from the answer decided on them by guessing: what they wrote.
    pub rounds: Vec<Writes>,
    /// Whether a way leads back to the site at all.
    pub back: bool,
    /// Whether the answer itself, or something made from it, opens a way out.
    pub handled: bool,
    /// Tests of old things that open a way out.
    pub exits: BTreeSet<BlockId>,
    /// Tests of old things, wherever they lead.
    pub old: BTreeSet<BlockId>,
    /// The blocks on the ways.
    pub blocks: BTreeSet<BlockId>,
    /// What is returned, and what was written before of the memory of others.
    pub values: Vec<(Known, Stored)>,
    /// Whether somebody is waited for on a way to the end.
    pub waits: bool,
    /// Whether a way ends in a panic that the answer leads to.
    pub panics: bool,
    /// Whether a bound was hit.
    pub cut: bool,
}

impl Ways {
    /// What is returned on all ways.
    pub fn returned(&self) -> Option<Known> {
        if self.cut {
            return None;
        }
        self.values.iter().map(|(value, _)| value.clone()).reduce(Known::meet)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Path {
    waited: bool,
    guessed: bool,
    decided: bool,
    stored: Stored,
    writes: Writes,
}

/// How a test is answered.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Yes,
    No,
    Guess,
    Old,
    /// As before, and that is known.
    Was(bool),
}

/// What a call comes to, on one way through it.
struct Called {
    value: Known,
    returns: bool,
    panics: bool,
    env: Env,
    path: Path,
}

/// What a function comes to.
#[derive(Clone)]
struct Outcome {
    value: Known,
    returns: bool,
    panics: bool,
    stores: Stored,
}

impl Outcome {
    fn plain(value: Known, stores: Stored) -> Self {
        Self { value, returns: true, panics: false, stores }
    }
}

impl<'f, 'a> Walk<'f, 'a> {
    /// A walk in a body. With a site, it ends where it comes back to it or can't any more.
    pub fn new(facts: &'f Facts<'a>, id: BodyId, site: Option<BlockId>, depth: usize) -> Self {
        let body = facts.linked.body(id);
        let within = match site {
            Some(site) => reaching(body, site),
            None => vec![true; body.blocks.len()],
        };
        let around = match site {
            Some(site) => reached(body, site).into_iter().zip(&within).map(|(after, &before)| after && before).collect(),
            None => vec![true; body.blocks.len()],
        };
        Self { facts, id, body, site, substs: Vec::new(), within, around, depth }
    }

    /// Whether a block lies in a loop with the site.
    pub fn is_around(&self, block: BlockId) -> bool {
        self.around.get(block.index()).copied().unwrap_or(false)
    }

    /// Whether what lies at a key comes to life, or is written, in the loop with the site: another one each time.
    pub fn made_anew(&self, key: &Key) -> bool {
        self.body.blocks.iter_enumerated().filter(|(at, _)| self.is_around(*at)).any(|(_, block)| {
            block.statements.iter().any(|statement| match &statement.kind {
                StatementKind::StorageLive(local) => *local == key.0,
                StatementKind::Assign(place, _) => Env::default().key(place).is_some_and(|(written, _)| super::overlap(&written, key)),
                _ => false,
            })
        })
    }

    /// Whether a future that is made here is one that the `select!` at the site waits for: making it waits for nobody.
    fn is_armed_with(&self, future: &Place) -> bool {
        let Some(TerminatorKind::Select { arms, .. }) = self.site.map(|site| &self.body.blocks[site].terminator.kind) else { return false };
        arms.iter().any(|arm| matches!(&arm.op, SelectOp::Future(place) if place == future))
    }

    /// Whether a block can lead to the site.
    pub fn is_within(&self, block: BlockId) -> bool {
        self.within.get(block.index()).copied().unwrap_or(false)
    }

    /// Goes from `start` with what is known.
    pub fn run(&self, start: BlockId, env: Env) -> Ways {
        let mut ways = Ways::default();
        let mut seen: HashSet<(BlockId, Env, Path)> = HashSet::new();
        let mut work = vec![(start, env, Path::default())];
        let mut steps = 0;
        while let Some((at, env, path)) = work.pop() {
            if Some(at) == self.site {
                ways.back = true;
                if !path.waited && !path.guessed && !ways.rounds.contains(&path.writes) {
                    ways.rounds.push(path.writes);
                }
                continue;
            }
            if !seen.insert((at, env.clone(), path.clone())) {
                continue;
            }
            steps += 1;
            if steps > STEPS || !self.facts.burn() {
                ways.cut = true;
                break;
            }
            ways.blocks.insert(at);
            self.step(at, env, path, &mut ways, &mut work);
        }
        ways
    }

    fn step(&self, at: BlockId, mut env: Env, mut path: Path, ways: &mut Ways, work: &mut Vec<(BlockId, Env, Path)>) {
        let block = &self.body.blocks[at];
        for statement in &block.statements {
            match &statement.kind {
                StatementKind::Assign(place, rvalue) => self.assign(at, &mut env, place, rvalue, &mut path),
                StatementKind::StorageLive(local) | StatementKind::StorageDead(local) => env.set((*local, Vec::new()), Known::Before),
                StatementKind::Mention(_) | StatementKind::Leave => {}
            }
        }
        match &block.terminator.kind {
            TerminatorKind::Goto(target) | TerminatorKind::Drop { target, .. } => self.go(at, *target, env, path, Side::Old, ways, work),
            TerminatorKind::Switch { test, then, otherwise } => match self.test(&env, test) {
                Side::Yes => {
                    path.decided = true;
                    self.go(at, *then, env, path, Side::Yes, ways, work);
                }
                Side::No => {
                    path.decided = true;
                    self.go(at, *otherwise, env, path, Side::No, ways, work);
                }
                Side::Guess => {
                    path.guessed = true;
                    self.go(at, *then, env.clone(), path.clone(), Side::Guess, ways, work);
                    self.go(at, *otherwise, env, path, Side::Guess, ways, work);
                }
                Side::Old => {
                    ways.old.insert(at);
                    self.go(at, *then, env.clone(), path.clone(), Side::Old, ways, work);
                    self.go(at, *otherwise, env, path, Side::Old, ways, work);
                }
                Side::Was(answer) => {
                    let (taken, left) = if answer { (*then, *otherwise) } else { (*otherwise, *then) };
                    if !self.is_within(left) {
                        ways.exits.insert(at);
                    }
                    self.go(at, taken, env, path, Side::Old, ways, work);
                }
            },
            TerminatorKind::Call { callee, args, dest, target, .. } => {
                let touches = self.facts.touched_by(self.id, &block.terminator.kind);
                path.waited |= (touches.waits && !self.is_armed_with(dest)) || touches.opaque;
                for called in self.call(at, &env, &path, callee, args) {
                    let Called { value, returns, panics, mut env, mut path } = called;
                    if panics {
                        ways.panics = true;
                        ways.handled = true;
                    }
                    let Some(target) = target.filter(|_| returns) else {
                        // A call that does not come back: on a way of the answer's own it is the handling of it.
                        ways.handled |= path.decided || path.guessed;
                        continue;
                    };
                    self.note(at, &env, dest, &mut path);
                    env.write(dest, value);
                    self.go(at, target, env, path, Side::Old, ways, work);
                }
            }
            TerminatorKind::Await { future, dest, resume, .. } => {
                let value = self.operand(&env, future);
                path.waited |= self.facts.touched_by(self.id, &block.terminator.kind).waits;
                self.note(at, &env, dest, &mut path);
                env.write(dest, value);
                self.go(at, *resume, env, path, Side::Old, ways, work);
            }
            TerminatorKind::Select { arms, otherwise, .. } => {
                path.waited = true;
                for arm in arms {
                    let mut env = env.clone();
                    env.write(&arm.dest, Known::Before);
                    self.go(at, arm.target, env, path.clone(), Side::Old, ways, work);
                }
                if let Some(otherwise) = otherwise {
                    self.go(at, *otherwise, env, path, Side::Old, ways, work);
                }
            }
            TerminatorKind::Return => {
                let place = Place::local(Local::new(RETURN as usize));
                ways.values.push((env.read(self.facts.program, &place), path.stored));
                ways.waits |= path.waited;
                ways.handled |= self.site.is_some() && (path.decided || path.guessed);
            }
            TerminatorKind::Cancelled => {}
            TerminatorKind::Unreachable => {
                if path.decided || path.guessed {
                    ways.handled = true;
                    ways.panics = true;
                }
            }
        }
    }

    /// Goes on to a block, or notes that this leads out.
    #[expect(clippy::too_many_arguments, reason = "a step of the walk has all of these")]
    fn go(&self, at: BlockId, to: BlockId, env: Env, path: Path, side: Side, ways: &mut Ways, work: &mut Vec<(BlockId, Env, Path)>) {
        if self.is_within(to) || Some(to) == self.site {
            work.push((to, env, path));
            return;
        }
        // A side that only a broken promise of the type leads to is none.
        if matches!(self.body.blocks[to].terminator.kind, TerminatorKind::Unreachable) && self.body.blocks[to].statements.is_empty() {
            if !matches!(side, Side::Old | Side::Was(_)) {
                ways.handled = true;
                ways.panics = true;
            }
            return;
        }
        match side {
            Side::Old | Side::Was(_) => {
                ways.exits.insert(at);
            }
            _ => ways.handled = true,
        }
    }

    /// Notes that a place is written, if what lies there lasts: not a temporary, nor something that comes to life anew each time round.
    fn note(&self, at: BlockId, env: &Env, place: &Place, path: &mut Path) {
        match env.key(place) {
            Some((key, _)) => {
                let through = place.projections.iter().any(|step| matches!(step, Projection::Deref));
                if through && key.0.index() <= self.body.params {
                    path.stored.add(key.clone());
                }
                self.written(at, key, path);
            }
            None => path.stored = Stored::Anything,
        }
        if matches!(place.base, Base::Static(_)) {
            path.stored = Stored::Anything;
        }
    }

    fn written(&self, at: BlockId, key: Key, path: &mut Path) {
        if self.site.is_some_and(|site| !self.is_passing(site, key.0)) {
            path.writes.insert((at, key));
        }
    }

    /// Whether a variable is another one each time round: it comes to life on each way from the site back to it.
    fn is_passing(&self, site: BlockId, local: Local) -> bool {
        let lives = |at: BlockId| {
            let mut statements = self.body.blocks[at].statements.iter();
            statements.any(|statement| matches!(statement.kind, StatementKind::StorageLive(live) if live == local))
        };
        let around = || self.body.blocks.indices().filter(|at| self.is_around(*at));
        if !around().any(lives) {
            let anywhere = || self.body.blocks.indices().any(lives);
            return self.body.locals[local].kind == LocalKind::Temp && !anywhere();
        }
        let mut seen = BTreeSet::new();
        let mut work = forward(&self.body.blocks[site].terminator.kind);
        while let Some(block) = work.pop() {
            if block == site {
                return lives(site);
            }
            if !lives(block) && seen.insert(block) {
                work.extend(forward(&self.body.blocks[block].terminator.kind));
            }
        }
        true
    }

    fn assign(&self, at: BlockId, env: &mut Env, place: &Place, rvalue: &Rvalue, path: &mut Path) {
        let known = self.rvalue(env, rvalue);
        let stays = matches!((&known, env.key(place)), (Known::Same(same), Some((key, false))) if *same == key);
        if stays {
            return;
        }
        self.note(at, env, place, path);
        if let Rvalue::Ref { place: target, .. } = rvalue {
            let slice = matches!(target.projections.last(), Some(Projection::Subslice));
            let known = env.read(self.facts.program, target);
            match place.as_local() {
                Some(local) if !slice => {
                    env.refer(local, target);
                    if env.at(self.facts.program, &(local, Vec::new())).is_before() && !known.is_before() {
                        env.set((local, Vec::new()), known);
                    }
                }
                _ => env.write(place, known),
            }
            return;
        }
        env.write(place, known);
        if let (
            Some(local),
            Rvalue::Use(Operand::Copy(from) | Operand::Move(from)) | Rvalue::Cast(Operand::Copy(from) | Operand::Move(from), _),
        ) = (place.as_local(), rvalue)
        {
            env.copy_ref(local, from);
        }
    }

    pub(super) fn operand(&self, env: &Env, operand: &Operand) -> Known {
        match operand {
            Operand::Const(value) => constant(value),
            Operand::Use(place) | Operand::Bind(place, _) | Operand::Copy(place) | Operand::Move(place) => {
                env.read(self.facts.program, place)
            }
        }
    }

    fn same(&self, env: &Env, operand: &Operand) -> Known {
        let key = operand.place().and_then(|place| env.key(place));
        match key {
            Some((key, false)) => Known::Same(key),
            _ => Known::Before,
        }
    }

    fn mixed(&self, env: &Env, operands: &[&Operand]) -> Known {
        if operands.iter().all(|operand| self.operand(env, operand).is_before()) { Known::Before } else { Known::Mixed }
    }

    fn rvalue(&self, env: &Env, rvalue: &Rvalue) -> Known {
        match rvalue {
            Rvalue::Use(operand) | Rvalue::Cast(operand, _) => self.operand(env, operand),
            Rvalue::Tuple(operands) => {
                let fields: Vec<Known> = operands.iter().map(|operand| self.operand(env, operand)).collect();
                if fields.iter().all(Known::is_before) { Known::Before } else { Known::Tuple(fields) }
            }
            Rvalue::Adt { variant, fields, .. } => self.construct(env, variant, fields),
            Rvalue::Binary(op, a, b) => {
                let literal = [a, b].into_iter().find_map(|operand| match operand {
                    Operand::Const(Const::Int(value)) => Some(*value),
                    Operand::Const(Const::Char(value)) => Some(i64::from(*value)),
                    _ => None,
                });
                let text = [a, b].into_iter().find_map(|operand| match operand {
                    Operand::Const(Const::Str(text)) => Some(text.is_empty()),
                    _ => None,
                });
                let (left, right) = (self.operand(env, a), self.operand(env, b));
                match (op, &left, &right) {
                    (BinaryOp::Eq, Known::Empty, _) | (BinaryOp::Eq, _, Known::Empty) if text.is_some() => Known::Bool(text == Some(true)),
                    (BinaryOp::Ne, Known::Empty, _) | (BinaryOp::Ne, _, Known::Empty) if text.is_some() => Known::Bool(text != Some(true)),
                    (_, Known::Kept, _) | (_, _, Known::Kept) if literal.is_none() && text.is_none() => Known::Mixed,
                    // Nothing more by nothing.
                    (BinaryOp::Add, Known::Zero, known) if known.is_before() => self.same(env, b),
                    (BinaryOp::Add | BinaryOp::Sub, known, Known::Zero) if known.is_before() => self.same(env, a),
                    _ => binary(*op, &left, &right, literal),
                }
            }
            Rvalue::Not(operand) => match self.operand(env, operand) {
                Known::Bool(value) => Known::Bool(!value),
                known if known.is_before() => Known::Before,
                _ => Known::Mixed,
            },
            Rvalue::Residual(place) => match env.read(self.facts.program, place) {
                known @ Known::Adt(..) => known,
                known if known.is_before() => Known::Before,
                _ => Known::Mixed,
            },
            Rvalue::Ref { place, .. } => env.read(self.facts.program, place),
            other => {
                let places = match other {
                    Rvalue::Opaque(_, places) => places.iter().any(|place| !env.read(self.facts.program, place).is_before()),
                    _ => false,
                };
                if places { Known::Mixed } else { self.mixed(env, &other.operands()) }
            }
        }
    }

    /// A struct or variant: known where its variant is, even if nothing in it comes from the answer.
    fn construct(&self, env: &Env, variant: &crate::ir::VariantRef, fields: &[(Name, Operand)]) -> Known {
        let crate::ir::VariantRef::Resolved(def, variant) = *variant else {
            return self.mixed(env, &fields.iter().map(|(_, operand)| operand).collect::<Vec<_>>());
        };
        let Some(shape) = self.facts.program.adts[def].variants.get(variant as usize) else { return Known::Mixed };
        let values: Vec<Known> = shape
            .fields
            .keys()
            .map(|name| fields.iter().find(|(field, _)| field == name).map_or(Known::Before, |(_, operand)| self.operand(env, operand)))
            .collect();
        // A box is what lies in it: where that is looked at, the step into the box goes without saying.
        if let ([value], "std::boxed::Box") = (values.as_slice(), self.facts.program.adts[def].path.as_str()) {
            return value.clone();
        }
        // In a called function a variant by itself is an answer; in the body of the site what does not come from the answer is old.
        if self.site.is_some() && values.iter().all(Known::is_before) { Known::Before } else { Known::Adt(def, variant, values) }
    }

    fn call(&self, at: BlockId, env: &Env, path: &Path, callee: &Callee, args: &[Operand]) -> Vec<Called> {
        let known: Vec<Known> = args.iter().map(|arg| self.operand(env, arg)).collect();
        let fresh = known.iter().all(Known::is_before);
        let mixed = if fresh { Known::Before } else { Known::Mixed };
        let outcomes = match callee {
            Callee::Intrinsic(Intrinsic::Panic) => vec![Outcome { returns: false, ..Outcome::plain(Known::Before, Stored::Nothing) }],
            Callee::Intrinsic(Intrinsic::Format) => vec![Outcome::plain(mixed, Stored::Nothing)],
            Callee::Fn(func, substs) => self.call_fn(*func, substs, &known, fresh),
            Callee::Trait(func, ty) => match self.instance(*func, ty) {
                Some((func, substs)) => self.call_fn(func, &substs, &known, fresh),
                // What a library provides for all implementations of a trait.
                None => match self.of_lent_nothing(*func, &known).filter(|_| self.facts.program.fns[*func].body.is_some()) {
                    Some(done) => vec![Outcome::plain(done, Stored::Nothing)],
                    None => vec![Outcome::plain(mixed, Stored::Anything)],
                },
            },
            _ => vec![Outcome::plain(mixed, Stored::Anything)],
        };
        let kept = self.of_kept(env, args);
        let asked = |outcome: Outcome| match &kept {
            Some(known) if outcome.value.is_before() => Outcome { value: known.clone(), ..outcome },
            _ => outcome,
        };
        outcomes.into_iter().map(|outcome| self.called(at, env, path, args, fresh, asked(outcome))).collect()
    }

    fn called(&self, at: BlockId, env: &Env, path: &Path, args: &[Operand], fresh: bool, outcome: Outcome) -> Called {
        let (mut env, mut path) = (env.clone(), path.clone());
        // What a call writes through references that it was given.
        for (nth, arg) in args.iter().enumerate() {
            let Some(local) = arg.place().and_then(Place::as_local) else { continue };
            if !matches!(self.body.locals[local].ty, Ty::Ref(true, _)) {
                continue;
            }
            for key in outcome.stores.through(Local::new(nth + 1), &env.target(local)) {
                if key.0.index() <= self.body.params {
                    path.stored.add(key.clone());
                }
                self.written(at, key.clone(), &mut path);
                if !fresh {
                    env.set(key, Known::Mixed);
                }
            }
        }
        Called { value: outcome.value, returns: outcome.returns, panics: outcome.panics, env, path }
    }

    /// The implementation that a call of a trait's function comes to, where the type arguments tell.
    fn instance(&self, func: FnId, ty: &Ty) -> Option<(FnId, Vec<Ty>)> {
        let (names, tys): (Vec<Name>, Vec<Ty>) = self.substs.iter().cloned().unzip();
        let ty = crate::link::table::subst(ty, &names, &tys);
        if matches!(ty, Ty::Param(_) | Ty::Unknown(_) | Ty::Dyn(_) | Ty::Opaque(_)) {
            return None;
        }
        self.facts.linked.impl_of(func, &ty).filter(|(found, _)| *found != func)
    }

    fn call_fn(&self, func: FnId, substs: &[Ty], known: &[Known], fresh: bool) -> Vec<Outcome> {
        if let Some(value) = self.of_nothing(func, known).or_else(|| self.taken_out(func, known)) {
            return vec![Outcome::plain(value, Stored::Nothing)];
        }
        let def = &self.facts.program.fns[func];
        if def.ret == Ty::Never {
            return vec![Outcome { returns: false, ..Outcome::plain(Known::Before, Stored::Nothing) }];
        }
        let stub = self.facts.program.krates[def.krate].stub;
        if let [Clause::Same(subject)] = def.contract.clauses.as_slice()
            && let Some(same @ (Known::Empty | Known::Buffer)) = known.get(subject.param)
            && matches!(def.ret, Ty::Ref(..))
        {
            return vec![Outcome::plain(same.clone(), Stored::Nothing)];
        }
        if let Some(done) = self.of_lent_nothing(func, known) {
            return vec![Outcome::plain(done, Stored::Nothing)];
        }
        // Old values in: of interest only where the program's own code may or may not change something, or where nothing goes in at all.
        let asked = !stub || (self.site.is_none() && known.is_empty());
        let old = fresh && !asked;
        if old || self.depth >= DEPTH {
            return vec![Outcome::plain(if fresh { Known::Before } else { Known::Mixed }, Stored::Anything)];
        }
        let Some(root) = def.body.filter(|_| !def.is_async || !stub) else {
            // A primitive that is given nothing does nothing, and fails for reasons of its own.
            let nothing = known.iter().all(|known| known.is_before() || *known == Known::Empty);
            let plain = matches!(&def.ret, Ty::Tuple(tys) if tys.is_empty())
                || matches!(&def.ret, Ty::Adt(_, substs) if substs.first() == Some(&Ty::unit()));
            let value = if fresh || (nothing && plain) { Known::Before } else { Known::Mixed };
            let stores = if fresh || !nothing || !stub { Stored::Anything } else { Stored::Nothing };
            return vec![Outcome::plain(value, stores)];
        };
        let body = self.facts.linked.body(root);
        let mut env = Env::default();
        for (at, known) in known.iter().enumerate() {
            if at < body.params {
                env.set((Local::new(at + 1), Vec::new()), known.clone());
            }
        }
        let mut walk = Walk::new(self.facts, root, None, self.depth + 1);
        let (names, tys): (Vec<Name>, Vec<Ty>) = self.substs.iter().cloned().unzip();
        walk.substs = def.generics.iter().cloned().zip(substs.iter().map(|ty| crate::link::table::subst(ty, &names, &tys))).collect();
        let ways = walk.run(BlockId::new(0), env);
        if ways.cut {
            return vec![Outcome::plain(if fresh { Known::Before } else { Known::Mixed }, Stored::Anything)];
        }
        if ways.values.is_empty() {
            return vec![Outcome { value: Known::Mixed, returns: false, panics: ways.panics, stores: Stored::Anything }];
        }
        if fresh && !known.is_empty() {
            // Its ways apart: one that changes nothing may be gone again and again.
            let mut outcomes: Vec<Outcome> = Vec::new();
            for (value, stores) in &ways.values {
                let value = if value.is_before() { Known::Before } else { Known::Was(Box::new(value.clone())) };
                if !outcomes.iter().any(|known| known.value == value && known.stores == *stores) {
                    outcomes.push(Outcome::plain(value, stores.clone()));
                }
            }
            return if outcomes.len() > 4 { vec![Outcome::plain(Known::Before, Stored::Anything)] } else { outcomes };
        }
        let mut stores = Stored::default();
        ways.values.iter().for_each(|(_, more)| stores.extend(more));
        // What a stub leaves open may well depend on what goes in.
        let value = ways.returned().filter(|value| !stub || !value.is_before()).unwrap_or(Known::Mixed);
        vec![Outcome { value, returns: true, panics: ways.panics, stores }]
    }
}
