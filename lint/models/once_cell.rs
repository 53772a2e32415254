//! `once_cell`
pub mod sync {
    use std::ops::Deref;

    pub struct OnceCell<T> {
        value: Option<T>,
    }
    impl<T> OnceCell<T> {
        pub const fn new() -> OnceCell<T> {
            OnceCell { value: None }
        }
        pub const fn with_value(value: T) -> OnceCell<T> {
            OnceCell { value: Some(value) }
        }
        pub fn get(&self) -> Option<&T> {
            self.value.as_ref()
        }
        pub fn get_mut(&mut self) -> Option<&mut T> {
            self.value.as_mut()
        }
        pub fn set(&self, value: T) -> Result<(), T> {
            match self.value {
                Some(_) => Err(value),
                None => {
                    self.value = Some(value);
                    Ok(())
                }
            }
        }
        pub fn get_or_init<F>(&self, f: F) -> &T
        where
            F: FnOnce() -> T,
        {
            self.value.get_or_insert_with(f)
        }
        pub fn get_or_try_init<F, E>(&self, f: F) -> Result<&T, E>
        where
            F: FnOnce() -> Result<T, E>,
        {
            if self.value.is_none() {
                self.value = Some(f()?);
            }
            Ok(self.value.as_ref().unwrap())
        }
        pub fn take(&mut self) -> Option<T> {
            self.value.take()
        }
        pub fn into_inner(self) -> Option<T> {
            self.value
        }
    }
    impl<T> Default for OnceCell<T> {
        fn default() -> OnceCell<T> {
            OnceCell { value: None }
        }
    }
    pub struct Lazy<T, F = fn() -> T> {
        value: Option<T>,
        init: F,
    }
    impl<T, F> Lazy<T, F> {
        pub const fn new(f: F) -> Lazy<T, F> {
            Lazy { value: None, init: f }
        }
    }
    impl<T, F: FnOnce() -> T> Lazy<T, F> {
        pub fn force(this: &Lazy<T, F>) -> &T {
            this.value.get_or_insert_with(this.init)
        }
    }
    impl<T, F: FnOnce() -> T> Deref for Lazy<T, F> {
        type Target = T;
        fn deref(&self) -> &T {
            Lazy::force(self)
        }
    }
}
