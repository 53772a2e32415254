//! Items that another macro writes, and items whose inside this crate need not understand.
#![deny(warnings)]
#![allow(dead_code)]

macro_rules! channels {
    ($($(#[$meta:meta])* $vis:vis $name:ident($method:ident) $field:ty;)*) => {$(
        #[must_abort::must_abort($method)]
        $(#[$meta])*
        $vis struct $name($field);

        impl $name {
            #[must_abort::aborts(self)]
            $vis fn $method(self) {}
        }
    )*};
}

macro_rules! wrapped {
    ($item:item) => {
        #[must_abort::must_abort]
        $item
    };
}

channels! {
    pub(crate) One(abort) u32;
    #[derive(Debug)]
    Two(stop) Vec<String>;
}

wrapped! {
    pub struct Three<T: ?Sized>
    where
        T: Send,
    {
        inner: Box<T>,
    }
}

fn main() {
    One(1).abort();
    Two(Vec::new()).stop();
}
