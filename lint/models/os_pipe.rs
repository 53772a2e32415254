//! `os_pipe`
use std::io::{self, Read, Write};
use std::process::{Hands, Stdio};

#[derive(Debug)]
pub struct PipeReader(std::io::PipeReader);
#[derive(Debug)]
pub struct PipeWriter(std::io::PipeWriter);
pub fn pipe() -> io::Result<(PipeReader, PipeWriter)> {
    let (reader, writer) = std::io::pipe()?;
    Ok((PipeReader(reader), PipeWriter(writer)))
}
impl PipeReader {
    pub fn try_clone(&self) -> io::Result<PipeReader> {
        Ok(PipeReader(self.0.try_clone()?))
    }
}
impl PipeWriter {
    pub fn try_clone(&self) -> io::Result<PipeWriter> {
        Ok(PipeWriter(self.0.try_clone()?))
    }
}
impl Read for PipeReader {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        self.0.read(buf)
    }
}
impl Read for &PipeReader {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        (&self.0).read(buf)
    }
}
impl Write for PipeWriter {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.0.write(buf)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
impl Write for &PipeWriter {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        (&self.0).write(buf)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
impl Hands for PipeReader {
    fn hand(self) -> Stdio {
        self.0.hand()
    }
}
impl From<PipeReader> for Stdio {
    fn from(p: PipeReader) -> Stdio {
        p.hand()
    }
}
impl Hands for PipeWriter {
    fn hand(self) -> Stdio {
        self.0.hand()
    }
}
impl From<PipeWriter> for Stdio {
    fn from(p: PipeWriter) -> Stdio {
        p.hand()
    }
}
pub fn dup_stdin() -> io::Result<PipeReader> {
    unknown!()
}
pub fn dup_stdout() -> io::Result<PipeWriter> {
    unknown!()
}
pub fn dup_stderr() -> io::Result<PipeWriter> {
    unknown!()
}
