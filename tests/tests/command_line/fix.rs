//! `--fix`: what is applied, what is only shown, and what is refused.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::{Folder, HANG, hang_with};

const DROP: &str = "    drop(tx);\n";

fn git(folder: &Path, args: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(folder).args(["-c", "user.name=somebody", "-c", "user.email=somebody@example.com"]).args(args);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
}

/// A folder under version control, with nothing to commit.
fn committed(files: &[(&str, &str)]) -> Folder {
    let folder = Folder::new(files);
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "--message", "start"]);
    folder
}

impl Folder {
    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }
}

#[test]
fn a_safe_fix_is_applied() {
    let folder = committed(&[("hang.rs", HANG)]);
    let ran = folder.lint(&["--fix", "hang.rs"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(folder.read("hang.rs"), hang_with("drop(tx);"));
    assert!(ran.err.contains("1 fix applied"), "{ran:?}");
    let again = folder.lint(&["--fix", "--allow-dirty", "hang.rs"]);
    assert_eq!((again.code, again.err.contains("applied")), (Some(0), false), "{again:?}");
}

#[test]
fn a_diff_changes_nothing() {
    let folder = committed(&[("hang.rs", HANG)]);
    let ran = folder.lint(&["--fix", "--diff", "hang.rs"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("--- a/hang.rs") && ran.out.contains(&format!("+{DROP}")), "{ran:?}");
    assert_eq!(folder.read("hang.rs"), HANG);
    // It is one that git takes.
    fs::write(folder.path().join("hang.diff"), &ran.out).unwrap();
    git(folder.path(), &["apply", "hang.diff"]);
    assert_eq!(folder.read("hang.rs"), hang_with("drop(tx);"));
}

#[test]
fn what_git_could_not_bring_back_is_left_alone() {
    let edited = format!("{HANG}// not committed\n");
    let folder = committed(&[("hang.rs", HANG)]);
    fs::write(folder.path().join("hang.rs"), &edited).unwrap();
    let dirty = folder.lint(&["--fix", "hang.rs"]);
    assert_eq!(dirty.code, Some(2), "{dirty:?}");
    assert!(dirty.err.contains("hang.rs (dirty)"), "{dirty:?}");
    assert_eq!(folder.read("hang.rs"), edited);

    git(folder.path(), &["add", "."]);
    let staged = folder.lint(&["--fix", "hang.rs"]);
    assert_eq!(staged.code, Some(2), "{staged:?}");
    assert!(staged.err.contains("hang.rs (staged)"), "{staged:?}");
    assert_eq!(folder.read("hang.rs"), edited);

    let allowed = folder.lint(&["--fix", "--allow-staged", "hang.rs"]);
    assert_eq!(allowed.code, Some(0), "{allowed:?}");
    assert!(folder.read("hang.rs").contains(DROP));
}

#[test]
fn without_version_control_nothing_is_changed() {
    let folder = Folder::new(&[("hang.rs", HANG)]);
    let refused = folder.lint(&["--fix", "hang.rs"]);
    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert_eq!(folder.read("hang.rs"), HANG);
    let allowed = folder.lint(&["--fix", "--allow-dirty", "hang.rs"]);
    assert_eq!(allowed.code, Some(0), "{allowed:?}");
    assert!(folder.read("hang.rs").contains(DROP));
}

/// To abort a task where nobody did changes what the program does: that must be asked for.
#[test]
fn a_risky_fix_must_be_asked_for() {
    const TASK: &str = "\
use std::time::Duration;

#[tokio::main]
async fn main() {
    let task = tokio::spawn(async {
        loop {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
    let _ = tokio::time::timeout(Duration::from_secs(3), task).await;
    tokio::time::sleep(Duration::from_secs(60)).await;
}
";
    let folder = committed(&[("task.rs", TASK)]);
    let safe = folder.lint(&["--fix", "task.rs"]);
    assert_eq!(folder.read("task.rs"), TASK, "{safe:?}");
    assert!(safe.out.contains("--unsafe-fixes"), "it says how\n{safe:?}");
    let risky = folder.lint(&["--fix", "--unsafe-fixes", "-D", "warnings", "task.rs"]);
    assert_eq!(risky.code, Some(0), "{risky:?}");
    let text = folder.read("task.rs");
    assert!(text.contains("let mut task =") && text.contains("&mut task).await.is_err() {") && text.contains("task.abort();"), "{text}");
}

/// Both edits of a swap, or none: a fix that overlaps another waits for the next round.
#[test]
fn several_fixes_in_one_file() {
    let second = HANG.replace("fn main()", "fn other()");
    let both = format!("{HANG}\nmod second {{\n{second}}}\n\npub fn run() {{ second::other() }}\n").replace("fn other", "pub fn other");
    let folder = committed(&[("both.rs", &both)]);
    let ran = folder.lint(&["--fix", "both.rs"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(folder.read("both.rs").matches("drop(tx);").count(), 2);
}

#[test]
fn the_formats_carry_the_edit() {
    let folder = Folder::new(&[("hang.rs", HANG)]);
    let at = HANG.find("for value in rx").unwrap();

    let json = folder.lint(&["--message-format", "json", "hang.rs"]);
    let message: Value = serde_json::from_str(json.out.lines().next().unwrap()).unwrap();
    let children = message["message"]["children"].as_array().unwrap();
    let spans = children.iter().filter_map(|child| child["spans"].as_array()).flatten();
    let edit = spans.clone().find(|span| span["suggested_replacement"].is_string()).unwrap();
    assert_eq!(edit["suggested_replacement"], "drop(tx);\n    ");
    assert_eq!(edit["suggestion_applicability"], "MachineApplicable");
    assert_eq!((edit["byte_start"].as_u64(), edit["byte_end"].as_u64()), (Some(at as u64), Some(at as u64)));

    let sarif = folder.lint(&["--message-format", "sarif", "hang.rs"]);
    let sarif: Value = serde_json::from_str(&sarif.out).unwrap();
    let replacement = &sarif["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "drop(tx);\n    ");
    assert_eq!(replacement["deletedRegion"]["byteOffset"], at);

    let human = folder.lint(&["--message-format", "human", "hang.rs"]);
    assert!(human.out.contains("drop `tx` before the wait (--fix)"), "{}", human.out);
}
