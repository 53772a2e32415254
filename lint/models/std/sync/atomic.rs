//! `std::sync::atomic`: each is a flag that can be looked at and set; a count is zero or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ordering {
    Relaxed,
    Release,
    Acquire,
    AcqRel,
    SeqCst,
}
pub fn fence(order: Ordering) {
    primitive!()
}
#[must_abort(on_drop = "eof", role = "signal")]
pub struct AtomicBool {
    value: bool,
}
impl AtomicBool {
    #[pairs]
    pub const fn new(v: bool) -> AtomicBool {
        primitive!()
    }
    #[polls(self)]
    pub fn load(&self, order: Ordering) -> bool {
        primitive!()
    }
    #[sets(self)]
    pub fn store(&self, val: bool, order: Ordering) {
        primitive!()
    }
    pub fn swap(&self, val: bool, order: Ordering) -> bool {
        let old = self.load(order);
        self.store(val, order);
        old
    }
    pub fn compare_exchange(&self, current: bool, new: bool, success: Ordering, failure: Ordering) -> Result<bool, bool> {
        let old = self.load(failure);
        if old == current {
            self.store(new, success);
            Ok(old)
        } else {
            Err(old)
        }
    }
    pub fn compare_exchange_weak(&self, current: bool, new: bool, success: Ordering, failure: Ordering) -> Result<bool, bool> {
        self.compare_exchange(current, new, success, failure)
    }
    pub fn fetch_update<F>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<bool, bool>
    where
        F: FnMut(bool) -> Option<bool>,
    {
        let old = self.load(fetch_order);
        match f(old) {
            Some(new) => {
                self.store(new, set_order);
                Ok(old)
            }
            None => Err(old),
        }
    }
    pub const fn into_inner(self) -> bool {
        self.load(Ordering::SeqCst)
    }
    pub fn get_mut(&mut self) -> &mut bool {
        primitive!()
    }
    pub fn fetch_and(&self, val: bool, order: Ordering) -> bool {
        let old = self.load(order);
        self.store(old && val, order);
        old
    }
    pub fn fetch_or(&self, val: bool, order: Ordering) -> bool {
        let old = self.load(order);
        self.store(old || val, order);
        old
    }
    pub fn fetch_xor(&self, val: bool, order: Ordering) -> bool {
        let old = self.load(order);
        self.store(old != val, order);
        old
    }
    pub fn fetch_not(&self, order: Ordering) -> bool {
        let old = self.load(order);
        self.store(!old, order);
        old
    }
}
impl Default for AtomicBool {
    fn default() -> AtomicBool {
        AtomicBool::new(false)
    }
}
impl From<bool> for AtomicBool {
    fn from(b: bool) -> AtomicBool {
        AtomicBool::new(b)
    }
}
#[must_abort(on_drop = "eof", role = "signal")]
pub struct AtomicU8 {
    value: u8,
}
impl AtomicU8 {
    #[pairs]
    pub const fn new(v: u8) -> AtomicU8 {
        primitive!()
    }
    #[polls(self)]
    pub fn load(&self, order: Ordering) -> u8 {
        primitive!()
    }
    #[sets(self)]
    pub fn store(&self, val: u8, order: Ordering) {
        primitive!()
    }
    pub fn swap(&self, val: u8, order: Ordering) -> u8 {
        let old = self.load(order);
        self.store(val, order);
        old
    }
    pub fn compare_exchange(&self, current: u8, new: u8, success: Ordering, failure: Ordering) -> Result<u8, u8> {
        let old = self.load(failure);
        if old == current {
            self.store(new, success);
            Ok(old)
        } else {
            Err(old)
        }
    }
    pub fn compare_exchange_weak(&self, current: u8, new: u8, success: Ordering, failure: Ordering) -> Result<u8, u8> {
        self.compare_exchange(current, new, success, failure)
    }
    pub fn fetch_update<F>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<u8, u8>
    where
        F: FnMut(u8) -> Option<u8>,
    {
        let old = self.load(fetch_order);
        match f(old) {
            Some(new) => {
                self.store(new, set_order);
                Ok(old)
            }
            None => Err(old),
        }
    }
    pub const fn into_inner(self) -> u8 {
        self.load(Ordering::SeqCst)
    }
    pub fn get_mut(&mut self) -> &mut u8 {
        primitive!()
    }
    pub fn fetch_add(&self, val: u8, order: Ordering) -> u8 {
        let old = self.load(order);
        self.store(old + val, order);
        old
    }
    pub fn fetch_sub(&self, val: u8, order: Ordering) -> u8 {
        let old = self.load(order);
        self.store(old - val, order);
        old
    }
    pub fn fetch_and(&self, val: u8, order: Ordering) -> u8 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_or(&self, val: u8, order: Ordering) -> u8 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_xor(&self, val: u8, order: Ordering) -> u8 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_max(&self, val: u8, order: Ordering) -> u8 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_min(&self, val: u8, order: Ordering) -> u8 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
}
impl Default for AtomicU8 {
    fn default() -> AtomicU8 {
        AtomicU8::new(0)
    }
}
impl From<u8> for AtomicU8 {
    fn from(v: u8) -> AtomicU8 {
        AtomicU8::new(v)
    }
}
#[must_abort(on_drop = "eof", role = "signal")]
pub struct AtomicU16 {
    value: u16,
}
impl AtomicU16 {
    #[pairs]
    pub const fn new(v: u16) -> AtomicU16 {
        primitive!()
    }
    #[polls(self)]
    pub fn load(&self, order: Ordering) -> u16 {
        primitive!()
    }
    #[sets(self)]
    pub fn store(&self, val: u16, order: Ordering) {
        primitive!()
    }
    pub fn swap(&self, val: u16, order: Ordering) -> u16 {
        let old = self.load(order);
        self.store(val, order);
        old
    }
    pub fn compare_exchange(&self, current: u16, new: u16, success: Ordering, failure: Ordering) -> Result<u16, u16> {
        let old = self.load(failure);
        if old == current {
            self.store(new, success);
            Ok(old)
        } else {
            Err(old)
        }
    }
    pub fn compare_exchange_weak(&self, current: u16, new: u16, success: Ordering, failure: Ordering) -> Result<u16, u16> {
        self.compare_exchange(current, new, success, failure)
    }
    pub fn fetch_update<F>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<u16, u16>
    where
        F: FnMut(u16) -> Option<u16>,
    {
        let old = self.load(fetch_order);
        match f(old) {
            Some(new) => {
                self.store(new, set_order);
                Ok(old)
            }
            None => Err(old),
        }
    }
    pub const fn into_inner(self) -> u16 {
        self.load(Ordering::SeqCst)
    }
    pub fn get_mut(&mut self) -> &mut u16 {
        primitive!()
    }
    pub fn fetch_add(&self, val: u16, order: Ordering) -> u16 {
        let old = self.load(order);
        self.store(old + val, order);
        old
    }
    pub fn fetch_sub(&self, val: u16, order: Ordering) -> u16 {
        let old = self.load(order);
        self.store(old - val, order);
        old
    }
    pub fn fetch_and(&self, val: u16, order: Ordering) -> u16 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_or(&self, val: u16, order: Ordering) -> u16 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_xor(&self, val: u16, order: Ordering) -> u16 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_max(&self, val: u16, order: Ordering) -> u16 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_min(&self, val: u16, order: Ordering) -> u16 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
}
impl Default for AtomicU16 {
    fn default() -> AtomicU16 {
        AtomicU16::new(0)
    }
}
impl From<u16> for AtomicU16 {
    fn from(v: u16) -> AtomicU16 {
        AtomicU16::new(v)
    }
}
#[must_abort(on_drop = "eof", role = "signal")]
pub struct AtomicU32 {
    value: u32,
}
impl AtomicU32 {
    #[pairs]
    pub const fn new(v: u32) -> AtomicU32 {
        primitive!()
    }
    #[polls(self)]
    pub fn load(&self, order: Ordering) -> u32 {
        primitive!()
    }
    #[sets(self)]
    pub fn store(&self, val: u32, order: Ordering) {
        primitive!()
    }
    pub fn swap(&self, val: u32, order: Ordering) -> u32 {
        let old = self.load(order);
        self.store(val, order);
        old
    }
    pub fn compare_exchange(&self, current: u32, new: u32, success: Ordering, failure: Ordering) -> Result<u32, u32> {
        let old = self.load(failure);
        if old == current {
            self.store(new, success);
            Ok(old)
        } else {
            Err(old)
        }
    }
    pub fn compare_exchange_weak(&self, current: u32, new: u32, success: Ordering, failure: Ordering) -> Result<u32, u32> {
        self.compare_exchange(current, new, success, failure)
    }
    pub fn fetch_update<F>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<u32, u32>
    where
        F: FnMut(u32) -> Option<u32>,
    {
        let old = self.load(fetch_order);
        match f(old) {
            Some(new) => {
                self.store(new, set_order);
                Ok(old)
            }
            None => Err(old),
        }
    }
    pub const fn into_inner(self) -> u32 {
        self.load(Ordering::SeqCst)
    }
    pub fn get_mut(&mut self) -> &mut u32 {
        primitive!()
    }
    pub fn fetch_add(&self, val: u32, order: Ordering) -> u32 {
        let old = self.load(order);
        self.store(old + val, order);
        old
    }
    pub fn fetch_sub(&self, val: u32, order: Ordering) -> u32 {
        let old = self.load(order);
        self.store(old - val, order);
        old
    }
    pub fn fetch_and(&self, val: u32, order: Ordering) -> u32 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_or(&self, val: u32, order: Ordering) -> u32 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_xor(&self, val: u32, order: Ordering) -> u32 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_max(&self, val: u32, order: Ordering) -> u32 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_min(&self, val: u32, order: Ordering) -> u32 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
}
impl Default for AtomicU32 {
    fn default() -> AtomicU32 {
        AtomicU32::new(0)
    }
}
impl From<u32> for AtomicU32 {
    fn from(v: u32) -> AtomicU32 {
        AtomicU32::new(v)
    }
}
#[must_abort(on_drop = "eof", role = "signal")]
pub struct AtomicU64 {
    value: u64,
}
impl AtomicU64 {
    #[pairs]
    pub const fn new(v: u64) -> AtomicU64 {
        primitive!()
    }
    #[polls(self)]
    pub fn load(&self, order: Ordering) -> u64 {
        primitive!()
    }
    #[sets(self)]
    pub fn store(&self, val: u64, order: Ordering) {
        primitive!()
    }
    pub fn swap(&self, val: u64, order: Ordering) -> u64 {
        let old = self.load(order);
        self.store(val, order);
        old
    }
    pub fn compare_exchange(&self, current: u64, new: u64, success: Ordering, failure: Ordering) -> Result<u64, u64> {
        let old = self.load(failure);
        if old == current {
            self.store(new, success);
            Ok(old)
        } else {
            Err(old)
        }
    }
    pub fn compare_exchange_weak(&self, current: u64, new: u64, success: Ordering, failure: Ordering) -> Result<u64, u64> {
        self.compare_exchange(current, new, success, failure)
    }
    pub fn fetch_update<F>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<u64, u64>
    where
        F: FnMut(u64) -> Option<u64>,
    {
        let old = self.load(fetch_order);
        match f(old) {
            Some(new) => {
                self.store(new, set_order);
                Ok(old)
            }
            None => Err(old),
        }
    }
    pub const fn into_inner(self) -> u64 {
        self.load(Ordering::SeqCst)
    }
    pub fn get_mut(&mut self) -> &mut u64 {
        primitive!()
    }
    pub fn fetch_add(&self, val: u64, order: Ordering) -> u64 {
        let old = self.load(order);
        self.store(old + val, order);
        old
    }
    pub fn fetch_sub(&self, val: u64, order: Ordering) -> u64 {
        let old = self.load(order);
        self.store(old - val, order);
        old
    }
    pub fn fetch_and(&self, val: u64, order: Ordering) -> u64 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_or(&self, val: u64, order: Ordering) -> u64 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_xor(&self, val: u64, order: Ordering) -> u64 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_max(&self, val: u64, order: Ordering) -> u64 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_min(&self, val: u64, order: Ordering) -> u64 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
}
impl Default for AtomicU64 {
    fn default() -> AtomicU64 {
        AtomicU64::new(0)
    }
}
impl From<u64> for AtomicU64 {
    fn from(v: u64) -> AtomicU64 {
        AtomicU64::new(v)
    }
}
#[must_abort(on_drop = "eof", role = "signal")]
pub struct AtomicUsize {
    value: usize,
}
impl AtomicUsize {
    #[pairs]
    pub const fn new(v: usize) -> AtomicUsize {
        primitive!()
    }
    #[polls(self)]
    pub fn load(&self, order: Ordering) -> usize {
        primitive!()
    }
    #[sets(self)]
    pub fn store(&self, val: usize, order: Ordering) {
        primitive!()
    }
    pub fn swap(&self, val: usize, order: Ordering) -> usize {
        let old = self.load(order);
        self.store(val, order);
        old
    }
    pub fn compare_exchange(&self, current: usize, new: usize, success: Ordering, failure: Ordering) -> Result<usize, usize> {
        let old = self.load(failure);
        if old == current {
            self.store(new, success);
            Ok(old)
        } else {
            Err(old)
        }
    }
    pub fn compare_exchange_weak(&self, current: usize, new: usize, success: Ordering, failure: Ordering) -> Result<usize, usize> {
        self.compare_exchange(current, new, success, failure)
    }
    pub fn fetch_update<F>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<usize, usize>
    where
        F: FnMut(usize) -> Option<usize>,
    {
        let old = self.load(fetch_order);
        match f(old) {
            Some(new) => {
                self.store(new, set_order);
                Ok(old)
            }
            None => Err(old),
        }
    }
    pub const fn into_inner(self) -> usize {
        self.load(Ordering::SeqCst)
    }
    pub fn get_mut(&mut self) -> &mut usize {
        primitive!()
    }
    pub fn fetch_add(&self, val: usize, order: Ordering) -> usize {
        let old = self.load(order);
        self.store(old + val, order);
        old
    }
    pub fn fetch_sub(&self, val: usize, order: Ordering) -> usize {
        let old = self.load(order);
        self.store(old - val, order);
        old
    }
    pub fn fetch_and(&self, val: usize, order: Ordering) -> usize {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_or(&self, val: usize, order: Ordering) -> usize {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_xor(&self, val: usize, order: Ordering) -> usize {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_max(&self, val: usize, order: Ordering) -> usize {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_min(&self, val: usize, order: Ordering) -> usize {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
}
impl Default for AtomicUsize {
    fn default() -> AtomicUsize {
        AtomicUsize::new(0)
    }
}
impl From<usize> for AtomicUsize {
    fn from(v: usize) -> AtomicUsize {
        AtomicUsize::new(v)
    }
}
#[must_abort(on_drop = "eof", role = "signal")]
pub struct AtomicI8 {
    value: i8,
}
impl AtomicI8 {
    #[pairs]
    pub const fn new(v: i8) -> AtomicI8 {
        primitive!()
    }
    #[polls(self)]
    pub fn load(&self, order: Ordering) -> i8 {
        primitive!()
    }
    #[sets(self)]
    pub fn store(&self, val: i8, order: Ordering) {
        primitive!()
    }
    pub fn swap(&self, val: i8, order: Ordering) -> i8 {
        let old = self.load(order);
        self.store(val, order);
        old
    }
    pub fn compare_exchange(&self, current: i8, new: i8, success: Ordering, failure: Ordering) -> Result<i8, i8> {
        let old = self.load(failure);
        if old == current {
            self.store(new, success);
            Ok(old)
        } else {
            Err(old)
        }
    }
    pub fn compare_exchange_weak(&self, current: i8, new: i8, success: Ordering, failure: Ordering) -> Result<i8, i8> {
        self.compare_exchange(current, new, success, failure)
    }
    pub fn fetch_update<F>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<i8, i8>
    where
        F: FnMut(i8) -> Option<i8>,
    {
        let old = self.load(fetch_order);
        match f(old) {
            Some(new) => {
                self.store(new, set_order);
                Ok(old)
            }
            None => Err(old),
        }
    }
    pub const fn into_inner(self) -> i8 {
        self.load(Ordering::SeqCst)
    }
    pub fn get_mut(&mut self) -> &mut i8 {
        primitive!()
    }
    pub fn fetch_add(&self, val: i8, order: Ordering) -> i8 {
        let old = self.load(order);
        self.store(old + val, order);
        old
    }
    pub fn fetch_sub(&self, val: i8, order: Ordering) -> i8 {
        let old = self.load(order);
        self.store(old - val, order);
        old
    }
    pub fn fetch_and(&self, val: i8, order: Ordering) -> i8 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_or(&self, val: i8, order: Ordering) -> i8 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_xor(&self, val: i8, order: Ordering) -> i8 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_max(&self, val: i8, order: Ordering) -> i8 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_min(&self, val: i8, order: Ordering) -> i8 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
}
impl Default for AtomicI8 {
    fn default() -> AtomicI8 {
        AtomicI8::new(0)
    }
}
impl From<i8> for AtomicI8 {
    fn from(v: i8) -> AtomicI8 {
        AtomicI8::new(v)
    }
}
#[must_abort(on_drop = "eof", role = "signal")]
pub struct AtomicI16 {
    value: i16,
}
impl AtomicI16 {
    #[pairs]
    pub const fn new(v: i16) -> AtomicI16 {
        primitive!()
    }
    #[polls(self)]
    pub fn load(&self, order: Ordering) -> i16 {
        primitive!()
    }
    #[sets(self)]
    pub fn store(&self, val: i16, order: Ordering) {
        primitive!()
    }
    pub fn swap(&self, val: i16, order: Ordering) -> i16 {
        let old = self.load(order);
        self.store(val, order);
        old
    }
    pub fn compare_exchange(&self, current: i16, new: i16, success: Ordering, failure: Ordering) -> Result<i16, i16> {
        let old = self.load(failure);
        if old == current {
            self.store(new, success);
            Ok(old)
        } else {
            Err(old)
        }
    }
    pub fn compare_exchange_weak(&self, current: i16, new: i16, success: Ordering, failure: Ordering) -> Result<i16, i16> {
        self.compare_exchange(current, new, success, failure)
    }
    pub fn fetch_update<F>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<i16, i16>
    where
        F: FnMut(i16) -> Option<i16>,
    {
        let old = self.load(fetch_order);
        match f(old) {
            Some(new) => {
                self.store(new, set_order);
                Ok(old)
            }
            None => Err(old),
        }
    }
    pub const fn into_inner(self) -> i16 {
        self.load(Ordering::SeqCst)
    }
    pub fn get_mut(&mut self) -> &mut i16 {
        primitive!()
    }
    pub fn fetch_add(&self, val: i16, order: Ordering) -> i16 {
        let old = self.load(order);
        self.store(old + val, order);
        old
    }
    pub fn fetch_sub(&self, val: i16, order: Ordering) -> i16 {
        let old = self.load(order);
        self.store(old - val, order);
        old
    }
    pub fn fetch_and(&self, val: i16, order: Ordering) -> i16 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_or(&self, val: i16, order: Ordering) -> i16 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_xor(&self, val: i16, order: Ordering) -> i16 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_max(&self, val: i16, order: Ordering) -> i16 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_min(&self, val: i16, order: Ordering) -> i16 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
}
impl Default for AtomicI16 {
    fn default() -> AtomicI16 {
        AtomicI16::new(0)
    }
}
impl From<i16> for AtomicI16 {
    fn from(v: i16) -> AtomicI16 {
        AtomicI16::new(v)
    }
}
#[must_abort(on_drop = "eof", role = "signal")]
pub struct AtomicI32 {
    value: i32,
}
impl AtomicI32 {
    #[pairs]
    pub const fn new(v: i32) -> AtomicI32 {
        primitive!()
    }
    #[polls(self)]
    pub fn load(&self, order: Ordering) -> i32 {
        primitive!()
    }
    #[sets(self)]
    pub fn store(&self, val: i32, order: Ordering) {
        primitive!()
    }
    pub fn swap(&self, val: i32, order: Ordering) -> i32 {
        let old = self.load(order);
        self.store(val, order);
        old
    }
    pub fn compare_exchange(&self, current: i32, new: i32, success: Ordering, failure: Ordering) -> Result<i32, i32> {
        let old = self.load(failure);
        if old == current {
            self.store(new, success);
            Ok(old)
        } else {
            Err(old)
        }
    }
    pub fn compare_exchange_weak(&self, current: i32, new: i32, success: Ordering, failure: Ordering) -> Result<i32, i32> {
        self.compare_exchange(current, new, success, failure)
    }
    pub fn fetch_update<F>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<i32, i32>
    where
        F: FnMut(i32) -> Option<i32>,
    {
        let old = self.load(fetch_order);
        match f(old) {
            Some(new) => {
                self.store(new, set_order);
                Ok(old)
            }
            None => Err(old),
        }
    }
    pub const fn into_inner(self) -> i32 {
        self.load(Ordering::SeqCst)
    }
    pub fn get_mut(&mut self) -> &mut i32 {
        primitive!()
    }
    pub fn fetch_add(&self, val: i32, order: Ordering) -> i32 {
        let old = self.load(order);
        self.store(old + val, order);
        old
    }
    pub fn fetch_sub(&self, val: i32, order: Ordering) -> i32 {
        let old = self.load(order);
        self.store(old - val, order);
        old
    }
    pub fn fetch_and(&self, val: i32, order: Ordering) -> i32 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_or(&self, val: i32, order: Ordering) -> i32 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_xor(&self, val: i32, order: Ordering) -> i32 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_max(&self, val: i32, order: Ordering) -> i32 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_min(&self, val: i32, order: Ordering) -> i32 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
}
impl Default for AtomicI32 {
    fn default() -> AtomicI32 {
        AtomicI32::new(0)
    }
}
impl From<i32> for AtomicI32 {
    fn from(v: i32) -> AtomicI32 {
        AtomicI32::new(v)
    }
}
#[must_abort(on_drop = "eof", role = "signal")]
pub struct AtomicI64 {
    value: i64,
}
impl AtomicI64 {
    #[pairs]
    pub const fn new(v: i64) -> AtomicI64 {
        primitive!()
    }
    #[polls(self)]
    pub fn load(&self, order: Ordering) -> i64 {
        primitive!()
    }
    #[sets(self)]
    pub fn store(&self, val: i64, order: Ordering) {
        primitive!()
    }
    pub fn swap(&self, val: i64, order: Ordering) -> i64 {
        let old = self.load(order);
        self.store(val, order);
        old
    }
    pub fn compare_exchange(&self, current: i64, new: i64, success: Ordering, failure: Ordering) -> Result<i64, i64> {
        let old = self.load(failure);
        if old == current {
            self.store(new, success);
            Ok(old)
        } else {
            Err(old)
        }
    }
    pub fn compare_exchange_weak(&self, current: i64, new: i64, success: Ordering, failure: Ordering) -> Result<i64, i64> {
        self.compare_exchange(current, new, success, failure)
    }
    pub fn fetch_update<F>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<i64, i64>
    where
        F: FnMut(i64) -> Option<i64>,
    {
        let old = self.load(fetch_order);
        match f(old) {
            Some(new) => {
                self.store(new, set_order);
                Ok(old)
            }
            None => Err(old),
        }
    }
    pub const fn into_inner(self) -> i64 {
        self.load(Ordering::SeqCst)
    }
    pub fn get_mut(&mut self) -> &mut i64 {
        primitive!()
    }
    pub fn fetch_add(&self, val: i64, order: Ordering) -> i64 {
        let old = self.load(order);
        self.store(old + val, order);
        old
    }
    pub fn fetch_sub(&self, val: i64, order: Ordering) -> i64 {
        let old = self.load(order);
        self.store(old - val, order);
        old
    }
    pub fn fetch_and(&self, val: i64, order: Ordering) -> i64 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_or(&self, val: i64, order: Ordering) -> i64 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_xor(&self, val: i64, order: Ordering) -> i64 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_max(&self, val: i64, order: Ordering) -> i64 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_min(&self, val: i64, order: Ordering) -> i64 {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
}
impl Default for AtomicI64 {
    fn default() -> AtomicI64 {
        AtomicI64::new(0)
    }
}
impl From<i64> for AtomicI64 {
    fn from(v: i64) -> AtomicI64 {
        AtomicI64::new(v)
    }
}
#[must_abort(on_drop = "eof", role = "signal")]
pub struct AtomicIsize {
    value: isize,
}
impl AtomicIsize {
    #[pairs]
    pub const fn new(v: isize) -> AtomicIsize {
        primitive!()
    }
    #[polls(self)]
    pub fn load(&self, order: Ordering) -> isize {
        primitive!()
    }
    #[sets(self)]
    pub fn store(&self, val: isize, order: Ordering) {
        primitive!()
    }
    pub fn swap(&self, val: isize, order: Ordering) -> isize {
        let old = self.load(order);
        self.store(val, order);
        old
    }
    pub fn compare_exchange(&self, current: isize, new: isize, success: Ordering, failure: Ordering) -> Result<isize, isize> {
        let old = self.load(failure);
        if old == current {
            self.store(new, success);
            Ok(old)
        } else {
            Err(old)
        }
    }
    pub fn compare_exchange_weak(&self, current: isize, new: isize, success: Ordering, failure: Ordering) -> Result<isize, isize> {
        self.compare_exchange(current, new, success, failure)
    }
    pub fn fetch_update<F>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<isize, isize>
    where
        F: FnMut(isize) -> Option<isize>,
    {
        let old = self.load(fetch_order);
        match f(old) {
            Some(new) => {
                self.store(new, set_order);
                Ok(old)
            }
            None => Err(old),
        }
    }
    pub const fn into_inner(self) -> isize {
        self.load(Ordering::SeqCst)
    }
    pub fn get_mut(&mut self) -> &mut isize {
        primitive!()
    }
    pub fn fetch_add(&self, val: isize, order: Ordering) -> isize {
        let old = self.load(order);
        self.store(old + val, order);
        old
    }
    pub fn fetch_sub(&self, val: isize, order: Ordering) -> isize {
        let old = self.load(order);
        self.store(old - val, order);
        old
    }
    pub fn fetch_and(&self, val: isize, order: Ordering) -> isize {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_or(&self, val: isize, order: Ordering) -> isize {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_xor(&self, val: isize, order: Ordering) -> isize {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_max(&self, val: isize, order: Ordering) -> isize {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
    pub fn fetch_min(&self, val: isize, order: Ordering) -> isize {
        let old = self.load(order);
        self.store(unknown!(), order);
        old
    }
}
impl Default for AtomicIsize {
    fn default() -> AtomicIsize {
        AtomicIsize::new(0)
    }
}
impl From<isize> for AtomicIsize {
    fn from(v: isize) -> AtomicIsize {
        AtomicIsize::new(v)
    }
}
// Precision: what a raw pointer owns is out of sight.
pub struct AtomicPtr<T> {
    pointer: *mut T,
}
impl<T> AtomicPtr<T> {
    pub const fn new(p: *mut T) -> AtomicPtr<T> {
        primitive!()
    }
    pub fn load(&self, order: Ordering) -> *mut T {
        primitive!()
    }
    pub fn store(&self, ptr: *mut T, order: Ordering) {
        primitive!()
    }
    pub fn swap(&self, ptr: *mut T, order: Ordering) -> *mut T {
        primitive!()
    }
}
