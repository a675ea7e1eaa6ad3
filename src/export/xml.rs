//! Writing XML: elements that always close, text that is always escaped, and only characters that XML knows.

use quick_xml::escape::escape;

/// A document of XML in the making. Names come from the program; text and values may come from anybody.
pub(super) struct Xml(String);

/// The first line of a document of XML.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A value of an attribute: text, or a number in its plain form.
pub(super) type Attribute<'a> = (&'static str, &'a dyn std::fmt::Display);

impl Xml {
    /// A document that starts with these signs, such as [`DECLARATION`].
    pub fn new(head: &'static str) -> Self {
        Self(String::from(head))
    }

    /// An element with what is inside it.
    pub fn within(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        inside: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes, ">");
        inside(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element with nothing inside it.
    pub fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.start(name, attributes, "/>");
    }

    /// An element with text inside it.
    pub fn with_text(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.within(name, attributes, |x| x.text(text));
    }

    /// Text between elements.
    pub fn text(&mut self, text: &str) {
        self.0.push_str(&escape(&*clean(text)));
    }

    /// A remark for whoever reads the file itself.
    pub fn remark(&mut self, text: &str) {
        // Two hyphens would end it.
        self.0.push_str(&format!("<!-- {} -->\n", clean(text).replace("--", "\u{2013}")));
    }

    /// XML that the program itself holds.
    pub fn raw(&mut self, xml: &'static str) {
        self.0.push_str(xml);
    }

    /// The document.
    pub fn finish(self) -> String {
        self.0
    }

    fn start(&mut self, name: &str, attributes: &[Attribute<'_>], end: &str) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            let value = value.to_string();
            // Line ends in a value would become spaces when it is read.
            let value = escape(&*clean(&value)).replace('\n', "&#10;").replace('\t', "&#9;");
            for part in [" ", name, "=\"", &value, "\""] {
                self.0.push_str(part);
            }
        }
        self.0.push_str(end);
    }
}

/// Leaves out what no XML document may hold (XML 1.0, 2.2): control characters, U+FFFE and U+FFFF. Carriage returns go
/// too, since a reader turns them into line ends.
pub(super) fn clean(text: &str) -> std::borrow::Cow<'_, str> {
    let fine = |c: char| !matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.chars().all(fine) { text.into() } else { text.chars().filter(|c| fine(*c)).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_values_are_escaped_and_cleaned() {
        let check = |text: &str, inside: &str, value: &str| {
            let mut x = Xml::new("");
            x.within("a", &[("b", &text)], |x| x.text(text));
            assert_eq!(x.finish(), format!("<a b=\"{value}\">{inside}</a>"), "{text:?}");
        };
        check("weaving", "weaving", "weaving");
        check("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&apos;", "a&lt;b&gt;&amp;&quot;&apos;");
        check("\0\u{b}\u{1b}x\u{ffff}\u{fffe}\r", "x", "x");
        check("a\n\tb", "a\n\tb", "a&#10;&#9;b");
        check("]]>", "]]&gt;", "]]&gt;");
    }
}
