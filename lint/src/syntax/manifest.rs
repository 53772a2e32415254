//! What a `Cargo.toml` says besides Cargo's metadata: the edition of lone files below it, and the configuration.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::ir::Edition;

/// A configuration as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct RawConfig {
    /// The folder for which it holds.
    pub folder: PathBuf,
    /// The file that it comes from.
    pub origin: PathBuf,
    /// Its table, or why there is none.
    pub table: Result<Value, String>,
}

/// The nearest `Cargo.toml` in `folder` or above.
pub fn nearest(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|above| above.join("Cargo.toml")).find(|manifest| manifest.is_file())
}

/// The edition that a manifest gives its package: Rust's first where it gives none, nothing where it has no package.
pub fn edition(manifest: &Path) -> Option<Edition> {
    let read = |path: &Path| std::fs::read_to_string(path).ok()?.parse::<toml::Table>().ok();
    let table = read(manifest)?;
    let package = table.get("package")?.as_table()?;
    let year = match package.get("edition") {
        Some(toml::Value::String(year)) => year.clone(),
        Some(toml::Value::Table(_)) => {
            let own = manifest.parent()?;
            let mut tables = own.ancestors().filter_map(|above| read(&above.join("Cargo.toml")));
            let shared = |table: toml::Table| table.get("workspace")?.get("package")?.get("edition")?.as_str().map(str::to_owned);
            tables.find_map(shared)?
        }
        _ => "2015".to_owned(),
    };
    Some(match year.as_str() {
        "2015" => Edition::E2015,
        "2018" => Edition::E2018,
        "2021" => Edition::E2021,
        _ => Edition::E2024,
    })
}

/// The configuration that stands in a folder: in its `Cargo.toml` or in `lint.toml` beside it. Both is an error.
pub fn configs_at(folder: &Path) -> Vec<RawConfig> {
    let manifest = folder.join("Cargo.toml");
    let file = folder.join("lint.toml");
    let mut found: Vec<(PathBuf, Result<Value, String>)> = Vec::new();
    if let Ok(text) = std::fs::read_to_string(&manifest) {
        // A manifest that does not parse is Cargo's to report.
        let table: Option<Value> = toml::from_str(&text).ok();
        for part in ["workspace", "package"] {
            if let Some(lint) = table.as_ref().and_then(|table| table.get(part)?.get("metadata")?.get("lint")) {
                found.push((manifest.clone(), Ok(lint.clone())));
            }
        }
    }
    match std::fs::read_to_string(&file) {
        Ok(text) => found.push((file, toml::from_str(&text).map_err(|error| error.to_string().trim_end().to_owned()))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => found.push((file, Err(error.to_string()))),
    }
    if let [(_, _), (second, _), ..] = found.as_slice() {
        let message =
            "the configuration stands in two places: keep one of `[workspace.metadata.lint]`, `[package.metadata.lint]` and `lint.toml`";
        return vec![RawConfig { folder: folder.to_owned(), origin: second.clone(), table: Err(message.to_owned()) }];
    }
    found.into_iter().map(|(origin, table)| RawConfig { folder: folder.to_owned(), origin, table }).collect()
}

/// The configurations in the folders above a lone file, the outermost first.
pub fn configs_above(file: &Path) -> Vec<RawConfig> {
    let mut found: Vec<RawConfig> = file.ancestors().skip(1).flat_map(configs_at).collect();
    found.reverse();
    found
}
