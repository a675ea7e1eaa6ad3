//! The start screen: a new plan by country, plans that were open before, recovered work, worked examples.

mod map;

use crate::{
    analysis::search::Needle,
    locale::Words,
    pack::Packs,
    plan::{Country, Day, Key, Lang},
    text::{self, Align, Style},
    ui::{
        Command, Outbox, Wish,
        kit::{self, Icon, tokens},
    },
};
use egui::{
    CornerRadius, Frame, Margin, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};
use std::{path::PathBuf, sync::Arc};

/// A plan for this country in this programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPlan {
    /// The country; none: chosen later.
    pub country: Option<Country>,
    /// The programme; may be none.
    pub programme: Key,
}

/// A plan that was open before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// Its file.
    pub path: PathBuf,
    /// Its title then.
    pub title: String,
    /// Its country then.
    pub country: Option<Country>,
    /// The day on which it was opened last.
    pub when: Option<Day>,
}

/// Work of a run that ended badly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// The title of the plan.
    pub title: String,
    /// What is known about it, in words: the file, and what changed since.
    pub about: String,
    /// What it has that its file has not: where, and what stands there now.
    pub changes: Arc<[(String, String)]>,
    /// Whether the program has ended more than once while opening it.
    pub is_risky: bool,
}

/// A worked example that ships with the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its country.
    pub country: Option<Country>,
}

/// Everything that the start screen shows.
pub struct StartCx<'a> {
    /// Interface words.
    pub words: &'a Words,
    /// Countries and programmes.
    pub packs: &'a Packs,
    /// Plans that were open before, the newest first.
    pub recent: &'a [Recent],
    /// Work that can be recovered.
    pub recovered: &'a [Recovered],
    /// What is to be said about how the last run ended.
    pub fall: Option<String>,
    /// Worked examples.
    pub examples: &'a [Example],
}

/// The height of the map, in points.
const MAP_HEIGHT: f32 = 216.0;

/// What the start screen remembers.
#[derive(Debug, Default)]
pub struct View {
    /// What is typed to find a country that is not in the programme.
    search: String,
    /// The country whose card or place on the map is under the pointer.
    lit: Option<Country>,
}

/// Shows the screen.
pub fn screen_ui(ui: &mut Ui, cx: &StartCx<'_>, view: &mut View, out: &mut Outbox) {
    let t = tokens(ui);
    let whole = ui.max_rect();
    let left_width = (whole.width() * 0.36).clamp(300.0, 440.0);
    egui::Panel::left("start left")
        .exact_size(left_width)
        .resizable(false)
        .frame(Frame::new().fill(t.surface))
        .show(ui, |ui| left_ui(ui, cx, out));
    egui::CentralPanel::default().frame(Frame::new().fill(t.paper)).show(ui, |ui| {
        ScrollArea::vertical().id_salt("start right").auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 28, right: 24, top: 24, bottom: 32 }).show(ui, |ui| {
                countries_ui(ui, cx, view, out);
                if !cx.recent.is_empty() {
                    ui.add_space(20.0);
                    examples_ui(ui, cx, out);
                }
            });
        });
    });
}

fn left_ui(ui: &mut Ui, cx: &StartCx<'_>, out: &mut Outbox) {
    let t = tokens(ui);
    let rect = ui.max_rect();
    let band = Rect::from_min_max(rect.min, pos2(rect.right(), rect.top() + 264.0));
    kit::kawung(ui.painter(), band, 44.0, 0.0, t.soga.gamma_multiply(0.16));
    Frame::new().inner_margin(Margin { left: 28, right: 28, top: 32, bottom: 20 }).show(ui, |ui| {
        text::label(ui, "Rencana", Style::start().color(t.indigo));
        text::label(ui, &cx.words.get("start-motto"), Style::body().color(t.ink_soft));
        ui.add_space(36.0);
        ui.horizontal(|ui| {
            if kit::primary_button(ui, &cx.words.get("start-new")).clicked() {
                let programme = cx.packs.programmes().first().map(|p| p.key.clone()).unwrap_or_default();
                out.wish(Wish::NewPlan(Box::new(NewPlan { country: None, programme })));
            }
            if kit::button(ui, &cx.words.get("start-open")).clicked() {
                out.command(Command::Open);
            }
        });
        ui.add_space(12.0);
        ScrollArea::vertical().id_salt("start lists").auto_shrink(false).show(ui, |ui| {
            if let Some(fall) = &cx.fall {
                text::label(ui, fall, Style::body().color(t.warn));
                ui.add_space(12.0);
            }
            if !cx.recovered.is_empty() {
                recovered_ui(ui, cx, out);
                ui.add_space(12.0);
            }
            recent_ui(ui, cx, out);
            // Who has no plan yet looks at one first.
            if cx.recent.is_empty() {
                ui.add_space(12.0);
                examples_ui(ui, cx, out);
            }
        });
    });
}

fn recovered_ui(ui: &mut Ui, cx: &StartCx<'_>, out: &mut Outbox) {
    let t = tokens(ui);
    text::label(ui, &cx.words.get("start-recovered"), Style::body().strong().color(t.warn));
    text::label(ui, &cx.words.get("start-recovered-note"), Style::small().color(t.ink_soft));
    for (i, found) in cx.recovered.iter().enumerate() {
        kit::card(ui, |ui| {
            ui.set_width(ui.available_width());
            let title =
                if found.title.is_empty() { cx.words.get("plan-untitled") } else { (&*found.title).into() };
            text::label(ui, &title, Style::body().strong());
            text::label(ui, &found.about, Style::small().color(t.ink_soft));
            changes_ui(ui, cx.words, &found.changes);
            ui.horizontal(|ui| {
                let open = if found.is_risky { "recovered-open-anyway" } else { "start-recover" };
                if kit::button(ui, &cx.words.get(open)).clicked() {
                    out.wish(Wish::Recover(i));
                }
                if found.is_risky && kit::link_button(ui, &cx.words.get("recovered-show-folder")).clicked() {
                    out.wish(Wish::ShowRecovered(i));
                }
                if kit::link_button(ui, &cx.words.get("start-discard")).clicked() {
                    out.wish(Wish::DiscardRecovered(i));
                }
            });
        });
    }
}

/// The first few things that recovered work has and its file has not.
fn changes_ui(ui: &mut Ui, words: &Words, changes: &[(String, String)]) {
    const MOST: usize = 4;
    const LETTERS: usize = 80;
    let t = tokens(ui);
    for (place, now) in changes.iter().take(MOST) {
        let mut now: String = now.chars().take(LETTERS + 1).collect();
        if now.chars().count() > LETTERS {
            now = now.chars().take(LETTERS - 1).chain(['…']).collect();
        }
        let said = words.with("recovered-change", &[("place", place.as_str().into()), ("now", now.into())]);
        text::label(ui, &said, Style::small());
    }
    if let Some(more) = changes.len().checked_sub(MOST).filter(|more| *more > 0) {
        let said = words.with("versions-more", &[("count", more.into())]);
        text::label(ui, &said, Style::small().color(t.ink_soft));
    }
}

fn recent_ui(ui: &mut Ui, cx: &StartCx<'_>, out: &mut Outbox) {
    let t = tokens(ui);
    text::label(ui, &cx.words.get("start-recent"), Style::body().strong());
    if cx.recent.is_empty() {
        text::label(ui, &cx.words.get("start-recent-empty"), Style::body().color(t.ink_soft));
    }
    let langs = kit::interface_languages(cx.words);
    for recent in cx.recent {
        let country = recent.country.map(|c| cx.packs.country_name(c).best(&langs).raw().to_owned());
        let folder = recent.path.parent().map(|p| p.display().to_string()).unwrap_or_default();
        let about = [
            country.unwrap_or_default(),
            recent.when.map(|day| cx.words.day(day)).unwrap_or_default(),
            folder,
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
        let title =
            if recent.title.is_empty() { cx.words.get("plan-untitled") } else { (&*recent.title).into() };
        let response = row_button(ui, &title, &about, 28.0);
        if response.clicked() {
            out.wish(Wish::OpenFile(recent.path.clone()));
        }
        let corner = Rect::from_min_size(response.rect.right_top() + vec2(-30.0, 6.0), vec2(28.0, 28.0));
        let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(corner));
        let forget = cx.words.with("start-forget", &[("name", (&*title).into())]);
        if kit::icon_button(&mut inner, Icon::Cross, &forget).clicked() {
            out.wish(Wish::ForgetRecent(recent.path.clone()));
        }
    }
}

/// Two lines that can be clicked; `room` is kept free at the end.
fn row_button(ui: &mut Ui, first: &str, second: &str, room: f32) -> egui::Response {
    let t = tokens(ui);
    let width = ui.available_width();
    let inner = width - 20.0 - room;
    let title = text::galley(ui.ctx(), first, &Style::body().elided(), inner);
    let about = text::galley(ui.ctx(), second, &Style::small().color(t.ink_soft).elided(), inner);
    let height = title.size().y + about.size().y + 12.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{first}, {second}")));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(kit::RADIUS), t.indigo_wash);
    }
    let top = rect.min + vec2(10.0, 6.0);
    let below = top + vec2(0.0, title.size().y);
    let is_cut = title.elided || about.elided;
    ui.painter().galley(top, title, t.ink);
    ui.painter().galley(below, about, t.ink_soft);
    if is_cut { kit::hint(response, &format!("{first}\n{second}")) } else { response }
}

fn countries_ui(ui: &mut Ui, cx: &StartCx<'_>, view: &mut View, out: &mut Outbox) {
    let t = tokens(ui);
    let langs = kit::interface_languages(cx.words);
    let Some(programme) = cx.packs.programmes().first() else { return };
    text::label(ui, &cx.words.get("start-countries"), Style::section());
    ui.add_space(-4.0);
    text::label(ui, programme.title.best(&langs).raw(), Style::body().color(t.ink_soft));
    ui.add_space(8.0);
    let mut begin = |country| {
        let programme = programme.key.clone();
        out.wish(Wish::NewPlan(Box::new(NewPlan { country: Some(country), programme })));
    };
    let lit = view.lit.map(|c| (c, cx.packs.country_name(c).best(&langs).raw().to_owned()));
    let lit = lit.as_ref().map(|(country, name)| (*country, name.as_str()));
    let pointed = map::map_ui(ui, &programme.countries, lit, (MAP_HEIGHT, &cx.words.get("start-map")));
    if let Some(country) = pointed.country.filter(|_| pointed.is_clicked) {
        begin(country);
    }
    ui.add_space(8.0);
    let mut hot = pointed.country;
    grid(ui, programme.countries.len(), |ui, i, size| {
        let country = programme.countries[i];
        let card = country_card(ui, cx, (country, pointed.country == Some(country)), size, &langs);
        if card.hovered() || card.has_focus() {
            hot = Some(country);
        }
        if card.clicked() {
            begin(country);
        }
    });
    if view.lit != hot {
        // The map is drawn before the cards: it follows them in the next frame.
        view.lit = hot;
        ui.ctx().request_repaint();
    }
    ui.add_space(12.0);
    kit::bar(ui, |ui| {
        text::label(ui, &cx.words.get("start-other-country"), Style::body().color(t.ink_soft));
        text::Edit::singleline(egui::Id::unique("start search"), &mut view.search)
            .name(cx.words.get("start-other-country"))
            .hint(cx.words.get("start-other-hint"))
            .width(240.0)
            .show(ui);
    });
    let wanted = view.search.trim();
    let Some(needle) = Needle::new(wanted).filter(|_| wanted.chars().count() > 1) else { return };
    let found = cx.packs.countries().iter().filter(|c| {
        c.name.iter().any(|(_, name)| needle.is_in(name.raw())) || c.code.code().eq_ignore_ascii_case(wanted)
    });
    let mut none = true;
    ui.horizontal_wrapped(|ui| {
        for entry in found.take(12) {
            none = false;
            if kit::button(ui, entry.name.best(&langs).raw()).clicked() {
                let programme = programme.key.clone();
                out.wish(Wish::NewPlan(Box::new(NewPlan { country: Some(entry.code), programme })));
            }
        }
    });
    if none {
        text::label(ui, &cx.words.get("start-other-none"), Style::body().color(t.ink_soft));
    }
}

/// Cards in rows, as many in a row as fit.
fn grid(ui: &mut Ui, count: usize, mut cell: impl FnMut(&mut Ui, usize, egui::Vec2)) {
    const LEAST: f32 = 190.0;
    const GAP: f32 = 12.0;
    let width = ui.available_width();
    // A handful of columns: exact both ways.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (columns, card) = {
        let columns = (((width + GAP) / (LEAST + GAP)).floor() as usize).clamp(1, 4);
        (columns, (width - GAP * (columns - 1) as f32) / columns as f32)
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        for row in (0..count).step_by(columns) {
            ui.horizontal(|ui| {
                for i in row..(row + columns).min(count) {
                    cell(ui, i, vec2(card, 96.0));
                }
            });
        }
    });
}

/// A country: its name, the name in its own script, money and fiscal year.
fn country_card(
    ui: &mut Ui,
    cx: &StartCx<'_>,
    (country, is_pointed): (Country, bool),
    size: egui::Vec2,
    langs: &[Lang],
) -> egui::Response {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let names = cx.packs.country_name(country);
    let name = names.best(langs).raw().to_owned();
    let said = cx.words.with("start-new-for", &[("country", name.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let hot = is_pointed || response.hovered() || response.has_focus();
    let border = if hot { t.indigo } else { t.line };
    let fill = if hot { t.indigo_wash } else { t.surface };
    ui.painter().rect(
        rect,
        CornerRadius::same(kit::RADIUS),
        fill,
        Stroke::new(1.0, border),
        StrokeKind::Inside,
    );
    let inner = rect.shrink2(vec2(14.0, 10.0));
    let profile = cx.packs.country(country);
    let own = profile.and_then(|p| p.own_language()).map(|lang| names.get(lang).raw()).unwrap_or_default();
    let line = |text: &str, style: Style, y: f32| {
        let style = style.align(Align::Start).elided();
        text::paint_within(
            ui.painter(),
            pos2(inner.left(), inner.top() + y),
            egui::Align2::LEFT_TOP,
            text,
            &style,
            t.ink,
            inner.width(),
        );
    };
    line(&name, Style::body().strong(), 0.0);
    line(own, Style::body().color(t.soga), 23.0);
    let currency = cx.packs.default_currency(country).map(|c| c.to_string()).unwrap_or_default();
    let fiscal = profile.and_then(|p| p.fiscal_starts.first()).filter(|f| f.is_firm()).map(|f| {
        let (month, day) = (f.value.month, f.value.day);
        let key = format!("month-{}-{month}", f.value.calendar.word());
        cx.words.with(
            "start-fiscal",
            &[("day", usize::from(day).into()), ("month", cx.words.get(&key).into_owned().into())],
        )
    });
    let about = [Some(currency), fiscal].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    line(&about, Style::small().color(t.ink_soft), 54.0);
    response
}

fn examples_ui(ui: &mut Ui, cx: &StartCx<'_>, out: &mut Outbox) {
    if cx.examples.is_empty() {
        return;
    }
    let t = tokens(ui);
    let langs = kit::interface_languages(cx.words);
    text::label(ui, &cx.words.get("start-examples"), Style::body().strong());
    text::label(ui, &cx.words.get("start-examples-note"), Style::small().color(t.ink_soft));
    for example in cx.examples {
        let country = example.country.map(|c| cx.packs.country_name(c).best(&langs).raw().to_owned());
        // Who looks for an example looks for a country.
        if row_button(ui, &country.unwrap_or_default(), &example.title, 0.0).clicked() {
            out.wish(Wish::OpenExample(example.name.clone()));
        }
    }
}
