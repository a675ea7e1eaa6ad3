//! How much a file of anybody may hold. It keeps a hostile file from costing more memory than a few times its size.
//!
//! The program's own texts have no limits: a plan that grew in the window is saved, kept and recovered whatever its size. It is told
//! while there is room left ([`Size::of`]), because a file beyond the limits is not opened again.

/// Files larger than this many bytes are opened only after asking: reading them takes noticeable time and memory.
pub const ASK_ABOVE: u64 = 16 << 20;
/// Files larger than this many bytes are not opened. A plan with 10,000 activities has about 5 MB.
pub const REFUSE_ABOVE: u64 = 64 << 20;
/// How many rows a file may hold in all its tables: ten times the plan of 10,000 activities that the program is measured with.
pub const MOST_ROWS: usize = 100_000;
/// How much stands inside rows, item by item: links, milestones, wordings, entries of lists. Ten a row.
pub(super) const MOST_PARTS: usize = 10 * MOST_ROWS;

/// What is allowed in one reading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub bytes: u64,
    pub rows: usize,
    pub parts: usize,
    /// Whether the tree of the text is bounded too: [`super::syntax::most_nodes`].
    pub nodes: bool,
}

impl Limits {
    /// Of files that anybody may have written.
    pub const OF_FILES: Self = Self { bytes: REFUSE_ABOVE, rows: MOST_ROWS, parts: MOST_PARTS, nodes: true };
    /// Of texts that this program wrote.
    pub const NONE: Self = Self { bytes: u64::MAX, rows: usize::MAX, parts: usize::MAX, nodes: false };
}

/// How a plan stands to the limits of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Size {
    /// Far from them, as every plan should be.
    #[default]
    Usual,
    /// More than four fifths of what a file may hold.
    NearLimit,
    /// More than a file may hold: it is saved, but not opened again.
    OverLimit,
}

impl Size {
    /// The size of a plan with so many rows whose file has so many bytes.
    #[must_use]
    pub fn of(rows: usize, bytes: usize) -> Self {
        let (rows, bytes) = (rows as u64, bytes as u64);
        let is_above = |rows_of: u64, bytes_of: u64| rows > rows_of || bytes > bytes_of;
        let most = MOST_ROWS as u64;
        if is_above(most, REFUSE_ABOVE) {
            Self::OverLimit
        } else if is_above(most / 5 * 4, REFUSE_ABOVE / 5 * 4) {
            Self::NearLimit
        } else {
            Self::Usual
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_told_before_it_gets_too_large() {
        let (most, few) = (usize::try_from(REFUSE_ABOVE).unwrap(), 5_000_000);
        assert_eq!(Size::of(30_000, few), Size::Usual);
        assert_eq!(Size::of(80_001, few), Size::NearLimit);
        assert_eq!(Size::of(100, most / 10 * 9), Size::NearLimit);
        assert_eq!(
            (Size::of(MOST_ROWS, few), Size::of(MOST_ROWS + 1, few)),
            (Size::NearLimit, Size::OverLimit)
        );
        assert_eq!((Size::of(1, most), Size::of(1, most + 1)), (Size::NearLimit, Size::OverLimit));
    }
}
