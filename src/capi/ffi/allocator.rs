//! The allocator of the library: the C library's, and a reserve for when that has no memory left.
//!
//! Rust ends the process when a small allocation fails, GnuTLS returns `GNUTLS_E_MEMORY_ERROR`. So that an entry
//! can finish what it began, small allocations that fail are served from the reserve; while half of it is in use, and
//! the C library still has no memory, the guard refuses further entries with `GNUTLS_E_MEMORY_ERROR`. What releases
//! objects is not refused, so that the reserve gets free again. Allocations whose size comes from outside
//! are made fallibly where they are made (`memory::copy`).
use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::ops::Range;
use core::ptr;
use core::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::alloc::System;

use crate::first_use::MAX_SERVED;

/// The size of the reserve. It is not backed by memory until it is used.
const SIZE: usize = 1 << 20;
/// The alignment of what it serves, malloc's.
const ALIGN: usize = 16;
/// The largest allocation that it serves: as much as the largest handshake message takes while it grows.
const MOST: usize = MAX_SERVED;
/// What the C library must have for an entry to begin.
const PROBE: usize = 4096;
/// The reserve is handed out in blocks of whole units, in bytes.
const UNIT: usize = 64;
/// The units of a word of `IN_USE`.
const BITS: usize = u64::BITS as usize;
const WORDS: usize = SIZE / UNIT / BITS;
/// How often another thread may take units that this one has found free, before there is no memory.
const ATTEMPTS: usize = 64;

#[repr(align(64))]
struct Room(UnsafeCell<[u8; SIZE]>);

// SAFETY: a unit belongs to the one who has set its bit in `IN_USE`; there are no references to the whole.
unsafe impl Sync for Room {}

static ROOM: Room = Room(UnsafeCell::new([0; SIZE]));

/// A bit for each unit of the reserve that is in use. There is no lock: the process may be forked at any time.
static IN_USE: [AtomicU64; WORDS] = [const { AtomicU64::new(0) }; WORDS];

/// How many units are in use.
static TAKEN: AtomicUsize = AtomicUsize::new(0);

/// The words and the bits in them of some units, at least one.
fn words(units: Range<usize>) -> impl Iterator<Item = (&'static AtomicU64, u64)> {
    (units.start / BITS..units.end.div_ceil(BITS)).map(move |word| {
        let first = units.start.max(word * BITS) - word * BITS;
        let end = units.end.min((word + 1) * BITS) - word * BITS;
        (&IN_USE[word], (u64::MAX >> (BITS - (end - first))) << first)
    })
}

/// The first `n` units in a row that are free.
fn find(n: usize) -> Option<Range<usize>> {
    let mut free = 0;
    for unit in 0..SIZE / UNIT {
        let word = IN_USE[unit / BITS].load(Ordering::Relaxed);
        free = if word >> (unit % BITS) & 1 == 0 { free + 1 } else { 0 };
        if free == n {
            return Some(unit + 1 - n..unit + 1);
        }
    }
    None
}

/// Takes some units, all of them or none.
fn claim(units: Range<usize>) -> bool {
    for (i, (word, bits)) in words(units.clone()).enumerate() {
        let before = word.fetch_or(bits, Ordering::Acquire);
        if before & bits != 0 {
            word.fetch_and(!(bits & !before), Ordering::Release);
            words(units.clone()).take(i).for_each(|(word, bits)| {
                word.fetch_and(!bits, Ordering::Release);
            });
            return false;
        }
    }
    TAKEN.fetch_add(units.len(), Ordering::Relaxed);
    true
}

/// Gives units back.
fn release(units: Range<usize>) {
    TAKEN.fetch_sub(units.len(), Ordering::Relaxed);
    words(units).for_each(|(word, bits)| {
        word.fetch_and(!bits, Ordering::Release);
    });
}

fn room() -> *mut u8 {
    ROOM.0.get().cast()
}

/// The units of a block of the reserve.
fn units_of(p: *mut u8, size: usize) -> Range<usize> {
    let first = (p as usize - room() as usize) / UNIT;
    first..first + size.div_ceil(UNIT)
}

/// Takes memory of the reserve, NULL if it has not enough.
#[cold]
fn take(layout: Layout) -> *mut u8 {
    if layout.size() > MOST || layout.align() > ALIGN {
        return ptr::null_mut();
    }
    for _ in 0..ATTEMPTS {
        let Some(units) = find(layout.size().div_ceil(UNIT)) else { break };
        if claim(units.clone()) {
            // SAFETY: the units are in the reserve.
            return unsafe { room().add(units.start * UNIT) };
        }
    }
    ptr::null_mut()
}

/// Gives a block of the reserve back.
#[cold]
fn give_back(p: *mut u8, layout: Layout) {
    release(units_of(p, layout.size()));
}

/// Changes the size of a block of the reserve where it is, if that is possible.
fn resize(p: *mut u8, layout: Layout, new_size: usize) -> bool {
    let (old, new) = (units_of(p, layout.size()), units_of(p, new_size));
    if new.end <= old.end {
        if new.end < old.end {
            release(new.end..old.end);
        }
        return true;
    }
    new_size <= MOST && new.end <= SIZE / UNIT && claim(old.end..new.end)
}

fn is_reserve(p: *const u8) -> bool {
    (p as usize).wrapping_sub(room() as usize) < SIZE
}

/// Whether memory ran out: half of the reserve is in use, and the C library has no memory still.
#[inline]
pub fn is_exhausted() -> bool {
    TAKEN.load(Ordering::Relaxed) > SIZE / UNIT / 2 && !has_memory()
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

// SAFETY: the blocks are `System`'s or the reserve's, which hands out a unit once until it is given back; an address tells
// which of them it is.
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
            give_back(p, layout);
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
        } else if resize(p, layout, new_size) {
            return p;
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
    use std::sync::Mutex;

    use super::*;

    /// The tests share the reserve.
    static ALONE: Mutex<()> = Mutex::new(());

    fn layout(size: usize) -> Layout {
        Layout::from_size_align(size, 8).unwrap()
    }

    #[test]
    fn the_reserve_serves_until_it_is_full_and_again_what_is_given_back() {
        let _alone = ALONE.lock().unwrap();
        let layout = layout(MOST - 1);
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
            // One of them lives on: what the others had is free all the same.
            for p in &blocks[1..] {
                give_back(*p, layout);
            }
            assert_eq!(find(MOST / UNIT).unwrap().start, MOST / UNIT);
            give_back(blocks[0], layout);
            assert_eq!(TAKEN.load(Ordering::Relaxed), 0);
        }
        assert!(take(Layout::from_size_align(MOST + 1, 8).unwrap()).is_null());
        assert!(take(Layout::from_size_align(64, 64).unwrap()).is_null());
    }

    #[test]
    fn a_block_grows_and_shrinks_where_it_is() {
        let _alone = ALONE.lock().unwrap();
        let p = take(layout(100));
        assert!(resize(p, layout(100), 5000));
        let after = take(layout(1));
        assert_eq!(after as usize - p as usize, 5056);
        assert!(!resize(p, layout(5000), 5057), "the next block is behind it");
        assert!(resize(p, layout(5000), 65));
        assert_eq!(take(layout(4000)) as usize - p as usize, 128);
        give_back(p, layout(65));
        give_back(after, layout(1));
        // SAFETY: the address of the block above.
        give_back(unsafe { p.add(128) }, layout(4000));
        assert_eq!(TAKEN.load(Ordering::Relaxed), 0);
        assert!(IN_USE.iter().all(|word| word.load(Ordering::Relaxed) == 0));
    }

    #[test]
    fn threads_take_different_units() {
        let _alone = ALONE.lock().unwrap();
        std::thread::scope(|scope| {
            for thread in 0..4_u8 {
                scope.spawn(move || {
                    for i in 0..2000 {
                        let layout = layout(1 + i * 37 % 9000);
                        let p = take(layout);
                        if p.is_null() {
                            continue;
                        }
                        // SAFETY: the block has the layout's size and is this thread's.
                        let block = unsafe {
                            p.write_bytes(thread, layout.size());
                            core::slice::from_raw_parts(p, layout.size())
                        };
                        std::thread::yield_now();
                        assert!(block.iter().all(|byte| *byte == thread));
                        give_back(p, layout);
                    }
                });
            }
        });
        assert_eq!(TAKEN.load(Ordering::Relaxed), 0);
        assert!(IN_USE.iter().all(|word| word.load(Ordering::Relaxed) == 0));
    }
}
