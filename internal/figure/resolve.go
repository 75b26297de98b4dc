package figure

import (
	"strings"
	"time"
)

// resolveDates gives weekdays their dates and other dates their year.
func (p *parser) resolveDates() {
	ref := p.ctx.Published
	if ref.IsZero() {
		ref = p.datelineDay()
	}
	for i := range p.figs {
		f := &p.figs[i]
		if f.Kind != Date {
			continue
		}
		switch f.Rule {
		case "date.weekday":
			wd := time.Weekday(p.at(f.num).w.n)
			if ref.IsZero() {
				f.Lo = wd.String()
				f.Hi = f.Lo
				continue
			}
			f.Lo = p.weekday(f, wd, ref).Format("2006-01-02")
			f.Hi = f.Lo
		case "date.resolve":
			f.Rule = "date.month"
			if ref.IsZero() {
				continue
			}
			f.Hi = p.resolveYear(f, f.Hi, ref)
			f.Lo = p.resolveYear(f, f.Lo, ref)
			if f.Lo > f.Hi {
				f.Lo = shiftYear(f.Lo, -1)
			}
		}
	}
}

func shiftYear(iso string, by int) string {
	var y int
	for _, c := range iso[:4] {
		y = y*10 + int(c-'0')
	}
	return day{year: y + by}.iso() + iso[4:]
}

// datelineDay is the date of a dateline in the text that states a year.
func (p *parser) datelineDay() time.Time {
	for i := range p.figs {
		f := &p.figs[i]
		if f.first > 20 {
			break
		}
		if f.Kind == Date && f.Rule == "date" && len(f.Lo) == 10 {
			if t, err := time.Parse("2006-01-02", f.Lo); err == nil {
				return t
			}
		}
	}
	return time.Time{}
}

// weekday resolves a weekday by the tense of its clause.
func (p *parser) weekday(f *found, wd time.Weekday, ref time.Time) time.Time {
	if p.isAny(f.first-1, "until", "till") || p.isAny(f.first-1, "to", "for") && p.tenseAt(f.first) != future && daysBack(wd, ref) != 0 && p.postponed(f.first-1) {
		return ref.AddDate(0, 0, 7-daysBack(wd, ref))
	}
	if p.is(f.first-1, "since") {
		return ref.AddDate(0, 0, -daysBack(wd, ref))
	}
	back := daysBack(wd, ref)
	switch {
	case p.isAny(f.first-1, "next"):
		ahead := 7 - back
		return ref.AddDate(0, 0, ahead)
	case p.isAny(f.first-1, "last"):
		if back == 0 {
			back = 7
		}
		return ref.AddDate(0, 0, -back)
	case p.isAny(f.first-1, "this", "coming"):
		if p.tenseAt(f.first) == past {
			return ref.AddDate(0, 0, -back)
		}
		return ref.AddDate(0, 0, (7-back)%7)
	}
	switch {
	case p.isAny(f.last, "last") && p.is(f.last+1, "week"):
		return ref.AddDate(0, 0, mondayBack(ref)-7+(int(wd)+6)%7)
	case p.isAny(f.last, "next") && p.is(f.last+1, "week"):
		return ref.AddDate(0, 0, mondayBack(ref)+7+(int(wd)+6)%7)
	}
	if p.at(f.last).w.is(fArticle) && p.isAny(f.last+1, "day", "public", "national", "holiday") {
		return ref.AddDate(0, 0, 7-back) // declared Thursday a day of mourning
	}
	if p.tenseAt(f.first) == future {
		if back == 0 && p.isAny(f.first-1, "later", "on") && p.is(f.first-2, "later") {
			return ref
		}
		return ref.AddDate(0, 0, 7-back)
	}
	return ref.AddDate(0, 0, -back)
}

// daysBack is the number of days back from ref to the weekday, 0 on the day.
func daysBack(wd time.Weekday, ref time.Time) int {
	return (int(ref.Weekday()) - int(wd) + 7) % 7
}

// postponed reports whether a verb of putting off stands shortly before k.
func (p *parser) postponed(k int) bool {
	for j := k; j > k-8; j-- {
		if p.isAny(j, "postponed", "adjourned", "delayed", "deferred", "extended", "scheduled", "planned", "set", "called", "moved", "pushed", "rescheduled", "brought") {
			return true
		}
	}
	return false
}

// mondayBack is the (negative) number of days from ref to its week's Monday.
func mondayBack(ref time.Time) int { return -((int(ref.Weekday()) + 6) % 7) }

// resolveYear puts the year to --MM-DD or --MM: by tense, else the nearest.
func (p *parser) resolveYear(f *found, iso string, ref time.Time) string {
	if !strings.HasPrefix(iso, "--") {
		return iso
	}
	rest := iso[1:]
	month := int(rest[1]-'0')*10 + int(rest[2]-'0')
	d := 0
	if len(rest) > 4 {
		d = int(rest[4]-'0')*10 + int(rest[5]-'0')
	}
	today := dayNumber(ref.Year(), int(ref.Month()), ref.Day())
	at := func(y int) int { // days from the reference; a month counts from its middle
		dd := d
		if dd == 0 {
			dd = 15
		}
		return dayNumber(y, month, dd) - today
	}
	y := ref.Year()
	nearest := y
	for _, c := range []int{y - 1, y + 1} {
		if abs(at(c)) < abs(at(nearest)) {
			nearest = c
		}
	}
	slack := 0
	if d == 0 {
		slack = 20 // the month that the reference day is in
	}
	choose := nearest
	switch {
	case p.isAny(f.first-1, "next"):
		choose = y
		if at(y) <= slack {
			choose = y + 1
		}
	case p.isAny(f.first-1, "last"):
		choose = y
		if at(y) >= -slack && int(ref.Month()) <= month {
			choose = y - 1
		}
	case p.isAny(f.first-1, "this"):
		choose = y
	case p.yearBehind(f) < 2:
		choose = y + p.yearBehind(f)
	case p.isAny(f.last, "delivery", "futures", "contract", "expiry", "contracts", "deadline", "election", "elections", "deliveries", "vote"):
		choose = y
		if at(y) < -slack-45 {
			choose = y + 1
		}
	case p.is(f.first-1, "to") && (p.at(f.first-2).w.unit != nil || p.is(f.first-2, "half")):
		// the year to March: the nearest, which may not be over
	default:
		t := p.tenseAt(f.first)
		if p.is(f.first-1, "since") {
			t = past
		}
		switch t {
		case past:
			if p.isAny(f.first-1, "to", "until", "till", "for", "through") && at(nearest) > 0 {
				break // adjourned to April 14
			}
			if at(nearest) > slack+3 {
				choose = nearest - 1
			}
		case future:
			if at(nearest) < -slack-90 {
				choose = nearest + 1
			}
		}
	}
	return day{year: choose}.iso() + rest
}

// yearBehind is -1, 0 or 1 where "last year", "this year" or "next year" stands
// behind the date, else 2.
func (p *parser) yearBehind(f *found) int {
	k := f.last
	if p.is(k, "of") || p.is(k, "in") {
		k++
	}
	if !p.is(k+1, "year") {
		return 2
	}
	switch {
	case p.is(k, "last"):
		return -1
	case p.is(k, "this"):
		return 0
	case p.is(k, "next"):
		return 1
	}
	return 2
}

// dayNumber counts days of the Gregorian calendar, from an arbitrary start.
func dayNumber(y, m, d int) int {
	if m < 3 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*m-457)/5 + d
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
