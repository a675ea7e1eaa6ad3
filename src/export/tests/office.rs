//! Reading office files in tests: a strict tree of every part, and what LibreOffice makes of the whole.

use quick_xml::{Reader, XmlVersion, events::Event};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _},
    process::{Command, Stdio},
};

/// An element with everything in it.
#[derive(Debug, Default)]
pub struct Tree {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub text: String,
    pub children: Vec<Tree>,
}

impl Tree {
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|c| c.name == name)
    }

    /// Visits the element, then all below it, in the order of the file.
    pub fn walk(&self, visit: &mut impl FnMut(&Self)) {
        visit(self);
        self.children.iter().for_each(|c| c.walk(visit));
    }
}

/// The parts of a package by name.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for i in 0..zip.len() {
        let mut file = zip.by_index(i).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        assert!(parts.insert(name.clone(), bytes).is_none(), "{name} stands twice");
    }
    parts
}

/// The XML parts of a package, read strictly.
pub fn trees(bytes: &[u8]) -> BTreeMap<String, Tree> {
    let xml = |name: &String| name.ends_with(".xml") || name.ends_with(".rels");
    let tree = |(name, bytes): (String, Vec<u8>)| {
        let tree = tree(std::str::from_utf8(&bytes).unwrap());
        (name, tree)
    };
    parts(bytes).into_iter().filter(|(name, _)| xml(name)).map(tree).collect()
}

/// Reads one document of XML; panics over anything that is not well formed, not declared or not allowed.
pub fn tree(xml: &str) -> Tree {
    assert!(xml.chars().all(|c| !matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')));
    let mut reader = Reader::from_str(xml);
    reader.config_mut().enable_all_checks(true);
    let mut open = vec![Tree::default()];
    let close = |open: &mut Vec<Tree>| {
        let done = open.pop().unwrap();
        open.last_mut().unwrap().children.push(done);
    };
    loop {
        match reader.read_event().unwrap() {
            Event::Start(e) => open.push(element(&e)),
            Event::Empty(e) => {
                open.push(element(&e));
                close(&mut open);
            }
            Event::End(_) => close(&mut open),
            Event::Text(t) => open.last_mut().unwrap().text.push_str(&t),
            Event::GeneralRef(r) => {
                let sign = match r.resolve_char_ref().unwrap() {
                    Some(c) => c.to_string(),
                    None => quick_xml::escape::resolve_xml_entity(&r).expect("a known entity").to_owned(),
                };
                open.last_mut().unwrap().text.push_str(&sign);
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{other:?} has no place in our files"),
        }
    }
    let mut root = open.pop().unwrap();
    assert!(open.is_empty() && root.children.len() == 1, "one root");
    let root = root.children.remove(0);
    names_are_declared(&root, &[]);
    root
}

fn element(e: &quick_xml::events::BytesStart<'_>) -> Tree {
    let mut attributes = BTreeMap::new();
    for a in e.attributes().with_checks(true) {
        let a = a.unwrap();
        let value = a.normalized_value(XmlVersion::Explicit1_0).unwrap().into_owned();
        attributes.insert(a.key.as_ref().to_owned(), value);
    }
    Tree { name: e.name().as_ref().to_owned(), attributes, ..Tree::default() }
}

fn names_are_declared(tree: &Tree, known: &[&str]) {
    let declared = tree.attributes.keys().filter_map(|k| k.strip_prefix("xmlns:"));
    let known: Vec<_> = known.iter().copied().chain(declared).collect();
    for name in tree.attributes.keys().chain([&tree.name]) {
        if let Some((prefix, _)) = name.split_once(':') {
            assert!(
                prefix == "xml" || prefix == "xmlns" || known.contains(&prefix),
                "{name} is not declared"
            );
        }
    }
    tree.children.iter().for_each(|c| names_are_declared(c, &known));
}

/// Converts a file with LibreOffice; nothing when the machine has none.
pub fn office_convert(bytes: &[u8], from: &str, to: &str) -> Option<Vec<u8>> {
    let has = |name: &str| {
        let asked = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        asked.is_ok_and(|s| s.success())
    };
    if !has("soffice") {
        println!("skipped: no LibreOffice here");
        return None;
    }
    static RUNS: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let run = RUNS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("rencana-office-{}-{run}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("plan.{from}"));
    std::fs::File::create(&file).and_then(|mut f| std::io::Write::write_all(&mut f, bytes)).unwrap();
    // A profile of its own, so that several conversions may run at once.
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let extension = format!(".{}", to.split(':').next().unwrap());
    let done = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .args([&folder, &file])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(done.success());
    let mut files = std::fs::read_dir(&folder).unwrap().map(|f| f.unwrap().path());
    let made = files.find(|f| *f != file && f.to_string_lossy().ends_with(&extension));
    let made = std::fs::read(made.expect("LibreOffice opens the file")).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    Some(made)
}

/// The text that LibreOffice reads in a file.
pub fn office_text(bytes: &[u8], from: &str) -> Option<String> {
    office_convert(bytes, from, "txt:Text (encoded):UTF8").map(|b| String::from_utf8(b).unwrap())
}
