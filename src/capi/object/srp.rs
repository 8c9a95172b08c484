//! SRP credentials, and how the handshake of a session asks them.
use core::ptr;
use std::ffi::CString;
use std::sync::Mutex;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::{Digest, primes};
use crate::capi::ffi::file::load;
use crate::capi::ffi::memory::{slice, take_bytes, take_string};
use crate::capi::ffi::opaque::{self, Opaque};
use crate::codec::srp_base64;
use crate::crypto::hash::hmac;
use crate::crypto::rand;
use crate::crypto::srp::Group;
use crate::error::{Error, Result, err};
use crate::handshake::srp::{MAX_NAME, SrpEntry, SrpPassword};
use crate::log::{FileName, reason};
use crate::session::lock;

/// The name and the password of a client.
#[derive(Clone)]
pub struct NameAndPassword {
    pub name: Vec<u8>,
    pub password: Zeroizing<Vec<u8>>,
}

/// What C holds as a `gnutls_srp_client_credentials_t`.
pub struct SrpClient {
    /// It takes precedence over the function.
    pub set: Mutex<Option<NameAndPassword>>,
    pub function: Mutex<Option<gnutls_srp_client_credentials_function>>,
}

// SAFETY: all handles are created by `gnutls_srp_allocate_client_credentials`.
unsafe impl Opaque for gnutls_srp_client_credentials_st {
    type Object = SrpClient;
}

/// The paths of the files with verifiers and with groups.
#[derive(Clone)]
pub struct Files {
    pub passwords: Vec<u8>,
    pub groups: Vec<u8>,
}

/// How the salt of an unknown name is made.
#[derive(Clone)]
pub struct FakeSalt {
    pub seed: Zeroizing<Vec<u8>>,
    pub size: usize,
}

/// Size of a random seed and of a salt that is made up, in bytes.
pub const SALT: usize = 16;

impl FakeSalt {
    pub fn random() -> Result<FakeSalt> {
        let mut seed = Zeroizing::new(vec![0; SALT]);
        rand::fill(&mut seed)?;
        Ok(FakeSalt { seed, size: SALT })
    }

    /// The same bytes for the same name.
    fn bytes(&self, name: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        Ok(Zeroizing::new(hmac(Digest::Sha1, &self.seed, name)?.to_vec()))
    }
}

/// What C holds as a `gnutls_srp_server_credentials_t`.
pub struct SrpServer {
    pub function: Mutex<Option<gnutls_srp_server_credentials_function>>,
    pub files: Mutex<Option<Files>>,
    pub fake: Mutex<FakeSalt>,
}

// SAFETY: all handles are created by `gnutls_srp_allocate_server_credentials`.
unsafe impl Opaque for gnutls_srp_server_credentials_st {
    type Object = SrpServer;
}

/// The name and the password of a client. Fails with `GNUTLS_E_ILLEGAL_SRP_USERNAME` if the application's function gives none.
///
/// # Safety
/// `session` is a live handle, and `credentials` NULL or one.
pub unsafe fn own_srp(
    session: gnutls_session_t,
    credentials: gnutls_srp_client_credentials_t,
) -> Result<Option<SrpPassword>> {
    // SAFETY: the handle is NULL or live (the caller).
    let Ok(object) = (unsafe { opaque::get(credentials) }) else { return Ok(None) };
    if let Some(NameAndPassword { name, password }) = lock(&object.set).clone() {
        return Ok(Some(SrpPassword { name, password }));
    }
    let Some(function) = *lock(&object.function) else { return Ok(None) };
    let (mut name, mut password) = (ptr::null_mut(), ptr::null_mut());
    // SAFETY: the application's own function with its session; what it writes are C strings in memory of `gnutls_malloc` for us.
    let (code, name, password) = unsafe {
        let code = function(session, &mut name, &mut password);
        (code, take_string(name), take_string(password))
    };
    match (code, name, password) {
        (GNUTLS_E_AGAIN | GNUTLS_E_INTERRUPTED, ..) => err(code),
        (0.., Some(name), Some(password)) if !name.is_empty() && name.len() <= MAX_NAME => {
            Ok(Some(SrpPassword { name: name.to_vec(), password }))
        }
        _ => Err(reason!(
            Error::new(GNUTLS_E_ILLEGAL_SRP_USERNAME),
            "the application's function gives no name and password for SRP (it returned {code})"
        )),
    }
}

/// What the credentials of a server have of a client's name. Fails with `GNUTLS_E_SRP_PWD_ERROR` if the application's function
/// does, a file cannot be read, or there is neither.
///
/// # Safety
/// `session` is a live handle, and `credentials` NULL or one.
pub unsafe fn find_srp(
    session: gnutls_session_t,
    credentials: gnutls_srp_server_credentials_t,
    name: &[u8],
) -> Result<SrpEntry> {
    // SAFETY: the handle is NULL or live (the caller).
    let Ok(object) = (unsafe { opaque::get(credentials) }) else {
        return err(GNUTLS_E_INSUFFICIENT_CREDENTIALS);
    };
    let fake = lock(&object.fake).clone();
    let Some(function) = *lock(&object.function) else {
        let files = lock(&object.files).clone();
        return match files {
            Some(files) => find_in_files(&files, &fake, name),
            None => err(GNUTLS_E_SRP_PWD_ERROR),
        };
    };
    let refused = || {
        let error = Error::new(GNUTLS_E_SRP_PWD_ERROR);
        reason!(error, "the application's function does not know the client's name")
    };
    // A name with a NUL is none that the function can be asked for.
    let text = CString::new(name).map_err(|_| refused())?;
    let empty = gnutls_datum_t { data: ptr::null_mut(), size: 0 };
    let mut answer = [empty; 4];
    let [salt, verifier, generator, prime] = &mut answer;
    // SAFETY: the application's own function with its session and a C string.
    let code = unsafe { function(session, text.as_ptr(), salt, verifier, generator, prime) };
    // SAFETY: what it has written is memory of `gnutls_malloc` for us, or a constant of the library.
    let [salt, verifier, generator, prime] = answer.map(|datum| unsafe { take_or_copy(datum) });
    let group = Group::new(&prime, &generator);
    match code {
        // The name is unknown, and the group is that of any name.
        1 => made_up(group, &fake, name, false),
        n if n < 0 => Err(refused()),
        _ if salt.is_empty() || salt.len() > MAX_NAME || verifier.is_empty() => {
            err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER)
        }
        _ => Ok(SrpEntry { group, salt: salt.to_vec(), verifier, refused: false }),
    }
}

/// Takes the bytes of a datum, or copies those of one of the library's constants, which the application may give.
///
/// # Safety
/// `datum` is empty, or its bytes are memory of `gnutls_malloc` whose ownership is transferred, or a constant of the library.
unsafe fn take_or_copy(datum: gnutls_datum_t) -> Zeroizing<Vec<u8>> {
    let (data, size) = (datum.data.cast(), datum.size as usize);
    // SAFETY: the bytes are readable, and ours if they are no constant (the caller).
    unsafe {
        match primes::is_constant(datum.data) {
            true => Zeroizing::new(slice(data, size).to_vec()),
            false => take_bytes(data, size),
        }
    }
}

/// An entry for an unknown name.
fn made_up(group: Group, fake: &FakeSalt, name: &[u8], refused: bool) -> Result<SrpEntry> {
    let mut salt = fake.bytes(name)?.to_vec();
    salt.truncate(fake.size);
    let mut verifier = Zeroizing::new(vec![0; group.prime.len()]);
    rand::fill(&mut verifier)?;
    Ok(SrpEntry { group, salt, verifier, refused })
}

fn read(path: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let failed = |e: Error| {
        let error = Error::new(GNUTLS_E_SRP_PWD_ERROR);
        reason!(error, "cannot read the SRP file \"{}\": {e}", FileName(path))
    };
    load(path).map(Zeroizing::new).map_err(failed)
}

/// The fields of the lines of a file that have `N` of them.
fn lines<const N: usize>(text: &[u8]) -> impl Iterator<Item = [&[u8]; N]> {
    text.split(|b| *b == b'\n').filter_map(|line| {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let fields: Vec<&[u8]> = line.split(|b| *b == b':').collect();
        fields.try_into().ok()
    })
}

/// Looks for a name in files as srptool writes them: name, verifier, salt and the number of the group; number, prime and generator.
/// All lines are read, whether or not the name is found. An unknown one gets the group of a name that its hash chooses.
fn find_in_files(files: &Files, fake: &FakeSalt, name: &[u8]) -> Result<SrpEntry> {
    let unreadable = || {
        let error = Error::new(GNUTLS_E_SRP_PWD_ERROR);
        reason!(error, "the SRP files \"{}\" have an entry that cannot be read", FileName(&files.passwords))
    };
    let (passwords, groups) = (read(&files.passwords)?, read(&files.groups)?);
    let group = |number: &[u8]| {
        let [_, prime, generator] = lines::<3>(&groups).find(|[n, ..]| *n == number)?;
        Some(Group::new(&srp_base64::decode(prime).ok()?, &srp_base64::decode(generator).ok()?))
    };
    let (mut found, mut numbers) = (None, Vec::new());
    for [of_line, verifier, salt, number] in lines::<4>(&passwords) {
        numbers.push(number);
        if of_line == name && found.is_none() {
            found = Some((verifier, salt, number));
        }
    }
    if let Some((verifier, salt, number)) = found {
        let verifier = Zeroizing::new(srp_base64::decode(verifier).map_err(|_| unreadable())?);
        let salt = srp_base64::decode(salt).map_err(|_| unreadable())?;
        let group = group(number).ok_or_else(unreadable)?;
        if salt.is_empty() || salt.len() > MAX_NAME || verifier.is_empty() {
            return Err(unreadable());
        }
        return Ok(SrpEntry { group, salt, verifier, refused: false });
    }
    let digest = fake.bytes(name)?;
    let choice = digest.iter().rev().take(4).fold(0usize, |n, b| n << 8 | usize::from(*b));
    let number = numbers.get(choice.checked_rem(numbers.len()).unwrap_or_default()).copied();
    let any = || lines::<3>(&groups).map(|[number, ..]| number).next();
    let group = number.or_else(any).and_then(group).ok_or_else(unreadable)?;
    made_up(group, fake, name, true)
}
