use std::io::{self, BufWriter, Write};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};

pub struct Compressor {
    child: Child,
    input: BufWriter<ChildStdin>,
    written: usize,
}

impl Compressor {
    pub fn spawn(program: &str) -> io::Result<Self> {
        let mut child = Command::new(program)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()?;
        let input = child.stdin.take().ok_or_else(|| io::Error::other("no stdin"))?;
        Ok(Compressor { child, input: BufWriter::new(input), written: 0 })
    }

    pub fn finish(mut self) -> io::Result<(ExitStatus, usize)> {
        self.input.flush()?;
        let status = self.child.wait()?; //~ pipe_held_across_wait
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
