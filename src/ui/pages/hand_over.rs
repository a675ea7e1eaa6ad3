//! Documents for others, grouped by what they are for: one line a format.

mod several;
mod talk;

pub use talk::MINUTES;

use super::{Page, titled};
use crate::{
    export::{Format, MatrixLayout, Tongues},
    plan::Lang,
    text::{self, Style},
    ui::{
        Command, Cx, Outbox, Wish,
        kit::{self, tokens},
    },
};
use egui::{Align, Layout, Ui, vec2};

/// What was chosen here before; the program remembers it for all plans.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// In whose layout the matrix stands in documents.
    pub layout: MatrixLayout,
    /// How long a talk may be, in minutes.
    pub minutes: u8,
    /// The kind of the last document that was made, and its language alone if it was one.
    pub last: Option<(Format, Option<Lang>)>,
    /// The kinds of documents that are made together.
    pub several: Vec<Format>,
    /// Whether they are made of every open plan.
    pub of_all_open: bool,
    /// How many plans are open.
    pub open_plans: usize,
}

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, view: &View, out: &mut Outbox) {
    titled(Page::HandOver, ui, cx, |ui| {
        let t = tokens(ui);
        let open = cx.findings.count(crate::checks::Severity::Error);
        if open > 0 {
            let note = cx.words.with("hand-over-errors", &[("count", open.into())]);
            text::label(ui, &note, Style::body().color(t.warn));
            if kit::link_button(ui, &cx.words.get("hand-over-see-checks")).clicked() {
                out.command(Command::Checks);
            }
            ui.add_space(8.0);
        }
        kit::form(ui, |ui| {
            kit::card(ui, |ui| talk::present_ui(ui, cx, view.minutes, out));
            layout_ui(ui, cx, view.layout, out);
            if cx.plan.languages().iter().any(Lang::is_urdu) {
                urdu_ui(ui, cx, out);
            }
            for purpose in Purpose::ALL {
                purpose_ui(ui, cx, purpose, view, out);
            }
            ui.add_space(8.0);
            kit::card(ui, |ui| several::several_ui(ui, cx, view, out));
        });
    });
}

/// The choice of the layout of the matrix.
fn layout_ui(ui: &mut Ui, cx: &Cx<'_>, chosen: MatrixLayout, out: &mut Outbox) {
    let ways = MatrixLayout::ALL.iter().map(|layout| (*layout, layout.words()));
    if let Some(layout) = choice_ui(ui, cx, "hand-over-layout", ways, chosen) {
        out.wish(Wish::Layout(layout));
    }
}

/// The choice of the style of Urdu; the window shows the same.
fn urdu_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let ways = [(false, "hand-over-naskh"), (true, "hand-over-nastaliq")];
    let chosen = text::is_nastaliq(ui.ctx());
    if let Some(nastaliq) = choice_ui(ui, cx, "hand-over-urdu", ways, chosen) {
        out.command(if nastaliq { Command::Nastaliq } else { Command::Naskh });
    }
}

/// A line of ways to choose from; says which other one was clicked.
fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    title: &str,
    ways: impl IntoIterator<Item = (T, &'static str)>,
    chosen: T,
) -> Option<T> {
    kit::bar(ui, |ui| {
        let t = tokens(ui);
        text::label(ui, &cx.words.get(title), Style::body().color(t.ink_soft));
        let (ways, names): (Vec<T>, Vec<_>) =
            ways.into_iter().map(|(way, words)| (way, cx.words.get(words))).unzip();
        let names: Vec<_> = names.iter().map(kit::Segment::from).collect();
        let now = ways.iter().position(|way| *way == chosen);
        let clicked = kit::segments(ui, egui::Role::RadioButton, &names, now, &Style::body());
        clicked.filter(|_| clicked != now).and_then(|i| ways.get(i).copied())
    })
}

/// What documents are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Reading,
    Room,
    Counting,
    Programs,
}

impl Purpose {
    const ALL: [Self; 4] = [Self::Reading, Self::Room, Self::Counting, Self::Programs];

    const fn of(format: Format) -> Self {
        match format {
            Format::Pdf | Format::Brief | Format::Docx | Format::Html | Format::Markdown => Self::Reading,
            Format::Slides | Format::Handout | Format::Jury => Self::Room,
            Format::Xlsx | Format::Ics | Format::Csv | Format::BudgetCsv | Format::MsProject => {
                Self::Counting
            }
            Format::Iati | Format::Json => Self::Programs,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Reading => "hand-over-reading",
            Self::Room => "hand-over-room",
            Self::Counting => "hand-over-counting",
            Self::Programs => "hand-over-programs",
        }
    }
}

/// The documents for one purpose, a line each.
fn purpose_ui(ui: &mut Ui, cx: &Cx<'_>, purpose: Purpose, view: &View, out: &mut Outbox) {
    let t = tokens(ui);
    ui.add_space(8.0);
    text::label(ui, &cx.words.get(purpose.words()), Style::body().strong());
    kit::card(ui, |ui| {
        ui.set_width(ui.available_width());
        let formats = Format::ALL.iter().filter(|format| Purpose::of(**format) == purpose);
        for (i, format) in formats.enumerate() {
            if i > 0 {
                let line = ui.available_rect_before_wrap();
                ui.painter().hline(line.x_range(), line.top(), egui::Stroke::new(1.0, t.line));
                ui.add_space(12.0);
            }
            format_ui(ui, cx, *format, view, out);
        }
    });
}

/// A document may be so narrow beside its buttons, in points; with less room the buttons stand below.
const LEAST: f32 = 240.0;

/// The ways to make something in the languages of the plan: the words of each, and its language alone if it is one.
fn ways(cx: &Cx<'_>, tongues: Tongues) -> Vec<(String, Option<Lang>)> {
    let langs = cx.plan.languages();
    if langs.len() == 1 {
        return vec![(cx.words.get("hand-over-make").into_owned(), None)];
    }
    let (all, one) = match tongues {
        Tongues::Together => (Some("hand-over-all-languages"), "hand-over-only-in"),
        Tongues::PageEach => (Some("hand-over-page-each"), "hand-over-only-in"),
        Tongues::One => (None, "hand-over-in"),
    };
    let only = |lang: &Lang| {
        let own = kit::language_name(cx.packs, lang);
        (cx.words.with(one, &[("language", own.into())]), Some(lang.clone()))
    };
    let all = all.map(|key| (cx.words.get(key).into_owned(), None));
    all.into_iter().chain(langs.iter().map(only)).collect()
}

/// A document: what it is, and a button for each way to make it.
fn format_ui(ui: &mut Ui, cx: &Cx<'_>, format: Format, view: &View, out: &mut Outbox) {
    let name = cx.words.get(format.words());
    // What was made last stands out: people make the same document again and again.
    let is_last = |lang: &Option<Lang>| view.last.as_ref().is_some_and(|(f, l)| *f == format && l == lang);
    let around = 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
    let needed: f32 = ways(cx, format.tongues())
        .iter()
        .map(|(words, lang)| {
            let style = if is_last(lang) { Style::body().strong() } else { Style::body() };
            text::width(ui.ctx(), words, &style) + around
        })
        .sum();
    let room = ui.available_width() - needed;
    let mut offer = |ui: &mut Ui| {
        languages_ui(ui, cx, &name, format.tongues(), &is_last, &mut |lang| {
            out.wish(Wish::Export(format, lang));
        });
    };
    if room < LEAST {
        about_ui(ui, cx, format);
        offer(ui);
    } else {
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(room);
                about_ui(ui, cx, format);
            });
            offer(ui);
        });
    }
    if format == Format::Jury {
        talk::criteria_ui(ui, cx, out);
    }
}

/// Buttons that make something in the languages of the plan, or in one; `of` says what to who hears them.
fn languages_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    of: &str,
    tongues: Tongues,
    is_first: &dyn Fn(&Option<Lang>) -> bool,
    make: &mut dyn FnMut(Option<Lang>),
) {
    ui.horizontal_wrapped(|ui| {
        for (words, lang) in ways(cx, tongues) {
            let response =
                if is_first(&lang) { kit::primary_button(ui, &words) } else { kit::button(ui, &words) };
            let said = format!("{of}: {words}");
            let is_on = ui.is_enabled();
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, is_on, &said));
            if response.clicked() {
                make(lang);
            }
        }
    });
}

/// What a document is.
fn about_ui(ui: &mut Ui, cx: &Cx<'_>, format: Format) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        text::label(ui, &cx.words.get(format.words()), Style::body().strong());
        let about = format!("{}-about", format.words());
        text::label(ui, &cx.words.get(&about), Style::small().color(tokens(ui).ink_soft));
    });
}

#[cfg(test)]
mod tests {
    use crate::{
        export::{Format, tests::fixture::usual},
        plan::Lang,
        ui::{Page, Wish, testing::Stage},
    };
    use egui_kittest::kittest::Queryable;

    #[test]
    fn each_document_says_in_which_languages_it_is_made_and_slides_speak_the_one_that_is_chosen() {
        let mut harness = Stage::new(usual("ne"), Page::HandOver).open(1000.0, 3200.0);
        harness.run_ok();
        for (format, ways) in [
            ("Plan as PDF", ["All languages...", "Only English...", "Only नेपाली..."].as_slice()),
            (
                "One-page brief for the superior",
                &["A page in each language...", "Only English...", "Only नेपाली..."],
            ),
            ("Slides (PDF)", &["In English...", "In नेपाली..."]),
            ("Slides with notes (PDF)", &["In English...", "In नेपाली..."]),
        ] {
            for way in ways {
                harness.get_by_label(&format!("{format}: {way}"));
            }
            let offered = harness.query_all_by_label_contains(&format!("{format}: ")).count();
            assert_eq!(offered, ways.len(), "{format}");
        }
        harness.get_by_label("Slides (PDF): In नेपाली...").click();
        harness.run_ok();
        let wanted = Wish::Export(Format::Slides, Lang::new("ne"));
        assert!(harness.state().wishes.contains(&wanted), "{:?}", harness.state().wishes);
    }
}
