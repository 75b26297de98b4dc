package similarity

import (
	"fmt"
	"time"

	"github.com/wirediff/wirediff/internal/token"
)

// relativeDays are the days that a text names from where it stands.
var relativeDays = map[string]int{"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

var weekdays = map[string]time.Weekday{
	"sunday": time.Sunday, "monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday,
	"thursday": time.Thursday, "friday": time.Friday, "saturday": time.Saturday,
}

// times compares the days named in a difference, where one side names its day
// from where it stands: "on Tuesday" and "yesterday" are one day, or the day
// has shifted. A weekday is the latest such day up to the day of publication.
// ok is false where the difference is of something else, or a date of
// publication is missing. Two weekdays are figures, and left to them.
func (p *phrasing) times(x *passage, r wordRun) (v PhraseVariant, ok bool) {
	ta, tb := x.a.dayIn(r.A), x.b.dayIn(r.B)
	if ta < 0 || tb < 0 || p.A.Published.IsZero() || p.B.Published.IsZero() {
		return v, false
	}
	da, relA := dayOf(x.a.low(ta), p.A.Published)
	db, relB := dayOf(x.b.low(tb), p.B.Published)
	if !relA && !relB {
		return v, false
	}
	if da == db || relB && !relA && eveningPaper(p.B.Published) && da == nextDay(tb, x.b, p.B.Published) {
		return PhraseVariant{Type: HouseStyle, Severity: Style, Rule: "one day, named otherwise"}, p.samePlain(x.a, r.A, x.a, [2]int{ta, ta + 1}) && p.samePlain(x.b, r.B, x.b, [2]int{tb, tb + 1})
	}
	return PhraseVariant{Type: TimeShifted, Severity: Medium, Rule: fmt.Sprintf("%s is %s, %s is %s", x.a.low(ta), da, x.b.low(tb), db)}, true
}

// eveningPaper reports whether a text was published so late that its "yesterday"
// may be the day itself: the next morning's paper stands on the site at night.
func eveningPaper(published time.Time) bool {
	const evening = 18 // o'clock, where the outlet's own zone is not known
	return published.Hour() >= evening
}

// nextDay is the day that the word at token t names if it was written for the
// next morning.
func nextDay(t int, r *reading, published time.Time) string {
	day, _ := dayOf(r.low(t), published.AddDate(0, 0, 1))
	return day
}

// dayIn is the one day named in the tokens, or -1.
func (r *reading) dayIn(span [2]int) int {
	at := -1
	for t := span[0]; t < span[1]; t++ {
		_, week := weekdays[r.low(t)]
		_, rel := relativeDays[r.low(t)]
		if week || rel {
			if at >= 0 {
				return -1
			}
			at = t
		}
	}
	return at
}

func dayOf(low string, published time.Time) (day string, relative bool) {
	n, relative := relativeDays[low]
	if !relative {
		n = -((int(published.Weekday()) - int(weekdays[low]) + 7) % 7)
	}
	return published.AddDate(0, 0, n).Format(time.DateOnly), relative
}

// figuresOnly reports whether a difference is of numbers and their units
// alone: those are figure variants.
func (x *passage) figuresOnly(r wordRun) bool {
	number := false
	only := func(r *reading, span [2]int) bool {
		for t := span[0]; t < span[1]; t++ {
			switch {
			case r.isNumber(t):
				number = true
			case r.toks[t].Kind != token.Punct && !r.has(t, stopWord) && styleForms[r.low(t)] == "":
				return false
			}
		}
		return true
	}
	return only(x.a, r.A) && only(x.b, r.B) && number
}
