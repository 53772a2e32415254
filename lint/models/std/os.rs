//! `std::os`
pub mod fd;
pub mod unix;
