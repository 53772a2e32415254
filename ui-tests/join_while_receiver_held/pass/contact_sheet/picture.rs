#[derive(Debug)]
pub struct Thumbnail {
    pub name: String,
    pub width: u32,
}

/// Makes a picture small, with a size that depends on its name.
pub fn shrink(name: &str) -> Thumbnail {
    let width = name.bytes().map(u32::from).sum::<u32>() % 48 + 16;
    Thumbnail { name: name.to_owned(), width }
}
