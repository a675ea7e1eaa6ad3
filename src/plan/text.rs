//! What people write: cleaned text in one or more languages.

use std::sync::Arc;

/// A language tag as in BCP 47, such as `en`, `ne` or `uz-Arab`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Arc<str>);

impl Lang {
    /// The language with this tag, or nothing when the text cannot be one: letters and digits in parts of at most eight, joined by `-`.
    #[must_use]
    pub fn new(tag: &str) -> Option<Self> {
        let fine = |(i, part): (usize, &str)| {
            !part.is_empty()
                && part.len() <= 8
                && part.bytes().all(|b| b.is_ascii_alphanumeric())
                && (i > 0 || (part.len() >= 2 && part.bytes().all(|b| b.is_ascii_alphabetic())))
        };
        (tag.len() <= 35 && tag.split('-').enumerate().all(fine)).then(|| Self(tag.into()))
    }

    /// English, the language of the course.
    #[must_use]
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the language is written from right to left in its usual script.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        let mut parts = self.0.split('-');
        let first = parts.next().unwrap_or_default();
        match parts.find(|p| p.len() == 4) {
            Some(script) => matches!(script, "Arab" | "Hebr" | "Thaa" | "Nkoo" | "Syrc"),
            None => {
                matches!(first, "ar" | "fa" | "prs" | "ps" | "ur" | "he" | "dv" | "ug" | "sd" | "ckb" | "yi")
            }
        }
    }

    /// Whether it is Urdu, which many readers prefer in the Nastaliq style.
    #[must_use]
    pub fn is_urdu(&self) -> bool {
        self.0.split('-').next() == Some("ur")
    }
}

impl Default for Lang {
    fn default() -> Self {
        Self::english()
    }
}

/// Text that a person typed, in one language, cleaned once at the border.
///
/// It has no `Display` and does not turn into `&str` by itself: on the screen only [`crate::text`] may draw it, because only
/// that module draws every script right. [`UserText::raw`] is for files, exports and comparisons.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct UserText(Option<Arc<str>>);

impl UserText {
    /// Cleans `text`: line ends become `\n`; control characters, byte-order marks, non-characters and direction overrides
    /// are dropped (`reliability` 2.4). Joiners and plain direction marks stay: several scripts need them.
    #[must_use]
    pub fn new(text: &str) -> Self {
        if text.is_empty() {
            return Self(None);
        }
        if text.chars().all(is_clean) {
            return Self(Some(text.into()));
        }
        let mut clean = String::with_capacity(text.len());
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\r' if chars.peek() == Some(&'\n') => {}
                '\r' => clean.push('\n'),
                '\u{2028}' | '\u{2029}' | '\u{85}' => clean.push('\n'),
                c if is_clean(c) => clean.push(c),
                _ => {}
            }
        }
        if clean.is_empty() { Self(None) } else { Self(Some(clean.into())) }
    }

    /// The characters themselves.
    #[must_use]
    pub fn raw(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }

    /// Whether nothing but white space was written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.raw().trim().is_empty()
    }

    /// Whether there is no character at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}

impl std::fmt::Debug for UserText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self.raw(), f)
    }
}

impl From<&str> for UserText {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

fn is_clean(c: char) -> bool {
    match c {
        '\n' | '\t' => true,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => false,
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => false,
        _ => true,
    }
}

/// Text in one or more languages, side by side. Languages keep the order in which they came.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Text(Option<Arc<Vec<(Lang, UserText)>>>);

static NOTHING: UserText = UserText(None);

impl Text {
    /// Text in one language.
    #[must_use]
    pub fn of(lang: &Lang, text: &str) -> Self {
        Self::default().with(lang, UserText::new(text))
    }

    /// English text; for tests and for what the program itself writes into a plan.
    #[must_use]
    pub fn english(text: &str) -> Self {
        Self::of(&Lang::english(), text)
    }

    /// From pairs; of two with one language the last counts, empty ones are left out.
    #[must_use]
    pub fn from_pairs(pairs: impl IntoIterator<Item = (Lang, UserText)>) -> Self {
        pairs.into_iter().fold(Self::default(), |text, (lang, words)| text.with(&lang, words))
    }

    /// What is written in this language; empty when nothing is.
    #[must_use]
    pub fn get(&self, lang: &Lang) -> &UserText {
        self.iter().find(|(l, _)| *l == lang).map_or(&NOTHING, |(_, t)| t)
    }

    /// What is written in the first of these languages that has something, else in any language.
    #[must_use]
    pub fn best(&self, langs: &[Lang]) -> &UserText {
        langs
            .iter()
            .map(|l| self.get(l))
            .find(|t| !t.is_blank())
            .or_else(|| self.iter().map(|(_, t)| t).find(|t| !t.is_blank()))
            .unwrap_or(&NOTHING)
    }

    /// The same text with another wording in one language; an empty wording takes the language out.
    #[must_use]
    pub fn with(&self, lang: &Lang, words: UserText) -> Self {
        let mut pairs: Vec<_> = self.0.as_deref().cloned().unwrap_or_default();
        match pairs.iter().position(|(l, _)| l == lang) {
            Some(i) if words.is_empty() => {
                pairs.remove(i);
            }
            Some(i) => pairs[i].1 = words,
            None if words.is_empty() => {}
            None => pairs.push((lang.clone(), words)),
        }
        Self((!pairs.is_empty()).then(|| Arc::new(pairs)))
    }

    /// Every language with its wording.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &UserText)> {
        self.0.iter().flat_map(|pairs| pairs.iter().map(|(l, t)| (l, t)))
    }

    /// Whether no language has anything but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.iter().all(|(_, t)| t.is_blank())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleaning() {
        let check = |input: &str, expected: &str| {
            let once = UserText::new(input);
            assert_eq!(once.raw(), expected);
            assert_eq!(UserText::new(once.raw()), once, "cleaning twice changes nothing");
        };
        check("a\r\nb\rc", "a\nb\nc");
        check("a\u{202e}b\0c\u{feff}", "abc");
        check("می\u{200c}خواهم ক\u{200d}", "می\u{200c}خواهم ক\u{200d}");
        check("\u{2067}", "");
        check("one\u{2028}two", "one\ntwo");
        assert!(UserText::new("\0").is_empty());
    }

    #[test]
    fn languages_side_by_side() {
        let (en, ne) = (Lang::english(), Lang::new("ne").unwrap());
        let text = Text::english("weaving").with(&ne, "बुनाई".into());
        assert_eq!(text.best(std::slice::from_ref(&ne)).raw(), "बुनाई");
        assert_eq!(text.with(&ne, "".into()).best(&[ne]).raw(), "weaving");
        assert_eq!(text.with(&en, UserText::default()).iter().count(), 1);
        assert!(Text::english("").is_blank());
    }

    #[test]
    fn language_tags() {
        assert!(Lang::new("prs").unwrap().is_rtl());
        assert!(Lang::new("uz-Arab").unwrap().is_rtl());
        assert!(!Lang::new("uz-Latn").unwrap().is_rtl());
        for bad in ["", "e", "en-", "en_GB", "12", "toolonglanguage"] {
            assert_eq!(Lang::new(bad), None, "{bad}");
        }
    }
}
