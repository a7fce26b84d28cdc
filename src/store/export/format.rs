//! An export as text. What this program writes is read line by line; anything else goes through `toml`, and comes to the same.

use super::{Exported, File, LARGEST_FILE, SETTINGS, is_sitting};

const KIND: &str = "contrasts export";
const FORMAT: i64 = 1;
/// Three of them part a text from what is around it.
const QUOTES: &str = "'''";

/// The export as text.
pub fn write(exported: &Exported) -> String {
    let mut out = format!("format = {FORMAT}\nkind = \"{KIND}\"\nprogram = {}\n", escaped(&exported.program));
    for File { name, text } in &exported.files {
        out.push_str(&format!("\n[[file]]\nname = {}\ntext = ", escaped(name)));
        let is_plain = text.ends_with('\n') && !text.contains(QUOTES) && text.bytes().all(stands_as_it_is);
        match is_plain {
            true => [QUOTES, "\n", text, QUOTES, "\n"].iter().for_each(|part| out.push_str(part)),
            false => out.push_str(&format!("{}\n", escaped(text))),
        }
    }
    out
}

/// TOML takes these between quotes that escape nothing. A carriage return is not among them: a reader may take it for a line break.
fn stands_as_it_is(byte: u8) -> bool {
    !byte.is_ascii_control() || matches!(byte, b'\n' | b'\t')
}

/// A text between quotes that escape.
fn escaped(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// The export, or why it is none.
pub fn parse(text: &str) -> Result<Exported, String> {
    let exported = match quickly(text) {
        Some(exported) => exported,
        None => slowly(text)?,
    };
    let Exported { program, files, .. } = exported;
    let is_allowed = |file: &File| {
        let of_sitting = file.name.strip_prefix(super::SITTINGS).is_some_and(is_sitting);
        (of_sitting || file.name == SETTINGS) && file.text.len() <= LARGEST_FILE
    };
    let (files, refused): (Vec<File>, Vec<File>) = files.into_iter().partition(is_allowed);
    Ok(Exported { program, files, refused: refused.into_iter().map(|file| file.name).collect() })
}

/// Whether a text says that it is an export.
pub fn is_export(text: &str) -> bool {
    text.starts_with(&format!("format = {FORMAT}\nkind = \"{KIND}\"\n")) || table(text).is_ok_and(|table| is_kind(&table))
}

fn quickly(text: &str) -> Option<Exported> {
    let head = format!("format = {FORMAT}\nkind = \"{KIND}\"\nprogram = \"");
    let (program, mut rest) = text.strip_prefix(&head)?.split_once("\"\n")?;
    is_bare(program).then_some(())?;
    let mut exported = Exported { program: program.to_owned(), ..Exported::default() };
    while !rest.is_empty() {
        let (name, after) = rest.strip_prefix("\n[[file]]\nname = \"")?.split_once("\"\ntext = '''\n")?;
        let (text, after) = after.split_at_checked(after.find(QUOTES)?)?;
        let is_plain = is_bare(name) && text.bytes().all(stands_as_it_is);
        rest = after.strip_prefix(QUOTES)?.strip_prefix('\n').filter(|_| is_plain)?;
        exported.files.push(File { name: name.to_owned(), text: text.to_owned() });
    }
    Some(exported)
}

/// Whether a text between two quotes is just what it says.
fn is_bare(text: &str) -> bool {
    text.chars().all(|c| !c.is_control() && !matches!(c, '"' | '\\'))
}

fn table(text: &str) -> Result<toml::Table, String> {
    let why = |error: toml::de::Error| format!("it is no export: {}", error.message().lines().next().unwrap_or_default());
    text.parse().map_err(why)
}

fn is_kind(table: &toml::Table) -> bool {
    table.get("kind").and_then(toml::Value::as_str) == Some(KIND)
}

fn slowly(text: &str) -> Result<Exported, String> {
    let table = table(text)?;
    if !is_kind(&table) {
        return Err(format!("it is no export: it does not say `kind = \"{KIND}\"`"));
    }
    match table.get("format").and_then(toml::Value::as_integer) {
        Some(FORMAT) => {}
        Some(newer) if newer > FORMAT => {
            return Err(format!("it has format {newer}, which only a newer version of this program reads"));
        }
        _ => return Err("it does not say `format = 1`".to_owned()),
    }
    let text_of = |table: &toml::Table, key: &str| table.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    let file = |value: &toml::Value| {
        let table = value.as_table()?;
        Some(File { name: text_of(table, "name")?, text: text_of(table, "text")? })
    };
    let files = table.get("file").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
    let files: Option<Vec<File>> = files.iter().map(file).collect();
    let files = files.ok_or("a file in it has no name or no text")?;
    Ok(Exported { program: text_of(&table, "program").unwrap_or_default(), files, refused: Vec::new() })
}
