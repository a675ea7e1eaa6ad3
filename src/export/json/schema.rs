//! The JSON Schema of a plan, made from the declarations of the model.

use super::write::Json;
use crate::{
    file,
    plan::{
        Block, Record,
        form::{FieldForm, Form},
    },
};

/// A block of the plan with its fields.
pub(super) struct BlockForm {
    name: &'static str,
    is_once: bool,
    block: Block,
    fields: Vec<FieldForm>,
}

impl BlockForm {
    /// A record that the plan has once.
    pub fn once<R: Record>(name: &'static str) -> Self {
        Self { name, is_once: true, block: R::BLOCK, fields: R::forms() }
    }

    /// A table of rows.
    pub fn rows<R: Record>(name: &'static str) -> Self {
        Self { is_once: false, ..Self::once::<R>(name) }
    }

    /// The name of what describes one record of it.
    fn definition(&self) -> String {
        format!("#/$defs/{}", self.block.word())
    }
}

/// Kinds of text, by pattern: the name among the definitions, what it is, the pattern.
const KINDS: &[(&str, &str, &str)] = &[
    ("id", "Identity of a row: twelve letters and digits", ID),
    ("day", "A date as ISO 8601 writes it, in the Gregorian calendar", "^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}$"),
    ("country", "A country, ISO 3166-1 alpha-2", "^[A-Z]{2}$"),
    ("currency", "A currency, ISO 4217", "^[A-Z]{3}$"),
    ("language", "A language, BCP 47", LANGUAGE),
    ("key", "A short name of something in a pack", "^[A-Za-z0-9_.:-]{1,80}$"),
    ("result", "A result of the matrix: goal, purpose, or the identity of an output", RESULT),
];
const ID: &str = "^[0-9a-hjkmnp-tv-z]{12}$";
const RESULT: &str = "^(goal|purpose|[0-9a-hjkmnp-tv-z]{12})$";
const LANGUAGE: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

/// The name of the schema, in the schema and in every document.
pub(super) fn name() -> String {
    format!("urn:rencana:plan:{}", file::SCHEMA)
}

/// The JSON Schema of what `rencana export --to json` writes.
#[must_use]
pub fn schema() -> String {
    let blocks = super::described();
    let mut properties = vec![
        ("$schema".to_owned(), Json::object([("const", Json::Text(name()))])),
        (
            "schema".to_owned(),
            Json::object([
                ("description", Json::text("Version of the form of a plan")),
                ("const", Json::Number(file::SCHEMA.to_string())),
            ]),
        ),
        ("id".to_owned(), Json::object([("$ref", Json::text("#/$defs/id"))])),
    ];
    properties.extend(blocks.iter().map(|block| {
        let one = Json::object([("$ref", Json::text(&block.definition()))]);
        let many = |one| Json::object([("type", Json::text("array")), ("items", one)]);
        (block.name.to_owned(), if block.is_once { one } else { many(one) })
    }));
    let mut definitions: Vec<(String, Json)> = Vec::new();
    definitions.extend(blocks.iter().map(|block| (block.block.word().to_owned(), record(block))));
    definitions.extend(KINDS.iter().map(|(name, about, pattern)| {
        let kind = [
            ("description", Json::text(about)),
            ("type", Json::text("string")),
            ("pattern", Json::text(pattern)),
        ];
        ((*name).to_owned(), Json::object(kind))
    }));
    definitions.push(("text".to_owned(), text()));
    let required = Json::List(vec![Json::text("schema"), Json::text("id")]);
    Json::object([
        ("$schema", Json::text("https://json-schema.org/draft/2020-12/schema")),
        ("$id", Json::Text(name())),
        ("title", Json::text("Rencana action plan")),
        ("description", Json::text("What is empty is left out; a missing true-or-false field is false.")),
        ("type", Json::text("object")),
        ("required", required),
        ("properties", Json::Object(properties)),
        ("additionalProperties", Json::False),
        ("$defs", Json::Object(definitions)),
    ])
    .render()
}

/// Text in one or more languages, by their tags.
fn text() -> Json {
    Json::object([
        ("description", Json::text("Text in one or more languages, by their tags")),
        ("type", Json::text("object")),
        ("propertyNames", Json::object([("$ref", Json::text("#/$defs/language"))])),
        ("additionalProperties", Json::object([("type", Json::text("string"))])),
        ("minProperties", Json::Number("1".into())),
    ])
}

fn record(block: &BlockForm) -> Json {
    let mut properties = Vec::new();
    if !block.is_once {
        properties.push(("id".to_owned(), Json::object([("$ref", Json::text("#/$defs/id"))])));
    }
    properties.extend(block.fields.iter().map(|field| {
        let mut described = vec![("description".to_owned(), Json::text(field.about.trim()))];
        described.extend(of_form(&field.form));
        (field.field.name().to_owned(), Json::Object(described))
    }));
    let mut fields = vec![("type", Json::text("object"))];
    if !block.is_once {
        fields.push(("required", Json::List(vec![Json::text("id")])));
    }
    fields.push(("properties", Json::Object(properties)));
    fields.push(("additionalProperties", Json::False));
    Json::object(fields)
}

/// What holds for a value of this form.
fn of_form(form: &Form) -> Vec<(String, Json)> {
    let one = |name: &str, value: Json| vec![(name.to_owned(), value)];
    let of_kind = |kind: &str| one("$ref", Json::Text(format!("#/$defs/{kind}")));
    let of_type = |name: &str| one("type", Json::text(name));
    let words = |words: &[&str]| Json::List(words.iter().map(|w| Json::text(w)).collect());
    match form {
        Form::Text => of_kind("text"),
        Form::Words => of_type("string"),
        Form::Truth => of_type("boolean"),
        Form::Whole => of_type("integer"),
        Form::Number => of_type("number"),
        Form::Rating => {
            let limits = [("minimum", "1"), ("maximum", "5")];
            let limits = limits.map(|(name, n)| (name.to_owned(), Json::Number(n.into())));
            of_type("integer").into_iter().chain(limits).collect()
        }
        Form::Key => of_kind("key"),
        Form::Day => of_kind("day"),
        Form::Country => of_kind("country"),
        Form::Currency => of_kind("currency"),
        Form::Language => of_kind("language"),
        Form::Id(_) => of_kind("id"),
        Form::Result => of_kind("result"),
        Form::Block => one("enum", words(&Block::ALL.iter().map(|b| b.word()).collect::<Vec<_>>())),
        Form::Choice(choices) => {
            one("enum", words(&choices.iter().map(|(word, _)| *word).collect::<Vec<_>>()))
        }
        Form::List(item) => {
            of_type("array").into_iter().chain(one("items", Json::Object(of_form(item)))).collect()
        }
        Form::Record(fields) => {
            let fields = fields.iter().map(|(name, form)| ((*name).to_owned(), Json::Object(of_form(form))));
            let inside =
                [("properties", Json::Object(fields.collect())), ("additionalProperties", Json::False)];
            let inside = inside.map(|(name, value)| (name.to_owned(), value));
            of_type("object").into_iter().chain(inside).collect()
        }
    }
}
