//@ expect: none
//@ effect: none

mod capture;

use capture::Capture;

fn main() -> std::io::Result<()> {
    let mut capture = Capture::new();
    for args in [&["first", "line"][..], &["second"]] {
        let bytes = capture.run("echo", args)?;
        println!("{bytes} bytes");
    }
    print!("{}", capture.text());
    Ok(())
}
