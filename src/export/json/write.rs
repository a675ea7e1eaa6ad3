//! Writing JSON: numbers keep all their digits, which a number of the processor would not.

/// A value of JSON.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    /// Not written at all.
    Nothing,
    Truth,
    False,
    /// Digits as they are written.
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// Whether it is left out of a record.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::List(list) => list.is_empty(),
            Self::Object(fields) => fields.is_empty(),
            _ => false,
        }
    }

    /// The document, a field a line.
    pub fn render(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Self::Nothing => out.push_str("null"),
            Self::Truth => out.push_str("true"),
            Self::False => out.push_str("false"),
            Self::Number(digits) => out.push_str(digits),
            Self::Text(text) => quoted(text, out),
            Self::List(list) if list.iter().all(Self::is_plain) => {
                out.push('[');
                for (i, value) in list.iter().enumerate() {
                    out.push_str(if i == 0 { "" } else { ", " });
                    value.write(out, depth);
                }
                out.push(']');
            }
            Self::List(list) => {
                let items = list.iter().map(|value| (None, value));
                bracket(out, depth, ['[', ']'], items);
            }
            Self::Object(fields) => {
                let items = fields.iter().map(|(name, value)| (Some(name.as_str()), value));
                bracket(out, depth, ['{', '}'], items);
            }
        }
    }

    /// Whether it may stand beside others in one line.
    fn is_plain(&self) -> bool {
        !matches!(self, Self::List(_) | Self::Object(_))
    }
}

fn bracket<'a>(
    out: &mut String,
    depth: usize,
    [open, close]: [char; 2],
    items: impl Iterator<Item = (Option<&'a str>, &'a Json)>,
) {
    let indent = |out: &mut String, depth: usize| {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    };
    out.push(open);
    let mut is_first = true;
    for (name, value) in items {
        out.push_str(if is_first { "" } else { "," });
        is_first = false;
        indent(out, depth + 1);
        if let Some(name) = name {
            quoted(name, out);
            out.push_str(": ");
        }
        value.write(out, depth + 1);
    }
    if !is_first {
        indent(out, depth);
    }
    out.push(close);
}

/// Text in quotes. What would end a line of a script, or could be taken for a tag, is written as an escape.
fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '<' => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
