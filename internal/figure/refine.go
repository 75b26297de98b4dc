package figure

import (
	"strings"
	"time"
)

// refine gives the figures what their sentence tells: resolved dates, units
// carried over, rates, nouns and events.
func (p *parser) refine() {
	p.assignSentences()
	p.resolveDates()
	p.currencies()
	p.elided()
	p.points()
	p.rates()
	p.nouns()
	p.eventsOf()
	p.details()
}

// assignSentences numbers the sentence of each figure.
func (p *parser) assignSentences() {
	s := 0
	for i := range p.figs {
		f := &p.figs[i]
		for s+1 < len(p.sentences) && p.sentences[s+1].Start <= f.Start {
			s++
		}
		f.Sentence, f.sentence = s, s
	}
}

// clauseEnd marks the items between which a figure's context is looked for:
// sentence ends and paragraph ends.
func (p *parser) stop(k int) bool {
	it := p.at(k)
	if it.kind == iEnd {
		return true
	}
	return it.kind == iPunct && (it.mark == '.' || it.mark == '!' || it.mark == '?') && (p.at(k+1).gap || p.at(k+1).kind == iEnd || p.mark(k+1, '"'))
}

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
func (p *parser) weekday(f *fig, wd time.Weekday, ref time.Time) time.Time {
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
func (p *parser) resolveYear(f *fig, iso string, ref time.Time) string {
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
func (p *parser) yearBehind(f *fig) int {
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

// tense is what the verbs of a clause say of its time.
type tense uint8

const (
	unclear tense = iota
	past
	future
)

// tenseAt is the tense at a date that begins at item i: that of the nearest
// verb before it in its sentence, else of the first behind it.
func (p *parser) tenseAt(i int) tense {
	const reach = 40
	// ahead of Friday's vote; due on Friday; scheduled for Friday
	for k := i - 1; k > i-5; k-- {
		if p.stop(k) {
			break
		}
		if p.isAny(k, "ahead", "due", "scheduled", "slated", "until", "deadline", "expires", "expiring", "till") {
			if p.is(k, "until") || p.is(k, "till") {
				continue
			}
			return future
		}
	}
	for k := i - 1; k > i-reach; k-- {
		if p.stop(k) || p.mark(k, ';') || p.mark(k, ':') {
			break
		}
		it := p.at(k)
		if it.kind != iWord {
			continue
		}
		if t := p.verbTense(k); t != unclear {
			if t == future && it.w.is(fPresent|fRise) && !it.w.is(fModal) && !p.modalBefore(k) && p.pastBefore(k) {
				return past // let them go on Tuesday
			}
			return t
		}
	}
	for k := i + 1; k < i+reach; k++ {
		if p.stop(k) {
			break
		}
		if p.at(k).kind != iWord {
			continue
		}
		if t := p.verbTense(k); t != unclear {
			return t
		}
	}
	return unclear
}

// pastBefore reports whether a past tense stands before k in its clause.
func (p *parser) pastBefore(k int) bool {
	for j := k - 1; j > k-8; j-- {
		it := p.at(j)
		if it.kind != iWord && !(it.kind == iNum) || it.w.is(fConj) || p.isAny(j, "that", "who", "which", "said", "says") {
			return false
		}
		if it.w.is(fPast) && p.verbTense(j) == past {
			return true
		}
	}
	return false
}

// verbTense is the tense that the word at k shows, or unclear.
func (p *parser) verbTense(k int) tense {
	it := p.at(k)
	w := it.w
	switch {
	case it.capital && !it.first:
		return unclear
	case w.is(fModal) && !p.isAny(k, "may") || p.isAny(k, "may") && !it.capital:
		if p.isAny(k, "could", "would") && p.is(k+1, "have") {
			return past
		}
		return future
	case p.isAny(k, "due", "scheduled", "planned", "slated", "expected", "expects", "expect", "forecast", "upcoming", "forthcoming", "planning", "set"):
		if p.is(k, "set") && !p.is(k+1, "to") && !p.is(k+1, "for") {
			return past
		}
		if p.isAny(k, "planned", "scheduled", "expected", "forecast") && p.isAny(k-1, "had") {
			return past
		}
		return future
	case p.isAny(k, "is", "are") && (p.isAny(k+1, "to", "due", "expected", "set", "scheduled", "planned")):
		return future
	case w.is(fPast|fPresent|fVerb) && p.modalBefore(k):
		return future
	case w.is(fPast) && (p.at(k-1).w.is(fArticle) || p.isAny(k-1, "the", "its", "of", "his", "their", "this", "per", "in", "to")) && !w.is(fAux):
		return unclear // a split, the cost
	case w.is(fPast):
		return past
	case p.isAny(k, "to") && (p.at(k+1).w.is(fPresent|fVerb) || p.isAny(k+1, "be", "vote", "meet", "hold", "begin", "start", "attend", "join", "play", "visit", "open", "take")):
		return future
	case w.is(fRise) && len(w.s) > 3 && w.s[len(w.s)-1] == 's' && p.presentVerb(k) && (p.at(k+1).kind != iWord || p.seed(k+1)):
		return future // the fare rises 15p from Sunday
	case w.is(fPresent) && p.presentVerb(k):
		return future
	case p.isAny(k, "has", "have", "been"):
		return past
	case strings.HasSuffix(p.lower(k), "ed") && len(p.lower(k)) > 4:
		return past
	}
	return unclear
}

// modalBefore reports whether will or another modal governs the verb at k.
func (p *parser) modalBefore(k int) bool {
	for j := k - 1; j > k-4; j-- {
		w := p.at(j).w
		if w.is(fModal) && !(p.at(j).capital && !p.at(j).first) {
			return !p.isAny(j, "could", "would") || !p.is(j+1, "have")
		}
		if !w.is(fAdv) {
			return false
		}
	}
	return false
}

// presentVerb tells a verb from the noun that it looks like (votes, plans).
func (p *parser) presentVerb(k int) bool {
	prev := p.at(k - 1)
	if prev.w.is(fDet|fPrep|fCard) || prev.kind == iNum || prev.kind == iPunct && !(prev.mark == ',' || prev.mark == ')' || prev.mark == '"') && prev.mark != '.' {
		return p.isAny(k, "expect") && p.at(k).first
	}
	n := p.at(k + 1)
	return n.kind == iWord && n.w.is(fPrep|fDet|fAdv) || n.w.is(fWeekday) || n.kind == iPunct && p.at(k).w.s[len(p.at(k).w.s)-1] == 's' || p.isAny(k-1, "which", "who", "that", "and") || n.kind == iWord && p.at(k).w.s[len(p.at(k).w.s)-1] == 's' && !prev.w.is(fAdj)
}

// currencies gives names of money without a country (pesos, crowns) the code
// of a country in sight, and earlier amounts the code of a later full name.
func (p *parser) currencies() {
	var codes map[string]string // by name of money, so that the text is searched once a name
	for i := range p.figs {
		f := &p.figs[i]
		if f.Kind != Money || f.cur == nil || f.cur.minor {
			continue
		}
		if f.cur.group == "rupee" && f.Unit == "INR" && !f.lakh {
			f.Unit = ""
		}
		if f.cur.group == "rupee" && f.Unit == "" && f.lakh {
			f.Unit = "INR"
			continue
		}
		if f.Unit != "" {
			continue
		}
		if codes == nil {
			codes = map[string]string{}
		}
		code, known := codes[f.cur.group]
		if !known {
			for _, other := range p.figs {
				if other.cur != nil && other.cur.group == f.cur.group && other.Unit != "" {
					code = other.Unit
					break
				}
			}
			if code == "" {
				code = p.countryCode(f.cur)
			}
			codes[f.cur.group] = code
		}
		f.Unit = code
	}
}

// countryCode is the code of the one country in the text whose money has the
// name, or "".
func (p *parser) countryCode(c *currencyWord) string {
	if len(c.byCue) == 0 {
		return ""
	}
	code := ""
	for k := 1; k < len(p.items)-1; k++ {
		w := p.items[k].w
		if !w.is(fCue) || len(w.cues) == 0 || !p.items[k].capital {
			continue
		}
		for _, cu := range w.cues {
			got, ok := c.byCue[cu.name]
			if !ok || p.matchWords(k, cu.words) == 0 {
				continue
			}
			if code != "" && code != got {
				return ""
			}
			code = got
		}
	}
	return code
}

// elided carries unit and kind over to a bare number that stands against the
// figure before it: "to 42 cents from 38", "three years, not five".
func (p *parser) elided() {
	for i := range p.figs {
		f := &p.figs[i]
		if !f.bare || f.Kind != Count || f.hyphen {
			continue
		}
		if p.mark(f.last, '(') == false && p.at(f.last).kind == iWord && p.nounFollows(f.last) && p.nounPhraseHere(f.last) && !p.isAny(f.last, "less", "more", "lower", "higher", "fewer", "below", "above") {
			continue
		}
		if i+1 < len(p.figs) && p.unitBehind(f, &p.figs[i+1]) {
			continue
		}
		lead := p.elisionLead(f)
		if lead == "" {
			continue
		}
		for j := i - 1; j >= 0 && j > i-5; j-- {
			g := &p.figs[j]
			if g.sentence != f.sentence {
				break
			}
			if g.Kind == Date || g.Kind == Time || g.Kind == Ordinal || g.Kind == Age || g.Kind == Score || g.Kind == Fraction || g.Kind == Multiple {
				continue
			}
			if g.Kind == Count {
				break
			}
			if j > 0 && p.mark(g.first-1, '(') && p.figs[j-1].Kind == g.Kind && g.first-p.figs[j-1].last <= 1 {
				continue // a conversion in brackets
			}
			if lead == "money" && g.Kind != Money && !(g.Kind == Percent && p.at(f.first-1).poss) {
				continue
			}
			if lead == "change" && !p.changePartner(g, f) {
				continue
			}
			if g.Kind == Percent && f.mag || g.Kind == Point && lead != "change" {
				continue
			}
			if g.Kind == Money && !f.mag && !(f.style&(stylePoint|styleGrouped) != 0) && g.mag {
				continue
			}
			f.Kind, f.Unit, f.cur, f.bare = g.Kind, g.Unit, g.cur, false
			f.Per = g.Per
			f.Rule += ".elided"
			break
		}
	}
}

// unitBehind lends a bare number the unit of the figure right behind "from" or
// "to": "narrowed to 3.0 from 3.6 per cent".
func (p *parser) unitBehind(f, g *fig) bool {
	if !p.isAny(f.first-1, "to", "from") || !p.isAny(f.last, "from", "to") || g.first != f.last+1 || g.bare || f.mag {
		return false
	}
	switch g.Kind {
	case Percent, Point, Measure, Duration:
		f.Kind, f.Unit, f.bare = g.Kind, g.Unit, false
		f.Rule += ".elided"
		return true
	}
	return false
}

// elisionLead tells why a bare number may take the unit of the figure before:
// "change" for from and to, "contrast" for not, against, versus; "money" for a
// loss of, a close of.
func (p *parser) elisionLead(f *fig) string {
	k := f.first - 1
	switch {
	case p.isAny(k, "from", "to"):
		return "change"
	case p.isAny(k, "not", "against", "versus", "vs", "with", "or", "than"):
		if p.is(k, "with") && !p.isAny(k-1, "compared", "compares", "comparing") {
			return ""
		}
		if p.is(k, "or") {
			return ""
		}
		return "contrast"
	case p.isAny(k, "of") && p.isAny(k-1, "loss", "profit", "close", "price", "deficit", "surplus", "earnings", "income", "revenue", "sales", "cost", "bid", "offer", "high", "low", "value", "peak", "deficits", "turnover", "forecast", "forecasts", "estimate", "estimates", "target"):
		return "money"
	case p.isAny(k, "at") && f.style&stylePoint != 0 && p.isAny(k-1, "closed", "traded", "trading", "ended", "shares", "opened"):
		return "money"
	case f.mag, p.at(k).poss && f.style&stylePoint != 0:
		return "money"
	}
	return ""
}

// changePartner reports whether g and f are the ends of one change: "from 9
// points to 3.5", "to 2.5 hours from about four".
func (p *parser) changePartner(g, f *fig) bool {
	if p.is(f.first-1, "to") {
		return p.is(g.first-1, "from") && f.first-g.last <= 3
	}
	prev := p.at(g.first - 1)
	return f.first-g.last <= 3 || (p.isAny(g.first-1, "to", "at", "by", "of", "was") || prev.w.is(fRise|fPast)) && f.first-g.last <= 14
}

// nounPhraseHere reports whether a counted noun stands at k, not a verb or an
// adverb that the tables know.
func (p *parser) nounPhraseHere(k int) bool {
	return !p.at(k).w.is(fPrep|fConj|fAux|fModal|fPast|fAdv|fPron|fDet|fVerb|fReport|fRise) && p.lower(k) != "earlier"
}

// points decides whether "points" are percentage points, or of an index or a
// game.
func (p *parser) points() {
	for i := range p.figs {
		f := &p.figs[i]
		if f.Kind != Point || f.Unit != "point" {
			continue
		}
		poll, index := 0, 0
		for k := f.first - 1; k > f.first-25 && !p.stop(k); k-- {
			if p.at(k).w.is(fPoll) {
				poll++
			}
			if p.at(k).w.is(fIndex) {
				index++
			}
		}
		for k := f.last; k < f.last+20 && !p.stop(k); k++ {
			if p.at(k).w.is(fPoll) {
				poll++
			}
			if p.at(k).w.is(fIndex) {
				index++
			}
			if p.mark(k, '%') {
				poll++
			}
		}
		small := f.hiv.cmp(whole(60)) < 0
		half := f.style&styleFrac != 0 || f.Rule == "fraction" || f.lov.cmp(whole(1)) < 0
		if p.is(f.last-1, "point") && f.hyphen && !p.isAny(f.last+1, "lead", "margin", "advantage", "gap", "swing", "rise", "cut", "increase", "drop", "fall", "deficit") {
			poll = 0
		}
		if p.isAny(f.last, "behind", "clear", "adrift") && poll == 0 {
			small = false
		}
		if small && index == 0 && poll > 0 || half && index == 0 && small || poll > index+1 && small {
			f.Unit = "percentage point"
			continue
		}
		f.Kind, f.Unit, f.Rule = Count, "", "count.points"
		f.Noun = "points"
		f.Text = p.text[f.Start:f.End]
		// the counted noun is no part of the text
		k := f.last - 1
		if p.isAny(k, "point", "points", "pts", "pt") {
			f.Noun = p.lower(k)
			f.last = k
			if p.mark(k-1, '-') && p.glued(k) {
				f.last = k - 1
			}
			if f.last > f.first {
				f.End = int(p.items[f.last-1].end)
				f.Text = p.text[f.Start:f.End]
			}
		}
	}
}

// rates reads "a share", "per week", "an hour", "every day", "per 100,000
// residents" behind figures.
func (p *parser) rates() {
	for i := range p.figs {
		f := &p.figs[i]
		if f.Kind == Date || f.Kind == Time || f.Kind == Ordinal || f.Kind == Age || f.Kind == Score || f.Kind == Multiple {
			continue
		}
		k := f.last
		if f.Kind == Count || f.Kind == Fraction || f.Kind == Percent || f.Kind == Measure {
			k = p.pastNoun(f)
		}
		f.Per = p.perAt(k, f)
		if f.Per == "" && f.Kind == Count {
			f.Per = p.eachUnit(i)
		}
		for j := max(0, i-4); j < i && f.Per != ""; j++ {
			if strings.HasPrefix(p.figs[j].Per, f.Per+" ") {
				f.Per = p.figs[j].Per // against 1.1 per 100,000
			}
		}
	}
	// a rate said once serves both amounts of a change, and a conversion
	for i := range p.figs {
		f := &p.figs[i]
		if f.Per == "" {
			continue
		}
		if i > 0 {
			g := &p.figs[i-1]
			if g.Per == "" && g.sentence == f.sentence && g.Kind == f.Kind && f.Kind == Money && f.first-g.last <= 3 && g.Unit == f.Unit && p.isAny(f.first-1, "to", "from") {
				g.Per = f.Per
			}
		}
		for j := i + 1; j < len(p.figs) && j < i+3; j++ {
			g := &p.figs[j]
			if g.Per == "" && g.sentence == f.sentence && g.Kind == f.Kind && g.Unit == f.Unit && p.isAny(g.first-1, "from", "to", "against", "than") && f.Kind == Money {
				g.Per = f.Per
			}
		}
	}
	for i := 1; i < len(p.figs); i++ {
		g, f := &p.figs[i-1], &p.figs[i]
		if p.mark(f.first-1, '(') && p.mark(f.last, ')') && f.first-g.last == 1 && f.Kind == g.Kind {
			if per := p.perAt(f.last+1, f); per != "" && f.Per == "" {
				f.Per = per
				if g.Per == "" {
					g.Per = per
				}
			} else if g.Per != "" && f.Per == "" {
				f.Per = g.Per
			}
		}
	}
	// the number inside "per 100,000 residents" is no figure of its own
	out := p.figs[:0]
	for i := range p.figs {
		f := p.figs[i]
		if f.Kind == Count && p.isAny(f.first-1, "per") && len(out) > 0 && out[len(out)-1].Per != "" && out[len(out)-1].sentence == f.sentence {
			continue
		}
		out = append(out, f)
	}
	p.figs = out
}

// eachUnit reads "every day", "each hour" at the end of a count's clause.
func (p *parser) eachUnit(i int) string {
	f := &p.figs[i]
	for k := f.last; k < f.last+12; k++ {
		it := p.at(k)
		if it.kind == iPunct && it.mark != '-' || it.kind == iEnd || i+1 < len(p.figs) && p.figs[i+1].first == k || it.w.is(fConj) {
			return ""
		}
		if p.isAny(k, "every", "each") && p.at(k+1).w.unit != nil && p.at(k+1).w.unit.kind == Duration {
			return p.singular(k + 1)
		}
	}
	return ""
}

// pastNoun is the item behind the figure's noun phrase (or "of output").
func (p *parser) pastNoun(f *fig) int {
	k := f.last
	if f.Kind == Measure || f.Kind == Percent || f.Kind == Fraction {
		if p.is(k, "of") && p.at(k+1).kind == iWord && !p.at(k+1).w.is(fDet) {
			return k + 2
		}
		return k
	}
	for n := 0; n < 5; n++ {
		it := p.at(k)
		if it.kind != iWord || it.w.is(fPrep|fConj|fAux|fModal|fPast|fDet) {
			break
		}
		k++
		if p.plural(k-1) && !it.w.is(fAttr) {
			break
		}
	}
	return k
}

// perAt is the rate said at item k, or "".
func (p *parser) perAt(k int, f *fig) string {
	switch {
	case p.is(k, "per"):
		if p.is(k+1, "cent") {
			return ""
		}
		if p.is(k+1, "annum") {
			return "year"
		}
		if p.is(k+1, "capita") || p.is(k+1, "head") {
			return "person"
		}
		if p.at(k+1).kind == iNum || p.at(k+1).w.is(fCard|fMag) {
			if n, ok := p.number(k + 1); ok {
				j := n.last
				for j < n.last+3 && p.nounFollows(j) && p.at(j).kind == iWord && !p.at(j).w.is(fPast|fVerb) {
					j++
					if p.plural(j - 1) {
						break
					}
				}
				return p.text[p.at(k+1).start:p.at(j-1).end]
			}
		}
		if p.at(k+1).kind == iWord {
			return p.singular(k + 1)
		}
	case p.mark(k, '/') && p.glued(k+1) && p.at(k+1).kind == iWord:
		return p.singular(k + 1)
	case p.at(k).w.is(fArticle) || p.isAny(k, "each", "every"):
		w := p.at(k + 1).w
		if p.at(k+1).kind != iWord || p.isAny(k+2, "ago", "earlier", "later", "before", "after", "previously", "old") || p.is(k+2, "from") && p.is(k+3, "now") {
			return ""
		}
		if w.unit != nil && (w.unit.kind == Duration || f.Kind == Money && w.unit.kind == Measure) || p.isAny(k+1, "share", "head", "person", "barrel", "tonne", "ton", "night", "litre", "gallon", "ounce", "pound", "bushel", "unit", "ticket", "pupil", "student", "household", "game", "match", "shift", "season", "month", "piece", "bottle", "vote", "kilo") && (f.Kind == Money || p.isAny(k+1, "night", "game", "match", "season", "head", "shift", "person")) {
			if p.is(k+1, "head") {
				return "person"
			}
			return p.singular(k + 1)
		}
	case p.isAny(k, "annually", "yearly"):
		return "year"
	case p.isAny(k, "monthly"):
		return "month"
	case p.isAny(k, "weekly"):
		return "week"
	case p.isAny(k, "daily"):
		return "day"
	case p.isAny(k, "hourly"):
		return "hour"
	case p.isAny(k, "bpd") || p.is(k, "b") && p.mark(k+1, '/') && p.is(k+2, "d"):
		return "day"
	}
	return ""
}

// singular is the word at k in lower case, units by their name.
func (p *parser) singular(k int) string {
	if u := p.at(k).w.unit; u != nil && u.kind == Duration {
		return u.code
	}
	return p.lower(k)
}
