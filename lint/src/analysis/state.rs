//! A state: the frames, the objects and the story of one path.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use super::frame::{Frame, Turns};
use super::hazard::HazardKind;
use super::hoard::Brought;
use super::machine::WEAK;
use super::object::{Cell, Obj, ObjKind, Status};
use super::rounds::Bound;
use super::trace::{Cond, EventKind, Trace};
use super::value::{Loc, LocStep, ObjId, Origin, Root, Seen, Val};
use crate::base::{FileSpan, Name};
use crate::ir::{BlockId, BodyId, Local};

/// How many references are followed one behind the other: nodes of a list may refer to one another in a ring.
pub const REFERENCES: usize = 16;
/// How many parts of one value are looked at: with references in a ring, or parts that are shared again and again, there is no end of them.
pub const PARTS: usize = 512;

/// Takes one from the parts that may still be looked at; false where none is left.
pub fn look(left: &mut usize) -> bool {
    let any = *left > 0;
    *left = left.saturating_sub(1);
    any
}

/// A state. It is handed on at every step of a path, so it is no larger than a pointer.
#[derive(Clone, Debug, Default)]
pub struct State(Box<Path>);

impl Deref for State {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl DerefMut for State {
    fn deref_mut(&mut self) -> &mut Path {
        &mut self.0
    }
}

/// One path, as far as it has come: what a state consists of.
#[derive(Clone, Debug)]
pub struct Path {
    /// Calls that have not returned, the outermost first.
    pub frames: Vec<Rc<Frame>>,
    /// Objects.
    pub objs: Rc<BTreeMap<ObjId, Rc<Obj>>>,
    /// What was found out about symbolic values.
    pub facts: Rc<BTreeMap<u32, Val>>,
    /// What happened.
    pub trace: Trace,
    /// Of a path that goes round for ever: how long its story was when it entered that loop; where it has met another path, the outermost loop
    /// that it is in.
    pub round: usize,
    /// Whether it has not gone round that loop, but come to where another path had been before.
    pub merged: bool,
    /// Ends that were taken out of collections so far, as for `seen`.
    pub took: u64,
    /// What could be reached through values that went without the abort that was due.
    pub forsaken: Rc<BTreeSet<ObjId>>,
    /// The loop, by the depth of its frame and its head, that has gone round often enough: it may still come to its end, but no further wait.
    pub spent: Option<(usize, BlockId)>,
    /// Whether a loop was followed for fewer rounds than it goes: there may be more of what it starts and sends.
    pub uncounted: bool,
    /// What loops were counted by.
    pub bounds: Rc<BTreeSet<Bound>>,
    /// Whether a loop of which nobody knows how often it goes round was passed without a single round.
    pub skipped: bool,
    /// Whether it was in a loop that stands in the source.
    pub entered: bool,
    /// The first frame of the running worker; 0 for the entry point's own actor.
    pub base: usize,
    /// The latest object that was there when the running worker was started.
    pub born: Option<ObjId>,
    /// Objects that nothing will ever drop.
    pub leaked: Rc<BTreeSet<ObjId>>,
    /// Whether something on the path was decided by an error or by data inside a waiting loop.
    pub accident: bool,
    /// The loops that were left because of something out of view, by body and head.
    pub blind: Vec<(BodyId, BlockId)>,
    /// How many branches were taken without knowing.
    pub forks: u32,
    /// What decided the latest of them.
    pub last_fork: Fork,
    /// How many messages were waited for.
    pub parks: u32,
    /// Drains that have not come to an end.
    pub pending: Vec<Pending>,
    /// Where user code was left early, as long as no user code has run since.
    pub left: Option<FileSpan>,
    /// Child processes that nobody can wait for any more, as long as it is not known that the program lives on.
    pub lost: Vec<super::hazard::Hazard>,
    /// The wait that nobody ends and that is taken as ended, to see what would come after it.
    pub assumed: Option<usize>,
    /// Whether futures may be dropped at each `.await` (they run inside a `select!` or `timeout`).
    pub cancellable: u32,
    /// Where the running future may be dropped: the `select!` or `timeout` around it; `None` where that only borrows it.
    pub dropper: Option<FileSpan>,
    /// Where the running future is being dropped.
    pub dropped_at: Option<FileSpan>,
    /// The executor that runs the running worker, if it is a task of one in view.
    pub runs_on: Option<ObjId>,
    /// How often the path gave its thread back to an executor.
    pub yields: u32,
    /// What others could see so far, as hashes of its kinds: how often and in which order is forgotten, so that loops come to an end.
    pub seen: Rc<BTreeSet<u64>>,
    /// The hash of these in the order in which they first came.
    pub order: u64,
    /// Senders that came to the running worker in messages, and of which it has let go.
    pub squandered: Rc<BTreeSet<Brought>>,
    /// Of a path that goes round for ever: those that it has, and of which it has let go of none. Before: those whose receivers were gone.
    pub hoard: Rc<BTreeSet<Brought>>,
    /// The channels from whose messages senders came that it has let go of after it had used them.
    pub answered: Rc<BTreeSet<ObjId>>,
}

/// What decided the latest branch that was not decided by what is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Fork {
    /// There was none.
    #[default]
    None,
    /// What another actor did: a message, EOF, a flag.
    Others,
    /// What others had, and it had only a weak pointer to, is gone.
    Gone,
    /// A comparison, a collection's end: work that comes to an end.
    Counted,
    /// Data.
    Data,
    /// Something out of view.
    Unseen,
    /// An error.
    Error,
}

impl Fork {
    /// Whether another actor decided it.
    pub fn is_others(self) -> bool {
        matches!(self, Self::Others | Self::Gone)
    }
}

/// A wait in a loop that goes on only as long as messages come, though EOF never will.
#[derive(Clone, Debug)]
pub struct Pending {
    /// The wait.
    pub hazard: super::hazard::Hazard,
    /// The channel.
    pub chan: ObjId,
    /// How many waits there had been with it.
    pub parks: u32,
}

impl Pending {
    /// Whether the loop around it sends to the one that is waited for: then it may be a message that ends it.
    pub fn is_fed(&self, trace: &Trace) -> bool {
        let HazardKind::Parked { conds, proof, .. } = &self.hazard.kind else { return false };
        let rounds = trace.len().saturating_sub(self.hazard.state.trace.len());
        let looks = conds.iter().any(|cond| matches!(cond, Cond::Exit(_)));
        looks
            && trace.backwards().take(rounds).any(|event| match event.kind {
                EventKind::Sent { chan, .. } => proof.iter().any(|unmet| unmet.cond == Cond::Eof(chan)),
                _ => false,
            })
    }
}

/// Somebody who holds a handle.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// A frame of the running actor (or below it, of the actor that started it): the frame's depth and the local.
    Frame(usize, Local, Vec<Name>),
    /// Memory that other actors reach too, and a frame from which it is reached, as for `Frame`.
    Shared(ObjId, usize, Local, Vec<Name>),
    /// A worker that runs.
    Worker(ObjId),
    /// Nobody who would ever drop it.
    Leaked,
    /// Code out of view.
    Outside,
    /// A message in this channel.
    Queue(ObjId),
}

impl Default for Path {
    /// A state in which nothing has happened.
    fn default() -> Self {
        Self {
            frames: Vec::new(),
            objs: Rc::default(),
            facts: Rc::default(),
            trace: Trace::default(),
            round: 0,
            merged: false,
            took: 0,
            forsaken: Rc::default(),
            spent: None,
            uncounted: false,
            bounds: Rc::default(),
            skipped: false,
            entered: false,
            base: 0,
            born: None,
            leaked: Rc::default(),
            accident: false,
            blind: Vec::new(),
            forks: 0,
            last_fork: Fork::None,
            parks: 0,
            pending: Vec::new(),
            left: None,
            lost: Vec::new(),
            assumed: None,
            cancellable: 0,
            dropper: None,
            dropped_at: None,
            runs_on: None,
            yields: 0,
            seen: Rc::default(),
            order: 0,
            squandered: Rc::default(),
            hoard: Rc::default(),
            answered: Rc::default(),
        }
    }
}

impl State {
    /// A copy with something changed.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Path)) -> Self {
        let mut copy = self.clone();
        change(&mut copy);
        copy
    }

    /// The running frame.
    pub fn frame(&self) -> Option<&Frame> {
        self.frames.last().map(Rc::as_ref)
    }

    /// The running frame, to be changed.
    pub fn frame_mut(&mut self) -> Option<&mut Frame> {
        let frame = Rc::make_mut(self.frames.last_mut()?);
        frame.memo.forget();
        Some(frame)
    }

    /// How far the running frame has come in the loop with this head, if it is in it.
    pub fn turns(&self, head: BlockId) -> Option<&Turns> {
        self.frame()?.loops.get(&head)
    }

    /// Whether a message was waited for before in a loop that has come round.
    pub fn comes_round(&self) -> bool {
        let mut rounds = self.frames.iter().flat_map(|frame| frame.loops.values());
        rounds.any(|turns| turns.visits > 1 && turns.parks + 1 < self.parks)
    }

    /// How long the story was when the actor entered the outermost loop that it is in: whatever comes after, it comes back to nothing before.
    pub fn comes_back_to(&self) -> usize {
        let loops = self.frames.iter().skip(self.base).flat_map(|frame| frame.loops.values());
        loops.map(|turns| turns.story).min().unwrap_or(self.trace.len())
    }

    /// An object.
    pub fn obj(&self, obj: ObjId) -> Option<&Obj> {
        self.objs.get(&obj).map(Rc::as_ref)
    }

    /// An object, to be changed.
    pub fn obj_mut(&mut self, obj: ObjId) -> Option<&mut Obj> {
        let obj = Rc::make_mut(Rc::make_mut(&mut self.objs).get_mut(&obj)?);
        obj.memo.forget();
        Some(obj)
    }

    /// Adds an object.
    pub fn insert(&mut self, id: ObjId, obj: Obj) {
        Rc::make_mut(&mut self.objs).insert(id, Rc::new(obj));
    }

    /// What a value is known to be by now.
    pub fn settle<'a>(&'a self, mut val: &'a Val) -> &'a Val {
        while let Val::Sym(sym) = val {
            match self.facts.get(&sym.id) {
                Some(known) => val = known,
                None => break,
            }
        }
        val
    }

    /// Remembers what a symbolic value turned out to be.
    pub fn learn(&mut self, sym: u32, val: Val) {
        Rc::make_mut(&mut self.facts).insert(sym, val);
    }

    /// The value at a location, if it is in view.
    pub fn read(&self, loc: &Loc) -> Option<&Val> {
        let mut at = match loc.root {
            Root::Local(frame, local) => self.frames.get(frame)?.locals.get(local)?,
            Root::Cell(obj) => match &self.obj(obj)?.kind {
                ObjKind::Cell(cell) => &cell.content,
                _ => return None,
            },
        };
        for step in &loc.steps {
            at = self.settle(at).step(step)?;
        }
        Some(self.settle(at))
    }

    /// Where a location leads through references; memory that refers to itself is followed [`REFERENCES`] deep.
    pub fn through(&self, loc: &Loc) -> Loc {
        let mut loc = loc.clone();
        for _ in 0..REFERENCES {
            match self.read(&loc) {
                Some(Val::Ref(next)) => loc = (**next).clone(),
                _ => break,
            }
        }
        loc
    }

    /// The value at a location, to be changed.
    pub fn read_mut(&mut self, loc: &Loc) -> Option<&mut Val> {
        let facts = Rc::clone(&self.facts);
        let mut at = match loc.root {
            Root::Local(frame, local) => {
                let frame = Rc::make_mut(self.frames.get_mut(frame)?);
                frame.memo.forget();
                frame.locals.get_mut(local)?
            }
            Root::Cell(obj) => match &mut self.obj_mut(obj)?.kind {
                ObjKind::Cell(cell) => &mut cell.content,
                _ => return None,
            },
        };
        for step in &loc.steps {
            settle_in_place(at, &facts);
            at = at.step_mut(step)?;
        }
        settle_in_place(at, &facts);
        Some(at)
    }

    /// Whether other actors can reach what lies there.
    pub fn is_shared(&self, loc: &Loc) -> bool {
        match loc.root {
            Root::Cell(obj) => matches!(self.obj(obj).map(|obj| &obj.kind), Some(ObjKind::Cell(Cell { shared: true, .. }))),
            Root::Local(frame, _) => frame < self.base,
        }
    }

    /// Whether an object came to be in the running worker.
    pub fn is_own(&self, obj: ObjId) -> bool {
        self.born.is_some_and(|born| obj > born)
    }

    /// Whether a channel has come to the running worker from outside on its way, an end of it in a message or a table, and is nobody else's
    /// affair.
    pub fn is_passing(&self, chan: ObjId) -> bool {
        self.born.is_some_and(|born| chan > born)
            && self.obj(chan).is_none_or(|obj| obj.escaped && matches!(&obj.kind, ObjKind::Chan(chan) if chan.external))
    }

    /// Looks at each value that lies in a variable, in memory, with a worker or in a channel.
    pub fn each_value(&self, look: &mut dyn FnMut(&Val)) {
        self.frames.iter().flat_map(|frame| frame.locals.iter()).for_each(&mut *look);
        for obj in self.objs.values() {
            match &obj.kind {
                ObjKind::Cell(cell) => look(&cell.content),
                ObjKind::Worker(worker) => look(&worker.code),
                ObjKind::Chan(chan) => chan.queue.iter().for_each(&mut *look),
                ObjKind::Signal(_) | ObjKind::Lock(_) => {}
            }
        }
    }

    /// Everybody who owns a handle of `obj` for which `counts` holds (given the type of the handle), directly or through cells and collections.
    /// Borrows do not own.
    pub fn holders(&self, obj: ObjId, counts: &dyn Fn(&super::value::Adt) -> bool) -> Vec<Holder> {
        let mut found = BTreeSet::new();
        if self.leaked.contains(&obj) {
            found.insert(Holder::Leaked);
        }
        for (depth, frame) in self.frames.iter().enumerate() {
            for (local, value) in frame.locals.iter_enumerated() {
                match self.reaches(value, obj, counts) {
                    Some((path, None)) => found.insert(Holder::Frame(depth, local, path)),
                    Some((path, Some(cell))) => found.insert(Holder::Shared(cell, depth, local, path)),
                    None => false,
                };
            }
        }
        for (&id, other) in self.objs.iter() {
            match &other.kind {
                ObjKind::Worker(worker) if worker.status == Status::Running && self.reaches(&worker.code, obj, counts).is_some() => {
                    found.insert(Holder::Worker(id));
                }
                ObjKind::Cell(cell) if cell.forever && self.reaches(&cell.content, obj, counts).is_some() => {
                    found.insert(Holder::Leaked);
                }
                ObjKind::Cell(cell) if other.escaped && self.reaches(&cell.content, obj, counts).is_some() => {
                    found.insert(Holder::Outside);
                }
                ObjKind::Chan(chan) if chan.queue.iter().any(|message| self.reaches(message, obj, counts).is_some()) => {
                    found.insert(Holder::Queue(id));
                }
                _ => {}
            }
            if self.leaked.contains(&id)
                && let ObjKind::Cell(cell) = &other.kind
                && self.reaches(&cell.content, obj, counts).is_some()
            {
                found.insert(Holder::Leaked);
            }
        }
        if self.obj(obj).is_some_and(|obj| obj.escaped) {
            found.insert(Holder::Outside);
        }
        found.into_iter().collect()
    }

    /// The memory that other actors reach too and on the way from a value to a handle of `obj`, if there is such.
    pub fn shared_way(&self, value: &Val, obj: ObjId) -> Option<ObjId> {
        self.reaches(value, obj, &|_| true)?.1
    }

    /// The field names on the way from a value to a handle of `obj` that counts, and the first memory on it that others reach too.
    pub fn reaches(&self, value: &Val, obj: ObjId, counts: &dyn Fn(&super::value::Adt) -> bool) -> Option<(Vec<Name>, Option<ObjId>)> {
        let mut visited = BTreeSet::new();
        self.reaches_from(value, obj, counts, &mut visited)
    }

    fn reaches_from(
        &self,
        value: &Val,
        obj: ObjId,
        counts: &dyn Fn(&super::value::Adt) -> bool,
        visited: &mut BTreeSet<ObjId>,
    ) -> Option<(Vec<Name>, Option<ObjId>)> {
        match self.settle(value) {
            Val::Adt(adt) => {
                if let Some(id) = adt.handle {
                    if id == obj && counts(adt) {
                        return Some((Vec::new(), None));
                    }
                    if let Some(ObjKind::Cell(cell)) = self.obj(id).map(|obj| &obj.kind)
                        && !self.is_weak(adt)
                        && visited.insert(id)
                        && let Some((path, inner)) = self.reaches_from(&cell.content, obj, counts, visited)
                    {
                        return Some((path, if cell.shared { Some(id) } else { inner }));
                    }
                }
                for (name, field) in &adt.fields {
                    if let Some((mut path, cell)) = self.reaches_from(field, obj, counts, visited) {
                        path.insert(0, name.clone());
                        return Some((path, cell));
                    }
                }
                None
            }
            Val::Code(code) => code.env.iter().find_map(|value| self.reaches_from(value, obj, counts, visited)),
            Val::Bag(bag) => bag.items.iter().find_map(|(key, value)| {
                self.reaches_from(value, obj, counts, visited).or_else(|| self.reaches_from(key, obj, counts, visited))
            }),
            _ => None,
        }
    }

    /// Whether a place that others may write holds this, as far as is known. Of one that they may have changed since, this is what it held when it
    /// was last in view: whether they do is another question.
    pub fn may_hold(&self, loc: &Loc, wanted: Seen) -> bool {
        match (self.read(loc), wanted) {
            (Some(Val::Bool(now)), Seen::Bool(wanted)) => *now == wanted,
            (Some(Val::Adt(adt)), Seen::Variant(wanted)) => adt.variant == wanted,
            (Some(Val::Sym(sym)), _) => !matches!(&sym.origin, Origin::Volatile(at, before) if **at == *loc && *before != wanted),
            _ => true,
        }
    }

    /// Whether an object's handle lies in memory that nothing will ever drop.
    pub fn is_leaked_in(&self, obj: ObjId, cell: ObjId) -> bool {
        let Some(ObjKind::Cell(memory)) = self.obj(cell).map(|obj| &obj.kind) else { return false };
        self.leaked.contains(&cell) && self.reaches(&memory.content, obj, &|_| true).is_some()
    }

    /// Whether a handle of a cell is a weak one: its only field says so.
    fn is_weak(&self, adt: &super::value::Adt) -> bool {
        adt.variant == WEAK
    }

    /// Marks every cell that can be reached from `value` as shared with other actors.
    pub fn share(&mut self, value: &Val) {
        let mut todo = vec![value.clone()];
        let mut seen = BTreeSet::new();
        while let Some(value) = todo.pop() {
            let mut cells = Vec::new();
            value.handles(&mut |id, _| cells.push(id));
            value.refs(&mut |loc| {
                if let Root::Cell(id) = loc.root {
                    cells.push(id);
                } else if let Some(value) = self.read(loc) {
                    value.handles(&mut |id, _| cells.push(id));
                }
            });
            for id in cells {
                if seen.insert(id)
                    && let Some(obj) = self.obj_mut(id)
                    && let ObjKind::Cell(cell) = &mut obj.kind
                {
                    cell.shared = true;
                    todo.push(cell.content.clone());
                }
            }
        }
    }

    /// Marks every object that can be reached from `value` as known to code out of view.
    pub fn escape(&mut self, value: &Val) {
        for id in self.reachable(value) {
            if let Some(obj) = self.obj_mut(id) {
                obj.escaped = true;
            }
        }
    }

    /// Every object that can be reached from a value.
    pub(super) fn reachable(&self, value: &Val) -> BTreeSet<ObjId> {
        let mut todo = vec![value];
        let mut seen = BTreeSet::new();
        while let Some(value) = todo.pop() {
            let mut objs = Vec::new();
            value.handles(&mut |id, _| objs.push(id));
            for id in objs {
                if seen.insert(id)
                    && let Some(obj) = self.obj(id)
                {
                    match &obj.kind {
                        ObjKind::Cell(cell) => todo.push(&cell.content),
                        ObjKind::Chan(chan) => todo.extend(&chan.queue),
                        _ => {}
                    }
                }
            }
        }
        seen
    }

    /// A value that should have been aborted has gone: who waits for what only it led to waits because of that.
    pub fn forsake(&mut self, value: &super::value::Adt) {
        let lost = self.reachable(&Val::Adt(Rc::new(value.clone())));
        Rc::make_mut(&mut self.forsaken).extend(lost);
    }
}

fn settle_in_place(at: &mut Val, facts: &BTreeMap<u32, Val>) {
    while let Val::Sym(sym) = at {
        match facts.get(&sym.id) {
            Some(known) => *at = known.clone(),
            None => break,
        }
    }
}

impl LocStep {
    /// The field's name, if it is a field.
    pub fn name(&self) -> Option<&Name> {
        match self {
            Self::Field(name) => Some(name),
            _ => None,
        }
    }
}
