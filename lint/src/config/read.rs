//! Reads a configuration strictly: an unknown key is an error that names the nearest known one.

use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::{ChannelType, Config, LevelFlag, PathLevels, Selector, WorkerType};
use crate::diagnostic::Level;

/// What is wrong with a configuration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {message}", origin.display())]
pub struct ConfigError {
    /// The file.
    pub origin: PathBuf,
    /// What is wrong, with the key.
    pub message: String,
}

type Read<T> = Result<T, String>;

impl Config {
    /// Reads the table `lint` of `Cargo.toml`, or the whole of `lint.toml`.
    pub fn read(value: &Value, origin: &Path, folder: &Path, rules: &[&str]) -> Result<Self, ConfigError> {
        read(value, origin, folder, rules).map_err(|message| ConfigError { origin: origin.to_owned(), message })
    }
}

fn read(value: &Value, origin: &Path, folder: &Path, rules: &[&str]) -> Read<Config> {
    let table = table(value, "the configuration")?;
    let mut config = Config { folder: folder.to_owned(), origin: origin.to_owned(), ..Config::default() };
    known(table, &["levels", "paths", "stubs", "channels", "workers", "exclude"], "")?;
    for (key, value) in table {
        match key.as_str() {
            "levels" => config.levels = levels(value, rules, "levels")?,
            "paths" => config.paths = list(value, "paths")?.iter().map(|value| path_levels(value, rules)).collect::<Read<_>>()?,
            "stubs" => config.stubs = strings(value, "stubs")?.iter().map(|path| folder.join(path)).collect(),
            "exclude" => config.exclude = strings(value, "exclude")?.iter().map(|text| glob(text, "exclude")).collect::<Read<_>>()?,
            "channels" => config.channels = types(value, "channels", channel)?,
            "workers" => config.workers = types(value, "workers", worker)?,
            _ => {}
        }
    }
    Ok(config)
}

fn levels(value: &Value, rules: &[&str], at: &str) -> Read<Vec<LevelFlag>> {
    let mut flags = Vec::new();
    for (rule, level) in table(value, at)? {
        let selector = Selector::parse(rule, rules).map_err(|message| format!("{at}: {message}"))?;
        let level = match word(level, &format!("{at}.{rule}"), &["allow", "warn", "deny"])?.as_str() {
            "allow" => Level::Allow,
            "warn" => Level::Warn,
            _ => Level::Deny,
        };
        flags.push(LevelFlag { selector, level });
    }
    // A table has no order: what is said of a rule is said more exactly than what is said of its group.
    flags.sort_by_key(|flag| match flag.selector {
        Selector::Warnings => 0,
        Selector::All => 1,
        Selector::Pedantic => 2,
        Selector::Rule(_) => 3,
    });
    Ok(flags)
}

fn path_levels(value: &Value, rules: &[&str]) -> Read<PathLevels> {
    let entry = table(value, "paths")?;
    known(entry, &["path", "levels"], "paths.")?;
    let path = entry.get("path").and_then(Value::as_str).ok_or("paths: each entry needs a `path`")?;
    let given = entry.get("levels").ok_or("paths: each entry needs `levels`")?;
    Ok(PathLevels { path: glob(path, "paths.path")?, levels: levels(given, rules, "paths.levels")? })
}

fn channel(value: &Value, at: &str) -> Read<ChannelType> {
    let entry = table(value, at)?;
    known(entry, &["aborts", "on_drop", "role"], &format!("{at}."))?;
    Ok(ChannelType {
        aborts: entry.get("aborts").map(|value| strings(value, &format!("{at}.aborts"))).transpose()?.unwrap_or_default(),
        on_drop: optional(entry, "on_drop", at, &["silent", "eof", "abort"])?,
        role: optional(entry, "role", at, &["sender", "receiver", "weak", "both"])?,
    })
}

fn worker(value: &Value, at: &str) -> Read<WorkerType> {
    let entry = table(value, at)?;
    known(entry, &["kind", "on_drop"], &format!("{at}."))?;
    let kind = optional(entry, "kind", at, &["thread", "task", "blocking", "scoped", "process"])?;
    Ok(WorkerType {
        kind: kind.ok_or_else(|| format!("{at}: a worker needs a `kind`"))?,
        on_drop: optional(entry, "on_drop", at, &["detach", "abort", "join", "kill"])?,
    })
}

fn types<T>(value: &Value, at: &str, entry: impl Fn(&Value, &str) -> Read<T>) -> Read<IndexMap<String, T>> {
    let mut types = IndexMap::new();
    for (path, value) in table(value, at)? {
        types.insert(path.clone(), entry(value, &format!("{at}.\"{path}\""))?);
    }
    types.sort_keys();
    Ok(types)
}

fn optional(entry: &Map<String, Value>, key: &str, at: &str, words: &[&str]) -> Read<Option<String>> {
    entry.get(key).map(|value| word(value, &format!("{at}.{key}"), words)).transpose()
}

fn word(value: &Value, at: &str, words: &[&str]) -> Read<String> {
    let Some(text) = value.as_str() else { return Err(format!("{at}: a string is needed, one of {}", quoted(words))) };
    if words.contains(&text) {
        return Ok(text.to_owned());
    }
    let hint = nearest(text, words.iter().copied()).map(|name| format!(", did you mean `{name}`?")).unwrap_or_default();
    Err(format!("{at}: unknown value `{text}`{hint} (one of {})", quoted(words)))
}

fn table<'a>(value: &'a Value, at: &str) -> Read<&'a Map<String, Value>> {
    value.as_object().ok_or_else(|| format!("{at}: a table is needed"))
}

fn list<'a>(value: &'a Value, at: &str) -> Read<&'a Vec<Value>> {
    value.as_array().ok_or_else(|| format!("{at}: an array is needed"))
}

fn strings(value: &Value, at: &str) -> Read<Vec<String>> {
    let text = |value: &Value| value.as_str().map(str::to_owned).ok_or_else(|| format!("{at}: strings are needed"));
    list(value, at)?.iter().map(text).collect()
}

fn glob(text: &str, at: &str) -> Read<glob::Pattern> {
    glob::Pattern::new(text.trim_end_matches('/')).map_err(|error| format!("{at}: `{text}`: {error}"))
}

fn known(table: &Map<String, Value>, keys: &[&str], at: &str) -> Read<()> {
    for key in table.keys() {
        if !keys.contains(&key.as_str()) {
            let hint = nearest(key, keys.iter().copied()).map(|name| format!(", did you mean `{name}`?")).unwrap_or_default();
            return Err(format!("unknown key `{at}{key}`{hint} (known: {})", quoted(keys)));
        }
    }
    Ok(())
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// The name that was probably meant.
pub fn nearest<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let close = |name: &'a str| (strsim::damerau_levenshtein(text, name), name);
    let (distance, name) = names.into_iter().map(close).min()?;
    (distance <= 1 + name.len() / 4).then_some(name)
}
