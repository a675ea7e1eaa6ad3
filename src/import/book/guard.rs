//! A look into a container before anybody unpacks it: a small file may claim to be endless (`reliability` 7).

use super::Unreadable;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// The most parts of a package, the largest part, and all parts together, in bytes when unpacked.
const MOST_PARTS: usize = 1000;
const LARGEST_PART: u64 = 96 << 20;
const MOST_UNPACKED: u64 = 192 << 20;

/// What a package holds.
pub(super) enum Package {
    Excel,
    OpenDocument,
}

/// Says what a package holds, and refuses one that is larger inside than any table for a plan. Counted while unpacking: what
/// a package says of itself may be a lie.
pub(super) fn look(bytes: &[u8]) -> Result<Package, Unreadable> {
    let damaged = |_| Unreadable::Damaged;
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if zip.len() > MOST_PARTS {
        return Err(Unreadable::TooLarge);
    }
    let (mut left, mut found) = (MOST_UNPACKED, None);
    for i in 0..zip.len() {
        let mut part = zip.by_index(i).map_err(damaged)?;
        let name = part.name().map(|n| n.into_owned()).unwrap_or_default();
        if name.starts_with("xl/") {
            found = Some(Package::Excel);
        } else if name == "content.xml" && found.is_none() {
            found = Some(Package::OpenDocument);
        }
        // One byte more than may be tells that there are more.
        let most = LARGEST_PART.min(left);
        let size = std::io::copy(&mut part.by_ref().take(most + 1), &mut std::io::sink())
            .map_err(|_| Unreadable::Damaged)?;
        left = left.checked_sub(size).filter(|_| size <= most).ok_or(Unreadable::TooLarge)?;
    }
    found.ok_or(Unreadable::OtherKind)
}

/// Why a compound file cannot be read: Excel of before 2007 wrote such, and locked workbooks are wrapped in one.
pub(super) fn look_into_compound(bytes: &[u8]) -> Unreadable {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let is_locked = bytes.windows(name.len()).any(|w| w == name);
    if is_locked { Unreadable::Locked } else { Unreadable::OldForm }
}
