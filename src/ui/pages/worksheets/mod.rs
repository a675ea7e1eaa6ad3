//! Worksheets: products, clusters, credit and policy instruments, counted and compared. What comes out can be taken into the plan.

mod cluster;
mod credit;
mod instrument;
mod ovop;
mod schedule;
#[cfg(test)]
mod tests;

use super::{
    Page,
    listed::{self, ListView},
    parts::{self, fact_ui, note},
    titled,
};
use crate::{
    analysis::Section,
    pack::{Entry, Sourced},
    plan::{Block, Field, Id, Plan, Row, Text},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, tokens},
    },
};
use egui::{Role, Ui};

/// What the page remembers.
#[derive(Debug, Default)]
pub struct View {
    /// The sheet that was chosen; nothing: the first that is written on.
    sheet: Option<Sheet>,
    ovop: ListView,
    clusters: ListView,
    credits: ListView,
    instruments: ListView,
    schedule: schedule::View,
}

impl View {
    /// At the first look: the first sheet that is written on, and what there is only one of unfolded.
    fn begin(&mut self, plan: &Plan) -> Sheet {
        self.ovop.unfold_only(&plan.ovop);
        self.clusters.unfold_only(&plan.clusters);
        self.credits.unfold_only(&plan.credits);
        self.instruments.unfold_only(&plan.instruments);
        let written = Sheet::ALL.into_iter().find(|sheet| sheet.count(plan) > 0);
        *self.sheet.insert(written.unwrap_or_default())
    }
}

/// A kind of worksheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Sheet {
    #[default]
    Ovop,
    Cluster,
    Credit,
    Instrument,
}

impl Sheet {
    const ALL: [Self; 4] = [Self::Ovop, Self::Cluster, Self::Credit, Self::Instrument];

    const fn words(self) -> &'static str {
        match self {
            Self::Ovop => "worksheets-ovop",
            Self::Cluster => "worksheets-cluster",
            Self::Credit => "worksheets-credit",
            Self::Instrument => "worksheets-instrument",
        }
    }

    fn count(self, plan: &Plan) -> usize {
        match self {
            Self::Ovop => plan.ovop.len(),
            Self::Cluster => plan.clusters.len(),
            Self::Credit => plan.credits.len(),
            Self::Instrument => plan.instruments.len(),
        }
    }

    /// The sheet on which a block is written.
    const fn of(block: Block) -> Option<Self> {
        match block {
            Block::OvopSheet => Some(Self::Ovop),
            Block::Cluster => Some(Self::Cluster),
            Block::CreditCase => Some(Self::Credit),
            Block::Instrument => Some(Self::Instrument),
            _ => None,
        }
    }
}

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    if let Some(sheet) = cx.goto.and_then(|goal| Sheet::of(goal.block)) {
        view.sheet = Some(sheet);
    }
    let sheet = view.sheet.unwrap_or_else(|| view.begin(cx.plan));
    titled(Page::Section(Section::Worksheets), ui, cx, |ui| {
        kit::form(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            sheets_ui(ui, cx, view, sheet);
            ui.add_space(4.0);
            let about = format!("{}-about", sheet.words());
            text::label(ui, &cx.words.get(&about), Style::body().color(tokens(ui).ink_soft));
            match sheet {
                Sheet::Ovop => ovop::sheet_ui(ui, cx, &mut view.ovop, out),
                Sheet::Cluster => cluster::sheet_ui(ui, cx, &mut view.clusters, out),
                Sheet::Credit => credit::sheet_ui(ui, cx, (&mut view.credits, &mut view.schedule), out),
                Sheet::Instrument => instrument::sheet_ui(ui, cx, &mut view.instruments, out),
            }
        });
    });
}

/// The four kinds, each with how many of it there are.
fn sheets_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, shown: Sheet) {
    let names = Sheet::ALL.map(|sheet| {
        let (name, count) = (cx.words.get(sheet.words()), sheet.count(cx.plan));
        if count > 0 { format!("{name} \u{b7} {count}") } else { name.into_owned() }
    });
    let names = names.each_ref().map(kit::Segment::from);
    let now = Sheet::ALL.iter().position(|sheet| *sheet == shown);
    if let Some(i) = kit::segments(ui, Role::Tab, &names, now, &Style::body()) {
        view.sheet = Some(Sheet::ALL[i]);
    }
}

/// A text of a row.
type TextOf<T> = fn(&T) -> &Text;

/// The sheets of one kind, each a line with its name and the beginning of another text, which unfolds to its fields.
fn profiles_ui<T: Row>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    view: &mut ListView,
    (unnamed, name, soft): (&str, TextOf<T>, TextOf<T>),
    body: impl FnMut(&mut Ui, &mut Outbox, &T, &str),
) {
    let rows: Vec<&T> = T::table(cx.plan).iter().collect();
    let unnamed = cx.words.get(unnamed);
    let line = |row: &T, owner: &str| {
        let title = kit::title_or(name(row), cx.shown, &unnamed).to_owned();
        let soft = soft(row).best(cx.shown).raw().lines().next().unwrap_or_default().to_owned();
        listed::Line { said: format!("{owner}: {title}"), lead: String::new(), title, soft, tag: None }
    };
    listed::list_ui(ui, cx, out, view, &rows, line, body);
}

/// The way to a new sheet: a strong button when it is the first.
fn add_ui<T: Row>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    words: &str,
    first: Field,
    row: impl FnOnce(Id<T>) -> T,
) {
    let words = cx.words.get(words);
    let is_first = T::table(cx.plan).is_empty();
    let button = if is_first { kit::primary_button(ui, &words) } else { kit::link_button(ui, &words) };
    if button.clicked() {
        parts::add_row(out, first, row);
    }
}

/// Something that a pack knows, with its source.
fn entry_ui(ui: &mut Ui, cx: &Cx<'_>, entry: &Sourced<Entry>) {
    let langs = kit::interface_languages(cx.words);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        text::label(ui, entry.value.name.best(&langs).raw(), Style::body().strong());
        if !entry.value.about.is_blank() {
            text::label(ui, entry.value.about.best(&langs).raw(), Style::body());
        }
        fact_ui(ui, cx, entry);
        ui.add_space(6.0);
    });
}

/// A label and what it says, in one row.
fn said_ui(ui: &mut Ui, label: &str, value: &str) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        note(ui, label);
        text::label(ui, value, Style::body());
    });
}
