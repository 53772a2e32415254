//! Works out the edits that mend a finding: from its remedy, which says what must happen, and the text, which says how that is written.
//!
//! A fix is proposed only where the text shows that it fits: the variable is in scope and not used any more, the loop can be left, the
//! statement can be moved. Where it does not, the finding has its help text and no fix.

mod leave;
mod order;
mod site;
mod tasks;

use std::collections::BTreeMap;

use crate::base::{FileId, IndexVec, Name, SourceFile, Span};
use crate::diagnostic::{Diagnostic, Fix, Held, Remedy};
use crate::syntax;
use site::Source;

/// Replacements in one file.
type Edits = Vec<(Span, String)>;

/// Gives each finding the fixes that its remedy comes to.
pub fn suggest(found: &mut [Diagnostic], files: &IndexVec<FileId, SourceFile>) {
    let mut by_file: BTreeMap<FileId, Vec<&mut Diagnostic>> = BTreeMap::new();
    for one in found.iter_mut() {
        if let Some(file) = one.remedy.as_ref().and_then(file) {
            by_file.entry(file).or_default().push(one);
        }
    }
    for (file, found) in by_file {
        let Some(text) = files.get(file).filter(|source| !source.stub).map(|source| &source.text) else { continue };
        // A text that only an older edition explains gets no edits: the tree is not quite its.
        if let Ok(tree) = syntax::parse(text, crate::ir::Edition::E2024) {
            let source = Source { text, tree: &tree };
            for one in found {
                let fix = one.remedy.as_ref().and_then(|remedy| fix(&source, remedy));
                one.fixes.extend(fix.map(|(title, safe, edits)| Fix {
                    title,
                    safe,
                    edits: edits.into_iter().map(|(span, text)| (span.in_file(file), text)).collect(),
                }));
            }
        }
        // As after lowering: the thread's source map would keep each text for good.
        proc_macro2::extra::invalidate_current_thread_spans();
    }
}

/// The file that the edits are in, if it is one.
fn file(remedy: &Remedy) -> Option<FileId> {
    match remedy {
        Remedy::Drop(held) => {
            let file = held.first()?.wait.file;
            held.iter().all(|held| held.wait.file == file).then_some(file)
        }
        Remedy::Sooner { wait, stop, .. } => (wait.file == stop.file).then_some(wait.file),
        Remedy::Reap(at) | Remedy::Keep(at) | Remedy::Leave(at) | Remedy::Shutdown(at) => Some(at.file),
    }
}

fn fix(source: &Source<'_>, remedy: &Remedy) -> Option<(String, bool, Edits)> {
    match remedy {
        Remedy::Drop(held) => {
            let mut edits = Edits::new();
            for one in held {
                edits.extend(order::drop_before(source, one)?);
            }
            let names: Vec<String> = held.iter().map(called).collect();
            Some((format!("drop {} before the wait", names.join(" and ")), true, edits))
        }
        Remedy::Sooner { wait, stop, gentle } => {
            let edits = order::swap(source, wait.span, stop.span)?;
            Some(("move what stops it in front of the wait".to_owned(), *gentle, edits))
        }
        Remedy::Reap(at) => {
            let (edits, child) = tasks::reap(source, at.span)?;
            Some((format!("wait for `{child}` once it is killed"), true, edits))
        }
        Remedy::Keep(at) => {
            let (edits, task) = tasks::keep(source, at.span)?;
            Some((format!("keep `{task}`, and abort it where the wait gives up"), false, edits))
        }
        Remedy::Leave(at) => Some(("leave the loop here when the other side is gone".to_owned(), true, leave::leave(source, at.span)?)),
        Remedy::Shutdown(at) => {
            let (edits, socket) = order::shutdown(source, at.span)?;
            Some((format!("shut `{socket}` down before it is dropped"), true, edits))
        }
    }
}

fn called(held: &Held) -> String {
    let path: Vec<&str> = std::iter::once(&held.base).chain(&held.fields).map(Name::as_str).collect();
    format!("`{}`", path.join("."))
}
