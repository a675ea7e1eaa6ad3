//! The document and its schema hold each other.

use super::{schema, write::Json};
use crate::{
    export::{
        Format, Options, Source, export,
        tests::{
            HOSTILE,
            fixture::{id, lang, usual, voice, with_source},
            hostile_plan,
        },
    },
    plan::{Block, Decimal, Plan, sample},
};
use serde_json::Value;

fn made(plan: &Plan, only: Option<&str>) -> String {
    let voice = voice("en");
    let bytes = with_source(plan, &voice, |s| {
        let options = Options { lang: only.map(lang), ..s.options.clone() };
        export(&Source { options: &options, ..*s }, Format::Json).unwrap().bytes
    });
    String::from_utf8(bytes).unwrap()
}

fn read(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

fn validator() -> jsonschema::Validator {
    jsonschema::draft202012::new(&read(&schema())).unwrap()
}

#[track_caller]
fn holds(validator: &jsonschema::Validator, json: &str) {
    let told: Vec<_> =
        validator.iter_errors(&read(json)).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn every_plan_holds_to_the_schema() {
    let validator = validator();
    assert!(jsonschema::meta::is_valid(&read(&schema())));
    holds(&validator, &made(&usual("fa"), None));
    holds(&validator, &made(&Plan::new(id(1)), None));
    holds(&validator, &made(&hostile_plan(HOSTILE), None));
    for seed in 0..40 {
        holds(&validator, &made(&sample::plan(seed, 600), None));
    }
}

#[test]
fn the_schema_refuses_what_no_plan_holds() {
    let validator = validator();
    let refused = |json: &str| assert!(!validator.is_valid(&read(json)), "{json}");
    let (head, plan) = ("{\"schema\": 1, \"id\": \"000000000001\"", made(&usual("ne"), None));
    holds(&validator, &format!("{head}}}"));
    refused("{\"id\": \"000000000001\"}");
    refused(&format!("{head}, \"colour\": 1}}"));
    refused(&format!("{head}, \"budget\": [{{\"item\": {{\"en\": \"x\"}}}}]}}"));
    refused(&format!("{head}, \"identity\": {{\"currency\": \"rupees\"}}}}"));
    refused(&format!("{head}, \"identity\": {{\"start\": \"soon\"}}}}"));
    refused(&plan.replace("\"source\": \"own\"", "\"source\": \"somebody\""));
    refused(&plan.replace("\"unit_cost\": 2450.5", "\"unit_cost\": \"2450.5\""));
    refused(&plan.replace("\"lag_days\": 0", "\"lag_days\": 0.5"));
}

#[test]
fn every_field_of_the_model_is_described() {
    let schema = read(&schema());
    let mut fields = 0;
    for block in Block::ALL {
        let described = &schema["$defs"][block.word()]["properties"];
        for field in block.fields() {
            let field = &described[field.name()];
            assert!(field["description"].as_str().is_some_and(|d| d.len() > 3), "{} {field}", block.word());
            fields += 1;
        }
    }
    assert!(fields > 150, "{fields} fields");
}

#[test]
fn values_stand_as_they_are() {
    let plan = usual("fa");
    let json = read(&made(&plan, None));
    let line = &json["budget"][1];
    assert_eq!(line["unit_cost"].to_string(), "2450.5");
    assert_eq!(line["source"], "unfunded");
    assert_eq!(json["identity"]["title"]["fa"], plan.identity.title.get(&lang("fa")).raw());
    assert_eq!(json["indicators"][1]["of"], id::<()>(1).to_string());
    assert_eq!(json["activities"][3]["milestone"], true);
    assert_eq!(json["activities"][0].get("milestone"), None);
    assert_eq!(read(&made(&plan, Some("fa")))["identity"]["title"].as_object().unwrap().len(), 1);
    let order = made(&plan, None);
    let places: Vec<_> = ["identity", "team", "matrix", "outputs", "budget"]
        .map(|name| order.find(&format!("\n  \"{name}\":")).unwrap_or_else(|| panic!("{name}")))
        .into();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn numbers_keep_their_digits_and_text_its_signs() {
    let long: Decimal = "1234567890123456789.123456789".parse().unwrap();
    let check = |json: Json, expected: &str| assert_eq!(json.render().trim_end(), expected);
    check(Json::Number(long.to_string()), "1234567890123456789.123456789");
    check(
        Json::text("a\"\\\n\t</script>\u{1}\u{2028}é"),
        "\"a\\\"\\\\\\n\\t\\u003c/script>\\u0001\\u2028é\"",
    );
    check(Json::List(vec![]), "[]");
    check(Json::Object(vec![]), "{}");
}
