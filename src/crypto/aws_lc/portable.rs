//! What has no assembly of its own on this platform: aws-lc does it.
use super::hash::Sha;
use crate::alg::ids::{Cipher, Digest};

pub(crate) enum Modulus2048 {}

impl Modulus2048 {
    pub(crate) fn new(_: &[u8]) -> Option<Box<Modulus2048>> {
        None
    }
    pub(crate) fn product_of_powers(&self, _: &[(&[u8], &[u8])]) -> Option<[u8; 256]> {
        match *self {}
    }
}

pub(crate) enum CbcSha {}

impl CbcSha {
    pub(crate) fn new(_: Cipher, _: Digest, _: &[u8]) -> Option<CbcSha> {
        None
    }
    pub(crate) fn encrypt(&self, _: &mut [u8], _: &mut Sha) {
        match *self {}
    }
}
