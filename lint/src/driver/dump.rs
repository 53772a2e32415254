//! A function's bodies as text, for `--dump-ir`.

use crate::ir::{AdtId, FnId, Names, Program, StaticId, dump};
use crate::link::Linked;

/// The text form of each function with this path, or whose path ends with it; stubs included if nothing else has it.
pub fn functions(linked: &Linked, name: &str) -> Vec<String> {
    let wanted = name.strip_prefix("crate::").unwrap_or(name);
    let program = &linked.program;
    let named = |func: &FnId| {
        let path = &program.fns[*func].path;
        path == wanted || path.strip_suffix(wanted).is_some_and(|front| front.ends_with("::"))
    };
    let (stubs, own): (Vec<FnId>, Vec<FnId>) =
        program.fns.indices().filter(named).partition(|func| program.krates[program.fns[*func].krate].stub);
    let found = if own.is_empty() { stubs } else { own };
    found.into_iter().map(|func| one(linked, func)).collect()
}

fn one(linked: &Linked, func: FnId) -> String {
    let program = &linked.program;
    let mut text = format!("// {}\n", program.fns[func].path);
    let Some(root) = program.fns[func].body else {
        text.push_str("// no body\n");
        return text;
    };
    for body in linked.group(root) {
        if body != root {
            text.extend(["// ", body.to_string().as_str(), "\n"]);
        }
        text.push_str(&dump(linked.body(body), &Paths(program)));
    }
    text
}

/// The paths of a program's items.
struct Paths<'a>(&'a Program);

impl Names for Paths<'_> {
    fn func(&self, id: FnId) -> String {
        self.0.fns.get(id).map_or_else(|| id.to_string(), |def| def.path.clone())
    }

    fn variant(&self, id: AdtId, at: u32) -> String {
        let Some(def) = self.0.adts.get(id) else { return id.to_string() };
        let variant = def.variants.get(at as usize).filter(|variant| variant.name != def.name);
        variant.map_or_else(|| def.path.clone(), |variant| format!("{}::{}", def.path, variant.name))
    }

    fn statik(&self, id: StaticId) -> String {
        self.0.statics.get(id).map_or_else(|| id.to_string(), |def| def.path.clone())
    }
}
