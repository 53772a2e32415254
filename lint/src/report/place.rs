//! Byte spans as lines and columns.

use std::cell::OnceCell;

use crate::base::{FileId, FileSpan, IndexVec, LineIndex, SourceFile, Span};

/// A place in a file, as people and tools count: all from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The first line.
    pub line: usize,
    /// The first column.
    pub column: usize,
    /// The last line.
    pub end_line: usize,
    /// One past the last column.
    pub end_column: usize,
}

/// The lines of all files, computed where asked for.
pub struct Places<'a> {
    files: &'a IndexVec<FileId, SourceFile>,
    lines: IndexVec<FileId, OnceCell<LineIndex>>,
}

impl<'a> Places<'a> {
    /// The lines of `files`.
    pub fn new(files: &'a IndexVec<FileId, SourceFile>) -> Self {
        Self { files, lines: files.iter().map(|_| OnceCell::new()).collect() }
    }

    /// The path of a file, with forward slashes on every system.
    pub fn path(&self, file: FileId) -> String {
        self.files.get(file).map_or_else(String::new, |file| file.path.to_string_lossy().replace('\\', "/"))
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> &'a str {
        self.files.get(file).map_or("", |file| &file.text)
    }

    /// Whether it may be shown.
    pub fn is_shown(&self, at: FileSpan) -> bool {
        self.files.get(at.file).is_some_and(|file| !file.stub)
    }

    fn lines(&self, file: FileId) -> Option<&LineIndex> {
        Some(self.lines.get(file)?.get_or_init(|| LineIndex::new(self.text(file))))
    }

    /// The span, cut to the text and moved to character boundaries.
    pub fn clamp(&self, at: FileSpan) -> Span {
        let text = self.text(at.file);
        let boundary = |offset: u32| {
            let mut offset = (offset as usize).min(text.len());
            while !text.is_char_boundary(offset) {
                offset -= 1;
            }
            offset as u32
        };
        let start = boundary(at.span.start);
        Span::new(start, boundary(at.span.end).max(start))
    }

    /// Lines and columns of a span.
    pub fn of(&self, at: FileSpan) -> Place {
        let span = self.clamp(at);
        let (line, column) = self.point(at.file, span.start);
        let (end_line, end_column) = self.point(at.file, span.end);
        Place { line, column, end_line, end_column }
    }

    fn point(&self, file: FileId, offset: u32) -> (usize, usize) {
        let Some(lines) = self.lines(file) else { return (1, 1) };
        let line = lines.line(offset);
        let before = self.text(file).get(lines.start(line) as usize..offset as usize).unwrap_or("");
        (line + 1, before.chars().count() + 1)
    }

    /// The text of a line (from 1), without its end.
    pub fn line_text(&self, file: FileId, line: usize) -> &'a str {
        let Some(lines) = self.lines(file) else { return "" };
        let text = self.text(file);
        let start = lines.start(line.saturating_sub(1)) as usize;
        let rest = text.get(start..).unwrap_or("");
        rest.lines().next().unwrap_or("")
    }
}
