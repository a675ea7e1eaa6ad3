//! The slides of a plan over the whole window, with a clock and what the speaker can say.
//!
//! Slides are pictures that threads draw; the view says which one it wants next. Keys: arrows, page keys, space and Enter go
//! from slide to slide, Home and End to the first and the last, B shows the notes, a full stop darkens the room, T stops the
//! clock, 0 sets it back, L changes the language, Escape ends. In a window from right to left the left arrow goes on.

mod bar;
mod keys;
#[cfg(test)]
mod tests;
mod timer;

pub use timer::{Pace, Timer, minutes_and_seconds};

use crate::{
    export::slides::{Picture, Show, Slide},
    locale::Words,
    plan::Lang,
    text::{self, Style},
    ui::kit::DARK,
};
use egui::{
    Align2, Color32, ColorImage, Context, Id, Pos2, Rect, Role, Sense, TextureHandle, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};
use std::collections::{BTreeMap, BTreeSet};

/// The bar goes when the pointer has rested so long, in seconds.
const BAR_STAYS: f64 = 3.0;
/// No picture is drawn wider than this, in pixels.
const WIDEST: f32 = 3840.0;

/// What there is to show.
pub struct PresentCx<'a> {
    /// Interface words.
    pub words: &'a Words,
    /// The slides; nothing: they are being made.
    pub show: Option<&'a Show>,
    /// Why they could not be made.
    pub failed: Option<&'a str>,
    /// The languages that the slides can speak, with their names in themselves.
    pub languages: &'a [(Lang, String)],
    /// The one that they speak.
    pub lang: &'a Lang,
}

/// What the speaker wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PresentWish {
    /// Back to the plan.
    End,
    /// The slides in this language.
    Speak(Lang),
    /// A picture of this slide, so many pixels wide.
    Draw(usize, u32),
}

/// A picture that is there.
struct Drawn {
    width: u32,
    texture: TextureHandle,
}

/// How far the talk has come.
pub struct Present {
    slide: usize,
    timer: Timer,
    is_dark: bool,
    has_notes: bool,
    /// When the pointer moved last, in seconds of the window's clock.
    moved: f64,
    /// Whether something in the bar has the focus.
    bar_has_focus: bool,
    pictures: BTreeMap<usize, Drawn>,
    /// The picture that is being drawn.
    asked: Option<(usize, u32)>,
    /// Those that could not be drawn: they are not asked for again and again.
    undrawn: BTreeSet<(usize, u32)>,
}

impl Present {
    /// Begins a talk of so many minutes with the first slide.
    #[must_use]
    pub fn new(minutes: u8, now: f64) -> Self {
        Self {
            slide: 0,
            timer: Timer::new(minutes),
            is_dark: false,
            has_notes: false,
            moved: now,
            bar_has_focus: false,
            pictures: BTreeMap::new(),
            asked: None,
            undrawn: BTreeSet::new(),
        }
    }

    /// The slide that is shown, from 0.
    #[must_use]
    pub const fn slide(&self) -> usize {
        self.slide
    }

    /// The clock.
    #[must_use]
    pub const fn timer(&self) -> &Timer {
        &self.timer
    }

    /// Forgets the pictures: the slides are other ones now.
    pub fn forget_pictures(&mut self) {
        self.pictures.clear();
        self.undrawn.clear();
        self.asked = None;
    }

    /// Takes in the picture that was asked for; nothing: it could not be drawn.
    pub fn take(&mut self, ctx: &Context, slide: usize, picture: Option<&Picture>) {
        let Some(picture) = picture else {
            self.undrawn.extend(self.asked.take());
            return;
        };
        let size = [picture.width, picture.height];
        let image = ColorImage::from_rgba_premultiplied(size, &picture.rgba);
        let texture = ctx.load_texture(format!("slide {slide}"), image, egui::TextureOptions::LINEAR);
        // Wider than any screen is no width of a picture.
        let width = u32::try_from(picture.width).unwrap_or(u32::MAX);
        self.pictures.insert(slide, Drawn { width, texture });
        self.asked = None;
        ctx.request_repaint();
    }

    /// Shows the slide over all the room, and says what the speaker wants.
    pub fn ui(&mut self, ui: &mut Ui, cx: &PresentCx<'_>) -> Vec<PresentWish> {
        let ctx = ui.ctx().clone();
        ui.set_style(ctx.style_of(egui::Theme::Dark));
        let now = ctx.input(|i| i.time);
        let mut wishes = Vec::new();
        let count = cx.show.map_or(0, |show| show.slides().len());
        self.slide = self.slide.min(count.saturating_sub(1));
        if ctx.input(|i| i.pointer.delta() != Vec2::ZERO || i.pointer.any_down()) {
            self.moved = now;
        }
        keys::keys(self, &ctx, cx, count, now, &mut wishes);
        let room = ui.max_rect();
        ui.painter().rect_filled(room, 0.0, DARK.paper);
        match (cx.show, cx.failed) {
            (_, Some(why)) => middle(ui, room, why, DARK.bad),
            (None, None) => middle(ui, room, &cx.words.get("present-making"), DARK.ink_soft),
            (Some(show), None) => self.show_ui(ui, cx, show, (room, now), &mut wishes),
        }
        bar::bar_ui(self, ui, cx, (count, now), &mut wishes);
        let until_bar_goes = (self.moved + BAR_STAYS - now).max(0.0);
        let next = [self.timer.next_second(now), (until_bar_goes > 0.0).then_some(until_bar_goes)];
        if let Some(wait) = next.into_iter().flatten().reduce(f64::min) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(wait));
        }
        wishes
    }

    /// Whether the bar can be seen.
    fn has_bar(&self, now: f64) -> bool {
        self.bar_has_focus || now - self.moved < BAR_STAYS
    }

    fn show_ui(
        &mut self,
        ui: &mut Ui,
        cx: &PresentCx<'_>,
        show: &Show,
        (room, now): (Rect, f64),
        wishes: &mut Vec<PresentWish>,
    ) {
        let Some(slide) = show.slides().get(self.slide) else { return };
        let stage = if self.has_notes { notes_stage(room) } else { fitted(room, room.center()) };
        self.slide_ui(ui, cx, (slide, show.slides().len()), (stage, now));
        if self.has_notes {
            frame_of(ui, stage);
            self.notes_ui(ui, cx, show, (room, stage));
        }
        self.time_ui(ui, cx, room, now);
        self.want_pictures(ui, stage.width(), show.slides().len(), wishes);
    }

    /// The slide itself: a click goes on, one with the other button back.
    fn slide_ui(
        &mut self,
        ui: &mut Ui,
        cx: &PresentCx<'_>,
        (slide, count): (&Slide, usize),
        (stage, now): (Rect, f64),
    ) {
        let response = ui.interact(stage, Id::unique("slide"), Sense::click());
        let values =
            [("number", (self.slide + 1).into()), ("count", count.into()), ("title", slide.name().into())];
        let name = cx.words.with("present-slide", &values);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        let said: Vec<_> = slide.said().collect();
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(said.join("\n"));
            node.set_live(egui::accesskit::Live::Polite);
        });
        if response.clicked() {
            self.step(true, count, now);
        } else if response.secondary_clicked() {
            self.step(false, count, now);
        }
        if self.is_dark {
            ui.painter().rect_filled(stage, 0.0, DARK.paper.gamma_multiply(0.0).to_opaque());
            return;
        }
        match self.pictures.get(&self.slide) {
            Some(drawn) => paint_picture(ui, stage, &drawn.texture),
            None => middle(ui, stage, &slide.name(), DARK.ink_soft),
        }
    }

    /// Beside the slide: what to say, and what comes next.
    fn notes_ui(&self, ui: &mut Ui, cx: &PresentCx<'_>, show: &Show, (room, stage): (Rect, Rect)) {
        let Some(slide) = show.slides().get(self.slide) else { return };
        let beside = Rect::from_min_max(
            pos2(stage.right() + 24.0, room.top() + 64.0),
            pos2(room.right() - 24.0, room.bottom() - 64.0),
        );
        let below = Rect::from_min_max(
            pos2(stage.left(), stage.bottom() + 16.0),
            pos2(stage.right(), room.bottom() - 64.0),
        );
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(beside).id_salt("notes"));
        inside.set_clip_rect(beside);
        egui::ScrollArea::vertical().id_salt(("notes", self.slide)).auto_shrink(false).show(
            &mut inside,
            |ui| {
                text::label(ui, &cx.words.get("slides-notes"), Style::body().strong().color(DARK.soga));
                for line in &slide.notes {
                    let lang = Lang::new(&line.lang).unwrap_or_default();
                    let words = format!("{} {}", line.lead, line.text);
                    ui.add_space(6.0);
                    text::label(ui, words.trim(), Style::new(20.0).lang(&lang).color(DARK.ink));
                }
            },
        );
        let Some(next) = show.slides().get(self.slide + 1) else { return };
        let words = cx.words.with("present-next-is", &[("title", next.name().into())]);
        let style = Style::body().color(DARK.ink_soft).elided();
        let head = text::paint_within(
            ui.painter(),
            below.left_top(),
            Align2::LEFT_TOP,
            &words,
            &style,
            DARK.ink_soft,
            below.width(),
        );
        let small = Rect::from_min_max(pos2(below.left(), head.bottom() + 8.0), below.right_bottom());
        if let Some(drawn) = self.pictures.get(&(self.slide + 1)).filter(|_| small.height() > 60.0) {
            let size = vec2(small.height() * 16.0 / 9.0, small.height())
                .min(vec2(small.width(), small.width() * 9.0 / 16.0));
            let small = Rect::from_min_size(small.min, size);
            paint_picture(ui, small, &drawn.texture);
            frame_of(ui, small);
        }
    }

    /// The clock in the corner, once it runs.
    fn time_ui(&self, ui: &mut Ui, cx: &PresentCx<'_>, room: Rect, now: f64) {
        if self.timer.is_fresh() && !self.has_notes {
            return;
        }
        let (words, ink) = self.time_words(cx.words, now);
        let style = if self.has_notes { Style::section().strong() } else { Style::body() }.color(ink);
        let galley = text::galley(ui.ctx(), &words, &style, f32::INFINITY);
        let size = galley.size() + vec2(20.0, 8.0);
        let rect = Rect::from_min_size(pos2(room.right() - size.x - 14.0, room.top() + 12.0), size);
        let response = ui.interact(rect, Id::unique("time of the talk"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Timer, true, &words));
        ui.painter().rect_filled(rect, rect.height() * 0.5, DARK.paper.gamma_multiply(0.72));
        ui.painter().galley(rect.min + vec2(10.0, 4.0), galley, ink);
    }

    /// What the clock says, and in which colour: words say the same as the colour.
    fn time_words(&self, words: &Words, now: f64) -> (String, Color32) {
        let (passed, allowed) = (self.timer.passed(now), self.timer.allowed());
        let shown = |seconds| minutes_and_seconds(seconds).into();
        let values = [("passed", shown(passed)), ("allowed", shown(allowed))];
        match self.timer.pace(now) {
            Pace::Fine => (words.with("present-time", &values), DARK.ink_soft),
            // The second that has begun counts as left.
            Pace::Soon => {
                (words.with("present-time-soon", &[("left", shown((allowed - passed).ceil()))]), DARK.soga)
            }
            Pace::Over => (words.with("present-time-over", &[("over", shown(passed - allowed))]), DARK.bad),
        }
    }

    /// Asks for the picture that is missed most: the slide, the next one, the one before. Others go, they are large.
    fn want_pictures(&mut self, ui: &Ui, points: f32, count: usize, wishes: &mut Vec<PresentWish>) {
        let at = self.slide;
        self.pictures.retain(|slide, _| slide.abs_diff(at) <= 1);
        // Pixels of a screen: a whole number that fits.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let width = (points * ui.ctx().pixels_per_point()).round().clamp(160.0, WIDEST) as u32;
        let near = [Some(at), Some(at + 1).filter(|next| *next < count), at.checked_sub(1)];
        let missing = near
            .into_iter()
            .flatten()
            .filter(|slide| !self.undrawn.contains(&(*slide, width)))
            .find(|slide| self.pictures.get(slide).is_none_or(|d| d.width != width));
        if let (Some(slide), None) = (missing, self.asked) {
            self.asked = Some((slide, width));
            wishes.push(PresentWish::Draw(slide, width));
        }
    }

    /// To the next slide or the one before. The clock starts when the first slide is left.
    fn step(&mut self, on: bool, count: usize, now: f64) {
        let last = count.saturating_sub(1);
        let to = if on { (self.slide + 1).min(last) } else { self.slide.saturating_sub(1) };
        self.go(to, now);
    }

    fn go(&mut self, to: usize, now: f64) {
        self.is_dark = false;
        if self.slide == 0 && to > 0 && self.timer.is_fresh() {
            self.timer.start(now);
        }
        self.slide = to;
    }
}

/// The largest room of 16 to 9 around a point.
fn fitted(room: Rect, centre: Pos2) -> Rect {
    let width = room.width().min(room.height() * 16.0 / 9.0);
    Rect::from_center_size(centre, vec2(width, width * 9.0 / 16.0))
}

/// The room of the slide while notes stand beside it.
fn notes_stage(room: Rect) -> Rect {
    let width = (room.width() * 0.6).min((room.height() - 220.0).max(120.0) * 16.0 / 9.0);
    Rect::from_min_size(room.min + vec2(24.0, 64.0), vec2(width, width * 9.0 / 16.0))
}

/// A line around a slide that does not fill the window.
fn frame_of(ui: &Ui, rect: Rect) {
    let line = egui::Stroke::new(1.0, DARK.line);
    ui.painter().rect_stroke(rect, 0.0, line, egui::StrokeKind::Outside);
}

fn paint_picture(ui: &Ui, rect: Rect, texture: &TextureHandle) {
    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    ui.painter().image(texture.id(), rect, whole, Color32::WHITE);
}

fn middle(ui: &mut Ui, room: Rect, words: &str, ink: Color32) {
    let wide = (room.width() - 80.0).max(80.0);
    let rect = Rect::from_center_size(room.center(), vec2(wide, 120.0));
    let mut inside = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect)
            .layout(egui::Layout::top_down(egui::Align::Center))
            .id_salt("middle"),
    );
    text::label(&mut inside, words, Style::section().color(ink));
}
