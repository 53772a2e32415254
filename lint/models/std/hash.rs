//! `std::hash`
pub trait Hash {
    fn hash<H: Hasher>(&self, state: &mut H);
}
pub trait Hasher {
    fn finish(&self) -> u64;
    fn write(&mut self, bytes: &[u8]);
}
pub trait BuildHasher {
    type Hasher: Hasher;
    fn build_hasher(&self) -> Self::Hasher;
}
pub struct RandomState {
    k0: u64,
}
impl RandomState {
    pub fn new() -> RandomState {
        primitive!()
    }
}
impl Default for RandomState {
    fn default() -> RandomState {
        RandomState::new()
    }
}
pub struct DefaultHasher {
    state: u64,
}
impl DefaultHasher {
    pub const fn new() -> DefaultHasher {
        primitive!()
    }
}
impl Hasher for DefaultHasher {
    fn finish(&self) -> u64 {
        primitive!()
    }
    fn write(&mut self, bytes: &[u8]) {
        primitive!()
    }
}
