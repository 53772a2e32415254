//! Other names for the same things: locals, items, methods, what is imported.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use syn::visit::{self, Visit};

use crate::rewrite::{Edits, Files, Rewritten, Word, each, words};

/// All names that a program gives, by what they are given to.
#[derive(Default)]
struct Names {
    locals: BTreeSet<String>,
    fields: BTreeSet<String>,
    types: BTreeSet<String>,
    functions: BTreeSet<String>,
    methods: BTreeSet<String>,
    /// Names of traits' methods, and of what implements them.
    bound: BTreeSet<String>,
    uses: BTreeSet<String>,
    modules: BTreeSet<String>,
}

impl Names {
    fn of(files: &Files) -> Self {
        let mut names = Self::default();
        for (_, text) in files {
            if let Ok(file) = syn::parse_file(text) {
                names.visit_file(&file);
            }
            let words = words(text);
            for (n, word) in words.iter().enumerate() {
                // A name after a dot is a field's, or a method's.
                if n > 0
                    && words[n - 1].text == "."
                    && !(n > 1 && words[n - 2].text == ".")
                    && words.get(n + 1).is_none_or(|next| next.text != "(")
                {
                    names.fields.insert(word.text.clone());
                }
            }
        }
        names
    }
}

impl<'a> Visit<'a> for Names {
    fn visit_pat_ident(&mut self, pat: &'a syn::PatIdent) {
        self.locals.insert(pat.ident.to_string());
        visit::visit_pat_ident(self, pat);
    }

    fn visit_field(&mut self, field: &'a syn::Field) {
        self.fields.extend(field.ident.as_ref().map(ToString::to_string));
        visit::visit_field(self, field);
    }

    fn visit_member(&mut self, member: &'a syn::Member) {
        if let syn::Member::Named(name) = member {
            self.fields.insert(name.to_string());
        }
    }

    fn visit_item_struct(&mut self, item: &'a syn::ItemStruct) {
        self.types.insert(item.ident.to_string());
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'a syn::ItemEnum) {
        self.types.insert(item.ident.to_string());
        visit::visit_item_enum(self, item);
    }

    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        self.modules.insert(item.ident.to_string());
        visit::visit_item_mod(self, item);
    }

    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        self.functions.insert(item.sig.ident.to_string());
        visit::visit_item_fn(self, item);
    }

    fn visit_item_impl(&mut self, item: &'a syn::ItemImpl) {
        for inner in &item.items {
            if let syn::ImplItem::Fn(func) = inner {
                let names = if item.trait_.is_some() { &mut self.bound } else { &mut self.methods };
                names.insert(func.sig.ident.to_string());
            }
        }
        visit::visit_item_impl(self, item);
    }

    fn visit_item_trait(&mut self, item: &'a syn::ItemTrait) {
        for inner in &item.items {
            if let syn::TraitItem::Fn(func) = inner {
                self.bound.insert(func.sig.ident.to_string());
            }
        }
        visit::visit_item_trait(self, item);
    }

    fn visit_use_name(&mut self, name: &'a syn::UseName) {
        self.uses.insert(name.ident.to_string());
    }

    fn visit_use_rename(&mut self, name: &'a syn::UseRename) {
        self.uses.insert(name.rename.to_string());
    }
}

fn before(words: &[Word], n: usize, back: usize) -> &str {
    n.checked_sub(back).map_or("", |n| words[n].text.as_str())
}

fn after(words: &[Word], n: usize, on: usize) -> &str {
    words.get(n + on).map_or("", |word| word.text.as_str())
}

/// Whether a word stands after a `.` that is not a range's.
fn dotted(words: &[Word], n: usize) -> bool {
    before(words, n, 1) == "." && before(words, n, 2) != "."
}

/// Renames what stands for a local, also in format strings.
pub fn locals(files: &Files, root: &Path) -> Option<Rewritten> {
    let names = Names::of(files);
    let others: BTreeSet<_> =
        [&names.fields, &names.functions, &names.methods, &names.bound, &names.uses, &names.modules].into_iter().flatten().collect();
    let own: BTreeSet<_> = names
        .locals
        .iter()
        .filter(|name| !others.contains(name) && *name != "self" && name.starts_with(char::is_lowercase))
        .cloned()
        .collect();
    each(files, root, |text| {
        let words = words(text);
        let mut edits = Edits::default();
        for (n, word) in words.iter().enumerate() {
            let path = after(&words, n, 1) == ":" && after(&words, n, 2) == ":";
            if own.contains(&word.text) && !dotted(&words, n) && !path && before(&words, n, 1) != "'" {
                edits.insert(word.at.1, "_it");
            } else if word.text.starts_with('"') || word.text.starts_with("r\"") || word.text.starts_with("r#\"") {
                let source = &text[word.at.0..word.at.1];
                for name in &own {
                    for (at, _) in source.match_indices(&format!("{{{name}")) {
                        let end = at + 1 + name.len();
                        if source[end..].starts_with(['}', ':']) {
                            edits.insert(word.at.0 + end, "_it");
                        }
                    }
                }
            }
        }
        edits.apply(text)
    })
}

/// Renames the program's own types and free functions.
pub fn items(files: &Files, root: &Path) -> Option<Rewritten> {
    let names = Names::of(files);
    let functions = names.functions.iter().filter(|name| {
        *name != "main"
            && ![&names.methods, &names.bound, &names.locals, &names.fields, &names.modules].iter().any(|others| others.contains(*name))
    });
    let types = names.types.iter().filter(|name| !names.functions.contains(*name));
    let own: BTreeSet<_> = functions.chain(types).cloned().collect();
    each(files, root, |text| {
        let words = words(text);
        let mut edits = Edits::default();
        for (n, word) in words.iter().enumerate() {
            if own.contains(&word.text) && !dotted(&words, n) && before(&words, n, 1) != "'" {
                edits.insert(word.at.1, if word.text.starts_with(char::is_uppercase) { "Thing" } else { "_does" });
            }
        }
        edits.apply(text)
    })
}

/// Renames the program's own methods.
pub fn methods(files: &Files, root: &Path) -> Option<Rewritten> {
    let names = Names::of(files);
    let own: BTreeSet<_> = names
        .methods
        .iter()
        .filter(|name| {
            ![&names.bound, &names.functions, &names.locals, &names.fields, &names.modules].iter().any(|others| others.contains(*name))
        })
        // `abort` is what `#[must_abort]` means where it names no method.
        .filter(|name| !matches!(name.as_str(), "new" | "abort"))
        .cloned()
        .collect();
    each(files, root, |text| {
        let words = words(text);
        let mut edits = Edits::default();
        for (n, word) in words.iter().enumerate() {
            let called = dotted(&words, n) || before(&words, n, 1) == ":" || before(&words, n, 1) == "fn";
            // An attribute names them bare, or in a string.
            let line = text[..word.at.0].rfind('\n').map_or(0, |end| end + 1);
            let attribute = text[line..].trim_start().starts_with("#[") && own.contains(word.text.trim_matches('"'));
            if own.contains(&word.text) && (called || attribute) {
                edits.insert(word.at.1, "_now");
            } else if attribute {
                edits.insert(word.at.1 - 1, "_now");
            }
        }
        edits.apply(text)
    })
}

/// Imports under another name.
pub fn uses(files: &Files, root: &Path) -> Option<Rewritten> {
    let names = Names::of(files);
    each(files, root, |text| {
        let file = syn::parse_file(text).ok()?;
        let mut edits = Edits::default();
        let mut renamed: BTreeMap<String, usize> = BTreeMap::new();
        for item in &file.items {
            if let syn::Item::Use(item) = item
                && matches!(item.vis, syn::Visibility::Inherited)
            {
                let mut leaves = Leaves(Vec::new());
                leaves.visit_use_tree(&item.tree);
                for (name, end) in leaves.0 {
                    let other = [&names.locals, &names.fields, &names.types, &names.functions, &names.methods, &names.modules];
                    if name != "self" && !other.iter().any(|others| others.contains(&name)) {
                        edits.insert(end, format!(" as {name}{}", if name.starts_with(char::is_uppercase) { "Kind" } else { "_by" }));
                        renamed.insert(name, end);
                    }
                }
            }
        }
        proc_macro2::extra::invalidate_current_thread_spans();
        let words = words(text);
        let mut inside_use = false;
        for (n, word) in words.iter().enumerate() {
            match word.text.as_str() {
                "use" => inside_use = true,
                ";" => inside_use = false,
                name if !inside_use && renamed.contains_key(name) => {
                    let path = before(&words, n, 1) == ":" && before(&words, n, 2) == ":";
                    if !dotted(&words, n) && !path && before(&words, n, 1) != "'" {
                        edits.insert(word.at.1, if name.starts_with(char::is_uppercase) { "Kind" } else { "_by" });
                    }
                }
                _ => {}
            }
        }
        edits.apply(text)
    })
}

/// The names that a `use` brings in, with where they end.
struct Leaves(Vec<(String, usize)>);

impl<'a> Visit<'a> for Leaves {
    fn visit_use_name(&mut self, name: &'a syn::UseName) {
        self.0.push((name.ident.to_string(), name.ident.span().byte_range().end));
    }
}
