//@ expect: join_while_sender_held
//@ effect: hang

mod pool;
mod statement;

use pool::Pool;
use statement::Statement;

fn serve(pool: &Pool, user: u32) -> Result<String, pool::Closed> {
    pool.execute(Statement::new("update users set seen = now() where id = ", user))?;
    Ok(format!("user {user}: ok"))
}

fn main() -> Result<(), pool::Closed> {
    let pool = Pool::connect("db.internal");
    let other = pool.clone();
    println!("{}", serve(&pool, 7)?);
    println!("{}", serve(&other, 8)?);
    drop(other);
    drop(pool);
    println!("disconnected");
    Ok(())
}
