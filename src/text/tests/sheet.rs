//! A sheet of every script as the window draws it: label, field with caret, selection over a border of directions, wrapped
//! paragraph, cell of a table, label on a canvas; beside it the same sheet as typst draws it on paper.
//! `RENCANA_SHEET=sheet.png cargo test --lib text::tests::sheet` keeps the picture, so that a reader can compare the letters.

use super::paper;
use super::samples::{MIXED, SCRIPTS, Script};
use crate::text::{self, Edit, Style};
use egui::{Align2, Color32, Id, Rect, Ui, text::CCursor, vec2};
use egui_kittest::Harness;

/// Width of a part of the sheet, and height of the line of a script, in points.
const PART: f32 = 300.0;
const LINE: f32 = 230.0;

/// Pixels a point. A driver without a graphics card gives up on much larger pictures.
const SCALE: f32 = 1.5;

/// A part of the sheet: each has a field with the focus.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// Label, field with caret, cell of a table.
    Left,
    /// Selection, wrapped paragraph, label on a canvas.
    Right,
}

fn mixed(script: &Script) -> String {
    format!("plan {} 2018", script.words[0])
}

fn part_ui(ui: &mut Ui, script: &Script, part: Part) {
    let sentence = script.sentences[0];
    ui.set_width(PART - 16.0);
    if part == Part::Left {
        text::label(ui, script.language, Style::small());
        text::label(ui, &script.words.join("  "), Style::new(20.0));
        let mut word = script.words.last().copied().unwrap_or_default().to_owned();
        Edit::singleline(Id::unique(script.language), &mut word).name("caret").show(ui);
        let rect = boxed(ui, Color32::from_gray(200));
        let painter = ui.painter().clone();
        let at = rect.left_center() + vec2(6.0, 0.0);
        let (style, width) = (Style::body().elided().fill(), rect.width() - 12.0);
        text::paint_within(&painter, at, Align2::LEFT_CENTER, sentence, &style, Color32::BLACK, width);
    } else {
        let mut mixed = mixed(script);
        Edit::singleline(Id::unique(script.language), &mut mixed).name("selection").show(ui);
        text::label(ui, sentence, Style::body().fill());
        let rect = boxed(ui, Color32::DARK_BLUE);
        ui.painter().rect_filled(rect, 4.0, Color32::DARK_BLUE);
        let painter = ui.painter().clone();
        let (style, center) = (Style::small().strong().elided(), Align2::CENTER_CENTER);
        let width = rect.width() - 8.0;
        text::paint_within(&painter, rect.center(), center, sentence, &style, Color32::WHITE, width);
    }
}

fn boxed(ui: &mut Ui, color: Color32) -> Rect {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), egui::Sense::hover());
    let stroke = egui::Stroke::new(1.0, color);
    ui.painter().rect_stroke(rect, 0.0, stroke, egui::StrokeKind::Inside);
    rect
}

fn on_screen(script: &'static Script, part: Part) -> Harness<'static> {
    let mut harness = Harness::builder()
        .with_size(vec2(PART, LINE))
        .with_pixels_per_point(SCALE)
        .with_theme(egui::Theme::Light)
        .with_context_setup(|ctx| {
            text::install(ctx);
            ctx.all_styles_mut(|s| {
                s.spacing.button_padding = vec2(12.0, 6.0);
                s.visuals.text_cursor.blink = false;
            });
        })
        .build_ui(move |ui| part_ui(ui, script, part));
    let chars = match part {
        Part::Left => script.words.last().map_or(0, |w| w.chars().count() / 2),
        Part::Right => mixed(script).chars().count() - 3,
    };
    let start = if part == Part::Left { chars } else { 3 };
    let id = Id::unique(script.language);
    let mut state = egui::text_edit::TextEditState::default();
    let range = egui::text_selection::CCursorRange::two(CCursor::new(start), CCursor::new(chars));
    state.cursor.set_char_range(Some(range));
    state.store(&harness.ctx, id);
    harness.ctx.memory_mut(|m| m.request_focus(id));
    harness.run();
    harness
}

/// What typst makes of the same line.
fn on_paper(script: &Script) -> String {
    let rtl = script.code == "Arab";
    let cell = |content: &str| format!("box(width: 100%, stroke: 0.6pt + gray, inset: 6pt, {content})");
    let text = |words: &str, size: u8| format!("text(size: {size}pt, {})", paper::literal(words));
    let words = script.words.join("  ");
    format!(
        "#set text(font: {}, dir: {}, top-edge: 1.05em, bottom-edge: -0.5em)\n\
         #grid(columns: (1fr, 1fr), gutter: 12pt, stack(spacing: 6pt, text(size: 13pt, dir: ltr, {}), {}, {}), \
         stack(spacing: 6pt, {}, {}))",
        paper::families(script.code),
        if rtl { "rtl" } else { "ltr" },
        paper::literal(script.language),
        text(&words, 20),
        cell(&text(script.words.last().copied().unwrap_or_default(), 15)),
        cell(&format!("text(size: 15pt, dir: ltr, {})", paper::literal(&mixed(script)))),
        text(script.sentences[0], 15),
    )
}

/// Pictures beside each other, line by line.
fn composed(lines: Vec<[egui::ColorImage; 3]>) -> Harness<'static> {
    let size = vec2(4.0 * PART, LINE * lines.len() as f32) * SCALE;
    let mut textures = Vec::new();
    Harness::builder().with_size(size).build_ui(move |ui| {
        if textures.is_empty() {
            let load = |i: &egui::ColorImage| {
                ui.ctx().load_texture("part", i.clone(), egui::TextureOptions::NEAREST)
            };
            textures = lines.iter().map(|l| l.each_ref().map(load)).collect();
        }
        for (line, parts) in textures.iter().enumerate() {
            for (part, texture) in parts.iter().enumerate() {
                let at = egui::pos2(PART * part as f32, LINE * line as f32) * SCALE;
                let rect = Rect::from_min_size(at, texture.size_vec2());
                let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
                ui.painter().image(texture.id(), rect, whole, Color32::WHITE);
            }
        }
    })
}

#[test]
fn the_sheet_is_drawn_without_a_missing_glyph() {
    let keep = std::env::var_os("RENCANA_SHEET");
    let mut lines = Vec::new();
    for script in SCRIPTS {
        let mut parts = [Part::Left, Part::Right].map(|part| on_screen(script, part));
        let page =
            format!("#set page(width: {}pt, height: {LINE}pt, margin: 8pt, fill: white)\n", 2.0 * PART);
        let document = paper::typeset(&(page + &on_paper(script)));
        assert_eq!(document.pages().len(), 1, "{}: the paper holds the same", script.language);
        if keep.is_none() {
            continue;
        }
        let picture = |width: usize, height: usize, rgba: &[u8]| {
            egui::ColorImage::from_rgba_unmultiplied([width, height], rgba)
        };
        let options = typst_render::RenderOptions {
            pixel_per_pt: typst::utils::Scalar::new(SCALE.into()),
            ..typst_render::RenderOptions::default()
        };
        let [left, right] = parts.each_mut().map(|harness| {
            let drawn = harness.render().expect("a graphics driver");
            picture(drawn.width() as usize, drawn.height() as usize, drawn.as_raw())
        });
        let drawn = typst_render::render(&document.pages()[0], &options);
        lines.push([left, right, picture(drawn.width() as usize, drawn.height() as usize, drawn.data())]);
    }
    if let Some(path) = keep {
        let sheet = composed(lines).render().expect("a graphics driver");
        sheet.save(path).expect("the picture is kept");
    }
}

/// Hard cases as labels: drawn without a box, too.
#[test]
fn mixed_texts_are_drawn_without_a_missing_glyph() {
    let mut harness =
        Harness::builder().with_size(vec2(500.0, 1400.0)).with_context_setup(text::install).build_ui(|ui| {
            for mixed in MIXED {
                text::label(ui, mixed, Style::body().fill());
                text::label_elided(ui, mixed, Style::small().strong());
            }
            let urdu = SCRIPTS.iter().find(|s| s.language == "Urdu").map_or("", |s| s.sentences[0]);
            text::label(ui, urdu, Style::new(18.0).nastaliq(true).fill());
        });
    harness.run();
}
