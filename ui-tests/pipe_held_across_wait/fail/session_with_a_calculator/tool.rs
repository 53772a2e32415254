use std::io;
use std::process::{Child, Command, Stdio};

/// A calculator in a line of shell.
pub const BC: &[&str] = &["sh", "-c", "while read -r a op b; do [ -n \"$b\" ] && [ \"$b\" -eq \"$b\" ] 2>/dev/null && echo $((a $op b)); done; exit 0"];

pub fn start(words: &[&str]) -> io::Result<Child> {
    let Some((program, rest)) = words.split_first() else { return Err(io::ErrorKind::InvalidInput.into()) };
    Command::new(program).args(rest).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()
}
