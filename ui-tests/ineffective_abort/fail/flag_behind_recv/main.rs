//@ expect: ineffective_abort
//@ effect: hang

mod printer;

use printer::Printer;

fn main() {
    let printer = Printer::start("lp0");
    for page in ["title", "contents"] {
        if let Err(err) = printer.print(page) {
            eprintln!("{page}: {err}");
        }
    }
    match printer.stop() {
        Ok(pages) => println!("{pages} pages printed"),
        Err(err) => eprintln!("{err}"),
    }
}
