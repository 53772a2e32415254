use std::sync::mpsc::{self, Receiver, Sender};

use crate::plan::Plan;

pub struct Table {
    plan: Plan,
    cells: Sender<String>,
    shown: Receiver<String>,
}

impl Table {
    pub fn new(plan: Plan) -> Table {
        let (cells, shown) = mpsc::channel();
        Table { plan, cells, shown }
    }

    pub fn put(&self, cell: String) {
        if self.cells.send(cell).is_err() {
            eprintln!("nobody shows the table");
        }
    }

    pub fn print(self) {
        drop(self.cells);
        for cell in self.shown {
            println!("{cell:>width$}", width = self.plan.width);
        }
    }
}
