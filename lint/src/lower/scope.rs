//! Scopes and the drops that are scheduled in them.
//!
//! As in rustc, a value's drop is scheduled when it comes to life, in the scope in which it ends: a variable in its block, a temporary in its
//! statement (or further out, if `let` extends it). Leaving a scope runs its schedule backwards; a jump runs the schedules of all scopes that
//! it leaves, as they stand at the jump. Whether there is still something to drop is not decided here.
//!
//! Absent: unwinding. A panic is no exit that the analysis follows.

use super::BodyCx;
use crate::base::{Idx, Name, Span};
use crate::ir::{BlockId, DropWhy, Local, LocalKind, Operand, Place, RETURN, StatementKind, TerminatorKind, TypeRef};

/// A scope: what has to be done at its end, in the order of scheduling.
#[derive(Debug, Default)]
pub(super) struct Scope {
    schedule: Vec<Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    local: Local,
    action: Action,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    Dead,
    Drop,
}

/// A loop or labelled block that can be left.
#[derive(Clone, Debug)]
pub(super) struct Breakable {
    pub label: Option<Name>,
    /// Where `continue` goes, for loops.
    pub continue_to: Option<BlockId>,
    /// Where `break` goes.
    pub break_to: BlockId,
    /// Where the value goes, if it has one.
    pub dest: Option<Place>,
    /// How many scopes are open outside.
    pub depth: usize,
    /// A bare `break` does not stop at a labelled block.
    pub is_loop: bool,
    /// A `try` block: where `?` goes.
    pub is_try: bool,
}

/// A place to go to with only `depth` scopes still open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exit {
    pub depth: usize,
    pub block: BlockId,
}

/// What [`BodyCx::open`] changed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opened {
    vars: usize,
    temps: usize,
    /// Names declared in a scope of temporaries alone belong to a scope further out and stay in view.
    names: Option<usize>,
}

/// What ends at a scope's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ends {
    Vars,
    Temps,
    Both,
}

impl BodyCx<'_> {
    /// Opens a scope in which variables, temporaries or both end from now on.
    pub fn open(&mut self, ends: Ends) -> Opened {
        let body = &mut self.body;
        let opened = Opened { vars: body.vars, temps: body.temps, names: (ends != Ends::Temps).then_some(body.names.len()) };
        body.scopes.push(Scope::default());
        let this = body.scopes.len() - 1;
        if ends != Ends::Temps {
            body.vars = this;
        }
        if ends != Ends::Vars {
            body.temps = this;
        }
        opened
    }

    /// Closes the innermost scope: its schedule runs on the current path.
    pub fn close(&mut self, opened: Opened, end: Span) {
        let depth = self.body.scopes.len() - 1;
        self.run_schedules(depth, None, end);
        self.abandon(opened);
    }

    /// Closes the innermost scope where its schedule has been run on every path already.
    pub fn abandon(&mut self, opened: Opened) {
        let depth = self.body.scopes.len() - 1;
        self.body.scopes.truncate(depth);
        self.body.vars = opened.vars;
        self.body.temps = opened.temps;
        if let Some(names) = opened.names {
            self.body.names.truncate(names);
        }
    }

    /// Lowers something whose temporaries end with it.
    pub fn terminating<R>(&mut self, end: Span, inner: impl FnOnce(&mut Self) -> R) -> R {
        let opened = self.open(Ends::Temps);
        let result = inner(self);
        self.close(opened, end);
        result
    }

    /// The local comes to life and is dead at the end of `scope`.
    pub fn live(&mut self, local: Local, scope: usize, span: Span) {
        self.body.push(StatementKind::StorageLive(local), span);
        self.schedule(local, Action::Dead, scope);
    }

    /// The local's value has to be dropped at the end of `scope`.
    pub fn schedule_drop(&mut self, local: Local, scope: usize) {
        self.schedule(local, Action::Drop, scope);
    }

    fn schedule(&mut self, local: Local, action: Action, scope: usize) {
        if let Some(scope) = self.body.scopes.get_mut(scope) {
            scope.schedule.push(Entry { local, action });
        }
    }

    /// The temporaries among these operands have just been consumed: nothing is left of them to drop.
    pub fn consumed<'o>(&mut self, operands: impl IntoIterator<Item = &'o Operand>) {
        for operand in operands {
            let Operand::Move(place) = operand else { continue };
            let Some(local) = place.as_local() else { continue };
            for scope in self.body.scopes.iter_mut().rev() {
                let before = scope.schedule.len();
                scope.schedule.retain(|entry| entry.local != local || entry.action == Action::Dead);
                if scope.schedule.len() != before {
                    break;
                }
            }
        }
    }

    /// Runs on the current path what the scopes from `depth` on have scheduled so far. `why` is `None` at their regular end.
    pub fn run_schedules(&mut self, depth: usize, why: Option<DropWhy>, span: Span) {
        let due: Vec<Entry> = self.body.scopes.get(depth..).unwrap_or_default().iter().flat_map(|scope| &scope.schedule).copied().collect();
        for entry in due.into_iter().rev() {
            match entry.action {
                Action::Dead => self.body.push(StatementKind::StorageDead(entry.local), span),
                Action::Drop => {
                    let regular = if self.body.decl(entry.local).kind == LocalKind::Temp { DropWhy::Temporary } else { DropWhy::Scope };
                    self.drop_place(Place::local(entry.local), why.unwrap_or(regular), span);
                }
            }
        }
    }

    /// Drops a place now.
    pub fn drop_place(&mut self, place: Place, why: DropWhy, span: Span) {
        let target = self.body.block();
        self.body.terminate_and_follow(TerminatorKind::Drop { place, target, why }, target, span);
    }

    /// Leaves the scopes that are not open at `exit` and goes there.
    pub fn leave(&mut self, exit: Exit, why: DropWhy, span: Span) {
        self.run_schedules(exit.depth, Some(why), span);
        self.body.goto(exit.block, span);
    }

    /// The result is set: leaves everything.
    pub fn leave_body(&mut self, why: DropWhy, span: Span) {
        self.body.push(StatementKind::Leave, span);
        let block = self.return_block();
        self.leave(Exit { depth: 0, block }, why, span);
    }

    /// The block that returns.
    pub fn return_block(&mut self) -> BlockId {
        if let Some(block) = self.body.return_block {
            return block;
        }
        let block = self.body.block();
        self.body.return_block = Some(block);
        block
    }

    /// The block that is taken when the coroutine is dropped at this point.
    pub fn cancel_block(&mut self, span: Span) -> BlockId {
        let here = self.body.current;
        let cancel = self.body.block();
        self.body.current = cancel;
        self.run_schedules(0, Some(DropWhy::Cancel), span);
        self.body.terminate(TerminatorKind::Cancelled, span);
        self.body.current = here;
        cancel
    }

    /// A temporary that is alive and has no value yet. When it has one, and may have to be dropped, [`BodyCx::schedule_drop`] comes next.
    pub fn temp(&mut self, scope: usize, span: Span) -> Local {
        let local = self.body.local(LocalKind::Temp, None, TypeRef::Infer, span);
        self.live(local, scope, span);
        local
    }

    /// A temporary that never owns anything: no storage, no drop.
    pub fn plain_temp(&mut self, span: Span) -> Local {
        self.body.local(LocalKind::Temp, None, TypeRef::Infer, span)
    }
}

impl BodyCx<'_> {
    /// A test that did not hold: leaves the scopes in their regular way.
    pub fn leave_silently(&mut self, exit: Exit, span: Span) {
        self.run_schedules(exit.depth, None, span);
        self.body.goto(exit.block, span);
    }
}

/// The place of a body's result.
pub(super) fn result_place() -> Place {
    Place::local(Local::new(RETURN as usize))
}
