pub enum Message {
    Run(Box<dyn FnOnce() + Send>),
    Close,
}
