//! P11: sector codes are DAC codes of five digits. A plan has one country and no shares of sectors, so that their sums cannot be wrong.
//!
//! Source: rules of a public validator of IATI data (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "P11",
    Warning,
    Data,
    "Rules of a public IATI data validator: DAC sector codes have five digits",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let is_code = |key: &Key| key.as_str().len() == 5 && key.as_str().bytes().all(|b| b.is_ascii_digit());
    let sectors = &cx.plan.identity.sectors;
    if let Some(wrong) = sectors.iter().find(|key| !is_code(key)) {
        let kept = sectors.iter().filter(|key| is_code(key)).cloned().collect();
        let mend = Edit::Identity(IdentityField::Sectors(kept));
        let found = Diagnostic::new(&RULE, Place::field(IDENTITY.sectors)).with("code", wrong.as_str());
        out.push(found.fix("fix-keep-real-sectors", mend));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_codes_that_are_none() {
        let check = |codes: &[&str], expected: &[&str]| {
            let codes = codes.iter().map(|code| Key::new(code)).collect();
            fires("P11", &[Edit::Identity(IdentityField::Sectors(codes))], expected);
        };
        check(&[], &[]);
        check(&["32130", "32140"], &[]);
        check(&["32130", "321"], &["P11 warning identity sectors"]);
        check(&["sme"], &["P11 warning identity sectors"]);
    }
}
