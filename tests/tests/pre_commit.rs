//! The hook as a user gets it: the real pre-commit clones this project, installs the hook, and stops a commit.
//!
//! What takes long is kept below `target/pre-commit`, and made anew when the project's files change.
#![expect(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

use must_abort_tests::{project, project_files};

const HANG: &str = "\
use std::{sync::mpsc, thread};

fn main() {
    let (tx, rx) = mpsc::channel();
    for i in 0..4 {
        let tx = tx.clone();
        thread::spawn(move || tx.send(i).unwrap());
    }
    for value in rx {
        println!(\"{value}\");
    }
}
";

/// What the test works with.
struct Bench {
    pre_commit: PathBuf,
    scratch: PathBuf,
}

#[test]
fn a_commit_that_adds_a_hang_is_stopped() {
    let scratch = project().join("target/pre-commit");
    fs::create_dir_all(&scratch).unwrap();
    let Some(pre_commit) = pre_commit(&scratch) else {
        assert!(env::var_os("CI").is_none(), "pre-commit is not to be had");
        eprintln!("skipped: pre-commit is not to be had");
        return;
    };
    let bench = Bench { pre_commit, scratch };
    let revision = bench.hook_repository();
    let user = tempfile::tempdir().unwrap();
    let user = user.path();
    write(&user.join("Cargo.toml"), "[package]\nname = \"user\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
    write(&user.join("src/main.rs"), "fn main() {}\n");
    write(&user.join(".gitignore"), "/target\n");
    let repository = bench.scratch.join("repository");
    write(
        &user.join(".pre-commit-config.yaml"),
        &format!("repos:\n- repo: {}\n  rev: {revision}\n  hooks:\n  - id: must-abort\n", repository.display()),
    );
    bench.git(user, &["init", "--quiet"]).success();
    bench.git(user, &["add", "."]).success();
    bench.git(user, &["commit", "--quiet", "--message", "Start"]).success();
    bench.run(user, &bench.pre_commit, &["install", "--install-hooks"]).success();

    write(&user.join("src/main.rs"), HANG);
    bench.git(user, &["add", "."]).success();
    let stopped = bench.git(user, &["commit", "--message", "Add a hang"]);
    assert!(!stopped.0.status.success(), "the commit went through\n{}", stopped.text());
    let text = stopped.text();
    assert!(text.contains("recv_while_sender_held"), "the finding is not shown\n{text}");
    assert!(text.contains("src/main.rs"), "the place is not shown\n{text}");
    assert_eq!(bench.commits(user), 1);

    write(&user.join("src/main.rs"), &HANG.replace("    for value", "    drop(tx);\n    for value"));
    bench.git(user, &["add", "."]).success();
    bench.git(user, &["commit", "--message", "Add no hang"]).success();
    assert_eq!(bench.commits(user), 2);
}

impl Bench {
    /// A repository of the project's files as they are now. The same files give the same revision.
    fn hook_repository(&self) -> String {
        let repository = self.scratch.join("repository");
        let _ = fs::remove_dir_all(&repository);
        for file in project_files().unwrap() {
            let copy = repository.join(file.strip_prefix(project()).unwrap());
            fs::create_dir_all(copy.parent().unwrap()).unwrap();
            fs::copy(&file, copy).unwrap();
        }
        self.git(&repository, &["init", "--quiet"]).success();
        self.git(&repository, &["add", "--force", "."]).success();
        self.git(&repository, &["commit", "--quiet", "--message", "All"]).success();
        let revision = self.git(&repository, &["rev-parse", "HEAD"]).success().trim().to_owned();
        let known = self.scratch.join("revision");
        if fs::read_to_string(&known).ok().as_ref() != Some(&revision) {
            let _ = fs::remove_dir_all(self.scratch.join("home"));
            write(&known, &revision);
        }
        revision
    }

    fn commits(&self, folder: &Path) -> usize {
        self.git(folder, &["rev-list", "HEAD"]).success().lines().count()
    }

    fn git(&self, folder: &Path, args: &[&str]) -> Ended {
        self.run(folder, OsStr::new("git"), args)
    }

    fn run(&self, folder: &Path, program: impl AsRef<OsStr>, args: &[&str]) -> Ended {
        let mut command = Command::new(program);
        command.current_dir(folder).args(args);
        // This test may itself run inside a hook.
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "CARGO_MANIFEST_DIR"] {
            command.env_remove(name);
        }
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "Test").env(format!("GIT_{who}_EMAIL"), "test@localhost");
            command.env(format!("GIT_{who}_DATE"), "2026-01-01T00:00:00Z");
        }
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        command.env("PRE_COMMIT_HOME", self.scratch.join("home"));
        // Only to build faster: the hook's own folder for it starts empty at each revision.
        command.env("CARGO_TARGET_DIR", self.scratch.join("build")).env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
        Ended(command.output().unwrap())
    }
}

/// A program that has ended.
struct Ended(Output);

impl Ended {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.stdout).into_owned() + &String::from_utf8_lossy(&self.0.stderr)
    }

    /// It must have ended well; what it printed.
    fn success(self) -> String {
        assert!(self.0.status.success(), "{}\n{}", self.0.status, self.text());
        String::from_utf8_lossy(&self.0.stdout).into_owned()
    }
}

/// The pre-commit that is installed, else one in an environment of its own.
fn pre_commit(scratch: &Path) -> Option<PathBuf> {
    let works = |program: &Path| Command::new(program).arg("--version").output().is_ok_and(|out| out.status.success());
    let installed = PathBuf::from("pre-commit");
    if works(&installed) {
        return Some(installed);
    }
    let venv = scratch.join("venv");
    let own = venv.join("bin/pre-commit");
    if !works(&own) {
        let _ = Command::new("python3").args(["-m", "venv", "--clear"]).arg(&venv).output();
        let _ = Command::new(venv.join("bin/pip")).args(["install", "--quiet", "pre-commit==4.7.0"]).output();
    }
    works(&own).then_some(own)
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
