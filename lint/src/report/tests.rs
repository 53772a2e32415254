//! One finding in two files, in every format.

use std::path::PathBuf;
use std::sync::Arc;

use super::*;
use crate::base::{FileSpan, Span};
use crate::diagnostic::{Fix, Step};

const MAIN: &str = "fn main() {\n    let (tx, rx) = channel();\n    worker::start(tx.clone());\n    for é in rx {\n    }\n}\n";
const WORKER: &str = "pub fn start(tx: Sender<u8>) {\n    thread::spawn(move || tx.send(1));\n}\n";

fn at(file: usize, texts: &IndexVec<FileId, SourceFile>, what: &str) -> FileSpan {
    let file = crate::base::Idx::new(file);
    let start = texts[file].text.find(what).unwrap() as u32;
    Span::new(start, start + what.len() as u32).in_file(file)
}

fn files() -> IndexVec<FileId, SourceFile> {
    [("src/main.rs", MAIN), ("src/worker.rs", WORKER)]
        .into_iter()
        .map(|(path, text)| SourceFile { path: PathBuf::from(path), text: Arc::from(text), stub: false })
        .collect()
}

fn found(files: &IndexVec<FileId, SourceFile>) -> Diagnostic {
    Diagnostic {
        rule: "recv_while_sender_held",
        level: Level::Deny,
        message: "this loop waits for an end that never comes: `tx` is still held here".to_owned(),
        primary: at(0, files, "for é in rx {\n    }"),
        primary_label: "parks here".to_owned(),
        labels: vec![(at(0, files, "tx,"), "still held".to_owned())],
        path: vec![
            Step { at: at(0, files, "channel()"), what: "the channel is made here".to_owned() },
            Step { at: at(1, files, "thread::spawn"), what: "a worker starts that holds a clone".to_owned() },
        ],
        help: Some("drop `tx` before the loop".to_owned()),
        remedy: None,
        fixes: vec![Fix {
            title: "drop `tx` first".to_owned(),
            safe: true,
            edits: vec![(at(0, files, "for é"), "drop(tx);\n    for é".to_owned())],
        }],
        func: "main".to_owned(),
        handle: Some("tx".into()),
    }
}

fn text(format: Format) -> String {
    let files = files();
    let diagnostics = [found(&files)];
    let origins = files.iter().map(|_| None).collect();
    let rules = [RuleInfo { id: "recv_while_sender_held", docs: "## What it does\nA drain.", level: Level::Deny }];
    render(format, &Report { files: &files, origins: &origins, diagnostics: &diagnostics, rules: &rules, success: false }, Style::default())
}

#[test]
fn short_is_one_line() {
    assert_eq!(
        text(Format::Short),
        "src/main.rs:4:5: error[recv_while_sender_held]: this loop waits for an end that never comes: `tx` is still held here\n"
    );
}

#[test]
fn human_tells_the_story_across_files() {
    let text = text(Format::Human);
    println!("{text}");
    for part in [
        "1. the channel is made here",
        "2. a worker starts that holds a clone",
        "src/worker.rs",
        "parks here",
        "drop `tx` before the loop",
        "1 error",
    ] {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
    assert!(!text.contains('\u{1b}'));
    assert!(text.lines().all(|line| line.chars().count() <= 100));
}

#[test]
fn human_keeps_to_the_first_line_of_a_loop() {
    assert!(!text(Format::Human).contains("──▶"));
}

#[test]
fn json_is_what_cargo_writes() {
    let text = text(Format::Json);
    let messages: Vec<_> = cargo_metadata::Message::parse_stream(text.as_bytes()).collect::<Result<_, _>>().unwrap();
    let [cargo_metadata::Message::CompilerMessage(message), cargo_metadata::Message::BuildFinished(end)] = messages.as_slice() else {
        panic!("{messages:?}");
    };
    assert!(!end.success);
    let message = &message.message;
    assert_eq!(message.code.as_ref().unwrap().code, "must_abort::recv_while_sender_held");
    let primary = message.spans.iter().find(|span| span.is_primary).unwrap();
    assert_eq!((primary.line_start, primary.column_start, primary.line_end, primary.column_end), (4, 5, 5, 6));
    assert_eq!(&MAIN[primary.byte_start as usize..primary.byte_end as usize], "for é in rx {\n    }");
    assert_eq!(primary.text[0].highlight_end, 18);
    let fix = message.children.iter().flat_map(|child| &child.spans).find(|span| span.suggested_replacement.is_some()).unwrap();
    assert_eq!(fix.suggestion_applicability, Some(cargo_metadata::diagnostic::Applicability::MachineApplicable));
    assert!(message.children.iter().any(|child| child.spans.iter().any(|span| span.file_name == "src/worker.rs")));
}

#[test]
fn sarif_names_rule_and_path() {
    let log: serde_json::Value = serde_json::from_str(&text(Format::Sarif)).unwrap();
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "must_abort::recv_while_sender_held");
    assert_eq!(result["ruleIndex"], 0);
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"], 4);
    assert_eq!(result["codeFlows"][0]["threadFlows"][0]["locations"].as_array().unwrap().len(), 2);
}

#[test]
fn github_escapes() {
    let text = text(Format::Github);
    assert!(text.starts_with("::error file=src/main.rs,line=4,endLine=5,col=5,endColumn=6,title=must_abort%3A%3Arecv_while_sender_held::"));
    assert_eq!(text.lines().count(), 1);
}

#[test]
fn junit_and_html_escape() {
    assert!(text(Format::Junit).contains("failures=\"1\""));
    let html = text(Format::Html);
    assert!(!html.contains("<u8>") && html.contains("Sender&lt;u8&gt;") || !html.contains("Sender<"));
}

#[test]
fn a_span_outside_the_text_is_cut() {
    let files = files();
    let places = Places::new(&files);
    let place = places.of(Span::new(4000, 5000).in_file(crate::base::Idx::new(0)));
    assert_eq!((place.line, place.column), (7, 1));
}
