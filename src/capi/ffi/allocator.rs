//! The allocator of the library: the C library's, and a reserve for when that has no memory left.
//!
//! Rust ends the process when a small allocation fails, GnuTLS returns `GNUTLS_E_MEMORY_ERROR`. So that an entry
//! can finish what it began, small allocations that fail are served from the reserve; while half of it is in use, and
//! the C library still has no memory, the guard refuses further entries with `GNUTLS_E_MEMORY_ERROR`. What releases
//! objects is not refused, so that the reserve gets free again. Allocations whose size comes from outside
//! are made fallibly where they are made (`memory::copy`).
use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::ptr;
use core::sync::atomic::{AtomicU64, Ordering};
use std::alloc::System;

/// The size of the reserve. It is not backed by memory until it is used.
const SIZE: usize = 1 << 20;
/// The alignment of what it serves, malloc's.
const ALIGN: usize = 16;
/// The largest allocation that it serves: as much as the largest handshake message takes while it grows.
const MOST: usize = SIZE / 4;
/// What the C library must have for an entry to begin.
const PROBE: usize = 4096;

#[repr(align(16))]
struct Room(UnsafeCell<[u8; SIZE]>);

// SAFETY: `Reserve::take` hands out each byte once; there are no references to the whole.
unsafe impl Sync for Room {}

static ROOM: Room = Room(UnsafeCell::new([0; SIZE]));

/// What is taken of the reserve: the number of allocations in the upper half, the first free byte in the lower.
/// With the last allocation all of it is free again.
static TAKEN: AtomicU64 = AtomicU64::new(0);

const ONE: u64 = 1 << 32;

/// Takes memory of the reserve, NULL if it has not enough.
fn take(layout: Layout) -> *mut u8 {
    if layout.size() > MOST || layout.align() > ALIGN {
        return ptr::null_mut();
    }
    let size = layout.size().next_multiple_of(ALIGN) as u64;
    let taken = TAKEN.fetch_update(Ordering::AcqRel, Ordering::Acquire, |taken| {
        let end = (taken & (ONE - 1)) + size;
        (end <= SIZE as u64).then_some((taken & !(ONE - 1)) + ONE + end)
    });
    match taken {
        // SAFETY: the offset and the size behind it are below SIZE.
        Ok(taken) => unsafe { ROOM.0.get().cast::<u8>().add((taken & (ONE - 1)) as usize) },
        Err(_) => ptr::null_mut(),
    }
}

/// Gives one allocation back.
fn give_back() {
    let _ = TAKEN.fetch_update(Ordering::AcqRel, Ordering::Acquire, |taken| {
        Some(if taken >> 32 == 1 { 0 } else { taken - ONE })
    });
}

fn is_reserve(p: *const u8) -> bool {
    (p as usize).wrapping_sub(ROOM.0.get() as usize) < SIZE
}

/// Whether memory ran out: half of the reserve is in use, and the C library has no memory still.
#[inline]
pub fn is_exhausted() -> bool {
    TAKEN.load(Ordering::Relaxed) & (ONE - 1) > SIZE as u64 / 2 && !has_memory()
}

#[cold]
fn has_memory() -> bool {
    // SAFETY: a size that is not zero; what was allocated is freed.
    unsafe {
        // The compiler may leave out an allocation that nothing uses.
        let p = core::hint::black_box(libc::malloc(PROBE));
        libc::free(p);
        !p.is_null()
    }
}

pub struct Allocator;

// SAFETY: the blocks are `System`'s or the reserve's, which hands out each byte once until all are given back;
// an address tells which of them it is.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's layout, whose size is not zero.
        let p = unsafe { System.alloc(layout) };
        if p.is_null() { take(layout) } else { p }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's layout, whose size is not zero.
        let p = unsafe { System.alloc_zeroed(layout) };
        if !p.is_null() {
            return p;
        }
        let p = take(layout);
        if !p.is_null() {
            // SAFETY: `p` has the layout's size; the reserve may have been used before.
            unsafe { p.write_bytes(0, layout.size()) };
        }
        p
    }

    unsafe fn dealloc(&self, p: *mut u8, layout: Layout) {
        if is_reserve(p) {
            give_back();
        } else {
            // SAFETY: not of the reserve, so `System`'s, with this layout (the caller).
            unsafe { System.dealloc(p, layout) }
        }
    }

    unsafe fn realloc(&self, p: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        if !is_reserve(p) {
            // SAFETY: not of the reserve, so `System`'s, with this layout and a new size that is not zero (the caller).
            let new = unsafe { System.realloc(p, layout, new_size) };
            if !new.is_null() {
                return new;
            }
        }
        // SAFETY: the size is not zero and the alignment as before (the caller); the new block does not overlap with
        // the old one, which has the size of `layout` and is given up after it is copied.
        unsafe {
            let new = self.alloc(Layout::from_size_align_unchecked(new_size, layout.align()));
            if !new.is_null() {
                ptr::copy_nonoverlapping(p, new, layout.size().min(new_size));
                self.dealloc(p, layout);
            }
            new
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reserve_serves_until_it_is_full_and_again_when_all_is_given_back() {
        let layout = Layout::from_size_align(MOST - 1, 8).unwrap();
        for _ in 0..2 {
            let blocks: Vec<_> =
                std::iter::repeat_with(|| take(layout)).take_while(|p| !p.is_null()).collect();
            assert_eq!(blocks.len(), SIZE / MOST);
            for pair in blocks.windows(2) {
                assert!(pair[1] as usize - pair[0] as usize >= MOST - 1);
            }
            assert!(blocks.iter().all(|p| is_reserve(*p) && (*p as usize).is_multiple_of(ALIGN)));
            // The C library has memory, whatever the reserve is used for.
            assert!(!is_exhausted());
            // A block in `System`'s memory is not the reserve's.
            assert!(!is_reserve(Box::leak(Box::new(0_u8))));
            for _ in blocks {
                give_back();
            }
            assert_eq!(TAKEN.load(Ordering::Relaxed), 0);
        }
        assert!(take(Layout::from_size_align(MOST + 1, 8).unwrap()).is_null());
        assert!(take(Layout::from_size_align(64, 64).unwrap()).is_null());
    }
}
