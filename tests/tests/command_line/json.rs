//! The JSON is Cargo's: what reads `cargo check` reads it.

use cargo_metadata::Message;
use cargo_metadata::diagnostic::DiagnosticLevel;

use crate::{Folder, HANG, RULE};

#[test]
fn cargos_own_reader_reads_it() {
    // Bytes and columns differ behind a letter of more than one byte.
    let source = format!("// ein Gr\u{fc}\u{df}er\n{HANG}");
    let folder = Folder::new(&[("hang.rs", &source)]);
    let ran = folder.lint(&["--message-format", "json", "hang.rs"]);
    assert_eq!(ran.code, Some(1));
    let messages: Vec<_> = Message::parse_stream(ran.out.as_bytes()).map(Result::unwrap).collect();
    let [Message::CompilerMessage(found), Message::BuildFinished(end)] = messages.as_slice() else {
        panic!("not one finding and an end: {messages:?}");
    };
    assert!(!end.success);
    let message = &found.message;
    assert_eq!(message.level, DiagnosticLevel::Error);
    assert_eq!(message.code.as_ref().unwrap().code, format!("must_abort::{RULE}"));
    assert!(message.rendered.as_ref().unwrap().contains(RULE));
    assert_eq!(message.spans.iter().filter(|span| span.is_primary).count(), 1);
    for span in message.spans.iter().chain(message.children.iter().flat_map(|child| &child.spans)) {
        let bytes = &source[span.byte_start as usize..span.byte_end as usize];
        let line = source.lines().nth(span.line_start - 1).unwrap();
        let start = line.char_indices().nth(span.column_start - 1).map_or(line.len(), |(at, _)| at);
        let first = bytes.lines().next().unwrap_or_default();
        assert!(line[start..].starts_with(first), "columns and bytes differ: {span:?}");
        assert_eq!(span.text.first().unwrap().text, line);
        assert!(span.file_name.ends_with("hang.rs"));
    }
    let primary = message.spans.iter().find(|span| span.is_primary).unwrap();
    assert_eq!(primary.line_start, 10);
}

#[test]
fn an_end_even_without_findings() {
    let folder = Folder::new(&[("fine.rs", "fn main() {}\n")]);
    let ran = folder.lint(&["--message-format", "json", "fine.rs"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let messages: Vec<_> = Message::parse_stream(ran.out.as_bytes()).map(Result::unwrap).collect();
    assert!(matches!(messages.as_slice(), [Message::BuildFinished(end)] if end.success), "{messages:?}");
}
