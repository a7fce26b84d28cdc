//! What the program adds to the texts of a course.

words! {
    /// What the program adds to the texts of a course.
    text: Text {
        promise = "You will be able to";
        case = "CASE";
        scenario = "SCENARIO";
        reflect = "REFLECT";
        discuss = "DISCUSS";
        key = "KEY";
        note = "NOTE";
        tip = "TIP";
        important = "IMPORTANT";
        warning = "WARNING";
        caution = "CAUTION";
        before_you_read_on = "BEFORE YOU READ ON";
        answer_it_here = "Answer it here";
        /// The poles of a lesson that does not name them, over a card.
        management = "Management";
        leadership = "Leadership";
        /// The choices of a question of the kind truefalse.
        true_choice = "True";
        false_choice = "False";
    }
}
