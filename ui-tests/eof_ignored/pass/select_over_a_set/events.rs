pub enum Event {
    Message(u64, String),
    Closed(u64),
}
