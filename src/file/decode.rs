//! Bytes to text: size, encoding, line ends, and files that are something else altogether.

use super::limits::REFUSE_ABOVE;
use super::problem::{Problem, ProblemKind, Spot};
use std::borrow::Cow;

/// Damaged files larger than this many bytes are not rescued. Cutting a text into pieces and putting it together costs what reading does not:
/// of files made for it, measured with an optimised program, eight times the size in memory and 140 ms a MB. At this bound that is 65 MB and
/// 1.1 s; at the 64 MB of files without damage it would be half a GB and ten seconds. A plan of 10,000 activities has 5 MB.
pub const RESCUE_UP_TO: usize = 8 << 20;

/// Text of a file, and what was changed to get it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, with `\n` line ends and without byte-order mark.
    pub text: Cow<'a, str>,
    /// Whether there was a byte-order mark (Notepad writes one).
    pub had_mark: bool,
    /// Whether lines ended as in Windows or old Macs.
    pub had_carriage_returns: bool,
}

/// Takes bytes as the text of a plan.
///
/// # Errors
/// When the file is too large, empty, not UTF-8, holds NUL bytes or merge-conflict markers, or is another kind of file.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Box<Problem>> {
    decode_up_to(bytes, REFUSE_ABOVE)
}

/// The same with another limit of size.
pub(super) fn decode_up_to(bytes: &[u8], most: u64) -> Result<Decoded<'_>, Box<Problem>> {
    if bytes.len() as u64 > most {
        return Err(too_large(bytes.len() as u64));
    }
    if let Some(problem) = other_kind(bytes) {
        return Err(problem);
    }
    let had_mark = bytes.starts_with(b"\xef\xbb\xbf");
    let bytes = if had_mark { &bytes[3..] } else { bytes };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::new(
            ProblemKind::Empty,
            "the file is empty",
            "choose another file, or start a new plan",
        ));
    }
    if let Some(at) = bytes.iter().position(|b| *b == 0) {
        let message = if bytes.iter().all(|b| *b == 0) {
            "the file holds nothing but zero bytes, as after a power cut"
        } else {
            "the file holds zero bytes, which no text file does: it is damaged"
        };
        return Err(Problem::new(
            ProblemKind::Damaged,
            message,
            "rescue what is left, or take an older copy",
        )
        .at(spot_in_bytes(bytes, at)));
    }
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let message = "the file is not UTF-8 text from here on";
        let hint = "save it as UTF-8 in the program that wrote it; in Notepad: Save as, Encoding, UTF-8";
        Problem::new(ProblemKind::NotUtf8, message, hint).at(spot_in_bytes(bytes, e.valid_up_to()))
    })?;
    let had_carriage_returns = text.contains('\r');
    let text = if had_carriage_returns { Cow::Owned(with_plain_ends(text)) } else { Cow::Borrowed(text) };
    if let Some(at) = conflict(&text) {
        let message = "the file holds two versions side by side, as a version control program leaves them";
        let hint = "keep one of the two parts and delete the lines with <<<<<<<, ======= and >>>>>>>";
        return Err(Problem::new(ProblemKind::Conflict, message, hint).at(Spot::new(&text, at)));
    }
    Ok(Decoded { text, had_mark, had_carriage_returns })
}

/// The text with `\n` at the end of each line.
fn with_plain_ends(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    // Twice only where it is needed: a large text is copied each time.
    if text.contains('\r') { text.replace('\r', "\n") } else { text }
}

/// Whether bytes are a file of another kind in which nothing of a plan is to be looked for. Text in another encoding is none.
pub(super) fn is_foreign(bytes: &[u8]) -> bool {
    let is_wide = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) || looks_like_utf16(bytes);
    !is_wide && other_kind(bytes).is_some()
}

/// Text of a damaged file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// The text, with `\n` line ends; what is no text is U+FFFD.
    pub text: String,
    /// Where in it characters could not be read: the first byte of each run.
    pub unreadable: Vec<usize>,
}

/// Takes bytes as text whatever they are. For rescuing damaged files.
#[must_use]
pub fn decode_damaged(bytes: &[u8]) -> Damaged {
    let cut = bytes.len().min(usize::try_from(REFUSE_ABOVE).unwrap_or(usize::MAX));
    let bytes = &bytes[..cut];
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_wide = looks_like_utf16(bytes);
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0, ..] if is_wide => utf16(bytes, u16::from_be_bytes),
        _ if is_wide => utf16(bytes, u16::from_le_bytes),
        _ if is_windows_1252(bytes) => bytes.iter().map(|b| windows_1252(*b)).collect(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    let text = if text.contains('\r') { with_plain_ends(&text) } else { text };
    // A U+FFFD that somebody wrote is no damage; only files with other damage are looked at so closely.
    let has_damage = text.contains('\0') || std::str::from_utf8(bytes).is_err();
    let text = if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text };
    let is_start = |(at, _): &(usize, &str)| !text[..*at].ends_with('\u{fffd}');
    let unreadable = match has_damage {
        true => text.match_indices('\u{fffd}').filter(is_start).map(|(at, _)| at).collect(),
        false => Vec::new(),
    };
    Damaged { text, unreadable }
}

/// Whether bytes are a text of Windows in western Europe, as old editors save it: letters above ASCII one by one, and none in the
/// form of UTF-8.
fn is_windows_1252(bytes: &[u8]) -> bool {
    let (mut single, mut many) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        many += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        single += chunk.invalid().len();
    }
    many == 0 && single >= 3 && !bytes.contains(&0) && bytes.iter().filter(|b| **b < 0x09).count() == 0
}

/// A byte as a character of Windows-1252.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
        '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
}

/// The problem of a file that is too large to open.
pub(super) fn too_large(len: u64) -> Box<Problem> {
    let message =
        format!("the file has {} MB; plans above {} MB are not opened", len >> 20, REFUSE_ABOVE >> 20);
    Problem::new(ProblemKind::TooLarge, &message, "choose another file: a plan of this size is no plan")
}

fn other_kind(bytes: &[u8]) -> Option<Box<Problem>> {
    const STARTS: &[(&[u8], &str, &str)] = &[
        (b"\xff\xfe", "UTF-16 text", "save it as UTF-8; in Notepad: Save as, Encoding, UTF-8"),
        (b"\xfe\xff", "UTF-16 text", "save it as UTF-8; in Notepad: Save as, Encoding, UTF-8"),
        (b"PK\x03\x04", "a zip, Word or Excel file", "open the plan file itself; its name ends in .plan.ron"),
        (b"%PDF", "a PDF", "open the plan file that the PDF was made from; its name ends in .plan.ron"),
        (b"\xd0\xcf\x11\xe0", "an old Office file", "open the plan file itself; its name ends in .plan.ron"),
        (b"\x89PNG", "a picture", "open the plan file itself; its name ends in .plan.ron"),
        (b"\xff\xd8\xff", "a picture", "open the plan file itself; its name ends in .plan.ron"),
        (b"\x1f\x8b", "a compressed file", "unpack it first"),
        (b"{\\rtf", "a rich text document", "open the plan file itself; its name ends in .plan.ron"),
        (b"<", "a web page or XML file", "open the plan file itself; its name ends in .plan.ron"),
    ];
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let found = STARTS.iter().find(|(start, ..)| bytes.starts_with(start) || bare.starts_with(start));
    let (name, hint) = match found {
        // Conflict markers at the very start have their own message.
        Some((b"<", ..)) if bare.starts_with(b"<<<<<<<") => return None,
        Some((_, name, hint)) => (*name, *hint),
        None if is_json(bare) => ("JSON", "open the plan file itself; its name ends in .plan.ron"),
        None if looks_like_utf16(bytes) => {
            ("UTF-16 text", "save it as UTF-8; in Notepad: Save as, Encoding, UTF-8")
        }
        None => return None,
    };
    Some(Problem::new(ProblemKind::OtherKind, &format!("this is {name}, not a plan"), hint))
}

fn is_json(bare: &[u8]) -> bool {
    let Some(rest) = bare.strip_prefix(b"{").or_else(|| bare.strip_prefix(b"[")) else { return false };
    matches!(rest.trim_ascii_start().first(), Some(b'"' | b'{' | b'['))
}

/// Latin text in UTF-16 without a mark: every other byte is zero.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(64)];
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let half = start.len() / 2;
    start.len() >= 8 && ((zeros(0) == 0 && zeros(1) + 2 > half) || (zeros(1) == 0 && zeros(0) + 2 > half))
}

/// The first marker of a merge conflict: all three, each at the start of a line, in their order.
fn conflict(text: &str) -> Option<usize> {
    let find = |from: usize, marker: &str| {
        if text[from..].starts_with(marker) && (from == 0 || text.as_bytes().get(from - 1) == Some(&b'\n')) {
            return Some(from);
        }
        text[from..]
            .match_indices(marker)
            .map(|(i, _)| from + i)
            .find(|i| *i == 0 || text.as_bytes()[i - 1] == b'\n')
    };
    let first = find(0, "<<<<<<<")?;
    let middle = find(first, "=======")?;
    find(middle, ">>>>>>>").map(|_| first)
}

fn spot_in_bytes(bytes: &[u8], at: usize) -> Spot {
    // Line ends are ASCII, so the line can be cut out of any bytes.
    let start = bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
    let end = bytes[at..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |i| at + i);
    let before = String::from_utf8_lossy(&bytes[start..at]);
    let line = format!("{before}{}", String::from_utf8_lossy(&bytes[at..end.min(at + 400)]));
    Spot::in_line(bytes[..start].iter().filter(|b| **b == b'\n').count() + 1, &line, before.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], kind: ProblemKind) -> Box<Problem> {
        let problem = decode(bytes).unwrap_err();
        assert_eq!(problem.kind, kind, "{}", problem.render());
        problem
    }

    #[test]
    fn marks_and_line_ends_are_taken_off() {
        let decoded = decode(b"\xef\xbb\xbf(\r\n a: \"x\r\ny\",\rb: 1)").unwrap();
        assert_eq!(decoded.text, "(\n a: \"x\ny\",\nb: 1)");
        assert!(decoded.had_mark && decoded.had_carriage_returns);
        assert!(matches!(decode(b"(a: 1)").unwrap().text, Cow::Borrowed("(a: 1)")));
    }

    #[test]
    fn other_kinds_of_files() {
        check(b"\xff\xfe(\0", ProblemKind::OtherKind);
        check(b"\xfe\xff\0(", ProblemKind::OtherKind);
        check(b"(\0s\0c\0h\0e\0m\0a\0:\0", ProblemKind::OtherKind);
        check(b"PK\x03\x04....", ProblemKind::OtherKind);
        check(b"%PDF-1.7", ProblemKind::OtherKind);
        check(b" { \"title\": 1 }", ProblemKind::OtherKind);
        check(b"<?xml version", ProblemKind::OtherKind);
        check(b"", ProblemKind::Empty);
        check(b"\xef\xbb\xbf \n", ProblemKind::Empty);
    }

    #[test]
    fn damage_has_a_place() {
        let spot = check(b"(\n a: \"b\0c\")", ProblemKind::Damaged).spot.unwrap();
        assert_eq!((spot.line, spot.column), (2, 7));
        check(&[0; 4096], ProblemKind::Damaged);
        let spot = check(
            "(\n a: \"ब\u{62}\",\n é\u{62}X"
                .as_bytes()
                .split_last()
                .map(|(_, b)| [b, b"\xff\""].concat())
                .unwrap()
                .as_slice(),
            ProblemKind::NotUtf8,
        )
        .spot
        .unwrap();
        assert_eq!((spot.line, spot.column), (3, 4));
    }

    #[test]
    fn conflict_markers() {
        let spot = check(b"(\n<<<<<<< ours\n a: 1\n=======\n a: 2\n>>>>>>> theirs\n)", ProblemKind::Conflict)
            .spot
            .unwrap();
        assert_eq!((spot.line, spot.column), (2, 1));
        check(b"<<<<<<< a\n=======\n>>>>>>> b\n", ProblemKind::Conflict);
        assert!(decode(b"( a: \"x <<<<<<< y ======= z >>>>>>>\")").is_ok());
        assert!(decode(b"( a: \"\n=======\n\")").is_ok());
    }

    #[test]
    fn size_limit() {
        let limit = usize::try_from(REFUSE_ABOVE).unwrap();
        check(&vec![b' '; limit + 1], ProblemKind::TooLarge);
        check(&vec![b' '; limit], ProblemKind::Empty);
    }

    #[test]
    fn rescue_takes_anything() {
        let check = |bytes: &[u8], text: &str, unreadable: &[usize]| {
            let expected = Damaged { text: text.to_owned(), unreadable: unreadable.to_vec() };
            assert_eq!(decode_damaged(bytes), expected);
        };
        check(b"\xef\xbb\xbfa\r\nb\0\xffc\0", "a\nb\u{fffd}\u{fffd}c\u{fffd}", &[3, 10]);
        check(b"\xff\xfe(\0a\0", "(a", &[]);
        check(b"(\0s\0c\0h\0e\0", "(sche", &[]);
        check(b"caf\xe9, na\xefve, \x93so\x94", "café, naïve, “so”", &[]);
        check("\u{fffd} was there".as_bytes(), "\u{fffd} was there", &[]);
    }
}
