//! `std::time`
use crate::ops::{Add, AddAssign, Div, Mul, Sub, SubAssign};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Duration {
    secs: u64,
    nanos: u32,
}
impl Duration {
    pub const ZERO: Duration = primitive!();
    pub const MAX: Duration = primitive!();
    pub const fn new(secs: u64, nanos: u32) -> Duration {
        primitive!()
    }
    pub const fn from_secs(secs: u64) -> Duration {
        primitive!()
    }
    pub const fn from_millis(millis: u64) -> Duration {
        primitive!()
    }
    pub const fn from_micros(micros: u64) -> Duration {
        primitive!()
    }
    pub const fn from_nanos(nanos: u64) -> Duration {
        primitive!()
    }
    pub const fn from_mins(mins: u64) -> Duration {
        primitive!()
    }
    pub const fn from_hours(hours: u64) -> Duration {
        primitive!()
    }
    pub fn from_secs_f64(secs: f64) -> Duration {
        primitive!()
    }
    pub fn from_secs_f32(secs: f32) -> Duration {
        primitive!()
    }
    pub const fn is_zero(&self) -> bool {
        unknown!()
    }
    pub const fn as_secs(&self) -> u64 {
        primitive!()
    }
    pub const fn as_millis(&self) -> u128 {
        primitive!()
    }
    pub const fn as_micros(&self) -> u128 {
        primitive!()
    }
    pub const fn as_nanos(&self) -> u128 {
        primitive!()
    }
    pub const fn subsec_millis(&self) -> u32 {
        primitive!()
    }
    pub const fn subsec_micros(&self) -> u32 {
        primitive!()
    }
    pub const fn subsec_nanos(&self) -> u32 {
        primitive!()
    }
    pub const fn as_secs_f64(&self) -> f64 {
        primitive!()
    }
    pub const fn as_secs_f32(&self) -> f32 {
        primitive!()
    }
    pub const fn checked_add(self, rhs: Duration) -> Option<Duration> {
        primitive!()
    }
    pub const fn checked_sub(self, rhs: Duration) -> Option<Duration> {
        primitive!()
    }
    pub const fn saturating_add(self, rhs: Duration) -> Duration {
        primitive!()
    }
    pub const fn saturating_sub(self, rhs: Duration) -> Duration {
        primitive!()
    }
    pub const fn saturating_mul(self, rhs: u32) -> Duration {
        primitive!()
    }
    pub fn mul_f64(self, rhs: f64) -> Duration {
        primitive!()
    }
}
impl Add<Duration> for Duration {
    type Output = Duration;
    fn add(self, rhs: Duration) -> Duration {
        primitive!()
    }
}
impl AddAssign<Duration> for Duration {
    fn add_assign(&mut self, rhs: Duration) {
        primitive!()
    }
}
impl Sub<Duration> for Duration {
    type Output = Duration;
    fn sub(self, rhs: Duration) -> Duration {
        primitive!()
    }
}
impl SubAssign<Duration> for Duration {
    fn sub_assign(&mut self, rhs: Duration) {
        primitive!()
    }
}
impl Mul<u32> for Duration {
    type Output = Duration;
    fn mul(self, rhs: u32) -> Duration {
        primitive!()
    }
}
impl Div<u32> for Duration {
    type Output = Duration;
    fn div(self, rhs: u32) -> Duration {
        primitive!()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    at: u64,
}
impl Instant {
    pub fn now() -> Instant {
        primitive!()
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
impl Add<Duration> for Instant {
    type Output = Instant;
    fn add(self, other: Duration) -> Instant {
        primitive!()
    }
}
impl AddAssign<Duration> for Instant {
    fn add_assign(&mut self, other: Duration) {
        primitive!()
    }
}
impl Sub<Duration> for Instant {
    type Output = Instant;
    fn sub(self, other: Duration) -> Instant {
        primitive!()
    }
}
impl Sub<Instant> for Instant {
    type Output = Duration;
    fn sub(self, other: Instant) -> Duration {
        primitive!()
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SystemTime {
    at: u64,
}
pub const UNIX_EPOCH: SystemTime = primitive!();
#[derive(Debug, Clone)]
pub struct SystemTimeError {
    by: Duration,
}
impl SystemTime {
    pub const UNIX_EPOCH: SystemTime = primitive!();
    pub fn now() -> SystemTime {
        primitive!()
    }
    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError> {
        primitive!()
    }
    pub fn elapsed(&self) -> Result<Duration, SystemTimeError> {
        primitive!()
    }
}
impl Add<Duration> for SystemTime {
    type Output = SystemTime;
    fn add(self, dur: Duration) -> SystemTime {
        primitive!()
    }
}
