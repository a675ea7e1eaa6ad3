//! Word: the report as a document that others edit, with real styles, fields and tables.
//!
//! The writer is our own because a document of ours needs right-to-left paragraphs and tables, repeated header rows and a
//! language for every run. Properties stand in the order of ISO/IEC 29500-1, since Word refuses a file over some of them.

mod body;
mod page;
mod parts;
mod runs;
mod table;

use super::{
    ExportError, Exported, Report, Source,
    package::pack,
    xml::{DECLARATION, Xml},
};

/// The whole plan.
pub(super) fn plan(report: &Report, source: &Source<'_>) -> Result<Exported, ExportError> {
    let mut x = Xml::new(DECLARATION);
    let mut cx = body::Context { report, links: Vec::new(), width: page::PORTRAIT.text_width() };
    x.within("w:document", parts::NAMESPACES, |x| {
        x.within("w:body", &[], |x| body::body(x, &mut cx));
    });
    let mut files = parts::all(report, source, &cx.links);
    files.insert(1, ("word/document.xml".to_owned(), x.finish().into_bytes()));
    Ok(Exported { bytes: pack(&files)?, notes: Vec::new() })
}

#[cfg(test)]
mod tests;
