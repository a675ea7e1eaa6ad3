//! Below the table: what all costs together, who pays, and what nobody pays yet.

use super::{Below, View, lists, rates, table::money_words};
use crate::{
    analysis::{Amounts, convert},
    plan::{Currency, Decimal, FundSource, IDENTITY, Money, Place},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, Tokens},
    },
};
use egui::{Color32, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// The share of one source in a bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// Who pays; nobody yet: [`FundSource::Unfunded`].
    pub source: FundSource,
    /// How much.
    pub money: Money,
    /// Which part of the whole, 0 to 1.
    pub part: f32,
}

/// One bar: who pays how much of what, in one currency.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The whole.
    pub whole: Money,
    /// Its parts, in the order of the sources; the one that nobody pays is last and always there.
    pub shares: Vec<Share>,
}

/// The bars of a plan: one, in its own currency, when every currency has a rate; else one for each currency.
#[must_use]
pub fn bars(cx: &Cx<'_>) -> Vec<Bar> {
    let totals = &cx.derived.totals;
    match totals.converted {
        Some(whole) => {
            let sum = |amounts: &Amounts| {
                amounts.iter().filter_map(|m| convert(cx.plan, m, whole.currency)).sum::<Decimal>()
            };
            vec![bar(cx, whole, sum)]
        }
        None => totals.all.iter().map(|whole| bar(cx, whole, |a| a.get(whole.currency))).collect(),
    }
}

fn bar(cx: &Cx<'_>, whole: Money, sum: impl Fn(&Amounts) -> Decimal) -> Bar {
    let mut shares = Vec::new();
    for source in FundSource::ALL.iter().copied() {
        let of =
            |key: Option<FundSource>| cx.derived.totals.by_source.get(&key).map(&sum).unwrap_or_default();
        let mut amount = of(Some(source));
        if source == FundSource::Unfunded {
            // Whoever is not named does not pay.
            amount = amount.saturating_add(of(None));
        }
        if amount.is_zero() && source != FundSource::Unfunded {
            continue;
        }
        let part = amount.checked_div(whole.amount).and_then(|p| p.try_into().ok()).unwrap_or(0.0_f32);
        let money = Money { amount, currency: whole.currency };
        shares.push(Share { source, money, part: part.clamp(0.0, 1.0) });
    }
    Bar { whole, shares }
}

fn color(t: &Tokens, source: FundSource) -> Color32 {
    match source {
        FundSource::Own => t.indigo,
        FundSource::Partner => t.soga,
        FundSource::Bilateral => t.indigo.gamma_multiply(0.55),
        FundSource::Triangular => t.ink_soft,
        FundSource::Private => t.good,
        FundSource::Unfunded => t.warn,
    }
}

/// Shows the totals.
pub fn totals_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    ui.spacing_mut().item_spacing.y = 6.0;
    sum_ui(ui, cx, view, out);
    let bars = bars(cx);
    for bar in bars.iter().take(3) {
        bar_ui(ui, cx, bar);
    }
    let names = Below::ALL.map(|below| cx.words.get(below.words()));
    let names = names.each_ref().map(kit::Segment::from);
    let now = Below::ALL.iter().position(|below| Some(*below) == view.below);
    if let Some(i) = kit::segments(ui, Role::Button, &names, now, &Style::body()) {
        view.below = (now != Some(i)).then_some(Below::ALL[i]);
    }
    match view.below {
        Some(Below::Rates) => rates::rates_ui(ui, cx, &mut view.rates, out),
        Some(Below::Sources) => lists::sources_ui(ui, cx),
        Some(Below::Outputs) => lists::outputs_ui(ui, cx),
        Some(Below::Activities) => lists::activities_ui(ui, cx),
        Some(Below::Years) => lists::years_ui(ui, cx),
        None => {}
    }
}

fn amount_with_code(cx: &Cx<'_>, money: Money) -> String {
    format!("{} {}", money.currency.code(), money_words(cx, money))
}

/// Amounts in every currency: `NPR 4,000 + USD 200`.
pub fn amounts_words(cx: &Cx<'_>, amounts: &Amounts) -> String {
    amounts.iter().map(|m| amount_with_code(cx, m)).collect::<Vec<_>>().join(" + ")
}

/// The whole in every currency, and in the plan's own when all rates are there.
fn sum_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let t = kit::tokens(ui);
    let totals = &cx.derived.totals;
    ui.horizontal_wrapped(|ui| {
        let all = if totals.all.is_empty() { "0".to_owned() } else { amounts_words(cx, &totals.all) };
        let words = cx.words.with("budget-total", &[("amount", all.into())]);
        text::label(ui, &words, Style::body().strong());
        if let Some(money) = totals.converted.filter(|_| !totals.is_one_currency()) {
            let words = cx.words.with("budget-converted", &[("amount", amount_with_code(cx, money).into())]);
            text::label(ui, &words, Style::body());
        }
        missing_ui(ui, cx, view, out);
        if totals.incomplete_lines > 0 {
            let words = cx.words.with("budget-incomplete", &[("count", totals.incomplete_lines.into())]);
            text::label(ui, &words, Style::small().color(t.ink_soft));
        }
    });
}

/// What keeps several currencies from a common total, and the way to mend it.
fn missing_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let warn = Style::small().color(kit::tokens(ui).warn);
    let totals = &cx.derived.totals;
    if !totals.without_rate.is_empty() {
        let codes: Vec<_> = totals.without_rate.iter().map(Currency::code).collect();
        let words = cx.words.with("budget-without-rate", &[("codes", codes.join(", ").into())]);
        text::label(ui, &words, warn);
        if kit::link_button(ui, &cx.words.get("budget-write-rate")).clicked() {
            view.below = Some(Below::Rates);
            rates::lead_to_missing(cx, out);
        }
    } else if totals.converted.is_none() && !totals.is_one_currency() && cx.plan.identity.currency.is_none() {
        text::label(ui, &cx.words.get("budget-without-currency"), warn);
        if kit::link_button(ui, &cx.words.get("budget-choose-currency")).clicked() {
            out.go(Place::field(IDENTITY.currency));
        }
    }
}

/// A bar of who pays, with its words below.
fn bar_ui(ui: &mut Ui, cx: &Cx<'_>, bar: &Bar) {
    let t = kit::tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 12.0), Sense::hover());
    response.widget_info(|| {
        let words = cx.words.with("budget-bar", &[("amount", amount_with_code(cx, bar.whole).into())]);
        WidgetInfo::labeled(Role::Label, true, words)
    });
    ui.painter().rect_filled(rect, 3.0, t.line);
    let mut x = 0.0;
    for share in &bar.shares {
        let width = rect.width() * share.part;
        let piece = Rect::from_min_size(rect.min + vec2(x, 0.0), vec2(width, rect.height()));
        fill_ui(ui, piece.intersect(rect), 3.0, t, share.source);
        x += width;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 2.0);
        for share in &bar.shares {
            let ink = if share.source == FundSource::Unfunded && share.part > 0.0 { t.warn } else { t.ink };
            let words = share_words(cx, share);
            let galley = text::galley(ui.ctx(), &words, &Style::small().color(ink), f32::INFINITY);
            // The square and its words are one thing: a line never ends between them.
            let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(16.0, 0.0), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
            let square = Rect::from_center_size(rect.left_center() + vec2(5.0, 0.0), vec2(10.0, 10.0));
            fill_ui(ui, square, 2.0, t, share.source);
            ui.painter().galley(rect.min + vec2(16.0, 0.0), galley, ink);
        }
    });
}

/// The colour of who pays; what nobody pays yet is hollow.
fn fill_ui(ui: &Ui, rect: Rect, radius: f32, t: &Tokens, source: FundSource) {
    let color = color(t, source);
    if source == FundSource::Unfunded {
        ui.painter().rect_filled(rect, radius, t.surface);
        ui.painter().rect_filled(rect, radius, color.gamma_multiply(kit::STRONG_WASH));
        ui.painter().rect_stroke(rect, radius, Stroke::new(1.5, color), StrokeKind::Inside);
    } else {
        ui.painter().rect_filled(rect, radius, color);
    }
}

fn share_words(cx: &Cx<'_>, share: &Share) -> String {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
    let percent = (share.part * 100.0).round() as usize;
    cx.words.with(
        "budget-share",
        &[
            ("source", cx.words.get(share.source.words()).into_owned().into()),
            ("amount", amount_with_code(cx, share.money).into()),
            ("percent", percent.to_string().into()),
        ],
    )
}
