//! Security levels of keys (`gnutls_sec_param_t`).
use core::ffi::{CStr, c_uint};

use super::{Pk, SecParam};
use crate::abi::*;

pub struct Level {
    pub param: SecParam,
    pub name: &'static CStr,
    pub symmetric: c_uint,
    /// Bits of an RSA modulus or a Diffie-Hellman prime.
    pub modulus: c_uint,
    /// Bits of a DSA prime.
    pub dsa: c_uint,
    /// Bits of a curve.
    pub curve: c_uint,
    /// Minimum size of an ML-DSA public key in bytes, which GnuTLS 3.8.13 compares; 0 if there is no limit.
    pub mldsa: c_uint,
}

const fn level(
    param: SecParam,
    name: &'static CStr,
    symmetric: c_uint,
    modulus: c_uint,
    dsa: c_uint,
    curve: c_uint,
    mldsa: c_uint,
) -> Level {
    Level { param, name, symmetric, modulus, dsa, curve, mldsa }
}

/// Manual: Selecting cryptographic key sizes. In ascending order.
static LEVELS: [Level; 10] = [
    level(SecParam::Insecure, c"Insecure", 0, 0, 0, 0, 0),
    level(SecParam::Export, c"Export", 42, 512, 0, 0, 0),
    level(SecParam::VeryWeak, c"Very weak", 64, 767, 0, 0, 0),
    level(SecParam::Weak, c"Weak", 72, 1008, 1008, 160, 0),
    level(SecParam::Low, c"Low", 80, 1024, 1024, 160, 0),
    level(SecParam::Legacy, c"Legacy", 96, 1776, 2048, 192, 0),
    level(SecParam::Medium, c"Medium", 112, 2048, 2048, 224, 0),
    level(SecParam::High, c"High", 128, 3072, 3072, 256, 0),
    level(SecParam::Ultra, c"Ultra", 192, 8192, 8192, 384, 1952),
    level(SecParam::Future, c"Future", 256, 15360, 15360, 512, 2592),
];

pub fn find(param: gnutls_sec_param_t) -> Option<&'static Level> {
    LEVELS.iter().find(|l| l.param.raw() == param)
}

/// The strongest level that a key of this type and size reaches; `None` if the size is 0.
pub fn of_key(pk: Option<Pk>, bits: u32) -> Option<&'static Level> {
    if bits == 0 {
        return None;
    }
    let reached = |l: &&Level| match pk {
        Some(pk) if pk.is_mldsa() => l.mldsa <= bits && l.param >= SecParam::High,
        Some(pk) if pk.is_ec() => l.curve <= bits,
        _ => l.modulus <= bits,
    };
    // If several levels have the same size, the strongest is used.
    LEVELS.iter().rev().find(reached)
}
