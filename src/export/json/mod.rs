//! The plan as JSON for other programs, and the JSON Schema that describes it.
//!
//! Both are made from the declarations of the model (`plan::form`), so that neither can lack a field. What is empty is left
//! out. Numbers are written with all their digits, as decimals; dates as ISO 8601 writes them.

mod schema;
mod write;

pub use schema::schema;

use super::{Exported, Source};
use crate::{
    file,
    plan::{
        Lang, Plan, Record, Row, Table,
        form::{Formed as _, Value},
    },
};
use std::sync::Arc;
use write::Json;

/// Every block of the plan, in the order of the file: its name, and whether it stands once or has rows.
macro_rules! blocks {
    ($($name:ident: $kind:ident $ty:ident,)*) => {
        /// The blocks that hold something.
        fn blocks(plan: &Plan, lang: Option<&Lang>) -> Vec<(&'static str, Json)> {
            // A block that is not named here does not compile.
            let Plan { id: _, $($name),* } = plan;
            let mut found = vec![$((stringify!($name), $kind($name, lang))),*];
            found.retain(|(_, block)| !block.is_empty());
            found
        }

        /// What the blocks may hold.
        fn described() -> Vec<schema::BlockForm> {
            vec![$(schema::BlockForm::$kind::<crate::plan::$ty>(stringify!($name))),*]
        }
    };
}

blocks! {
    identity: once Identity,
    team: rows Member,
    context: once Context,
    key_figures: rows KeyFigure,
    lessons: rows Lesson,
    stakeholders: rows Stakeholder,
    cards: rows Card,
    strategies: rows Strategy,
    matrix: once Matrix,
    outputs: rows Output,
    indicators: rows Indicator,
    assumptions: rows Assumption,
    preconditions: rows Precondition,
    inputs: rows Input,
    activities: rows Activity,
    budget: rows BudgetLine,
    rates: rows Rate,
    risks: rows Risk,
    cooperation: rows Cooperation,
    judgements: rows Judgement,
    ovop: rows OvopSheet,
    clusters: rows Cluster,
    credits: rows CreditCase,
    instruments: rows Instrument,
    reports: rows Report,
    criteria: rows Criterion,
    comments: rows Comment,
    silenced: rows Silenced,
    choices: rows OpenChoice,
}

/// The plan.
pub(super) fn plan(source: &Source<'_>) -> Exported {
    let lang = source.options.lang.as_ref();
    let mut fields = vec![
        ("$schema", Json::Text(schema::name())),
        ("schema", Json::Number(file::SCHEMA.to_string())),
        ("id", Json::Text(source.plan.id.to_string())),
    ];
    fields.extend(blocks(source.plan, lang));
    Exported { bytes: Json::object(fields).render().into_bytes(), notes: Vec::new() }
}

/// A record that the plan has once.
fn once<R: Record>(record: &Arc<R>, lang: Option<&Lang>) -> Json {
    fields(&**record, lang)
}

fn fields<R: Record>(record: &R, lang: Option<&Lang>) -> Json {
    let mut fields = Vec::new();
    record.each_value(&mut |field, value| fields.push((field.name(), json(&value, lang))));
    fields.retain(|(_, value)| !value.is_empty());
    Json::object(fields)
}

/// The rows of a table, in their order.
fn rows<R: Row>(table: &Table<R>, lang: Option<&Lang>) -> Json {
    let row = |row: &R| match (row.id().value(), fields(row, lang)) {
        (id, Json::Object(fields)) => {
            let id = ("id".to_owned(), json(&id, lang));
            Json::Object([id].into_iter().chain(fields).collect())
        }
        (_, other) => other,
    };
    Json::List(table.iter().map(row).collect())
}

/// A value; text in one language alone when one was chosen.
fn json(value: &Value<'_>, lang: Option<&Lang>) -> Json {
    match value {
        Value::Nothing | Value::Truth(false) => Json::Nothing,
        Value::Truth(true) => Json::Truth,
        Value::Words(words) => Json::Text(words.clone().into_owned()),
        Value::Number(number) => Json::Number(number.normalize().to_string()),
        Value::List(list) => Json::List(list.iter().map(|v| json(v, lang)).collect()),
        Value::Record(fields) => {
            let fields = fields.iter().map(|(name, value)| (*name, json(value, lang)));
            Json::object(fields.filter(|(_, value)| !value.is_empty()))
        }
        Value::Text(text) => {
            let wanted = text.iter().filter(|(l, _)| lang.is_none_or(|only| only == *l));
            let wordings =
                wanted.map(|(l, words)| (l.as_str().to_owned(), Json::Text(words.raw().to_owned())));
            Json::Object(wordings.collect())
        }
    }
}

#[cfg(test)]
mod tests;
