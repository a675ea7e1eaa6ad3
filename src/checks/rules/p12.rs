//! P12: the title says something of its own, and short forms in it are explained.
//!
//! The length of 60 characters that the source asks for would flag nearly every plan and is left out.
//!
//! Source: rules of a public validator of IATI data (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "P12",
    Hint,
    Data,
    "Rules of a public IATI data validator: no unexpanded acronyms in titles; description differs from title",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let title = &cx.plan.identity.title;
    if title.is_blank() {
        return;
    }
    let found = || Diagnostic::new(&RULE, Place::field(IDENTITY.title));
    if *title == cx.plan.matrix.purpose || *title == cx.plan.context.problem {
        out.push(found().saying("check-P12-same"));
    }
    let short_forms: Vec<_> = title.iter().flat_map(|(_, said)| acronyms(said.raw())).collect();
    if !short_forms.is_empty() {
        out.push(found().with("words", short_forms.join(", ")));
    }
}

/// Short forms of three or more Latin capitals, unless brackets stand beside them, as in "small and medium enterprises (SME)".
fn acronyms(title: &str) -> Vec<&str> {
    if title.contains('(') || !title.chars().any(char::is_lowercase) {
        return Vec::new();
    }
    let mut found: Vec<&str> = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() >= 3 && word.bytes().all(|b| b.is_ascii_uppercase()))
        .collect();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_short_forms_and_echoes() {
        let check = |title: &str, expected: &[&str]| {
            fires("P12", &[Edit::Identity(IdentityField::Title(en(title)))], expected);
        };
        check("", &[]);
        check("NEDA credit for MSME", &["P12 hint identity title"]);
        check("Credit for micro, small and medium enterprises (MSME)", &[]);
        check("WEAVERS OF PALPA", &[]);
        let purpose = sound().matrix.purpose.clone();
        fires("P12", &[Edit::Identity(IdentityField::Title(purpose))], &["P12-same hint identity title"]);
    }
}
