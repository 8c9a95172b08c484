//! Random bytes: a ChaCha20 generator per thread, seeded by the kernel.
//!
//! Each refill generates one block of output, whose start becomes the next key, and returned bytes are wiped:
//! the memory reveals nothing about previous output. The generator is reseeded after a fork and after
//! [`RESEED_AFTER`] bytes.
use std::cell::{Cell, RefCell};

use ring::rand::{SecureRandom, SystemRandom};

use super::{aws_lc, fork};
use crate::abi::*;
use crate::error::{Error, Result};
use crate::first_use::can_use;

const BLOCK: usize = 1024;
const KEY: usize = 32;
/// Requests of at least this size are generated directly in the caller's buffer with a separate key, for each
/// [`STRETCH`] bytes.
const LARGE: usize = BLOCK;
const STRETCH: usize = 1 << 20;
/// GnuTLS reseeds its strongest level after two mebibytes; we do that for all levels.
const RESEED_AFTER: usize = 2 << 20;

struct Generator {
    /// The next key, then output that has not been returned (from `at`).
    block: [u8; BLOCK],
    at: usize,
    /// Number of bytes until the next reseed.
    left: usize,
    generation: u32,
}

thread_local! {
    static GENERATOR: RefCell<Generator> = const {
        RefCell::new(Generator { block: [0; BLOCK], at: BLOCK, left: 0, generation: 0 })
    };
    /// This thread has used its generator.
    static USED: Cell<bool> = const { Cell::new(false) };
}

/// Uses this thread's generator. `None` if there is no memory for its first use, and when the thread ends.
fn generator<T>(f: impl FnOnce(&mut Generator) -> T) -> Option<T> {
    if !can_use(&USED, 0, || GENERATOR.with(|_| ())) {
        return None;
    }
    GENERATOR.try_with(|g| g.try_borrow_mut().ok().map(|mut g| f(&mut g))).ok().flatten()
}

fn seed(out: &mut [u8]) -> Result<()> {
    SystemRandom::new().fill(out).map_err(|_| Error::new(GNUTLS_E_RANDOM_DEVICE_ERROR))
}

impl Generator {
    fn fill(&mut self, mut out: &mut [u8]) -> Result<()> {
        let generation = fork::generation();
        if generation != self.generation {
            self.left = 0;
            self.at = BLOCK;
            self.generation = generation;
        }
        while out.len() >= LARGE {
            let (now, later) = out.split_at_mut(out.len().min(STRETCH));
            let mut key = [0; KEY];
            self.take(&mut key)?;
            now.fill(0);
            aws_lc::chacha20(&key, &[0; 12], 0, now);
            aws_lc::wipe(&mut key);
            self.left = self.left.saturating_sub(now.len());
            if self.left == 0 {
                self.at = BLOCK;
            }
            out = later;
        }
        self.take(out)
    }

    /// Returns bytes of the block, and generates the next block if it is used up.
    fn take(&mut self, mut out: &mut [u8]) -> Result<()> {
        while !out.is_empty() {
            if self.at == BLOCK {
                self.refill()?;
            }
            let n = out.len().min(BLOCK - self.at);
            let (now, later) = out.split_at_mut(n);
            let made = &mut self.block[self.at..self.at + n];
            now.copy_from_slice(made);
            made.fill(0);
            self.at += n;
            out = later;
        }
        Ok(())
    }

    fn refill(&mut self) -> Result<()> {
        if self.left == 0 {
            let mut fresh = [0; KEY];
            seed(&mut fresh)?;
            self.block[..KEY].iter_mut().zip(fresh).for_each(|(k, f)| *k ^= f);
            aws_lc::wipe(&mut fresh);
            self.left = RESEED_AFTER;
        }
        let mut key = [0; KEY];
        key.copy_from_slice(&self.block[..KEY]);
        self.block.fill(0);
        aws_lc::chacha20(&key, &[0; 12], 0, &mut self.block);
        aws_lc::wipe(&mut key);
        self.at = KEY;
        self.left = self.left.saturating_sub(BLOCK);
        Ok(())
    }
}

impl Drop for Generator {
    fn drop(&mut self) {
        aws_lc::wipe(&mut self.block);
    }
}

/// Fills `out` with random bytes. Fails with `GNUTLS_E_RANDOM_DEVICE_ERROR` if the kernel returns no seed.
pub fn fill(out: &mut [u8]) -> Result<()> {
    // Without its generator a thread uses the kernel's directly.
    generator(|g| g.fill(out)).unwrap_or_else(|| seed(out))
}

/// Reseeds the generator of the calling thread on its next use (`gnutls_rnd_refresh`).
pub fn refresh() {
    generator(|g| {
        g.left = 0;
        g.at = BLOCK;
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_every_length_with_something_new() {
        let mut seen = std::collections::HashSet::new();
        for n in [16, 64, BLOCK - KEY, BLOCK, 5000, STRETCH + LARGE + 1] {
            let mut out = vec![0; n];
            fill(&mut out).unwrap();
            for part in out.chunks_exact(16) {
                assert!(seen.insert(part.to_vec()));
            }
        }
        refresh();
        let mut out = [0; 16];
        fill(&mut out).unwrap();
        assert!(seen.insert(out.to_vec()));
    }

    #[test]
    fn threads_differ() {
        let draw = || {
            let mut out = [0; 32];
            fill(&mut out).unwrap();
            out
        };
        assert_ne!(draw(), std::thread::spawn(draw).join().unwrap());
    }
}
