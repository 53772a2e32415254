//@ expect: none
//@ effect: none

use std::io::{self, Write};
use std::process::{Child, Command, Stdio};

struct Report {
    lines: usize,
    success: bool,
}

fn start_consumer() -> io::Result<Child> {
    Command::new("cat").stdin(Stdio::piped()).stdout(Stdio::null()).spawn()
}

fn feed(records: &[(u32, &str)], sink: &mut impl Write) -> usize {
    let mut written = 0;
    for (id, text) in records {
        if let Err(err) = writeln!(sink, "{id}\t{text}") {
            eprintln!("record {id}: {err}");
            break;
        }
        written += 1;
    }
    written
}

fn archive(records: &[(u32, &str)]) -> io::Result<Report> {
    let mut consumer = start_consumer()?;
    let mut lines = 0;
    let mut stdin = consumer.stdin.take();
    if let Some(stdin) = &mut stdin {
        lines = feed(records, stdin);
    }
    drop(stdin);
    let status = consumer.wait()?;
    Ok(Report { lines, success: status.success() })
}

fn main() -> io::Result<()> {
    let report = archive(&[(1, "created"), (2, "renamed"), (3, "deleted")])?;
    println!("{} lines, success: {}", report.lines, report.success);
    Ok(())
}
