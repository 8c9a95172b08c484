//! The basics of the C boundary: pointers, memory that the caller frees, callbacks, the environment, time and
//! the log.
pub mod allocator;
pub mod cancel;
pub mod env;
pub mod file;
pub mod function;
pub mod guard;
pub mod log;
pub mod memory;
mod note;
pub mod opaque;
pub mod time;
