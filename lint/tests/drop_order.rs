//! The order of moves and drops, against the compiler.
//!
//! Each shape is a function whose values log their creation, their moves into functions and their drops. All shapes are compiled with rustc
//! and run, one program an edition; then each is linted as far as elaboration and its IR is walked. The two logs must be the same.

#[path = "drop_order/load.rs"]
mod load;
#[path = "drop_order/types.rs"]
mod types;
#[path = "drop_order/walker.rs"]
mod walker;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::Command;

use must_abort_lint::ir::Edition;

const PRELUDE: &str = include_str!("drop_order/shapes/prelude.rs");
const COMMON: &str = include_str!("drop_order/shapes/common.rs");
const SYNTAX: &str = include_str!("drop_order/shapes/syntax.rs");
const EDITIONS: &str = include_str!("drop_order/shapes/editions.rs");
const SINCE_2021: &str = include_str!("drop_order/shapes/since_2021.rs");
const SINCE_2024: &str = include_str!("drop_order/shapes/since_2024.rs");

/// What the shapes of one edition print, by shape.
type Logs = BTreeMap<String, Vec<String>>;

struct Program {
    edition: Edition,
    text: String,
    shapes: Vec<String>,
}

fn program(edition: Edition) -> Program {
    let mut text = [PRELUDE, COMMON, SYNTAX, EDITIONS].concat();
    if edition >= Edition::E2021 {
        text.push_str(SINCE_2021);
    }
    if edition >= Edition::E2024 {
        text.push_str(SINCE_2024);
    }
    let shapes = text.lines().filter_map(|line| line.strip_prefix("fn shape_")?.split('(').next());
    let shapes: Vec<String> = shapes.map(|name| format!("shape_{name}")).collect();
    text.push_str("fn main() {\n");
    for shape in &shapes {
        let _ = writeln!(text, "    println!(\"== {shape}\");\n    {shape}();");
    }
    text.push_str("}\n");
    Program { edition, text, shapes }
}

fn rustc(program: &Program) -> Logs {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("drop_order_{:?}", program.edition));
    std::fs::create_dir_all(&folder).expect("a folder for the program");
    let (source, binary) = (folder.join("main.rs"), folder.join("main"));
    std::fs::write(&source, &program.text).expect("the program is written");
    let edition = match program.edition {
        Edition::E2015 => "2015",
        Edition::E2018 => "2018",
        Edition::E2021 => "2021",
        Edition::E2024 => "2024",
    };
    let built = Command::new("rustc").args(["--edition", edition, "-o"]).arg(&binary).arg(&source).output().expect("rustc runs");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let ran = Command::new(&binary).output().expect("the program runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let mut logs = Logs::new();
    let mut current = String::new();
    for line in String::from_utf8_lossy(&ran.stdout).lines() {
        match line.strip_prefix("== ") {
            Some(shape) => shape.clone_into(&mut current),
            None => logs.entry(current.clone()).or_default().push(line.to_owned()),
        }
    }
    logs
}

fn check(edition: Edition) {
    let program = program(edition);
    let expected = rustc(&program);
    let linked = load::load(&program.text, edition);
    let only = std::env::var("SHAPE").unwrap_or_default();
    let mut wrong = String::new();
    let mut count = 0;
    for shape in program.shapes.iter().filter(|shape| shape.contains(&only)) {
        let expected = &expected[shape];
        let mut walker = walker::Walker::new(&linked);
        let outcome = walker.run(shape);
        if outcome.is_err() || walker.log != *expected {
            let _ = writeln!(wrong, "{shape}\n  rustc: {}\n  IR:    {}", expected.join(", "), walker.log.join(", "));
            if let Err(failure) = outcome {
                let _ = writeln!(wrong, "  {failure}");
            }
            count += 1;
        }
    }
    assert!(wrong.is_empty(), "{count} of {} shapes of {edition:?} differ\n{wrong}", program.shapes.len());
    assert!(program.shapes.len() >= 60, "at least 60 shapes an edition");
}

#[test]
fn edition_2018() {
    check(Edition::E2018);
}

#[test]
fn edition_2021() {
    check(Edition::E2021);
}

#[test]
fn edition_2024() {
    check(Edition::E2024);
}
