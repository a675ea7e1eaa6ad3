//! The credit calculator: what the borrower pays each month, what the state pays, how many borrowers its money reaches.

use super::{add_ui, entry_ui, said_ui, schedule};
use crate::{
    analysis::{Credit, credit},
    locale::{grouped, money_form},
    pack::CreditScheme,
    plan::{
        At, BUDGET, BudgetLine, CREDIT, CreditCase, CreditField, Currency, Decimal, Edit, Grouping, Key,
        Place, Row, Text,
    },
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, fields, fields::Look, tokens},
        pages::{
            listed::{self, Line, ListView},
            parts::{self, fact_ui, note},
            take,
        },
    },
};
use egui::{Frame, Margin, Role, Ui, WidgetInfo};

/// Shows the calculations.
pub fn sheet_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (view, schedule): (&mut ListView, &mut schedule::View),
    out: &mut Outbox,
) {
    let rows: Vec<&CreditCase> = cx.plan.credits.iter().collect();
    listed::list_ui(
        ui,
        cx,
        out,
        view,
        &rows,
        |row, owner| line_of(cx, row, owner),
        |ui, out, row, owner| card_ui(ui, cx, schedule, out, row, owner),
    );
    add_ui(ui, cx, out, "credit-add", CREDIT.name, CreditCase::new);
}

/// The currency of a calculation.
fn currency_of(cx: &Cx<'_>, row: &CreditCase) -> Option<Currency> {
    row.currency.or(cx.plan.identity.currency)
}

/// The calculation with the decimals of its currency.
fn counted(cx: &Cx<'_>, row: &CreditCase) -> Result<Credit, crate::analysis::CreditGap> {
    let digits = currency_of(cx, row).map_or(2, |currency| cx.packs.money_digits(currency));
    credit(row, digits.into())
}

/// A number with its digits in groups.
pub(super) fn number_words(cx: &Cx<'_>, number: Decimal) -> String {
    grouped(money_form(number), cx.plan.identity.grouping.unwrap_or(Grouping::Thousands))
}

/// An amount with its currency.
fn money_words(cx: &Cx<'_>, currency: Option<Currency>, amount: Decimal) -> String {
    let number = number_words(cx, amount);
    currency.map_or_else(|| number.clone(), |currency| format!("{currency}\u{a0}{number}"))
}

fn line_of(cx: &Cx<'_>, row: &CreditCase, owner: &str) -> Line {
    let unnamed = cx.words.get("credit-unnamed");
    let title = kit::title_or(&row.name, cx.shown, &unnamed).to_owned();
    let soft = match counted(cx, row) {
        Ok(credit) => {
            let amount = money_words(cx, currency_of(cx, row), credit.instalment);
            cx.words.with("credit-a-month", &[("amount", amount.into())])
        }
        Err(gap) => cx.words.get(gap.words()).into_owned(),
    };
    Line { said: format!("{owner}: {title}"), lead: String::new(), title, soft, tag: None }
}

fn card_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut schedule::View,
    out: &mut Outbox,
    row: &CreditCase,
    owner: &str,
) {
    let cell = |field| Place::cell(row.id, field);
    let look = Look::LINE.of(owner).hinting("hint-credit-name");
    fields::text(ui, cx, out, cell(CREDIT.name), &row.name, look, |v| {
        CreditCase::change(row.id, CreditField::Name(v))
    });
    scheme_ui(ui, cx, out, row, owner);
    terms_ui(ui, cx, out, row, owner);
    match counted(cx, row) {
        Ok(credit) => {
            result_ui(ui, cx, row, &credit);
            let key = format!("credit-schedule-{}", row.id);
            parts::fold(ui, &key, &cx.words.get("credit-schedule"), |ui| {
                schedule::schedule_ui(ui, cx, view, (row.id, owner), &credit);
            });
            take_ui(ui, cx, out, row, owner, &credit);
        }
        Err(gap) => note(ui, &cx.words.get(gap.words())),
    }
}

/// The scheme of a pack, with its terms and their sources.
fn scheme_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: &CreditCase, owner: &str) {
    let langs = kit::interface_languages(cx.words);
    let name = |scheme: &CreditScheme| scheme.name.best(&langs).raw().to_owned();
    let options: Vec<(Key, String)> = cx.packs.credit_schemes().map(|s| (s.key.clone(), name(s))).collect();
    let place = Place::cell(row.id, CREDIT.scheme);
    let chosen = Some(&row.scheme).filter(|key| !key.is_none());
    fields::pick(ui, cx, out, place, chosen, &options, Look::LINE.of(owner), |key| {
        let scheme = key.and_then(|key| cx.packs.credit_scheme(key));
        choose(cx, row, key.cloned().unwrap_or_default(), scheme)
    });
    let Some(key) = chosen else { return };
    let Some(scheme) = cx.packs.credit_scheme(key) else {
        let words = cx.words.with("worksheets-unknown-scheme", &[("key", key.as_str().into())]);
        text::label(ui, &words, Style::small().color(tokens(ui).warn));
        return;
    };
    beyond_ui(ui, cx, row, scheme);
    let terms = terms_of(row, scheme, true);
    if !terms.is_empty() {
        let words = cx.words.get("credit-use-terms");
        let button = kit::link_button(ui, &words);
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{owner}: {words}")));
        if button.clicked() {
            out.edit(Edit::Several("step-credit-terms", terms));
        }
    }
    let key = format!("credit-about-{}", row.id);
    parts::fold(ui, &key, &cx.words.get("credit-about"), |ui| about_ui(ui, cx, scheme));
}

/// The change that chooses a scheme: what the calculation does not say yet is filled in with it.
fn choose(cx: &Cx<'_>, row: &CreditCase, key: Key, scheme: Option<&CreditScheme>) -> Edit {
    let mut edits = vec![CreditCase::change(row.id, CreditField::Scheme(key))];
    if let Some(scheme) = scheme {
        edits.extend(terms_of(row, scheme, false));
        if row.currency.is_none() && scheme.currency != cx.plan.identity.currency {
            edits.push(CreditCase::change(row.id, CreditField::Currency(scheme.currency)));
        }
    }
    Edit::Several("step-credit-scheme", edits)
}

/// The changes that give a calculation the terms of a scheme; `over`: also where it says something else.
fn terms_of(row: &CreditCase, scheme: &CreditScheme, over: bool) -> Vec<Edit> {
    macro_rules! term {
        ($field:ident, $known:ident, $change:ident) => {
            scheme
                .$known
                .as_ref()
                .filter(|fact| row.$field.is_none() || (over && row.$field != Some(fact.value)))
                .map(|fact| CreditCase::change(row.id, CreditField::$change(Some(fact.value))))
        };
    }
    let terms = [
        term!(amount, ceiling, Amount),
        term!(annual_rate_percent, annual_rate_percent, AnnualRatePercent),
        term!(months, months, Months),
        term!(method, method, Method),
        term!(subsidy_rate_percent, subsidy_rate_percent, SubsidyRatePercent),
    ];
    terms.into_iter().flatten().collect()
}

/// What goes beyond the scheme, said softly: the numbers stay as they are.
fn beyond_ui(ui: &mut Ui, cx: &Cx<'_>, row: &CreditCase, scheme: &CreditScheme) {
    let warn = Style::small().color(tokens(ui).warn);
    if let (Some(ceiling), Some(amount)) = (&scheme.ceiling, row.amount)
        && amount > ceiling.value
    {
        let most = money_words(cx, scheme.currency, ceiling.value);
        text::label(ui, &cx.words.with("credit-beyond-ceiling", &[("amount", most.into())]), warn);
    }
    if let (Some(most), Some(months)) = (&scheme.months, row.months)
        && months > most.value
    {
        let words = cx.words.with("credit-beyond-months", &[("months", most.value.to_string().into())]);
        text::label(ui, &words, warn);
    }
    if let (Some(rate), Some(own)) = (&scheme.annual_rate_percent, row.annual_rate_percent)
        && own != rate.value
    {
        let words = cx.words.with("credit-other-rate", &[("rate", number_words(cx, rate.value).into())]);
        text::label(ui, &words, warn);
    }
}

/// The terms of a scheme, each with its source.
fn about_ui(ui: &mut Ui, cx: &Cx<'_>, scheme: &CreditScheme) {
    ui.spacing_mut().item_spacing.y = 4.0;
    if let Some(rate) = &scheme.annual_rate_percent {
        said_ui(ui, &cx.words.get(CREDIT.annual_rate_percent.words()), &number_words(cx, rate.value));
        fact_ui(ui, cx, rate);
    }
    if let Some(method) = &scheme.method {
        said_ui(ui, &cx.words.get(CREDIT.method.words()), &kit::choice_name(cx.words, method.value));
        fact_ui(ui, cx, method);
    }
    if let Some(ceiling) = &scheme.ceiling {
        let most = money_words(cx, scheme.currency, ceiling.value);
        said_ui(ui, &cx.words.get("credit-ceiling"), &most);
        fact_ui(ui, cx, ceiling);
    }
    if let Some(months) = &scheme.months {
        said_ui(ui, &cx.words.get("credit-most-months"), &months.value.to_string());
        fact_ui(ui, cx, months);
    }
    if let Some(subsidy) = &scheme.subsidy_rate_percent {
        said_ui(ui, &cx.words.get(CREDIT.subsidy_rate_percent.words()), &number_words(cx, subsidy.value));
        fact_ui(ui, cx, subsidy);
    }
    ui.add_space(6.0);
    scheme.facts.iter().for_each(|fact| entry_ui(ui, cx, fact));
}

fn terms_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: &CreditCase, owner: &str) {
    let cell = |field| Place::cell(row.id, field);
    let set = |change| CreditCase::change(row.id, change);
    let line = Look::LINE.of(owner);
    kit::columns_or_stack(ui, 3, 190.0, |ui, i| match i {
        0 => fields::amount(ui, cx, out, cell(CREDIT.amount), row.amount, line, |v| {
            set(CreditField::Amount(v))
        }),
        1 => {
            let own = cx.plan.identity.currency.map(|c| c.to_string()).unwrap_or_default();
            let shown = row.currency.map_or(own, |c| c.to_string());
            let keys = ("hint-currency", "field-currency-wrong", false);
            fields::typed(ui, cx, out, cell(CREDIT.currency), &shown, line, keys, Currency::new, |v| {
                set(CreditField::Currency(v))
            });
        }
        _ => fields::choice(ui, cx, out, cell(CREDIT.method), row.method, line, |v| {
            set(CreditField::Method(v))
        }),
    });
    kit::columns_or_stack(ui, 3, 190.0, |ui, i| match i {
        0 => {
            let rate = row.annual_rate_percent;
            fields::number(ui, cx, out, cell(CREDIT.annual_rate_percent), rate, line, |v| {
                set(CreditField::AnnualRatePercent(v))
            });
        }
        1 => {
            fields::whole(ui, cx, out, cell(CREDIT.months), row.months, line, |v| set(CreditField::Months(v)))
        }
        _ => fields::whole(ui, cx, out, cell(CREDIT.grace_months), row.grace_months, line, |v| {
            set(CreditField::GraceMonths(v))
        }),
    });
    kit::columns_or_stack(ui, 3, 190.0, |ui, i| match i {
        0 => {
            let rate = row.subsidy_rate_percent;
            fields::number(ui, cx, out, cell(CREDIT.subsidy_rate_percent), rate, line, |v| {
                set(CreditField::SubsidyRatePercent(v))
            });
        }
        1 => fields::amount(ui, cx, out, cell(CREDIT.subsidy_budget), row.subsidy_budget, line, |v| {
            set(CreditField::SubsidyBudget(v))
        }),
        _ => {}
    });
}

/// What comes out.
fn result_ui(ui: &mut Ui, cx: &Cx<'_>, row: &CreditCase, credit: &Credit) {
    let t = tokens(ui);
    let money = |amount| money_words(cx, currency_of(cx, row), amount);
    let margin = Margin::symmetric(16, 12);
    Frame::new().fill(t.indigo_wash).corner_radius(kit::RADIUS).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        let instalments =
            credit.months.len() - row.grace_months.map_or(0, |n| usize::try_from(n).unwrap_or(0));
        let values = [("amount", money(credit.instalment).into())];
        text::label(ui, &cx.words.with("credit-a-month", &values), Style::section());
        let values = [
            ("count", instalments.into()),
            ("method", kit::choice_name(cx.words, credit.method).to_lowercase().into()),
        ];
        text::label(ui, &cx.words.with("credit-instalments", &values), Style::body());
        if let Some(grace) = credit.grace_payment {
            let months = credit.months.len() - instalments;
            let values = [("count", months.into()), ("amount", money(grace).into())];
            text::label(ui, &cx.words.with("credit-grace", &values), Style::body());
        }
        let facts =
            [("credit-total-interest", credit.total_interest), ("credit-total-paid", credit.total_paid)];
        kit::columns_or_stack(ui, 2, 200.0, |ui, i| {
            let (key, amount) = facts[i];
            text::label(ui, &cx.words.with(key, &[("amount", money(amount).into())]), Style::body());
        });
        if let Some(subsidy) = credit.subsidy {
            let words = cx.words.with("credit-subsidy", &[("amount", money(subsidy).into())]);
            text::label(ui, &words, Style::body());
        }
        if let Some(borrowers) = credit.borrowers {
            let count = number_words(cx, borrowers);
            let words = cx.words.with("credit-borrowers", &[("count", count.into())]);
            text::label(ui, &words, Style::body().strong());
        }
        note(ui, &cx.words.get("credit-rounding"));
    });
}

/// What can be taken into the plan: the money for the subsidy into the budget, numbers into the key figures.
fn take_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: &CreditCase, owner: &str, credit: &Credit) {
    let currency = currency_of(cx, row).map(|c| c.to_string()).unwrap_or_default();
    let figures = [
        ("credit-take-instalment", "credit-figure-instalment", currency.as_str(), Some(credit.instalment)),
        ("credit-take-borrowers", "credit-figure-borrowers", "credit-unit-borrowers", credit.borrowers),
    ];
    for (words, label, unit, value) in figures {
        let figure = take::Figure { label, of: &row.name, unit, value };
        take::figure_ui(ui, cx, out, (words, owner, "step-credit-figure"), &figure);
    }
    budget_ui(ui, cx, out, row, owner, credit);
}

/// The way of the money for the subsidy into the budget, with how it was found.
fn budget_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: &CreditCase, owner: &str, credit: &Credit) {
    let Some(budget) = row.subsidy_budget else { return };
    let lang = take::own_language(cx);
    let name = row.name.best(std::slice::from_ref(&lang)).raw();
    let item = Text::of(&lang, &cx.words.with("credit-budget-item", &[("name", name.into())]));
    let is_there = |line: &&BudgetLine| line.item == item && line.unit_cost == Some(budget);
    if let Some(line) = cx.plan.budget.iter().find(is_there) {
        if take::taken_ui(ui, &cx.words.get("credit-is-in-budget")) {
            out.go(Place::cell(line.id, BUDGET.source));
        }
        return;
    }
    let words = cx.words.get("credit-take-budget");
    let button = kit::link_button(ui, &words);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{owner}: {words}")));
    if !button.clicked() {
        return;
    }
    let found = match (credit.subsidy, credit.borrowers) {
        (Some(subsidy), Some(borrowers)) => {
            let values = [
                ("amount", money_words(cx, currency_of(cx, row), subsidy).into()),
                ("count", number_words(cx, borrowers).into()),
            ];
            Text::of(&lang, &cx.words.with("credit-budget-note", &values))
        }
        _ => Text::default(),
    };
    let line = BudgetLine {
        item,
        quantity: Some(Decimal::ONE),
        unit_cost: Some(budget),
        currency: row.currency,
        note: found,
        ..BudgetLine::new(out.new_id())
    };
    let place = Place::cell(line.id, BUDGET.source);
    out.edit(Edit::Several("step-credit-budget", vec![BudgetLine::add(line, At::Last)]));
    out.go(place);
}
