use std::sync::Arc;

use tokio::sync::{Barrier, broadcast, mpsc};

#[derive(Clone, Debug)]
pub enum Move {
    Rock,
    Paper,
    Scissors,
}

#[derive(Clone)]
pub struct Table {
    pub round: broadcast::Sender<u32>,
    pub moves: mpsc::Sender<(usize, Move)>,
    pub seated: Arc<Barrier>,
}
