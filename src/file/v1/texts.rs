//! Texts in the file: one language or several, and their tags.

use super::super::extras::Kept;
use super::super::problem::NoteKind;
use super::cx::Cx;
use super::loose::{Scalar, Scalars, Words};
use super::out::Out;
use super::value::{Atom, Value, shown_scalar};
use crate::plan::*;

fn read_user_text<'a>(loose: &Scalar<'a>, cx: &mut Cx<'a>) -> UserText {
    let text = UserText::new(&loose.text);
    if text.raw() != loose.text {
        let message = "characters that no text should hold were taken out".to_owned();
        cx.note(NoteKind::Cleaned, loose.span, message, "", false);
    }
    text
}

impl Value for UserText {
    type Loose<'a> = Scalar<'a>;

    fn read<'a>(loose: Scalar<'a>, cx: &mut Cx<'a>) -> Self {
        read_user_text(&loose, cx)
    }

    fn is_empty(&self) -> bool {
        UserText::is_empty(self)
    }

    fn write(&self, out: &mut Out<'_>) {
        out.quoted(self.raw());
    }
}

impl Value for Text {
    type Loose<'a> = Words<'a>;

    fn read<'a>(loose: Words<'a>, cx: &mut Cx<'a>) -> Self {
        let mut text = Self::default();
        for (tag, scalar, kept) in loose.items {
            let lang = if tag.is_empty() { Some(cx.primary.clone()) } else { Lang::new(&tag) };
            let Some(lang) = lang.filter(|l| text.get(l).is_empty()) else {
                // The tree lets only new, fitting tags through: this came from ron.
                cx.is_void = true;
                continue;
            };
            let words = cx.below(&field_name(&lang), |cx| {
                cx.keep(kept);
                read_user_text(&scalar, cx)
            });
            text = text.with(&lang, words);
        }
        text
    }

    fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    fn write(&self, out: &mut Out<'_>) {
        let mut pairs = self.iter();
        match (pairs.next(), pairs.next()) {
            (Some((lang, words)), None) if !out.is_touched() => {
                out.push("(");
                out.push(&field_name(lang));
                out.push(": ");
                out.quoted(words.raw());
                out.push(")");
            }
            _ => out.record(|out| {
                for (lang, words) in self.iter() {
                    out.entry(&field_name(lang), words.raw());
                }
                out.orphans(|name| self.iter().any(|(lang, _)| field_name(lang) == name));
            }),
        }
    }
}

/// A language tag as the name of a field: RON takes no hyphens there.
fn field_name(lang: &Lang) -> String {
    lang.as_str().replace('-', "_")
}

impl Atom for Lang {
    const WHAT: &'static str = "a language tag";
    const HINT: &'static str = "write a tag of BCP 47, for example en, ne or uz-Arab";

    fn parse(text: &str) -> Option<Self> {
        Self::new(text)
    }

    fn form(&self) -> String {
        format!("\"{}\"", self.as_str())
    }
}

impl Value for Vec<Lang> {
    const HAS_ITEMS: bool = true;

    type Loose<'a> = Scalars<'a>;

    fn read<'a>(loose: Scalars<'a>, cx: &mut Cx<'a>) -> Self {
        let mut langs = Self::new();
        for item in &loose.items {
            let wrong = match Lang::parse(&item.text) {
                Some(lang) if langs.contains(&lang) => "is there twice",
                Some(_) if langs.len() == 3 => "is a fourth language; a plan has at most three",
                Some(lang) => {
                    langs.push(lang);
                    continue;
                }
                None => "is not a language tag",
            };
            let message = format!("{} {wrong}", shown_scalar(item, cx));
            cx.note(NoteKind::SetAside, item.span, message, Lang::HINT, false);
            cx.set_aside(item.span, Kept::default());
        }
        langs
    }

    fn is_empty(&self) -> bool {
        Vec::is_empty(self)
    }

    fn write(&self, out: &mut Out<'_>) {
        out.short_list(self.iter().map(Atom::form));
    }
}
