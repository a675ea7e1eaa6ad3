//! Taking indicators from the library.

use super::*;
use crate::{
    analysis::Section,
    ui::{
        Page,
        testing::{Stage, click, field, full_plan, write},
    },
};
use egui_kittest::{Harness, kittest::Queryable};
use std::sync::Arc;

fn open(languages: &[&str]) -> Harness<'static, Stage> {
    let mut plan = full_plan();
    Arc::make_mut(&mut plan.identity).languages = languages.iter().filter_map(|l| Lang::new(l)).collect();
    let mut stage = Stage::new(plan, Page::Section(Section::Matrix));
    stage.shown.truncate(1);
    stage.open(1100.0, 1400.0)
}

fn only(harness: &Harness<'_, Stage>) -> Indicator {
    harness.state().plan().indicators.at(0).unwrap().clone()
}

/// Types into the field that has the focus.
fn search(harness: &mut Harness<'_, Stage>, words: &str) {
    harness.run();
    field(harness, "Type to search").type_text(words);
    harness.run();
}

#[test]
fn a_new_indicator_comes_from_the_library_by_keys_in_one_step() {
    let mut h = open(&["en", "id"]);
    click(&mut h, "From the library: Project purpose");
    search(&mut h, "CREDIT small");
    h.get_by_label("Access to finance");
    assert!(h.query_by_label("Net additional jobs in target enterprises").is_none(), "it does not fit");
    h.key_press(egui::Key::Enter);
    h.run();
    let taken = only(&h);
    let name = "Proportion of small-scale industries with a loan or line of credit";
    assert_eq!(taken.text.get(&Lang::english()).raw(), name);
    assert!(!taken.text.get(&Lang::new("id").unwrap()).is_blank(), "in both languages of the plan");
    assert_eq!((taken.of, taken.measure), (ResultRef::Purpose, Some(Measure::Percent)));
    assert_eq!((taken.direction, taken.library.as_str()), (Some(Direction::Up), "sdg-9.3.2"));
    assert!(!taken.numerator.is_blank() && !taken.denominator.is_blank());
    h.run();
    h.get_by_label(&format!("From the library: {name}"));
    h.get_by_label_contains("A/RES/71/313");
    h.state_mut().document.undo();
    assert!(h.state().plan().indicators.is_empty(), "one step");
}

#[test]
fn the_arrow_keys_mark_and_escape_takes_nothing() {
    let mut h = open(&["en"]);
    click(&mut h, "From the library: Project purpose");
    search(&mut h, "jobs");
    h.key_press(egui::Key::ArrowDown);
    h.run();
    h.key_press(egui::Key::Escape);
    h.run();
    assert!(h.query_by_label("Indicators to choose from").is_none());
    assert!(h.state().plan().indicators.is_empty());
    click(&mut h, "From the library: Project purpose");
    search(&mut h, "jobs");
    h.key_press(egui::Key::ArrowDown);
    h.run();
    click(&mut h, "Take this indicator");
    let taken = only(&h);
    assert_eq!((taken.library.as_str(), taken.people), ("hipso-jobs-supported", true));
}

#[test]
fn what_is_written_is_shown_before_it_goes() {
    let mut h = open(&["en"]);
    click(&mut h, "Indicator: Project purpose");
    write(&mut h, "Indicator 1 of the purpose, Indicator", "Weavers who gain");
    click(&mut h, "Details of Indicator 1 of the purpose");
    let choose = |h: &mut Harness<'_, Stage>| {
        click(h, "Choose from the library: Indicator 1 of the purpose");
        search(h, "scale");
        click(h, "Take this indicator");
    };
    choose(&mut h);
    h.get_by_label("Yours: Weavers who gain");
    h.get_by_label("Library: Target enterprises with a financial benefit from the project");
    assert!(only(&h).library.is_none(), "nothing is changed yet");
    click(&mut h, "Fill only what is empty");
    let filled = only(&h);
    assert_eq!(filled.text, Text::english("Weavers who gain"));
    assert_eq!((filled.unit, filled.library.as_str()), (Text::english("enterprises"), "dced-scale"));
    choose(&mut h);
    click(&mut h, "Replace what is shown");
    let replaced = only(&h).text;
    assert_eq!(replaced, Text::english("Target enterprises with a financial benefit from the project"));
    h.state_mut().document.undo();
    assert_eq!(only(&h).text, Text::english("Weavers who gain"));
    h.state_mut().document.undo();
    assert_eq!(only(&h).unit, Text::default(), "each is one step");
}
