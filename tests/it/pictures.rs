//! Pictures of the pages that people see most, drawn by a software driver with the fonts of the program. `UPDATE_SNAPSHOTS=1` draws
//! them anew after a look at what changed. Where there is no driver they are skipped, unless `RENCANA_NO_SKIP` forbids it.

use crate::window::{Folder, page_tab, show_page, wait, window_in};
use egui::{Key, accesskit::Role};
use egui_kittest::{
    Harness, SnapshotOptions, SnapshotResults, kittest::Queryable as _, wgpu::WgpuTestRenderer,
};
use rencana::{
    analysis::{Derived, Section},
    app,
    checks::check,
    document::Document,
    file::{self, Extras},
    locale::{Interface, Words},
    pack::Packs,
    plan::{
        Activity, ActivityField, ActivityStatus, At, Decimal, Id, IdSource, Plan, Report, Row as _,
        Stakeholder, Table, Text,
    },
    ui::{
        Cx, Outbox, Page,
        pages::{self, Views},
    },
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// Whether a driver is there that can draw.
fn has_driver() -> bool {
    let is_there = std::panic::catch_unwind(|| drop(WgpuTestRenderer::new())).is_ok();
    if !is_there {
        assert!(
            std::env::var_os("RENCANA_NO_SKIP").is_none(),
            "no driver that can draw, and RENCANA_NO_SKIP is set"
        );
        eprintln!("skipped: no driver that can draw pictures");
    }
    is_there
}

/// A page of a worked plan in a theme and one of its languages.
const PAGES: [(&str, &str, &str, &str, Option<&str>); 9] = [
    ("trees", "nepal-lokta-paper", "light", "Problem tree", None),
    ("matrix", "iran-filigree", "light", "Project design matrix", Some("Show فارسی")),
    ("operation", "nepal-lokta-paper", "light", "Plan of operation", None),
    ("budget", "bangladesh-leather", "dark", "Budget", None),
    ("risks", "iran-filigree", "light", "Risks", Some("Show فارسی")),
    ("stakeholders", "myanmar-farm-tools", "light", "Stakeholders", Some("Show မြန်မာ")),
    ("journal", "indonesia-rattan", "dark", "Journal", None),
    ("operation-mirrored", "iran-filigree", "dark", "Plan of operation", Some("Show فارسی")),
    ("hand-over", "nepal-lokta-paper", "light", "Hand over", None),
];

/// Another version of the driver may round a few pixels along an edge differently.
fn options() -> SnapshotOptions {
    SnapshotOptions::new().threshold(1.0).max_failed_pixels(20_usize)
}

#[test]
fn pages_look_as_they_did() {
    if !has_driver() {
        return;
    }
    let folder = Folder::new("pictures");
    let mut results = SnapshotResults::new();
    for (name, example, theme, page, language) in PAGES {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{example}.plan.ron"));
        let path = folder.0.join(format!("{example}.plan.ron"));
        std::fs::copy(from, &path).unwrap();
        let mut window = window_in(&folder.0, vec![path], theme);
        wait(&mut window, "the plan", |h| page_tab(h, page).is_some());
        window.set_size(egui::vec2(880.0, 560.0));
        window.run_ok();
        if let Some(language) = language {
            window.get_by_role_and_label(Role::RadioButton, language).click_accesskit();
            window.run_ok();
        }
        show_page(&mut window, page);
        // What is found beside the window has to be there.
        wait(&mut window, "the findings", |h| h.query_by_label_contains("hint").is_some());
        window.run_ok();
        results.add(window.try_snapshot_options(name, &options()));
    }
    results.unwrap();
}

#[test]
fn the_beginning_looks_as_it_did() {
    if !has_driver() {
        return;
    }
    let folder = Folder::new("beginning");
    let mut results = SnapshotResults::new();
    let mut window = window_in(&folder.0, Vec::new(), "light");
    window.set_size(egui::vec2(960.0, 600.0));
    window.run_ok();
    results.add(window.try_snapshot_options("start", &options()));
    window.get_by_label("New plan for Nepal").click_accesskit();
    window.run_ok();
    wait(&mut window, "the findings", |h| h.query_by_label_contains("hint").is_some());
    window.set_size(egui::vec2(880.0, 560.0));
    window.run_ok();
    results.add(window.try_snapshot_options("team-empty", &options()));
    results.unwrap();
}

/// A plan with more people in it than anybody should invite, all with long names.
fn crowded(folder: &Folder) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/bangladesh-leather.plan.ron");
    let mut plan = rencana::file::read(&std::fs::read(from).unwrap()).unwrap().plan;
    let some: Vec<_> = plan.stakeholders.iter().cloned().collect();
    let many = some.iter().cycle().take(40).zip(1_u64..).map(|(row, n)| {
        let name = format!("{} {n}, with all who deliver to it and buy from it", row.name.best(&[]).raw());
        Arc::new(Stakeholder {
            id: Id::from_bits(n),
            name: Text::english(&name),
            superior: n == 1,
            ..row.clone()
        })
    });
    plan.stakeholders = Table::from_shared(many);
    let path = folder.0.join("crowded.plan.ron");
    std::fs::write(&path, rencana::file::write(&plan, &Extras::default()).unwrap()).unwrap();
    path
}

#[test]
fn a_crowded_page_looks_as_it_did() {
    if !has_driver() {
        return;
    }
    let folder = Folder::new("crowded");
    let mut window = window_in(&folder.0, vec![crowded(&folder)], "light");
    let page = |h: &egui_kittest::Harness<'_, _>| page_tab(h, "Stakeholders").is_some();
    wait(&mut window, "the plan", page);
    window.set_size(egui::vec2(880.0, 560.0));
    window.run_ok();
    show_page(&mut window, "Stakeholders");
    wait(&mut window, "the findings", |h| h.query_by_label_contains("hint").is_some());
    window.run_ok();
    window.snapshot_options("stakeholders-crowded", &options());
}

/// A slide of a talk in the window: a worked plan, the language that is shown, how far to go, the heading there.
const SLIDES: [(&str, &str, Option<&str>, usize, &str); 2] = [
    ("talk-problem", "nepal-lokta-paper", None, 1, "The problem"),
    ("talk-way", "iran-filigree", Some("Show فارسی"), 4, "What we want to reach"),
];

#[test]
fn a_talk_looks_as_it_did() {
    if !has_driver() {
        return;
    }
    let folder = Folder::new("talk");
    let mut results = SnapshotResults::new();
    for (name, example, language, steps, heading) in SLIDES {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{example}.plan.ron"));
        let path = folder.0.join(format!("{example}.plan.ron"));
        std::fs::copy(from, &path).unwrap();
        let mut window = window_in(&folder.0, vec![path], "light");
        wait(&mut window, "the plan", |h| page_tab(h, "Risks").is_some());
        window.set_size(egui::vec2(880.0, 495.0));
        window.run_ok();
        if let Some(language) = language {
            window.get_by_role_and_label(Role::RadioButton, language).click_accesskit();
            window.run_ok();
        }
        window.key_press(Key::F5);
        window.step();
        wait(&mut window, "the slides", |h| h.query_by_role(Role::Image).is_some());
        for _ in 0..steps {
            window.key_press(Key::PageDown);
            window.step();
        }
        // A clock at zero that stands is not shown.
        for key in [Key::T, Key::Num0] {
            window.key_press(key);
            window.step();
        }
        // While its picture is drawn a slide shows its heading as words.
        wait(&mut window, "the picture", |h| h.query_by_label(heading).is_none());
        // The bar goes after three seconds.
        for _ in 0..16 {
            window.step();
        }
        let options = SnapshotOptions::new().threshold(1.0).max_failed_pixels(40_usize);
        results.add(window.try_snapshot_options(name, &options));
    }
    results.unwrap();
}

/// The paper plan of Nepal with three weeks to wait before the first stars, and a report.
fn reported() -> Plan {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/nepal-lokta-paper.plan.ron");
    let mut document = Document::saved(file::read(&std::fs::read(from).unwrap()).unwrap().plan);
    let named = |name: &str| {
        let plan = document.plan();
        plan.activities.iter().find(|a| a.name.best(&[]).raw().starts_with(name)).unwrap().clone()
    };
    let (stars, round) = (named("First stars"), named("Second round"));
    let waiting = stars.after.iter().map(|link| rencana::plan::After { lag_days: 21, ..*link }).collect();
    let status = ActivityStatus {
        activity: round.id,
        status: None,
        done_percent: Some(Decimal::from(60)),
        note: Text::default(),
    };
    let report = Report {
        on: "2018-07-01".parse().ok(),
        statuses: vec![status],
        ..Report::new(IdSource::seeded(1).next())
    };
    for edit in [Activity::change(stars.id, ActivityField::After(waiting)), Report::add(report, At::Last)] {
        document.apply(&edit).unwrap();
    }
    Plan::clone(document.plan())
}

/// The page alone, on a day that stays: in the window a clock says what today is.
#[test]
fn the_chart_of_a_country_looks_as_it_did() {
    if !has_driver() {
        return;
    }
    let plan = reported();
    let derived = Derived::new(&plan);
    let findings = check(&plan, &derived);
    let (words, packs) = (Words::new(Interface::English), Packs::builtin());
    let shown = plan.languages()[..1].to_vec();
    let page = Page::Section(Section::Activities);
    let mut window = Harness::builder()
        .with_size(egui::vec2(900.0, 600.0))
        .with_max_steps(40)
        .with_context_setup(app::dress)
        .build_ui_state(
            |ui, views: &mut Views| {
                let today = "2018-07-10".parse().unwrap();
                let cx = Cx {
                    plan: &plan,
                    derived: &derived,
                    findings: &findings,
                    words: &words,
                    packs: &packs,
                    shown: &shown,
                    goto: None,
                    today,
                };
                pages::page_ui(page, ui, &cx, views, &mut Outbox::new(IdSource::seeded(1)));
            },
            Views::default(),
        );
    window.ctx.set_theme(egui::Theme::Light);
    window.run();
    window.get_by_role_and_label(Role::Button, "weeks").click_accesskit();
    window.run();
    // Down to the last output.
    window.hover_at(egui::pos2(300.0, 400.0));
    window.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -900.0),
        modifiers: egui::Modifiers::NONE,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
    });
    window.run();
    window.remove_cursor();
    window.run();
    window.get_by_role_and_label(Role::Link, "3.2 waits 21 days after 3.1 is finished");
    let mut results = SnapshotResults::new();
    let options = SnapshotOptions::new().threshold(1.0).max_failed_pixels(20_usize);
    results.add(window.try_snapshot_options("chart", &options));
    results.unwrap();
}
