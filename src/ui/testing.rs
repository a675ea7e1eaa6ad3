//! What the tests of pages share: one page over a plan, whose wishes come true after each frame.

use super::{
    Cx, Outbox, Page, Wish, pages,
    panes::{self, FindView, Side, SideView},
};
use crate::{
    analysis::Derived,
    checks::{Checker, Findings},
    document::Document,
    locale::{Interface, Words},
    pack::Packs,
    plan::{Day, Depth, Id, IdSource, Identity, Lang, Place, Plan},
};
use egui::accesskit::Role;
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable},
};
use std::sync::Arc;

/// A page over a plan.
pub struct Stage {
    pub document: Document,
    pub packs: Packs,
    pub words: Words,
    /// The languages that are shown.
    pub shown: Vec<Lang>,
    pub page: Page,
    pub today: Day,
    /// The place whose field has the focus.
    pub focused: Option<Place>,
    /// What was wished beside edits and ways: commands, documents.
    pub wishes: Vec<Wish>,
    /// What stands beside the page; nothing: the page alone.
    pub side: Option<Side>,
    /// The search in the plan; nothing: it is closed.
    pub find: Option<FindView>,
    /// The place whose field has or had the focus last.
    focus: Option<Place>,
    /// How the pages are shown.
    pub views: pages::Views,
    side_view: SideView,
    /// Who signs remarks.
    author: String,
    goto: Option<(Place, u8)>,
    ids: IdSource,
    checker: Checker,
    /// What was derived from the plan and found in it last.
    known: Option<(Arc<Plan>, Arc<Derived>, Arc<Findings>)>,
}

impl Stage {
    /// This page of a plan, in the plan's first language, in August 2017.
    pub fn new(plan: Plan, page: Page) -> Self {
        Self {
            shown: plan.languages()[..1].to_vec(),
            document: Document::saved(plan),
            packs: Packs::builtin(),
            words: Words::new(Interface::English),
            page,
            today: jiff::civil::date(2017, 8, 3),
            focused: None,
            wishes: Vec::new(),
            side: None,
            find: None,
            focus: None,
            views: pages::Views::default(),
            side_view: SideView::default(),
            author: String::new(),
            goto: None,
            ids: IdSource::seeded(1),
            checker: Checker::default(),
            known: None,
        }
    }

    pub fn plan(&self) -> &Plan {
        self.document.plan()
    }

    /// Leads to a place, as a finding or the palette does.
    pub fn go(&mut self, place: Place) {
        self.page = Page::of(place, self.plan());
        self.goto = Some((place, 8));
        self.focus = Some(place);
    }

    /// Whether the place that was led to last was shown.
    pub fn has_arrived(&self) -> bool {
        self.goto.is_none() && self.focused == self.focus
    }

    /// Shows it in a window of this size.
    pub fn open(self, width: f32, height: f32) -> Harness<'static, Self> {
        Harness::builder()
            .with_size(egui::vec2(width, height))
            .with_max_steps(40)
            .with_context_setup(crate::app::dress)
            .build_ui_state(|ui, stage: &mut Self| stage.frame(ui), self)
    }

    /// Derived answers and findings: made after a change alone, as in the window.
    fn derive(&mut self, plan: &Arc<Plan>) -> (Arc<Derived>, Arc<Findings>) {
        if let Some((_, derived, findings)) = self.known.as_ref().filter(|(of, ..)| Arc::ptr_eq(of, plan)) {
            return (Arc::clone(derived), Arc::clone(findings));
        }
        let derived = Arc::new(Derived::new(plan));
        let findings = Arc::new(self.checker.check(plan, &derived));
        self.known = Some((Arc::clone(plan), Arc::clone(&derived), Arc::clone(&findings)));
        (derived, findings)
    }

    fn frame(&mut self, ui: &mut egui::Ui) {
        let plan = Arc::clone(self.document.plan());
        let (derived, findings) = self.derive(&plan);
        let cx = Cx {
            plan: &plan,
            derived: &derived,
            findings: &findings,
            words: &self.words,
            packs: &self.packs,
            shown: &self.shown,
            goto: self.goto.map(|(place, _)| place),
            today: self.today,
        };
        let mut out = Outbox::new(self.ids.split());
        if let Some(side) = &mut self.side {
            egui::Panel::right("side").exact_size(320.0).show(ui, |ui| {
                let (page, focus, author) = (self.page, self.focus, self.author.as_str());
                let beside = panes::Beside { document: &self.document, page, focus, author };
                panes::side_ui(ui, &cx, beside, side, &mut self.side_view, &mut out);
            });
        }
        if let Some(mut find) = self.find.take() {
            let revision = self.document.revision();
            let shown = egui::Panel::right("find")
                .exact_size(320.0)
                .show(ui, |ui| panes::find_ui(ui, &cx, revision, &mut find, &mut out));
            self.find = shown.inner.then_some(find);
        }
        pages::page_ui(self.page, ui, &cx, &mut self.views, &mut out);
        self.focused = out.focused;
        self.focus = out.focused.or(self.focus);
        self.goto = self.goto.filter(|(_, left)| !out.arrived && *left > 0).map(|(p, left)| (p, left - 1));
        let wishes = out.take();
        if !wishes.is_empty() || self.goto.is_some() {
            ui.ctx().request_repaint();
        }
        for wish in wishes {
            match wish {
                Wish::Edit(edit) => {
                    self.document.apply(&edit).unwrap_or_else(|refused| panic!("{edit:?}: {refused}"));
                }
                Wish::Go(place) => self.go(place),
                Wish::Remarks(place) => {
                    self.side = Some(Side::Comments);
                    self.go(place);
                }
                Wish::SignAs(name) => self.author = name,
                Wish::Show(page) => self.page = page,
                other => self.wishes.push(other),
            }
        }
        // As the window does it when a hand rests.
        let is_moving = ui.ctx().input(|i| i.pointer.any_down() || !i.events.is_empty());
        if !is_moving && !out.is_held && !ui.ctx().text_edit_focused() {
            self.document.seal();
        }
    }
}

/// The text field with this accessible name.
#[track_caller]
pub fn field<'h>(harness: &'h Harness<'_, Stage>, name: &'h str) -> Node<'h> {
    let is_field = |role| matches!(role, Role::TextInput | Role::MultilineTextInput);
    harness.get_by(move |node| is_field(node.role()) && node.label().as_deref() == Some(name))
}

/// Where the letters of a field stand on the screen.
#[track_caller]
pub fn letters(harness: &Harness<'_, Stage>, name: &str) -> Vec<egui::Rect> {
    let field = field(harness, name);
    let node = field.accesskit_node();
    let count = node.document_range().text().chars().count();
    let place = |index: usize| {
        let start = node.text_position_from_global_usv_index(index).unwrap();
        let mut range = start.to_degenerate_range();
        range.set_end(start.forward_to_character_end());
        range.bounding_boxes()
    };
    #[allow(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let rect = |b: egui::accesskit::Rect| {
        egui::Rect::from_min_max(egui::pos2(b.x0 as f32, b.y0 as f32), egui::pos2(b.x1 as f32, b.y1 as f32))
    };
    (0..count).flat_map(place).map(rect).collect()
}

/// Writes into the text field with this accessible name.
#[track_caller]
pub fn write(harness: &mut Harness<'_, Stage>, name: &str, text: &str) {
    field(harness, name).focus();
    harness.run();
    field(harness, name).type_text(text);
    harness.run();
}

/// Clicks the button with this accessible name.
#[track_caller]
pub fn click(harness: &mut Harness<'_, Stage>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).click_accesskit();
    harness.run();
}

/// An empty plan that follows the whole method.
pub fn full_plan() -> Plan {
    let mut plan = Plan::new(Id::from_bits(1));
    plan.identity = Arc::new(Identity { depth: Some(Depth::Full), ..Identity::default() });
    plan
}

/// Opens a worked example.
pub fn example(name: &str) -> Plan {
    let path = format!("{}/examples/{name}.plan.ron", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    crate::file::read(&bytes).unwrap_or_else(|problem| panic!("{path}: {problem:?}")).plan
}
