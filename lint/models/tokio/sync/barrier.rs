//! `Barrier`

#[must_abort(on_drop = "eof", role = "signal")]
#[derive(Debug)]
pub struct Barrier {
    signal: (),
}
#[derive(Debug, Clone)]
pub struct BarrierWaitResult(bool);
impl BarrierWaitResult {
    pub fn is_leader(&self) -> bool {
        self.0
    }
}
impl Barrier {
    #[pairs]
    pub fn new(n: usize) -> Barrier {
        primitive!()
    }
    #[parks(self)]
    #[sets(self)]
    async fn park(&self) {
        primitive!()
    }
    pub async fn wait(&self) -> BarrierWaitResult {
        self.park().await;
        BarrierWaitResult(unknown!())
    }
}
