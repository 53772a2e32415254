//! The text form of a body, for `--dump-ir` and tests.
