//! What tests of files share.

/// The worked examples by their file names, in order. What else stands beside them, such as the lock of an open plan, is none.
pub(in crate::file) fn examples() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let name = |path: &std::path::Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| name(path).ends_with(".plan.ron"))
        .map(|path| (name(&path), std::fs::read_to_string(&path).unwrap()))
        .collect();
    found.sort();
    found
}
