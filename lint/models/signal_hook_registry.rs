//! `signal_hook_registry`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SigId {
    id: u128,
}
pub fn unregister(id: SigId) -> bool {
    unknown!()
}
