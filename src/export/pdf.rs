//! PDF through typst.

use super::{
    Brief, ExportError, ExportNote, Exported, Report, Source,
    brief::ROOMS,
    drawing::Scene,
    typst_world::{self, Template, Typeset, typeset},
};
use serde::Serialize;

fn draw(template: Template, data: &impl Serialize, source: &Source<'_>) -> Result<Typeset, ExportError> {
    let json = serde_json::to_vec(data).map_err(|e| ExportError::Refused(e.to_string()))?;
    let kind = match template {
        Template::Plan => "plan",
        Template::Brief => "brief",
        Template::Drawing => "drawing",
    };
    let ident = format!("rencana:{}:{kind}", source.plan.id);
    typeset(template, json, ident, source.options)
}

fn signs(typeset: &Typeset) -> Option<ExportNote> {
    (typeset.unknown_signs > 0).then_some(ExportNote::UnknownSigns(typeset.unknown_signs))
}

/// The whole plan.
pub(super) fn plan(report: &Report, source: &Source<'_>) -> Result<Exported, ExportError> {
    let typeset = draw(Template::Plan, report, source)?;
    Ok(Exported { notes: signs(&typeset).into_iter().collect(), bytes: typeset.pdf })
}

/// The drawings of a report as pictures (PNG), in its order.
pub(super) fn pictures(report: &Report, source: &Source<'_>) -> Result<Vec<Vec<u8>>, ExportError> {
    match report.scenes().next() {
        Some(_) => typst_world::pictures(drawings(report)?, source.options),
        None => Ok(Vec::new()),
    }
}

/// The drawings of a report, as their template reads them.
pub(super) fn drawings(report: &Report) -> Result<Vec<u8>, ExportError> {
    #[derive(Serialize)]
    struct Drawings<'a> {
        rtl: bool,
        nastaliq: bool,
        scenes: Vec<&'a Scene>,
    }
    let drawings = Drawings { rtl: report.rtl, nastaliq: report.nastaliq, scenes: report.scenes().collect() };
    serde_json::to_vec(&drawings).map_err(|e| ExportError::Refused(e.to_string()))
}

/// One page: the text gets smaller, then shorter, until it fits.
pub(super) fn brief(source: &Source<'_>) -> Result<Exported, ExportError> {
    let (brief, typeset) = fitted(source)?;
    let cut = brief.shortened.then_some(ExportNote::Shortened);
    Ok(Exported { notes: signs(&typeset).into_iter().chain(cut).collect(), bytes: typeset.pdf })
}

pub(super) fn fitted(source: &Source<'_>) -> Result<(Brief, Typeset), ExportError> {
    let mut last = Err(ExportError::Fault);
    for room in ROOMS {
        let brief = Brief::within(source, *room);
        let typeset = draw(Template::Brief, &brief, source)?;
        let fits = typeset.pages <= 1;
        last = Ok((brief, typeset));
        if fits {
            break;
        }
    }
    last
}

/// What the tests read: the frames instead of the file.
#[cfg(test)]
pub(super) fn drawn(source: &Source<'_>) -> Typeset {
    draw(Template::Plan, &Report::new(source), source).unwrap()
}
