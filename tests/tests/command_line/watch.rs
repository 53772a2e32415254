//! `--watch`: it lints again when a file changes, or a new one comes, until it is stopped.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use crate::{Folder, HANG, RULE, hang_with, linter};

/// On a machine that does other things too.
const PATIENCE: Duration = Duration::from_mins(1);

/// The command under watch; dropping it ends it.
struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn start(folder: &Folder, args: &[&str]) -> Self {
        let mut command = Command::new(linter());
        command.current_dir(folder.path()).args(["lint", "--color", "never", "--message-format", "short", "--watch"]).args(args);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = mpsc::channel();
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let also = sender.clone();
        thread::spawn(move || BufReader::new(out).lines().map_while(Result::ok).try_for_each(|line| also.send(line)));
        thread::spawn(move || BufReader::new(err).lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, lines }
    }

    /// What it says until it waits; the lines of its two outputs come in any order.
    fn round(&self) -> Vec<String> {
        let mut said = Vec::new();
        loop {
            let line = self.lines.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("it does not come to wait: {said:?}"));
            if line.contains("waiting for changes") {
                break;
            }
            said.push(line);
        }
        while let Ok(line) = self.lines.recv_timeout(Duration::from_millis(200)) {
            said.push(line);
        }
        said
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn reported(said: &[String]) -> bool {
    said.iter().any(|line| line.contains(RULE))
}

#[test]
fn it_lints_again_after_a_change() {
    let folder = Folder::new(&[("hang.rs", HANG)]);
    let watch = Watch::start(&folder, &["hang.rs"]);
    assert!(reported(&watch.round()));
    fs::write(folder.path().join("hang.rs"), hang_with("drop(tx);")).unwrap();
    assert!(!reported(&watch.round()), "it is mended");
    fs::write(folder.path().join("hang.rs"), HANG).unwrap();
    assert!(reported(&watch.round()), "it is broken again");
}

#[test]
fn what_can_not_run_may_run_later() {
    let folder = Folder::new(&[("hang.rs", HANG), ("lint.toml", "no_such_key = 1\n")]);
    let watch = Watch::start(&folder, &["."]);
    assert!(watch.round().iter().any(|line| line.contains("no_such_key")));
    fs::remove_file(folder.path().join("lint.toml")).unwrap();
    assert!(reported(&watch.round()));
}
