//! Text that a spreadsheet must not take for a formula (OWASP ASVS 1.2.10).

use std::borrow::Cow;

/// What a formula begins with, in ASCII and in full width.
const SIGNS: [char; 10] = ['=', '+', '-', '@', '\t', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(SIGNS)
}

/// A text as it goes into a spreadsheet: one that would be a formula gets a `'` before it.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that [`guarded`] was given.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guarded_text_is_no_formula_and_comes_back() {
        let check = |text: &str, expected: &str| {
            assert_eq!(guarded(text), expected, "{text:?}");
            assert_eq!(unguarded(&guarded(text)), text);
        };
        check("=1+1", "'=1+1");
        check("-5 looms", "'-5 looms");
        check("@home", "'@home");
        check("\u{ff1d}1", "'\u{ff1d}1");
        check("'=1", "''=1");
        check("''=1", "'''=1");
        check("'tis a loom", "'tis a loom");
        check("loom", "loom");
        check("", "");
        assert_eq!(unguarded("'"), "'");
    }
}
