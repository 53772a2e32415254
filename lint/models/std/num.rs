//! `std::num`, and the inherent methods of the numeric types.
use crate::convert::TryFrom;
use crate::str::FromStr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseIntError {
    why: (),
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseFloatError {
    why: (),
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TryFromIntError(pub(crate) ());
pub type NonZeroU8 = NonZero<u8>;
pub type NonZeroU16 = NonZero<u16>;
pub type NonZeroU32 = NonZero<u32>;
pub type NonZeroU64 = NonZero<u64>;
pub type NonZeroUsize = NonZero<usize>;
pub struct NonZero<T> {
    value: T,
}
impl Clone for NonZero<u8> {
    fn clone(&self) -> NonZero<u8> {
        *self
    }
}
impl Copy for NonZero<u8> {}
impl NonZero<u8> {
    pub const MIN: NonZero<u8> = primitive!();
    pub const fn new(n: u8) -> Option<NonZero<u8>> {
        primitive!()
    }
    pub const fn get(self) -> u8 {
        primitive!()
    }
}
impl Clone for NonZero<u16> {
    fn clone(&self) -> NonZero<u16> {
        *self
    }
}
impl Copy for NonZero<u16> {}
impl NonZero<u16> {
    pub const MIN: NonZero<u16> = primitive!();
    pub const fn new(n: u16) -> Option<NonZero<u16>> {
        primitive!()
    }
    pub const fn get(self) -> u16 {
        primitive!()
    }
}
impl Clone for NonZero<u32> {
    fn clone(&self) -> NonZero<u32> {
        *self
    }
}
impl Copy for NonZero<u32> {}
impl NonZero<u32> {
    pub const MIN: NonZero<u32> = primitive!();
    pub const fn new(n: u32) -> Option<NonZero<u32>> {
        primitive!()
    }
    pub const fn get(self) -> u32 {
        primitive!()
    }
}
impl Clone for NonZero<u64> {
    fn clone(&self) -> NonZero<u64> {
        *self
    }
}
impl Copy for NonZero<u64> {}
impl NonZero<u64> {
    pub const MIN: NonZero<u64> = primitive!();
    pub const fn new(n: u64) -> Option<NonZero<u64>> {
        primitive!()
    }
    pub const fn get(self) -> u64 {
        primitive!()
    }
}
impl Clone for NonZero<usize> {
    fn clone(&self) -> NonZero<usize> {
        *self
    }
}
impl Copy for NonZero<usize> {}
impl NonZero<usize> {
    pub const MIN: NonZero<usize> = primitive!();
    pub const fn new(n: usize) -> Option<NonZero<usize>> {
        primitive!()
    }
    pub const fn get(self) -> usize {
        primitive!()
    }
}
impl u8 {
    pub const MIN: u8 = primitive!();
    pub const MAX: u8 = primitive!();
    pub const BITS: u32 = primitive!();
    pub const fn wrapping_add(self, rhs: u8) -> u8 {
        primitive!()
    }
    pub const fn wrapping_sub(self, rhs: u8) -> u8 {
        primitive!()
    }
    pub const fn wrapping_mul(self, rhs: u8) -> u8 {
        primitive!()
    }
    pub const fn saturating_add(self, rhs: u8) -> u8 {
        primitive!()
    }
    pub const fn saturating_sub(self, rhs: u8) -> u8 {
        primitive!()
    }
    pub const fn saturating_mul(self, rhs: u8) -> u8 {
        primitive!()
    }
    pub const fn checked_add(self, rhs: u8) -> Option<u8> {
        primitive!()
    }
    pub const fn checked_sub(self, rhs: u8) -> Option<u8> {
        primitive!()
    }
    pub const fn checked_mul(self, rhs: u8) -> Option<u8> {
        primitive!()
    }
    pub const fn checked_div(self, rhs: u8) -> Option<u8> {
        primitive!()
    }
    pub const fn checked_rem(self, rhs: u8) -> Option<u8> {
        primitive!()
    }
    pub const fn overflowing_add(self, rhs: u8) -> (u8, bool) {
        primitive!()
    }
    pub const fn overflowing_sub(self, rhs: u8) -> (u8, bool) {
        primitive!()
    }
    pub const fn pow(self, exp: u32) -> u8 {
        primitive!()
    }
    pub const fn abs_diff(self, other: u8) -> u8 {
        primitive!()
    }
    pub const fn rem_euclid(self, rhs: u8) -> u8 {
        primitive!()
    }
    pub const fn count_ones(self) -> u32 {
        primitive!()
    }
    pub const fn leading_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn trailing_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn rotate_left(self, n: u32) -> u8 {
        primitive!()
    }
    pub const fn swap_bytes(self) -> u8 {
        primitive!()
    }
    pub fn from_str_radix(src: &str, radix: u32) -> Result<u8, ParseIntError> {
        primitive!()
    }
    pub const fn to_be_bytes(self) -> [u8; 1] {
        primitive!()
    }
    pub const fn from_be_bytes(bytes: [u8; 1]) -> u8 {
        primitive!()
    }
    pub const fn to_le_bytes(self) -> [u8; 1] {
        primitive!()
    }
    pub const fn from_le_bytes(bytes: [u8; 1]) -> u8 {
        primitive!()
    }
    pub const fn to_ne_bytes(self) -> [u8; 1] {
        primitive!()
    }
    pub const fn from_ne_bytes(bytes: [u8; 1]) -> u8 {
        primitive!()
    }
    pub const fn div_ceil(self, rhs: u8) -> u8 {
        primitive!()
    }
    pub const fn is_power_of_two(self) -> bool {
        unknown!()
    }
    pub const fn next_power_of_two(self) -> u8 {
        primitive!()
    }
    pub const fn next_multiple_of(self, rhs: u8) -> u8 {
        primitive!()
    }
}
impl FromStr for u8 {
    type Err = ParseIntError;
    fn from_str(s: &str) -> Result<u8, ParseIntError> {
        primitive!()
    }
}
impl u16 {
    pub const MIN: u16 = primitive!();
    pub const MAX: u16 = primitive!();
    pub const BITS: u32 = primitive!();
    pub const fn wrapping_add(self, rhs: u16) -> u16 {
        primitive!()
    }
    pub const fn wrapping_sub(self, rhs: u16) -> u16 {
        primitive!()
    }
    pub const fn wrapping_mul(self, rhs: u16) -> u16 {
        primitive!()
    }
    pub const fn saturating_add(self, rhs: u16) -> u16 {
        primitive!()
    }
    pub const fn saturating_sub(self, rhs: u16) -> u16 {
        primitive!()
    }
    pub const fn saturating_mul(self, rhs: u16) -> u16 {
        primitive!()
    }
    pub const fn checked_add(self, rhs: u16) -> Option<u16> {
        primitive!()
    }
    pub const fn checked_sub(self, rhs: u16) -> Option<u16> {
        primitive!()
    }
    pub const fn checked_mul(self, rhs: u16) -> Option<u16> {
        primitive!()
    }
    pub const fn checked_div(self, rhs: u16) -> Option<u16> {
        primitive!()
    }
    pub const fn checked_rem(self, rhs: u16) -> Option<u16> {
        primitive!()
    }
    pub const fn overflowing_add(self, rhs: u16) -> (u16, bool) {
        primitive!()
    }
    pub const fn overflowing_sub(self, rhs: u16) -> (u16, bool) {
        primitive!()
    }
    pub const fn pow(self, exp: u32) -> u16 {
        primitive!()
    }
    pub const fn abs_diff(self, other: u16) -> u16 {
        primitive!()
    }
    pub const fn rem_euclid(self, rhs: u16) -> u16 {
        primitive!()
    }
    pub const fn count_ones(self) -> u32 {
        primitive!()
    }
    pub const fn leading_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn trailing_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn rotate_left(self, n: u32) -> u16 {
        primitive!()
    }
    pub const fn swap_bytes(self) -> u16 {
        primitive!()
    }
    pub fn from_str_radix(src: &str, radix: u32) -> Result<u16, ParseIntError> {
        primitive!()
    }
    pub const fn to_be_bytes(self) -> [u8; 2] {
        primitive!()
    }
    pub const fn from_be_bytes(bytes: [u8; 2]) -> u16 {
        primitive!()
    }
    pub const fn to_le_bytes(self) -> [u8; 2] {
        primitive!()
    }
    pub const fn from_le_bytes(bytes: [u8; 2]) -> u16 {
        primitive!()
    }
    pub const fn to_ne_bytes(self) -> [u8; 2] {
        primitive!()
    }
    pub const fn from_ne_bytes(bytes: [u8; 2]) -> u16 {
        primitive!()
    }
    pub const fn div_ceil(self, rhs: u16) -> u16 {
        primitive!()
    }
    pub const fn is_power_of_two(self) -> bool {
        unknown!()
    }
    pub const fn next_power_of_two(self) -> u16 {
        primitive!()
    }
    pub const fn next_multiple_of(self, rhs: u16) -> u16 {
        primitive!()
    }
}
impl FromStr for u16 {
    type Err = ParseIntError;
    fn from_str(s: &str) -> Result<u16, ParseIntError> {
        primitive!()
    }
}
impl u32 {
    pub const MIN: u32 = primitive!();
    pub const MAX: u32 = primitive!();
    pub const BITS: u32 = primitive!();
    pub const fn wrapping_add(self, rhs: u32) -> u32 {
        primitive!()
    }
    pub const fn wrapping_sub(self, rhs: u32) -> u32 {
        primitive!()
    }
    pub const fn wrapping_mul(self, rhs: u32) -> u32 {
        primitive!()
    }
    pub const fn saturating_add(self, rhs: u32) -> u32 {
        primitive!()
    }
    pub const fn saturating_sub(self, rhs: u32) -> u32 {
        primitive!()
    }
    pub const fn saturating_mul(self, rhs: u32) -> u32 {
        primitive!()
    }
    pub const fn checked_add(self, rhs: u32) -> Option<u32> {
        primitive!()
    }
    pub const fn checked_sub(self, rhs: u32) -> Option<u32> {
        primitive!()
    }
    pub const fn checked_mul(self, rhs: u32) -> Option<u32> {
        primitive!()
    }
    pub const fn checked_div(self, rhs: u32) -> Option<u32> {
        primitive!()
    }
    pub const fn checked_rem(self, rhs: u32) -> Option<u32> {
        primitive!()
    }
    pub const fn overflowing_add(self, rhs: u32) -> (u32, bool) {
        primitive!()
    }
    pub const fn overflowing_sub(self, rhs: u32) -> (u32, bool) {
        primitive!()
    }
    pub const fn pow(self, exp: u32) -> u32 {
        primitive!()
    }
    pub const fn abs_diff(self, other: u32) -> u32 {
        primitive!()
    }
    pub const fn rem_euclid(self, rhs: u32) -> u32 {
        primitive!()
    }
    pub const fn count_ones(self) -> u32 {
        primitive!()
    }
    pub const fn leading_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn trailing_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn rotate_left(self, n: u32) -> u32 {
        primitive!()
    }
    pub const fn swap_bytes(self) -> u32 {
        primitive!()
    }
    pub fn from_str_radix(src: &str, radix: u32) -> Result<u32, ParseIntError> {
        primitive!()
    }
    pub const fn to_be_bytes(self) -> [u8; 4] {
        primitive!()
    }
    pub const fn from_be_bytes(bytes: [u8; 4]) -> u32 {
        primitive!()
    }
    pub const fn to_le_bytes(self) -> [u8; 4] {
        primitive!()
    }
    pub const fn from_le_bytes(bytes: [u8; 4]) -> u32 {
        primitive!()
    }
    pub const fn to_ne_bytes(self) -> [u8; 4] {
        primitive!()
    }
    pub const fn from_ne_bytes(bytes: [u8; 4]) -> u32 {
        primitive!()
    }
    pub const fn div_ceil(self, rhs: u32) -> u32 {
        primitive!()
    }
    pub const fn is_power_of_two(self) -> bool {
        unknown!()
    }
    pub const fn next_power_of_two(self) -> u32 {
        primitive!()
    }
    pub const fn next_multiple_of(self, rhs: u32) -> u32 {
        primitive!()
    }
}
impl FromStr for u32 {
    type Err = ParseIntError;
    fn from_str(s: &str) -> Result<u32, ParseIntError> {
        primitive!()
    }
}
impl u64 {
    pub const MIN: u64 = primitive!();
    pub const MAX: u64 = primitive!();
    pub const BITS: u32 = primitive!();
    pub const fn wrapping_add(self, rhs: u64) -> u64 {
        primitive!()
    }
    pub const fn wrapping_sub(self, rhs: u64) -> u64 {
        primitive!()
    }
    pub const fn wrapping_mul(self, rhs: u64) -> u64 {
        primitive!()
    }
    pub const fn saturating_add(self, rhs: u64) -> u64 {
        primitive!()
    }
    pub const fn saturating_sub(self, rhs: u64) -> u64 {
        primitive!()
    }
    pub const fn saturating_mul(self, rhs: u64) -> u64 {
        primitive!()
    }
    pub const fn checked_add(self, rhs: u64) -> Option<u64> {
        primitive!()
    }
    pub const fn checked_sub(self, rhs: u64) -> Option<u64> {
        primitive!()
    }
    pub const fn checked_mul(self, rhs: u64) -> Option<u64> {
        primitive!()
    }
    pub const fn checked_div(self, rhs: u64) -> Option<u64> {
        primitive!()
    }
    pub const fn checked_rem(self, rhs: u64) -> Option<u64> {
        primitive!()
    }
    pub const fn overflowing_add(self, rhs: u64) -> (u64, bool) {
        primitive!()
    }
    pub const fn overflowing_sub(self, rhs: u64) -> (u64, bool) {
        primitive!()
    }
    pub const fn pow(self, exp: u32) -> u64 {
        primitive!()
    }
    pub const fn abs_diff(self, other: u64) -> u64 {
        primitive!()
    }
    pub const fn rem_euclid(self, rhs: u64) -> u64 {
        primitive!()
    }
    pub const fn count_ones(self) -> u32 {
        primitive!()
    }
    pub const fn leading_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn trailing_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn rotate_left(self, n: u32) -> u64 {
        primitive!()
    }
    pub const fn swap_bytes(self) -> u64 {
        primitive!()
    }
    pub fn from_str_radix(src: &str, radix: u32) -> Result<u64, ParseIntError> {
        primitive!()
    }
    pub const fn to_be_bytes(self) -> [u8; 8] {
        primitive!()
    }
    pub const fn from_be_bytes(bytes: [u8; 8]) -> u64 {
        primitive!()
    }
    pub const fn to_le_bytes(self) -> [u8; 8] {
        primitive!()
    }
    pub const fn from_le_bytes(bytes: [u8; 8]) -> u64 {
        primitive!()
    }
    pub const fn to_ne_bytes(self) -> [u8; 8] {
        primitive!()
    }
    pub const fn from_ne_bytes(bytes: [u8; 8]) -> u64 {
        primitive!()
    }
    pub const fn div_ceil(self, rhs: u64) -> u64 {
        primitive!()
    }
    pub const fn is_power_of_two(self) -> bool {
        unknown!()
    }
    pub const fn next_power_of_two(self) -> u64 {
        primitive!()
    }
    pub const fn next_multiple_of(self, rhs: u64) -> u64 {
        primitive!()
    }
}
impl FromStr for u64 {
    type Err = ParseIntError;
    fn from_str(s: &str) -> Result<u64, ParseIntError> {
        primitive!()
    }
}
impl u128 {
    pub const MIN: u128 = primitive!();
    pub const MAX: u128 = primitive!();
    pub const BITS: u32 = primitive!();
    pub const fn wrapping_add(self, rhs: u128) -> u128 {
        primitive!()
    }
    pub const fn wrapping_sub(self, rhs: u128) -> u128 {
        primitive!()
    }
    pub const fn wrapping_mul(self, rhs: u128) -> u128 {
        primitive!()
    }
    pub const fn saturating_add(self, rhs: u128) -> u128 {
        primitive!()
    }
    pub const fn saturating_sub(self, rhs: u128) -> u128 {
        primitive!()
    }
    pub const fn saturating_mul(self, rhs: u128) -> u128 {
        primitive!()
    }
    pub const fn checked_add(self, rhs: u128) -> Option<u128> {
        primitive!()
    }
    pub const fn checked_sub(self, rhs: u128) -> Option<u128> {
        primitive!()
    }
    pub const fn checked_mul(self, rhs: u128) -> Option<u128> {
        primitive!()
    }
    pub const fn checked_div(self, rhs: u128) -> Option<u128> {
        primitive!()
    }
    pub const fn checked_rem(self, rhs: u128) -> Option<u128> {
        primitive!()
    }
    pub const fn overflowing_add(self, rhs: u128) -> (u128, bool) {
        primitive!()
    }
    pub const fn overflowing_sub(self, rhs: u128) -> (u128, bool) {
        primitive!()
    }
    pub const fn pow(self, exp: u32) -> u128 {
        primitive!()
    }
    pub const fn abs_diff(self, other: u128) -> u128 {
        primitive!()
    }
    pub const fn rem_euclid(self, rhs: u128) -> u128 {
        primitive!()
    }
    pub const fn count_ones(self) -> u32 {
        primitive!()
    }
    pub const fn leading_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn trailing_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn rotate_left(self, n: u32) -> u128 {
        primitive!()
    }
    pub const fn swap_bytes(self) -> u128 {
        primitive!()
    }
    pub fn from_str_radix(src: &str, radix: u32) -> Result<u128, ParseIntError> {
        primitive!()
    }
    pub const fn to_be_bytes(self) -> [u8; 16] {
        primitive!()
    }
    pub const fn from_be_bytes(bytes: [u8; 16]) -> u128 {
        primitive!()
    }
    pub const fn to_le_bytes(self) -> [u8; 16] {
        primitive!()
    }
    pub const fn from_le_bytes(bytes: [u8; 16]) -> u128 {
        primitive!()
    }
    pub const fn to_ne_bytes(self) -> [u8; 16] {
        primitive!()
    }
    pub const fn from_ne_bytes(bytes: [u8; 16]) -> u128 {
        primitive!()
    }
    pub const fn div_ceil(self, rhs: u128) -> u128 {
        primitive!()
    }
    pub const fn is_power_of_two(self) -> bool {
        unknown!()
    }
    pub const fn next_power_of_two(self) -> u128 {
        primitive!()
    }
    pub const fn next_multiple_of(self, rhs: u128) -> u128 {
        primitive!()
    }
}
impl FromStr for u128 {
    type Err = ParseIntError;
    fn from_str(s: &str) -> Result<u128, ParseIntError> {
        primitive!()
    }
}
impl usize {
    pub const MIN: usize = primitive!();
    pub const MAX: usize = primitive!();
    pub const BITS: u32 = primitive!();
    pub const fn wrapping_add(self, rhs: usize) -> usize {
        primitive!()
    }
    pub const fn wrapping_sub(self, rhs: usize) -> usize {
        primitive!()
    }
    pub const fn wrapping_mul(self, rhs: usize) -> usize {
        primitive!()
    }
    pub const fn saturating_add(self, rhs: usize) -> usize {
        primitive!()
    }
    pub const fn saturating_sub(self, rhs: usize) -> usize {
        primitive!()
    }
    pub const fn saturating_mul(self, rhs: usize) -> usize {
        primitive!()
    }
    pub const fn checked_add(self, rhs: usize) -> Option<usize> {
        primitive!()
    }
    pub const fn checked_sub(self, rhs: usize) -> Option<usize> {
        primitive!()
    }
    pub const fn checked_mul(self, rhs: usize) -> Option<usize> {
        primitive!()
    }
    pub const fn checked_div(self, rhs: usize) -> Option<usize> {
        primitive!()
    }
    pub const fn checked_rem(self, rhs: usize) -> Option<usize> {
        primitive!()
    }
    pub const fn overflowing_add(self, rhs: usize) -> (usize, bool) {
        primitive!()
    }
    pub const fn overflowing_sub(self, rhs: usize) -> (usize, bool) {
        primitive!()
    }
    pub const fn pow(self, exp: u32) -> usize {
        primitive!()
    }
    pub const fn abs_diff(self, other: usize) -> usize {
        primitive!()
    }
    pub const fn rem_euclid(self, rhs: usize) -> usize {
        primitive!()
    }
    pub const fn count_ones(self) -> u32 {
        primitive!()
    }
    pub const fn leading_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn trailing_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn rotate_left(self, n: u32) -> usize {
        primitive!()
    }
    pub const fn swap_bytes(self) -> usize {
        primitive!()
    }
    pub fn from_str_radix(src: &str, radix: u32) -> Result<usize, ParseIntError> {
        primitive!()
    }
    pub const fn to_be_bytes(self) -> [u8; 8] {
        primitive!()
    }
    pub const fn from_be_bytes(bytes: [u8; 8]) -> usize {
        primitive!()
    }
    pub const fn to_le_bytes(self) -> [u8; 8] {
        primitive!()
    }
    pub const fn from_le_bytes(bytes: [u8; 8]) -> usize {
        primitive!()
    }
    pub const fn to_ne_bytes(self) -> [u8; 8] {
        primitive!()
    }
    pub const fn from_ne_bytes(bytes: [u8; 8]) -> usize {
        primitive!()
    }
    pub const fn div_ceil(self, rhs: usize) -> usize {
        primitive!()
    }
    pub const fn is_power_of_two(self) -> bool {
        unknown!()
    }
    pub const fn next_power_of_two(self) -> usize {
        primitive!()
    }
    pub const fn next_multiple_of(self, rhs: usize) -> usize {
        primitive!()
    }
}
impl FromStr for usize {
    type Err = ParseIntError;
    fn from_str(s: &str) -> Result<usize, ParseIntError> {
        primitive!()
    }
}
impl i8 {
    pub const MIN: i8 = primitive!();
    pub const MAX: i8 = primitive!();
    pub const BITS: u32 = primitive!();
    pub const fn wrapping_add(self, rhs: i8) -> i8 {
        primitive!()
    }
    pub const fn wrapping_sub(self, rhs: i8) -> i8 {
        primitive!()
    }
    pub const fn wrapping_mul(self, rhs: i8) -> i8 {
        primitive!()
    }
    pub const fn saturating_add(self, rhs: i8) -> i8 {
        primitive!()
    }
    pub const fn saturating_sub(self, rhs: i8) -> i8 {
        primitive!()
    }
    pub const fn saturating_mul(self, rhs: i8) -> i8 {
        primitive!()
    }
    pub const fn checked_add(self, rhs: i8) -> Option<i8> {
        primitive!()
    }
    pub const fn checked_sub(self, rhs: i8) -> Option<i8> {
        primitive!()
    }
    pub const fn checked_mul(self, rhs: i8) -> Option<i8> {
        primitive!()
    }
    pub const fn checked_div(self, rhs: i8) -> Option<i8> {
        primitive!()
    }
    pub const fn checked_rem(self, rhs: i8) -> Option<i8> {
        primitive!()
    }
    pub const fn overflowing_add(self, rhs: i8) -> (i8, bool) {
        primitive!()
    }
    pub const fn overflowing_sub(self, rhs: i8) -> (i8, bool) {
        primitive!()
    }
    pub const fn pow(self, exp: u32) -> i8 {
        primitive!()
    }
    pub const fn abs_diff(self, other: i8) -> u8 {
        primitive!()
    }
    pub const fn rem_euclid(self, rhs: i8) -> i8 {
        primitive!()
    }
    pub const fn count_ones(self) -> u32 {
        primitive!()
    }
    pub const fn leading_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn trailing_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn rotate_left(self, n: u32) -> i8 {
        primitive!()
    }
    pub const fn swap_bytes(self) -> i8 {
        primitive!()
    }
    pub fn from_str_radix(src: &str, radix: u32) -> Result<i8, ParseIntError> {
        primitive!()
    }
    pub const fn to_be_bytes(self) -> [u8; 1] {
        primitive!()
    }
    pub const fn from_be_bytes(bytes: [u8; 1]) -> i8 {
        primitive!()
    }
    pub const fn to_le_bytes(self) -> [u8; 1] {
        primitive!()
    }
    pub const fn from_le_bytes(bytes: [u8; 1]) -> i8 {
        primitive!()
    }
    pub const fn to_ne_bytes(self) -> [u8; 1] {
        primitive!()
    }
    pub const fn from_ne_bytes(bytes: [u8; 1]) -> i8 {
        primitive!()
    }
    pub const fn abs(self) -> i8 {
        primitive!()
    }
    pub const fn unsigned_abs(self) -> u8 {
        primitive!()
    }
    pub const fn signum(self) -> i8 {
        primitive!()
    }
}
impl FromStr for i8 {
    type Err = ParseIntError;
    fn from_str(s: &str) -> Result<i8, ParseIntError> {
        primitive!()
    }
}
impl i16 {
    pub const MIN: i16 = primitive!();
    pub const MAX: i16 = primitive!();
    pub const BITS: u32 = primitive!();
    pub const fn wrapping_add(self, rhs: i16) -> i16 {
        primitive!()
    }
    pub const fn wrapping_sub(self, rhs: i16) -> i16 {
        primitive!()
    }
    pub const fn wrapping_mul(self, rhs: i16) -> i16 {
        primitive!()
    }
    pub const fn saturating_add(self, rhs: i16) -> i16 {
        primitive!()
    }
    pub const fn saturating_sub(self, rhs: i16) -> i16 {
        primitive!()
    }
    pub const fn saturating_mul(self, rhs: i16) -> i16 {
        primitive!()
    }
    pub const fn checked_add(self, rhs: i16) -> Option<i16> {
        primitive!()
    }
    pub const fn checked_sub(self, rhs: i16) -> Option<i16> {
        primitive!()
    }
    pub const fn checked_mul(self, rhs: i16) -> Option<i16> {
        primitive!()
    }
    pub const fn checked_div(self, rhs: i16) -> Option<i16> {
        primitive!()
    }
    pub const fn checked_rem(self, rhs: i16) -> Option<i16> {
        primitive!()
    }
    pub const fn overflowing_add(self, rhs: i16) -> (i16, bool) {
        primitive!()
    }
    pub const fn overflowing_sub(self, rhs: i16) -> (i16, bool) {
        primitive!()
    }
    pub const fn pow(self, exp: u32) -> i16 {
        primitive!()
    }
    pub const fn abs_diff(self, other: i16) -> u16 {
        primitive!()
    }
    pub const fn rem_euclid(self, rhs: i16) -> i16 {
        primitive!()
    }
    pub const fn count_ones(self) -> u32 {
        primitive!()
    }
    pub const fn leading_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn trailing_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn rotate_left(self, n: u32) -> i16 {
        primitive!()
    }
    pub const fn swap_bytes(self) -> i16 {
        primitive!()
    }
    pub fn from_str_radix(src: &str, radix: u32) -> Result<i16, ParseIntError> {
        primitive!()
    }
    pub const fn to_be_bytes(self) -> [u8; 2] {
        primitive!()
    }
    pub const fn from_be_bytes(bytes: [u8; 2]) -> i16 {
        primitive!()
    }
    pub const fn to_le_bytes(self) -> [u8; 2] {
        primitive!()
    }
    pub const fn from_le_bytes(bytes: [u8; 2]) -> i16 {
        primitive!()
    }
    pub const fn to_ne_bytes(self) -> [u8; 2] {
        primitive!()
    }
    pub const fn from_ne_bytes(bytes: [u8; 2]) -> i16 {
        primitive!()
    }
    pub const fn abs(self) -> i16 {
        primitive!()
    }
    pub const fn unsigned_abs(self) -> u16 {
        primitive!()
    }
    pub const fn signum(self) -> i16 {
        primitive!()
    }
}
impl FromStr for i16 {
    type Err = ParseIntError;
    fn from_str(s: &str) -> Result<i16, ParseIntError> {
        primitive!()
    }
}
impl i32 {
    pub const MIN: i32 = primitive!();
    pub const MAX: i32 = primitive!();
    pub const BITS: u32 = primitive!();
    pub const fn wrapping_add(self, rhs: i32) -> i32 {
        primitive!()
    }
    pub const fn wrapping_sub(self, rhs: i32) -> i32 {
        primitive!()
    }
    pub const fn wrapping_mul(self, rhs: i32) -> i32 {
        primitive!()
    }
    pub const fn saturating_add(self, rhs: i32) -> i32 {
        primitive!()
    }
    pub const fn saturating_sub(self, rhs: i32) -> i32 {
        primitive!()
    }
    pub const fn saturating_mul(self, rhs: i32) -> i32 {
        primitive!()
    }
    pub const fn checked_add(self, rhs: i32) -> Option<i32> {
        primitive!()
    }
    pub const fn checked_sub(self, rhs: i32) -> Option<i32> {
        primitive!()
    }
    pub const fn checked_mul(self, rhs: i32) -> Option<i32> {
        primitive!()
    }
    pub const fn checked_div(self, rhs: i32) -> Option<i32> {
        primitive!()
    }
    pub const fn checked_rem(self, rhs: i32) -> Option<i32> {
        primitive!()
    }
    pub const fn overflowing_add(self, rhs: i32) -> (i32, bool) {
        primitive!()
    }
    pub const fn overflowing_sub(self, rhs: i32) -> (i32, bool) {
        primitive!()
    }
    pub const fn pow(self, exp: u32) -> i32 {
        primitive!()
    }
    pub const fn abs_diff(self, other: i32) -> u32 {
        primitive!()
    }
    pub const fn rem_euclid(self, rhs: i32) -> i32 {
        primitive!()
    }
    pub const fn count_ones(self) -> u32 {
        primitive!()
    }
    pub const fn leading_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn trailing_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn rotate_left(self, n: u32) -> i32 {
        primitive!()
    }
    pub const fn swap_bytes(self) -> i32 {
        primitive!()
    }
    pub fn from_str_radix(src: &str, radix: u32) -> Result<i32, ParseIntError> {
        primitive!()
    }
    pub const fn to_be_bytes(self) -> [u8; 4] {
        primitive!()
    }
    pub const fn from_be_bytes(bytes: [u8; 4]) -> i32 {
        primitive!()
    }
    pub const fn to_le_bytes(self) -> [u8; 4] {
        primitive!()
    }
    pub const fn from_le_bytes(bytes: [u8; 4]) -> i32 {
        primitive!()
    }
    pub const fn to_ne_bytes(self) -> [u8; 4] {
        primitive!()
    }
    pub const fn from_ne_bytes(bytes: [u8; 4]) -> i32 {
        primitive!()
    }
    pub const fn abs(self) -> i32 {
        primitive!()
    }
    pub const fn unsigned_abs(self) -> u32 {
        primitive!()
    }
    pub const fn signum(self) -> i32 {
        primitive!()
    }
}
impl FromStr for i32 {
    type Err = ParseIntError;
    fn from_str(s: &str) -> Result<i32, ParseIntError> {
        primitive!()
    }
}
impl i64 {
    pub const MIN: i64 = primitive!();
    pub const MAX: i64 = primitive!();
    pub const BITS: u32 = primitive!();
    pub const fn wrapping_add(self, rhs: i64) -> i64 {
        primitive!()
    }
    pub const fn wrapping_sub(self, rhs: i64) -> i64 {
        primitive!()
    }
    pub const fn wrapping_mul(self, rhs: i64) -> i64 {
        primitive!()
    }
    pub const fn saturating_add(self, rhs: i64) -> i64 {
        primitive!()
    }
    pub const fn saturating_sub(self, rhs: i64) -> i64 {
        primitive!()
    }
    pub const fn saturating_mul(self, rhs: i64) -> i64 {
        primitive!()
    }
    pub const fn checked_add(self, rhs: i64) -> Option<i64> {
        primitive!()
    }
    pub const fn checked_sub(self, rhs: i64) -> Option<i64> {
        primitive!()
    }
    pub const fn checked_mul(self, rhs: i64) -> Option<i64> {
        primitive!()
    }
    pub const fn checked_div(self, rhs: i64) -> Option<i64> {
        primitive!()
    }
    pub const fn checked_rem(self, rhs: i64) -> Option<i64> {
        primitive!()
    }
    pub const fn overflowing_add(self, rhs: i64) -> (i64, bool) {
        primitive!()
    }
    pub const fn overflowing_sub(self, rhs: i64) -> (i64, bool) {
        primitive!()
    }
    pub const fn pow(self, exp: u32) -> i64 {
        primitive!()
    }
    pub const fn abs_diff(self, other: i64) -> u64 {
        primitive!()
    }
    pub const fn rem_euclid(self, rhs: i64) -> i64 {
        primitive!()
    }
    pub const fn count_ones(self) -> u32 {
        primitive!()
    }
    pub const fn leading_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn trailing_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn rotate_left(self, n: u32) -> i64 {
        primitive!()
    }
    pub const fn swap_bytes(self) -> i64 {
        primitive!()
    }
    pub fn from_str_radix(src: &str, radix: u32) -> Result<i64, ParseIntError> {
        primitive!()
    }
    pub const fn to_be_bytes(self) -> [u8; 8] {
        primitive!()
    }
    pub const fn from_be_bytes(bytes: [u8; 8]) -> i64 {
        primitive!()
    }
    pub const fn to_le_bytes(self) -> [u8; 8] {
        primitive!()
    }
    pub const fn from_le_bytes(bytes: [u8; 8]) -> i64 {
        primitive!()
    }
    pub const fn to_ne_bytes(self) -> [u8; 8] {
        primitive!()
    }
    pub const fn from_ne_bytes(bytes: [u8; 8]) -> i64 {
        primitive!()
    }
    pub const fn abs(self) -> i64 {
        primitive!()
    }
    pub const fn unsigned_abs(self) -> u64 {
        primitive!()
    }
    pub const fn signum(self) -> i64 {
        primitive!()
    }
}
impl FromStr for i64 {
    type Err = ParseIntError;
    fn from_str(s: &str) -> Result<i64, ParseIntError> {
        primitive!()
    }
}
impl i128 {
    pub const MIN: i128 = primitive!();
    pub const MAX: i128 = primitive!();
    pub const BITS: u32 = primitive!();
    pub const fn wrapping_add(self, rhs: i128) -> i128 {
        primitive!()
    }
    pub const fn wrapping_sub(self, rhs: i128) -> i128 {
        primitive!()
    }
    pub const fn wrapping_mul(self, rhs: i128) -> i128 {
        primitive!()
    }
    pub const fn saturating_add(self, rhs: i128) -> i128 {
        primitive!()
    }
    pub const fn saturating_sub(self, rhs: i128) -> i128 {
        primitive!()
    }
    pub const fn saturating_mul(self, rhs: i128) -> i128 {
        primitive!()
    }
    pub const fn checked_add(self, rhs: i128) -> Option<i128> {
        primitive!()
    }
    pub const fn checked_sub(self, rhs: i128) -> Option<i128> {
        primitive!()
    }
    pub const fn checked_mul(self, rhs: i128) -> Option<i128> {
        primitive!()
    }
    pub const fn checked_div(self, rhs: i128) -> Option<i128> {
        primitive!()
    }
    pub const fn checked_rem(self, rhs: i128) -> Option<i128> {
        primitive!()
    }
    pub const fn overflowing_add(self, rhs: i128) -> (i128, bool) {
        primitive!()
    }
    pub const fn overflowing_sub(self, rhs: i128) -> (i128, bool) {
        primitive!()
    }
    pub const fn pow(self, exp: u32) -> i128 {
        primitive!()
    }
    pub const fn abs_diff(self, other: i128) -> u128 {
        primitive!()
    }
    pub const fn rem_euclid(self, rhs: i128) -> i128 {
        primitive!()
    }
    pub const fn count_ones(self) -> u32 {
        primitive!()
    }
    pub const fn leading_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn trailing_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn rotate_left(self, n: u32) -> i128 {
        primitive!()
    }
    pub const fn swap_bytes(self) -> i128 {
        primitive!()
    }
    pub fn from_str_radix(src: &str, radix: u32) -> Result<i128, ParseIntError> {
        primitive!()
    }
    pub const fn to_be_bytes(self) -> [u8; 16] {
        primitive!()
    }
    pub const fn from_be_bytes(bytes: [u8; 16]) -> i128 {
        primitive!()
    }
    pub const fn to_le_bytes(self) -> [u8; 16] {
        primitive!()
    }
    pub const fn from_le_bytes(bytes: [u8; 16]) -> i128 {
        primitive!()
    }
    pub const fn to_ne_bytes(self) -> [u8; 16] {
        primitive!()
    }
    pub const fn from_ne_bytes(bytes: [u8; 16]) -> i128 {
        primitive!()
    }
    pub const fn abs(self) -> i128 {
        primitive!()
    }
    pub const fn unsigned_abs(self) -> u128 {
        primitive!()
    }
    pub const fn signum(self) -> i128 {
        primitive!()
    }
}
impl FromStr for i128 {
    type Err = ParseIntError;
    fn from_str(s: &str) -> Result<i128, ParseIntError> {
        primitive!()
    }
}
impl isize {
    pub const MIN: isize = primitive!();
    pub const MAX: isize = primitive!();
    pub const BITS: u32 = primitive!();
    pub const fn wrapping_add(self, rhs: isize) -> isize {
        primitive!()
    }
    pub const fn wrapping_sub(self, rhs: isize) -> isize {
        primitive!()
    }
    pub const fn wrapping_mul(self, rhs: isize) -> isize {
        primitive!()
    }
    pub const fn saturating_add(self, rhs: isize) -> isize {
        primitive!()
    }
    pub const fn saturating_sub(self, rhs: isize) -> isize {
        primitive!()
    }
    pub const fn saturating_mul(self, rhs: isize) -> isize {
        primitive!()
    }
    pub const fn checked_add(self, rhs: isize) -> Option<isize> {
        primitive!()
    }
    pub const fn checked_sub(self, rhs: isize) -> Option<isize> {
        primitive!()
    }
    pub const fn checked_mul(self, rhs: isize) -> Option<isize> {
        primitive!()
    }
    pub const fn checked_div(self, rhs: isize) -> Option<isize> {
        primitive!()
    }
    pub const fn checked_rem(self, rhs: isize) -> Option<isize> {
        primitive!()
    }
    pub const fn overflowing_add(self, rhs: isize) -> (isize, bool) {
        primitive!()
    }
    pub const fn overflowing_sub(self, rhs: isize) -> (isize, bool) {
        primitive!()
    }
    pub const fn pow(self, exp: u32) -> isize {
        primitive!()
    }
    pub const fn abs_diff(self, other: isize) -> usize {
        primitive!()
    }
    pub const fn rem_euclid(self, rhs: isize) -> isize {
        primitive!()
    }
    pub const fn count_ones(self) -> u32 {
        primitive!()
    }
    pub const fn leading_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn trailing_zeros(self) -> u32 {
        primitive!()
    }
    pub const fn rotate_left(self, n: u32) -> isize {
        primitive!()
    }
    pub const fn swap_bytes(self) -> isize {
        primitive!()
    }
    pub fn from_str_radix(src: &str, radix: u32) -> Result<isize, ParseIntError> {
        primitive!()
    }
    pub const fn to_be_bytes(self) -> [u8; 8] {
        primitive!()
    }
    pub const fn from_be_bytes(bytes: [u8; 8]) -> isize {
        primitive!()
    }
    pub const fn to_le_bytes(self) -> [u8; 8] {
        primitive!()
    }
    pub const fn from_le_bytes(bytes: [u8; 8]) -> isize {
        primitive!()
    }
    pub const fn to_ne_bytes(self) -> [u8; 8] {
        primitive!()
    }
    pub const fn from_ne_bytes(bytes: [u8; 8]) -> isize {
        primitive!()
    }
    pub const fn abs(self) -> isize {
        primitive!()
    }
    pub const fn unsigned_abs(self) -> usize {
        primitive!()
    }
    pub const fn signum(self) -> isize {
        primitive!()
    }
}
impl FromStr for isize {
    type Err = ParseIntError;
    fn from_str(s: &str) -> Result<isize, ParseIntError> {
        primitive!()
    }
}
impl u8 {
    pub const fn is_ascii(&self) -> bool {
        unknown!()
    }
    pub const fn is_ascii_alphabetic(&self) -> bool {
        unknown!()
    }
    pub const fn is_ascii_digit(&self) -> bool {
        unknown!()
    }
    pub const fn is_ascii_alphanumeric(&self) -> bool {
        unknown!()
    }
    pub const fn is_ascii_whitespace(&self) -> bool {
        unknown!()
    }
}
impl f32 {
    pub const MIN: f32 = primitive!();
    pub const MAX: f32 = primitive!();
    pub const INFINITY: f32 = primitive!();
    pub const NAN: f32 = primitive!();
    pub const EPSILON: f32 = primitive!();
    pub fn floor(self) -> f32 {
        primitive!()
    }
    pub fn ceil(self) -> f32 {
        primitive!()
    }
    pub fn round(self) -> f32 {
        primitive!()
    }
    pub fn trunc(self) -> f32 {
        primitive!()
    }
    pub fn abs(self) -> f32 {
        primitive!()
    }
    pub fn sqrt(self) -> f32 {
        primitive!()
    }
    pub fn exp(self) -> f32 {
        primitive!()
    }
    pub fn ln(self) -> f32 {
        primitive!()
    }
    pub fn sin(self) -> f32 {
        primitive!()
    }
    pub fn cos(self) -> f32 {
        primitive!()
    }
    pub fn max(self, other: f32) -> f32 {
        primitive!()
    }
    pub fn min(self, other: f32) -> f32 {
        primitive!()
    }
    pub fn powf(self, other: f32) -> f32 {
        primitive!()
    }
    pub fn powi(self, n: i32) -> f32 {
        primitive!()
    }
    pub fn clamp(self, min: f32, max: f32) -> f32 {
        primitive!()
    }
    pub fn is_nan(self) -> bool {
        unknown!()
    }
    pub fn total_cmp(&self, other: &f32) -> crate::cmp::Ordering {
        unknown!()
    }
}
impl FromStr for f32 {
    type Err = ParseFloatError;
    fn from_str(s: &str) -> Result<f32, ParseFloatError> {
        primitive!()
    }
}
impl f64 {
    pub const MIN: f64 = primitive!();
    pub const MAX: f64 = primitive!();
    pub const INFINITY: f64 = primitive!();
    pub const NAN: f64 = primitive!();
    pub const EPSILON: f64 = primitive!();
    pub fn floor(self) -> f64 {
        primitive!()
    }
    pub fn ceil(self) -> f64 {
        primitive!()
    }
    pub fn round(self) -> f64 {
        primitive!()
    }
    pub fn trunc(self) -> f64 {
        primitive!()
    }
    pub fn abs(self) -> f64 {
        primitive!()
    }
    pub fn sqrt(self) -> f64 {
        primitive!()
    }
    pub fn exp(self) -> f64 {
        primitive!()
    }
    pub fn ln(self) -> f64 {
        primitive!()
    }
    pub fn sin(self) -> f64 {
        primitive!()
    }
    pub fn cos(self) -> f64 {
        primitive!()
    }
    pub fn max(self, other: f64) -> f64 {
        primitive!()
    }
    pub fn min(self, other: f64) -> f64 {
        primitive!()
    }
    pub fn powf(self, other: f64) -> f64 {
        primitive!()
    }
    pub fn powi(self, n: i32) -> f64 {
        primitive!()
    }
    pub fn clamp(self, min: f64, max: f64) -> f64 {
        primitive!()
    }
    pub fn is_nan(self) -> bool {
        unknown!()
    }
    pub fn total_cmp(&self, other: &f64) -> crate::cmp::Ordering {
        unknown!()
    }
}
impl FromStr for f64 {
    type Err = ParseFloatError;
    fn from_str(s: &str) -> Result<f64, ParseFloatError> {
        primitive!()
    }
}
impl From<u8> for u16 {
    fn from(small: u8) -> u16 {
        small as u16
    }
}
impl From<u8> for u32 {
    fn from(small: u8) -> u32 {
        small as u32
    }
}
impl From<u8> for u64 {
    fn from(small: u8) -> u64 {
        small as u64
    }
}
impl From<u8> for u128 {
    fn from(small: u8) -> u128 {
        small as u128
    }
}
impl From<u8> for usize {
    fn from(small: u8) -> usize {
        small as usize
    }
}
impl TryFrom<u8> for i8 {
    type Error = TryFromIntError;
    fn try_from(u: u8) -> Result<i8, TryFromIntError> {
        primitive!()
    }
}
impl From<u8> for i16 {
    fn from(small: u8) -> i16 {
        small as i16
    }
}
impl From<u8> for i32 {
    fn from(small: u8) -> i32 {
        small as i32
    }
}
impl From<u8> for i64 {
    fn from(small: u8) -> i64 {
        small as i64
    }
}
impl From<u8> for i128 {
    fn from(small: u8) -> i128 {
        small as i128
    }
}
impl From<u8> for isize {
    fn from(small: u8) -> isize {
        small as isize
    }
}
impl TryFrom<u16> for u8 {
    type Error = TryFromIntError;
    fn try_from(u: u16) -> Result<u8, TryFromIntError> {
        primitive!()
    }
}
impl From<u16> for u32 {
    fn from(small: u16) -> u32 {
        small as u32
    }
}
impl From<u16> for u64 {
    fn from(small: u16) -> u64 {
        small as u64
    }
}
impl From<u16> for u128 {
    fn from(small: u16) -> u128 {
        small as u128
    }
}
impl From<u16> for usize {
    fn from(small: u16) -> usize {
        small as usize
    }
}
impl TryFrom<u16> for i8 {
    type Error = TryFromIntError;
    fn try_from(u: u16) -> Result<i8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u16> for i16 {
    type Error = TryFromIntError;
    fn try_from(u: u16) -> Result<i16, TryFromIntError> {
        primitive!()
    }
}
impl From<u16> for i32 {
    fn from(small: u16) -> i32 {
        small as i32
    }
}
impl From<u16> for i64 {
    fn from(small: u16) -> i64 {
        small as i64
    }
}
impl From<u16> for i128 {
    fn from(small: u16) -> i128 {
        small as i128
    }
}
impl TryFrom<u16> for isize {
    type Error = TryFromIntError;
    fn try_from(u: u16) -> Result<isize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u32> for u8 {
    type Error = TryFromIntError;
    fn try_from(u: u32) -> Result<u8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u32> for u16 {
    type Error = TryFromIntError;
    fn try_from(u: u32) -> Result<u16, TryFromIntError> {
        primitive!()
    }
}
impl From<u32> for u64 {
    fn from(small: u32) -> u64 {
        small as u64
    }
}
impl From<u32> for u128 {
    fn from(small: u32) -> u128 {
        small as u128
    }
}
impl TryFrom<u32> for usize {
    type Error = TryFromIntError;
    fn try_from(u: u32) -> Result<usize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u32> for i8 {
    type Error = TryFromIntError;
    fn try_from(u: u32) -> Result<i8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u32> for i16 {
    type Error = TryFromIntError;
    fn try_from(u: u32) -> Result<i16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u32> for i32 {
    type Error = TryFromIntError;
    fn try_from(u: u32) -> Result<i32, TryFromIntError> {
        primitive!()
    }
}
impl From<u32> for i64 {
    fn from(small: u32) -> i64 {
        small as i64
    }
}
impl From<u32> for i128 {
    fn from(small: u32) -> i128 {
        small as i128
    }
}
impl TryFrom<u32> for isize {
    type Error = TryFromIntError;
    fn try_from(u: u32) -> Result<isize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u64> for u8 {
    type Error = TryFromIntError;
    fn try_from(u: u64) -> Result<u8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u64> for u16 {
    type Error = TryFromIntError;
    fn try_from(u: u64) -> Result<u16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u64> for u32 {
    type Error = TryFromIntError;
    fn try_from(u: u64) -> Result<u32, TryFromIntError> {
        primitive!()
    }
}
impl From<u64> for u128 {
    fn from(small: u64) -> u128 {
        small as u128
    }
}
impl TryFrom<u64> for usize {
    type Error = TryFromIntError;
    fn try_from(u: u64) -> Result<usize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u64> for i8 {
    type Error = TryFromIntError;
    fn try_from(u: u64) -> Result<i8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u64> for i16 {
    type Error = TryFromIntError;
    fn try_from(u: u64) -> Result<i16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u64> for i32 {
    type Error = TryFromIntError;
    fn try_from(u: u64) -> Result<i32, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u64> for i64 {
    type Error = TryFromIntError;
    fn try_from(u: u64) -> Result<i64, TryFromIntError> {
        primitive!()
    }
}
impl From<u64> for i128 {
    fn from(small: u64) -> i128 {
        small as i128
    }
}
impl TryFrom<u64> for isize {
    type Error = TryFromIntError;
    fn try_from(u: u64) -> Result<isize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u128> for u8 {
    type Error = TryFromIntError;
    fn try_from(u: u128) -> Result<u8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u128> for u16 {
    type Error = TryFromIntError;
    fn try_from(u: u128) -> Result<u16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u128> for u32 {
    type Error = TryFromIntError;
    fn try_from(u: u128) -> Result<u32, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u128> for u64 {
    type Error = TryFromIntError;
    fn try_from(u: u128) -> Result<u64, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u128> for usize {
    type Error = TryFromIntError;
    fn try_from(u: u128) -> Result<usize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u128> for i8 {
    type Error = TryFromIntError;
    fn try_from(u: u128) -> Result<i8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u128> for i16 {
    type Error = TryFromIntError;
    fn try_from(u: u128) -> Result<i16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u128> for i32 {
    type Error = TryFromIntError;
    fn try_from(u: u128) -> Result<i32, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u128> for i64 {
    type Error = TryFromIntError;
    fn try_from(u: u128) -> Result<i64, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u128> for i128 {
    type Error = TryFromIntError;
    fn try_from(u: u128) -> Result<i128, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<u128> for isize {
    type Error = TryFromIntError;
    fn try_from(u: u128) -> Result<isize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<usize> for u8 {
    type Error = TryFromIntError;
    fn try_from(u: usize) -> Result<u8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<usize> for u16 {
    type Error = TryFromIntError;
    fn try_from(u: usize) -> Result<u16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<usize> for u32 {
    type Error = TryFromIntError;
    fn try_from(u: usize) -> Result<u32, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<usize> for u64 {
    type Error = TryFromIntError;
    fn try_from(u: usize) -> Result<u64, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<usize> for u128 {
    type Error = TryFromIntError;
    fn try_from(u: usize) -> Result<u128, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<usize> for i8 {
    type Error = TryFromIntError;
    fn try_from(u: usize) -> Result<i8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<usize> for i16 {
    type Error = TryFromIntError;
    fn try_from(u: usize) -> Result<i16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<usize> for i32 {
    type Error = TryFromIntError;
    fn try_from(u: usize) -> Result<i32, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<usize> for i64 {
    type Error = TryFromIntError;
    fn try_from(u: usize) -> Result<i64, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<usize> for i128 {
    type Error = TryFromIntError;
    fn try_from(u: usize) -> Result<i128, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<usize> for isize {
    type Error = TryFromIntError;
    fn try_from(u: usize) -> Result<isize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i8> for u8 {
    type Error = TryFromIntError;
    fn try_from(u: i8) -> Result<u8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i8> for u16 {
    type Error = TryFromIntError;
    fn try_from(u: i8) -> Result<u16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i8> for u32 {
    type Error = TryFromIntError;
    fn try_from(u: i8) -> Result<u32, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i8> for u64 {
    type Error = TryFromIntError;
    fn try_from(u: i8) -> Result<u64, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i8> for u128 {
    type Error = TryFromIntError;
    fn try_from(u: i8) -> Result<u128, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i8> for usize {
    type Error = TryFromIntError;
    fn try_from(u: i8) -> Result<usize, TryFromIntError> {
        primitive!()
    }
}
impl From<i8> for i16 {
    fn from(small: i8) -> i16 {
        small as i16
    }
}
impl From<i8> for i32 {
    fn from(small: i8) -> i32 {
        small as i32
    }
}
impl From<i8> for i64 {
    fn from(small: i8) -> i64 {
        small as i64
    }
}
impl From<i8> for i128 {
    fn from(small: i8) -> i128 {
        small as i128
    }
}
impl From<i8> for isize {
    fn from(small: i8) -> isize {
        small as isize
    }
}
impl TryFrom<i16> for u8 {
    type Error = TryFromIntError;
    fn try_from(u: i16) -> Result<u8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i16> for u16 {
    type Error = TryFromIntError;
    fn try_from(u: i16) -> Result<u16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i16> for u32 {
    type Error = TryFromIntError;
    fn try_from(u: i16) -> Result<u32, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i16> for u64 {
    type Error = TryFromIntError;
    fn try_from(u: i16) -> Result<u64, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i16> for u128 {
    type Error = TryFromIntError;
    fn try_from(u: i16) -> Result<u128, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i16> for usize {
    type Error = TryFromIntError;
    fn try_from(u: i16) -> Result<usize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i16> for i8 {
    type Error = TryFromIntError;
    fn try_from(u: i16) -> Result<i8, TryFromIntError> {
        primitive!()
    }
}
impl From<i16> for i32 {
    fn from(small: i16) -> i32 {
        small as i32
    }
}
impl From<i16> for i64 {
    fn from(small: i16) -> i64 {
        small as i64
    }
}
impl From<i16> for i128 {
    fn from(small: i16) -> i128 {
        small as i128
    }
}
impl From<i16> for isize {
    fn from(small: i16) -> isize {
        small as isize
    }
}
impl TryFrom<i32> for u8 {
    type Error = TryFromIntError;
    fn try_from(u: i32) -> Result<u8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i32> for u16 {
    type Error = TryFromIntError;
    fn try_from(u: i32) -> Result<u16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i32> for u32 {
    type Error = TryFromIntError;
    fn try_from(u: i32) -> Result<u32, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i32> for u64 {
    type Error = TryFromIntError;
    fn try_from(u: i32) -> Result<u64, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i32> for u128 {
    type Error = TryFromIntError;
    fn try_from(u: i32) -> Result<u128, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i32> for usize {
    type Error = TryFromIntError;
    fn try_from(u: i32) -> Result<usize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i32> for i8 {
    type Error = TryFromIntError;
    fn try_from(u: i32) -> Result<i8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i32> for i16 {
    type Error = TryFromIntError;
    fn try_from(u: i32) -> Result<i16, TryFromIntError> {
        primitive!()
    }
}
impl From<i32> for i64 {
    fn from(small: i32) -> i64 {
        small as i64
    }
}
impl From<i32> for i128 {
    fn from(small: i32) -> i128 {
        small as i128
    }
}
impl TryFrom<i32> for isize {
    type Error = TryFromIntError;
    fn try_from(u: i32) -> Result<isize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i64> for u8 {
    type Error = TryFromIntError;
    fn try_from(u: i64) -> Result<u8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i64> for u16 {
    type Error = TryFromIntError;
    fn try_from(u: i64) -> Result<u16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i64> for u32 {
    type Error = TryFromIntError;
    fn try_from(u: i64) -> Result<u32, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i64> for u64 {
    type Error = TryFromIntError;
    fn try_from(u: i64) -> Result<u64, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i64> for u128 {
    type Error = TryFromIntError;
    fn try_from(u: i64) -> Result<u128, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i64> for usize {
    type Error = TryFromIntError;
    fn try_from(u: i64) -> Result<usize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i64> for i8 {
    type Error = TryFromIntError;
    fn try_from(u: i64) -> Result<i8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i64> for i16 {
    type Error = TryFromIntError;
    fn try_from(u: i64) -> Result<i16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i64> for i32 {
    type Error = TryFromIntError;
    fn try_from(u: i64) -> Result<i32, TryFromIntError> {
        primitive!()
    }
}
impl From<i64> for i128 {
    fn from(small: i64) -> i128 {
        small as i128
    }
}
impl TryFrom<i64> for isize {
    type Error = TryFromIntError;
    fn try_from(u: i64) -> Result<isize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i128> for u8 {
    type Error = TryFromIntError;
    fn try_from(u: i128) -> Result<u8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i128> for u16 {
    type Error = TryFromIntError;
    fn try_from(u: i128) -> Result<u16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i128> for u32 {
    type Error = TryFromIntError;
    fn try_from(u: i128) -> Result<u32, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i128> for u64 {
    type Error = TryFromIntError;
    fn try_from(u: i128) -> Result<u64, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i128> for u128 {
    type Error = TryFromIntError;
    fn try_from(u: i128) -> Result<u128, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i128> for usize {
    type Error = TryFromIntError;
    fn try_from(u: i128) -> Result<usize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i128> for i8 {
    type Error = TryFromIntError;
    fn try_from(u: i128) -> Result<i8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i128> for i16 {
    type Error = TryFromIntError;
    fn try_from(u: i128) -> Result<i16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i128> for i32 {
    type Error = TryFromIntError;
    fn try_from(u: i128) -> Result<i32, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i128> for i64 {
    type Error = TryFromIntError;
    fn try_from(u: i128) -> Result<i64, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<i128> for isize {
    type Error = TryFromIntError;
    fn try_from(u: i128) -> Result<isize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<isize> for u8 {
    type Error = TryFromIntError;
    fn try_from(u: isize) -> Result<u8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<isize> for u16 {
    type Error = TryFromIntError;
    fn try_from(u: isize) -> Result<u16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<isize> for u32 {
    type Error = TryFromIntError;
    fn try_from(u: isize) -> Result<u32, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<isize> for u64 {
    type Error = TryFromIntError;
    fn try_from(u: isize) -> Result<u64, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<isize> for u128 {
    type Error = TryFromIntError;
    fn try_from(u: isize) -> Result<u128, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<isize> for usize {
    type Error = TryFromIntError;
    fn try_from(u: isize) -> Result<usize, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<isize> for i8 {
    type Error = TryFromIntError;
    fn try_from(u: isize) -> Result<i8, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<isize> for i16 {
    type Error = TryFromIntError;
    fn try_from(u: isize) -> Result<i16, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<isize> for i32 {
    type Error = TryFromIntError;
    fn try_from(u: isize) -> Result<i32, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<isize> for i64 {
    type Error = TryFromIntError;
    fn try_from(u: isize) -> Result<i64, TryFromIntError> {
        primitive!()
    }
}
impl TryFrom<isize> for i128 {
    type Error = TryFromIntError;
    fn try_from(u: isize) -> Result<i128, TryFromIntError> {
        primitive!()
    }
}
impl From<u8> for f64 {
    fn from(small: u8) -> f64 {
        primitive!()
    }
}
impl From<u16> for f64 {
    fn from(small: u16) -> f64 {
        primitive!()
    }
}
impl From<u32> for f64 {
    fn from(small: u32) -> f64 {
        primitive!()
    }
}
impl From<i32> for f64 {
    fn from(small: i32) -> f64 {
        primitive!()
    }
}
impl From<f32> for f64 {
    fn from(small: f32) -> f64 {
        primitive!()
    }
}
impl From<u8> for f32 {
    fn from(small: u8) -> f32 {
        primitive!()
    }
}
impl From<u16> for f32 {
    fn from(small: u16) -> f32 {
        primitive!()
    }
}
impl From<bool> for u8 {
    fn from(small: bool) -> u8 {
        primitive!()
    }
}
impl From<bool> for u32 {
    fn from(small: bool) -> u32 {
        primitive!()
    }
}
impl From<bool> for u64 {
    fn from(small: bool) -> u64 {
        primitive!()
    }
}
impl From<bool> for usize {
    fn from(small: bool) -> usize {
        primitive!()
    }
}
impl From<bool> for i32 {
    fn from(small: bool) -> i32 {
        primitive!()
    }
}
impl From<u8> for char {
    fn from(small: u8) -> char {
        primitive!()
    }
}
impl From<char> for u32 {
    fn from(small: char) -> u32 {
        primitive!()
    }
}
impl From<char> for u64 {
    fn from(small: char) -> u64 {
        primitive!()
    }
}
