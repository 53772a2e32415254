//@ expect: none
//@ effect: none

mod crew;
mod plan;
mod table;

use std::sync::Arc;

use crew::Crew;
use plan::Plan;
use table::Table;

fn main() {
    let plan = Arc::new(Plan::parse("workers=2 width=12"));
    let crew = Crew::hire(&plan, &["name,price", "pear,3", "quince,11"]);
    let cells = crew.finish();
    let Some(plan) = Arc::into_inner(plan) else {
        eprintln!("somebody still imports");
        return;
    };
    let table = Table::new(plan);
    for cell in cells {
        table.put(cell);
    }
    table.print();
}
