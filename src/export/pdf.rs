//! PDF through typst.

use super::{
    Brief, ExportError, ExportNote, Exported, Report, Source,
    brief::{Briefs, ROOMS, in_each_language},
    drawing::Scene,
    slides::{Deck, Light, Sheet},
    typst_world::{self, Pages, Template, Typeset, typeset},
};
use serde::Serialize;

fn draw(template: Template, data: &impl Serialize, source: &Source<'_>) -> Result<Typeset, ExportError> {
    let ident = format!("rencana:{}:{}", source.plan.id, template.word());
    typeset(template, json(data)?, ident, source.options)
}

fn json(data: &impl Serialize) -> Result<Vec<u8>, ExportError> {
    serde_json::to_vec(data).map_err(|e| ExportError::Refused(e.to_string()))
}

/// The slides, to be drawn on the screen page by page.
pub(super) fn slide_pages(deck: &Deck, source: &Source<'_>) -> Result<Pages, ExportError> {
    typst_world::pages(Template::Slides, json(deck)?, source.options)
}

/// Slides, or the handout with the notes of the speaker.
pub(super) fn slides(template: Template, source: &Source<'_>) -> Result<Exported, ExportError> {
    let deck = Deck::new(source, Light::Paper);
    let typeset = draw(template, &deck, source)?;
    let cut = (deck.shortened && template == Template::Slides).then_some(ExportNote::Shortened);
    Ok(Exported { notes: signs(&typeset).into_iter().chain(cut).collect(), bytes: typeset.pdf })
}

/// The sheet of the jury.
pub(super) fn jury(source: &Source<'_>) -> Result<Exported, ExportError> {
    let typeset = draw(Template::Jury, &Sheet::new(source), source)?;
    Ok(Exported { notes: signs(&typeset).into_iter().collect(), bytes: typeset.pdf })
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
    json(&drawings)
}

/// A page in each language.
pub(super) fn brief(source: &Source<'_>) -> Result<Exported, ExportError> {
    let (briefs, typeset) = briefs(source)?;
    let cut = briefs.pages.iter().any(|brief| brief.shortened).then_some(ExportNote::Shortened);
    Ok(Exported { notes: signs(&typeset).into_iter().chain(cut).collect(), bytes: typeset.pdf })
}

pub(super) fn briefs(source: &Source<'_>) -> Result<(Briefs, Typeset), ExportError> {
    let pages = in_each_language(source, fitted).into_iter().collect::<Result<_, _>>()?;
    let briefs = Briefs { nastaliq: source.options.nastaliq, pages };
    let typeset = draw(Template::Brief, &briefs, source)?;
    Ok((briefs, typeset))
}

/// One page in one language: the text gets smaller, then shorter, until it fits.
fn fitted(source: &Source<'_>) -> Result<Brief, ExportError> {
    let mut last = Err(ExportError::Fault);
    for room in ROOMS {
        let mut briefs =
            Briefs { nastaliq: source.options.nastaliq, pages: vec![Brief::within(source, *room)] };
        let laid_out = typst_world::pages(Template::Brief, json(&briefs)?, source.options)?;
        last = briefs.pages.pop().ok_or(ExportError::Fault);
        if laid_out.all().len() <= 1 {
            break;
        }
    }
    last
}

/// The frames of slides, of the handout or of the sheet of the jury.
#[cfg(test)]
pub(super) fn drawn_slides(template: Template, source: &Source<'_>) -> Typeset {
    match template {
        Template::Jury => draw(template, &Sheet::new(source), source).unwrap(),
        _ => draw(template, &Deck::new(source, Light::Paper), source).unwrap(),
    }
}

/// What the tests read: the frames instead of the file.
#[cfg(test)]
pub(super) fn drawn(source: &Source<'_>) -> Typeset {
    draw(Template::Plan, &Report::new(source), source).unwrap()
}
