//! Compression of certificates (RFC 8879): the algorithms, and decompression within bounds.
use std::io::Read;

/// An algorithm of RFC 8879 section 7.3.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Compression {
    Zlib,
    Brotli,
    Zstd,
}

impl Compression {
    const ALL: [Compression; 3] = [Compression::Zlib, Compression::Brotli, Compression::Zstd];

    /// The number on the wire.
    pub fn wire(self) -> u16 {
        match self {
            Compression::Zlib => 1,
            Compression::Brotli => 2,
            Compression::Zstd => 3,
        }
    }

    pub fn from_wire(number: u16) -> Option<Compression> {
        Self::ALL.into_iter().find(|c| c.wire() == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Compression::Zlib => "zlib",
            Compression::Brotli => "brotli",
            Compression::Zstd => "zstd",
        }
    }

    /// Compresses; `None` if the algorithm fails.
    pub fn compress(self, mut data: &[u8]) -> Option<Vec<u8>> {
        match self {
            Compression::Zlib => Some(miniz_oxide::deflate::compress_to_vec_zlib(data, ZLIB_LEVEL)),
            Compression::Brotli => {
                let params = brotli::enc::BrotliEncoderParams {
                    quality: BROTLI_QUALITY,
                    lgwin: BROTLI_WINDOW,
                    size_hint: data.len(),
                    ..Default::default()
                };
                let mut out = Vec::new();
                brotli::BrotliCompress(&mut data, &mut out, &params).ok()?;
                Some(out)
            }
            Compression::Zstd => {
                Some(ruzstd::encoding::compress_to_vec(data, ruzstd::encoding::CompressionLevel::Fastest))
            }
        }
    }

    /// Decompresses to exactly `len` bytes; `None` if the data is invalid or has another length. Neither output nor window
    /// grow beyond that by what the data says.
    pub fn decompress(self, data: &[u8], len: usize) -> Option<Vec<u8>> {
        let out = match self {
            Compression::Zlib => miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(data, len).ok()?,
            Compression::Brotli => read_all(brotli::Decompressor::new(data, BUFFER), len)?,
            Compression::Zstd => {
                let decoder =
                    ruzstd::decoding::StreamingDecoder::new_with_max_window_size(data, ZSTD_WINDOW).ok()?;
                read_all(decoder, len)?
            }
        };
        (out.len() == len).then_some(out)
    }
}

const ZLIB_LEVEL: u8 = 6;

/// Fast enough for each handshake, and near the best for some thousand bytes. The window is as large as chains are.
const BROTLI_QUALITY: i32 = 5;
const BROTLI_WINDOW: i32 = 16;

const BUFFER: usize = 4096;

/// The window that RFC 8878 section 3.1.1.1.2 asks decoders to support.
const ZSTD_WINDOW: u64 = 8 << 20;

/// Reads at most `len` bytes; `None` if there are more, or they are invalid.
fn read_all(from: impl Read, len: usize) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    from.take(len as u64 + 1).read_to_end(&mut out).ok()?;
    (out.len() <= len).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_comes_back_whole_and_only_so() {
        let text: Vec<u8> = (0..5000u32).flat_map(|i| (i / 7 * 31).to_be_bytes()).collect();
        for c in Compression::ALL {
            for data in [&text[..], &text[..1], &[7; 3000]] {
                let small = c.compress(data).unwrap();
                assert_eq!(c.decompress(&small, data.len()).as_deref(), Some(data), "{c:?}");
                assert_eq!(c.decompress(&small, data.len() - 1), None, "{c:?}");
                assert_eq!(c.decompress(&small, data.len() + 1), None, "{c:?}");
            }
            assert!(c.compress(&[7; 3000]).unwrap().len() < 300, "{c:?}");
            assert_eq!(c.decompress(b"", 1), None);
            assert_eq!(c.decompress(b"garbage", 7), None);
        }
    }

    #[test]
    fn damage_is_noticed_or_harmless() {
        let data = [b"abcabcab", &[9; 500][..]].concat();
        for c in Compression::ALL {
            let small = c.compress(&data).unwrap();
            for i in 0..small.len() {
                assert_eq!(c.decompress(&small[..i], data.len()), None, "{c:?} cut at {i}");
                let mut changed = small.clone();
                changed[i] ^= 0x55;
                let _ = c.decompress(&changed, data.len());
            }
        }
    }

    /// A megabyte that is announced as a kilobyte.
    #[test]
    fn a_bomb_does_not_go_off() {
        let data = vec![0; 1 << 20];
        for c in Compression::ALL {
            let small = c.compress(&data).unwrap();
            assert_eq!(c.decompress(&small, 1024), None, "{c:?}");
        }
    }

    /// Streams of other encoders: Python's zlib, Google's brotli, and the command zstd.
    #[test]
    fn streams_of_others() {
        let hello = b"hello hello hello hello";
        let zlib =
            [0x78, 0x9c, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0x57, 0xc8, 0x40, 0x27, 0x01, 0x68, 0x03, 0x08, 0xb1];
        let zstd = [
            0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58, 0x65, 0x00, 0x00, 0x30, 0x68, 0x65, 0x6c, 0x6c, 0x6f, 0x20,
            0x01, 0x00, 0x99, 0x4b, 0x11,
        ];
        assert_eq!(Compression::Zstd.decompress(&zstd, hello.len()).as_deref(), Some(&hello[..]));
        let brotli = [0xc2, 0x02, 0x00, 0x80, 0x04, 0x48, 0x0d, 0xa2, 0x4c, 0x1d, 0x9e, 0xd3, 0x07];
        assert_eq!(Compression::Brotli.decompress(&brotli, hello.len()).as_deref(), Some(&hello[..]));
        assert_eq!(Compression::Zlib.decompress(&zlib, hello.len()).as_deref(), Some(&hello[..]));
    }
}
