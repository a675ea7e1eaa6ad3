//! Beside the page: the document as it will be on paper. Who clicks a piece of text goes to its field.

use crate::{
    export::{Mark, Sheets},
    locale::Words,
    plan::Place,
    text::{self, Style},
    ui::{
        Command, Outbox,
        kit::{self, Icon, tokens},
    },
};
use egui::{
    Color32, CursorIcon, Id, Key, Modifiers, Pos2, Rect, Response, ScrollArea, Sense, Shape, Stroke,
    StrokeKind, TextureId, Ui, Vec2, WidgetInfo, emath::GuiRounding as _, pos2, vec2,
};

/// Around a page, in points of the window.
const GAP: f32 = 12.0;
/// Pages that are drawn before they come into sight, on either side.
const AHEAD: usize = 1;

/// What the preview reads.
pub struct PreviewCx<'a> {
    /// Interface words.
    pub words: &'a Words,
    /// The document; nothing: it was not laid out yet.
    pub sheets: Option<&'a Sheets>,
    /// The picture of a page, if it was drawn; it may be an older one.
    pub picture: &'a dyn Fn(usize) -> Option<TextureId>,
    /// Why the document is not as the plan is now, in words.
    pub problem: Option<&'a str>,
    /// The field that is edited.
    pub focus: Option<Place>,
    /// Whether the pane itself has the focus of the keyboard.
    pub is_focused: bool,
}

/// What the preview remembers.
#[derive(Debug, Clone, Default)]
pub struct PreviewView {
    /// The page that is looked at, from 0.
    page: usize,
    /// Where to scroll to, in points of the window from the top of the first page.
    scroll: Option<f32>,
    /// The field that was followed last.
    followed: Option<Place>,
    /// The page that takes the focus of the keyboard.
    wants_focus: Option<usize>,
    /// The pages in sight and beside them.
    pub wanted: Vec<usize>,
    /// How wide a page is, in pixels.
    pub width: u32,
}

/// The pages one below the other, in points of the window.
struct Stack<'a> {
    sheets: &'a Sheets,
    width: f32,
    /// The upper edge of each page, and the lower end of all.
    tops: Vec<f32>,
}

impl<'a> Stack<'a> {
    fn new(sheets: &'a Sheets, width: f32) -> Self {
        let mut tops = vec![0.0];
        let mut at = 0.0;
        for page in 0..sheets.count() {
            let [wide, high] = sheets.size(page);
            at += width * high / wide.max(1.0) + GAP;
            tops.push(at);
        }
        Self { sheets, width, tops }
    }

    fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    fn top(&self, page: usize) -> f32 {
        self.tops.get(page).copied().unwrap_or_default()
    }

    /// Points of the window to a point of the page.
    fn scale(&self, page: usize) -> f32 {
        self.width / self.sheets.size(page)[0].max(1.0)
    }

    /// The page at a height.
    fn page_at(&self, y: f32) -> usize {
        let last = self.sheets.count().saturating_sub(1);
        self.tops.partition_point(|top| *top <= y).saturating_sub(1).min(last)
    }
}

/// Shows the preview. What is wanted of it next stands in the view afterwards.
pub fn preview_ui(ui: &mut Ui, cx: &PreviewCx<'_>, view: &mut PreviewView, out: &mut Outbox) {
    let count = cx.sheets.map_or(0, Sheets::count);
    view.page = view.page.min(count.saturating_sub(1));
    let turn = head_ui(ui, cx, view.page, count, out);
    if let Some(problem) = cx.problem {
        text::label(ui, problem, Style::small().color(tokens(ui).warn));
    }
    let Some(sheets) = cx.sheets.filter(|sheets| sheets.count() > 0) else {
        if cx.problem.is_none() {
            text::label(ui, &cx.words.get("preview-waiting"), Style::small().color(tokens(ui).ink_soft));
        }
        return;
    };
    let stack = Stack::new(sheets, (ui.available_width() - 4.0).max(80.0).floor());
    let by_key = keys(ui, cx, view, count);
    if let Some(page) = by_key.or(turn) {
        view.page = page;
        view.scroll = Some(stack.top(page));
        // Who turns pages by keys is told which one it is; a button that was clicked keeps the focus.
        view.wants_focus = by_key;
    }
    let room = ui.available_height();
    follow(cx, view, &stack, room);
    let mut area = ScrollArea::vertical().id_salt("preview").auto_shrink(false);
    if let Some(to) = view.scroll.take() {
        area = area.vertical_scroll_offset(to.min(stack.height() - room.min(stack.height())).max(0.0));
    }
    area.show_viewport(ui, |ui, seen| {
        ui.set_height(stack.height());
        view.page = stack.page_at(seen.top() + seen.height() / 3.0);
        let (first, last) = (stack.page_at(seen.top()), stack.page_at(seen.bottom()));
        for page in first..=last {
            page_ui(ui, cx, view, &stack, page, out);
        }
        view.wanted = (first.saturating_sub(AHEAD)..=(last + AHEAD).min(count - 1)).collect();
        // Pages in sight come before those beside them.
        view.wanted.sort_by_key(|page| !(first..=last).contains(page));
        view.width = pixels(stack.width * ui.pixels_per_point());
    });
}

/// A width of a page on the screen in whole pixels.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn pixels(width: f32) -> u32 {
    width.round().clamp(1.0, 8192.0) as u32
}

/// Name, page, buttons. Returns the page to turn to.
fn head_ui(ui: &mut Ui, cx: &PreviewCx<'_>, page: usize, count: usize, out: &mut Outbox) -> Option<usize> {
    let mut turn = None;
    ui.horizontal(|ui| {
        text::label(ui, &cx.words.get("preview-title"), Style::body().strong());
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if kit::icon_button(ui, Icon::Cross, &cx.words.get("preview-close")).clicked() {
                out.command(Command::TogglePreview);
            }
            if count > 0 {
                let next = kit::icon_button(ui, Icon::Down, &cx.words.get("preview-next"));
                let before = kit::icon_button(ui, Icon::Up, &cx.words.get("preview-previous"));
                if next.clicked() {
                    turn = Some((page + 1).min(count - 1));
                } else if before.clicked() {
                    turn = Some(page.saturating_sub(1));
                }
                let said = page_name(cx.words, page, count);
                text::label(ui, &said, Style::small().color(tokens(ui).ink_soft));
            }
        });
    });
    turn
}

fn page_name(words: &Words, page: usize, count: usize) -> String {
    words.with("preview-page", &[("page", (page + 1).into()), ("count", count.into())])
}

fn page_id(page: usize) -> Id {
    Id::unique(("preview page", page))
}

/// Turning pages by keys, while the pane or a page has the focus.
fn keys(ui: &Ui, cx: &PreviewCx<'_>, view: &PreviewView, count: usize) -> Option<usize> {
    let has_page = |page: &usize| ui.memory(|m| m.has_focus(page_id(*page)));
    let at = view.wanted.iter().copied().find(has_page).or(cx.is_focused.then_some(view.page))?;
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    if pressed(Key::PageDown) {
        Some((at + 1).min(count - 1))
    } else if pressed(Key::PageUp) {
        Some(at.saturating_sub(1))
    } else if pressed(Key::Home) {
        Some(0)
    } else if pressed(Key::End) {
        Some(count - 1)
    } else {
        None
    }
}

/// Scrolls to the field that is edited, when it is out of sight.
fn follow(cx: &PreviewCx<'_>, view: &mut PreviewView, stack: &Stack<'_>, room: f32) {
    if cx.focus == view.followed {
        return;
    }
    let Some(place) = cx.focus else { return };
    let Some(mark) = stack.sheets.shows(place).next() else { return };
    view.followed = cx.focus;
    let y = stack.top(mark.page) + mark.edges[1] * stack.scale(mark.page);
    view.scroll = Some((y - room / 3.0).max(0.0));
}

fn page_ui(
    ui: &mut Ui,
    cx: &PreviewCx<'_>,
    view: &mut PreviewView,
    stack: &Stack<'_>,
    page: usize,
    out: &mut Outbox,
) {
    let t = tokens(ui);
    let high = stack.top(page + 1) - stack.top(page) - GAP;
    let corner = ui.max_rect().min + vec2(2.0, stack.top(page) + 2.0);
    let rect = Rect::from_min_size(corner, vec2(stack.width, high)).round_to_pixels(ui.pixels_per_point());
    let response = ui.interact(rect, page_id(page), Sense::click());
    let name = page_name(cx.words, page, stack.sheets.count());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &name));
    if view.wants_focus == Some(page) {
        response.request_focus();
        view.wants_focus = None;
    }
    // Paper is white in the evening too; a soft edge keeps it calm.
    let painter = ui.painter().with_clip_rect(ui.clip_rect());
    painter.rect_filled(rect.translate(vec2(0.0, 2.0)).expand(1.5), 3.0, Color32::from_black_alpha(28));
    painter.rect_filled(rect, 0.0, Color32::WHITE);
    if let Some(picture) = (cx.picture)(page) {
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        painter.add(Shape::image(picture, rect, whole, Color32::WHITE));
    }
    let edge = if response.has_focus() { Stroke::new(2.0, t.indigo) } else { Stroke::new(1.0, t.line) };
    painter.rect_stroke(rect, 0.0, edge, StrokeKind::Outside);
    let paper = Paper { rect, scale: stack.scale(page), is_mirrored: text::is_mirrored(ui.ctx()) };
    if let Some(place) = cx.focus {
        let here = stack.sheets.shows(place).filter(|mark| mark.page == page);
        here.for_each(|mark| paper.outline(&painter, mark, 0x30));
    }
    if let Some(place) = asked(ui, stack.sheets, page, &paper, &response) {
        view.followed = Some(place);
        out.go(place);
    }
}

/// The field that was clicked. Shows which one would be, under the pointer.
fn asked(ui: &Ui, sheets: &Sheets, page: usize, paper: &Paper, response: &Response) -> Option<Place> {
    let at = |pos: Pos2| {
        let on_page = paper.on_page(pos);
        sheets.place_at(page, on_page.x, on_page.y)
    };
    let under = response.hover_pos().and_then(at);
    if let Some(place) = under {
        ui.set_cursor_icon(CursorIcon::PointingHand);
        let here = sheets.shows(place).filter(|mark| mark.page == page);
        here.for_each(|mark| paper.outline(ui.painter(), mark, 0x18));
    }
    if !response.clicked() {
        return None;
    }
    match response.interact_pointer_pos() {
        Some(pos) => at(pos),
        // By the keyboard: the first field of the page.
        None => sheets.marks().iter().find(|mark| mark.page == page).map(|mark| mark.place),
    }
}

/// Where a page lies in the window. Its picture is not mirrored with the window.
struct Paper {
    rect: Rect,
    scale: f32,
    is_mirrored: bool,
}

impl Paper {
    fn on_page(&self, pos: Pos2) -> Vec2 {
        let x = if self.is_mirrored { self.rect.right() - pos.x } else { pos.x - self.rect.left() };
        vec2(x, pos.y - self.rect.top()) / self.scale.max(f32::EPSILON)
    }

    fn outline(&self, painter: &egui::Painter, mark: &Mark, strength: u8) {
        let [left, top, right, bottom] = mark.edges.map(|edge| edge * self.scale);
        let (from, to) = if self.is_mirrored {
            (self.rect.right() - right, self.rect.right() - left)
        } else {
            (self.rect.left() + left, self.rect.left() + right)
        };
        let top_left = pos2(from, self.rect.top() + top);
        let field = Rect::from_min_max(top_left, pos2(to, self.rect.top() + bottom)).expand(2.0);
        // The indigo of the paper, which is light in both themes.
        let [red, green, blue, _] = kit::LIGHT.indigo.to_array();
        let wash = Color32::from_rgba_unmultiplied(red, green, blue, strength);
        painter.rect(field, 2.0, wash, Stroke::new(1.0, wash.gamma_multiply(2.0)), StrokeKind::Outside);
    }
}
