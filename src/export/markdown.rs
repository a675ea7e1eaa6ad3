//! Markdown that reads well in a mail: headings, and lists instead of tables.

use super::{
    Exported, Report,
    report::{Block, Cell, Fact, Line, RowKind, Table, speech::one_line},
};

/// The whole plan.
pub(super) fn plan(report: &Report) -> Exported {
    let mut out = String::new();
    let cover = &report.cover;
    for (i, title) in cover.title.iter().enumerate() {
        let text = joined(std::slice::from_ref(title));
        out.push_str(&if i == 0 { format!("# {text}\n\n") } else { format!("{text}\n\n") });
    }
    let country = joined(&cover.country);
    let kind = &report.words["report-kind"];
    let head = if country.is_empty() { escaped(kind) } else { format!("{} \u{b7} {country}", escaped(kind)) };
    out.push_str(&format!("{head}\n\n"));
    facts(&mut out, &cover.facts);
    if !cover.team.is_empty() {
        out.push_str(&format!("## {}\n\n", escaped(&report.words["report-team"])));
        facts(&mut out, &cover.team);
    }
    if !report.glance.is_empty() {
        out.push_str(&format!("## {}\n\n", escaped(&report.words["report-glance"])));
        facts(&mut out, &report.glance);
    }
    for section in &report.sections {
        out.push_str(&format!("## {}\n\n{}\n\n", escaped(&section.title), escaped(&section.intro)));
        for b in &section.blocks {
            block(&mut out, b);
        }
    }
    out.push_str(&format!("{} {}\n", escaped(&report.words["report-prepared-on"]), escaped(&report.day)));
    Exported { bytes: out.into_bytes(), notes: Vec::new() }
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Heading { lines, aside } => {
            let aside = if aside.is_empty() { String::new() } else { format!(" ({})", escaped(aside)) };
            out.push_str(&format!("### {}{aside}\n\n", joined(lines)));
        }
        Block::Facts { facts: all } => facts(out, all),
        Block::Table(t) => table(out, t),
        // The table near them says the same.
        Block::Shares { .. } | Block::Drawing { .. } => {}
        Block::Note { text } => out.push_str(&format!("> {}\n\n", escaped(text))),
        Block::Signatures { who } => {
            for signature in who {
                let name = joined(&signature.lines);
                out.push_str(&format!(
                    "{}: {name}\n\n______________________________\n\n",
                    escaped(&signature.label)
                ));
            }
        }
    }
}

fn facts(out: &mut String, facts: &[Fact]) {
    for fact in facts {
        let label = escaped(&fact.label);
        let label = if label.is_empty() { label } else { format!("**{label}:** ") };
        out.push_str(&format!("- {label}{}\n", joined(&fact.lines)));
    }
    if !facts.is_empty() {
        out.push('\n');
    }
}

/// An entry a row; its other cells below it, each with the heading of its column.
fn table(out: &mut String, t: &Table) {
    for row in &t.rows {
        let text = |c: &Cell| joined(&c.lines);
        if row.kind != RowKind::Body {
            let cells: Vec<_> = row.cells.iter().map(text).filter(|c| !c.is_empty()).collect();
            out.push_str(&format!("\n**{}**\n\n", cells.join(" \u{b7} ")));
            continue;
        }
        let (mut first, mut begun) = (0, false);
        for c in &row.cells {
            let title = t.columns.get(first).map(|c| escaped(&c.title)).unwrap_or_default();
            first += c.span;
            let text = text(c);
            if text.is_empty() {
                continue;
            }
            let titled = if title.is_empty() { text.clone() } else { format!("{title}: {text}") };
            out.push_str(&if begun { format!("  - {titled}\n") } else { format!("- {text}\n") });
            begun = true;
        }
    }
    out.push('\n');
}

/// The lines of a cell in one line.
fn joined(lines: &[Line]) -> String {
    let one = |l: &Line| {
        let text = match &l.href {
            Some(href) if *href == l.text => format!("<{href}>"),
            _ => escaped(&l.text),
        };
        let lead = if l.lead == "\u{2022}" { String::new() } else { escaped(&l.lead) };
        if lead.is_empty() { text } else { format!("{lead} {text}") }
    };
    lines.iter().map(one).collect::<Vec<_>>().join(" / ")
}

/// Text without any sign that Markdown or HTML would read; line ends become spaces, since an item is one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        // At the start of a line these would make a heading, a list, a rule or a quote.
        let opens = out.is_empty() && "#+-=>.".contains(c);
        let digits = !out.is_empty() && out.chars().all(|c| c.is_ascii_digit()) && ".)".contains(c);
        if opens || digits || "\\`*_[]<>|~&$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;
    use crate::export::{
        Format, export,
        tests::{
            HOSTILE,
            fixture::{SENTENCES, usual, voice, with_source},
            hostile_plan,
        },
    };
    use crate::plan::Plan;

    #[test]
    fn signs_of_the_format_are_escaped() {
        let check = |text: &str, expected: &str| assert_eq!(escaped(text), expected);
        check("weaving - in Palpa", "weaving - in Palpa");
        check("# a *b* <c>\n[d](e)", "\\# a \\*b\\* \\<c\\> \\[d\\](e)");
        check("1. x", "1\\. x");
        check("12) x", "12\\) x");
        check("1.1 x", "1\\.1 x");
        check("- x", "\\- x");
    }

    #[test]
    fn text_of_every_script_and_hostile_text_is_whole() {
        let voice = voice("en");
        let read = |plan: &Plan| {
            let bytes = with_source(plan, &voice, |s| export(s, Format::Markdown).unwrap().bytes);
            String::from_utf8(bytes).unwrap()
        };
        for (tag, sentence) in SENTENCES {
            assert!(read(&usual(tag)).matches(sentence).count() > 5, "{tag}");
        }
        let page = read(&hostile_plan(HOSTILE));
        assert!(page.matches(&escaped(HOSTILE)).count() > 10);
        assert!(!page.contains("](") || page.matches("](").count() == page.matches("\\](").count());
    }
}
