//! Fields of a plan: each knows its place, shows what the checks say about it, and wishes for an edit.
//!
//! All of them work alike: `kind(ui, cx, out, place, value, look, edit)`. `edit` turns a new value into the change of the plan.

use super::{
    Dates, Icon, day_picker,
    draft::{self, DraftLook},
    icon, tokens, widgets,
};
use crate::{
    checks::{Diagnostic, Severity},
    locale::grouped,
    plan::{Choice, Day, Decimal, Edit, Grouping, Lang, Place, Rating, Text, UserText},
    text::{self, Style},
    ui::{Cx, Outbox},
};
use egui::{ComboBox, Id, Response, Role, Ui, WidgetInfo};

/// What a list to choose from needs beside the chosen words, in points: its margins and the sign that opens it.
const COMBO_REST: f32 = 44.0;

/// How a field looks.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// The key of its label; nothing: the name of the field in the plan.
    pub label: Option<&'a str>,
    /// Whether the label and the findings are shown; a cell of a table has a heading above and a mark in its corner instead.
    pub is_cell: bool,
    /// Whether something beside the field names it already: the label is not drawn then.
    pub is_bare: bool,
    /// Rows of text: one is a single line, more wraps and grows.
    pub rows: usize,
    /// The key of what the empty field says.
    pub hint: &'a str,
    /// Width in points; nothing: all there is.
    pub width: Option<f32>,
    /// What comes before the label in the accessible name, such as `Output 2`: two fields of a page must not have one name.
    pub owner: &'a str,
}

impl<'a> Look<'a> {
    /// A field of one line in a form.
    pub const LINE: Look<'static> =
        Look { label: None, is_cell: false, is_bare: false, rows: 1, hint: "", width: None, owner: "" };
    /// A field of several lines in a form.
    pub const AREA: Look<'static> = Look { rows: 3, ..Look::LINE };
    /// A cell of a table, one line.
    pub const CELL: Look<'static> = Look { is_cell: true, ..Look::LINE };
    /// A cell of a table that wraps and grows.
    pub const TALL_CELL: Look<'static> = Look { rows: 2, is_cell: true, ..Look::LINE };

    /// The same, belonging to something: `Output 2`.
    #[must_use]
    pub const fn of(self, owner: &'a str) -> Look<'a> {
        Look { owner, ..self }
    }

    /// The same with another label.
    #[must_use]
    pub const fn labelled(self, key: &'a str) -> Look<'a> {
        Look { label: Some(key), ..self }
    }

    /// The same under a heading that names it: without a label of its own.
    #[must_use]
    pub const fn bare(self) -> Look<'a> {
        Look { is_bare: true, ..self }
    }

    /// The same with words for the empty field.
    #[must_use]
    pub const fn hinting(self, key: &'a str) -> Look<'a> {
        Look { hint: key, ..self }
    }

    /// The same, so wide in points.
    #[must_use]
    pub const fn wide(self, points: f32) -> Look<'a> {
        Look { width: Some(points), ..self }
    }

    fn label_of(&self, cx: &Cx<'_>, place: Place) -> String {
        let key = self.label.or(place.field.map(crate::plan::Field::words)).unwrap_or_default();
        cx.words.get(key).into_owned()
    }

    pub(super) fn name(&self, label: &str) -> String {
        if self.owner.is_empty() { label.to_owned() } else { format!("{}, {label}", self.owner) }
    }

    fn hint_of(&self, cx: &Cx<'_>) -> String {
        if self.hint.is_empty() { String::new() } else { cx.words.get(self.hint).into_owned() }
    }
}

/// The identity of the field at a place, in the language if it has one.
#[must_use]
pub fn field_id(place: Place, lang: Option<&Lang>) -> Id {
    Id::unique(("field", place, lang))
}

/// Text in the languages of the plan that are shown.
pub fn text(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: &Text,
    look: Look<'_>,
    edit: impl Fn(Text) -> Edit,
) {
    framed(ui, cx, out, place, look, |ui, cx, out, label| {
        let many = cx.shown.len() > 1;
        let part = |ui: &mut Ui, i: usize| {
            let lang = &cx.shown[i];
            let name =
                if many { format!("{} ({})", look.name(label), lang.as_str()) } else { look.name(label) };
            let mut typed = value.get(lang).raw().to_owned();
            let id = field_id(place, Some(lang));
            let shown = ui
                .vertical(|ui| {
                    if many {
                        let t = tokens(ui);
                        let dir = if lang.is_rtl() { text::Dir::Rtl } else { text::Dir::Ltr };
                        let style = Style::small().color(t.ink_soft).dir(dir).fill();
                        text::label(ui, lang.as_str(), style);
                    }
                    let hint = fallback_hint(cx, value, lang).unwrap_or_else(|| look.hint_of(cx));
                    show_text(ui, id, &mut typed, look, &name, hint, Some(lang))
                })
                .inner;
            if shown.changed {
                out.edit(edit(value.with(lang, UserText::new(&typed))));
            }
            visit(cx, out, place, &shown.response);
        };
        if look.is_cell {
            widgets::columns_or_stack(ui, cx.shown.len(), f32::INFINITY, part);
        } else {
            widgets::columns_or_stack(ui, cx.shown.len(), 260.0, part);
        }
    });
}

/// What is written in another language, as a hint in the empty field of this one.
fn fallback_hint(cx: &Cx<'_>, value: &Text, lang: &Lang) -> Option<String> {
    if cx.shown.len() > 1 || !value.get(lang).is_empty() || value.is_blank() {
        return None;
    }
    Some(value.best(cx.plan.languages()).raw().to_owned())
}

/// Text without a language: names, sources, contacts.
pub fn plain(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: &UserText,
    look: Look<'_>,
    edit: impl Fn(UserText) -> Edit,
) {
    framed(ui, cx, out, place, look, |ui, cx, out, label| {
        let mut typed = value.raw().to_owned();
        let id = field_id(place, None);
        let shown = show_text(ui, id, &mut typed, look, &look.name(label), look.hint_of(cx), None);
        if shown.changed {
            out.edit(edit(UserText::new(&typed)));
        }
        visit(cx, out, place, &shown.response);
    });
}

fn show_text(
    ui: &mut Ui,
    id: Id,
    typed: &mut String,
    look: Look<'_>,
    name: &str,
    hint: String,
    lang: Option<&Lang>,
) -> text::EditOutput {
    let style = lang.map_or(Style::body(), |lang| Style::body().lang(lang));
    let edit = if look.rows > 1 {
        text::Edit::multiline(id, typed).rows(if look.is_cell { 1 } else { look.rows })
    } else {
        text::Edit::singleline(id, typed)
    };
    let edit = edit.name(name).hint(hint).style(style);
    match look.width {
        Some(width) => edit.width(width).show(ui),
        None => edit.show(ui),
    }
}

/// A date.
pub fn day(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<Day>,
    look: Look<'_>,
    edit: impl Fn(Option<Day>) -> Edit,
) {
    framed(ui, cx, out, place, look, |ui, cx, out, label| {
        let dates = Dates::at(cx, place);
        let name = look.name(label);
        let (shown, hint) = (value.map(|d| dates.shown(d)).unwrap_or_default(), dates.hint(cx.today));
        let width = match (look.width, look.is_cell) {
            (Some(width), _) => Some(width.max(dates.width())),
            (None, true) => None,
            (None, false) => Some(180.0),
        };
        let draft_look = DraftLook { name: &name, hint: &hint, width, at_end: false };
        let done = draft::field(ui, field_id(place, None), &shown, &draft_look, |text| dates.read(text));
        let picked = day_picker::choose(ui, cx, &dates, &done.response, value, &name);
        if let Some(value) = picked.or(done.value) {
            out.edit(edit(value));
        }
        day_note_ui(ui, &dates, &done.response, value, done.is_wrong && picked.is_none(), look);
        visit(cx, out, place, &done.response);
    });
}

/// Below a date: what to type instead of what does not fit, or the Gregorian date and what to know about it.
fn day_note_ui(
    ui: &mut Ui,
    dates: &Dates<'_>,
    field: &Response,
    value: Option<Day>,
    is_wrong: bool,
    look: Look<'_>,
) {
    let t = tokens(ui);
    let remark = value.and_then(|day| dates.remark(day));
    let (words, ink) = match (is_wrong, value, remark) {
        (true, _, _) => (dates.wrong(), t.bad),
        (false, Some(day), None) => (dates.beside(day), t.ink_soft),
        (false, Some(day), Some(remark)) => (format!("{}. {remark}", dates.beside(day)), t.warn),
        (false, None, _) => return,
    };
    if words.is_empty() {
        return;
    }
    if look.is_cell {
        widgets::hint(field.clone(), &words);
    } else {
        text::label(ui, &words, Style::small().color(ink));
    }
}

/// A number with its digits in groups.
pub fn number(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<Decimal>,
    look: Look<'_>,
    edit: impl Fn(Option<Decimal>) -> Edit,
) {
    let grouping = cx.plan.identity.grouping.unwrap_or(Grouping::Thousands);
    let shown = value.map(|n| grouped(n.normalize(), grouping)).unwrap_or_default();
    typed(ui, cx, out, place, &shown, look, ("", "field-number-wrong", true), draft::read_number, edit);
}

/// A whole number without groups: a year, a count of months.
pub fn whole(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<i32>,
    look: Look<'_>,
    edit: impl Fn(Option<i32>) -> Edit,
) {
    let shown = value.map(|n| n.to_string()).unwrap_or_default();
    let read =
        |text: &str| draft::read_number(text).filter(|n| n.fract().is_zero()).and_then(|n| n.try_into().ok());
    typed(ui, cx, out, place, &shown, look, ("", "field-number-wrong", true), read, edit);
}

/// A value that is typed as text and may be wrong meanwhile. `kind`: keys of the hint in the empty field and of what is wrong,
/// and whether it stands at the end.
#[allow(
    clippy::too_many_arguments,
    reason = "the common inside of the fields above, called by them and by pages with codes"
)]
pub fn typed<T>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    shown: &str,
    look: Look<'_>,
    (hint, wrong, at_end): (&str, &str, bool),
    read: impl Fn(&str) -> Option<T>,
    edit: impl Fn(Option<T>) -> Edit,
) {
    framed(ui, cx, out, place, look, |ui, cx, out, label| {
        let name = look.name(label);
        let hint = if hint.is_empty() { look.hint_of(cx) } else { cx.words.get(hint).into_owned() };
        let draft_look = DraftLook {
            name: &name,
            hint: &hint,
            width: look.width.or((!look.is_cell).then_some(180.0)),
            at_end: at_end && look.is_cell,
        };
        let done = draft::field(ui, field_id(place, None), shown, &draft_look, read);
        if let Some(value) = done.value {
            out.edit(edit(value));
        }
        if done.is_wrong {
            let words = cx.words.get(wrong);
            if look.is_cell {
                widgets::hint(done.response.clone(), &words);
            } else {
                let t = tokens(ui);
                text::label(ui, &words, Style::small().color(t.bad));
            }
        }
        visit(cx, out, place, &done.response);
    });
}

/// One of a closed list, or none.
pub fn choice<T: Choice>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<T>,
    look: Look<'_>,
    edit: impl Fn(Option<T>) -> Edit,
) {
    let options: Vec<(T, String)> =
        T::all().iter().map(|c| (*c, cx.words.get(c.words()).into_owned())).collect();
    pick(ui, cx, out, place, value.as_ref(), &options, look, |c| edit(c.copied()));
}

/// One of these, or none.
#[allow(clippy::too_many_arguments, reason = "as its siblings, with the list to choose from")]
pub fn pick<T: PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<&T>,
    options: &[(T, String)],
    look: Look<'_>,
    edit: impl Fn(Option<&T>) -> Edit,
) {
    framed(ui, cx, out, place, look, |ui, cx, out, label| {
        let chosen = value.and_then(|v| options.iter().find(|(o, _)| o == v));
        let t = tokens(ui);
        let nothing = cx.words.get("choice-none");
        let width = match look.width {
            Some(width) => width,
            None if look.is_cell => ui.available_width(),
            None => ui.available_width().min(320.0),
        };
        let shown = match chosen {
            Some((_, name)) => {
                text::galley(ui.ctx(), name, &Style::body().elided(), (width - COMBO_REST).max(40.0))
            }
            None => text::galley(ui.ctx(), &nothing, &Style::body().color(t.ink_soft), f32::INFINITY),
        };
        let combo = ComboBox::from_id_salt(field_id(place, None))
            .width(width)
            .selected_text(shown)
            .truncate()
            .icon(widgets::list_sign);
        let response = combo
            .show_ui(ui, |ui| {
                ui.set_min_width(width.max(160.0));
                if option_ui(ui, &nothing, chosen.is_none()) && value.is_some() {
                    out.edit(edit(None));
                }
                for (option, name) in options {
                    let is_chosen = value == Some(option);
                    if option_ui(ui, name, is_chosen) && !is_chosen {
                        out.edit(edit(Some(option)));
                    }
                }
            })
            .response;
        let said = chosen.map_or_else(|| nothing.to_string(), |(_, name)| name.clone());
        let name = look.name(label);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, true, &name);
            info.current_text_value = Some(said.clone());
            info
        });
        visit(cx, out, place, &response);
    });
}

fn option_ui(ui: &mut Ui, name: &str, is_chosen: bool) -> bool {
    let galley = text::galley(ui.ctx(), name, &Style::body(), 420.0);
    ui.add(egui::Button::selectable(is_chosen, galley)).clicked()
}

/// Yes or no, with its label behind the box.
pub fn check(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: bool,
    look: Look<'_>,
    edit: impl Fn(bool) -> Edit,
) {
    let label = look.label_of(cx, place);
    let mut checked = value;
    let words =
        text::galley(ui.ctx(), if look.is_cell { "" } else { &label }, &Style::body(), ui.available_width());
    let response = ui.checkbox(&mut checked, words);
    let name = look.name(&label);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, checked, &name));
    if checked != value {
        out.edit(edit(checked));
    }
    visit(cx, out, place, &response);
    if !look.is_cell {
        findings_ui(ui, cx, out, place);
    }
}

/// One to five, as five signs in a row; a click on the chosen one takes it back.
pub fn rating(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<Rating>,
    look: Look<'_>,
    edit: impl Fn(Option<Rating>) -> Edit,
) {
    framed(ui, cx, out, place, look, |ui, cx, out, label| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let t = tokens(ui);
            for step in 1..=5u8 {
                let (rect, response) = ui.allocate_exact_size(egui::Vec2::splat(26.0), egui::Sense::click());
                let is_on = value.is_some_and(|v| v.value() >= step);
                let name = format!("{} {step}", look.name(label));
                response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, &name));
                let color = if is_on { t.soga } else { t.line };
                super::paint_icon(ui.painter(), rect.shrink(2.0), Icon::Star, color);
                if response.has_focus() || response.hovered() {
                    ui.painter().rect_stroke(
                        rect,
                        4.0,
                        egui::Stroke::new(1.0, t.indigo),
                        egui::StrokeKind::Inside,
                    );
                }
                if response.clicked() {
                    let next = Rating::new(step).filter(|r| value != Some(*r));
                    out.edit(edit(next));
                }
                visit(cx, out, place, &response);
            }
        });
    });
}

/// Label above, content, findings below; in a cell the content alone with a mark in its corner.
pub(super) fn framed(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    look: Look<'_>,
    content: impl FnOnce(&mut Ui, &Cx<'_>, &mut Outbox, &str),
) {
    let label = look.label_of(cx, place);
    if look.is_cell {
        let top = ui.cursor().left_top();
        content(ui, cx, out, &label);
        if let Some(worst) = cx.findings.worst_at(place) {
            mark_corner(ui, top, worst);
        }
        return;
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let t = tokens(ui);
        if !look.is_bare {
            text::label(ui, &label, Style::small().color(t.ink_soft));
        }
        content(ui, cx, out, &label);
        findings_ui(ui, cx, out, place);
    });
}

/// The colour and the sign of a severity.
#[must_use]
pub fn severity_look(ui: &Ui, severity: Severity) -> (egui::Color32, Icon) {
    let t = tokens(ui);
    match severity {
        Severity::Error => (t.bad, Icon::Octagon),
        Severity::Warning => (t.warn, Icon::Triangle),
        Severity::Hint => (t.ink_soft, Icon::Dot),
    }
}

pub(super) fn mark_corner(ui: &Ui, top: egui::Pos2, severity: Severity) {
    if severity == Severity::Hint {
        return;
    }
    let (color, _) = severity_look(ui, severity);
    let side = 7.0;
    let corner = vec![top, top + egui::vec2(side, 0.0), top + egui::vec2(0.0, side)];
    ui.painter().add(egui::Shape::convex_polygon(corner, color, egui::Stroke::NONE));
}

/// What the checks say about a place, with buttons for what a machine can mend.
pub fn findings_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, place: Place) {
    for finding in cx.findings.at(place).filter(|f| f.place == place) {
        finding_line(ui, cx, out, finding);
    }
}

/// What the checks say about a row and all its fields, with buttons for what a machine can mend.
pub fn row_findings_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: Place) {
    for finding in cx.findings.at(row) {
        finding_line(ui, cx, out, finding);
    }
}

fn finding_line(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, finding: &Diagnostic) {
    let (color, sign) = severity_look(ui, finding.severity);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 2.0);
        icon(ui, sign, 12.0, color);
        let ink = if finding.severity == Severity::Hint { tokens(ui).ink_soft } else { color };
        let said = text::label(ui, &finding.message(cx.words), Style::small().color(ink));
        widgets::hint(said, &finding.hint(cx.words));
        for fix in &finding.fixes {
            let galley = text::galley(
                ui.ctx(),
                &cx.words.get(fix.words),
                &Style::small().color(tokens(ui).indigo),
                f32::INFINITY,
            );
            if ui.add(egui::Button::new(galley).small()).clicked() {
                out.edit(fix.edit.clone());
            }
        }
    });
}

/// Tells the outbox where the focus is, and takes it when the person asked to be led here.
pub fn visit(cx: &Cx<'_>, out: &mut Outbox, place: Place, response: &Response) {
    if response.has_focus() {
        out.focused = Some(place);
    }
    let Some(goal) = cx.goto else { return };
    let leads_here = goal.block == place.block
        && goal.row == place.row
        && (goal.field.is_none() || goal.field == place.field);
    if leads_here && !out.arrived {
        out.arrived = true;
        response.request_focus();
        response.scroll_to_me(Some(egui::Align::Center));
    }
}

/// Whether the person asked to be led to something in this row.
#[must_use]
pub fn is_led_to(cx: &Cx<'_>, place: Place) -> bool {
    cx.goto.is_some_and(|g| g.block == place.block && g.row == place.row)
}
