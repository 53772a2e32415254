//! `std::any`
pub trait Any: 'static {
    fn type_id(&self) -> TypeId;
}
impl<T: 'static + ?Sized> Any for T {
    fn type_id(&self) -> TypeId {
        primitive!()
    }
}
impl dyn Any {
    pub fn is<T: Any>(&self) -> bool {
        primitive!()
    }
    pub fn downcast_ref<T: Any>(&self) -> Option<&T> {
        primitive!()
    }
    pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {
        primitive!()
    }
}
impl dyn Any + Send {
    pub fn is<T: Any>(&self) -> bool {
        primitive!()
    }
    pub fn downcast_ref<T: Any>(&self) -> Option<&T> {
        primitive!()
    }
    pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {
        primitive!()
    }
}
pub struct TypeId {
    id: u128,
}
impl TypeId {
    pub const fn of<T: ?Sized + 'static>() -> TypeId {
        primitive!()
    }
}
pub const fn type_name<T: ?Sized>() -> &'static str {
    primitive!()
}
