//@ expect: pipe_held_across_wait
//@ effect: hang

mod filter;

use filter::{Filter, FilterError};

#[tokio::main]
async fn main() -> Result<(), FilterError> {
    let mut filter = Filter::start("sort")?;
    for line in ["pear", "apple", "fig"] {
        filter.line(line).await?;
    }
    let (status, sent) = filter.finish().await?;
    println!("{sent} lines, {status}");
    Ok(())
}
