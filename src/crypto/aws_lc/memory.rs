//! aws-lc's memory comes from Rust's allocator, whose reserve serves it too when there is no memory left: some functions of
//! aws-lc do not expect that a small allocation fails.
use core::cell::Cell;
use core::ffi::{c_char, c_int, c_void};
use core::ptr;
use std::alloc::{Layout, alloc, dealloc};

use super::lc;
use crate::first_use::can_use;

/// What stands before a block: its size. It keeps the block aligned as malloc's are.
const HEADER: usize = 16;

/// Lets aws-lc allocate here. It is called when the library is loaded, before aws-lc allocates anything: a block
/// is given back to the allocator that it came from.
pub(crate) fn use_our_allocator() {
    // SAFETY: the three functions belong together. It fails if they are set already.
    unsafe { lc::CRYPTO_set_mem_functions(Some(allocate), Some(reallocate), Some(release)) };
}

/// What the first use of aws-lc's random generator in a thread, and in the process, takes at most.
const GENERATOR: usize = 1 << 20;

thread_local! {
    /// This thread has used aws-lc's random generator.
    static USED: Cell<bool> = const { Cell::new(false) };
}

/// `None` if this thread cannot use aws-lc's random generator, because it did not before and there is no memory: aws-lc
/// would end the process. Every function that may draw random numbers of aws-lc asks.
pub(crate) fn random_is_ready() -> Option<()> {
    let begin = || {
        let mut byte = 0;
        // SAFETY: a buffer of one byte.
        unsafe { lc::RAND_bytes(&mut byte, 1) };
    };
    can_use(&USED, GENERATOR, begin).then_some(())
}

fn layout(size: usize) -> Option<Layout> {
    Layout::from_size_align(size.checked_add(HEADER)?, HEADER).ok()
}

unsafe extern "C" fn allocate(size: usize, _file: *const c_char, _line: c_int) -> *mut c_void {
    let Some(layout) = layout(size) else { return ptr::null_mut() };
    // SAFETY: the layout has at least the header, which is aligned for a size.
    unsafe {
        let block = alloc(layout);
        if block.is_null() {
            return ptr::null_mut();
        }
        block.cast::<usize>().write(size);
        block.add(HEADER).cast()
    }
}

unsafe extern "C" fn reallocate(
    p: *mut c_void,
    size: usize,
    file: *const c_char,
    line: c_int,
) -> *mut c_void {
    // SAFETY: `p` is from `allocate` (aws-lc calls it with no other), and so its size stands before it; the new block is
    // another one, and `p` is given up after it is copied.
    unsafe {
        let new = allocate(size, file, line);
        if !new.is_null() {
            let old = p.byte_sub(HEADER).cast::<usize>().read();
            ptr::copy_nonoverlapping(p.cast::<u8>(), new.cast(), old.min(size));
            release(p, file, line);
        }
        new
    }
}

/// Wipes and frees: aws-lc counts on the first.
unsafe extern "C" fn release(p: *mut c_void, _file: *const c_char, _line: c_int) {
    if p.is_null() {
        return;
    }
    // SAFETY: `p` is from `allocate` (aws-lc calls it with no other), with this layout, and not used again.
    unsafe {
        let block = p.byte_sub(HEADER);
        let size = block.cast::<usize>().read();
        lc::OPENSSL_cleanse(p, size);
        if let Some(layout) = layout(size) {
            dealloc(block.cast(), layout);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_keep_their_bytes_and_are_aligned() {
        // SAFETY: blocks of these functions alone, within their sizes.
        unsafe {
            let file = c"".as_ptr();
            let p = allocate(5, file, 0);
            assert_eq!(p as usize % 16, 0);
            ptr::copy_nonoverlapping(b"bytes".as_ptr(), p.cast(), 5);
            let p = reallocate(p, 100_000, file, 0);
            assert_eq!(core::slice::from_raw_parts(p.cast::<u8>(), 5), b"bytes");
            let p = reallocate(p, 3, file, 0);
            assert_eq!(core::slice::from_raw_parts(p.cast::<u8>(), 3), b"byt");
            release(p, file, 0);
            release(ptr::null_mut(), file, 0);
            let empty = allocate(0, file, 0);
            assert!(!empty.is_null());
            release(empty, file, 0);
            assert!(allocate(usize::MAX, file, 0).is_null());
        }
    }
}
