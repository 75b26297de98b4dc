package similarity

import (
	"strconv"
	"strings"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/quantity"
)

// calendarPoints weighs two dates, times or scores that are not equal.
func calendarPoints(a, b *Figure) float64 {
	switch a.Kind {
	case figure.Date:
		switch {
		case sameDate(a.Lo, b.Lo) && sameDate(a.Hi, b.Hi):
			return 2
		case coarserDate(a.Lo, b.Lo) || coarserDate(b.Lo, a.Lo):
			return 0.8
		}
		if len(a.Lo) != len(b.Lo) && !strings.HasPrefix(a.Lo, "--") && !strings.HasPrefix(b.Lo, "--") {
			return -6 // a year is no slip for a day
		}
		return -3 // a story names many days
	case figure.Time:
		x, okA := clock(a.Lo)
		y, okB := clock(b.Lo)
		if okA && okB && (x-y)%15 == 0 && zoneOf(a) != zoneOf(b) {
			return 0.5
		}
		return -0.3
	}
	return -0.5
}

// sameDate reports whether two ISO dates are one day, month or year; a date
// without a year ("--03-07") is the same day of any.
func sameDate(a, b string) bool {
	if a == b {
		return true
	}
	if strings.HasPrefix(b, "--") {
		a, b = b, a
	}
	return strings.HasPrefix(a, "--") && len(b) == len(a)+3 && strings.HasSuffix(b, a[1:])
}

// coarserDate reports whether b is the month or the year, or the month
// without its year, of the date a.
func coarserDate(a, b string) bool {
	if strings.HasPrefix(a, "--") || strings.HasPrefix(b, "--") {
		a, b = monthDay(a), monthDay(b)
		return b != "" && len(a) > len(b) && strings.HasPrefix(a, b)
	}
	return len(a) > len(b) && strings.HasPrefix(a, b+"-")
}

// monthDay is the part of an ISO date behind its year: "03-07" or "03".
func monthDay(s string) string {
	if m, ok := strings.CutPrefix(s, "--"); ok {
		return m
	}
	if len(s) > 5 {
		return s[5:]
	}
	return ""
}

// clock reads "13:15" as minutes after midnight.
func clock(s string) (minutes int, ok bool) {
	h, m, found := strings.Cut(s, ":")
	m, _, _ = strings.Cut(m, ":")
	hour, errH := strconv.Atoi(h)
	minute, errM := strconv.Atoi(m)
	return hour*60 + minute, found && errH == nil && errM == nil
}

// zoneOf is the time zone that a time's words name, in upper case; "" none.
func zoneOf(f *Figure) string {
	first := true
	for w := range strings.FieldsSeq(f.Text) {
		if digit := w[0] >= '0' && w[0] <= '9'; !first && !digit && len(w) <= longestZone {
			if up := strings.ToUpper(strings.Trim(w, ".,")); timeZones[up] {
				return up
			}
		}
		first = false
	}
	return ""
}

// longestZone is the longest of them, and marks about it, in bytes.
const longestZone = len("MOUNTAIN") + 4

var timeZones = wordSet("GMT UTC BST CET CEST EET ET EST EDT CT CST CDT MT MST MDT PT PST PDT EASTERN CENTRAL PACIFIC MOUNTAIN IST JST AEST AEDT AWST SGT HKT")

// clockApart is how many minutes lie between two times of day, the shorter
// way round; a day where one is no time.
func clockApart(a, b *Figure) int {
	x, okA := clock(a.Lo)
	y, okB := clock(b.Lo)
	if !okA || !okB {
		return 24 * 60
	}
	d := max(x-y, y-x)
	return min(d, 24*60-d)
}

// classifyDates compares two dates, or ranges of them.
func classifyDates(x, y *mention, up bool) verdict {
	a, b := x.fig, y.fig
	sameLo, sameHi := sameDate(a.Lo, b.Lo), sameDate(a.Hi, b.Hi)
	switch {
	case strings.EqualFold(a.Text, b.Text) && !hasDigit(a.Text):
		return verdict{SameRestyled, "the same words, read from another day", ""}
	case sameLo && sameHi && x.hedge == y.hedge:
		return verdict{SameRestyled, "one date", ""}
	case sameLo && sameHi:
		return verdict{HedgeChanged, "one date, another modifier", ""}
	case (sameLo || coarserDate(a.Lo, b.Lo)) && (sameHi || coarserDate(a.Hi, b.Hi)):
		return verdict{Loosened, "the date given less precisely", ""}
	case (sameLo || coarserDate(b.Lo, a.Lo)) && (sameHi || coarserDate(b.Hi, a.Hi)):
		return verdict{Refined, "the date given more precisely", ""}
	case up:
		return verdict{UpdatedFigure, "another date in a later version", ""}
	}
	slip := quantity.SlipOfDigits(onlyDigits(a.Lo), onlyDigits(b.Lo))
	if sameLo {
		slip = quantity.SlipOfDigits(onlyDigits(a.Hi), onlyDigits(b.Hi))
	}
	return verdict{Contradictory, "dates that cannot both be right", string(slip)}
}

// classifyTimes compares two times of day. Times in other zones that lie whole
// quarters of an hour apart are one time in another dress: the texts say no
// more, and no zone is more than 14 hours off.
func classifyTimes(p, q *mention, up bool) verdict {
	a, b := p.fig, q.fig
	if a.Lo == b.Lo && a.Hi == b.Hi {
		if p.hedge == q.hedge {
			return verdict{SameRestyled, "one time", ""}
		}
		return verdict{HedgeChanged, "one time, another modifier", ""}
	}
	x, okA := clock(a.Lo)
	y, okB := clock(b.Lo)
	if okA && okB {
		apart := x - y
		if za, zb := zoneOf(a), zoneOf(b); za != zb && apart%15 == 0 {
			return verdict{SameRestyled, "the time in another zone", ""}
		}
		if a.Lo == b.Lo && b.Hi == b.Lo {
			return verdict{Contradictory, "a span of time cut to one end", "one end of a range"}
		}
		if p.hedge == "" && x%15 != 0 {
			switch apart = max(apart, -apart); {
			case q.hedge == "~" && apart <= 20, q.hedge == "<~" && y >= x && y-x <= 30:
				return verdict{Rounded, "the time rounded", ""}
			}
		}
	}
	if up {
		return verdict{UpdatedFigure, "another time in a later version", ""}
	}
	return verdict{Contradictory, "times that cannot both be right", string(quantity.SlipOfDigits(onlyDigits(a.Lo), onlyDigits(b.Lo)))}
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
