//! What is written is read, and what is broken is refused without harm.
use std::time::{Duration, Instant};

use super::bag::{Bag, Element};
use super::*;
use crate::alg::flags::EncryptFlags;
use crate::alg::{BagType, Digest};
use crate::pki::pkcs12::mac::Scheme;
use crate::pki::pkcs12::parse::parse;

/// A small generator (xorshift64), so that each run tests the same.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
    fn bytes(&mut self, most: u64) -> Vec<u8> {
        (0..self.below(most)).map(|_| self.below(256) as u8).collect()
    }
}

fn random_bag(r: &mut Random) -> Bag {
    let mut bag = Bag::default();
    for _ in 0..r.below(5) {
        let kind = BagType::from_raw(r.below(7) as u32);
        let Ok(i) = bag.push(Element::new(kind, &r.bytes(300))) else { break };
        let element = bag.element_mut(i).unwrap();
        if r.below(2) == 0 {
            element.key_id = Some(r.bytes(40));
        }
        if r.below(2) == 0 {
            let text: String = (0..r.below(20))
                .map(|_| char::from_u32(r.below(0x2_0000) as u32 + 1).unwrap_or('x'))
                .collect();
            element.name = std::ffi::CString::new(text).ok();
        }
    }
    bag
}

fn same(a: &Bag, b: &Bag) {
    let known = |b: &Bag| -> Vec<_> {
        b.elements()
            .iter()
            .filter(|e| (1..=5).contains(&e.kind.raw()))
            .map(|e| {
                let name = e.name.clone().filter(|n| !n.is_empty());
                (e.kind.raw(), e.data.to_vec(), e.key_id.clone(), name)
            })
            .collect()
    };
    assert!(known(a) == known(b));
}

#[test]
fn what_is_written_is_read() {
    let mut r = Random(0x5eed_0bad_cafe_f00d);
    for _ in 0..300 {
        let bags: Vec<_> = (0..1 + r.below(4)).map(|_| random_bag(&mut r)).collect();
        let mut pfx = Pfx::default();
        bags.iter().for_each(|b| pfx.add(b).unwrap());
        let der = pfx.to_der().unwrap();
        let again = Pfx::from_der(&der).unwrap();
        assert_eq!((again.count(), again.to_der().unwrap()), (bags.len(), der));
        for (i, bag) in bags.iter().enumerate() {
            same(&again.bag(i).unwrap(), bag);
        }
    }
}

#[test]
fn encrypted_bags_are_read() {
    let mut r = Random(99);
    for flags in [EncryptFlags::PKCS12_3DES, EncryptFlags::PBES2_AES_128] {
        let plain = random_bag(&mut r);
        let mut sealed = plain.clone();
        sealed.encrypt(Some("pässwört".as_bytes()), flags).unwrap();
        let mut pfx = Pfx::default();
        pfx.add(&sealed).unwrap();
        let mut again = Pfx::from_der(&pfx.to_der().unwrap()).unwrap().bag(0).unwrap();
        assert_eq!(again.decrypt(Some(b"x")).unwrap_err().code(), GNUTLS_E_DECRYPTION_FAILED);
        again.decrypt(Some("pässwört".as_bytes())).unwrap();
        same(&again, &plain);
    }
}

/// A file with a key, a certificate and a MAC.
fn file() -> Vec<u8> {
    let pem = |text: &[u8]| pem::decode(None, text).unwrap();
    let key = crate::pki::key_file::import(include_bytes!("../testdata/ed.key"), Format::Pem).unwrap();
    let mut bag = Bag::default();
    bag.push(Element::new(BagType::CERTIFICATE, &pem(include_bytes!("../testdata/ed.pem")))).unwrap();
    bag.push(Element::new(BagType::KEY, &crate::pki::key_file::export_pkcs8(&key).unwrap())).unwrap();
    bag.element_mut(0).unwrap().name = Some(c"name".into());
    bag.element_mut(0).unwrap().key_id = Some(b"id".to_vec());
    let mut pfx = Pfx::default();
    pfx.add(&bag).unwrap();
    pfx.protect(Scheme::Pbmac1(Digest::Sha256), Some(b"x")).unwrap();
    pfx.to_der().unwrap().to_vec()
}

fn read_all(bytes: &[u8]) -> Result<()> {
    let pfx = Pfx::from_der(bytes)?;
    if let Ok(mac) = pfx.mac() {
        let _ = mac.info().map(|i| i.iterations);
    }
    // What is read can be written, and that is read as the same.
    let again = Pfx::from_der(&pfx.to_der()?).expect("what was written");
    assert!(again.contents == pfx.contents && again.mac == pfx.mac);
    for i in 0..pfx.count() {
        if let Ok(bag) = pfx.bag(i) {
            same(&Bag::from_der(&bag.to_der()).unwrap_or_default(), &bag);
        }
    }
    let _ = parse(&pfx, Some(b"x"), true).map(|c| c.chain.len());
    Ok(())
}

#[test]
fn broken_files() {
    let good = file();
    read_all(&good).unwrap();
    assert_eq!(parse(&Pfx::from_der(&good).unwrap(), None, false).unwrap().chain.len(), 1);
    for n in 0..good.len() {
        assert!(read_all(&good[..n]).is_err());
    }
    for at in 0..good.len() {
        for flip in [1, 0x20, 0x80, 0xff] {
            let mut bad = good.clone();
            bad[at] ^= flip;
            let _ = read_all(&bad);
        }
    }
    let mut bad = good.clone();
    *bad.last_mut().unwrap() ^= 1; // the iterations, which PBMAC1 does not use
    assert!(Pfx::from_der(&bad).unwrap().verify_mac(Some(b"x")).is_ok());
    let at = good.windows(4).position(|w| w == b"\x1e\x08\0n").unwrap();
    let mut bad = good;
    bad[at + 3] ^= 1;
    assert_eq!(
        Pfx::from_der(&bad).unwrap().verify_mac(Some(b"x")).unwrap_err().code(),
        GNUTLS_E_MAC_VERIFY_FAILED
    );
}

#[test]
fn ber_is_read() {
    let good = Pfx::from_der(&file()).unwrap();
    // Each SEQUENCE on top with indefinite length, and the contents in two parts, as NSS does.
    let (first, second) = good.contents.split_at(7);
    let mut parts = Vec::new();
    parts.element(der::OCTET_STRING, first);
    parts.element(der::OCTET_STRING, second);
    let mut ber = vec![0x30, 0x80, 2, 1, 3, 0x30, 0x80];
    ber.oid(oid::DATA);
    ber.extend([0xa0, 0x80, 0x24, 0x80]);
    ber.extend(parts);
    ber.extend([0; 6]);
    ber.extend(good.mac.as_ref().unwrap());
    ber.extend([0, 0]);
    let read = Pfx::from_der(&ber).unwrap();
    assert!(read.contents == good.contents && read.verify_mac(Some(b"x")).is_ok());
    assert_eq!(read.to_der().unwrap(), good.to_der().unwrap());
}

/// A file with these contents and no MAC.
fn wrapped(contents: &[u8]) -> Vec<u8> {
    Pfx { contents: contents.to_vec().into(), ..Pfx::default() }.to_der().unwrap().to_vec()
}

#[test]
fn bombs() {
    const SIZE: usize = 1 << 20;
    let sequence = |content: &[u8]| {
        let mut out = Vec::new();
        out.element(der::SEQUENCE, content);
        out
    };
    let safe = |content: &[u8]| {
        let mut info = Vec::new();
        info.nested(der::SEQUENCE, |w| {
            w.oid(oid::DATA);
            w.nested(der::context_constructed(0), |w| w.element(der::OCTET_STRING, &sequence(content)));
        });
        wrapped(&sequence(&info))
    };
    let mut element = Vec::new();
    element.nested(der::SEQUENCE, |w| {
        w.oid(&[0x2a]);
        w.element(der::context_constructed(0), &[]);
    });
    let files = [
        [0x30, 0x80].repeat(SIZE / 2),
        [0x24, 0x80].repeat(SIZE / 2),
        wrapped(&sequence(&[0x30, 0].repeat(SIZE / 2))),
        wrapped(&[0x30, 0x80].repeat(SIZE / 2)),
        wrapped(&[&[0x30, 0x80][..], &[5, 0].repeat(SIZE / 2), &[0, 0]].concat()),
        safe(&element.repeat(SIZE / element.len())),
    ];
    for (i, bytes) in files.iter().enumerate() {
        let start = Instant::now();
        assert!(read_all(bytes).is_err() || Pfx::from_der(bytes).unwrap().bag(0).is_err(), "{i}");
        assert!(start.elapsed() < Duration::from_secs(5), "{i}: {:?}", start.elapsed());
    }
}

#[test]
fn work_for_a_file_is_bounded() {
    let mut bag = Bag::default();
    bag.encrypt(Some(b"x"), EncryptFlags::PBES2_AES_128).unwrap();
    let text = bag.encrypted().unwrap().to_vec();
    let at = text.windows(5).position(|w| w == [2, 3, 9, 0x27, 0xc0]).unwrap();
    let with = |count: [u8; 3]| {
        let mut changed = text.clone();
        changed[at + 2..at + 5].copy_from_slice(&count);
        let mut pfx = Pfx::default();
        pfx.add(&Bag::of_encrypted(&changed)).unwrap();
        parse(&pfx, Some(b"x"), false).map(|_| ()).unwrap_err().code()
    };
    assert_eq!(with([0x7f, 0xff, 0xff]), GNUTLS_E_ILLEGAL_PARAMETER);
    assert_eq!(with([9, 0x27, 0xc0]), GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
}
