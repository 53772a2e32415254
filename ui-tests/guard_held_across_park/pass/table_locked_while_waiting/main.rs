//@ expect: none
//@ effect: none

mod lookup;

use lookup::Resolver;

fn main() {
    let resolver = Resolver::start();
    for host in ["localhost", "example.org"] {
        match resolver.resolve(host) {
            Some(address) => println!("{host} is {address}"),
            None => println!("{host} is unknown"),
        }
    }
}
