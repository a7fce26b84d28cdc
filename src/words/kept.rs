//! The passages that were kept.

words! {
    /// The passages that were kept.
    kept: Kept {
        kept = "Kept";
        passages(count) = "{count} passage" | "{count} passages";
        nothing_kept = "Nothing is kept. In a lesson, m keeps a passage.";
        key_take_off = "take off";
        key_put_back = "put back";
    }
}
