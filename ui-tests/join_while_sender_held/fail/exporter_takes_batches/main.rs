//@ expect: join_while_sender_held
//@ effect: hang

mod exporter;
mod telemetry;

use std::time::Duration;

use telemetry::Telemetry;

async fn checkout(telemetry: Telemetry, order: u32) -> Result<u32, String> {
    let span = telemetry.span("checkout").await;
    if order % 4 == 3 {
        telemetry.count("checkout.refused", 1).await;
        return Err(format!("order {order} is out of stock"));
    }
    tokio::time::sleep(Duration::from_millis(1)).await;
    telemetry.count("checkout.accepted", 1).await;
    span.finish().await;
    Ok(order * 100)
}

#[tokio::main]
async fn main() {
    let telemetry = Telemetry::install(exporter::Batch::new(3));
    let mut revenue = 0;
    for order in 0..6 {
        match checkout(telemetry.clone(), order).await {
            Ok(cents) => revenue += cents,
            Err(why) => println!("{why}"),
        }
    }
    let exported = telemetry.shutdown().await;
    println!("revenue {revenue}, exported {exported:?}");
}
