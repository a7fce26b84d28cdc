//! The program in a real pseudo-terminal: start, signals, suspend, resize, restore.
