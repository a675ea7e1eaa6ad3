//! What to do next on the page that is shown, or where to go on when it has what it needs.

use crate::{
    checks::Severity,
    export::Format,
    text::{self, Style},
    ui::{
        Command, Cx, Outbox, Page, Wish,
        kit::{self, tokens},
    },
};
use egui::{Role, Sense, Ui, WidgetInfo, vec2};

/// The next thing to do: its words, and the way there where one click can go it.
struct Next {
    words: String,
    way: Option<Wish>,
}

impl Next {
    fn new(cx: &Cx<'_>, page: Page) -> Option<Self> {
        let is = |what: String, way| {
            let words = cx.words.with("next-is", &[("what", what.into())]);
            Some(Self { words, way })
        };
        match page {
            Page::Section(section) => match cx.derived.fullness.next(section) {
                Some(part) => {
                    let key = format!("next-{}-{}", section.word(), part.name);
                    is(cx.words.get(&key).into_owned(), part.place.map(Wish::Go))
                }
                None => {
                    let pages = Page::list(cx.plan);
                    let (_, after) = pages.iter().skip_while(|(_, p)| *p != page).nth(1)?;
                    let name = cx.words.get(after.words()).into_owned();
                    let words = cx.words.with("next-page", &[("page", name.into())]);
                    Some(Self { words, way: Some(Wish::Show(*after)) })
                }
            },
            Page::HandOver if cx.findings.count(Severity::Error) > 0 => {
                let what = cx.words.get("next-hand-over-mend").into_owned();
                is(what, Some(Wish::Command(Command::Checks)))
            }
            Page::HandOver => match unfinished(cx) {
                Some(open) => {
                    let name = cx.words.get(open.words()).into_owned();
                    let what = cx.words.with("next-hand-over-page", &[("page", name.into())]);
                    is(what, Some(Wish::Show(open)))
                }
                None => {
                    let what = cx.words.get("next-hand-over-brief").into_owned();
                    is(what, Some(Wish::Export(Format::Brief, None)))
                }
            },
            Page::Choices => is(cx.words.get("next-choices-one").into_owned(), None),
        }
    }
}

/// The first page of the plan that lacks something.
fn unfinished(cx: &Cx<'_>) -> Option<Page> {
    let lacks = |page: &Page| match page {
        Page::Section(section) => cx.derived.fullness.next(*section).is_some(),
        Page::HandOver | Page::Choices => false,
    };
    Page::list(cx.plan).into_iter().map(|(_, page)| page).find(lacks)
}

/// The line itself: a link where one click can go the way.
pub(super) fn line_ui(ui: &mut Ui, cx: &Cx<'_>, page: Page, out: &mut Outbox) {
    let Some(next) = Next::new(cx, page) else { return };
    let t = tokens(ui);
    let Some(way) = next.way else {
        text::label(ui, &next.words, Style::small().color(t.ink_soft));
        return;
    };
    let style = Style::small().color(t.indigo);
    let link = text::label_sensing(ui, &next.words, style, Sense::click());
    link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &next.words));
    if link.has_focus() || link.hovered() {
        let stroke = egui::Stroke::new(1.0, if link.has_focus() { t.indigo } else { t.line });
        let edge = link.rect.expand2(vec2(4.0, 1.0));
        ui.painter().rect_stroke(edge, f32::from(kit::RADIUS), stroke, egui::StrokeKind::Inside);
    }
    if link.clicked() {
        out.wish(way);
    }
}

/// The line below the page, where the list of sections is hidden or has no room for it.
pub fn next_ui(ui: &mut Ui, cx: &Cx<'_>, page: Page, out: &mut Outbox) {
    ui.horizontal_centered(|ui| line_ui(ui, cx, page, out));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::Document,
        plan::*,
        ui::testing::{Stage, full_plan},
    };

    /// A plan with one row in every table that a page has, of which nothing is written.
    fn begun(depth: Depth) -> Plan {
        let mut document = Document::saved(full_plan());
        fn id<T>() -> Id<T> {
            Id::from_bits(7)
        }
        let core = Card { kind: Some(CardKind::Core), ..Card::new(id()) };
        let chosen = Strategy { chosen: true, ..Strategy::new(id()) };
        for edit in [
            Edit::Identity(IdentityField::Depth(Some(depth))),
            Member::add(Member::new(id()), At::Last),
            Stakeholder::add(Stakeholder::new(id()), At::Last),
            Card::add(core, At::Last),
            Strategy::add(chosen, At::Last),
            Output::add(Output::new(id()), At::Last),
            Indicator::add(Indicator::new(id()), At::Last),
            Assumption::add(Assumption::new(id()), At::Last),
            Activity::add(Activity::new(id()), At::Last),
            BudgetLine::add(BudgetLine::new(id()), At::Last),
            Risk::add(Risk::new(id()), At::Last),
            Cooperation::add(Cooperation::new(id()), At::Last),
        ] {
            document.apply(&edit).unwrap();
        }
        let mut plan = Plan::clone(document.plan());
        // Where things were learned is chosen from the sources of a programme.
        let programme = crate::pack::Packs::builtin().programmes()[0].key.clone();
        std::sync::Arc::make_mut(&mut plan.identity).programme = programme;
        plan
    }

    #[test]
    fn what_is_next_leads_to_the_field_where_it_is_written() {
        let mut led = 0;
        for plan in [Depth::Full, Depth::Simple].map(begun) {
            let fullness = crate::analysis::Fullness::new(&plan);
            for (_, page) in Page::list(&plan) {
                let Page::Section(section) = page else { continue };
                for part in fullness.parts(section).iter().filter(|part| !part.is_there) {
                    let Some(place) = part.place else { continue };
                    let mut stage = Stage::new(plan.clone(), page);
                    stage.go(place);
                    let mut harness = stage.open(1040.0, 700.0);
                    harness.run();
                    harness.run_steps(10);
                    assert_eq!(harness.state().page, page, "{} of {section:?} is on this page", part.name);
                    assert!(harness.state().has_arrived(), "{} of {section:?} leads to {place:?}", part.name);
                    led += 1;
                }
            }
        }
        assert!(led > 40, "{led}");
    }
}
