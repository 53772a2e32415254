//! `ra_ap_stdx`: a child that is killed and waited for when it is dropped, and both its outputs line by line.
pub struct JodChild(pub std::process::Child);
impl std::ops::Deref for JodChild {
    type Target = std::process::Child;
    fn deref(&self) -> &std::process::Child {
        &self.0
    }
}
impl std::ops::DerefMut for JodChild {
    fn deref_mut(&mut self) -> &mut std::process::Child {
        &mut self.0
    }
}
impl Drop for JodChild {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
impl JodChild {
    pub fn spawn(command: std::process::Command) -> std::io::Result<Self> {
        command.spawn().map(JodChild)
    }
    pub fn into_inner(self) -> std::process::Child {
        self.0
    }
}
pub mod process {
    use crate::JodChild;
    use std::io::{self, Read};
    use std::process::{ChildStderr, ChildStdout, Command, Output, Stdio};

    // Precision: both are read at a time; who waits for the end of both does not see in which order they end.
    pub fn streaming_output(
        out: ChildStdout,
        err: ChildStderr,
        on_stdout_line: &mut dyn FnMut(&str),
        on_stderr_line: &mut dyn FnMut(&str),
    ) -> io::Result<(Vec<u8>, Vec<u8>)> {
        let mut buf = Vec::new();
        while out.read(&mut buf)? > 0 {
            on_stdout_line(unknown!());
        }
        while err.read(&mut buf)? > 0 {
            on_stderr_line(unknown!());
        }
        Ok((unknown!(), unknown!()))
    }
    pub fn spawn_with_streaming_output(
        cmd: Command,
        on_stdout_line: &mut dyn FnMut(&str),
        on_stderr_line: &mut dyn FnMut(&str),
    ) -> io::Result<Output> {
        let cmd = cmd.stdout(Stdio::piped()).stderr(Stdio::piped()).stdin(Stdio::null());
        let mut child = JodChild(cmd.spawn()?);
        let out = child.0.stdout.take().unwrap();
        let err = child.0.stderr.take().unwrap();
        let (stdout, stderr) = streaming_output(out, err, on_stdout_line, on_stderr_line)?;
        let status = child.0.wait()?;
        Ok(Output { status, stdout, stderr })
    }
}
