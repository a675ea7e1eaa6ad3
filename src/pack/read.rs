//! From the bytes of a pack to what the program knows, with a message for each piece that cannot be used.

use super::loose::{
    CodeFact, CountryForm, EntryFact, Head, LanguageFact, ProgrammeForm, Provenance, SmeFact, SmeRowFact,
    Words, WordsFact,
};
use super::{
    Confidence, CountryProfile, Entry, Language, LearningSource, Library, Membership, NumberSigns,
    PackProblem, Programme, Schemes, SmeClass, SmeDefinition, SmeRow, SourceKind, Sourced, read_library,
    read_schemes,
};
use crate::plan::{
    CalendarKind, Country, Currency, Day, FiscalStart, Grouping, Key, Lang, Text, UserText, Weekday,
};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, HashSet};

/// A pack with more bytes is not read; the shipped ones have at most 20,000.
pub(super) const LIMIT: usize = 1 << 20;

/// What a file holds.
#[derive(Debug)]
pub(super) enum Pack {
    Country(Box<CountryProfile>),
    Programme(Box<Programme>),
    Schemes(Box<Schemes>),
    Library(Box<Library>),
}

/// Reads a pack that a person wrote: every problem is told, and the pack is there unless one was fatal.
pub(super) fn user_pack(file: &str, bytes: &[u8]) -> (Option<Pack>, Vec<PackProblem>) {
    let text = match plain_text(file, bytes) {
        Ok(text) => text,
        Err(problem) => return (None, vec![problem]),
    };
    let kind = match form::<Head>(file, text) {
        Ok(head) => head.pack,
        Err(problem) => return (None, vec![problem]),
    };
    match kind.as_str() {
        "country" => {
            let (profile, problems) = country(file, text);
            (profile.map(|p| Pack::Country(Box::new(p))), problems)
        }
        "programme" => {
            let (programme, problems) = programme(file, text);
            (programme.map(|p| Pack::Programme(Box::new(p))), problems)
        }
        "schemes" => {
            let (schemes, problems) = read_schemes::schemes(file, text);
            (schemes.map(|s| Pack::Schemes(Box::new(s))), problems)
        }
        "library" => {
            let (library, problems) = read_library::library(file, text);
            (library.map(|l| Pack::Library(Box::new(l))), problems)
        }
        "" => {
            let hint = "start it with pack: \"country\", \"programme\", \"schemes\" or \"library\"";
            (
                None,
                vec![PackProblem::whole(file, None, "the file does not say what kind of pack it is", hint)],
            )
        }
        other => {
            let message = format!("there is no kind of pack called \"{other}\"");
            let hint = "the kinds are country, programme, schemes and library";
            (None, vec![PackProblem::whole(file, line_of(text, other), &message, hint)])
        }
    }
}

fn plain_text<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, PackProblem> {
    let whole = |line, message, hint| Err(PackProblem::whole(file, line, message, hint));
    if bytes.len() > LIMIT {
        return whole(
            None,
            "the file is larger than 1 MB",
            "a pack is a short text file; is this another kind of file?",
        );
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => {
            whole(None, "the file is empty", "take a copy of a shipped pack to start from")
        }
        Ok(text) => Ok(text),
        Err(e) => {
            let line = bytes[..e.valid_up_to()].iter().filter(|b| **b == b'\n').count() + 1;
            whole(
                Some(line),
                "the file is not UTF-8 text from here on",
                "save it as UTF-8; in Notepad: Save as, Encoding, UTF-8",
            )
        }
    }
}

pub(super) fn form<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, PackProblem> {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(text)
        .map_err(|e| PackProblem::from_ron(file, &e))
}

/// The line of the first place where a quoted text stands.
pub(super) fn line_of(text: &str, quoted: &str) -> Option<usize> {
    let at = text.find(&format!("\"{quoted}\""))?;
    Some(text[..at].matches('\n').count() + 1)
}

/// Reads the text of a country pack.
pub(super) fn country(file: &str, text: &str) -> (Option<CountryProfile>, Vec<PackProblem>) {
    let form: CountryForm = match form(file, text) {
        Ok(form) => form,
        Err(problem) => return (None, vec![problem]),
    };
    let Some(code) = Country::new(&form.code) else {
        let message = format!("\"{}\" is not the code of a country", form.code);
        let hint = "write two letters as in ISO 3166, for example code: \"NP\"";
        return (None, vec![PackProblem::whole(file, line_of(text, &form.code), &message, hint)]);
    };
    let mut r = Reader::new(file, text, form.sources, &form.as_of);
    let currency =
        |r: &mut Reader<'_>, f: &CodeFact| r.code(&f.value, Currency::new, "a currency code such as NPR");
    let profile = CountryProfile {
        code,
        reviewed: r.langs(&form.reviewed),
        name: form.name.and_then(|f| r.words_fact(f)),
        official_name: form.official_name.and_then(|f| r.words_fact(f)),
        languages: form.languages.into_iter().filter_map(|f| r.language(f)).collect(),
        currency: form.currency.and_then(|f| currency(&mut r, &f).map(|v| r.sourced(v, f.provenance()))),
        currency_sign: form.currency_sign.map(|f| r.sourced(UserText::new(&f.value), f.provenance())),
        currency_digits: form.currency_digits.map(|f| r.sourced(f.value.min(4), f.provenance())),
        number_signs: form.number_signs.map(|f| {
            let signs = NumberSigns {
                decimal: f.decimal.as_str().into(),
                group: f.group.as_str().into(),
                native_digits: f.native_digits.as_str().into(),
            };
            r.sourced(signs, f.provenance())
        }),
        grouping: form.grouping.and_then(|f| {
            r.choice(&f.value, Grouping::ALL, Grouping::word).map(|v| r.sourced(v, f.provenance()))
        }),
        fiscal_starts: form
            .fiscal_starts
            .into_iter()
            .filter_map(|f| {
                let calendar = r.choice(&f.calendar, CalendarKind::ALL, CalendarKind::word)?;
                if !(1..=12).contains(&f.month) || !(1..=32).contains(&f.day) {
                    r.tell(
                        None,
                        "a fiscal year starts on a day that no calendar has",
                        "month 1 to 12, day 1 to 32",
                    );
                    return None;
                }
                Some(r.sourced(FiscalStart { calendar, month: f.month, day: f.day }, f.provenance()))
            })
            .collect(),
        calendar: form.calendar.and_then(|f| {
            r.choice(&f.value, CalendarKind::ALL, CalendarKind::word).map(|v| r.sourced(v, f.provenance()))
        }),
        weekends: form
            .weekends
            .into_iter()
            .map(|f| {
                let days = f.days.iter().filter_map(|d| r.choice(d, Weekday::ALL, Weekday::word)).collect();
                r.sourced(days, f.provenance())
            })
            .collect(),
        sme: form.sme.into_iter().map(|f| r.sme(f)).collect(),
        agencies: r.entries(form.agencies),
        policies: r.entries(form.policies),
        finance: r.entries(form.finance),
        ovop: r.entries(form.ovop),
        products: form.products.and_then(|f| r.words_fact(f)),
        memberships: form
            .memberships
            .into_iter()
            .map(|f| {
                let (year, provenance) = (f.year, f.provenance());
                let value = Membership { name: r.words(f.name), year };
                r.sourced(value, provenance)
            })
            .collect(),
    };
    (Some(profile), r.problems)
}

/// Reads the text of a programme pack.
pub(super) fn programme(file: &str, text: &str) -> (Option<Programme>, Vec<PackProblem>) {
    let form: ProgrammeForm = match form(file, text) {
        Ok(form) => form,
        Err(problem) => return (None, vec![problem]),
    };
    let key = Key::new(&form.key);
    if key.is_none() {
        let hint =
            "give it a short name of letters, digits and hyphens, such as key: \"textile-course-2018\"";
        return (None, vec![PackProblem::whole(file, None, "the programme has no key", hint)]);
    }
    let mut r = Reader::new(file, text, BTreeMap::new(), &form.as_of);
    let mut taken = HashSet::new();
    let mut sources = Vec::new();
    for learning in form.learning {
        let Some(kind) = r.choice(&learning.kind, SourceKind::ALL, SourceKind::word) else { continue };
        let key = Key::new(&learning.key);
        if key.is_none() || !taken.insert(key.clone()) {
            let message = format!("the key \"{}\" of a learning source is empty or taken", learning.key);
            r.tell(line_of(text, &learning.key), &message, "give each learning source a key of its own");
            continue;
        }
        sources.push(LearningSource { key, kind, name: r.words(learning.name) });
    }
    let programme = Programme {
        key,
        reviewed: r.langs(&form.reviewed),
        title: r.words(form.title),
        framework: r.words(form.framework),
        host: r.words(form.host),
        partner: r.words(form.partner),
        place: r.words(form.place),
        start: r.day(&form.start),
        finish: r.day(&form.finish),
        participants: form.participants,
        countries: form
            .countries
            .iter()
            .filter_map(|c| r.code(c, Country::new, "a country code such as NP"))
            .collect(),
        purpose: r.words(form.purpose),
        content: r.words(form.content),
        task: r.words(form.task),
        background: r.words(form.background),
        sources,
        days: form
            .days
            .iter()
            .filter_map(|d| Some((r.choice(&d.kind, SourceKind::ALL, SourceKind::word)?, d.days)))
            .collect(),
        source: form.source.as_str().into(),
        confidence: r.confidence(&form.confidence),
        as_of: r.as_of,
    };
    (Some(programme), r.problems)
}

/// Takes the pieces of one file and remembers what did not fit.
pub(super) struct Reader<'t> {
    file: &'t str,
    pub text: &'t str,
    sources: BTreeMap<String, String>,
    as_of: Option<Day>,
    pub problems: Vec<PackProblem>,
}

impl<'t> Reader<'t> {
    pub fn new(file: &'t str, text: &'t str, sources: BTreeMap<String, String>, as_of: &str) -> Self {
        let mut reader = Self { file, text, sources, as_of: None, problems: Vec::new() };
        reader.as_of = reader.day(as_of);
        reader
    }

    pub fn tell(&mut self, line: Option<usize>, message: &str, hint: &str) {
        let problem = PackProblem::whole(self.file, line, message, hint);
        self.problems.push(PackProblem { is_fatal: false, ..problem });
    }

    pub fn code<T>(&mut self, word: &str, make: impl Fn(&str) -> Option<T>, what: &str) -> Option<T> {
        let value = make(word);
        if value.is_none() {
            self.tell(line_of(self.text, word), &format!("\"{word}\" is not {what}"), "");
        }
        value
    }

    pub fn choice<T: Copy>(&mut self, word: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Option<T> {
        let value = all.iter().copied().find(|choice| name(*choice) == word);
        if value.is_none() {
            let names: Vec<_> = all.iter().map(|choice| name(*choice)).collect();
            let message = format!("\"{word}\" is not one of the choices");
            self.tell(line_of(self.text, word), &message, &format!("choose {}", names.join(", ")));
        }
        value
    }

    fn day(&mut self, text: &str) -> Option<Day> {
        if text.is_empty() {
            return None;
        }
        let day = text.parse().ok();
        if day.is_none() {
            let hint = "write it as year-month-day, for example 2017-07-30";
            self.tell(line_of(self.text, text), &format!("\"{text}\" is not a date"), hint);
        }
        day
    }

    pub fn langs(&mut self, tags: &[String]) -> Vec<Lang> {
        tags.iter().filter_map(|tag| self.code(tag, Lang::new, "a language tag such as ne")).collect()
    }

    pub fn words(&mut self, words: Words) -> Text {
        for tag in words.bad {
            let message = format!("\"{tag}\" is not a language tag");
            self.tell(line_of(self.text, &tag), &message, "write it as in en, ne or uz-Arab");
        }
        words.text
    }

    /// A fact without confidence is taken as shaky.
    fn confidence(&mut self, word: &str) -> Confidence {
        if word.is_empty() {
            return Confidence::Low;
        }
        self.choice(word, Confidence::ALL, Confidence::word).unwrap_or(Confidence::Low)
    }

    /// Short names of sources in the head of the file are written out.
    fn source(&self, written: &str) -> UserText {
        let parts: Vec<_> = written
            .split(';')
            .map(str::trim)
            .map(|part| self.sources.get(part).map_or(part, String::as_str))
            .collect();
        UserText::new(&parts.join("; "))
    }

    pub fn sourced<T>(&mut self, value: T, p: Provenance) -> Sourced<T> {
        Sourced {
            value,
            source: self.source(&p.source),
            confidence: self.confidence(&p.confidence),
            as_of: self.day(&p.as_of).or(self.as_of),
            valid_from: self.day(&p.from),
            valid_until: self.day(&p.until),
            note: p.note,
        }
    }

    fn words_fact(&mut self, fact: WordsFact) -> Option<Sourced<Text>> {
        let provenance = fact.provenance();
        let text = self.words(fact.value);
        (!text.is_blank()).then(|| self.sourced(text, provenance))
    }

    fn language(&mut self, fact: LanguageFact) -> Option<Sourced<Language>> {
        let provenance = fact.provenance();
        let lang = self.code(&fact.lang, Lang::new, "a language tag such as ne")?;
        let script = fact.script.as_str().into();
        let language = Language { lang, name: self.words(fact.name), script, is_official: fact.official };
        Some(self.sourced(language, provenance))
    }

    pub fn entries(&mut self, facts: Vec<EntryFact>) -> Vec<Sourced<Entry>> {
        let entry = |fact: EntryFact| {
            let provenance = fact.provenance();
            let entry = Entry { name: self.words(fact.name), about: self.words(fact.about) };
            self.sourced(entry, provenance)
        };
        facts.into_iter().map(entry).collect()
    }

    fn sme(&mut self, fact: SmeFact) -> Sourced<SmeDefinition> {
        let provenance = fact.provenance();
        let definition = SmeDefinition {
            basis: fact.basis.as_str().into(),
            year: fact.year,
            summary: self.words(fact.summary),
            rows: fact.rows.into_iter().filter_map(|row| self.sme_row(row, &provenance)).collect(),
        };
        self.sourced(definition, provenance)
    }

    /// What a row does not say about its source holds for the definition as a whole.
    fn sme_row(&mut self, fact: SmeRowFact, whole: &Provenance) -> Option<Sourced<SmeRow>> {
        let own = fact.provenance().or(whole);
        let row = SmeRow {
            class: self.choice(&fact.class, SmeClass::ALL, SmeClass::word)?,
            sector: self.words(fact.sector),
            employees: self.words(fact.employees),
            turnover: self.words(fact.turnover),
            assets: self.words(fact.assets),
        };
        Some(self.sourced(row, own))
    }
}
