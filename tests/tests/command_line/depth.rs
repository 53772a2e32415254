//! Programs that go deeper than calls are followed.

use crate::{Folder, RULE};

/// A wait in the last of so many functions, each of which calls the next.
fn layers(count: usize, before: &str) -> String {
    let layer = |n| format!("fn layer{n}(rx: &Receiver<u32>) -> Option<u32> {{ layer{}(rx) }}\n", n + 1);
    let layers: String = (0..count).map(layer).collect();
    format!(
        "use std::sync::mpsc::{{self, Receiver}};\n{layers}fn layer{count}(rx: &Receiver<u32>) -> Option<u32> {{\n    rx.recv().ok()\n}}\n\
         fn main() {{\n    let (tx, rx) = mpsc::channel();\n{before}    println!(\"{{:?}}\", layer0(&rx));\n}}\n"
    )
}

/// No call so deep is run. What each call waits for first is in its summary, and is asked of the state that the call is made in.
#[test]
fn a_wait_behind_more_calls_than_are_followed_is_told_of_with_all_of_them() {
    let files = [("hangs.rs", layers(60, "    let _held = tx;\n")), ("ends.rs", layers(60, "    drop(tx);\n"))];
    let folder = Folder::new(&files.each_ref().map(|(name, text)| (*name, text.as_str())));
    let short = folder.lint(&["--message-format", "short", "hangs.rs", "ends.rs"]);
    assert_eq!(short.short(), [("hangs.rs".to_owned(), 63, format!("error[{RULE}]"))], "{short:?}");
    let full = folder.lint(&["hangs.rs"]);
    for n in [0, 30, 60] {
        assert!(full.out.contains(&format!("this runs `layer{n}`")), "{n} is not told of: {}", full.out);
    }
}
