use super::*;

/// The tree as text: every node as `kind[...]`, faults behind.
fn shape(text: &str) -> String {
    fn show(node: Node<'_, '_>, out: &mut String) {
        let inner: Vec<_> = node.children().collect();
        let kind = format!("{:?}", node.kind()).to_lowercase();
        if inner.is_empty() && !matches!(node.kind(), Kind::List | Kind::Map | Kind::Group) {
            *out += &format!("{kind} {}", node.text().replace('\n', "⏎"));
            return;
        }
        *out += &kind;
        *out += "[";
        for (i, child) in inner.into_iter().enumerate() {
            if i > 0 {
                *out += ", ";
            }
            show(child, out);
        }
        *out += "]";
    }
    let tree = Tree::new(text);
    check_tree(&tree);
    let mut out = String::new();
    for (i, node) in tree.top().enumerate() {
        if i > 0 {
            out += ", ";
        }
        show(node, &mut out);
    }
    for fault in tree.faults() {
        out += &format!(" !{:?}@{}", fault.kind, fault.start);
    }
    out
}

/// What holds for every tree: children lie inside their parent, in order, and every byte that is not white space or
/// punctuation is in a leaf.
fn check_tree(tree: &Tree<'_>) {
    fn walk(node: Node<'_, '_>, covered: &mut [bool], depth: usize) {
        assert!(depth < 3 * MAX_DEPTH);
        let (mut at, mut any) = (node.start(), false);
        for child in node.children() {
            assert!(child.start() >= at && child.end() <= node.end(), "children in order and inside");
            at = child.end();
            any = true;
            walk(child, covered, depth + 1);
        }
        if !any {
            covered[node.start()..node.end()].fill(true);
        }
    }
    let mut covered = vec![false; tree.text().len()];
    for node in tree.top() {
        walk(node, &mut covered, 0);
    }
    if tree.faults().iter().any(|f| f.kind == FaultKind::TooMany) {
        return;
    }
    for (i, c) in tree.text().char_indices() {
        let fine = covered[i] || token::is_space(c) || "()[]{}:=,".contains(c);
        assert!(fine, "{c:?} at {i} is in no node");
    }
    for fault in tree.faults() {
        assert!(fault.start <= fault.end && fault.end <= tree.text().len());
    }
}

#[test]
fn shapes() {
    let check = |text: &str, expected: &str| assert_eq!(shape(text), expected, "{text}");
    check("()", "group[]");
    check("(a: 1, b: \"x\",)", "group[field[name a, number 1], field[name b, text \"x\"]]");
    check(
        "#![enable(implicit_some)]\n// hi\n[1, -2.5]",
        "attribute #![enable(implicit_some)], comment // hi, list[number 1, number -2.5]",
    );
    check(
        "(a: Some((b: 1)), c: Other(2, 3))",
        "group[field[name a, group[name Some, group[field[name b, number 1]]]], field[name c, group[name Other, number 2, number 3]]]",
    );
    check("{\"en\": \"x\", 3: 'c'}", "map[field[name \"en\", text \"x\"], field[name 3, char 'c']]");
    check(
        "(a: r#\"say \"hi\"\"#, b: b\"x\")",
        "group[field[name a, text r#\"say \"hi\"\"#], field[name b, bytes b\"x\"]]",
    );
    check(
        "(r#uz-Arab: \"x\", r#type: true)",
        "group[field[name r#uz-Arab, text \"x\"], field[name r#type, word true]]",
    );
    check("(a /* x /* y */ z */: 1)", "group[field[name a, comment /* x /* y */ z */, number 1]]");
    check(
        "(a: 1, // one\n // two\n b: 2 // three\n)",
        "group[field[name a, number 1], comment // one, comment // two, field[name b, number 2], comment // three]",
    );
    check("(\"a\\\"b\", \"c\\\\\")", "group[text \"a\\\"b\", text \"c\\\\\"]");
    check("(नाम: \"x\")", "group[field[name नाम, text \"x\"]]");
}

#[test]
fn faults() {
    let check = |text: &str, expected: &str| assert_eq!(shape(text), expected, "{text}");
    check("", " !Empty@0");
    check("// x", "comment // x !Empty@4");
    check("(a: 1 b: 2)", "group[field[name a, number 1], field[name b, number 2]] !MissingComma@6");
    check("(a: 1,, b: 2)", "group[field[name a, number 1], field[name b, number 2]] !StrayComma@6");
    check("(a: , b: 2)", "group[field[name a], field[name b, number 2]] !MissingValue@1");
    check("(a = 1)", "group[field[name a, number 1]] !EqualsSign@3");
    check("(\"a\": 1)", "group[field[name \"a\", number 1]] !QuotedName@1");
    check(
        "(a: [1, 2)",
        "group[field[name a, list[number 1, number 2]]] !WrongCloser { found: ')', expected: ']' }@9",
    );
    check("(a: 1])", "group[field[name a, number 1], faulty ]] !StrayCloser(']')@5");
    check("(a: 1", "group[field[name a, number 1]] !Unclosed(')')@0");
    check("(a: \"x", "group[field[name a, faulty \"x]] !Unclosed(')')@0 !UnclosedText@4");
    check("(a: “x”, b: 1)", "group[field[name a, faulty “x”], field[name b, number 1]] !CurlyQuotes@4");
    check("(a: 1) (b: 2)", "group[field[name a, number 1]], faulty (b: 2) !Trailing@7");
    check("(a: \"\\q\")", "group[field[name a, text \"\\q\"]] !BadEscape@4");
    check("(/* a", "group[comment /* a] !Unclosed(')')@0 !UnclosedComment@1");
}

#[test]
fn a_missing_quote_costs_one_text() {
    let text =
        "(\n  title: \"weaving,\n  goal: \"more\",\n  rest: [\n    (\n      id: \"a\",\n    ),\n  ],\n)";
    assert_eq!(
        shape(text),
        "group[field[name title, faulty \"weaving,], field[name goal, text \"more\"], field[name rest, \
         list[group[field[name id, text \"a\"]]]]] !UnclosedText@11"
    );
}

#[test]
fn lines_are_found_from_any_byte() {
    for text in ["", "\n", "ab\nबुन \"x\"\n\nend", &"a line\n".repeat(3000), &"x".repeat(9000)] {
        let lines = Lines::new(text);
        let (mut number, mut start) = (1, 0);
        for offset in 0..=text.len() {
            assert_eq!(lines.line_of(offset), (number, start), "byte {offset}");
            if text.as_bytes().get(offset) == Some(&b'\n') {
                (number, start) = (number + 1, offset + 1);
            }
        }
        assert_eq!(lines.line_of(text.len() + 9), (number, start));
    }
}

#[test]
fn the_way_to_a_place() {
    let tree = Tree::new("(a: [(b: 1), (c: 2)])");
    let names: Vec<_> = tree.around(17).iter().map(|n| format!("{:?} {}", n.kind(), n.name())).collect();
    assert_eq!(names, ["Group ", "Field a", "List ", "Group ", "Field c", "Number "]);
    assert!(tree.around(999).is_empty());
}

#[test]
fn texts_are_decoded() {
    let check =
        |token: &str, expected: Option<&str>| assert_eq!(decode_text(token).as_deref(), expected, "{token}");
    check(r#""plain बु""#, Some("plain बु"));
    check(r#""a\n\t\\\"\'\u{928}\x41\xc3\xa9""#, Some("a\n\t\\\"'नAé"));
    check("\"a\\\n   b\"", Some("ab"));
    check("r##\"a\"# \\n\"##", Some("a\"# \\n"));
    check("r\"a\\\"", Some("a\\"));
    check(r#""\q""#, None);
    check(r#""\u{d800}""#, None);
    check(r#""\u{1234567}""#, None);
    check(r#""\x80""#, None);
    check(r#""\x""#, None);
    check("\"", None);
    check("r#\"", None);
    check("12", None);
}

/// ron reads every text that the tree finds no fault with, and says the same about texts.
#[test]
fn ron_agrees_about_texts() {
    for token in
        ["\"a\\n\\u{928}\\x41\"", "r#\"x\"y\"#", "\"two\nlines\"", "\"\\\\ \\' \\\" \\0\"", "\"a\\\n  b\""]
    {
        assert_eq!(ron::from_str::<String>(token).unwrap(), decode_text(token).unwrap(), "{token}");
    }
}

#[test]
fn depth_and_number_are_limited() {
    for open in ["(", "[", "{1:", "Some(", "(a:"] {
        let text = open.repeat(300_000);
        let tree = Tree::new(&text);
        check_tree(&tree);
        assert!(tree.faults().iter().any(|f| f.kind == FaultKind::TooDeep), "{open}");
        assert!(tree.len() < 1000);
    }
    let text = format!("{}1{}", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH));
    assert_eq!(Tree::new(&text).faults(), []);
}

/// Text that makes a careless scanner look at the same bytes again and again. A quadratic one would take hours.
#[test]
fn hostile_text_costs_linear_time() {
    let n = 200_000;
    for part in [
        "\"",
        "\\\"\n",
        "\"\\\"\n  a: 1\n",
        "r#\"",
        "/*",
        "(a:\"\n  b: \"",
        "\"\n  a: \"\\\"",
        "“",
        "a",
        "'",
        "r",
        "b'",
        "#",
        "[",
        "r##\"\n  a: 1 \"#",
        "{\"a\":",
        "a:",
        "(,",
        "\"a\"b",
        " ",
        "\n",
        "//\n",
        "-",
        "é",
        "\"\n  )\n\"x",
    ] {
        let text = format!("({}", part.repeat(n / part.len()));
        let tree = Tree::new(&text);
        assert!(tree.faults().len() <= MAX_FAULTS);
        check_tree(&tree);
    }
}

#[test]
fn any_text_makes_a_tree() {
    let mut dice = crate::plan::sample::Dice::new(3);
    let parts = [
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\"",
        "\\",
        "'",
        "r#",
        "b",
        "//",
        "/*",
        "*/",
        "\n",
        " ",
        "a",
        "id",
        "1",
        "-",
        "Some",
        "é",
        "“",
        "=",
        "#![",
        "\n  a: \"x\",\n",
        "r\"",
        "\"#",
        "\u{feff}",
        "\0",
        "नेपाल",
        "1.5e3",
        "#",
        "..=",
    ];
    for _ in 0..30_000 {
        let n = dice.below(24);
        let text: String = (0..n).map(|_| parts[dice.below(parts.len())]).collect();
        check_tree(&Tree::new(&text));
    }
}
