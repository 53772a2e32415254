use crate::Metrics;

pub type Task = Box<dyn FnOnce(&Metrics) + Send + 'static>;

pub trait Executor {
    fn submit(&self, task: Task);
    fn close(self: Box<Self>) -> usize;
}
