//! Tells cargo that the course is part of the program: `include_dir` does not notice a new lesson by itself.

fn main() {
    println!("cargo::rerun-if-changed=lessons");
    println!("cargo::rerun-if-changed=assets/new");
}
