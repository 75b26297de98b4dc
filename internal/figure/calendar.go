package figure

import "strings"

// The words of dates and times.

var months = strings.Fields(`january february march april may june july august september october november december`)

// monthShort are the short forms, with the month's number.
var monthShort = map[string]int64{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = strings.Fields(`sunday monday tuesday wednesday thursday friday saturday`)

// weekdayShort are the short forms; "sun", "wed" and "sat" are words too and
// count only where they are capitals beside a date.
var weekdayShort = map[string]int64{
	"mon": 1, "tue": 2, "tues": 2, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5,
}

const zones = `gmt utc bst est edt et cst cdt ct mst mdt mt pst pdt pt cet cest eet eest wet west ist jst hkt sgt aest aedt acst awst nzst nzdt wib wat cat eat sast msk pkt akst hst z`

func addCalendar(m lexMap) {
	for n, s := range months {
		w := m.get(s)
		w.flags |= fMonth
		w.n = int64(n + 1)
	}
	for s, n := range monthShort {
		w := m.get(s)
		w.flags |= fMonth | fDot
		w.n = n
	}
	for n, s := range weekdays {
		w := m.get(s)
		w.flags |= fWeekday
		w.n = int64(n)
	}
	for s, n := range weekdayShort {
		w := m.get(s)
		w.flags |= fWeekday | fDot
		w.n = n
	}
	m.mark(zones, fZone)
	for s, n := range map[string]int64{"noon": 12 * 60, "midday": 12 * 60, "midnight": 0} {
		w := m.get(s)
		w.flags |= fClock
		w.n = n
	}
	m.mark("a.m p.m am pm", 0)
	m.mark("a.m p.m", fDot)
	m.mark("eastern pacific", 0)
}
