//! Word: the report as a document that others edit, with real styles, fields and tables.
//!
//! The writer is our own because a document of ours needs right-to-left paragraphs and tables, repeated header rows and a
//! language for every run. Properties stand in the order of ISO/IEC 29500-1, since Word refuses a file over some of them.

mod body;
mod page;
mod parts;
mod picture;
mod runs;
mod table;

use super::{
    ExportError, Exported, Report, Source, Step, drawing,
    package::pack,
    pdf,
    xml::{DECLARATION, Xml},
};

/// The whole plan.
pub(super) fn plan(report: &Report, source: &Source<'_>) -> Result<Exported, ExportError> {
    let pictures = pdf::pictures(report, source)?.into_iter().enumerate();
    let vectors = drawing::vectors(report, source.options)?.into_iter().enumerate();
    source.options.cancel.reach(Step::Writing);
    let mut x = Xml::new(DECLARATION);
    let mut cx = body::Context { report, links: Vec::new(), pictures: 0, width: page::PORTRAIT.text_width() };
    let names = [parts::NAMESPACES, &picture::NAMESPACES].concat();
    x.within("w:document", &names, |x| {
        x.within("w:body", &[], |x| body::body(x, &mut cx));
    });
    let mut files = parts::all(report, source, &cx);
    files.insert(1, ("word/document.xml".to_owned(), x.finish().into_bytes()));
    files.extend(pictures.map(|(n, png)| (format!("word/{}", picture::file(n, "png")), png)));
    files.extend(vectors.map(|(n, svg)| (format!("word/{}", picture::file(n, "svg")), svg.into_bytes())));
    Ok(Exported { bytes: pack(&files)?, notes: Vec::new() })
}

#[cfg(test)]
mod tests;
