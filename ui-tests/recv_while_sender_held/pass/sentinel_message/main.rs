//@ expect: none
//@ effect: none

mod import;

use import::Import;

fn main() {
    let mut import = Import::new();
    import.table("users", 3);
    import.table("orders", 2);
    println!("{} rows", import.wait());
}
