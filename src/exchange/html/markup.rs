//! Markup that cannot be broken from outside: tags come from this program's source and words are escaped, because nothing else can be
//! added. It holds for text between tags and for the values of attributes in double quotes; there is no other place for words.

/// Markup in the making.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Markup(String);

impl Markup {
    /// Tags, as they stand in this program.
    pub fn tags(&mut self, tags: &'static str) -> &mut Markup {
        self.0.push_str(tags);
        self
    }

    /// Words, whoever wrote them.
    pub fn words(&mut self, words: &str) -> &mut Markup {
        for c in words.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                c if c.is_control() && c != '\n' => {}
                c => self.0.push(c),
            }
        }
        self
    }

    /// Words between tags, on a line of their own.
    pub fn line(&mut self, open: &'static str, words: &str, close: &'static str) -> &mut Markup {
        self.tags(open).words(words).tags(close).tags("\n")
    }

    /// A length in a picture.
    pub fn number(&mut self, number: f64) -> &mut Markup {
        let rounded = (number * 10.0).round() / 10.0;
        self.words(&format!("{rounded}"))
    }

    /// All of it.
    pub fn into_string(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_tags_or_leave_an_attribute() {
        let mut markup = Markup::default();
        markup.tags("<p title=\"").words("\" onload='x' ]]> \u{1b}").tags("\">").words("<script>&amp;</script>").tags("</p>");
        let written = "<p title=\"&quot; onload=&#39;x&#39; ]]&gt; \">&lt;script&gt;&amp;amp;&lt;/script&gt;</p>";
        assert_eq!(markup.into_string(), written);
    }
}
