use std::time::{Duration, Instant};

/// How long one picture may take.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    limit: Duration,
}

impl Budget {
    pub fn new(limit: Duration) -> Budget {
        Budget { limit }
    }

    pub fn ends(&self) -> Instant {
        Instant::now() + self.limit
    }
}
