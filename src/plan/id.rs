//! Identities that survive copies, moves and merges.

use std::{fmt, hash::Hash, hash::Hasher, marker::PhantomData, str::FromStr};

/// The number inside an [`Id`], without the kind of row it names.
pub type RowId = u64;

const BITS: u32 = 60;
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A stable identity of a row of kind `T`: 60 random bits, written as twelve letters and digits.
///
/// Two laptops that add rows to copies of one plan get different identities, so that the copies merge.
pub struct Id<T>(RowId, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// The identity with these bits; only the lowest 60 count.
    #[must_use]
    pub const fn from_bits(bits: RowId) -> Self {
        Self(bits & ((1 << BITS) - 1), PhantomData)
    }

    /// The bits, for places and maps over rows of several kinds.
    #[must_use]
    pub const fn bits(self) -> RowId {
        self.0
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for i in (0..12).rev() {
            let letter = LETTERS[usize::try_from((self.0 >> (i * 5)) & 31).unwrap_or(0)];
            write!(f, "{}", char::from(letter))?;
        }
        Ok(())
    }
}

/// A text that is not an identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl<T> FromStr for Id<T> {
    type Err = NotAnId;

    /// Reads one to twelve letters and digits; capital letters are taken as small ones.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text.is_empty() || text.len() > 12 {
            return Err(NotAnId);
        }
        let mut bits = 0;
        for byte in text.bytes() {
            let value = LETTERS.iter().position(|l| *l == byte.to_ascii_lowercase()).ok_or(NotAnId)?;
            bits = (bits << 5) | value as RowId;
        }
        Ok(Self::from_bits(bits))
    }
}

/// Where new identities come from: the operating system's randomness, or a seed in tests.
#[derive(Debug, Clone)]
pub struct IdSource {
    state: u64,
}

impl IdSource {
    /// A source that no other program repeats.
    #[must_use]
    pub fn random() -> Self {
        let mut seed = [0; 8];
        if getrandom::fill(&mut seed).is_err() {
            // No randomness from the system: the address of a fresh allocation still differs between runs.
            let place = Box::new(0u8);
            seed = (std::ptr::from_ref(&*place).addr() as u64
                ^ u64::from(std::process::id()).rotate_left(32))
            .to_le_bytes();
        }
        Self { state: u64::from_le_bytes(seed) }
    }

    /// A source that gives the same identities every time.
    #[must_use]
    pub const fn seeded(seed: u64) -> Self {
        Self { state: seed }
    }

    /// A source of its own, for somebody who cannot hold this one.
    #[must_use]
    pub fn split(&mut self) -> Self {
        Self { state: self.next::<()>().bits() }
    }

    /// The next identity.
    #[allow(
        clippy::should_implement_trait,
        reason = "it gives identities of every kind of row, which no iterator can"
    )]
    pub fn next<T>(&mut self) -> Id<T> {
        // SplitMix64 (Steele, Lea, Flood 2014): every state gives another number.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Id::from_bits(z ^ (z >> 31))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_form_comes_back() {
        let mut ids = IdSource::seeded(7);
        for _ in 0..1000 {
            let id: Id<()> = ids.next();
            assert_eq!(id.to_string().len(), 12);
            assert_eq!(id.to_string().parse(), Ok(id));
        }
        assert_eq!("".parse::<Id<()>>(), Err(NotAnId));
        assert_eq!("hello world".parse::<Id<()>>(), Err(NotAnId));
    }

    #[test]
    fn ids_do_not_repeat() {
        let mut ids = IdSource::random();
        let mut seen = std::collections::HashSet::new();
        assert!((0..100_000).all(|_| seen.insert(ids.next::<()>())));
    }
}
