//! What a learner may rely on: an export holds every text as it was, whoever reads it, and no name in one leads anywhere.

use proptest::prelude::*;

use super::*;

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "(\\PC{0,9}\n){0,5}",
        "[ab\"'\\\\\n\t\r\u{1b}\u{7f}é]{0,30}",
        "(a = '''\n|x\n|\"\"\"|''|'''\n|\n\\[\\[file\\]\\]\n|name = \"b\"\n){0,6}",
    ]
}

fn any_export() -> impl Strategy<Value = Exported> {
    let name = prop_oneof!["sittings/[a-zA-Z0-9é ()-]{1,9}\\.toml", Just(SETTINGS.to_owned())]
        .prop_filter("a name of ours", |name| name.strip_prefix(SITTINGS).is_none_or(is_sitting));
    let file = (name, any_text()).prop_map(|(name, text)| File { name, text });
    ("\\PC{0,9}", prop::collection::vec(file, 0..5)).prop_map(|(program, files)| Exported { program, files, refused: Vec::new() })
}

proptest! {
    #[test]
    fn every_text_comes_out_of_an_export_as_it_went_in(exported in any_export()) {
        let text = as_text(&exported);
        prop_assert_eq!(parse(&text), Ok(exported));
    }

    #[test]
    fn an_export_is_toml_and_reads_the_same_as_toml(exported in any_export(), remark in prop_oneof!["", "\n# by hand\n"]) {
        let text = as_text(&exported) + &remark;
        let table: toml::Table = text.parse().unwrap();
        let files = table.get("file").map_or(0, |files| files.as_array().unwrap().len());
        prop_assert_eq!(files, exported.files.len());
        prop_assert_eq!(parse(&text), Ok(exported));
    }

    #[test]
    fn no_damage_stops_the_reader(exported in any_export(), cut: prop::sample::Index, junk in "\\PC{0,5}") {
        let mut text = as_text(&exported);
        let cut = cut.index(text.len() + 1);
        text.truncate((0..=cut).rev().find(|at| text.is_char_boundary(*at)).unwrap());
        let _ = parse(&(text + &junk));
    }
}

#[test]
fn a_name_that_leads_elsewhere_is_refused_and_named() {
    let bad = [
        "sittings/../../x.toml",
        "sittings//etc/x.toml",
        "sittings/.hidden.toml",
        "sittings/a/b.toml",
        "sittings/a\\b.toml",
        "sittings/c:x.toml",
        "sittings/.toml",
        "sittings/x.txt",
        "sittings/nul.toml",
        "/etc/passwd",
        "../config.toml",
        "notes.md",
        "",
    ];
    let file = |name: &str| File { name: name.to_owned(), text: "x = 1\n".to_owned() };
    let files = bad.into_iter().chain(["sittings/a.toml"]).map(file).collect();
    let read = parse(&as_text(&Exported { files, ..Exported::default() })).unwrap();
    assert_eq!(read.files, [file("sittings/a.toml")]);
    assert_eq!(read.refused, bad);
}

#[test]
fn what_is_no_export_is_said() {
    for (text, why) in [
        ("format = 2\nkind = \"contrasts export\"\n", "newer version"),
        ("format = 1\ncourse = \"c\"\n", "kind"),
        ("kind = \"contrasts export\"\n", "format"),
        ("not toml", "no export"),
        ("format = 1\nkind = \"contrasts export\"\n[[file]]\nname = \"sittings/a.toml\"\n", "no text"),
    ] {
        assert!(parse(text).is_err_and(|said| said.contains(why)), "{text}");
    }
}
