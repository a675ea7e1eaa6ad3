//! Tests of the shipped packs, of broken ones, and of what a new plan starts with.

use super::*;
use crate::plan::{CalendarKind, Direction, FiscalStart, Id, Split, UserText, Weekday};

fn country(code: &str) -> Country {
    Country::new(code).unwrap()
}

fn user(file: &str, text: &str) -> (Packs, Vec<PackProblem>) {
    Packs::builtin().with_user([(file.to_owned(), text.as_bytes().to_vec())])
}

#[test]
fn shipped_packs_have_no_problem() {
    for (name, text) in COUNTRIES {
        let (profile, problems) = read::country(name, text);
        assert_eq!(problems, [], "{name}");
        assert_eq!(profile.unwrap().code.code(), *name);
    }
    for (name, text) in PROGRAMMES {
        let (programme, problems) = read::programme(name, text);
        assert_eq!(problems, [], "{name}");
        assert_eq!(programme.unwrap().key.as_str(), *name);
    }
    for (name, text) in SCHEMES {
        let (schemes, problems) = read_schemes::schemes(name, text);
        assert_eq!(problems, [], "{name}");
        assert_eq!(schemes.unwrap().key.as_str(), *name);
    }
}

#[test]
fn the_shipped_library_has_sources_in_both_languages_and_holds_what_the_facts_name() {
    for (name, text) in LIBRARY {
        let (library, problems) = read_library::library(name, text);
        assert_eq!(problems, [], "{name}");
        assert_eq!(library.unwrap().key.as_str(), *name);
    }
    let packs = Packs::builtin();
    let both = [Lang::english(), Lang::new("id").unwrap()];
    let is_known = |source: &UserText, confidence, as_of: Option<_>| {
        !source.is_blank() && confidence != Confidence::Low && as_of.is_some()
    };
    for indicator in packs.libraries().iter().flat_map(|library| &library.indicators) {
        let entry = &indicator.value;
        assert!(both.iter().all(|lang| !entry.name.get(lang).is_blank()), "{:?}", entry.key);
        assert!(packs.topic(&entry.topic).is_some(), "{:?} has a topic", entry.key);
        assert!(is_known(&indicator.source, indicator.confidence, indicator.as_of), "{:?}", entry.key);
        assert_eq!(entry.key.as_str().starts_with("sdg-"), !entry.sdg.is_none());
    }
    for key in ["dced-scale", "dced-income", "dced-jobs", "sdg-9.3.2"] {
        assert!(packs.indicator(&Key::new(key)).is_some(), "{key}");
    }
    let codes = |all: Vec<&Sourced<Listed>>| -> Vec<String> {
        for listed in &all {
            assert!(both.iter().all(|lang| !listed.value.name.get(lang).is_blank()));
            assert!(is_known(&listed.source, listed.confidence, listed.as_of), "{:?}", listed.value.code);
        }
        all.iter().map(|listed| listed.value.code.as_str().to_owned()).collect()
    };
    let (sectors, targets) = (codes(packs.sectors().collect()), codes(packs.targets().collect()));
    assert_eq!((sectors.len(), targets.len()), (22, 21));
    for code in ["32130", "32140", "32163", "25030", "24040"] {
        assert!(sectors.iter().any(|c| c == code), "{code}");
    }
    for code in ["8.3", "9.3", "17.9", "9.b"] {
        assert!(targets.iter().any(|c| c == code), "{code}");
    }
}

#[test]
fn a_library_of_the_user_adds_indicators_and_tells_what_it_cannot_use() {
    let text = r#"(pack: "library", key: "ours", source: "our office", confidence: "high", indicators: [
        (key: "looms", name: "Looms that run", unit: "looms", direction: "up", splits: ["size"]),
        (key: "looms", name: "Again"),
        (key: "bare"),
        (key: "bent", name: "Bent", direction: "sideways"),
    ], sectors: [(code: "321", name: "Too short")], targets: [(code: "18.1", name: "No such goal")])"#;
    let (packs, problems) = user("ours.ron", text);
    let looms = packs.indicator(&Key::new("looms")).unwrap();
    assert_eq!(looms.value.name, Text::english("Looms that run"));
    assert_eq!((looms.value.direction, &*looms.value.splits), (Some(Direction::Up), &[Split::Size][..]));
    assert_eq!((looms.source.raw(), looms.confidence), ("our office", Confidence::High));
    assert!(packs.indicator(&Key::new("dced-scale")).is_some(), "the shipped ones stay");
    assert_eq!(packs.indicator(&Key::new("bent")).unwrap().value.direction, None);
    assert_eq!((packs.sectors().count(), packs.targets().count()), (22, 21));
    let told: Vec<_> = problems.iter().map(|p| (p.line, p.is_fatal)).collect();
    let lines = [Some(2), Some(4), Some(5), Some(6), Some(6)];
    assert_eq!(told, lines.map(|line| (line, false)), "{problems:?}");
}

#[test]
fn an_entry_of_the_user_takes_the_place_of_the_shipped_one_and_says_whose_it_is() {
    let shipped = Packs::builtin();
    let (sector, target) = ("32161", "9.3");
    let text = format!(
        r#"(pack: "library", key: "ours", source: "our office", confidence: "high",
        indicators: [(key: "dced-scale", name: "Our scale", unit: "firms")],
        sectors: [(code: "{sector}", name: "Our crafts")], targets: [(code: "{target}", name: "Our target")])"#
    );
    let (packs, problems) = user("ours.ron", &text);
    assert_eq!(problems, []);
    let only = |all: Vec<&Sourced<Listed>>, code: &str| {
        let found: Vec<_> = all.into_iter().filter(|l| l.value.code == Key::new(code)).collect();
        assert_eq!((found.len(), found[0].source.raw()), (1, "our office"));
    };
    only(packs.sectors().collect(), sector);
    only(packs.targets().collect(), target);
    assert_eq!(packs.indicator(&Key::new("dced-scale")).unwrap().source.raw(), "our office");
    let count = |packs: &Packs| packs.libraries().iter().map(|l| l.indicators.len()).sum::<usize>();
    assert_eq!((count(&packs), packs.sectors().count()), (count(&shipped), shipped.sectors().count()));
}

#[test]
fn the_schemes_of_2017_say_what_the_sources_show_and_no_more() {
    let packs = Packs::builtin();
    let ovop = packs.assessment(&Key::default()).unwrap();
    let points: Vec<_> = ovop.groups.iter().map(|group| group.points).collect();
    assert_eq!(points, [Some(15), Some(6), Some(9)]);
    for group in &ovop.groups[..2] {
        let most: usize = group.criteria.iter().map(|criterion| criterion.steps.len()).sum();
        assert_eq!(group.points, u32::try_from(most).ok(), "every step of the first two groups is known");
    }
    assert_eq!(ovop.criterion(&Key::new("sentra-presence")).unwrap().steps.len(), 1);
    let helps =
        |stars: u8| ovop.star_band(stars).map(|band| band.value.supporter.get(&Lang::english()).raw());
    assert!(helps(5).unwrap().contains("central") && helps(4) == helps(5));
    assert!(helps(3).unwrap().contains("province"));
    assert!(helps(1).unwrap().contains("district") && helps(1) == helps(2));
    assert_eq!((helps(0), helps(6)), (None, None));
    let kur = packs.credit_scheme(&Key::new("kur-micro-2017")).unwrap();
    let rate = kur.annual_rate_percent.as_ref().unwrap();
    assert_eq!((rate.value, rate.holds("2017-08-01".parse().ok())), (9.into(), true));
    assert_eq!(kur.ceiling.as_ref().unwrap().value, 25_000_000.into());
    assert!(kur.subsidy_rate_percent.is_none(), "no source tells it");
    let shaky = |source: &UserText, confidence| source.is_blank() || confidence == Confidence::Low;
    assert!(!ovop.stars.iter().any(|fact| shaky(&fact.source, fact.confidence)));
    assert!(!ovop.licences.iter().any(|fact| shaky(&fact.source, fact.confidence)));
    let entries =
        packs.schemes().iter().flat_map(|schemes| &schemes.clusters).chain(&ovop.facts).chain(&kur.facts);
    for entry in entries {
        assert!(!shaky(&entry.source, entry.confidence), "{entry:?}");
        assert!(entry.source.raw().split("; ").all(|s| s.starts_with("http")), "{entry:?}");
        assert!(entry.as_of.is_some());
    }
}

#[test]
fn schemes_of_the_user_add_and_replace_and_tell_what_is_wrong() {
    let text = "(pack: \"schemes\", key: \"nepal-2018\", credits: [
        (key: \"bank\", name: \"Bank\", currency: \"NPR\", annual_rate_percent: (value: \"11.5\"), months: (value: 24)),
        (key: \"bank\", name: \"Again\"),
        (key: \"kur-micro-2017\", name: \"KUR as we know it\", annual_rate_percent: (value: \"-9\"), months: (value: 0)),
    ], assessments: [(key: \"ogop\", name: \"OGOP\",
        groups: [(name: \"All\", criteria: [(key: \"taste\", name: \"Taste\", steps: [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\"])])],
        stars: [(from_stars: 4, to_stars: 9, supporter: \"King\")])])";
    let (packs, problems) = user("mine.ron", text);
    let told: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(told.len(), 5, "{told:#?}");
    assert!(problems.iter().all(|problem| !problem.is_fatal));
    let bank = packs.credit_scheme(&Key::new("bank")).unwrap();
    assert_eq!(bank.annual_rate_percent.as_ref().unwrap().value, "11.5".parse().unwrap());
    let kur = packs.credit_scheme(&Key::new("kur-micro-2017")).unwrap();
    assert_eq!(kur.name.get(&Lang::english()).raw(), "KUR as we know it");
    assert_eq!((&kur.annual_rate_percent, &kur.months), (&None, &None));
    let ogop = packs.assessment(&Key::new("ogop")).unwrap();
    assert_eq!((ogop.criterion(&Key::new("taste")).unwrap().steps.len(), ogop.stars.len()), (5, 0));
    assert_eq!(packs.assessment(&Key::default()).unwrap().key.as_str(), "ovop-indonesia");
    let whole = "(pack: \"schemes\", key: \"indonesia-2017\")";
    assert!(
        user("mine.ron", whole).0.credit_scheme(&Key::new("kur-micro-2017")).is_none(),
        "replaced as a whole"
    );
    let (packs, problems) = user("mine.ron", "(pack: \"schemes\", key: \"x\", credit: [])");
    assert!(problems[0].is_fatal && problems[0].hint == "did you mean credits?", "{problems:?}");
    assert!(packs.credit_scheme(&Key::new("kur-micro-2017")).is_some(), "the shipped packs stay");
}

#[test]
fn every_country_of_the_programme_has_a_profile() {
    let packs = Packs::builtin();
    let programme = packs.programme(&Key::new("colombo-plan-smi-2017-batch-2")).unwrap();
    let mut codes = programme.countries.clone();
    codes.sort_unstable();
    assert_eq!(codes, packs.profiled());
    for code in codes {
        let name = packs.country_name(code);
        assert!(name.iter().count() >= 3 || code == country("ID"), "{name:?}");
        assert!(packs.country(code).unwrap().own_language().is_some(), "{code}");
    }
}

#[test]
fn the_programme_is_complete() {
    let packs = Packs::builtin();
    let programme = &packs.programmes()[0];
    let check = |kind, count| assert_eq!(programme.of_kind(kind).count(), count, "{kind:?}");
    check(SourceKind::Topic, 5);
    check(SourceKind::Institute, 2);
    check(SourceKind::Workshop, 2);
    check(SourceKind::Observation, 1);
    check(SourceKind::IndustryVisit, 7);
    check(SourceKind::CulturalVisit, 2);
    assert_eq!((programme.participants, programme.countries.len()), (Some(22), 12));
    assert!(packs.learning_source(&programme.key, &Key::new("visit-silver")).is_some());
    assert_eq!(packs.learning_source(&programme.key, &Key::new("visit-moon")), None);
}

#[test]
fn every_country_of_the_world_has_a_name() {
    let packs = Packs::builtin();
    assert_eq!(packs.countries().len(), 249);
    let nameless = |entry: &&CountryEntry| entry.name.is_blank();
    assert_eq!(packs.countries().iter().find(nameless), None);
    let coinless: Vec<_> = packs.countries().iter().filter(|c| c.currency.is_none()).collect();
    assert_eq!(coinless.iter().map(|c| c.code.code()).collect::<Vec<_>>(), ["AQ"]);
    for entry in packs.countries() {
        if let Some(currency) = entry.currency {
            assert!(packs.currencies().iter().any(|c| c.code == currency), "{currency}");
        }
    }
    assert_eq!(packs.country_name(country("FJ")).get(&Lang::english()).raw(), "Fiji");
    assert_eq!(packs.default_currency(country("FJ")), Currency::new("FJD"));
    assert!(packs.country_name(country("QQ")).is_blank());
    let digits = |code| packs.currencies().iter().find(|c| c.code.code() == code).unwrap().digits;
    assert_eq!((digits("VND"), digits("NPR")), (0, 2));
    let written = |code: &str| packs.money_digits(Currency::new(code).unwrap());
    assert_eq!((written("IDR"), written("NPR"), written("JPY"), written("XQQ")), (0, 2, 0, 2));
}

/// The source and confidence of every value of a profile, with the name of its field.
fn facts(profile: &CountryProfile) -> Vec<(&'static str, UserText, Confidence)> {
    let mut all = Vec::new();
    macro_rules! take {
        ($($field:ident),*) => {
            $(all.extend(profile.$field.iter().map(|f| (stringify!($field), f.source.clone(), f.confidence)));)*
        };
    }
    take!(name, official_name, languages, currency, currency_sign, currency_digits, number_signs, grouping);
    take!(fiscal_starts, calendar, weekends, sme, agencies, policies, finance, ovop, products, memberships);
    let rows = profile.sme.iter().flat_map(|sme| &sme.value.rows);
    all.extend(rows.map(|row| ("rows", row.source.clone(), row.confidence)));
    all
}

#[test]
fn every_value_has_a_source() {
    let packs = Packs::builtin();
    for code in packs.profiled() {
        let profile = packs.country(code).unwrap();
        let facts = facts(profile);
        for (field, source, confidence) in &facts {
            assert!(!source.is_blank(), "{code} {field}");
            // A short name that stands for nothing would come out as it is.
            assert!(source.raw().split("; ").all(|s| s.contains([' ', '/'])), "{code} {field}: {source:?}");
            let may_be_shaky = ["sme", "rows", "policies"].contains(field);
            assert!(may_be_shaky || *confidence != Confidence::Low, "{code} {field} is shaky");
        }
        for field in ["name", "languages", "currency", "currency_digits", "number_signs", "grouping"]
            .into_iter()
            .chain(["fiscal_starts", "calendar", "weekends", "sme", "agencies", "policies", "finance"])
            .chain(["products", "memberships"])
        {
            assert!(facts.iter().any(|(f, ..)| *f == field), "{code} lacks {field}");
        }
        assert!(profile.sme.iter().all(|sme| sme.as_of.is_some() && !sme.value.basis.is_blank()), "{code}");
        let member = |name: &str| {
            profile.memberships.iter().find(|m| m.value.name.get(&Lang::english()).raw().starts_with(name))
        };
        // The sources for the year of Vietnam disagree.
        assert_eq!(member("Colombo Plan").unwrap().value.year.is_none(), code == country("VN"), "{code}");
    }
}

#[test]
fn a_new_plan_starts_with_the_facts_of_its_country() {
    use CalendarKind::{BikramSambat, Gregorian, SolarHijri};
    use Weekday::{Friday, Saturday, Sunday};
    let packs = Packs::builtin();
    let check = |code: &str, start: &str, money, fiscal, weekend: &[Weekday], lang, sme| {
        let wish = NewPlan { country: Some(country(code)), start: start.parse().ok(), ..NewPlan::default() };
        let plan = packs.new_plan(Id::from_bits(1), &wish);
        let identity = &plan.identity;
        assert_eq!(identity.currency, Currency::new(money), "{code}");
        let (calendar, month, day) = fiscal;
        assert_eq!(identity.fiscal_start, Some(FiscalStart { calendar, month, day }), "{code} {start}");
        assert_eq!(identity.calendar, Some(calendar), "{code}");
        assert_eq!(identity.weekend, weekend, "{code}");
        assert!(identity.languages.iter().map(Lang::as_str).eq(["en", lang]), "{code}");
        assert_eq!(plan.context.sme_year, sme, "{code} {start}");
        let blank = plan.context.sme_definition.is_blank();
        assert_eq!(
            (blank, plan.context.sme_basis.is_blank(), plan.context.sme_as_of.is_none()),
            (blank, blank, blank)
        );
    };
    let week = &[Saturday, Sunday];
    check("NP", "2017-09-01", "NPR", (BikramSambat, 4, 1), &[Saturday], "ne", Some(2016));
    check("NP", "", "NPR", (BikramSambat, 4, 1), &[Saturday], "ne", Some(2020));
    check("ID", "2017-09-01", "IDR", (Gregorian, 1, 1), week, "id", Some(2008));
    check("ID", "2026-01-01", "IDR", (Gregorian, 1, 1), week, "id", Some(2021));
    check("BD", "2017-09-01", "BDT", (Gregorian, 7, 1), &[Friday, Saturday], "bn", Some(2016));
    check("BT", "2017-09-01", "BTN", (Gregorian, 7, 1), week, "dz", None);
    check("LA", "2017-09-01", "LAK", (Gregorian, 1, 1), week, "lo", Some(2017));
    check("LA", "2016-11-01", "LAK", (Gregorian, 10, 1), week, "lo", None);
    check("MM", "2017-09-01", "MMK", (Gregorian, 4, 1), week, "my", Some(2015));
    check("MM", "2019-09-01", "MMK", (Gregorian, 10, 1), week, "my", Some(2015));
    check("MM", "", "MMK", (Gregorian, 4, 1), week, "my", Some(2015));
    check("LK", "2017-09-01", "LKR", (Gregorian, 1, 1), week, "si", None);
    check("AF", "2017-09-01", "AFN", (SolarHijri, 10, 1), &[Friday], "fa-AF", None);
    check("AF", "2023-09-01", "AFN", (SolarHijri, 1, 1), &[Friday], "fa-AF", None);
    check("IR", "2017-09-01", "IRR", (SolarHijri, 1, 1), &[Friday], "fa", None);
    check("VN", "2017-09-01", "VND", (Gregorian, 1, 1), week, "vi", None);
    check("VN", "", "VND", (Gregorian, 1, 1), week, "vi", Some(2021));
    check("PG", "2017-09-01", "PGK", (Gregorian, 1, 1), week, "tpi", Some(2016));
    check("PK", "2017-09-01", "PKR", (Gregorian, 7, 1), week, "ur", Some(2007));
}

#[test]
fn a_plan_for_a_country_without_a_pack() {
    let packs = Packs::builtin();
    let wish = NewPlan {
        country: Some(country("FJ")),
        programme: Key::new("colombo-plan-smi-2017-batch-2"),
        title: Text::english("Masi cloth"),
        start: None,
    };
    let plan = packs.new_plan(Id::from_bits(1), &wish);
    assert_eq!(plan.identity.currency, Currency::new("FJD"));
    assert_eq!((plan.identity.fiscal_start, plan.identity.languages.len()), (None, 1));
    assert_eq!((&plan.identity.programme, &plan.identity.title), (&wish.programme, &wish.title));
    assert_eq!(packs.new_plan(Id::from_bits(1), &NewPlan::default()).identity.currency, None);
}

#[test]
fn broken_packs_give_messages() {
    let check = |text: &str, expected: &str| {
        let (packs, problems) = user("mine.ron", text);
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, [expected], "{text}");
        assert!(packs.country(country("NP")).is_some(), "the shipped packs stay");
        assert!(problems[0].is_fatal == (packs.country(country("FJ")).is_none()), "{text}");
    };
    check("", "mine.ron: the file is empty — take a copy of a shipped pack to start from");
    check(
        "(code: \"FJ\")",
        "mine.ron: the file does not say what kind of pack it is — start it with pack: \"country\", \"programme\", \
         \"schemes\" or \"library\"",
    );
    check(
        "(\n    pack: \"county\",\n)",
        "mine.ron, line 2: there is no kind of pack called \"county\" — the kinds are country, programme, schemes and library",
    );
    check(
        "(\n    pack: \"country\",\n    code: \"FJ\",\n    curency: (value: \"FJD\"),\n)",
        "mine.ron, line 4: there is no field \"curency\" here — did you mean currency?",
    );
    check(
        "(\n    pack: \"country\",\n    code: \"Fiji\",\n)",
        "mine.ron, line 3: \"Fiji\" is not the code of a country — write two letters as in ISO 3166, for example code: \"NP\"",
    );
    check(
        "(\n    pack: \"country\",\n    code: \"FJ\",\n    weekends: [(days: [\"sunday\", \"someday\"])],\n)",
        "mine.ron, line 4: \"someday\" is not one of the choices — choose monday, tuesday, wednesday, thursday, friday, \
         saturday, sunday",
    );
    check(
        "(\n    pack: \"country\",\n    code: \"FJ\",\n    as_of: \"23.11.2026\",\n)",
        "mine.ron, line 4: \"23.11.2026\" is not a date — write it as year-month-day, for example 2017-07-30",
    );
    check(
        "(\n    pack: \"country\",\n    code: \"FJ\",\n    name: (value: {\"en\": \"Fiji\", \"f\": \"Viti\"}),\n)",
        "mine.ron, line 4: \"f\" is not a language tag — write it as in en, ne or uz-Arab",
    );
    check(
        "(\n    pack: \"programme\",\n)",
        "mine.ron: the programme has no key — give it a short name of letters, digits and hyphens, such as \
         key: \"textile-course-2018\"",
    );
}

#[test]
fn damaged_files_are_told_and_left() {
    let shipped = COUNTRIES[0].1;
    let check = |bytes: Vec<u8>, line: Option<usize>| {
        let (packs, problems) = Packs::builtin().with_user([("x.ron".to_owned(), bytes)]);
        assert_eq!(problems.len(), 1);
        assert!(problems[0].is_fatal && (line.is_none() || problems[0].line == line), "{problems:?}");
        assert_eq!(packs.countries().len(), 249);
    };
    check(b"(\n  pack: \"country\",\n  code: \"\xff\",\n)".to_vec(), Some(3));
    check(vec![b' '; read::LIMIT + 1], None);
    check([b"(pack: ".to_vec(), vec![b'['; 100_000]].concat(), None);
    check(b"PK\x03\x04".to_vec(), None);
    for cut in (1..shipped.trim_end().len()).filter(|cut| shipped.is_char_boundary(*cut)).step_by(97) {
        check(shipped.as_bytes()[..cut].to_vec(), None);
    }
}

#[test]
fn packs_of_the_user_add_and_replace() {
    let nepal = "\u{feff}(pack: \"country\", code: \"NP\", // mine\n name: (value: {\"en\": \"Nepal (mine)\"}), currency: (value: \"USD\"))";
    let kosovo = "(pack: \"country\", code: \"XK\", name: (value: \"Kosovo\"), currency: (value: \"EUR\"))";
    let course =
        "(pack: \"programme\", key: \"textile-2018\", title: \"Textile course\", start: \"2018-05-01\",
        learning: [(key: \"a\", kind: \"topic\", name: \"A\"), (key: \"a\", kind: \"topic\", name: \"B\")])";
    let files = [nepal, kosovo, course].map(|text| ("own.ron".to_owned(), text.as_bytes().to_vec()));
    let (packs, problems) = Packs::builtin().with_user(files);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(!problems[0].is_fatal && problems[0].message.contains("\"a\""));
    let english = Lang::english();
    assert_eq!(packs.country_name(country("NP")).get(&english).raw(), "Nepal (mine)");
    assert_eq!(packs.default_currency(country("NP")), Currency::new("USD"));
    assert_eq!(packs.country(country("NP")).unwrap().currency.as_ref().unwrap().confidence, Confidence::Low);
    assert_eq!((packs.countries().len(), packs.profiled().len()), (250, 13));
    assert_eq!(packs.default_currency(country("XK")), Currency::new("EUR"));
    assert_eq!(packs.programmes().iter().map(|p| p.key.as_str()).next(), Some("textile-2018"));
    assert_eq!(packs.programmes().len(), 2);
    assert_eq!(packs.programmes()[0].sources.len(), 1);
}
