//@ expect: none
//@ effect: none

use std::io::{self, BufWriter, Write};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};

struct Compressor {
    child: Child,
    input: BufWriter<ChildStdin>,
    written: usize,
}

impl Compressor {
    fn spawn(program: &str) -> io::Result<Self> {
        let mut child = Command::new(program)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()?;
        let input = child.stdin.take().ok_or_else(|| io::Error::other("no stdin"))?;
        Ok(Compressor { child, input: BufWriter::new(input), written: 0 })
    }

    fn finish(mut self) -> io::Result<(ExitStatus, usize)> {
        self.input.flush()?;
        drop(self.input);
        let status = self.child.wait()?;
        Ok((status, self.written))
    }
}

impl Write for Compressor {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        let n = self.input.write(buf)?;
        self.written += n;
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.input.flush()
    }
}

fn dump(rows: &[(&str, u32)], out: &mut impl Write) -> io::Result<()> {
    for (key, value) in rows {
        writeln!(out, "{key}\t{value}")?;
    }
    Ok(())
}

fn main() -> io::Result<()> {
    let rows = [("users", 12), ("orders", 340), ("carts", 7)];
    let mut compressor = Compressor::spawn("cat")?;
    dump(&rows, &mut compressor)?;
    let (status, bytes) = compressor.finish()?;
    println!("{bytes} bytes compressed: {}", status.success());
    Ok(())
}
