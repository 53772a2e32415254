//! `tokio::time`
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll};

use error::Elapsed;

pub use std::time::Duration;

pub mod error {
    #[derive(Debug, PartialEq, Eq)]
    pub struct Elapsed(pub(crate) ());
    impl std::fmt::Display for Elapsed {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Ok(())
        }
    }
    impl std::error::Error for Elapsed {}
    impl From<Elapsed> for std::io::Error {
        fn from(err: Elapsed) -> std::io::Error {
            unknown!()
        }
    }
}

#[derive(Debug)]
pub struct Sleep {
    deadline: Instant,
}
impl Sleep {
    pub fn deadline(&self) -> Instant {
        self.deadline
    }
    pub fn is_elapsed(&self) -> bool {
        unknown!()
    }
    pub fn reset(self: Pin<&mut Self>, deadline: Instant) {
        primitive!()
    }
}
impl Future for Sleep {
    type Output = ();
    #[parks(deadline)]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        primitive!()
    }
}
pub fn sleep(duration: Duration) -> Sleep {
    Sleep { deadline: unknown!() }
}
pub fn sleep_until(deadline: Instant) -> Sleep {
    Sleep { deadline }
}
// What is passed by value is dropped when the time is over.
pub async fn timeout<F>(duration: Duration, future: F) -> Result<F::Output, Elapsed>
where
    F: IntoFuture,
{
    crate::select! {
        out = future => Ok(out),
        _ = sleep(duration) => Err(Elapsed(())),
    }
}
pub async fn timeout_at<F>(deadline: Instant, future: F) -> Result<F::Output, Elapsed>
where
    F: IntoFuture,
{
    crate::select! {
        out = future => Ok(out),
        _ = sleep_until(deadline) => Err(Elapsed(())),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissedTickBehavior {
    Burst,
    Delay,
    Skip,
}
#[derive(Debug)]
pub struct Interval {
    period: Duration,
}
impl Interval {
    #[parks(deadline)]
    pub async fn tick(&mut self) -> Instant {
        primitive!()
    }
    pub fn reset(&mut self) {
        primitive!()
    }
    pub fn reset_immediately(&mut self) {
        primitive!()
    }
    pub fn reset_after(&mut self, after: Duration) {
        primitive!()
    }
    pub fn reset_at(&mut self, deadline: Instant) {
        primitive!()
    }
    pub fn missed_tick_behavior(&self) -> MissedTickBehavior {
        unknown!()
    }
    pub fn set_missed_tick_behavior(&mut self, behavior: MissedTickBehavior) {
        primitive!()
    }
    pub fn period(&self) -> Duration {
        self.period
    }
}
pub fn interval(period: Duration) -> Interval {
    Interval { period }
}
pub fn interval_at(start: Instant, period: Duration) -> Interval {
    Interval { period }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    std: std::time::Instant,
}
impl Instant {
    pub fn now() -> Instant {
        primitive!()
    }
    pub fn from_std(std: std::time::Instant) -> Instant {
        Instant { std }
    }
    pub fn into_std(self) -> std::time::Instant {
        self.std
    }
    pub fn duration_since(&self, earlier: Instant) -> Duration {
        primitive!()
    }
    pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {
        primitive!()
    }
    pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {
        primitive!()
    }
    pub fn elapsed(&self) -> Duration {
        primitive!()
    }
    pub fn checked_add(&self, duration: Duration) -> Option<Instant> {
        primitive!()
    }
    pub fn checked_sub(&self, duration: Duration) -> Option<Instant> {
        primitive!()
    }
}
impl std::ops::Add<Duration> for Instant {
    type Output = Instant;
    fn add(self, other: Duration) -> Instant {
        primitive!()
    }
}
impl std::ops::AddAssign<Duration> for Instant {
    fn add_assign(&mut self, rhs: Duration) {
        primitive!()
    }
}
impl std::ops::Sub<Instant> for Instant {
    type Output = Duration;
    fn sub(self, rhs: Instant) -> Duration {
        primitive!()
    }
}
impl std::ops::Sub<Duration> for Instant {
    type Output = Instant;
    fn sub(self, rhs: Duration) -> Instant {
        primitive!()
    }
}
