//! Text with columns (RFC 4180): commas, semicolons or tabs between them, in the encodings that spreadsheets write.

use super::{Book, Growing, MOST_TEXT, Unreadable, text};
use crate::export::guard::unguarded;

pub(super) fn read(bytes: &[u8]) -> Result<Book, Unreadable> {
    let decoded = decoded(bytes)?;
    let sign = between(&decoded);
    let mut text_left = MOST_TEXT;
    let mut sheet = Growing::new("", false, &mut text_left);
    let (mut row, mut column) = (0, 0);
    for_each_field(&decoded, sign, |field, ends_row| {
        let put = sheet.put(row, column, text(unguarded(field)));
        (row, column) = if ends_row { (row + 1, 0) } else { (row, column + 1) };
        put
    })?;
    Ok(Book { sheets: vec![sheet.sheet] })
}

/// The text of a file: UTF-8, UTF-16 with its mark, or the Windows letters of western Europe, which old programs write.
fn decoded(bytes: &[u8]) -> Result<String, Unreadable> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|b| unit([b[0], b[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            match std::str::from_utf8(bytes) {
                Ok(text) => text.to_owned(),
                Err(_) => bytes.iter().map(|b| western(*b)).collect(),
            }
        }
    };
    // Pictures, programs and the like hold such signs within their first bytes.
    let strange = text.chars().take(4000).filter(|c| c.is_control() && !"\n\r\t".contains(*c)).count();
    if strange > 2 { Err(Unreadable::OtherKind) } else { Ok(text) }
}

/// A letter of Windows-1252, where it differs from the first page of Unicode.
fn western(byte: u8) -> char {
    const FROM_128: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        128..160 => FROM_128[usize::from(byte) - 128],
        _ => char::from(byte),
    }
}

/// The sign between columns: the one that stands equally often in most of the first lines.
fn between(text: &str) -> char {
    let score = |sign: char| {
        let mut counts = Vec::new();
        let mut fields = 0;
        let _ = for_each_field(text, sign, |_, ends_row| {
            fields += 1;
            if ends_row {
                counts.push(std::mem::take(&mut fields));
            }
            // Enough is seen.
            if counts.len() >= 20 { Err(Unreadable::TooLarge) } else { Ok(()) }
        });
        let most = counts.iter().copied().max().unwrap_or(1);
        let same = counts.iter().filter(|n| **n == most).count();
        if most > 1 { same * 1000 / counts.len().max(1) + most.min(100) } else { 0 }
    };
    // Of equals the last one would win: a comma is most usual.
    ['|', '\t', ';', ','].into_iter().max_by_key(|sign| score(*sign)).unwrap_or(',')
}

/// Shows every field, and whether its row ends with it.
fn for_each_field(
    text: &str,
    sign: char,
    mut see: impl FnMut(&str, bool) -> Result<(), Unreadable>,
) -> Result<(), Unreadable> {
    let (mut field, mut is_quoted, mut is_open) = (String::new(), false, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted => {
                if chars.next_if_eq(&'"').is_some() {
                    field.push('"');
                } else {
                    is_quoted = false;
                }
            }
            '"' if field.is_empty() => (is_quoted, is_open) = (true, true),
            '\r' if !is_quoted && chars.peek() == Some(&'\n') => {}
            '\n' | '\r' if !is_quoted => {
                see(&field, true)?;
                field.clear();
                is_open = false;
            }
            c if c == sign && !is_quoted => {
                see(&field, false)?;
                field.clear();
                is_open = true;
            }
            c => {
                field.push(c);
                is_open = true;
            }
        }
    }
    if is_open { see(&field, true) } else { Ok(()) }
}
