//@ expect: join_while_receiver_held
//@ effect: hang

mod scan;

use scan::scan;

#[tokio::main]
async fn main() {
    let (page, read) = scan(&["oslo", "rome", "bonn"], 50).limit(5).await;
    println!("{} rows on the page, last {:?}", page.len(), page.last());
    println!("stopped early: {}", read < 150);
}
