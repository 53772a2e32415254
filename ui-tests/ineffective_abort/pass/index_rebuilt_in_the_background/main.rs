//@ expect: none
//@ effect: none

mod index;
mod registry;
mod watch;

use std::process::ExitCode;
use std::time::Duration;

use index::Index;
use registry::Registry;
use tokio::time::sleep;

async fn serve(registry: &mut Registry, index: &Index) {
    registry.watch(index.clone());
    for word in ["hang", "abort", "hang"] {
        index.add(word);
        sleep(Duration::from_millis(5)).await;
    }
    println!("rebuilt: {}", index.builds() > 0);
    registry.shut_down();
}

#[tokio::main]
async fn main() -> ExitCode {
    let index = Index::default();
    let mut registry = Registry::default();
    serve(&mut registry, &index).await;
    sleep(Duration::from_millis(50)).await;
    let before = index.builds();
    sleep(Duration::from_millis(80)).await;
    if index.builds() > before {
        println!("the index is rebuilt for nobody");
        std::process::exit(3);
    }
    ExitCode::SUCCESS
}
