use std::sync::Mutex;

use flume::Sender;

#[derive(Clone)]
pub struct Metric {
    pub name: &'static str,
    pub value: f64,
}

#[derive(Default)]
pub struct Totals {
    pub count: usize,
    pub sum: f64,
}

pub struct Metrics {
    pub outbox: Sender<Metric>,
    pub totals: Mutex<Totals>,
}
