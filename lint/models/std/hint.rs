//! `std::hint`
pub fn spin_loop() {
    primitive!()
}
pub fn black_box<T>(dummy: T) -> T {
    dummy
}
pub const unsafe fn unreachable_unchecked() -> ! {
    primitive!()
}
