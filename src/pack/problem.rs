//! What is wrong with a pack that somebody wrote.

use ron::error::SpannedError;
use std::fmt;

/// Something in a pack that could not be used: what, where, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackProblem {
    /// The name of the file.
    pub file: String,
    /// The line, from 1; none when it is the whole file.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
    /// Whether nothing of the pack is used; otherwise only this piece is left out.
    pub is_fatal: bool,
}

impl fmt::Display for PackProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {}", self.message)?;
        if !self.hint.is_empty() {
            write!(f, " — {}", self.hint)?;
        }
        Ok(())
    }
}

impl std::error::Error for PackProblem {}

impl PackProblem {
    /// A problem with the whole file.
    pub(super) fn whole(file: &str, line: Option<usize>, message: &str, hint: &str) -> Self {
        Self { file: file.into(), line, message: message.into(), hint: hint.into(), is_fatal: true }
    }

    /// What ron says, in plainer words.
    pub(super) fn from_ron(file: &str, error: &SpannedError) -> Self {
        use ron::Error as E;
        let (message, hint) = match &error.code {
            E::NoSuchStructField { expected, found, .. } => (
                format!("there is no field \"{found}\" here"),
                match nearest(found, expected) {
                    Some(name) => format!("did you mean {name}?"),
                    None => format!("the fields here are {}", expected.join(", ")),
                },
            ),
            E::DuplicateStructField { field, .. } => {
                (format!("the field \"{field}\" stands here twice"), "keep one of the two".into())
            }
            E::ExpectedComma => ("a comma is missing".into(), "put a comma after each value".into()),
            E::ExpectedMapColon => ("a colon is missing".into(), "write it as name: value".into()),
            E::Eof | E::ExpectedStringEnd | E::UnclosedBlockComment => (
                "the file ends in the middle".into(),
                "look for a bracket or a quotation mark that is not closed".into(),
            ),
            E::ExpectedString => ("text is expected here".into(), "write it in quotation marks".into()),
            E::InvalidValueForType { expected, found } => {
                (format!("{expected} is expected here, not {found}"), String::new())
            }
            E::TrailingCharacters => (
                "something stands after the end of the pack".into(),
                "look for a bracket that is closed too early".into(),
            ),
            other => (other.to_string(), "compare with a pack that ships with the program".into()),
        };
        Self::whole(file, Some(error.span.start.line), &message, &hint)
    }
}

/// The name that differs from `typed` by a slip of the finger.
fn nearest<'a>(typed: &str, names: &[&'a str]) -> Option<&'a str> {
    let slips = |name: &str| {
        let (a, b): (Vec<char>, Vec<char>) = (typed.chars().collect(), name.chars().collect());
        let same = |x: &[char], y: &[char]| x.iter().zip(y).take_while(|(x, y)| x == y).count();
        let front = same(&a, &b);
        let rest = |v: &[char]| v[front..].iter().rev().copied().collect::<Vec<_>>();
        let (ra, rb) = (rest(&a), rest(&b));
        ra.len().max(rb.len()) - same(&ra, &rb)
    };
    names.iter().copied().map(|name| (slips(name), name)).filter(|(n, _)| *n <= 2).min().map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_of_the_finger() {
        let check = |typed: &str, expected: Option<&str>| {
            assert_eq!(nearest(typed, &["currency", "calendar", "name"]), expected, "{typed}");
        };
        check("curency", Some("currency"));
        check("calender", Some("calendar"));
        check("nmae", Some("name"));
        check("weather", None);
    }
}
