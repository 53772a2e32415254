//! Configurations as `lint.toml` would say them, for `--show-config`.

use crate::config::{Config, LevelFlag, Selector};

use super::level_word;

/// A whole configuration.
pub fn text(config: &Config) -> String {
    let mut lines = vec![format!("# {}", config.origin.display())];
    if !config.stubs.is_empty() {
        lines.push(format!("stubs = [{}]", quoted(config.stubs.iter().map(|path| path.display().to_string()))));
    }
    if !config.exclude.is_empty() {
        lines.push(format!("exclude = [{}]", quoted(config.exclude.iter().map(ToString::to_string))));
    }
    if !config.levels.is_empty() {
        lines.push("[levels]".to_owned());
        lines.extend(config.levels.iter().map(entry));
    }
    for at in &config.paths {
        lines.extend(["[[paths]]".to_owned(), format!("path = {:?}", at.path.as_str()), "[paths.levels]".to_owned()]);
        lines.extend(at.levels.iter().map(entry));
    }
    for (path, channel) in &config.channels {
        lines.push(format!("[channels.{path:?}]"));
        if !channel.aborts.is_empty() {
            lines.push(format!("aborts = [{}]", quoted(channel.aborts.iter().cloned())));
        }
        lines.extend(channel.on_drop.iter().map(|on_drop| format!("on_drop = {on_drop:?}")));
        lines.extend(channel.role.iter().map(|role| format!("role = {role:?}")));
    }
    for (path, worker) in &config.workers {
        lines.extend([format!("[workers.{path:?}]"), format!("kind = {:?}", worker.kind)]);
        lines.extend(worker.on_drop.iter().map(|on_drop| format!("on_drop = {on_drop:?}")));
    }
    lines.join("\n") + "\n"
}

/// A level flag as a line.
pub fn flag(flag: &LevelFlag) -> String {
    entry(flag) + "\n"
}

fn entry(flag: &LevelFlag) -> String {
    let name = match &flag.selector {
        Selector::Rule(id) => id,
        Selector::All => "all",
        Selector::Pedantic => "pedantic",
        Selector::Warnings => "warnings",
    };
    format!("{name} = {:?}", level_word(flag.level))
}

fn quoted(texts: impl Iterator<Item = String>) -> String {
    texts.map(|text| format!("{text:?}")).collect::<Vec<_>>().join(", ")
}
