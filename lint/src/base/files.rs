//! Source files and their lines.

use std::path::PathBuf;
use std::sync::Arc;

use super::idx::index_type;

index_type! {
    /// A source file of the run.
    pub struct FileId = "file";
}

/// A source file as it was read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Where it was read, as it is shown to the user: relative to the folder of the run where that is possible.
    pub path: PathBuf,
    /// Its bytes as text. Spans count bytes of this text.
    pub text: Arc<str>,
    /// Whether it belongs to a stub crate: findings never point into it.
    pub stub: bool,
}

/// The starts of the lines of a text.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// The lines of `text`.
    pub fn new(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        Self { starts: std::iter::once(0).chain(ends.map(|(at, _)| at as u32 + 1)).collect() }
    }

    /// The line (from 0) that holds byte `offset`.
    pub fn line(&self, offset: u32) -> usize {
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// The first byte of `line` (from 0); past the end, that of the last line.
    pub fn start(&self, line: usize) -> u32 {
        self.starts.get(line).or(self.starts.last()).copied().unwrap_or(0)
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never: a text has at least one line.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }
}
