//! A record as JSON: the fields of `Record` under their own names.

use super::Record;

/// All of it, indented, with a line end. (Writing plain values to a string cannot fail; nothing would be told by stopping here.)
pub fn record(record: &Record) -> String {
    serde_json::to_string_pretty(record).unwrap_or_default() + "\n"
}
