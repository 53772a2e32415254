//! `OnceCell`
use std::future::Future;

#[derive(Debug)]
pub enum SetError<T> {
    AlreadyInitializedError(T),
    InitializingError(T),
}
#[derive(Debug)]
pub struct OnceCell<T> {
    value: Option<T>,
}
impl<T> OnceCell<T> {
    pub fn new() -> Self {
        OnceCell { value: None }
    }
    pub const fn const_new() -> Self {
        OnceCell { value: None }
    }
    pub fn initialized(&self) -> bool {
        self.value.is_some()
    }
    pub fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.value.as_mut()
    }
    pub fn set(&self, value: T) -> Result<(), SetError<T>> {
        match self.value {
            Some(_) => Err(SetError::AlreadyInitializedError(value)),
            None => {
                self.value = Some(value);
                Ok(())
            }
        }
    }
    pub async fn get_or_init<F, Fut>(&self, f: F) -> &T
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = T>,
    {
        if self.value.is_none() {
            self.value = Some(f().await);
        }
        self.value.as_ref().unwrap()
    }
    pub async fn get_or_try_init<E, F, Fut>(&self, f: F) -> Result<&T, E>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = Result<T, E>>,
    {
        if self.value.is_none() {
            self.value = Some(f().await?);
        }
        Ok(self.value.as_ref().unwrap())
    }
    pub fn into_inner(self) -> Option<T> {
        self.value
    }
    pub fn take(&mut self) -> Option<T> {
        self.value.take()
    }
}
impl<T> Default for OnceCell<T> {
    fn default() -> Self {
        OnceCell { value: None }
    }
}
