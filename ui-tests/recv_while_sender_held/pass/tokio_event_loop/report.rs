#[derive(Debug)]
pub enum Event {
    Probed { host: &'static str, millis: u64 },
    Failed { host: &'static str, reason: String },
}

#[derive(Default, Debug)]
pub struct Report {
    pub reachable: usize,
    pub failed: Vec<String>,
}
