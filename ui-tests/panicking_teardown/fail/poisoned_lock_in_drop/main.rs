//@ expect: panicking_teardown
//@ effect: panic

mod pool;

use std::thread;

use pool::Pool;

fn query(pool: &Pool, sql: &str) -> Option<usize> {
    let connection = pool.acquire()?;
    let rows = sql.split_whitespace().count();
    pool.count(|total| {
        assert!(sql.starts_with("select"), "syntax error in {sql:?}");
        *total += rows;
    });
    println!("connection {} did it", connection.number.min(1));
    Some(rows)
}

fn main() {
    let pool = Pool::new(2);
    println!("{:?}", query(&pool, "select everything from users"));
    let other = pool.clone();
    let bad = thread::spawn(move || query(&other, "selct everything"));
    println!("second query: {}", bad.join().is_ok());
    drop(pool);
    println!("pool closed");
}
