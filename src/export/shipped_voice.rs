//! The voice of reports over the words and packs that ship with the program.

use super::Voice;
use crate::{
    locale::{Arg, Interface, Words, calendar::Calendar, grouped, money_form},
    pack::Packs,
    plan::{Country, Currency, Day, Decimal, Grouping, Key, Lang, Plan, Rating, Text},
};

/// Speaks with the words of an interface language, the names of packs, and the groups of digits of the plan.
#[derive(Debug, Clone)]
pub struct ShippedVoice<'a> {
    /// The words.
    pub words: Words,
    /// The packs.
    pub packs: &'a Packs,
    /// How large numbers are grouped.
    pub grouping: Grouping,
    /// The calendar in which dates are printed.
    pub calendar: Calendar,
}

impl<'a> ShippedVoice<'a> {
    /// The voice for a plan in the language of these words.
    #[must_use]
    pub fn new(words: Words, packs: &'a Packs, plan: &Plan) -> Self {
        let grouping = plan.identity.grouping.unwrap_or(Grouping::Thousands);
        Self { words, packs, grouping, calendar: Calendar::of(&plan.identity) }
    }
}

impl ShippedVoice<'_> {
    fn gregorian_month(&self, day: Day) -> String {
        self.words.get(&format!("report-month-{}", day.month())).into_owned()
    }
}

impl Voice for ShippedVoice<'_> {
    fn lang(&self) -> Lang {
        Lang::new(self.words.interface().tag()).unwrap_or_default()
    }

    fn in_language(&self, lang: &Lang) -> Option<Box<dyn Voice + '_>> {
        let words = Words::new(Interface::from_tag(lang.as_str())?);
        Some(Box::new(Self { words, ..self.clone() }))
    }

    fn word(&self, key: &str) -> String {
        self.words.get(key).into_owned()
    }

    fn word_with(&self, key: &str, values: &[(&'static str, String)]) -> String {
        // A whole number chooses the form of the words ("one output").
        let arg = |text: &str| text.parse().map_or_else(|_| Arg::from(text), Arg::Count);
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, arg(value))).collect();
        self.words.with(key, &values)
    }

    fn country(&self, country: Country) -> Text {
        self.packs.country_name(country)
    }

    fn programme(&self, programme: &Key) -> Text {
        self.packs.programme(programme).map(|p| p.title.clone()).unwrap_or_default()
    }

    fn learning_source(&self, programme: &Key, source: &Key) -> Text {
        self.packs.learning_source(programme, source).map(|s| s.name.clone()).unwrap_or_default()
    }

    fn licence(&self, scheme: &Key, licence: &Key) -> Text {
        let known = self.packs.assessment(scheme).and_then(|assessment| assessment.licence(licence));
        known.map(|licence| licence.value.name.clone()).unwrap_or_default()
    }

    fn criterion(&self, scheme: &Key, criterion: &Key, step: Option<Rating>) -> (Text, Text) {
        let known = self.packs.assessment(scheme).and_then(|assessment| assessment.criterion(criterion));
        let Some(criterion) = known else { return Default::default() };
        let means = step.and_then(|step| criterion.steps.get(usize::from(step.value()) - 1));
        (criterion.name.clone(), means.cloned().unwrap_or_default())
    }

    fn star_supporter(&self, scheme: &Key, stars: Rating) -> Text {
        let band = self.packs.assessment(scheme).and_then(|assessment| assessment.star_band(stars.value()));
        band.map(|band| band.value.supporter.clone()).unwrap_or_default()
    }

    fn credit_scheme(&self, scheme: &Key) -> Text {
        self.packs.credit_scheme(scheme).map(|scheme| scheme.name.clone()).unwrap_or_default()
    }

    fn sector(&self, code: &Key) -> Text {
        let known = self.packs.sectors().find(|listed| listed.value.code == *code);
        known.map(|listed| listed.value.name.clone()).unwrap_or_default()
    }

    fn sdg_target(&self, code: &Key) -> Text {
        let known = self.packs.targets().find(|listed| listed.value.code == *code);
        known.map(|listed| listed.value.name.clone()).unwrap_or_default()
    }

    fn sdg_indicator(&self, library: &Key) -> Key {
        self.packs.indicator(library).map(|entry| entry.value.sdg.clone()).unwrap_or_default()
    }

    fn money_digits(&self, currency: Currency) -> u32 {
        self.packs.money_digits(currency).into()
    }

    fn day_parts(&self, day: Day) -> (String, Option<String>) {
        let gregorian = format!("{} {} {}", day.day(), self.gregorian_month(day), day.year());
        if self.calendar.is_gregorian() || self.calendar.date(day).is_none() {
            return (gregorian, None);
        }
        (self.calendar.written(day, &self.words), Some(gregorian))
    }

    fn calendar(&self) -> Calendar {
        self.calendar
    }

    fn month(&self, day: Day) -> String {
        match self.calendar.date(day).filter(|_| !self.calendar.is_gregorian()) {
            Some(date) => self.word(&self.calendar.month_key(date.month)),
            None => self.gregorian_month(day),
        }
    }

    fn year(&self, day: Day) -> String {
        self.calendar.date(day).map_or_else(|| day.year().to_string(), |date| date.year.to_string())
    }

    fn month_and_year(&self, day: Day) -> String {
        let own = format!("{} {}", self.month(day), self.year(day));
        if self.calendar.is_gregorian() || self.calendar.date(day).is_none() {
            return own;
        }
        format!("{own} ({}\u{a0}{})", self.gregorian_month(day), day.year())
    }

    fn number(&self, number: Decimal) -> String {
        grouped(number.normalize(), self.grouping)
    }

    fn amount(&self, amount: Decimal) -> String {
        grouped(money_form(amount), self.grouping)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::Derived,
        export::{Format, Options, Source, export},
        locale::Interface,
    };

    fn nepal() -> Plan {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/nepal-lokta-paper.plan.ron");
        crate::file::read(&std::fs::read(path).unwrap()).unwrap().plan
    }

    #[test]
    fn dates_stand_in_the_calendar_of_the_plan_beside_the_gregorian_ones() {
        let (plan, packs) = (nepal(), Packs::builtin());
        let voice = ShippedVoice::new(Words::new(Interface::English), &packs, &plan);
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(voice.day(day("2017-04-25")), "12 Baisakh 2074 (25\u{a0}Apr\u{a0}2017)");
        assert_eq!(voice.month_and_year(day("2018-07-20")), "Shrawan 2075 (Jul\u{a0}2018)");
        assert_eq!(voice.day(day("2040-04-25")), "25 Apr 2040", "beyond the tables");
        let plain = ShippedVoice { calendar: Calendar::GREGORIAN, ..voice };
        assert_eq!(plain.day(day("2017-04-25")), "25 Apr 2017");
    }

    #[test]
    fn a_document_prints_both_dates_and_sums_by_fiscal_year() {
        let (plan, packs) = (nepal(), Packs::builtin());
        let derived = Derived::new(&plan);
        let voice = ShippedVoice::new(Words::new(Interface::English), &packs, &plan);
        let options = Options::on("2017-08-09".parse().unwrap());
        let source = Source { plan: &plan, derived: &derived, voice: &voice, checks: &[], options: &options };
        let page = String::from_utf8(export(&source, Format::Html).unwrap().bytes).unwrap();
        assert!(page.contains("DAC sectors") && page.contains("32140 Cottage industries and handicraft"));
        assert!(
            page.contains("SDG targets")
                && page.contains("8.3 Growth of small enterprises, access to finance")
        );
        for words in ["19 Bhadra 2074", "4 Sep 2017", "By fiscal year", "2074/75", "32 Ashadh 2075"] {
            assert!(page.contains(words), "{words}");
        }
    }
}
