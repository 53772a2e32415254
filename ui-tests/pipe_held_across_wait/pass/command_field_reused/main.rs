//@ expect: none
//@ effect: none

mod template;

use template::Template;

fn main() -> std::io::Result<()> {
    let template = Template::new("printf")?.arg("%s\\n").arg("hello");
    let output = template.render()?;
    print!("{output}");
    Ok(())
}
