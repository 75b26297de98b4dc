package figure

import "fmt"

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
		if !cue && p.pluralSoon(i+1) && !prev.w.is(fDet) && prev.kind == iWord && !prev.capital && !p.yearly(i+1) {
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

// yearly reports whether what stands at k is said of a year rather than
// counted: 1986 operating revenues, 2023 sales.
func (p *parser) yearly(k int) bool {
	for j := k; j < k+3 && p.at(j).kind == iWord; j++ {
		if p.isAny(j, "sales", "revenues", "earnings", "profits", "results", "figures", "exports", "imports", "elections", "accounts", "estimates", "forecasts", "levels", "prices", "losses", "taxes", "budgets", "fees") {
			return true
		}
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
