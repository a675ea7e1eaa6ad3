//! The sheet of an indicator.

use crate::{
    analysis::Section,
    file,
    plan::*,
    ui::{
        Page,
        testing::{Stage, click, field, full_plan, write},
    },
};
use egui::accesskit::Role;
use egui_kittest::{Harness, kittest::Queryable};

fn empty() -> Harness<'static, Stage> {
    Stage::new(full_plan(), Page::Section(Section::Matrix)).open(900.0, 6000.0)
}

fn only(harness: &Harness<'_, Stage>) -> Indicator {
    harness.state().plan().indicators.at(0).unwrap().clone()
}

fn pick(harness: &mut Harness<'_, Stage>, name: &str, option: &str) {
    harness.get_by_role_and_label(Role::ComboBox, name).click_accesskit();
    harness.run();
    let options = harness.query_all_by_role_and_label(Role::Button, option);
    options.last().unwrap_or_else(|| panic!("{option} is not offered for {name}")).click_accesskit();
    harness.run();
}

#[test]
fn every_field_of_an_indicator_is_filled_in_the_window_and_comes_back_from_the_file() {
    let mut h = empty();
    click(&mut h, "Output");
    write(&mut h, "Output 1, Result", "Looms are mended");
    click(&mut h, "Indicator: Project purpose");
    let of = |field: &str| format!("Indicator 1 of the purpose, {field}");
    write(&mut h, &of("Indicator"), "Weavers who live on their looms");
    write(&mut h, &of("Means of verification"), "List of the ward");
    click(&mut h, "Details of Indicator 1 of the purpose");
    // From the library: what is written stays, what is empty is filled.
    click(&mut h, "Choose from the library: Indicator 1 of the purpose");
    h.run();
    write(&mut h, "Type to search", "CREDIT small");
    click(&mut h, "Take this indicator");
    click(&mut h, "Fill only what is empty");
    assert_eq!(only(&h).library.as_str(), "sdg-9.3.2");
    for (name, words) in [
        ("Definition", "At least half of the income"),
        ("Unit", " of weavers"),
        ("What is counted", " and on looms"),
        ("Out of what", " in three wards"),
        ("Baseline", "12.5"),
        ("Baseline date", "1.9.2017"),
        ("Target", "60"),
        ("Target date", "30.6.2019"),
        ("Method of collection", "Ward officer asks each house"),
        ("Responsible", "Ward officer"),
    ] {
        write(&mut h, &of(name), words);
    }
    pick(&mut h, &of("Kind of value"), "Percentage");
    pick(&mut h, &of("Direction"), "Less is better");
    pick(&mut h, &of("Frequency"), "Every six months");
    click(&mut h, "Milestone: Indicator 1 of the purpose");
    write(&mut h, &of("milestone 1, Date"), "30.6.2018");
    write(&mut h, &of("milestone 1, Value"), "30");
    h.key_press(egui::Key::Enter);
    h.run();
    h.get_by_role_and_label(Role::CheckBox, &of("Counts people")).click_accesskit();
    h.run();
    click(&mut h, "Sex");
    click(&mut h, "Place");
    pick(&mut h, &of("Measures"), "Output 1");
    h.run();

    let row = only(&h);
    let output = h.state().plan().outputs.at(0).unwrap().id;
    assert_eq!(row.of, ResultRef::Output(output));
    assert_eq!((row.measure, row.direction), (Some(Measure::Percent), Some(Direction::Down)));
    assert_eq!((row.baseline, row.target), (Some(Decimal::new(125, 1)), Some(Decimal::from(60))));
    assert_eq!((row.baseline_on, row.target_on), ("2017-09-01".parse().ok(), "2019-06-30".parse().ok()));
    let way = Milestone { on: "2018-06-30".parse().ok(), value: Some(Decimal::from(30)) };
    assert_eq!((&row.milestones, row.frequency), (&vec![way], Some(Frequency::HalfYearly)));
    assert_eq!((row.people, &row.splits), (true, &vec![Split::Sex, Split::Place]));
    for text in [&row.text, &row.definition, &row.unit, &row.numerator, &row.denominator] {
        assert!(!text.is_blank(), "{row:?}");
    }
    assert!(![&row.means, &row.method, &row.responsible].iter().any(|text| text.is_blank()), "{row:?}");
    // Each field that an indicator has stands in the file, and all of it comes back.
    let bytes = file::write(h.state().plan(), &Default::default()).unwrap();
    let indicators =
        bytes.split("indicators: [").nth(1).and_then(|rest| rest.split("\n  ],").next()).unwrap();
    for field in Block::Indicator.fields() {
        assert!(indicators.contains(&format!("{}: ", field.name())), "{} in {indicators}", field.name());
    }
    assert_eq!(file::read(bytes.as_bytes()).unwrap().plan, **h.state().document.plan());
}

#[test]
fn an_indicator_has_a_sheet() {
    let mut h = empty();
    click(&mut h, "Indicator: Project purpose");
    click(&mut h, "Indicator: Project purpose");
    click(&mut h, "Details of Indicator 1 of the purpose");
    write(&mut h, "Indicator 1 of the purpose, Unit", "weavers");
    write(&mut h, "Indicator 1 of the purpose, Target", "1,200");
    write(&mut h, "Indicator 1 of the purpose, Target date", "30.6.2019");
    field(&h, "Indicator 1 of the purpose, Baseline").focus();
    h.run();
    h.get_by_value("to 1,200 weavers by 30 June 2019");
    click(&mut h, "Milestone: Indicator 1 of the purpose");
    write(&mut h, "Indicator 1 of the purpose, milestone 1, Value", "400");
    field(&h, "Indicator 1 of the purpose, milestone 1, Date").focus();
    h.run();
    let indicator = h.state().plan().indicators.at(0).unwrap().clone();
    assert_eq!(
        (indicator.target, indicator.target_on),
        (Some(Decimal::from(1200)), "2019-06-30".parse().ok())
    );
    assert_eq!(indicator.milestones, [Milestone { on: None, value: Some(Decimal::from(400)) }]);
    click(&mut h, "Delete Indicator 1 of the purpose, milestone 1");
    assert!(h.state().plan().indicators.at(0).unwrap().milestones.is_empty());
    click(&mut h, "Move Indicator 1 of the purpose down");
    assert_eq!(h.state().plan().indicators.at(1).map(|i| i.id), Some(indicator.id));
    click(&mut h, "Delete Indicator 2 of the purpose");
    assert_eq!(h.state().plan().indicators.len(), 1);
    assert!(h.query_by_label("Done").is_none(), "the sheet went with its row");
}
