//! Tokens: how far they reach, and what a quoted text says.

use std::borrow::Cow;

/// Whether a character may start a name.
pub(super) fn starts_name(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

/// Whether a character may stand in a name. Hyphens and dots are allowed only after `r#` in RON; they are read anywhere.
pub(super) fn in_name(c: char) -> bool {
    c == '_' || c.is_alphanumeric() || matches!(c, '-' | '.' | '+')
}

/// Whether a text is a name that RON takes as it is, without `r#`.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|b| b == b'_' || b.is_ascii_alphabetic())
        && bytes.all(|b| b == b'_' || b.is_ascii_alphanumeric())
}

/// The white space of RON.
pub(super) fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\u{b}'
            | '\u{c}'
            | '\u{85}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'
            | '\u{2029}'
    )
}

/// Length of the name at the start of `text`; 0 when there is none.
pub(super) fn name_len(text: &str) -> usize {
    let mark = if text.starts_with("r#") { 2 } else { 0 };
    let Some(first) = text[mark..].chars().next() else { return 0 };
    if !starts_name(first) && (mark == 0 || !in_name(first)) {
        return 0;
    }
    text[mark..].find(|c| !in_name(c)).map_or(text.len(), |n| n + mark)
}

/// Length of what starts like a number: up to the next space, bracket, comma or colon.
pub(super) fn number_len(text: &str) -> usize {
    let fine = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-');
    text.find(|c| !fine(c)).unwrap_or(text.len())
}

/// How far a quoted text reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quoted {
    /// Its length with prefix and quotes.
    pub len: usize,
    /// Whether it is closed.
    pub closed: bool,
    /// When a line inside looks like RON again: the length up to the end of the line before it.
    pub cut: Option<usize>,
}

/// The quoted text at the start of `text`: `"..."`, `r#"..."#`, and both with `b` before; nothing when there is none.
pub(super) fn quoted(text: &str) -> Option<Quoted> {
    let bytes = text.as_bytes();
    let mut at = usize::from(bytes.first() == Some(&b'b'));
    let raw = bytes.get(at) == Some(&b'r');
    at += usize::from(raw);
    let hashes = if raw { bytes[at..].iter().take_while(|b| **b == b'#').count() } else { 0 };
    at += hashes;
    if bytes.get(at) != Some(&b'"') {
        return None;
    }
    at += 1;
    let mut cut = None;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' if !raw => return Some(Quoted { len: at + 1, closed: true, cut }),
            b'"' if bytes[at + 1..].iter().take_while(|b| **b == b'#').take(hashes).count() == hashes => {
                return Some(Quoted { len: at + 1 + hashes, closed: true, cut });
            }
            b'\\' if !raw => at += 1,
            b'\n' if cut.is_none() && looks_like_ron(&bytes[at + 1..]) => cut = Some(at),
            _ => {}
        }
        at += 1;
    }
    Some(Quoted { len: bytes.len(), closed: false, cut })
}

/// Whether a line has the layout of a plan file: a field, an opening or a closing bracket on a line of its own.
fn looks_like_ron(line: &[u8]) -> bool {
    // Names and indents are short: look no further than that, so that scanning stays linear.
    let line = &line[..line.len().min(96)];
    let indent = line.iter().take_while(|b| **b == b' ').count();
    let rest = &line[indent..];
    match rest.first() {
        Some(b')' | b']' | b'}') => matches!(rest.get(1), None | Some(b',' | b'\n')),
        Some(b'(' | b'[' | b'{') => matches!(rest.get(1), None | Some(b'\n')),
        Some(b) if b.is_ascii_lowercase() && indent >= 2 => {
            let name = rest.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
            rest.get(name) == Some(&b':')
                && rest.get(name + 1) == Some(&b' ')
                && rest
                    .get(name + 2)
                    .is_some_and(|b| matches!(b, b'"' | b'(' | b'[' | b'{' | b'r' | b'0'..=b'9'))
        }
        _ => false,
    }
}

/// Length of the comment at the start of `text`, and whether it is closed; nothing when there is none.
pub(in crate::file) fn comment(text: &str) -> Option<(usize, bool)> {
    let bytes = text.as_bytes();
    if bytes.starts_with(b"//") {
        return Some((text.find('\n').unwrap_or(text.len()), true));
    }
    if !bytes.starts_with(b"/*") {
        return None;
    }
    let (mut depth, mut at) = (0usize, 0);
    while at + 1 < bytes.len() {
        match &bytes[at..at + 2] {
            b"/*" => (depth, at) = (depth + 1, at + 2),
            b"*/" => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return Some((at, true));
        }
    }
    Some((bytes.len(), false))
}

/// What a quoted text says, or nothing when it is not a text or has an escape that RON does not know.
#[must_use]
pub fn decode_text(token: &str) -> Option<Cow<'_, str>> {
    if let Some(rest) = token.strip_prefix('r') {
        let inner = rest.trim_start_matches('#');
        let hashes = rest.len() - inner.len();
        let inner = inner.strip_prefix('"')?;
        let end = inner.len().checked_sub(hashes + 1)?;
        return inner.get(..end).map(Cow::Borrowed);
    }
    let inner = token.strip_prefix('"')?.strip_suffix('"')?;
    if !inner.contains('\\') {
        return Some(Cow::Borrowed(inner));
    }
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = escape(&rest[at + 1..], &mut out)?;
    }
    out.push_str(rest);
    Some(Cow::Owned(out))
}

/// Reads one escape after its `\`; gives what follows.
fn escape<'a>(text: &'a str, out: &mut String) -> Option<&'a str> {
    let mut chars = text.chars();
    match chars.next()? {
        'n' => out.push('\n'),
        'r' => out.push('\r'),
        't' => out.push('\t'),
        '0' => out.push('\0'),
        c @ ('\\' | '"' | '\'') => out.push(c),
        '\n' => return Some(chars.as_str().trim_start_matches([' ', '\t', '\n', '\r'])),
        'x' => {
            // One byte of UTF-8; further bytes of the same character follow as further escapes.
            let mut bytes = vec![hex_byte(chars.as_str())?];
            let mut rest = chars.as_str().get(2..)?;
            loop {
                if let Ok(text) = std::str::from_utf8(&bytes) {
                    out.push_str(text);
                    return Some(rest);
                }
                if bytes.len() == 4 {
                    return None;
                }
                let next = rest.strip_prefix("\\x")?;
                bytes.push(hex_byte(next)?);
                rest = next.get(2..)?;
            }
        }
        'u' => {
            let (digits, rest) = chars.as_str().strip_prefix('{')?.split_once('}')?;
            if digits.is_empty() || digits.len() > 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
                return None;
            }
            out.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
            return Some(rest);
        }
        _ => return None,
    }
    Some(chars.as_str())
}

fn hex_byte(text: &str) -> Option<u8> {
    let digits = text.get(..2)?;
    digits.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u8::from_str_radix(digits, 16).ok())?
}

/// Length of the white space and the comments at the start of `text`.
pub(super) fn gap_len(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        at += rest.find(|c| !is_space(c)).unwrap_or(rest.len());
        match comment(&text[at..]) {
            Some((len, _)) => at += len,
            None => return at,
        }
    }
}

/// The first bytes of a line: names are short.
pub(super) fn line_start(text: &str) -> &str {
    let line = text.bytes().take(120).position(|b| b == b'\n').unwrap_or(text.len().min(120));
    &text[..text.floor_char_boundary(line)]
}

/// How far the bracket at the start reaches, texts and comments skipped; to the end when it is not closed.
pub(super) fn balanced_len(text: &str) -> usize {
    let (mut at, mut depth) = (0, 0usize);
    while at < text.len() {
        let rest = &text[at..];
        let c = rest.as_bytes()[0];
        match c {
            b'"' => {
                at += quoted(rest).map_or(1, |q| q.len);
                continue;
            }
            b'/' => {
                if let Some((len, _)) = comment(rest) {
                    at += len;
                    continue;
                }
            }
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
        at += 1;
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    text.len()
}
