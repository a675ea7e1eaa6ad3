//! Beside the page: finding words in the plan, and putting others in their place.

use super::findings::said_button;
use crate::{
    analysis::search::{self, Hit, Needle},
    checks::place_name,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, Icon, tokens},
    },
};
use egui::{Id, Key, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

/// The search while it is open.
#[derive(Debug, Default)]
pub struct FindView {
    typed: String,
    with: String,
    /// The hit that was led to last.
    chosen: Option<usize>,
    /// What is found of what was typed, in which revision.
    known: Option<(u64, String, Vec<Hit>)>,
    /// Where to go when the hits are up to date.
    step: Option<Step>,
    /// The field takes the focus.
    wants_focus: bool,
    /// The field keeps the focus while the page shows the hit, so that Enter goes on to the next.
    keeps_focus: bool,
    /// How many were replaced at once.
    replaced: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Next,
    Previous,
}

impl FindView {
    /// A search whose field takes the focus.
    #[must_use]
    pub fn opened() -> Self {
        Self { wants_focus: true, ..Self::default() }
    }

    /// The field takes the focus.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Leads to the next hit, or to the one before.
    pub fn step(&mut self, forward: bool) {
        self.step = Some(if forward { Step::Next } else { Step::Previous });
    }

    /// Brings the hits up to the plan and to what is typed.
    fn follow(&mut self, cx: &Cx<'_>, revision: u64) {
        if self.known.as_ref().is_some_and(|(of, typed, _)| *of == revision && *typed == self.typed) {
            return;
        }
        if self.known.as_ref().is_some_and(|(_, typed, _)| *typed != self.typed) {
            (self.chosen, self.replaced) = (None, None);
        }
        let hits =
            Needle::new(&self.typed).map(|needle| search::search(cx.plan, &needle)).unwrap_or_default();
        self.known = Some((revision, self.typed.clone(), hits));
    }

    fn hits(&self) -> &[Hit] {
        self.known.as_ref().map_or(&[], |(_, _, hits)| hits)
    }

    /// Does the step that was asked for.
    fn take_step(&mut self, out: &mut Outbox) {
        let Some(step) = self.step.take() else { return };
        let count = self.hits().len();
        if count == 0 {
            return;
        }
        let next = match (self.chosen, step) {
            (None, Step::Next) => 0,
            (None, Step::Previous) => count - 1,
            (Some(i), Step::Next) => (i + 1) % count,
            (Some(i), Step::Previous) => (i.min(count) + count - 1) % count,
        };
        self.go(next, out);
    }

    fn go(&mut self, hit: usize, out: &mut Outbox) {
        if let Some(place) = self.hits().get(hit).map(|hit| hit.place) {
            self.chosen = Some(hit);
            out.go(place);
        }
    }
}

fn field_id() -> Id {
    Id::unique("find in the plan")
}

/// Shows the search. `revision` is that of the plan. Returns whether it stays open.
pub fn find_ui(ui: &mut Ui, cx: &Cx<'_>, revision: u64, view: &mut FindView, out: &mut Outbox) -> bool {
    let mut stays = true;
    ui.horizontal(|ui| {
        text::label(ui, &cx.words.get("find-title"), Style::body().strong());
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            stays &= !kit::icon_button(ui, Icon::Cross, &cx.words.get("find-close")).clicked();
        });
    });
    stays &= !what_ui(ui, cx, view);
    view.follow(cx, revision);
    view.take_step(out);
    if !view.typed.is_empty() {
        count_ui(ui, cx, view, out);
        if !view.hits().is_empty() {
            with_ui(ui, cx, view, out);
        }
        ui.add_space(6.0);
        hits_ui(ui, cx, view, out);
    } else {
        text::label(ui, &cx.words.get("find-note"), Style::small().color(tokens(ui).ink_soft));
    }
    // Who closes the search goes on writing where it led.
    if let Some(hit) = view.chosen.filter(|_| !stays) {
        view.go(hit, out);
    }
    stays
}

/// The field for what is looked for. Returns whether Escape was pressed in it.
fn what_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut FindView) -> bool {
    let id = field_id();
    let back = ui.input(|i| i.modifiers.shift);
    let name = cx.words.get("find-what");
    let field = text::Edit::singleline(id, &mut view.typed).name(&*name).hint(&*name).show(ui);
    if field.committed {
        view.step(!back);
        view.keeps_focus = true;
    } else if view.keeps_focus && cx.goto.is_none() {
        (view.keeps_focus, view.wants_focus) = (false, true);
    }
    // On the way to a place the focus is there for some frames; Escape is meant for the search then, too.
    let is_asked = field.left || view.keeps_focus || view.wants_focus;
    if is_asked && ui.input(|i| i.key_pressed(Key::Escape)) {
        (view.keeps_focus, view.wants_focus) = (false, false);
        return true;
    }
    if std::mem::take(&mut view.wants_focus) || view.keeps_focus {
        ui.memory_mut(|m| m.request_focus(id));
        ui.ctx().request_repaint();
    }
    false
}

/// How many there are, and the way from one to the next.
fn count_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut FindView, out: &mut Outbox) {
    let count = view.hits().len();
    ui.horizontal(|ui| {
        let said = match view.chosen.filter(|i| *i < count) {
            _ if count == 0 => cx.words.get("find-nothing").into_owned(),
            Some(i) => cx.words.with("find-at", &[("at", (i + 1).into()), ("count", count.into())]),
            None => cx.words.with("find-count", &[("count", count.into())]),
        };
        text::label(ui, &said, Style::small().color(tokens(ui).ink_soft));
        if count > 0 {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                for (icon, key, step) in [
                    (Icon::Down, cx.words.get("command-find-next"), Step::Next),
                    (Icon::Up, cx.words.get("command-find-previous"), Step::Previous),
                ] {
                    if kit::icon_button(ui, icon, &key).clicked() {
                        view.step = Some(step);
                        view.take_step(out);
                    }
                }
            });
        }
    });
    if let Some(count) = view.replaced {
        let said = cx.words.with("find-replaced", &[("count", count.into())]);
        text::label(ui, &said, Style::small().color(tokens(ui).good));
    }
}

/// The field for other words, and what puts them in.
fn with_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut FindView, out: &mut Outbox) {
    let name = cx.words.get("find-with");
    text::Edit::singleline(Id::unique("replace in the plan"), &mut view.with)
        .name(&*name)
        .hint(&*name)
        .show(ui);
    let count = view.hits().len();
    ui.horizontal_wrapped(|ui| {
        let chosen = view.chosen.filter(|i| *i < count);
        ui.add_enabled_ui(chosen.is_some(), |ui| {
            if let (true, Some(i)) = (kit::button(ui, &cx.words.get("find-replace")).clicked(), chosen) {
                replace_one(cx, view, i, out);
            }
        });
        let all = cx.words.with("find-replace-all", &[("count", count.into())]);
        if said_button(ui, &all, &all).clicked()
            && let Some(edit) = search::replace(cx.plan, view.hits(), &view.with)
        {
            out.edit(edit);
            (view.chosen, view.replaced) = (None, Some(count));
        }
    });
}

/// Replaces the chosen hit; the one behind it is the chosen one then.
fn replace_one(cx: &Cx<'_>, view: &mut FindView, chosen: usize, out: &mut Outbox) {
    let Some(edit) = search::replace(cx.plan, &view.hits()[chosen..=chosen], &view.with) else { return };
    out.edit(edit);
    // Where the new words hold what is looked for, they are a hit themselves: it is left behind.
    let again = Needle::new(&view.typed).is_some_and(|needle| needle.is_in(&view.with));
    let (count, next) = (view.hits().len() + usize::from(again) - 1, chosen + usize::from(again));
    view.chosen = (count > 0).then(|| next % count);
    let behind = view.hits().get(chosen + 1).or(view.hits().first());
    if let Some(place) = behind.map(|hit| hit.place).filter(|_| count > 0) {
        out.go(place);
    }
}

/// The height of a hit in the list, in points: its place and one line of words.
const HIT: f32 = 48.0;

fn hits_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut FindView, out: &mut Outbox) {
    let count = view.hits().len();
    if count == 0 {
        return;
    }
    let mut wanted = None;
    ui.spacing_mut().item_spacing.y = 2.0;
    ScrollArea::vertical().id_salt("hits").auto_shrink(false).show_rows(ui, HIT, count, |ui, shown| {
        for i in shown {
            if hit_ui(ui, cx, &view.hits()[i], view.chosen == Some(i)) {
                wanted = Some(i);
            }
        }
    });
    if let Some(i) = wanted {
        view.go(i, out);
    }
}

/// A hit: its place, and the words around it with the hit on a tinted ground. Says whether it was clicked.
fn hit_ui(ui: &mut Ui, cx: &Cx<'_>, hit: &Hit, is_chosen: bool) -> bool {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HIT), Sense::click());
    let place = place_name(&hit.place, cx.plan, cx.derived, cx.words);
    let (line, at) = hit.snippet();
    let said = format!("{place}: {line}");
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_chosen, &said));
    if is_chosen || response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, kit::RADIUS, t.indigo_wash);
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(1.0, t.indigo);
        ui.painter().rect_stroke(rect, kit::RADIUS, stroke, egui::StrokeKind::Inside);
    }
    let inner = rect.shrink2(vec2(8.0, 4.0));
    let soft = Style::small().color(t.ink_soft).elided();
    let place = text::galley(ui.ctx(), &place, &soft, inner.width());
    let below = inner.top() + place.size().y + 2.0;
    ui.painter().galley(inner.min, place, t.ink_soft);
    let galley = text::galley(ui.ctx(), &line, &Style::body().elided(), inner.width());
    let origin = pos2(inner.left(), below);
    if let Some(ground) = ground_of(&galley, at) {
        // In a mirrored frame the text stays as it is, and its ground is turned to where it stands then.
        let ground = if text::is_mirrored(ui.ctx()) {
            let (left, right) = (galley.size().x - ground.right(), galley.size().x - ground.left());
            Rect::from_x_y_ranges(left..=right, ground.y_range())
        } else {
            ground
        };
        ui.painter().rect_filled(ground.translate(origin.to_vec2()), 3.0, t.soga.gamma_multiply(0.35));
    }
    ui.painter().galley(origin, galley, t.ink);
    response.clicked()
}

/// Where these characters of a text in one row stand, if they are shown.
fn ground_of(galley: &egui::Galley, at: std::ops::Range<usize>) -> Option<Rect> {
    let row = galley.rows.first()?;
    let glyphs = row.row.glyphs.get(at.start..at.end.min(row.row.glyphs.len()))?;
    let left = glyphs.iter().map(|g| g.pos.x).reduce(f32::min)?;
    let right = glyphs.iter().map(|g| g.pos.x + g.advance_width).reduce(f32::max)?;
    let (top, bottom) = (row.pos.y, row.pos.y + row.row.size.y);
    Some(Rect::from_min_max(pos2(row.pos.x + left, top), pos2(row.pos.x + right, bottom)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        plan::{IDENTITY, MATRIX, Place},
        ui::{
            Page,
            testing::{Stage, click, example, field, write},
        },
    };
    use egui_kittest::{Harness, kittest::Queryable};

    fn searching() -> Harness<'static, Stage> {
        let mut plan = example("nepal-lokta-paper");
        let mut identity = crate::plan::Identity::clone(&plan.identity);
        identity.superior = "QuincePatel, quincepatel".into();
        plan.identity = std::sync::Arc::new(identity);
        let mut stage = Stage::new(plan, Page::Section(crate::analysis::Section::Team));
        stage.find = Some(FindView::opened());
        let mut harness = stage.open(1366.0, 900.0);
        harness.run();
        harness
    }

    fn superior(harness: &Harness<'_, Stage>) -> String {
        harness.state().plan().identity.superior.raw().to_owned()
    }

    #[test]
    fn enter_goes_from_one_to_the_next_and_stays_in_the_field() {
        let mut harness = searching();
        assert!(field(&harness, "Words to find").is_focused(), "it is ready to type");
        write(&mut harness, "Words to find", "QUINCEPATEL");
        harness.get_by_label("2 places");
        for said in ["1 of 2", "2 of 2", "1 of 2"] {
            harness.key_press(Key::Enter);
            harness.run();
            harness.get_by_label(said);
            assert!(field(&harness, "Words to find").is_focused(), "{said}");
        }
        // The way by the button, or by F3, ends in the plan.
        click(&mut harness, "Previous place found");
        harness.get_by_label("2 of 2");
        assert_eq!(harness.state().focused, Some(Place::field(IDENTITY.superior)));
    }

    #[test]
    fn words_are_replaced_one_by_one_and_all_in_one_step() {
        let mut harness = searching();
        write(&mut harness, "Words to find", "quincepatel");
        harness.key_press(Key::Enter);
        harness.run();
        write(&mut harness, "Words to put there", "Quince");
        click(&mut harness, "Replace");
        assert_eq!(superior(&harness), "Quince, quincepatel");
        harness.get_by_label("1 of 1");
        harness.state_mut().document.undo();
        harness.run();
        click(&mut harness, "Replace all 2 places");
        assert_eq!(superior(&harness), "Quince, Quince");
        harness.get_by_label("Nothing found");
        assert_eq!(harness.state().document.steps().count(), 1);
    }

    #[test]
    fn a_hit_on_another_page_leads_there_and_escape_closes() {
        let mut harness = searching();
        let purpose = harness.state().plan().matrix.purpose.best(&[]).raw().to_owned();
        write(&mut harness, "Words to find", &purpose.to_uppercase());
        harness
            .get_by(|node| {
                node.role() == egui::accesskit::Role::Button
                    && node.label().is_some_and(|l| l.contains(&purpose[..20]))
            })
            .click_accesskit();
        harness.run();
        assert_eq!(harness.state().focused, Some(Place::field(MATRIX.purpose)));
        field(&harness, "Words to find").focus();
        harness.run();
        harness.key_press(Key::Escape);
        harness.run();
        assert!(harness.state().find.is_none());
        assert_eq!(harness.state().focused, Some(Place::field(MATRIX.purpose)), "writing goes on there");
    }
}
