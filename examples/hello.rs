//! The floor to measure against: the smallest program of ratatui and crossterm that draws one paragraph and waits for a key.

use ratatui::crossterm::event;
use ratatui::widgets::Paragraph;

fn main() -> std::io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    terminal.draw(|frame| frame.render_widget(Paragraph::new("Carry on: hello"), frame.area()))?;
    while !matches!(event::read()?, event::Event::Key(key) if key.code == event::KeyCode::Char('q')) {}
    ratatui::try_restore()
}
