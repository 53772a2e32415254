#[derive(Debug)]
pub enum Frame {
    Put(String),
    Sync,
}

pub fn parse(buffer: &mut Vec<u8>) -> Option<Frame> {
    let end = buffer.iter().position(|&byte| byte == b'\n')?;
    let line: Vec<u8> = buffer.drain(..=end).collect();
    let line = String::from_utf8_lossy(&line[..end]).into_owned();
    Some(match line.as_str() {
        "sync" => Frame::Sync,
        _ => Frame::Put(line),
    })
}
