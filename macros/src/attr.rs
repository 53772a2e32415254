//! The table of attributes: where each may stand, and which arguments it takes.

/// One of the attributes of this crate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attr {
    MustAbort,
    Worker,
    Aborts,
    Closes,
    Sends,
    Parks,
    Pairs,
    Same,
    Polls,
    Sets,
    Puts,
    Gets,
    Clears,
    Spawns,
    Joins,
    Kills,
    Detaches,
    Owns,
    Borrows,
    AllowHang,
}

/// What an attribute may stand on.
#[derive(Clone, Copy)]
pub(crate) enum On {
    /// A type that can be a handle: struct, enum, union, trait or type alias.
    Handle,
    /// A struct, enum or union.
    Struct,
    /// Any function, method or function of a trait.
    Fn,
    /// Whatever Rust lets an attribute macro stand on.
    Any,
}

/// What the bare arguments are.
#[derive(Clone, Copy)]
pub(crate) enum Bare {
    /// None may stand there.
    Nothing,
    /// Names of methods of the type.
    Methods,
    /// Places of the function, except for the words listed.
    Places(&'static [&'static str]),
    /// Exactly one of these words.
    Kind(&'static [&'static str]),
    /// Exactly one rule.
    Rule,
}

/// What the value of a setting must be.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// The position of a component of the result.
    Position,
    /// A number, a parameter, or `"unbounded"`.
    Capacity,
    /// A parameter.
    Param,
    /// A string that says something.
    Reason,
}

/// The whole contract of one attribute.
pub(crate) struct Spec {
    pub(crate) name: &'static str,
    pub(crate) on: On,
    pub(crate) bare: Bare,
    pub(crate) settings: &'static [(&'static str, Form)],
}

const WORKER_KINDS: Bare = Bare::Kind(&["thread", "task", "blocking", "scoped", "process"]);
const EXITS: (&str, Form) = ("on", Form::OneOf(&["all", "ok"]));

impl Attr {
    /// The row of the table.
    pub(crate) fn spec(self) -> Spec {
        let of_fn = |name, words, settings| Spec { name, on: On::Fn, bare: Bare::Places(words), settings };
        match self {
            Self::MustAbort => Spec {
                name: "must_abort",
                on: On::Handle,
                bare: Bare::Methods,
                settings: &[
                    ("on_drop", Form::OneOf(&["silent", "eof", "abort"])),
                    ("role", Form::OneOf(&["both", "sender", "receiver", "weak", "signal", "lock"])),
                ],
            },
            Self::Worker => Spec {
                name: "worker",
                on: On::Struct,
                bare: WORKER_KINDS,
                settings: &[("on_drop", Form::OneOf(&["detach", "abort", "join", "kill"]))],
            },
            Self::Aborts => of_fn("aborts", &[], &[EXITS]),
            Self::Closes => of_fn("closes", &[], &[EXITS]),
            Self::Sends => of_fn("sends", &["lossy"], &[]),
            Self::Parks => of_fn("parks", &["deadline"], &[("until", Form::OneOf(&["eof"]))]),
            Self::Pairs => Spec {
                name: "pairs",
                on: On::Fn,
                bare: Bare::Nothing,
                settings: &[("tx", Form::Position), ("rx", Form::Position), ("capacity", Form::Capacity)],
            },
            Self::Same => of_fn("same", &[], &[]),
            Self::Polls => of_fn("polls", &[], &[]),
            Self::Sets => of_fn("sets", &[], &[]),
            Self::Puts => of_fn("puts", &[], &[]),
            Self::Gets => of_fn("gets", &[], &[]),
            Self::Clears => of_fn("clears", &[], &[]),
            Self::Spawns => Spec { name: "spawns", on: On::Fn, bare: WORKER_KINDS, settings: &[("runs", Form::Param)] },
            Self::Joins => of_fn("joins", &["deadline"], &[EXITS]),
            Self::Kills => of_fn("kills", &[], &[EXITS]),
            Self::Detaches => of_fn("detaches", &[], &[]),
            Self::Owns => of_fn("owns", &[], &[]),
            Self::Borrows => of_fn("borrows", &[], &[]),
            Self::AllowHang => Spec { name: "allow_hang", on: On::Any, bare: Bare::Rule, settings: &[("reason", Form::Reason)] },
        }
    }
}
