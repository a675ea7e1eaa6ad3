//! Sums by every cut, with and without rates.

use super::*;
use crate::{
    analysis::Derived,
    export::{Format, Options, ShippedVoice, Source, export},
    locale::{Interface, Words},
    pack::Packs,
};

/// Two outputs in Nepal; the activity of the first has a part; one line belongs to nothing.
fn with_costs() -> Plan {
    let mut document = Document::unsaved(plan());
    let shrawan = FiscalStart { calendar: CalendarKind::BikramSambat, month: 4, day: 1 };
    let line = |n, activity: Option<u64>, cost: i64, source| BudgetLine {
        activity: activity.map(Id::from_bits),
        item: Text::english(&format!("item {n}")),
        unit_cost: Some(Decimal::from(cost)),
        source,
        ..BudgetLine::new(Id::from_bits(n))
    };
    let part = Activity {
        parent: Some(Id::from_bits(3)),
        name: Text::english("Carry the tools"),
        start: "2018-08-01".parse().ok(),
        ..Activity::new(Id::from_bits(5))
    };
    let other = Activity {
        output: Some(Id::from_bits(4)),
        name: Text::english("Find a shop"),
        ..Activity::new(Id::from_bits(6))
    };
    let edits = [
        Edit::Identity(IdentityField::Country(Country::new("NP"))),
        Edit::Identity(IdentityField::Calendar(Some(CalendarKind::BikramSambat))),
        Edit::Identity(IdentityField::FiscalStart(Some(shrawan))),
        Output::add(
            Output { text: Text::english("A shop sells"), ..Output::new(Id::from_bits(4)) },
            At::Last,
        ),
        Activity::add(part, At::Last),
        Activity::add(other, At::Last),
        BudgetLine::add(
            BudgetLine { on: "2017-10-02".parse().ok(), ..line(11, Some(3), 3000, Some(FundSource::Own)) },
            At::Last,
        ),
        BudgetLine::add(line(12, Some(5), 1000, Some(FundSource::Unfunded)), At::Last),
        BudgetLine::add(line(13, None, 500, None), At::Last),
    ];
    edits.iter().for_each(|edit| {
        document.apply(edit).unwrap();
    });
    Plan::clone(document.plan())
}

#[test]
fn sums_by_source_output_activity_and_year_are_a_click_away() {
    let mut h = open(with_costs());
    h.get_by_label("Total NPR 4,500");
    for (view, expected) in [
        ("By source", &["Own budget: NPR 3,000", "Nobody yet: NPR 1,000", "No source named: NPR 500"][..]),
        (
            "By output",
            &[
                "1 Looms are mended: NPR 4,000, nobody yet: NPR 1,000",
                "2 A shop sells: 0",
                "Without an output: NPR 500, nobody yet: NPR 500",
            ],
        ),
        (
            "By activity",
            &[
                // What its part costs counts in the activity, and once more in the part alone.
                "1.1 Call the carpenters: NPR 4,000, nobody yet: NPR 1,000",
                "1.1.1 Carry the tools: NPR 1,000, nobody yet: NPR 1,000",
                "2.1 Find a shop: 0",
                "Without an activity: NPR 500, nobody yet: NPR 500",
            ],
        ),
        (
            "By fiscal year",
            &[
                "2074/75: 1 Shrawan 2074 to 32 Ashadh 2075: NPR 3,000",
                "2075/76: 1 Shrawan 2075 to 31 Ashadh 2076: NPR 1,000, nobody yet: NPR 1,000",
                "Without a date: NPR 500, nobody yet: NPR 500",
            ],
        ),
    ] {
        h.get_by_role_and_label(Role::Button, view).click();
        h.run();
        for line in expected {
            h.get_by_label(line);
        }
        h.get_by_role_and_label(Role::Button, view).click();
        h.run();
        assert!(h.query_by_label(expected[0]).is_none(), "a second click folds it");
    }
    // The part that nobody pays, in money and as a share.
    h.get_by_label("Nobody yet: NPR 1,500 (33%)");
}

#[test]
fn the_rate_that_is_missing_is_named_and_one_click_leads_to_it() {
    let mut h = open(with_lines(&[("Hall", 4000), ("Adviser", 200), ("Loom", 30)]));
    for (name, code) in [("2, Currency", "usd"), ("3, Currency", "jpy")] {
        write(&mut h, name, code);
        field(&h, "1, Item").focus();
        h.run();
    }
    h.get_by_label("No exchange rate yet for JPY, USD, so there is no common total");
    h.get_by_label("Total JPY 30 + NPR 4,000 + USD 200");
    assert!(h.query_by_label_contains("Together").is_none(), "nothing is added up without a rate");
    for (code, rate) in [("JPY", "0.9"), ("USD", "103.25")] {
        click(&mut h, "Write the rate");
        let row = h.state().plan().rates.iter().next_back().unwrap().clone();
        assert_eq!((row.from, row.to), (Currency::new(code), Currency::new("NPR")));
        assert_eq!(h.state().focused, Some(Place::cell(row.id, RATE.rate)));
        // Once more: to the same line, not to a second one.
        click(&mut h, "Write the rate");
        assert_eq!(h.state().focused, Some(Place::cell(row.id, RATE.rate)));
        let name = format!("rate {}, Rate", h.state().plan().rates.len());
        write(&mut h, &name, rate);
        press(&mut h, Role::TextInput, &name, Key::Tab);
    }
    assert_eq!(h.state().plan().rates.len(), 2);
    h.get_by_label("Together NPR 24,677");
    assert!(h.query_by_label("Write the rate").is_none());
}

#[test]
fn a_plan_without_a_currency_leads_to_its_choice() {
    let mut plan = with_lines(&[("Hall", 4000), ("Adviser", 200)]);
    std::sync::Arc::make_mut(&mut plan.identity).currency = None;
    let rows = plan.budget.iter().zip(["NPR", "USD"]);
    let rows = rows.map(|(line, code)| BudgetLine { currency: Currency::new(code), ..line.clone() });
    plan.budget = Table::from_rows(rows.collect::<Vec<_>>()).0;
    let mut h = open(plan);
    h.get_by_label("The plan has no currency of its own yet, so there is no common total");
    click(&mut h, "Choose the currency");
    assert_eq!(h.state().focused, Some(Place::field(IDENTITY.currency)));
}

/// A plan as one of these documents, as text.
fn written(plan: &Plan, format: Format) -> String {
    let (packs, derived) = (Packs::builtin(), Derived::new(plan));
    let voice = ShippedVoice::new(Words::new(Interface::English), &packs, plan);
    let options = Options::on(jiff::civil::date(2017, 8, 9));
    let source = Source { plan, derived: &derived, voice: &voice, checks: &[], options: &options };
    String::from_utf8_lossy(&export(&source, format).unwrap().bytes).into_owned()
}

#[test]
fn lakh_and_crore_are_chosen_with_the_team_and_stand_in_the_window_and_in_documents() {
    let mut h = open(with_lines(&[("Power looms", 12_345_678)]));
    h.get_by_label("Total NPR 12,345,678");
    assert_eq!(field(&h, "1, Unit cost").value().as_deref(), Some("12,345,678"));
    assert!(written(h.state().plan(), Format::Markdown).contains("12,345,678"));
    h.state_mut().go(Place::field(IDENTITY.grouping));
    h.run();
    h.get_by_role_and_label(Role::ComboBox, "Grouping of digits").click();
    h.run();
    h.get_by_role_and_label(Role::Button, "1,23,45,678 (lakh, crore)").click();
    h.run();
    assert_eq!(h.state().plan().identity.grouping, Some(Grouping::Lakh));
    h.state_mut().page = Page::Section(Section::Budget);
    h.run();
    h.get_by_label("Total NPR 1,23,45,678");
    h.get_by_label("1, Amount: 1,23,45,678");
    assert_eq!(field(&h, "1, Unit cost").value().as_deref(), Some("1,23,45,678"));
    for format in [Format::Markdown, Format::Html] {
        let document = written(h.state().plan(), format);
        assert!(document.contains("1,23,45,678") && !document.contains("12,345,678"), "{format:?}");
    }
}
