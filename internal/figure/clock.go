package figure

import "fmt"

// clock reads times: 6 p.m., 18:00, 0640 GMT, 11.05am BST, half past two,
// noon; and stopwatch times (2:21:07) as durations.
func (p *parser) clock(i int) (f fig, next int, ok, claimed bool) {
	it := p.at(i)
	if it.kind == iWord && it.w.is(fClock) {
		if it.poss || p.mark(i+1, '-') && p.glued(i+1) || it.capital && p.at(i+1).capital && !it.first {
			return f, i + 1, false, true
		}
		return p.finishClock(i, i+1, int(it.w.n), -1)
	}
	if it.kind == iWord && it.w.s == "half" && p.is(i+1, "past") || it.kind == iWord && it.w.s == "quarter" && p.isAny(i+1, "past", "to") {
		return p.pastHour(i)
	}
	if f, next, ok = p.stopwatch(i); ok {
		return f, next, ok, true
	}
	t, good := p.timeAt(i)
	if !good {
		// 9-11am, between 1 and 5 a.m.: the half day is said behind the second
		if h, m, k, ok := p.hourMinute(i); ok {
			join := p.mark(k, '-') && p.glued(k) == p.glued(k+1) || p.is(k, "to") || p.isAny(k, "and", "to") && p.is(i-1, "between") || p.is(k, "until") || p.is(k, "or")
			if join {
				if t2, good := p.timeAt(k + 1); good && t2.half != 0 && h <= 12 && p.at(i-1).kind != iSign && !p.is(k, "or") {
					t = timeOf{h, m, t2.half, k, false}
					if t.minutes() >= t2.minutes() && t2.half == 'p' {
						t.half = 'a'
					}
					return p.finishClock(i, t2.last, t.minutes(), t2.minutes())
				}
			}
		}
		return
	}
	k := t.last
	if p.mark(k, '-') && p.glued(k) == p.glued(k+1) || p.is(k, "to") || p.is(k, "and") && p.is(i-1, "between") {
		if t2, good := p.timeAt(k + 1); good && !(p.is(k, "to") && p.changeBefore(i-2) && p.is(i-1, "from")) {
			return p.finishClock(i, t2.last, t.minutes(), t2.minutes())
		}
	}
	return p.finishClock(i, t.last, t.minutes(), -1)
}

// timeOf is a clock time as read.
type timeOf struct {
	hour, minute int
	half         byte // 'a', 'p' or 0
	last         int
	zone         bool
}

func (t timeOf) minutes() int {
	h := t.hour
	switch {
	case t.half == 'p' && h < 12:
		h += 12
	case t.half == 'a' && h == 12:
		h = 0
	}
	return h%24*60 + t.minute
}

// hourMinute reads the digits (or the word) of a time.
func (p *parser) hourMinute(i int) (h, m, last int, ok bool) {
	it := p.at(i)
	if it.kind == iWord && it.w.is(fCard) && it.w.n >= 1 && it.w.n <= 12 {
		m, last = 0, i+1
		if w := p.at(i + 1).w; w.is(fCard) && w.n >= 10 && w.n < 60 && !p.at(i+1).capital {
			m, last = int(w.n), i+2
		}
		return int(it.w.n), m, last, true
	}
	if it.kind != iNum || p.at(i-1).kind == iSign && p.glued(i) {
		return
	}
	s := p.str(i)
	switch {
	case len(s) <= 2:
		h = int(p.small(i))
		last = i + 1
		if p.mark(last, ':') && p.glued(last) && p.glued(last+1) && p.at(last+1).kind == iNum && len(p.str(last+1)) == 2 {
			m = int(p.small(last + 1))
			last += 2
		}
	case len(s) == 4 && s[1] == '.' && isDigit(s[0]): // 4.10
		h, m, last = int(s[0]-'0'), int(s[2]-'0')*10+int(s[3]-'0'), i+1
		if !isDigit(s[2]) || !isDigit(s[3]) {
			return 0, 0, 0, false
		}
	case len(s) == 5 && s[2] == '.' && isDigit(s[0]) && isDigit(s[1]):
		h, m, last = int(s[0]-'0')*10+int(s[1]-'0'), int(s[3]-'0')*10+int(s[4]-'0'), i+1
	case len(s) == 4 && p.small(i) >= 0:
		n := int(p.small(i))
		h, m, last = n/100, n%100, i+1
	default:
		return 0, 0, 0, false
	}
	return h, m, last, h >= 0 && h <= 24 && m >= 0 && m < 60
}

// timeAt reads one time with what makes it one: a half day, a zone, a colon.
func (p *parser) timeAt(i int) (t timeOf, ok bool) {
	h, m, k, ok := p.hourMinute(i)
	if !ok {
		return t, false
	}
	t = timeOf{hour: h, minute: m, last: k}
	s := p.str(i)
	colon := k == i+3 && p.mark(i+1, ':')
	four := p.at(i).kind == iNum && len(s) == 4 && isDigit(s[1])
	switch {
	case p.isAny(k, "a.m", "am") && h <= 12 && h > 0 && !four && (p.at(k).w.s != "am" || p.at(i).kind == iNum):
		t.half = 'a'
		t.last = k + 1
	case p.isAny(k, "p.m", "pm") && h <= 12 && h > 0 && !four:
		t.half = 'p'
		t.last = k + 1
	case p.is(k, "o'clock") && h <= 12:
		t.last = k + 1
		t.half = p.dayPart(t.last)
		ok = true
		return t, true
	case p.isAny(k, "noon", "midnight") && h == 12 && p.at(i).kind == iNum:
		t.last = k + 1
		if p.is(k, "midnight") {
			t.hour = 0
		}
		return t, true
	case m == 0 && h >= 1 && h <= 12 && !four && p.dayPartOf(k) != 0 && p.isAny(i-1, "at", "by", "about", "around", "after", "before", "until", "till", "since", "past", "from", "than"):
		t.half = p.dayPartOf(k)
		return t, true
	case p.at(i).kind == iWord:
		return t, false
	}
	if p.zoneAt(t.last) {
		t.last++
		t.zone = true
	} else if p.isAny(t.last, "eastern", "pacific", "central", "mountain") && t.half != 0 && p.at(t.last).capital {
		t.last++
		if p.is(t.last, "time") {
			t.last++
		}
	}
	if t.half != 0 {
		return t, true
	}
	if t.zone {
		return t, true
	}
	if four && p.isAny(k, "hours", "hrs") && (s[0] == '0' || p.isAny(i-1, "at", "by", "from", "until", "around", "about")) {
		t.last = k + 1
		return t, true
	}
	if four && s[0] == '0' && p.isAny(i-1, "at", "by", "from", "until", "after", "before", "about", "around") && (p.isAny(k, "on", "today", "yesterday", "tomorrow", "this", "when", "and") || p.at(k).w.is(fWeekday) || p.closes(k)) {
		return t, true
	}
	if four && p.isAny(k, "local") && p.is(k+1, "time") {
		return t, true
	}
	if colon && !(p.mark(k, '.') && p.at(k+1).kind == iNum) {
		return t, true
	}
	if len(s) >= 4 && !four && !colon && p.isAny(i-1, "at") && (p.isAny(k, "on", "local", "when", "yesterday", "today") || p.at(k).w.is(fWeekday)) && m%5 == 0 && h < 24 {
		return t, true
	}
	return t, false
}

// zoneAt reports whether a time zone stands at k, in capitals.
func (p *parser) zoneAt(k int) bool {
	it := p.at(k)
	return it.kind == iWord && it.w.is(fZone) && it.capital && p.str(k) != "Wat" && p.str(k) != "West" && p.str(k) != "Cat" && p.str(k) != "Eat" && p.str(k) != "Wet" && p.str(k) != "Est"
}

// dayPartOf is the half of the day said in words right behind an hour: "four
// in the afternoon", "six on Sunday evening".
func (p *parser) dayPartOf(k int) byte {
	if p.is(k, "in") && p.is(k+1, "the") {
		return p.dayPart(k)
	}
	if p.is(k, "on") && p.at(k+1).w.is(fWeekday) {
		return p.dayPart(k + 1)
	}
	if p.isAny(k, "this", "that", "yesterday", "tomorrow") || p.at(k).w.is(fWeekday) {
		switch {
		case p.is(k+1, "morning"):
			return 'a'
		case p.isAny(k+1, "afternoon", "evening", "night"):
			return 'p'
		}
	}
	return 0
}

// dayPart tells the half of the day from "in the evening" behind a time.
func (p *parser) dayPart(k int) byte {
	if p.isAny(k, "in") && p.is(k+1, "the") {
		k += 2
	} else if p.is(k, "at") || p.is(k, "this") || p.at(k).w.is(fWeekday) {
		k++
	}
	switch {
	case p.is(k, "morning"):
		return 'a'
	case p.isAny(k, "afternoon", "evening", "night"):
		return 'p'
	}
	return 0
}

// pastHour reads half past two, quarter to nine.
func (p *parser) pastHour(i int) (f fig, next int, ok, claimed bool) {
	h, m, k, good := p.hourMinute(i + 2)
	if !good || m != 0 || h > 12 {
		return
	}
	min := h * 60
	switch {
	case p.is(i, "half"):
		min += 30
	case p.is(i+1, "past"):
		min += 15
	default:
		min -= 15
	}
	if p.is(k, "o'clock") {
		k++
	}
	if p.isAny(k, "a.m", "am", "p.m", "pm") {
		if p.isAny(k, "p.m", "pm") && h < 12 {
			min += 12 * 60
		}
		k++
	} else if p.dayPart(k) == 'p' && h < 12 {
		min += 12 * 60
	}
	first := i
	if p.is(i, "quarter") && p.at(i-1).w.is(fArticle) && i-1 >= p.floor {
		first = i - 1
	}
	return p.finishClock(first, k, (min+1440)%1440, -1)
}

// stopwatch reads 2:21:07 and, behind "in" or "of", 3:45.2.
func (p *parser) stopwatch(i int) (f fig, next int, ok bool) {
	if p.at(i).kind != iNum || !p.mark(i+1, ':') || !p.glued(i+1) || !p.glued(i+2) || p.at(i+2).kind != iNum {
		return
	}
	h := p.small(i)
	if h < 0 {
		return
	}
	k := i + 2
	total := whole(h)
	if p.mark(i+3, ':') && p.glued(i+3) && p.at(i+4).kind == iNum && p.glued(i+4) {
		m := p.small(i + 2)
		if m < 0 || m > 59 {
			return
		}
		total = whole(h*60 + m)
		k = i + 4
		if p.zoneAt(k+1) || p.isAny(k+1, "am", "pm", "a.m", "p.m") {
			return
		}
	} else if s := p.str(k); len(s) < 4 || s[2] != '.' {
		// minutes and seconds only where a race is timed
		if len(s) != 2 || !p.isAny(i-1, "in", "of", "clocked") || !p.timed(i) {
			return
		}
	}
	sec, style, good := parseDigits(p.str(k), false)
	if !good || style&styleGrouped != 0 || sec.cmp(whole(60)) >= 0 {
		return
	}
	t, ok1 := total.mul(60)
	if !ok1 {
		return
	}
	if sec.coef > 0 {
		if t, ok1 = t.add(sec); !ok1 {
			return
		}
	}
	f = fig{first: i, last: k + 1, num: i}
	f.values(t, t)
	f.Kind, f.Unit, f.Rule = Duration, "second", "duration.stopwatch"
	p.hedge(&f)
	return f, k + 1, true
}

// timed reports whether the words before i are of a race or a record.
func (p *parser) timed(i int) bool {
	if p.is(i-1, "clocked") {
		return true
	}
	for j := i - 1; j > i-12; j-- {
		if p.isAny(j, "time", "won", "finished", "record", "clocked", "ran", "race", "mile", "marathon", "metres", "meters", "swam", "beat", "crossed", "m", "lap", "freestyle", "run", "best") {
			return !p.isAny(i-1, "of") || p.is(i-2, "time") || p.is(i-2, "best") || p.is(i-2, "record")
		}
	}
	return false
}

func (p *parser) finishClock(first, last, lo, hi int) (f fig, next int, ok, claimed bool) {
	f = fig{first: first, last: last, num: first}
	f.Lo = fmt.Sprintf("%02d:%02d", lo/60, lo%60)
	f.Hi = f.Lo
	if hi >= 0 {
		f.Hi = fmt.Sprintf("%02d:%02d", hi/60, hi%60)
	}
	f.Kind, f.Rule = Time, "time"
	if p.is(first-1, "between") && hi >= 0 && first-1 >= p.floor {
		f.first--
	}
	if p.isAny(f.first-1, "about", "around", "approximately", "roughly", "circa") && f.first-1 >= p.floor {
		f.first--
		f.Modifier = About
	} else if p.isAny(f.first-1, "nearly", "almost") && f.first-1 >= p.floor {
		f.first--
		f.Modifier = Nearly
	}
	return f, last, true, true
}
