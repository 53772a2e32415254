#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    On,
    Off,
    Dim(u8),
}

impl Order {
    /// How bright the lamp is afterwards.
    pub fn level(self) -> u8 {
        match self {
            Order::On => 100,
            Order::Off => 0,
            Order::Dim(level) => level.min(100),
        }
    }
}
