//! Attributes that mark channel types, workers and the functions that end them.
