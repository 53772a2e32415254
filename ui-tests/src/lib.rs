//! The programs beside this file are the tests; this library only brings in what they use.
