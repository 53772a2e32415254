//! Programs: built and linted in one folder, one after the other, so that what they have in common is compiled once; then run.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use must_abort_tests::{linter, project};

use crate::variant::{Edit, Variant};

/// Where programs are built.
pub struct Build {
    /// The right one's package.
    from: PathBuf,
    /// As deep below the project as that, so that its manifest means the same.
    folder: PathBuf,
    /// Where the programs go that are done.
    done: PathBuf,
}

/// A program that is built and linted.
pub struct Program {
    path: PathBuf,
    sources: Vec<(String, String)>,
    /// The findings, one a line.
    pub short: String,
    /// What a reader sees of them.
    pub report: String,
}

/// How a program ran.
pub struct Ran {
    /// How it ended, if it did.
    pub status: Option<ExitStatus>,
    /// What it said.
    pub log: String,
}

impl Build {
    pub fn new(from: &Path) -> Build {
        let folder = project().join("target/reference/runtime");
        let done = project().join("target/reference/programs");
        let _ = fs::remove_dir_all(&folder);
        let _ = fs::remove_dir_all(&done);
        fs::create_dir_all(&done).unwrap();
        Build { from: from.to_owned(), folder, done }
    }

    pub fn variant(&mut self, variant: Variant) -> (Variant, Program) {
        let program = self.program(&variant.edits);
        (variant, program)
    }

    /// Builds the program with these edits, and lints it.
    pub fn program(&mut self, edits: &[Edit]) -> Program {
        let sources = self.sources(edits);
        for (name, text) in &sources {
            let path = self.folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let target = project().join("target/reference/target");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--locked"]).env("CARGO_TARGET_DIR", &target).env_remove("RUSTFLAGS");
        let built = cargo.current_dir(&self.folder).output().unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let count = fs::read_dir(&self.done).unwrap().count();
        let path = self.done.join(format!("runtime-{count}"));
        fs::copy(target.join("debug/runtime"), &path).unwrap();
        Program { path, sources, short: self.lint(&["--message-format", "short"]), report: self.lint(&["--message-format", "human"]) }
    }

    /// What the linter says of the program that was built last.
    pub fn lint(&self, args: &[&str]) -> String {
        let mut command = Command::new(linter().unwrap());
        command.current_dir(&self.folder).args(["lint", "--color", "never"]).args(args).env_remove("CARGO_MANIFEST_DIR");
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    }

    fn sources(&self, edits: &[Edit]) -> Vec<(String, String)> {
        let files = walkdir::WalkDir::new(&self.from).sort_by_file_name().into_iter().map(Result::unwrap);
        let files = files.filter(|entry| entry.file_type().is_file()).map(|entry| {
            let name = entry.path().strip_prefix(&self.from).unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(entry.path()).unwrap();
            let edits = edits.iter().filter(|edit| edit.file == name);
            (name.clone(), edits.fold(text, |text, edit| edit.apply(&text)))
        });
        files.collect()
    }
}

impl Program {
    /// The file and number of the line of which a part is given as `file: part`.
    pub fn line_of(&self, at: &str) -> (&str, usize) {
        let (file, part) = at.split_once(": ").unwrap();
        let (name, text) = self.sources.iter().find(|(name, _)| name == file).unwrap();
        let lines: Vec<usize> = (1..).zip(text.lines()).filter(|(_, line)| line.contains(part)).map(|(line, _)| line).collect();
        assert_eq!(lines.len(), 1, "{at}");
        (name, lines[0])
    }

    /// Runs it until it ends, or the time is over.
    pub fn run(&self, limit: Duration) -> Ran {
        let log = self.path.with_extension("log");
        let output = File::create(&log).unwrap();
        let mut command = Command::new(&self.path);
        let folder = tempfile::tempdir().unwrap();
        command.stdin(Stdio::null()).stdout(output.try_clone().unwrap()).stderr(output).env("TMPDIR", folder.path());
        let status = wait(&mut command.spawn().unwrap(), limit);
        Ran { status, log: fs::read_to_string(&log).unwrap() }
    }
}

/// One that does not end in time is killed: its own processes end when it is gone.
fn wait(child: &mut Child, limit: Duration) -> Option<ExitStatus> {
    let start = Instant::now();
    while start.elapsed() < limit {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    None
}
