use std::collections::BTreeMap;

use crate::controller::Controller;
use crate::order::Order;

#[derive(Default)]
pub struct House {
    lamps: BTreeMap<&'static str, Controller>,
}

impl House {
    pub fn wire(&mut self, room: &'static str) {
        self.lamps.insert(room, Controller::start());
    }

    pub fn order(&self, room: &str, order: Order) {
        match self.lamps.get(room) {
            Some(lamp) if lamp.orders.send(order).is_ok() => {}
            Some(_) => eprintln!("{room}: the lamp is gone"),
            None => eprintln!("{room}: no lamp"),
        }
    }

    pub fn shut_down(self) -> Vec<(&'static str, u32)> {
        let mut changes = Vec::new();
        for (room, lamp) in self.lamps {
            if lamp.quit.send(()).is_err() {
                eprintln!("{room}: was out already");
            }
            changes.push((room, lamp.thread.join().unwrap_or(0)));
        }
        changes
    }
}
