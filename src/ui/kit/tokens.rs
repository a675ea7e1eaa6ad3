//! The one home of colours and measures. A test holds their contrast.

use egui::{Color32, Context, CornerRadius, FontId, Margin, Stroke, Style, TextStyle, Theme, Visuals, vec2};

/// The colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tokens {
    /// The window.
    pub paper: Color32,
    /// Cards and fields.
    pub surface: Color32,
    /// Borders and grids.
    pub line: Color32,
    /// Text.
    pub ink: Color32,
    /// Secondary text.
    pub ink_soft: Color32,
    /// The one accent: selection, primary button, links.
    pub indigo: Color32,
    /// Text on the accent.
    pub on_indigo: Color32,
    /// A breath of the accent: the selected row, the open page.
    pub indigo_wash: Color32,
    /// Brand and motif; what was learned in the programme.
    pub soga: Color32,
    /// It is well.
    pub good: Color32,
    /// Look at it.
    pub warn: Color32,
    /// Mend it.
    pub bad: Color32,
    /// What tells things of one kind apart, such as the outputs in a chart; never alone, and never a state.
    pub tints: [Color32; 6],
}

impl Tokens {
    /// A breath of "look at it": the ground of a line that waits for the person. It lets nothing shine through.
    #[must_use]
    pub fn warn_wash(&self) -> Color32 {
        self.surface.lerp_to_gamma(self.warn, 0.12)
    }
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// On paper, in daylight.
pub const LIGHT: Tokens = Tokens {
    paper: rgb(0xFBF8F2),
    surface: rgb(0xFFFFFF),
    line: rgb(0xE4DDD0),
    ink: rgb(0x1E2430),
    ink_soft: rgb(0x5A6170),
    indigo: rgb(0x27408B),
    on_indigo: rgb(0xFFFFFF),
    indigo_wash: rgb(0xE9ECF6),
    soga: rgb(0x8A5A2B),
    good: rgb(0x276C44),
    warn: rgb(0x7F5F00),
    bad: rgb(0xB3261E),
    tints: [rgb(0x5B74C2), rgb(0xB07C48), rgb(0x3B8C8F), rgb(0x93608A), rgb(0x7C8A3A), rgb(0x6B7889)],
};

/// In the evening.
pub const DARK: Tokens = Tokens {
    paper: rgb(0x14171D),
    surface: rgb(0x1C2129),
    line: rgb(0x2F3641),
    ink: rgb(0xECE9E3),
    ink_soft: rgb(0xA9AEB8),
    indigo: rgb(0x9DB2F2),
    on_indigo: rgb(0x14171D),
    indigo_wash: rgb(0x262E42),
    soga: rgb(0xD9A972),
    good: rgb(0x7CCB9A),
    warn: rgb(0xE3B253),
    bad: rgb(0xFF8A80),
    tints: [rgb(0x7F97DD), rgb(0xC4925C), rgb(0x56A8AB), rgb(0xB181A9), rgb(0x9AA957), rgb(0x8A97A8)],
};

/// Corner radius of cards, fields and buttons, in points.
pub const RADIUS: u8 = 6;
/// The grid that gaps keep to, in points.
pub const GRID: f32 = 4.0;
/// The widest a form gets, in points: longer lines tire.
pub const FORM_WIDTH: f32 = 760.0;
/// The height of a row in a table of one-line cells, in points.
pub const ROW: f32 = 32.0;

/// How strongly the colour of a tag tints the ground under its word.
pub const TAG_WASH: f32 = 0.12;
/// How strongly any colour tints a ground that words stand on, at most. Soft words stand on fainter ones only.
pub const STRONG_WASH: f32 = 0.26;

impl Tokens {
    /// The tokens of the theme that a window shows.
    #[must_use]
    pub fn of(visuals: &Visuals) -> &'static Self {
        if visuals.dark_mode { &DARK } else { &LIGHT }
    }
}

/// The tokens of the theme that this part of the window shows.
#[must_use]
pub fn tokens(ui: &egui::Ui) -> &'static Tokens {
    Tokens::of(ui.visuals())
}

/// Gives both themes their look. Call it once, before the first frame.
pub fn install(ctx: &Context) {
    for (theme, tokens) in [(Theme::Light, &LIGHT), (Theme::Dark, &DARK)] {
        ctx.style_mut_of(theme, |style| dress(style, tokens));
    }
}

fn dress(style: &mut Style, t: &Tokens) {
    style.animation_time = 0.08;
    // A jump to a far place passes nothing on its way: what lies between would have to be laid out.
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.spacing.item_spacing = vec2(8.0, 8.0);
    style.spacing.button_padding = vec2(12.0, 6.0);
    style.spacing.interact_size = vec2(40.0, 28.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(20);
    style.spacing.icon_width = 18.0;
    style.spacing.combo_width = 120.0;
    style.spacing.scroll.floating = true;
    style.spacing.text_edit_width = FORM_WIDTH;
    style.interaction.tooltip_delay = 0.35;
    style.interaction.selectable_labels = false;
    for (text, size) in [(TextStyle::Body, 15.0), (TextStyle::Button, 15.0), (TextStyle::Small, 13.0)] {
        style.text_styles.insert(text, FontId::proportional(size));
    }
    let v = &mut style.visuals;
    v.panel_fill = t.paper;
    v.window_fill = t.surface;
    v.window_stroke = Stroke::new(1.0, t.line);
    v.window_corner_radius = CornerRadius::same(10);
    v.menu_corner_radius = CornerRadius::same(RADIUS);
    v.extreme_bg_color = t.surface;
    v.text_edit_bg_color = Some(t.surface);
    v.faint_bg_color = t.paper;
    v.override_text_color = None;
    v.hyperlink_color = t.indigo;
    v.warn_fg_color = t.warn;
    v.error_fg_color = t.bad;
    v.selection.bg_fill = t.indigo_wash;
    v.selection.stroke = Stroke::new(1.0, t.indigo);
    v.text_cursor.blink = false;
    v.text_cursor.stroke = Stroke::new(1.5, t.indigo);
    v.striped = false;
    v.indent_has_left_vline = false;
    let radius = CornerRadius::same(RADIUS);
    let states = [
        (&mut v.widgets.noninteractive, t.paper, t.line, t.ink),
        (&mut v.widgets.inactive, t.surface, t.line, t.ink),
        (&mut v.widgets.hovered, t.indigo_wash, t.indigo, t.ink),
        (&mut v.widgets.active, t.indigo_wash, t.indigo, t.ink),
        (&mut v.widgets.open, t.indigo_wash, t.indigo, t.ink),
    ];
    for (state, fill, border, ink) in states {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(1.0, border);
        state.fg_stroke = Stroke::new(1.0, ink);
        state.corner_radius = radius;
        state.expansion = 0.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.1).
    fn luminance(color: Color32) -> f64 {
        let channel = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.03928 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_is_legible() {
        for t in [LIGHT, DARK] {
            let legible = |ink, ground| {
                let c = contrast(ink, ground);
                assert!(c >= 4.5, "{ink:?} on {ground:?}: {c:.2}");
            };
            for ground in [t.paper, t.surface] {
                for ink in [t.ink, t.ink_soft, t.indigo, t.soga, t.good, t.warn, t.bad] {
                    legible(ink, ground);
                    legible(ink, ground.blend(ink.gamma_multiply(TAG_WASH)));
                    legible(t.ink_soft, ground.blend(t.soga.gamma_multiply(TAG_WASH)));
                    legible(t.ink, ground.blend(ink.gamma_multiply(STRONG_WASH)));
                }
            }
            for ink in [t.ink, t.ink_soft, t.indigo, t.soga, t.good, t.warn, t.bad] {
                legible(ink, t.indigo_wash);
            }
            for ink in [t.ink, t.indigo] {
                legible(ink, t.warn_wash());
            }
            assert!(t.warn_wash().is_opaque());
            assert!(contrast(t.on_indigo, t.indigo) >= 4.5);
            // Bars are shapes, not text (WCAG 2.1, 1.4.11).
            assert!(t.tints.iter().all(|tint| contrast(*tint, t.surface) >= 3.0));
        }
    }
}
