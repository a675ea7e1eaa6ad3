//! Finding words in all texts of a plan, in every language, and putting others in their place.
//!
//! Letters count as the same when a reader takes them for the same ([`Needle`]). The remarks of others, the reasons of silenced
//! checks and open choices after a merge are not looked through: replacing must not put words into anybody's mouth.

pub use super::needle::{Fit, Folded, Needle};

use crate::plan::{form::Form, *};
use std::{collections::HashMap, ops::Range};
use unicode_segmentation::UnicodeSegmentation;

/// One place where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The field.
    pub place: Place,
    /// The language; nothing for text without one, such as a name.
    pub lang: Option<Lang>,
    /// The whole text.
    pub text: UserText,
    /// Where in the text, in bytes.
    pub at: Range<usize>,
}

impl Hit {
    /// The words around it in one line, and where it stands in them, in characters.
    #[must_use]
    pub fn snippet(&self) -> (String, Range<usize>) {
        const BEFORE: usize = 24;
        const BEHIND: usize = 80;
        let raw = self.text.raw();
        let (before, behind) = (&raw[..self.at.start], &raw[self.at.end..]);
        let cut = before.grapheme_indices(true).rev().nth(BEFORE).map_or(0, |(i, letter)| i + letter.len());
        let mut shown = &before[cut..];
        // A word that was cut is left out.
        if cut > 0
            && !before[..cut].ends_with(char::is_whitespace)
            && let Some((_, rest)) = shown.split_once(char::is_whitespace)
        {
            shown = rest;
        }
        let rest = behind.grapheme_indices(true).nth(BEHIND).map_or(behind, |(i, _)| &behind[..i]);
        let (dots, more) = (if cut > 0 { "…" } else { "" }, if rest.len() < behind.len() { "…" } else { "" });
        let from = dots.chars().count() + shown.chars().count();
        let hit = &raw[self.at.clone()];
        let line = format!("{dots}{shown}{hit}{rest}{more}");
        (line.replace(['\n', '\t'], " "), from..from + hit.chars().count())
    }
}

/// Every place where it stands, in the order of the file.
#[must_use]
pub fn search(plan: &Plan, needle: &Needle) -> Vec<Hit> {
    let (mut hits, mut folded) = (Vec::new(), Folded::default());
    let mut look = |place: Place, lang: Option<&Lang>, text: &UserText| {
        for at in needle.ranges(text.raw(), &mut folded) {
            hits.push(Hit { place, lang: lang.cloned(), text: text.clone(), at });
        }
    };
    each_passage(plan, &mut |place, wording, _| match wording {
        Wording::Text(text) => text.iter().for_each(|(lang, text)| look(place, Some(lang), text)),
        Wording::Plain(text) => look(place, None, text),
    });
    hits
}

/// Puts other words in the place of these hits, as one step; nothing when no text would change. A text that is not any more
/// as it was found stays as it is.
#[must_use]
pub fn replace(plan: &Plan, hits: &[Hit], with: &str) -> Option<Edit> {
    let mut of_place: HashMap<Place, Vec<&Hit>> = HashMap::new();
    for hit in hits {
        of_place.entry(hit.place).or_default().push(hit);
    }
    let mut edits = Vec::new();
    each_passage(plan, &mut |place, wording, edit| {
        let Some(hits) = of_place.get(&place) else { return };
        let next = match wording {
            Wording::Text(text) => Wording::Text(text.iter().fold(text.clone(), |next, (lang, words)| {
                next.with(lang, replaced(words, hits, Some(lang), with))
            })),
            Wording::Plain(text) => Wording::Plain(replaced(text, hits, None, with)),
        };
        if next != *wording {
            edits.extend(edit(&next));
        }
    });
    (!edits.is_empty()).then_some(Edit::Several("step-replace", edits))
}

fn replaced(text: &UserText, hits: &[&Hit], lang: Option<&Lang>, with: &str) -> UserText {
    let (mut next, mut done) = (String::new(), 0);
    for hit in hits.iter().filter(|hit| hit.lang.as_ref() == lang && hit.text == *text) {
        next.push_str(&text.raw()[done..hit.at.start]);
        next.push_str(with);
        done = hit.at.end;
    }
    next.push_str(&text.raw()[done..]);
    UserText::new(&next)
}

/// What a field says.
#[derive(PartialEq)]
enum Wording {
    /// In the languages of the plan.
    Text(Text),
    /// Without a language.
    Plain(UserText),
}

/// Sees a field, what it says, and the edit that makes it say something else.
type See<'a> = dyn FnMut(Place, &Wording, &dyn Fn(&Wording) -> Option<Edit>) + 'a;

/// Shows every field with words of the team, in the order of the file.
fn each_passage(plan: &Plan, see: &mut See<'_>) {
    once(&*plan.identity, Edit::Identity, see);
    rows(&plan.team, see);
    once(&*plan.context, Edit::Context, see);
    rows(&plan.key_figures, see);
    rows(&plan.lessons, see);
    rows(&plan.stakeholders, see);
    rows(&plan.cards, see);
    rows(&plan.strategies, see);
    once(&*plan.matrix, Edit::Matrix, see);
    rows(&plan.outputs, see);
    rows(&plan.indicators, see);
    rows(&plan.assumptions, see);
    rows(&plan.preconditions, see);
    rows(&plan.inputs, see);
    rows(&plan.activities, see);
    rows(&plan.budget, see);
    rows(&plan.rates, see);
    rows(&plan.risks, see);
    rows(&plan.cooperation, see);
    rows(&plan.judgements, see);
    rows(&plan.ovop, see);
    rows(&plan.clusters, see);
    rows(&plan.credits, see);
    rows(&plan.instruments, see);
    rows(&plan.reports, see);
    rows(&plan.criteria, see);
}

fn once<T: Record>(record: &T, wrap: fn(T::Change) -> Edit, see: &mut See<'_>) {
    of_record(record, &plain_fields::<T>(), &Place::field, &wrap, see);
}

fn rows<T: Row>(table: &Table<T>, see: &mut See<'_>) {
    let plain = plain_fields::<T>();
    for row in table.iter() {
        let id = row.id();
        of_record(row, &plain, &|field| Place::cell(id, field), &|change| T::change(id, change), see);
    }
}

/// The fields that hold text without a language.
fn plain_fields<T: Record>() -> Vec<Field> {
    T::forms().into_iter().filter(|form| form.form == Form::Words).map(|form| form.field).collect()
}

fn of_record<T: Record>(
    record: &T,
    plain: &[Field],
    place: &dyn Fn(Field) -> Place,
    wrap: &dyn Fn(T::Change) -> Edit,
    see: &mut See<'_>,
) {
    record.each_text(&mut |field, text| {
        see(place(field), &Wording::Text(text.clone()), &|next| match next {
            Wording::Text(text) => T::text_change(field, text.clone()).map(wrap),
            Wording::Plain(_) => None,
        });
    });
    for field in plain {
        if let Seen::Plain(text) = record.seen(*field) {
            see(place(*field), &Wording::Plain(text), &|next| match next {
                Wording::Plain(text) => {
                    T::value_change(*field, &form::Value::Words(text.raw().into())).map(wrap)
                }
                Wording::Text(_) => None,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use std::sync::Arc;

    fn needle(typed: &str) -> Needle {
        Needle::new(typed).unwrap()
    }

    fn plan() -> Plan {
        let nepali = Lang::new("ne").unwrap();
        let mut plan = Plan::new(Id::from_bits(1));
        plan.identity = Arc::new(Identity {
            title: Text::english("Weaving, weaving, WEAVING").with(&nepali, "बुनाई उद्योग".into()),
            superior: "Ms. Weaver".into(),
            languages: vec![Lang::english(), nepali],
            ..Identity::default()
        });
        let output =
            Output { text: Text::english("The weaving hall is open"), ..Output::new(Id::from_bits(2)) };
        plan.outputs = Table::from_rows([output]).0;
        plan
    }

    #[test]
    fn all_texts_in_all_languages_are_found_in_the_order_of_the_file() {
        let plan = plan();
        let told = |typed: &str| -> Vec<String> {
            let lang = |hit: &Hit| hit.lang.as_ref().map_or("-", Lang::as_str).to_owned();
            let hits = search(&plan, &needle(typed));
            hits.iter().map(|h| format!("{} {}", h.place.field.unwrap().words(), lang(h))).collect()
        };
        let title = "field-identity-title en";
        assert_eq!(told("weav"), [title, title, title, "field-identity-superior -", "field-output-text en"]);
        assert_eq!(told("उद्योग"), ["field-identity-title ne"]);
        assert_eq!(told("nowhere"), [""; 0]);
    }

    #[test]
    fn replacing_is_one_step_and_leaves_other_languages_alone() {
        let mut document = Document::saved(plan());
        let hits = search(document.plan(), &needle("weaving"));
        let edit = replace(document.plan(), &hits, "carving").unwrap();
        document.apply(&edit).unwrap();
        let plan = Arc::clone(document.plan());
        let title = &plan.identity.title;
        assert_eq!(title.get(&Lang::english()).raw(), "carving, carving, carving");
        assert_eq!(title.get(&Lang::new("ne").unwrap()).raw(), "बुनाई उद्योग");
        assert_eq!(plan.outputs.at(0).unwrap().text.best(&[]).raw(), "The carving hall is open");
        assert_eq!(plan.identity.superior.raw(), "Ms. Weaver");
        assert_eq!(document.steps().count(), 1);
        // What was found before is not there any more: nothing is spoilt.
        assert_eq!(replace(&plan, &hits, "x"), None);
        document.undo();
        assert_eq!(**document.plan(), super::tests::plan());
        // One hit alone, also in text without a language.
        let hits = search(document.plan(), &needle("weav"));
        document.apply(&replace(document.plan(), &hits[1..2], "Carv").unwrap()).unwrap();
        document.apply(&replace(document.plan(), &hits[3..4], "Carv").unwrap()).unwrap();
        let identity = &document.plan().identity;
        assert_eq!(identity.title.get(&Lang::english()).raw(), "Weaving, Carving, WEAVING");
        assert_eq!(identity.superior.raw(), "Ms. Carver");
    }

    #[test]
    fn replacing_takes_whole_letters_in_whichever_form_they_were_typed() {
        let mut plan = Plan::new(Id::from_bits(1));
        let words = "Lang nghe\u{302}\u{300} mo\u{323}\u{302}c, ক\u{9c7}\u{9be}টা, می\u{200c}خواهم";
        plan.identity = Arc::new(Identity { title: Text::english(words), ..Identity::default() });
        let mut title = |typed: &str, with: &str| {
            let hits = search(&plan, &needle(typed));
            assert_eq!(hits.len(), 1, "{typed}");
            replace(&plan, &hits, with).unwrap().apply(&mut plan).unwrap();
            plan.identity.title.get(&Lang::english()).raw().to_owned()
        };
        title("NGHỀ", "craft");
        title("কোটা", "quota");
        assert_eq!(title("می", "x"), "Lang craft mo\u{323}\u{302}c, quota, x\u{200c}خواهم");
    }

    #[test]
    fn a_snippet_stands_in_one_line_around_the_hit() {
        let text = "One\nlong sentence about many other things before the loom and what stands behind it";
        let at = text.find("loom").unwrap();
        let hit = |at| Hit { place: Place::field(MATRIX.goal), lang: None, text: text.into(), at };
        let (line, range) = hit(at..at + 4).snippet();
        assert_eq!(line, "…other things before the loom and what stands behind it");
        assert_eq!(line.chars().skip(range.start).take(range.len()).collect::<String>(), "loom");
        assert_eq!(hit(0..3).snippet().1, 0..3);
        assert!(!hit(0..3).snippet().0.contains('\n'));
    }

    #[test]
    fn ten_thousand_activities_are_searched_at_once() {
        let mut plan = plan();
        let row = |n: u64| Activity {
            name: Text::english(&format!("Train the dyers of workshop {n}"))
                .with(&Lang::new("ne").unwrap(), "रंगाई गर्नेहरूलाई तालिम दिने".into()),
            ..Activity::new(Id::from_bits(n))
        };
        plan.activities = Table::from_rows((1..=10_000).map(row)).0;
        let started = std::time::Instant::now();
        let hits = search(&plan, &needle("workshop 9"));
        let took = started.elapsed();
        assert_eq!(hits.len(), 1 + 10 + 100 + 1000);
        // Without optimisation and on a busy machine; a release build takes a few milliseconds.
        assert!(took.as_millis() < 2000, "{took:?}");
        let all = search(&plan, &needle("तालिम"));
        assert_eq!(all.len(), 10_000);
        let Some(Edit::Several(_, edits)) = replace(&plan, &all, "शिक्षा") else {
            panic!("nothing replaced")
        };
        assert_eq!(edits.len(), 10_000);
    }
}
