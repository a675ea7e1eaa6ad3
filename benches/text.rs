//! What right text costs: a paragraph of 10,000 characters in which a letter changed, against epaint alone in the same run,
//! and a page of 200 fields. `cargo bench --bench text`

use divan::{Bencher, black_box};
use egui::{Color32, Context, FontId, Id, RawInput, Rect, pos2, vec2};
use rencana::text::{self, Edit, Style};
use std::time::Instant;

/// One sentence a script, repeated to the wanted length.
const SENTENCES: [(&str, &str); 5] = [
    ("Latin", "Small and medium firms in the north get loans at better terms, and pay them back. "),
    ("Vietnamese", "Kế hoạch hành động hỗ trợ doanh nghiệp nhỏ và vừa giai đoạn này. "),
    ("Persian", "برنامهٔ اقدام برای صنایع کوچک و متوسط در سال ۱۳۹۷ نوشته شد. "),
    ("Burmese", "အသေးစားနှင့်အလတ်စားစီးပွားရေးလုပ်ငန်းများဖွံ့ဖြိုးတိုးတက်ရေး "),
    ("Bengali", "ক্ষুদ্র ও মাঝারি শিল্পের উন্নয়নে কর্মপরিকল্পনা তৈরি করা হয়েছে। "),
];

const CHARS: usize = 10_000;
const WIDTH: f32 = 600.0;

/// A paragraph that changes by a letter somewhere in it each time.
struct Typist {
    chars: Vec<char>,
    turn: usize,
}

impl Typist {
    fn new(sentence: &str) -> Self {
        Self { chars: sentence.chars().cycle().take(CHARS).collect(), turn: 0 }
    }

    fn next(&mut self) -> String {
        self.turn += 1;
        let at = self.turn * 37 % CHARS;
        let letter = self.chars[at];
        self.chars.insert(at, letter);
        self.chars.truncate(CHARS);
        self.chars.iter().collect()
    }
}

fn context() -> Context {
    let ctx = Context::default();
    text::install(&ctx);
    frame(&ctx, |_| {});
    ctx
}

/// Draws a frame; says how many texts stand in it.
fn frame(ctx: &Context, mut show: impl FnMut(&mut egui::Ui)) -> usize {
    let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(1400.0, 1000.0));
    let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
    // No graphics card waits for the glyphs.
    let mut output = ctx.run_ui(input, |ui| show(ui));
    output.textures_delta.clear();
    output.shapes.iter().filter(|s| matches!(s.shape, egui::Shape::Text(_))).count()
}

fn ours(ctx: &Context, text: &str) {
    black_box(text::galley(ctx, text, &Style::body(), WIDTH));
}

/// epaint alone, with the face of the script first.
fn stock(ctx: &Context, script: &str, text: String) {
    let family = match script {
        "Persian" => "Arab",
        "Burmese" => "Mymr",
        "Bengali" => "Beng",
        _ => "Latn",
    };
    let font = FontId::new(15.0, egui::FontFamily::Name(family.into()));
    black_box(ctx.fonts_mut(|f| f.layout(text, font, Color32::BLACK, WIDTH)));
}

#[divan::bench(args = SENTENCES.map(|s| s.0))]
fn changed(bencher: Bencher<'_, '_>, script: &str) {
    let (ctx, mut typist) = (context(), Typist::new(sentence(script)));
    ours(&ctx, &typist.next());
    bencher.bench_local(|| ours(&ctx, &typist.next()));
}

#[divan::bench(args = SENTENCES.map(|s| s.0))]
fn changed_in_epaint_alone(bencher: Bencher<'_, '_>, script: &str) {
    let (ctx, mut typist) = (context(), Typist::new(sentence(script)));
    bencher.bench_local(|| stock(&ctx, script, typist.next()));
}

#[divan::bench(args = SENTENCES.map(|s| s.0))]
fn unchanged(bencher: Bencher<'_, '_>, script: &str) {
    let (ctx, text) = (context(), Typist::new(sentence(script)).next());
    bencher.bench_local(|| ours(&ctx, &text));
}

#[divan::bench]
fn page_of_200_fields(bencher: Bencher<'_, '_>) {
    let ctx = context();
    let mut fields: Vec<String> =
        (0..200).map(|i| format!("{i} {}", SENTENCES[i % SENTENCES.len()].1)).collect();
    let mut show = move |ui: &mut egui::Ui| {
        egui::ScrollArea::vertical().show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                for (i, field) in fields.iter_mut().enumerate() {
                    Edit::singleline(Id::unique(("field", i)), field).width(120.0).show(ui);
                }
            });
        });
    };
    assert!(frame(&ctx, &mut show) >= 200, "all fields are in sight");
    bencher.bench_local(|| frame(&ctx, &mut show));
}

fn sentence(script: &str) -> &'static str {
    SENTENCES.iter().find(|s| s.0 == script).map_or("", |s| s.1)
}

/// The middle of some runs, in seconds.
fn median(mut run: impl FnMut()) -> f64 {
    let mut all: Vec<f64> = (0..15)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64()
        })
        .collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn main() {
    divan::main();
    println!("\na changed paragraph, against epaint alone:");
    for (script, sentence) in SENTENCES {
        let (ctx, mut typist) = (context(), Typist::new(sentence));
        ours(&ctx, &typist.next());
        let here = median(|| ours(&ctx, &typist.next()));
        let there = median(|| stock(&ctx, script, typist.next()));
        println!("{script:>12}: {:.2} ms, {:.1} times", here * 1e3, here / there);
    }
}
