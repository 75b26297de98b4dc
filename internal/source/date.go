package source

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// dateLayouts are the forms in which articles' dates occur, most frequent
// first. A time without zone is taken as UTC, so that the answer does not
// depend on the machine.
var dateLayouts = []string{
	time.RFC3339Nano, // also without a fraction
	"2006-01-02T15:04:05",
	"2006-01-02",
	"2006-01-02 15:04:05",
	"2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05 -0700",
	"2006-01-02 15:04:05 -0700 MST",
	"2006-01-02 15:04:05 MST",
	"2006-01-02T15:04:05-0700",
	"2006-01-02T15:04Z07:00",
	"2006-01-02T15:04-0700",
	"2006-01-02T15:04",
	"2006-01-02 15:04",
	"2006-01-02T15",
	"20060102T150405Z0700", // IPTC 7901 and NITF: 20240903T101500Z
	"20060102T150405",
	"20060102",
	"2006/01/02",
	"2006/01/02 15:04:05",
	"2006-01",
	time.RFC1123Z,
	time.RFC1123,
	"Mon, 2 Jan 2006 15:04:05 -0700",
	"Mon, 2 Jan 2006 15:04:05 MST",
	"Mon, 2 Jan 2006 15:04 -0700",
	"Mon, 2 Jan 2006 15:04 MST",
	"2 Jan 2006 15:04:05 -0700",
	"2 Jan 2006 15:04:05 MST",
	"2 Jan 2006 15:04:05",
	"2 Jan 2006",
	"2 January 2006",
	"Mon, 02 Jan 06 15:04:05 MST",
	time.RFC822Z,
	time.RFC822,
	time.RFC850,
	time.UnixDate,
	time.RubyDate,
	time.ANSIC,
	"Jan 2, 2006",
	"January 2, 2006",
	"January 2, 2006 15:04",
	"January 2, 2006 3:04 PM",
	"Monday, January 2, 2006",
	"Monday, 2 January 2006",
}

// zones are the abbreviations that RFC 822 defines, and the two of British
// and European summer that wires use. Go reads an abbreviation that is not the
// machine's own as offset 0, which would be wrong by hours.
var zones = map[string]int{
	"UT": 0, "GMT": 0, "UTC": 0, "Z": 0,
	"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
	"BST": 1, "CET": 1, "CEST": 2,
}

// parseDate reads a date in any of the forms that occur: those of dateLayouts
// and seconds or milliseconds since 1970. A date alone is midnight UTC. A given
// offset is kept: the day of "on Tuesday" is the newsroom's, not Greenwich's.
func parseDate(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 6 || len(s) > 64 { // no layout is shorter or longer
		return time.Time{}, false
	}
	if t, iso := parseISO(s); iso {
		return t, !t.IsZero()
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil && len(s) != 8 {
		return epoch(n)
	}
	for _, layout := range dateLayouts {
		t, err := time.ParseInLocation(layout, s, time.UTC)
		if err != nil {
			continue
		}
		if name, offset := t.Zone(); offset == 0 && name != "" {
			hours, ok := zones[name]
			if !ok {
				return time.Time{}, false // an abbreviation with many meanings
			}
			if hours != 0 {
				t = t.In(time.FixedZone(name, hours*3600)).Add(-time.Duration(hours) * time.Hour)
			} else {
				t = t.UTC()
			}
		}
		return plausible(t)
	}
	return time.Time{}, false
}

// epoch reads seconds since 1970, or milliseconds, microseconds and
// nanoseconds, told apart by size: 1e11 seconds are the year 5138, 1e11
// milliseconds are March 1973, before any article with such a stamp.
func epoch(n float64) (time.Time, bool) {
	if math.IsNaN(n) || math.Abs(n) < 1e6 { // a year or a count, no stamp
		return time.Time{}, false
	}
	for math.Abs(n) >= 1e11 {
		n /= 1e3
		if math.Abs(n) > 1e20 {
			return time.Time{}, false
		}
	}
	whole, frac := math.Modf(n)
	return plausible(time.Unix(int64(whole), int64(math.Round(frac*1e3))*1e6).UTC())
}

// plausible refuses years that no newspaper had: such a date is a default
// value or a slip, and would place the version first in its story.
func plausible(t time.Time) (time.Time, bool) {
	if y := t.Year(); y < 1600 || y > 2999 {
		return time.Time{}, false
	}
	return t, true
}

// parseISO reads YYYY-MM-DD, YYYY-MM-DDThh:mm:ss and the same with Z, which
// nearly all corpora have, some ten times faster than package time. Of a date
// that is not plausible, as of year 1, which stands for none, it gives the zero
// time.
func parseISO[T string | []byte](s T) (time.Time, bool) {
	if len(s) != 10 && len(s) != 19 && len(s) != 20 {
		return time.Time{}, false
	}
	num := func(from, to int) int {
		n := 0
		for i := from; i < to; i++ {
			if s[i] < '0' || s[i] > '9' {
				return -1
			}
			n = n*10 + int(s[i]-'0')
		}
		return n
	}
	y, m, d := num(0, 4), num(5, 7), num(8, 10)
	if s[4] != '-' || s[7] != '-' || y < 0 || m < 1 || m > 12 || d < 1 || d > 28 && d > daysIn(y, m) {
		return time.Time{}, false
	}
	hh, mm, ss := 0, 0, 0
	if len(s) > 10 {
		hh, mm, ss = num(11, 13), num(14, 16), num(17, 19)
		if s[10] != 'T' && s[10] != ' ' || s[13] != ':' || s[16] != ':' || len(s) == 20 && s[19] != 'Z' ||
			hh < 0 || hh > 23 || mm < 0 || mm > 59 || ss < 0 || ss > 59 {
			return time.Time{}, false
		}
	}
	t, _ := plausible(time.Date(y, time.Month(m), d, hh, mm, ss, 0, time.UTC))
	return t, true
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
