//! Numbers, times and days: what every part of the interface counts with.

words! {
    /// Numbers, times and days.
    count: Count {
        minutes(minutes) = "{minutes} min";
        hours(hours) = "{hours} h";
        hours_and_minutes(hours, minutes) = "{hours} h {minutes} min";
        questions(count) = "{count} question" | "{count} questions";
        /// Goes on with the wanted share or place.
        of(part, all) = "{part} of {all}";
        /// Before the tenths of a figure.
        decimal_mark = ".";
        no = "no";
        one = "one";
        two = "two";
        three = "three";
        four = "four";
        five = "five";
        six = "six";
        seven = "seven";
        eight = "eight";
        nine = "nine";
        ten = "ten";
        eleven = "eleven";
        twelve = "twelve";
        today = "today";
        tomorrow = "tomorrow";
        monday = "Monday";
        tuesday = "Tuesday";
        wednesday = "Wednesday";
        thursday = "Thursday";
        friday = "Friday";
        saturday = "Saturday";
        sunday = "Sunday";
        mo = "Mo";
        tu = "Tu";
        we = "We";
        th = "Th";
        fr = "Fr";
        sa = "Sa";
        su = "Su";
        january = "January";
        february = "February";
        march = "March";
        april = "April";
        may = "May";
        june = "June";
        july = "July";
        august = "August";
        september = "September";
        october = "October";
        november = "November";
        december = "December";
        jan = "Jan";
        feb = "Feb";
        mar = "Mar";
        apr = "Apr";
        may_short = "May";
        jun = "Jun";
        jul = "Jul";
        aug = "Aug";
        sep = "Sep";
        oct = "Oct";
        nov = "Nov";
        dec = "Dec";
        /// 1 December, in a sentence.
        day(day, month) = "{day} {month}";
        day_of_year(day, month, year) = "{day} {month} {year}";
        /// 1 Dec, in a table.
        day_short(day, month) = "{day} {month}";
        /// Two days of one month: 1 and on 15 December.
        two_days_of_month(first, second) = "{first} and on {second}";
        two_days(first, second) = "{first} and on {second}";
    }
}

impl<'a> Count<'a> {
    /// A number up to twelve in letters, as running text has it.
    pub fn number(self, number: usize) -> String {
        let word = match number {
            0 => self.no(),
            1 => self.one(),
            2 => self.two(),
            3 => self.three(),
            4 => self.four(),
            5 => self.five(),
            6 => self.six(),
            7 => self.seven(),
            8 => self.eight(),
            9 => self.nine(),
            10 => self.ten(),
            11 => self.eleven(),
            12 => self.twelve(),
            more => return more.to_string(),
        };
        word.to_owned()
    }

    /// A figure with so many digits behind its mark: `0.25`.
    pub fn decimal(self, figure: f64, digits: usize) -> String {
        format!("{figure:.digits$}").replace('.', self.decimal_mark())
    }

    /// `6 min`, `2 h`, `1 h 27 min`.
    pub fn time(self, minutes: u32) -> String {
        match (minutes / 60, minutes % 60) {
            (0, rest) => self.minutes(rest),
            (hours, 0) => self.hours(hours),
            (hours, rest) => self.hours_and_minutes(hours, rest),
        }
    }

    /// The day of the week, 0 for Monday.
    pub fn weekday(self, nth: usize) -> &'a str {
        let days = [Self::monday, Self::tuesday, Self::wednesday, Self::thursday, Self::friday, Self::saturday, Self::sunday];
        days.get(nth).map_or("", |day| day(self))
    }

    /// The day of the week in two letters, 0 for Monday.
    pub fn weekday_short(self, nth: usize) -> &'a str {
        let days = [Self::mo, Self::tu, Self::we, Self::th, Self::fr, Self::sa, Self::su];
        days.get(nth).map_or("", |day| day(self))
    }

    /// A month, 1 for January.
    pub fn month(self, nth: usize) -> &'a str {
        let months = [
            Self::january,
            Self::february,
            Self::march,
            Self::april,
            Self::may,
            Self::june,
            Self::july,
            Self::august,
            Self::september,
            Self::october,
            Self::november,
            Self::december,
        ];
        months.get(nth.wrapping_sub(1)).map_or("", |month| month(self))
    }

    /// A month in three letters, 1 for January.
    pub fn month_short(self, nth: usize) -> &'a str {
        let months = [
            Self::jan,
            Self::feb,
            Self::mar,
            Self::apr,
            Self::may_short,
            Self::jun,
            Self::jul,
            Self::aug,
            Self::sep,
            Self::oct,
            Self::nov,
            Self::dec,
        ];
        months.get(nth.wrapping_sub(1)).map_or("", |month| month(self))
    }
}

/// The same words as the beginning of a sentence.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
