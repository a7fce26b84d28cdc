//! A lesson as long as one likes, of everything that an author may write. Made by chance, but always the same.

/// Numbers that look like chance (Knuth's MMIX generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

const WORDS: &str = "the a of and to in that is for with as by people work plan purpose result vision order change intent limits decide manager \
    leader team question answer yesterday responsibility organisation Größe naïve “quoted” *stressed* **strong** `code` half-typed 1984 –";

/// A lesson of about so many bytes.
pub fn of_size(bytes: usize) -> String {
    let mut chance = Chance(7);
    let mut text = String::from("+++\ntitle = \"A long text\"\nminutes = 600\n+++\n\n");
    while text.len() < bytes {
        text.push_str(&part(&mut chance, text.len()));
        text.push('\n');
    }
    text
}

/// Some blocks of one kind. `at` is a number that no other part has.
fn part(chance: &mut Chance, at: usize) -> String {
    match chance.below(14) {
        0 => format!("## {}\n", words(chance, 5)),
        1 => format!("### {}\n", words(chance, 4)),
        2 => lines(chance, |chance| format!("- {}\n", words(chance, 12))),
        3 => lines(chance, |chance| format!("1. {}\n   - {}\n", words(chance, 6), words(chance, 20))),
        4 => lines(chance, |chance| format!("- [x] {}\n", words(chance, 8))),
        5 => {
            format!("| {} | {} |\n|---|--:|\n", words(chance, 2), words(chance, 2))
                + &lines(chance, |chance| format!("| {} | {} |\n", words(chance, 3), words(chance, 9)))
        }
        6 => format!("```\n{}```\n", lines(chance, |chance| format!("    let {} = 1;\n", words(chance, 7)))),
        7 => format!("> [!NOTE]\n> {}\n", words(chance, 40)),
        8 => format!("> [!CASE] {}\n> {}\n>\n> {}\n", words(chance, 5), words(chance, 30), words(chance, 30)),
        9 => format!("{} [{}](https://example.org/{at}) {}\n", words(chance, 20), words(chance, 3), words(chance, 20)),
        10 if at.is_multiple_of(8) => format!("{}[^{at}]\n\n[^{at}]: {}\n", words(chance, 30), words(chance, 10)),
        _ => format!("{}\n", words(chance, 60)),
    }
}

fn words(chance: &mut Chance, count: usize) -> String {
    let all: Vec<&str> = WORDS.split(' ').collect();
    (0..count).map(|_| all[chance.below(all.len())]).collect::<Vec<_>>().join(" ")
}

fn lines(chance: &mut Chance, mut line: impl FnMut(&mut Chance) -> String) -> String {
    let count = 3 + chance.below(6);
    (0..count).map(|_| line(chance)).collect()
}
