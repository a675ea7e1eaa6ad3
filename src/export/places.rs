//! Which place of the plan a text of a document came from.
//!
//! The parts of the report are handed references into the plan. A field is therefore known by where it stands in memory, for as
//! long as the plan is borrowed: whoever writes a part of the report says nothing about places, and no part can be forgotten.

use crate::plan::{Block, Field, Id, Place, Plan, Record, Row, Text, UserText, form::Value};
use std::{collections::HashMap, sync::Arc};

/// The places of the texts of a plan.
#[derive(Debug, Default)]
pub(in crate::export) struct Places(HashMap<usize, Place>);

impl Places {
    /// All texts that are written.
    pub fn of(plan: &Plan) -> Self {
        let Plan {
            identity,
            team,
            context,
            key_figures,
            lessons,
            stakeholders,
            cards,
            strategies,
            matrix,
            outputs,
            indicators,
            assumptions,
            preconditions,
            inputs,
            activities,
            budget,
            rates,
            risks,
            cooperation,
            ovop,
            clusters,
            credits,
            instruments,
            reports,
            criteria,
            // No text of these stands in the document.
            id: _,
            judgements: _,
            comments: _,
            silenced: _,
            choices: _,
        } = plan;
        let mut places = Self::default();
        places.once(identity);
        places.once(context);
        places.once(matrix);
        places.rows(team);
        places.rows(key_figures);
        places.rows(lessons);
        places.rows(stakeholders);
        places.rows(cards);
        places.rows(strategies);
        places.rows(outputs);
        places.rows(indicators);
        places.rows(assumptions);
        places.rows(preconditions);
        places.rows(inputs);
        places.rows(activities);
        places.rows(budget);
        places.rows(rates);
        places.rows(risks);
        places.rows(cooperation);
        places.rows(ovop);
        places.rows(clusters);
        places.rows(credits);
        places.rows(instruments);
        places.rows(reports);
        places.rows(criteria);
        places
    }

    /// Where this text stands; nothing when it is no text of the plan.
    pub fn text(&self, text: &Text) -> Option<Place> {
        self.0.get(&address(text)).copied()
    }

    /// The same for a text without a language, such as a name.
    pub fn plain(&self, text: &UserText) -> Option<Place> {
        self.0.get(&letters(text.raw())).copied()
    }

    fn once<R: Record>(&mut self, record: &Arc<R>) {
        self.record(&**record, Place::field);
    }

    fn rows<R: Row>(&mut self, table: &crate::plan::Table<R>) {
        for row in table.iter() {
            self.record(row, |field| Place::cell(row.id(), field));
        }
    }

    fn record<R: Record>(&mut self, record: &R, place: impl Fn(Field) -> Place) {
        record.each_value(&mut |field, value| self.value(&value, place(field)));
    }

    fn value(&mut self, value: &Value<'_>, place: Place) {
        match value {
            Value::Text(text) => {
                self.0.insert(address(text), place);
            }
            // The letters may be shared with the row that this one was copied from; the first one counts.
            Value::Words(std::borrow::Cow::Borrowed(words)) => {
                self.0.entry(letters(words)).or_insert(place);
            }
            Value::List(list) => list.iter().for_each(|value| self.value(value, place)),
            Value::Record(fields) => fields.iter().for_each(|(_, value)| self.value(value, place)),
            Value::Words(_) | Value::Nothing | Value::Truth(_) | Value::Number(_) => {}
        }
    }
}

fn address(text: &Text) -> usize {
    std::ptr::from_ref(text).addr()
}

fn letters(words: &str) -> usize {
    words.as_ptr().addr()
}

/// A place in one word, as it travels through a template: `indicator:00000000000000f1:text`.
pub(in crate::export) fn word(place: &Place) -> String {
    let row = place.row.map(|row| Id::<crate::plan::Output>::from_bits(row).to_string()).unwrap_or_default();
    let field = place.field.map(Field::name).unwrap_or_default();
    format!("{}:{row}:{field}", place.block.word())
}

/// The place of a word.
pub(in crate::export) fn from_word(word: &str) -> Option<Place> {
    let mut parts = word.splitn(3, ':');
    let block = Block::from_word(parts.next()?)?;
    let row = match parts.next()? {
        "" => None,
        row => Some(row.parse::<Id<crate::plan::Output>>().ok()?.bits()),
    };
    let field = match parts.next()? {
        "" => None,
        name => Some(Field::find(block, name)?),
    };
    Some(Place { block, row, field })
}
