//! A package of several parts in one file: the container of office documents.

use super::ExportError;
use std::io::{Cursor, Write as _};
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

/// Packs parts, each with its name, in this order. The same parts give the same bytes: no part carries a time.
///
/// # Errors
/// When a part is too large for the container.
pub(super) fn pack(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, ExportError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options).map_err(refused)?;
        zip.write_all(bytes).map_err(|e| refused(e.into()))?;
    }
    Ok(zip.finish().map_err(refused)?.into_inner())
}

fn refused(error: ZipError) -> ExportError {
    ExportError::Refused(error.to_string())
}
