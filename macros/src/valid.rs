//! Arguments against the table: each error goes to the token that is wrong, and all of them are kept.

use proc_macro2::{Ident, Span};
use syn::Error;

use crate::ast::{Arg, Place, Value, ValueKind};
use crate::attr::{Attr, Bare, Form, On, Spec};
use crate::target::{Kind, Params, Target};

/// Checks one use of an attribute.
pub(crate) fn check(attr: Attr, args: &[Arg], target: &Target, errors: &mut Vec<Error>) {
    let spec = attr.spec();
    if let Err(wanted) = check_target(&spec, &target.kind) {
        let message = format!("`#[{}]` goes on {wanted}, and this is {}", spec.name, target.kind.name());
        errors.push(Error::new(target.span, message));
        // The arguments name parts of an item that is not there.
        return;
    }
    let params = match &target.kind {
        Kind::Fn(params) => Some(params),
        _ => None,
    };
    Checker { spec, params, errors }.run(args);
}

fn check_target(spec: &Spec, kind: &Kind) -> Result<(), &'static str> {
    match (spec.on, kind) {
        (On::Any, _)
        | (On::Handle, Kind::Struct | Kind::Enum | Kind::Union | Kind::Trait | Kind::TypeAlias)
        | (On::Struct, Kind::Struct | Kind::Enum | Kind::Union)
        | (On::Fn, Kind::Fn(_)) => Ok(()),
        (On::Handle, _) => Err("a struct, enum, trait or type alias"),
        (On::Struct, _) => Err("a struct"),
        (On::Fn, _) => Err("a function"),
    }
}

struct Checker<'a> {
    spec: Spec,
    params: Option<&'a Params>,
    errors: &'a mut Vec<Error>,
}

impl Checker<'_> {
    fn run(&mut self, args: &[Arg]) {
        let mut bare: Vec<&Place> = Vec::new();
        let mut set: Vec<&Ident> = Vec::new();
        for arg in args {
            match arg {
                Arg::Place(place) => {
                    if bare.iter().any(|seen| seen.base == place.base && seen.fields == place.fields) {
                        let message = format!("`{}` is listed twice", text(place));
                        self.error(place.base.span(), message);
                    } else if self.bare(place, bare.len()) {
                        bare.push(place);
                    }
                }
                Arg::Setting { name, value } => {
                    if set.contains(&name) {
                        self.error(name.span(), format!("`{name}` is set twice"));
                    } else {
                        self.setting(name, value);
                        set.push(name);
                    }
                }
            }
        }
        self.required(args, &bare, &set);
    }

    /// Checks one argument without `=`; false if it is of no use.
    fn bare(&mut self, place: &Place, before: usize) -> bool {
        let span = place.base.span();
        let name = self.spec.name;
        match self.spec.bare {
            Bare::Nothing => self.error(span, format!("`#[{name}]` takes settings only: {}", self.setting_names())),
            Bare::Methods if place.as_word().is_none_or(|word| word == "self") => {
                self.error(span, "expected the name of a method");
            }
            Bare::Methods => return true,
            Bare::Rule if before > 0 => self.error(span, format!("`#[{name}]` takes one rule")),
            Bare::Kind(_) if before > 0 => self.error(span, format!("`#[{name}]` takes one kind")),
            Bare::Rule if place.as_word().is_none_or(|word| word == "self") => {
                self.error(span, "expected the name of a rule");
            }
            Bare::Rule => return true,
            Bare::Kind(kinds) => match place.as_word() {
                Some(word) if kinds.iter().any(|kind| word == kind) => return true,
                _ => self.error(span, format!("expected {}", one_of(kinds, ""))),
            },
            Bare::Places(words) => match place.as_word() {
                Some(word) if words.iter().any(|known| word == known) => return true,
                _ => return self.place(place),
            },
        }
        false
    }

    /// A place must start at something that the function has.
    fn place(&mut self, place: &Place) -> bool {
        let Some(params) = self.params else {
            return true;
        };
        if params.has(&place.base) {
            return true;
        }
        let message = if place.base == "self" {
            "this function has no `self`".to_owned()
        } else {
            format!("this function has no parameter `{}`", place.base)
        };
        self.error(place.base.span(), message);
        false
    }

    fn setting(&mut self, name: &Ident, value: &Value) {
        let Some((_, form)) = self.spec.settings.iter().find(|(known, _)| name == known) else {
            let known = self.setting_names();
            let message = match known.as_str() {
                "" => format!("`#[{}]` has no settings", self.spec.name),
                known => format!("`#[{}]` has no setting `{name}`, only {known}", self.spec.name),
            };
            return self.error(name.span(), message);
        };
        match (*form, &value.kind) {
            (Form::OneOf(known), ValueKind::Str(text)) if known.contains(&text.as_str()) => {}
            (Form::OneOf(known), _) => {
                self.error(value.span, format!("expected {}", one_of(known, "\"")));
            }
            (Form::Position, ValueKind::Int(Some(at))) => self.position(value.span, *at),
            (Form::Position, _) => {
                self.error(value.span, "expected a position in the returned tuple");
            }
            (Form::Capacity, ValueKind::Int(Some(_))) => {}
            (Form::Capacity, ValueKind::Str(text)) if text == "unbounded" => {}
            (Form::Capacity | Form::Param, ValueKind::Name(param)) => {
                self.place(&Place { base: param.clone(), fields: Vec::new() });
            }
            (Form::Capacity, _) => self.error(value.span, "expected a number, a parameter or \"unbounded\""),
            (Form::Param, _) => self.error(value.span, "expected a parameter"),
            (Form::Reason, ValueKind::Str(text)) if !text.trim().is_empty() => {}
            (Form::Reason, ValueKind::Str(_)) => self.error(value.span, "the reason is empty"),
            (Form::Reason, _) => self.error(value.span, "expected a string"),
        }
    }

    fn position(&mut self, span: Span, at: usize) {
        if let Some(len) = self.params.and_then(|params| params.tuple)
            && at >= len
        {
            self.error(span, format!("the returned tuple has {len} components, counted from 0"));
        }
    }

    /// What must be there, or must not be there together. These errors belong to no token of their own.
    fn required(&mut self, args: &[Arg], bare: &[&Place], set: &[&Ident]) {
        let name = self.spec.name;
        let nothing_wrong = self.errors.is_empty();
        match self.spec.bare {
            Bare::Kind(kinds) if bare.is_empty() && nothing_wrong => {
                self.error(Span::call_site(), format!("`#[{name}]` needs a kind: {}", one_of(kinds, "")));
            }
            Bare::Rule => {
                if bare.is_empty() && nothing_wrong {
                    self.error(Span::call_site(), format!("`#[{name}]` needs the rule that it allows"));
                }
                if !set.iter().any(|known| *known == "reason") && nothing_wrong {
                    self.error(Span::call_site(), format!("`#[{name}]` needs a reason: `reason = \"…\"`"));
                }
            }
            Bare::Places(words) => {
                let no_place = !bare.iter().any(|place| place.as_word().is_none_or(|word| !words.iter().any(|known| word == known)));
                let no_handle = self.params.is_some_and(|params| !params.has_self && params.names.is_empty());
                // A park that names only its deadline is a sleep: it has no object.
                let sleeps = bare.iter().any(|place| place.base == "deadline");
                if no_place && no_handle && !sleeps && nothing_wrong {
                    self.error(Span::call_site(), format!("`#[{name}]` stands on a function without parameters"));
                }
            }
            Bare::Nothing if self.spec.settings.iter().any(|(known, _)| *known == "tx") && nothing_wrong => {
                self.both_ends(args);
            }
            Bare::Nothing | Bare::Methods | Bare::Kind(_) => {}
        }
        if let (Bare::Kind(_), Some(kind)) = (self.spec.bare, bare.first())
            && kind.base == "process"
            && let Some(runs) = set.iter().find(|known| **known == "runs")
        {
            self.error(runs.span(), "a process runs no closure of this program");
        }
    }

    /// `tx` and `rx` come together and are not one.
    fn both_ends(&mut self, args: &[Arg]) {
        let end = |wanted: &str| {
            args.iter().find_map(|arg| match arg {
                Arg::Setting { name, value } if name == wanted => Some((name, value)),
                _ => None,
            })
        };
        match (end("tx"), end("rx")) {
            (Some((tx, _)), None) => self.error(tx.span(), "`tx` without `rx`"),
            (None, Some((rx, _))) => self.error(rx.span(), "`rx` without `tx`"),
            (Some((_, tx)), Some((_, rx))) => {
                if let (ValueKind::Int(Some(tx)), ValueKind::Int(Some(at))) = (&tx.kind, &rx.kind)
                    && tx == at
                {
                    self.error(rx.span, "`tx` and `rx` are the same component");
                }
            }
            (None, None) => {}
        }
    }

    fn setting_names(&self) -> String {
        let names: Vec<_> = self.spec.settings.iter().map(|(name, _)| format!("`{name}`")).collect();
        names.join(", ")
    }

    fn error(&mut self, span: Span, message: impl std::fmt::Display) {
        self.errors.push(Error::new(span, message));
    }
}

fn one_of(known: &[&str], quote: &str) -> String {
    let quoted: Vec<_> = known.iter().map(|word| format!("`{quote}{word}{quote}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}

fn text(place: &Place) -> String {
    let mut text = place.base.to_string();
    for field in &place.fields {
        text.push('.');
        text.push_str(field);
    }
    text
}
