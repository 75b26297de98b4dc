package figure

import "strconv"

// A day in the making: year 0 where unsaid, month 0 where unsaid, day 0.
type day struct{ year, month, day int }

// iso writes the day as precisely as it is stated.
func (d day) iso() string {
	var buf [16]byte
	b := append(buf[:0], '-')
	if d.year > 0 {
		b = appendPadded(buf[:0], d.year, 4)
	}
	if d.month != 0 {
		b = appendPadded(append(b, '-'), d.month, 2)
		if d.day != 0 {
			b = appendPadded(append(b, '-'), d.day, 2)
		}
	}
	return string(b)
}

// appendPadded writes n ≥ 0 with zeros in front, to at least width digits.
func appendPadded(b []byte, n, width int) []byte {
	for p := 10; width > 1; width, p = width-1, p*10 {
		if n < p {
			return strconv.AppendInt(append(b, "000000"[:width-1]...), int64(n), 10)
		}
	}
	return strconv.AppendInt(b, int64(n), 10)
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
	if p.enumerator(k) {
		return p.finishDate(i, i+1, d) // the number of the next line
	}
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
		// between May 2023 and August 2024, from March 2016 to October 2021
		if (p.is(k, "and") && p.is(i-1, "between") || p.is(k, "to") || p.mark(k, '-')) && p.at(k+1).w.is(fMonth) && p.at(k+1).capital && p.year(k+2) >= y {
			hi := day{year: p.year(k + 2), month: int(p.at(k + 1).w.n)}
			if hi.iso() > d.iso() {
				return p.finishRange(i, k+3, d, hi)
			}
		}
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
	if it.kind != iWord || p.at(k-1).kind != iNum {
		return false
	}
	if u := it.w.unit; u != nil && u.kind == Duration && n > 1 && it.gap && it.w.s == u.code {
		return false // in the March 16 week
	}
	return it.w.is(fPerson|fMag) || it.w.unit != nil && !(it.w.unit.whole && it.gap)
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
	if f, next, ok := p.secondDay(i); ok {
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

// secondDay reads the 26 of "April 12 and 26", a day of the month just named.
func (p *parser) secondDay(i int) (f fig, next int, ok bool) {
	if len(p.figs) == 0 || p.small(i) < 2 || p.small(i) > 31 {
		return
	}
	g := &p.figs[len(p.figs)-1]
	joined := p.isAny(i-1, "and", "or") || p.mark(i-1, '/') && p.glued(i) || p.mark(i-1, ',')
	if g.Kind != Date || g.last != i-1 || !joined || g.Lo != g.Hi || len(g.Lo) < 6 || !p.at(g.last-2).w.is(fMonth) || p.at(g.last-1).kind != iNum {
		return
	}
	first, k := p.small(g.last-1), i+1
	if p.small(i) <= first || first > 31 || !p.bareBehind(k) || p.isAny(k, "of", "out", "in") && !p.mark(i-1, '/') {
		return
	}
	f, next, ok, _ = p.finishDate(i, k, day{month: int(p.at(g.last - 2).w.n), day: int(p.small(i))})
	return f, next, ok
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
