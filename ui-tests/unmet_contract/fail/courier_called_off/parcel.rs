#[derive(Debug)]
pub struct Parcel {
    to: &'static str,
    grams: u32,
}

impl Parcel {
    pub fn new(to: &'static str, grams: u32) -> Parcel {
        Parcel { to, grams }
    }

    pub fn to(&self) -> &'static str {
        self.to
    }

    pub fn is_heavy(&self) -> bool {
        self.grams > 20_000
    }
}
