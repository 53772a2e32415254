use must_abort::aborts;

use crate::uplink::Uplink;

pub struct Session {
    pub uplink: Option<Uplink>,
    pub name: String,
}

impl Session {
    #[aborts(self.uplink)]
    pub fn close(&mut self) -> usize {
        let Some(uplink) = self.uplink.take() else {
            return 0;
        };
        let bytes = uplink.bytes + uplink.buffer.len();
        if self.name.is_empty() {
            uplink.finish();
            return bytes;
        }
        println!("{}: closing", self.name);
        uplink.finish();
        bytes
    }
}
