package figure

import (
	"fmt"
	"time"
)

// A day in the making: year 0 where unsaid, month 0 where unsaid, day 0.
type day struct{ year, month, day int }

// iso writes the day as precisely as it is stated.
func (d day) iso() string {
	y := "-"
	if d.year > 0 {
		y = fmt.Sprintf("%04d", d.year)
	}
	switch {
	case d.month == 0:
		return y
	case d.day == 0:
		return fmt.Sprintf("%s-%02d", y, d.month)
	}
	return fmt.Sprintf("%s-%02d-%02d", y, d.month, d.day)
}

// date reads dates, months, weekdays, years, decades and seasons.
func (p *parser) date(i int) (f fig, next int, ok, claimed bool) {
	w := p.at(i).w
	switch {
	case w.is(fMonth) && p.monthHere(i):
		return p.monthDate(i)
	case w.is(fWeekday) && p.at(i).kind == iWord && (p.at(i).capital || p.shouting):
		return p.weekdayDate(i)
	case p.at(i).kind == iNum:
		return p.numberDate(i)
	case w.is(fOrd|fCard) && p.at(i).kind == iWord:
		// the first of May, the third of June
		if w.is(fOrd) && p.is(i+1, "of") && p.at(i+2).w.is(fMonth) && p.monthHere(i+2) && w.ord <= 31 {
			return p.finishDate(i, i+3, day{month: int(p.at(i + 2).w.n), day: int(w.ord)})
		}
		// the nineteen-nineties, the eighties
	}
	return
}

// monthHere tells months from the words may, march, august, mar and dec.
func (p *parser) monthHere(i int) bool {
	it := p.at(i)
	if it.kind != iWord || !it.capital && !p.shouting && it.w.s != "sept" {
		return false
	}
	digit := func(k int) bool { return p.at(k).kind == iNum && p.dayOrYear(k) }
	behind := digit(i+1) || p.mark(i+1, '.') && digit(i+2) || p.mark(i+1, ',') && digit(i+2) && p.small(i+2) > 1900
	ahead := p.at(i-1).kind == iNum && p.small(i-1) >= 1 && p.small(i-1) <= 31 || p.ordinalSuffix(i-1) || p.is(i-1, "of") && p.ordinalSuffix(i-2)
	switch it.w.s {
	case "may":
		return behind || ahead || !it.first && p.mayContext(i)
	case "march":
		return behind || ahead || !it.first && p.mayContext(i)
	case "august":
		return behind || ahead || !it.first || !p.nameFollows(i)
	case "mar", "dec", "sep", "jan", "jun", "jul", "apr", "aug", "oct", "nov", "feb", "sept":
		return behind || ahead || it.end-it.start > int32(len(it.w.s)) || p.at(i-1).w.is(fPrep) || p.mark(i+1, '-') || p.mark(i-1, '-')
	case "april", "june":
		// first names: April Smith, June Brown
		if p.at(i+1).capital && p.at(i+1).kind == iWord && p.nameFollows(i) && !p.at(i-1).w.is(fPrep|fMod|fAdv) && !p.isAny(i-1, "last", "next", "this", "early", "late", "mid") {
			return behind || ahead
		}
	}
	if it.poss && p.at(i-1).kind == iWord && p.at(i-1).capital && !p.at(i-1).w.is(fPrep) && !it.first && p.at(i-1).w == unknown {
		return false
	}
	return true
}

// mayContext reports whether the word before puts a date at i.
func (p *parser) mayContext(i int) bool {
	prev := i - 1
	if p.mark(prev, '-') && p.isAny(prev-1, "mid") {
		return true
	}
	if p.isAny(prev, "in", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "during", "to", "from", "of", "before", "after", "for", "through", "between", "every", "and", "each", "throughout", "around") {
		if p.isAny(prev, "and", "to", "of", "for", "by", "from", "after", "before") && p.nameFollows(i) && !p.isAny(i+1, "delivery", "day") {
			return false
		}
		return true
	}
	return p.at(i).poss && p.isAny(i+1, "election", "elections", "figure", "figures", "vote", "summit", "meeting", "budget", "data")
}

// nameFollows reports whether a capitalised word follows at once, as behind a
// first name.
func (p *parser) nameFollows(i int) bool {
	n := p.at(i + 1)
	return n.kind == iWord && n.capital && !n.w.is(fMonth|fWeekday)
}

// dayOrYear reports whether the digits at k can be a day or a year.
func (p *parser) dayOrYear(k int) bool {
	n := p.small(k)
	return n >= 1 && n <= 31 || n >= 1000 && n <= 2999
}

func (p *parser) year(k int) int {
	it := p.at(k)
	if it.kind != iNum || it.end-it.start != 4 {
		return 0
	}
	if n := p.small(k); n >= 1000 && n <= 2199 {
		if p.mark(k+1, '-') && p.glued(k+1) && p.at(k+2).kind == iWord && p.glued(k+2) {
			return 0 // 1200-strong
		}
		return int(n)
	}
	return 0
}

// dayAt reads a day of a month at k: 3, 3rd, 03. It returns the item behind.
func (p *parser) dayAt(k int) (d, last int) {
	n := p.small(k)
	if n < 1 || n > 31 || p.at(k).end-p.at(k).start > 2 {
		return 0, k
	}
	if p.isAny(k+1, "st", "nd", "rd", "th") && p.glued(k+1) {
		return int(n), k + 2
	}
	if p.mark(k+1, '%') || p.at(k+1).kind == iFrac || p.at(k+1).kind == iSign && p.glued(k+1) || p.mark(k+1, ':') && p.glued(k+1) && p.at(k+2).kind == iNum || p.at(k+1).kind == iWord && p.glued(k+1) {
		return 0, k
	}
	return int(n), k + 1
}

// ordinalSuffix reports whether item k is the suffix of 3rd, 21st.
func (p *parser) ordinalSuffix(k int) bool {
	if !p.isAny(k, "st", "nd", "rd", "th") || !p.glued(k) || p.at(k-1).kind != iNum {
		return false
	}
	s := p.str(k - 1)
	want := "th"
	if len(s) < 2 || s[len(s)-2] != '1' {
		switch s[len(s)-1] {
		case '1':
			want = "st"
		case '2':
			want = "nd"
		case '3':
			want = "rd"
		}
	}
	return p.is(k, want)
}

// monthDate reads a date from its month: March 7, Sept. 3, 2024, May 12-15,
// Oct. 2023, March. A day before the month was read by numberDate.
func (p *parser) monthDate(i int) (f fig, next int, ok, claimed bool) {
	month := int(p.at(i).w.n)
	k := i + 1
	if p.mark(k, '.') && p.at(k+1).kind == iNum {
		k++
	}
	d := day{month: month}
	if n, last := p.dayAt(k); n > 0 && !p.at(i).poss && !p.countedAt(last, n) {
		d.day = n
		k = last
		// May 12-15, July 4 to 6, between May 12 and 15, March 3-April 2
		if lo, hi, at := p.dayRange(k, d); at > 0 {
			return p.finishRange(p.weekdayBefore(i), at, lo, hi)
		}
		if p.mark(k, ',') && p.year(k+1) > 0 || p.year(k) > 0 {
			if p.mark(k, ',') {
				k++
			}
			d.year = p.year(k)
			k++
		}
		return p.finishDate(p.weekdayBefore(i), k, d)
	}
	if p.mark(k, ',') && p.year(k+1) > 0 && (p.mark(k+2, ',') || p.mark(k+2, '.')) {
		k++
	}
	if y := p.year(k); y > 0 && !p.at(i).poss {
		d.year = y
		k++
	} else {
		k = i + 1
		if lo, hi, at := p.monthRange(i); at > 0 {
			return p.finishRange(i, at, lo, hi)
		}
	}
	return p.finishDate(i, k, d)
}

// countedAt tells "March 7" from "In March 7 people died".
func (p *parser) countedAt(k, n int) bool {
	it := p.at(k)
	return it.kind == iWord && (it.w.is(fPerson) || it.w.unit != nil || it.w.is(fMag)) && p.at(k-1).kind == iNum
}

// weekdayBefore extends a date over a weekday in front: Monday, June 2.
func (p *parser) weekdayBefore(i int) int {
	k := i - 1
	if p.mark(k, ',') {
		k--
	}
	if p.is(k, "the") {
		k--
	}
	if k >= 1 && p.at(k).w.is(fWeekday) && p.at(k).capital && k >= p.floor {
		return k
	}
	return i
}

// dayRange reads the rest of a range of days behind "May 12".
func (p *parser) dayRange(k int, d day) (lo, hi day, last int) {
	switch {
	case p.mark(k, '-') && p.glued(k) == p.glued(k+1), p.mark(k, '_'), p.is(k, "to"), p.is(k, "through"), p.is(k, "until"), p.is(k, "and") && p.betweenBefore(k):
	default:
		return lo, hi, 0
	}
	hi = d
	k++
	if p.at(k).w.is(fMonth) && p.monthHere(k) {
		hi.month = int(p.at(k).w.n)
		k++
	}
	n, at := p.dayAt(k)
	if n == 0 || hi.month == d.month && n <= d.day || p.countedAt(at, n) && hi.month == d.month {
		return lo, hi, 0
	}
	hi.day = n
	if p.mark(at, ',') && p.year(at+1) > 0 {
		at++
	}
	if y := p.year(at); y > 0 {
		hi.year = y
		at++
	}
	lo = d
	lo.year = hi.year
	return lo, hi, at
}

// betweenBefore reports whether "between" stands a few items before k.
func (p *parser) betweenBefore(k int) bool {
	for j := k - 1; j > k-6; j-- {
		if p.is(j, "between") {
			return true
		}
	}
	return false
}

// monthRange reads January-March, June to August, between May and July.
func (p *parser) monthRange(i int) (lo, hi day, last int) {
	k := i + 1
	if !(p.mark(k, '-') || p.is(k, "to") || p.is(k, "through") || p.is(k, "and") && p.is(i-1, "between")) || !p.at(k+1).w.is(fMonth) || !p.at(k+1).capital {
		return lo, hi, 0
	}
	if _, at := p.dayAt(k + 2); at > k+2 {
		return lo, hi, 0
	}
	lo.month, hi.month = int(p.at(i).w.n), int(p.at(k+1).w.n)
	last = k + 2
	if y := p.year(last); y > 0 {
		lo.year, hi.year = y, y
		last++
	}
	return lo, hi, last
}

// numberDate reads dates that begin with a number: 14th February 1998, 12 and
// 15 May, 2025-03-07, 1990s, 2023-24, 2026.
func (p *parser) numberDate(i int) (f fig, next int, ok, claimed bool) {
	if p.at(i-1).kind == iSign && p.glued(i) {
		return
	}
	n := p.small(i)
	if n < 0 {
		return
	}
	if f, next, ok := p.isoDate(i); ok {
		return f, next, true, true
	}
	if d, k := p.dayAt(i); d > 0 {
		if p.is(k, "of") && p.at(k+1).w.is(fMonth) && p.monthHere(k+1) && k == i+2 {
			k++
		}
		if p.mark(k, '-') && p.glued(k) && p.at(k+1).w.is(fMonth) && p.glued(k+1) && p.at(k+1).capital {
			k++
		}
		if p.at(k).w.is(fMonth) && p.at(k).kind == iWord && p.monthHere(k) {
			dd := day{month: int(p.at(k).w.n), day: d}
			k++
			if p.mark(k, '.') && p.year(k+1) > 0 {
				k++
			}
			if lo, hi, at := p.laterDay(k, dd); at > 0 {
				return p.finishRange(p.weekdayBefore(i), at, lo, hi)
			}
			if p.mark(k, ',') && p.year(k+1) > 0 {
				k++
			}
			if y := p.year(k); y > 0 && p.at(k-1).kind != iEnd {
				dd.year = y
				k++
			} else if p.mark(k-1, ',') {
				k--
			}
			return p.finishDate(p.weekdayBefore(i), k, dd)
		}
		// 12-15 May, 12 to 15 May, between 12 and 15 May
		if p.mark(k, '-') && p.glued(k) == p.glued(k+1) || p.is(k, "to") || p.is(k, "and") && p.is(i-1, "between") {
			if d2, k2 := p.dayAt(k + 1); d2 > d && p.at(k2).w.is(fMonth) && p.monthHere(k2) {
				m := int(p.at(k2).w.n)
				lo, hi := day{month: m, day: d}, day{month: m, day: d2}
				k2++
				if y := p.year(k2); y > 0 {
					lo.year, hi.year = y, y
					k2++
				}
				first := i
				if p.is(i-1, "between") {
					first = i - 1
				}
				return p.finishRange(first, k2, lo, hi)
			}
		}
		// 12 and 15 May: two dates of one month
		if p.isAny(k, "and", "or", "&") || p.mark(k, ',') {
			if d2, k2 := p.dayAt(k + 1); d2 > d && p.at(k2).w.is(fMonth) && p.monthHere(k2) && !p.countedAt(k2, d2) {
				dd := day{month: int(p.at(k2).w.n), day: d, year: p.year(k2 + 1)}
				return p.finishDate(i, i+1, dd)
			}
		}
	}
	if p.isAny(i+1, "s") && p.glued(i+1) || p.at(i+1).kind == iPunct && p.mark(i+1, '\'') && p.is(i+2, "s") && p.glued(i+2) {
		return p.decade(i)
	}
	if y := p.year(i); y > 0 && p.yearHere(i) {
		return p.yearDate(i, y)
	}
	return
}

// laterDay reads the rest of "12 May to 15 June".
func (p *parser) laterDay(k int, d day) (lo, hi day, last int) {
	if !(p.mark(k, '-') || p.is(k, "to") || p.is(k, "and") && p.betweenBefore(k)) {
		return lo, hi, 0
	}
	n, at := p.dayAt(k + 1)
	if n == 0 || !p.at(at).w.is(fMonth) || !p.monthHere(at) {
		return lo, hi, 0
	}
	lo, hi = d, day{month: int(p.at(at).w.n), day: n}
	if hi.month <= lo.month {
		return lo, hi, 0
	}
	at++
	if y := p.year(at); y > 0 {
		lo.year, hi.year = y, y
		at++
	}
	return lo, hi, at
}

// isoDate reads 2025-03-07, 2025/03/07, 03/07/2025 and 7.3.2025.
func (p *parser) isoDate(i int) (f fig, next int, ok bool) {
	k := i
	var n [3]int
	var width [3]int32
	var sep byte
	s := p.str(i)
	if len(s) >= 8 && len(s) <= 10 {
		return f, 0, false // 7.3.2025 is one run of digits: left to parseDigits
	}
	for j := range n {
		v := p.small(k)
		if v < 0 {
			return f, 0, false
		}
		n[j], width[j] = int(v), p.at(k).end-p.at(k).start
		k++
		if j < 2 {
			if !(p.mark(k, '-') || p.mark(k, '/')) || !p.glued(k) || !p.glued(k+1) || sep != 0 && p.at(k).mark != sep {
				return f, 0, false
			}
			sep = p.at(k).mark
			k++
		}
	}
	if (p.mark(k, '-') || p.mark(k, '/')) && p.glued(k) && p.at(k+1).kind == iNum {
		return f, 0, false
	}
	var d day
	switch {
	case width[0] == 4 && n[0] >= 1000:
		d = day{n[0], n[1], n[2]}
	case sep == '/' && width[2] == 4 && n[2] >= 1000 && n[0] > 12:
		d = day{n[2], n[1], n[0]}
	case sep == '/' && width[2] == 4 && n[2] >= 1000 || sep == '-' && width[2] == 4 && n[2] >= 1000:
		d = day{n[2], n[0], n[1]}
	default:
		return f, 0, false
	}
	if d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 {
		return f, 0, false
	}
	f, next, ok, _ = p.finishDate(i, k, d)
	return f, next, ok
}

// decade reads 1990s, the '90s, and leaves ages (in his 60s) to age.
func (p *parser) decade(i int) (f fig, next int, ok, claimed bool) {
	n := p.small(i)
	last := i + 2
	if p.mark(i+1, '\'') {
		last = i + 3
	}
	width := p.at(i).end - p.at(i).start
	switch {
	case width == 4 && n%10 == 0:
	case width == 2 && n%10 == 0 && n >= 10:
		k := i - 1
		if p.mark(k, '\'') {
			n += 1900
			if n-1900 < 30 {
				n += 100
			}
			break
		}
		back := k
		for p.isAny(back, "early", "late", "mid") || p.mark(back, '-') {
			back--
		}
		if p.isAny(back, "his", "her", "their", "my", "our", "your", "in") && !p.is(back, "the") {
			return // an age
		}
		if !p.is(back, "the") {
			return
		}
		// temperatures and ages: "in the 60s" alone is left to age
		if !p.isAny(back-1, "of", "since", "during", "in", "from", "throughout") || n < 50 {
			return
		}
		n += 1900
	default:
		return
	}
	lo, hi := n, n+9
	if n%100 == 0 && n < 1900 {
		hi = n + 99
	}
	f = fig{first: i, last: last, num: i}
	if p.mark(i-1, '\'') && p.glued(i) {
		f.first = i - 1
	}
	lo, hi = p.partOfDecade(&f, lo, hi)
	f.Lo, f.Hi = fmt.Sprintf("%04d", lo), fmt.Sprintf("%04d", hi)
	f.Kind, f.Rule = Date, "date.decade"
	return f, f.last, true, true
}

// partOfDecade takes early, mid and late before a decade (of a century or of
// a life) into the figure and narrows its range.
func (p *parser) partOfDecade(f *fig, lo, hi int64) (int64, int64) {
	k := p.backHyphen(f.first)
	if k < p.floor {
		return lo, hi
	}
	switch {
	case p.is(k, "early"):
		f.first = k
		hi = lo + 3
	case p.isAny(k, "mid", "middle"):
		f.first = k
		lo, hi = lo+4, lo+6
	case p.is(k, "late"):
		f.first = k
		lo = lo + 7
		hi = lo + 2
	}
	return lo, hi
}

// yearHere tells a year from a count of four digits.
func (p *parser) yearHere(i int) bool {
	y := p.year(i)
	prev, next := p.at(i-1), p.at(i+1)
	if prev.kind == iSign || p.mark(i+1, '%') || next.kind == iSign || next.kind == iFrac || next.kind == iWord && p.glued(i+1) {
		return false
	}
	if prev.kind == iWord && (isoSet[p.str(i-1)] || prev.w.s == "rs") {
		return false
	}
	if p.mark(i-1, '-') && p.glued(i) && !p.isAny(i-2, "mid", "pre", "post", "early", "late", "non", "end", "start", "year") && p.at(i-2).kind != iNum && p.glued(i-1) {
		return false
	}
	k := p.skipHyphen(i + 1)
	w := p.at(k).w
	if p.at(k).kind == iWord && (w.unit != nil || w.is(fMag) || w.cur != nil || len(w.units) > 0 && p.isAny(k, "square", "cubic", "sq", "metric", "nautical", "per", "percentage", "basis")) && !p.isAny(k, "won", "second", "real", "point", "march", "mark") {
		return false
	}
	if p.isAny(i+1, "gmt", "utc", "hours", "hrs") || next.w.is(fZone) {
		return false
	}
	if next.kind == iWord && next.w.is(fPerson) && (p.plural(i+1) || next.w.is(fPlural)) || next.kind == iWord && next.w.is(fPlural) && !prev.w.is(fDet) {
		return false
	}
	cue := p.isAny(i-1, "in", "since", "until", "till", "by", "of", "from", "before", "after", "during", "to", "late", "early", "mid", "circa", "year", "through", "between", "summer", "winter", "spring", "autumn", "fall", "fiscal", "and", "the", "around", "for", "against", "than", "on", "his", "her", "its", "their", "a") || prev.w.is(fMonth) || p.mark(i-1, '(') || prev.poss || p.mark(i-1, '-') && p.isAny(i-2, "mid", "pre", "post")
	if (p.mark(i+1, '-') || p.mark(i+1, '/')) && p.glued(i+1) && p.glued(i+2) && p.year(i+2) > y && y >= 1500 && !prev.w.is(fMod) {
		return true // 1850-1900
	}
	if y >= 1900 && y <= 2100 {
		// "about 2000 jobs", "killed 2000": a modifier or verb before, a plural behind
		if prev.w.is(fMod) && !cue || prev.w.is(fMod) && p.isAny(i-1, "than", "some", "about", "around") && p.pluralSoon(i+1) {
			return !p.pluralSoon(i+1) && !p.isAny(i-1, "some", "than", "nearly", "almost", "least")
		}
		if !cue && p.pluralSoon(i+1) && !prev.w.is(fDet) && prev.kind == iWord && !prev.capital {
			return false
		}
		if prev.kind == iWord && p.isAny(i-1, "to", "of", "and", "for") && p.pluralSoon(i+1) && p.nounFollows(i+1) && p.at(i+1).w.is(fPerson|fPlural) {
			return false
		}
		return true
	}
	if y >= 1000 && cue && !p.pluralSoon(i+1) {
		return p.isAny(i-1, "in", "since", "until", "by", "year", "circa", "mid", "late", "early") || p.mark(i-1, '(') && (p.mark(i+1, ')') || p.mark(i+1, '-')) || prev.w.is(fMonth) || y >= 1500 && p.isAny(i-1, "from", "of", "before", "after", "between", "to")
	}
	return false
}

// yearDate reads 2026, 2023-24, 2010-2015, 2010 to 2015.
func (p *parser) yearDate(i, y int) (f fig, next int, ok, claimed bool) {
	k := i + 1
	rangeMark := (p.mark(k, '-') || p.mark(k, '/')) && p.glued(k) && p.glued(k+1)
	if rangeMark && p.at(k+1).kind == iNum {
		s := p.str(k + 1)
		n := int(p.small(k + 1))
		if n >= 0 && !(p.mark(k+2, '-') && p.glued(k+2)) {
			if len(s) == 2 && n == (y+1)%100 || len(s) == 2 && p.mark(k, '-') && n > y%100 {
				hi := y - y%100 + n
				if n < y%100 {
					hi += 100
				}
				return p.finishRange(i, k+2, day{year: y}, day{year: hi})
			}
			if h := p.year(k + 1); h > y {
				return p.finishRange(i, k+2, day{year: y}, day{year: h})
			}
		}
	}
	between := p.is(i-1, "between") && p.is(k, "and")
	fromTo := p.isAny(k, "to", "through") && (p.isAny(i-1, "from", "period") || p.mark(i-1, '(')) && !p.changeBefore(i-1)
	if between || fromTo {
		if h := p.year(k + 1); h > y {
			first := i
			if between {
				first = i - 1
			}
			return p.finishRange(first, k+2, day{year: y}, day{year: h})
		}
	}
	return p.finishDate(i, i+1, day{year: y})
}

// changeBefore reports whether a word of change stands within six items.
func (p *parser) changeBefore(k int) bool {
	for j := k; j > k-7; j-- {
		if p.at(j).kind == iEnd {
			return false
		}
		if p.at(j).w.is(fRise) {
			return true
		}
	}
	return false
}

// finishDate makes the figure of one date.
func (p *parser) finishDate(first, last int, d day) (f fig, next int, ok, claimed bool) {
	if d.day > daysIn(d) {
		return f, last, false, true
	}
	f = fig{first: first, last: last, num: first}
	if d.year == 0 && d.month > 0 {
		f.Rule = "date.resolve" // the year comes in refine
	} else {
		f.Rule = "date"
	}
	f.Lo, f.Hi = d.iso(), d.iso()
	f.Kind = Date
	f.hedgeDate(p)
	return f, last, true, true
}

func (p *parser) finishRange(first, last int, lo, hi day) (f fig, next int, ok, claimed bool) {
	f, next, ok, claimed = p.finishDate(first, last, lo)
	f.Hi = hi.iso()
	if ok && !(f.Rule == "date.resolve") {
		f.Rule = "date.range"
	}
	if p.is(f.first-1, "between") && f.first-1 >= p.floor {
		f.first--
	}
	return
}

// hedgeDate gives a date the few modifiers that dates take: about, around.
func (f *fig) hedgeDate(p *parser) {
	if p.isAny(f.first-1, "about", "around", "circa", "c") && f.first-1 >= p.floor {
		f.first--
		f.Modifier = About
	}
}

var monthDays = [...]int{31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func daysIn(d day) int { return monthDays[d.month] }

// weekdayDate reads a weekday, alone or with the date behind it.
func (p *parser) weekdayDate(i int) (f fig, next int, ok, claimed bool) {
	it := p.at(i)
	if n := p.at(i + 1); n.kind == iWord && n.capital && !it.poss && !n.w.is(fMonth|fWeekday|fZone) && !p.shouting && n.w.s != "night" && !p.at(i-1).w.is(fPrep|fReport|fMod|fPast|fAdv) && !p.isAny(i-1, "last", "next", "this", "early", "late") && p.is(i-1, "the") {
		return f, i + 1, false, true // the Sunday Courier
	}
	// Monday, June 2 and Monday 2 June are read from the month or the day
	k := i + 1
	if p.mark(k, ',') {
		k++
	}
	if p.is(k, "the") && p.at(k+1).kind == iNum {
		k++
	}
	if p.at(k).w.is(fMonth) && p.at(k).capital && p.monthHere(k) {
		if f, next, ok, claimed = p.monthDate(k); claimed && ok && f.first <= i {
			return
		}
	} else if p.at(k).kind == iNum && k > i {
		if f, next, ok, claimed = p.numberDate(k); claimed && ok && f.first <= i && f.Kind == Date {
			return
		}
	}
	f = fig{first: i, last: i + 1, num: i}
	f.Kind, f.Rule = Date, "date.weekday"
	// Monday to Friday, Monday-Friday
	return f, i + 1, true, true
}

// published is the reference day: the document's, or the dateline's.
func (p *parser) published() time.Time { return p.ctx.Published }
