//! The strategy choice: alternatives, each rated by what it would change and by how well it can be done, and which are taken.

use super::{
    Page, do_to_row,
    parts::{self, heading, note},
    titled,
};
use crate::{
    analysis::{Section, tree::act},
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox, Wish,
        kit::{self, Icon, fields, fields::Look, tokens},
    },
};
use egui::{Align2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    titled(Page::Section(Section::Strategy), ui, cx, |ui| {
        kit::form(ui, |ui| {
            let table = &cx.plan.strategies;
            if table.len() > 1 {
                comparison_ui(ui, cx, out);
                ui.add_space(8.0);
            }
            for (i, strategy) in table.iter().enumerate() {
                kit::card(ui, |ui| alternative_ui(ui, cx, out, strategy, i));
            }
            begin_ui(ui, cx, out);
        });
    });
}

/// The ways to a first or a further alternative.
fn begin_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let is_empty = cx.plan.strategies.is_empty();
    let mut ids = out.new_ids();
    let take = act::alternatives(cx.plan, &cx.derived.tree, || ids.next());
    match (take, is_empty) {
        (Some(take), true) => {
            let words = cx.words.get("strategy-take");
            if kit::empty_state(ui, &cx.words.get("strategy-empty"), &words).clicked() {
                out.edit(take);
            }
        }
        (Some(take), false) => {
            if kit::button(ui, &cx.words.get("strategy-take")).clicked() {
                out.edit(take);
            }
        }
        (None, true) => {
            let words = cx.words.get("strategy-to-trees");
            if kit::empty_state(ui, &cx.words.get("strategy-empty-tree"), &words).clicked() {
                out.wish(Wish::Show(Page::Section(Section::Trees)));
            }
        }
        (None, false) => {}
    }
    if kit::link_button(ui, &cx.words.get("strategy-add")).clicked() {
        parts::add_row(out, STRATEGY.name, Strategy::new);
    }
}

fn alternative_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, strategy: &Strategy, i: usize) {
    let id = strategy.id;
    let table = &cx.plan.strategies;
    let owner = parts::row_name::<Strategy>(cx, &(i + 1).to_string());
    let cell = |field| Place::cell(id, field);
    let set = |field| Strategy::change(id, field);
    let line = Look::LINE.of(&owner);
    ui.horizontal(|ui| {
        note(ui, &owner);
        if let Some(rating) = strategy.rating() {
            let words = cx
                .words
                .with("strategy-rated", &[("grade", kit::choice_name(cx.words, rating).into_owned().into())]);
            kit::tag(ui, &words, grade_ink(ui, rating));
        }
        let wish = kit::row_menu(ui, cx.words, &owner, i == 0, i + 1 == table.len());
        do_to_row(table, id, wish, out);
    });
    let look = line.hinting("hint-strategy-name");
    fields::text(ui, cx, out, cell(STRATEGY.name), &strategy.name, look, |v| set(StrategyField::Name(v)));
    let branches = branches(cx, strategy.branch);
    fields::pick(
        ui,
        cx,
        out,
        cell(STRATEGY.branch),
        strategy.branch.as_ref(),
        &branches,
        line.wide(520.0),
        |v| act::set_branch(cx.plan, id, v.copied()),
    );
    kit::columns_or_stack(ui, 2, 200.0, |ui, i| match i {
        0 => fields::choice(ui, cx, out, cell(STRATEGY.impact), strategy.impact, line, |v| {
            set(StrategyField::Impact(v))
        }),
        _ => fields::choice(ui, cx, out, cell(STRATEGY.feasibility), strategy.feasibility, line, |v| {
            set(StrategyField::Feasibility(v))
        }),
    });
    if let (Some(impact), Some(feasibility)) = (strategy.impact, strategy.feasibility) {
        let key = match impact.cmp(&feasibility) {
            std::cmp::Ordering::Less => "strategy-why-impact",
            std::cmp::Ordering::Greater => "strategy-why-feasibility",
            std::cmp::Ordering::Equal => "strategy-why-both",
        };
        note(ui, &cx.words.get(key));
    }
    let area = Look { rows: 2, ..Look::AREA }.of(&owner).hinting("hint-strategy-reason");
    fields::text(ui, cx, out, cell(STRATEGY.reason), &strategy.reason, area, |v| {
        set(StrategyField::Reason(v))
    });
    let look = line.labelled("strategy-choose");
    fields::check(ui, cx, out, cell(STRATEGY.chosen), strategy.chosen, look, |v| {
        act::choose_strategy(cx.plan, id, v).unwrap_or_else(|| set(StrategyField::Chosen(v)))
    });
    if let Some(card) = strategy.branch.filter(|card| cx.plan.cards.contains(*card))
        && kit::link_button(ui, &cx.words.with("strategy-to-branch", &[("name", owner.as_str().into())]))
            .clicked()
    {
        out.go(Place::row(card));
    }
    fields::findings_ui(ui, cx, out, Place::row(id));
}

/// The branches that can be taken: what hangs on the core problem as a cause, and what is taken now.
fn branches(cx: &Cx<'_>, now: Option<Id<Card>>) -> Vec<(Id<Card>, String)> {
    let tree = &cx.derived.tree;
    let tops = tree.core().map_or(&[][..], |core| &core.causes).iter().map(|i| &tree.nodes()[*i]);
    let other = now.and_then(|id| tree.node(id)).filter(|n| n.depth != 1 || n.kind == CardKind::Effect);
    let said = |id: Id<Card>, number: &str, key: &str| {
        let card = cx.plan.cards.get(id);
        let unwritten = cx.words.get("trees-unwritten");
        let words =
            card.map_or("", |c| kit::title_or(&c.objective, cx.shown, c.problem.best(cx.shown).raw()));
        let words = if words.trim().is_empty() { &*unwritten } else { words };
        let name = cx.words.with(key, &[("number", number.into())]);
        let values = [("name", name.trim_end().into()), ("text", words.into())];
        (id, cx.words.with("trees-card", &values))
    };
    tops.chain(other).map(|n| said(n.id, &n.number, n.objective_words())).collect()
}

/// The steps of a grade that are full, of four.
const fn steps(grade: Grade) -> u8 {
    match grade {
        Grade::Low => 1,
        Grade::Medium => 2,
        Grade::High => 3,
        Grade::VeryHigh => 4,
    }
}

fn grade_ink(ui: &Ui, grade: Grade) -> egui::Color32 {
    let t = tokens(ui);
    match grade {
        Grade::Low => t.bad,
        Grade::Medium => t.warn,
        Grade::High | Grade::VeryHigh => t.good,
    }
}

/// All alternatives in short, the best rated first. A click leads to one.
fn comparison_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    heading(ui, cx, "strategy-comparison");
    note(ui, &cx.words.get("strategy-comparison-note"));
    let mut all: Vec<(usize, &Strategy)> = cx.plan.strategies.iter().enumerate().collect();
    all.sort_by_key(|(i, s)| (std::cmp::Reverse(s.rating()), *i));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (i, strategy) in all {
            line_ui(ui, cx, out, strategy, i);
        }
    });
}

/// One alternative in short: whether it is chosen, its name, four steps of its rating.
fn line_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, strategy: &Strategy, i: usize) {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
    let owner = parts::row_name::<Strategy>(cx, &(i + 1).to_string());
    let name = kit::title_or(&strategy.name, cx.shown, &owner).to_owned();
    let unrated = cx.words.get("strategy-unrated");
    let rating = strategy.rating();
    let grade = rating.map_or(unrated.clone(), |g| kit::choice_name(cx.words, g));
    let key = if strategy.chosen { "strategy-line-chosen" } else { "strategy-line" };
    let said =
        cx.words.with(key, &[("name", name.as_str().into()), ("grade", grade.clone().into_owned().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &said));
    parts::focus_frame(ui, rect, &response);
    let middle = rect.center().y;
    let square = |x: f32, side: f32| Rect::from_center_size(pos2(x, middle), Vec2::splat(side));
    if strategy.chosen {
        kit::paint_icon(ui.painter(), square(rect.left() + 14.0, 16.0), Icon::Check, t.good);
    }
    let style = if strategy.chosen { Style::body().strong() } else { Style::body() };
    let (left, right) = (rect.left() + 30.0, rect.right() - 210.0);
    let at = pos2(left, middle);
    text::paint_within(ui.painter(), at, Align2::LEFT_CENTER, &name, &style.elided(), t.ink, right - left);
    for step in 0..4u8 {
        let is_full = rating.is_some_and(|g| steps(g) > step);
        let ink = rating.filter(|_| is_full).map_or(t.line, |g| grade_ink(ui, g));
        let block =
            Rect::from_min_size(pos2(right + 14.0 + f32::from(step) * 19.0, middle - 5.0), vec2(16.0, 10.0));
        ui.painter().rect_filled(block, 2.0, ink);
    }
    let at = pos2(right + 98.0, middle);
    text::paint_within(
        ui.painter(),
        at,
        Align2::LEFT_CENTER,
        &grade,
        &Style::small().elided(),
        t.ink_soft,
        106.0,
    );
    if response.clicked() {
        out.go(Place::cell(strategy.id, STRATEGY.name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{Stage, click, example, write};
    use egui_kittest::{Harness, kittest::Queryable};

    const STRATEGY_PAGE: Page = Page::Section(Section::Strategy);

    fn open(plan: Plan) -> Harness<'static, Stage> {
        let mut harness = Stage::new(plan, STRATEGY_PAGE).open(900.0, 2600.0);
        harness.run();
        harness
    }

    fn pick(h: &mut Harness<'static, Stage>, field: &str, option: &str) {
        h.get_by_role_and_label(Role::ComboBox, field).click_accesskit();
        h.run();
        h.get_by_role_and_label(Role::Button, option).click_accesskit();
        h.run();
    }

    fn without_choice() -> Plan {
        let mut plan = example("nepal-lokta-paper");
        let plain = |c: &Card| Card { chosen: false, ..c.clone() };
        plan.cards = Table::from_rows(plan.cards.iter().map(plain)).0;
        plan.strategies = Table::default();
        plan
    }

    #[test]
    fn branches_become_alternatives_and_the_lower_grade_counts() {
        let mut h = open(without_choice());
        click(&mut h, "Take the branches of the tree as alternatives");
        let plan = h.state().plan();
        assert_eq!(plan.strategies.len(), 4);
        let (first, branch) =
            (plan.strategies.at(0).unwrap().id, plan.strategies.at(0).unwrap().branch.unwrap());
        pick(&mut h, "Alternative 1, Impact", "High");
        pick(&mut h, "Alternative 1, Feasibility", "Low");
        assert_eq!(h.state().plan().strategies.get(first).unwrap().rating(), Some(Grade::Low));
        h.get_by_label("Rating: Low");
        h.get_by_label("Feasibility is the lower of the two: what would make it easier to do?");
        write(&mut h, "Alternative 1, Reason", "Costs little");
        h.get_by_role_and_label(Role::CheckBox, "Alternative 1, We take this one").click();
        h.run();
        let plan = h.state().plan();
        assert!(plan.strategies.get(first).unwrap().chosen && plan.cards.get(branch).unwrap().chosen);
        assert_eq!(plan.strategies.get(first).unwrap().reason.best(&[]).raw(), "Costs little");
        h.get_by_role_and_label(
            Role::Link,
            "Sheets of one order have the same weight and colour, chosen, rating: Low",
        );
        assert!(h.query_by_label("Take the branches of the tree as alternatives").is_none(), "all are taken");
    }

    #[test]
    fn an_empty_tree_comes_first() {
        let mut h = open(Plan::new(Id::from_bits(1)));
        click(&mut h, "Draw the problem tree");
        assert_eq!(h.state().page, Page::Section(Section::Trees));
    }

    #[test]
    fn the_choice_goes_along_with_the_branch() {
        let mut h = open(example("nepal-lokta-paper"));
        let branch = |h: &Harness<'static, Stage>| h.state().plan().strategies.at(0).unwrap().branch.unwrap();
        let old = branch(&h);
        let second = h.state().plan().strategies.at(1).unwrap().id;
        h.state_mut().document.apply(&Strategy::delete(second)).unwrap();
        h.run();
        pick(
            &mut h,
            "Alternative 1, Branch of the tree",
            "Means 2: Workshops sell notebooks, lampshades and cards",
        );
        let plan = h.state().plan();
        assert_ne!(branch(&h), old);
        assert!(!plan.cards.get(old).unwrap().chosen && plan.cards.get(branch(&h)).unwrap().chosen);
    }

    #[test]
    fn every_field_can_be_led_to() {
        let plan = example("nepal-lokta-paper");
        let id = plan.strategies.at(2).unwrap().id;
        for field in Block::Strategy.fields() {
            let mut stage = Stage::new(plan.clone(), STRATEGY_PAGE);
            stage.go(Place::cell(id, *field));
            let mut h = stage.open(900.0, 600.0);
            h.run_steps(6);
            assert_eq!(h.state().focused, Some(Place::cell(id, *field)), "{field:?}");
        }
    }
}
