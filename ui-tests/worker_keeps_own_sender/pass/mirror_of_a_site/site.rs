use std::collections::BTreeMap;

pub struct Site {
    pages: BTreeMap<&'static str, &'static [&'static str]>,
}

impl Site {
    pub fn new(pages: &[(&'static str, &'static [&'static str])]) -> Site {
        Site { pages: pages.iter().copied().collect() }
    }

    pub fn links(&self, path: &str) -> Option<&'static [&'static str]> {
        self.pages.get(path).copied()
    }
}
