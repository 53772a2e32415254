//! A source linter for programs that hang when they shut down.
