//! Files of every kind, honest and hostile.

use super::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::io::{Cursor, Write as _};

fn xlsx(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook);
    workbook.save_to_buffer().unwrap()
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">\
         <office:body><office:spreadsheet><table:table table:name=\"Kosten\">{rows}</table:table></office:spreadsheet>\
         </office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"m\"></manifest:manifest>"),
        ("content.xml", content.as_bytes()),
    ])
}

fn text_of(text: &str) -> Cell {
    Cell::Text(text.into())
}

fn number_of(text: &str) -> Cell {
    Cell::Number(text.parse().unwrap())
}

#[test]
fn cells_of_excel() {
    let bytes = xlsx(|w| {
        let ws = w.add_worksheet();
        ws.write_string(0, 0, "=1+1").unwrap();
        ws.write_number(0, 1, 0.1 + 0.2).unwrap();
        ws.write_boolean(0, 2, true).unwrap();
        let date = Format::new().set_num_format("d mmm yyyy");
        let day = ExcelDateTime::from_ymd(2017, 8, 9).unwrap();
        ws.write_datetime_with_format(1, 0, &day, &date).unwrap();
        ws.write_formula(1, 1, Formula::new("2*21").set_result("42")).unwrap();
        ws.write_string(5, 3, "far").unwrap();
    });
    let book = Book::read(&bytes).unwrap();
    let rows = &book.sheets[0].rows;
    assert_eq!(rows[0], [text_of("=1+1"), number_of("0.3"), Cell::Truth(true)]);
    assert_eq!(rows[1], [Cell::Day("2017-08-09".parse().unwrap()), number_of("42")]);
    assert_eq!((rows.len(), &rows[5][3]), (6, &text_of("far")));
}

#[test]
fn days_counted_from_1904_on_are_the_same_days() {
    let bytes = xlsx(|w| {
        let ws = w.add_worksheet();
        let date = Format::new().set_num_format("yyyy-mm-dd");
        ws.write_number_with_format(0, 0, 41494.0, &date).unwrap();
    });
    let check = |bytes: &[u8], day: &str| {
        let book = Book::read(bytes).unwrap();
        assert_eq!(book.sheets[0].rows[0][0], Cell::Day(day.parse().unwrap()));
    };
    check(&bytes, "2013-08-08");
    // The same number in a workbook of a Mac of old.
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut parts = Vec::new();
    for i in 0..zip.len() {
        let mut part = zip.by_index(i).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        if name == "xl/workbook.xml" {
            text = text.replace("<workbookPr ", "<workbookPr date1904=\"1\" ");
            assert!(text.contains("date1904"));
        }
        parts.push((name, text));
    }
    let parts: Vec<_> = parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    check(&zipped(&parts), "2017-08-09");
}

#[test]
fn errors_and_formulas_that_nobody_calculated() {
    let sheet = |cells: &str| {
        let sheet = format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>"
        );
        zipped(&[
            ("[Content_Types].xml", b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", b"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ])
    };
    let row = |cells: &str| Book::read(&sheet(cells)).map(|b| b.sheets[0].rows[0].clone());
    assert_eq!(
        row("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"),
        Ok(vec![Cell::Error("#DIV/0!".into())])
    );
    assert_eq!(row("<c r=\"A1\"><f>WEBSERVICE(\"http://x\")</f></c>"), Ok(vec![Cell::NoResult]));
    assert_eq!(row("<c r=\"A1\"><v>1e300</v></c>"), Ok(vec![Cell::Error("#NUM!".into())]));
    // One cell at the end of the sheet costs nothing, and the sheet says that it is cut.
    let book = Book::read(&sheet("<c r=\"A1\"><v>1</v></c><c r=\"XFD1048576\"><v>2</v></c>")).unwrap();
    assert!(book.sheets[0].is_cut && book.sheets[0].rows.len() == 1);
    for broken in ["<c r=\"A1\" t=\"s\"><v>7</v></c>", "<c r=\"??\"><v>1</v></c>", "<c r=\"A1\"><v>"] {
        assert!(matches!(row(broken), Err(Unreadable::Damaged | Unreadable::Empty)), "{broken}");
    }
}

#[test]
fn cells_of_libreoffice() {
    let rows = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Loom</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"2.5\"><text:p>2,5</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2017-08-09\"><text:p>9/8/17</text:p></table:table-cell>\
        <table:table-cell table:number-columns-repeated=\"16381\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let book = Book::read(&ods(rows)).unwrap();
    assert_eq!(book.sheets[0].name, "Kosten");
    assert_eq!(
        book.sheets[0].rows,
        [[text_of("Loom"), number_of("2.5"), Cell::Day("2017-08-09".parse().unwrap())]]
    );
}

#[test]
fn endless_files_are_refused_before_they_are_unpacked() {
    let check = |bytes: &[u8], expected: Unreadable| assert_eq!(Book::read(bytes), Err(expected));
    let cell = |times: u32| {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"{times}\"/>"
        )
    };
    check(
        &ods(&format!(
            "<table:table-row table:number-rows-repeated=\"1000000\">{}</table:table-row>",
            cell(16384)
        )),
        Unreadable::TooLarge,
    );
    check(
        &ods(&format!("<table:table-row>{}</table:table-row>", cell(16384)).repeat(400)),
        Unreadable::TooLarge,
    );
    // A hundred megabytes of nothing in a small file.
    let zeros = vec![b' '; 100 << 20];
    check(&zipped(&[("xl/workbook.xml", &zeros)]), Unreadable::TooLarge);
    let many: Vec<String> = (0..1200).map(|n| format!("xl/{n}.xml")).collect();
    let many: Vec<_> = many.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    check(&zipped(&many), Unreadable::TooLarge);
}

#[test]
fn other_files_say_what_they_are() {
    let check = |bytes: &[u8], expected: Unreadable| assert_eq!(Book::read(bytes), Err(expected));
    let mut old = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    old.resize(1024, 0);
    check(&old, Unreadable::OldForm);
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(&[old, locked].concat(), Unreadable::Locked);
    check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", Unreadable::OtherKind);
    check(&zipped(&[("word/document.xml", b"<x/>")]), Unreadable::OtherKind);
    check(b"PK\x03\x04 but nothing else", Unreadable::Damaged);
    check(b"", Unreadable::Empty);
    check(b" \n ,,,\n", Unreadable::Empty);
    check(&zipped(&[("xl/workbook.xml", b"<workbook>")]), Unreadable::Damaged);
}

#[test]
fn bytes_that_were_bent_never_break_anything() {
    let bytes = xlsx(|w| {
        let ws = w.add_worksheet();
        (0..20).for_each(|n| {
            ws.write_string(n, 0, format!("Item {n}")).unwrap();
        });
    });
    let mut state = 7u64;
    for _ in 0..300 {
        let mut bent = bytes.clone();
        for _ in 0..4 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = usize::try_from(state >> 33).unwrap() % bent.len();
            bent[at] ^= 1 << (state % 8);
        }
        let _ = Book::read(&bent);
    }
}

#[test]
fn text_with_columns() {
    let rows = |bytes: &[u8]| Book::read(bytes).unwrap().sheets.remove(0).rows;
    let two = [[text_of("Item"), text_of("Cost")], [text_of("Loom"), text_of("2,5")]];
    assert_eq!(rows(b"Item;Cost\nLoom;2,5\n"), two);
    assert_eq!(rows(b"Item\tCost\r\nLoom\t2,5"), two);
    assert_eq!(rows(b"Item,Cost\rLoom,\"2,5\"\r"), two);
    assert_eq!(rows("\u{feff}Item,Cost\nLoom,\"2,5\"".as_bytes()), two);
    let wide: Vec<u8> = "\u{feff}Item\tCost\nLoom\t2,5".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(rows(&wide), two);
    assert_eq!(rows(b"caf\xe9,\x93x\x94\n1,2")[0], [text_of("café"), text_of("\u{201c}x\u{201d}")]);
    // The mark before what would be a formula goes; a quote of a person stays.
    assert_eq!(rows(b"a,b\n'=1+1,'quoted'\n")[1], [text_of("=1+1"), text_of("'quoted'")]);
    assert_eq!(rows(b"a,\"two\nlines \"\"x\"\"\"\nb,c\n")[0][1], text_of("two\nlines \"x\""));
}
