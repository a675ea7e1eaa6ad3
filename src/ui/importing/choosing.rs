//! Taking and leaving: every change that a spreadsheet would make, in the plan's words.

use super::passed_over;
use crate::{
    checks::place_name,
    import::{Change, Given, Proposal, Subject, What, foreign::Mapping},
    plan::{Edit, Place, Plan, form::FieldForm},
    text::{self, Style},
    ui::{
        Cx,
        kit::{self, tokens},
    },
};
use egui::{Role, ScrollArea, Ui, WidgetInfo, vec2};
use std::collections::HashMap;

/// The height of a change, in points: a line with what it is about, a line with what it does.
const ROW: f32 = 46.0;
/// So many cells that were not understood are shown.
const MOST_UNREAD: usize = 50;

/// What is offered, and what is taken of it.
pub(super) struct View {
    proposal: Proposal,
    taken: Vec<bool>,
    /// Each change in two lines.
    lines: Vec<(String, String)>,
    /// Where the columns were pointed at; nothing for a workbook of the program's.
    back: Option<(Mapping, bool)>,
}

/// What the person wants.
pub(super) enum Done {
    Left,
    Take,
    Back(Mapping, bool),
}

impl View {
    pub fn new(proposal: Proposal, back: Option<(Mapping, bool)>, cx: &Cx<'_>) -> Self {
        let mut forms: HashMap<Subject, Vec<FieldForm>> = HashMap::new();
        let lines = proposal.changes.iter().map(|change| {
            let forms = forms.entry(change.subject).or_insert_with(|| change.subject.forms());
            lines_of(cx, change, forms)
        });
        let lines = lines.collect();
        Self { taken: proposal.changes.iter().map(|c| c.is_wanted).collect(), lines, proposal, back }
    }

    pub fn is_own(&self) -> bool {
        self.back.is_none()
    }

    /// The edit over everything that is taken, and how many changes that are.
    pub fn taken(&self, plan: &Plan) -> (Option<Edit>, usize) {
        let count = self.taken.iter().filter(|t| **t).count();
        (self.proposal.edit(plan, |i| self.taken.get(i).copied().unwrap_or(false)), count)
    }
}

/// What a change is about, and what it does.
fn lines_of(cx: &Cx<'_>, change: &Change, forms: &[FieldForm]) -> (String, String) {
    let block = change.subject.block();
    let place = |field| Place { block, row: Some(change.row), field };
    let named = |field| place_name(&place(field), cx.plan, cx.derived, cx.words);
    let shown = |given: &Given| given.shown(forms, cx.plan, cx.words);
    match &change.what {
        What::Field { given, before, is_clash } => {
            let after = shown(given);
            let nothing = cx.words.get("import-nothing");
            let or_nothing = |text: &str| if text.is_empty() { nothing.to_string() } else { one_line(text) };
            let values = [("before", or_nothing(before).into()), ("after", or_nothing(&after).into())];
            let key = if *is_clash { "import-becomes-clash" } else { "import-becomes" };
            (named(Some(given.field)), cx.words.with(key, &values))
        }
        What::New { fields, .. } => {
            let thing = cx.words.get(block.words());
            let about = cx.words.with("import-new", &[("thing", thing.as_ref().into())]);
            let parts = fields.iter().map(|g| {
                let label = cx.words.get(g.field.words());
                format!("{label}: {}", one_line(&shown(g)))
            });
            (about, parts.collect::<Vec<_>>().join(" \u{b7} "))
        }
        What::Gone => (named(None), cx.words.get("import-gone").into_owned()),
    }
}

fn one_line(text: &str) -> String {
    let mut line = text.split_whitespace().take(60).collect::<Vec<_>>().join(" ");
    if let Some((at, _)) = line.char_indices().nth(300) {
        line.truncate(at);
        line.push('\u{2026}');
    }
    line
}

pub(super) fn page_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, height: f32) -> Option<Done> {
    let t = tokens(ui);
    for told in passed_over(cx, &view.proposal) {
        text::label(ui, &told, Style::body().color(t.ink_soft));
    }
    let unread = view.proposal.unread.len();
    let room = (height - 70.0 - if unread > 0 { 110.0 } else { 0.0 }).max(ROW * 2.0);
    if unread > 0 {
        unread_ui(ui, cx, &view.proposal);
    }
    if view.proposal.changes.is_empty() {
        text::label(ui, &cx.words.get("import-no-changes"), Style::body().strong());
    } else {
        all_ui(ui, cx, view);
        list_ui(ui, view, room);
    }
    ui.add_space(8.0);
    buttons_ui(ui, cx, view)
}

/// Take all, leave all.
fn all_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View) {
    ui.horizontal(|ui| {
        if kit::link_button(ui, &cx.words.get("import-take-all")).clicked() {
            view.taken.fill(true);
        }
        if kit::link_button(ui, &cx.words.get("import-leave-all")).clicked() {
            view.taken.fill(false);
        }
    });
}

fn list_ui(ui: &mut Ui, view: &mut View, room: f32) {
    let t = tokens(ui);
    let area = ScrollArea::vertical().id_salt("changes").max_height(room).auto_shrink([false, true]);
    ui.spacing_mut().item_spacing.y = 2.0;
    area.show_rows(ui, ROW, view.lines.len(), |ui, rows| {
        for i in rows {
            let (Some((about, does)), Some(taken)) = (view.lines.get(i), view.taken.get_mut(i)) else {
                continue;
            };
            let is_clash = matches!(
                view.proposal.changes.get(i).map(|c| &c.what),
                Some(What::Field { is_clash: true, .. })
            );
            ui.allocate_ui(vec2(ui.available_width(), ROW), |ui| {
                ui.horizontal(|ui| {
                    ui.set_height(ROW);
                    let response = ui.checkbox(taken, "");
                    let said = format!("{about}: {does}");
                    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, *taken, &said));
                    let width = ui.available_width() - 8.0;
                    let first = text::galley(ui.ctx(), about, &Style::body().strong().elided(), width);
                    let ink = if is_clash { t.warn } else { t.ink_soft };
                    let second = text::galley(ui.ctx(), does, &Style::body().color(ink).elided(), width);
                    let (rect, _) = ui.allocate_exact_size(vec2(width, ROW - 4.0), egui::Sense::hover());
                    ui.painter().galley(rect.min, first, t.ink);
                    ui.painter().galley(rect.min + vec2(0.0, 21.0), second, ink);
                });
            });
        }
    });
}

/// Cells that were not understood: where, what stands there, why.
fn unread_ui(ui: &mut Ui, cx: &Cx<'_>, proposal: &Proposal) {
    let t = tokens(ui);
    let count = proposal.unread.len();
    text::label(ui, &cx.words.with("import-unread", &[("count", count.into())]), Style::body().color(t.warn));
    let area = ScrollArea::vertical().id_salt("unread").max_height(76.0).auto_shrink([false, true]);
    area.show(ui, |ui| {
        for cell in proposal.unread.iter().take(MOST_UNREAD) {
            let place = if cell.sheet.is_empty() {
                cell.cell.clone()
            } else {
                format!("{} {}", cell.sheet, cell.cell)
            };
            let values = [
                ("cell", place.into()),
                ("shown", one_line(&cell.shown).into()),
                ("why", cx.words.get(cell.why.words()).as_ref().into()),
            ];
            text::label(ui, &cx.words.with("import-unread-cell", &values), Style::small().color(t.ink_soft));
        }
        if count > MOST_UNREAD {
            let more = cx.words.with("import-unread-more", &[("count", (count - MOST_UNREAD).into())]);
            text::label(ui, &more, Style::small().color(t.ink_soft));
        }
    });
}

fn buttons_ui(ui: &mut Ui, cx: &Cx<'_>, view: &View) -> Option<Done> {
    let mut done = None;
    let count = view.taken.iter().filter(|t| **t).count();
    ui.horizontal(|ui| {
        if count > 0 {
            let take = cx.words.with("import-take", &[("count", count.into())]);
            if kit::primary_button(ui, &take).clicked() {
                done = Some(Done::Take);
            }
        }
        if let Some((mapping, is_of_other_plan)) = &view.back
            && kit::button(ui, &cx.words.get("import-back")).clicked()
        {
            done = Some(Done::Back(mapping.clone(), *is_of_other_plan));
        }
        let key = if view.proposal.changes.is_empty() { "ask-close" } else { "ask-cancel" };
        if kit::link_button(ui, &cx.words.get(key)).clicked() {
            done = Some(Done::Left);
        }
    });
    done
}
