package figure

import "strings"

// quantity is a number with its sign, currency and unit.
type quantity struct {
	number
	begin, end int // items, sign and currency included
	kind       Kind
	unit       *unit
	code       string // the currency or the unit
	cur        *currencyWord
	neg        bool
	bare       bool // neither currency nor unit
	hyphen     bool // joined to what follows by a hyphen
	mod        Modifier
	points     bool // "points", whose kind the context decides
	prefix     bool // the currency stood before the number
	signed     bool
}

// quantity reads sign, currency, number, magnitude and unit around the number
// that begins at item i. floor is the first item that it may take.
func (p *parser) quantity(i, floor int) (q quantity, ok bool) {
	q.number, ok = p.number(i)
	if !ok {
		return q, false
	}
	q.begin, q.end = q.first, q.last
	q.bare = true
	q.kind = Count
	p.prefixes(&q, floor)
	if q.letter {
		p.letterMagnitude(&q)
	}
	if q.prefix {
		p.moneyTail(&q)
	} else {
		p.suffixes(&q)
	}
	if q.neg {
		q.lo.neg, q.hi.neg = q.lo.coef != 0, q.hi.coef != 0
	}
	if p.mark(q.end, '-') && p.glued(q.end) && p.glued(q.end+1) && p.at(q.end+1).kind == iWord {
		q.hyphen = true
	}
	return q, true
}

// prefixes takes the currency and the sign before the number.
func (p *parser) prefixes(q *quantity, floor int) {
	k := q.begin - 1
	if k < floor || q.style&styleWords != 0 && p.at(k).kind != iSign {
		if k >= floor && p.isAny(k, "minus", "negative") {
			q.neg, q.begin, q.signed = true, k, true
		}
		return
	}
	it := p.at(k)
	switch {
	case it.kind == iSign:
		s := strings.ToLower(p.str(k))
		code, known := currencySigns[s]
		if !known {
			code = ""
		}
		q.money(code)
		q.begin = k
		// US $5m, Rs. ₹5
		if j := k - 1; j >= floor && s == "$" && !p.glued(q.first) == false && p.isAny(j, "us", "u.s", "hk", "nz", "a", "c", "s") && p.at(j).capital {
			if c := currencySigns[p.lower(j)+"$"]; c != "" && (len(p.str(j)) > 1 || p.glued(k)) {
				q.code = c
				q.begin = j
			}
		}
	case it.kind == iWord && !it.poss && it.end-it.start <= 5:
		s := p.str(k)
		low := strings.ToLower(s)
		switch {
		case isoSet[s] && !(s == "ALL" || s == "COP" || s == "TRY" && !p.glued(q.first)):
			q.money(s)
			q.begin = k
		case (low == "rs" || low == "rs." || low == "rp" || low == "rm" || low == "rmb" || low == "kr" || low == "tk" || low == "dm" || low == "nkr" || low == "skr" || low == "dkr" || low == "sfr" || low == "ksh" || low == "ush" || low == "tsh" || low == "dh" || low == "dhs" || low == "stg" || low == "nis") && it.capital || low == "kr":
			q.money(currencySigns[strings.TrimSuffix(low, ".")])
			q.begin = k
			if low == "rs" || low == "rs." {
				q.cur = p.at(k).w.cur
				q.lakh = q.lakh || true
			}
		case (s == "R" || s == "P") && p.glued(q.first) && q.style&(styleGrouped|stylePoint) != 0, s == "R" && p.glued(q.first) && (q.mag || q.letter):
			q.money(currencySigns[low])
			q.begin = k
		case s == "RMB", low == "euro" && it.capital && false:
			q.money(currencySigns[low])
			q.begin = k
		case low == "minus" || low == "negative":
			q.neg, q.begin, q.signed = true, k, true
			if p.is(k-1, "or") && p.is(k-2, "plus") {
				q.neg, q.begin, q.signed = false, q.first, false
			}
		}
	}
	k = q.begin - 1
	if k < floor {
		return
	}
	switch {
	case q.prefix && p.isAny(k, "minus") && !p.is(k-1, "or"):
		q.neg, q.begin, q.signed = true, k, true
	case p.mark(k, '-') && p.glued(q.begin) && (p.at(k).gap || p.at(k-1).kind == iEnd || p.mark(k-1, '(') || p.mark(k-1, '/')):
		q.neg, q.begin, q.signed = true, k, true
	}
}

func (q *quantity) money(code string) {
	q.kind, q.code, q.bare, q.prefix = Money, code, false, true
}

// letterMagnitude decides a single letter behind the number: m for million
// or metre, b, k, t, and applies it.
func (p *parser) letterMagnitude(q *quantity) {
	k := p.skipHyphen(q.last)
	w := p.at(k).w
	s := p.str(k)
	million := false
	glued := p.glued(k)
	next := k + 1
	switch {
	case q.prefix && (w.s == "m" || w.s == "mm" || w.s == "b" || w.s == "k" || w.s == "t" || w.s == "mil" || w.s == "bil" || w.s == "thou" || w.s == "cr"):
		million = glued || len(s) == 1 && (s == "m" || s == "M" || s == "b" || s == "B") || len(s) > 1
	case p.currencyAt(next) != nil, p.at(next).kind == iSign && p.glued(next) && p.at(next+1).kind != iNum, p.at(next).kind == iWord && isoSet[p.str(next)]:
		million = true
	case w.s == "k":
		million = glued && !p.isAny(next, "run", "race", "runs", "races", "runner", "runners", "course", "fun", "road", "walk", "charity")
	case w.s == "t" || w.s == "cr" || w.s == "thou":
		million = w.s == "cr" && p.at(next).kind == iWord && p.nounFollows(next)
	case w.s == "mil", w.s == "bil":
		million = false
	case s == "b" || s == "B":
		million = glued && (p.nounFollows(next) || q.style&stylePoint != 0)
	case s == "M" && glued && !p.at(next).w.is(fHeight):
		million = true
	case s == "m" || s == "M":
		million = p.millionContext(q, next)
	}
	if !million {
		q.letter = false
		return
	}
	q.lo, q.hi = q.lo.shift(w.mag), q.hi.shift(w.mag)
	q.mag, q.letter = true, false
	q.last, q.end = next, next
	q.style &^= stylePlain4
}

// millionContext tells "1.4m people" and "1m-3m rials" from "142m (466ft)".
func (p *parser) millionContext(q *quantity, next int) bool {
	if n := len(p.figs); n > 0 && p.isAny(q.begin-1, "from", "against", "than", "versus", "vs", "to", "of", "and", "at") {
		g := &p.figs[n-1]
		if (g.Kind == Count || g.Kind == Money) && g.mag && p.is(g.last-1, "m") && q.begin-g.last < 10 {
			return true // 41.2m units, against 38.7m
		}
	}
	for hops := 0; hops < 2; hops++ {
		it := p.at(next)
		switch {
		case p.currencyAt(next) != nil:
			return true
		case it.kind == iWord && (it.w.is(fHeight) || it.w.unit != nil && it.w.cur == nil):
			return false
		case it.kind == iWord && p.isAny(next, "more", "of", "other", "additional", "new"):
			return p.isAny(next, "more", "other", "additional", "new") && p.nounFollows(next+1) || p.is(next, "of") && p.at(next+1).w.is(fDet) && p.nounFollows(next+2) && p.peopleSoon(next+2)
		case it.kind == iWord && p.peopleSoon(next):
			return true
		case it.kind == iWord && q.style&stylePoint != 0 && p.nounFollows(next) && p.pluralSoon(next):
			return true
		case (p.mark(next, '-') || p.is(next, "to") || p.is(next, "and") || p.is(next, "or")) && hops == 0:
			k := next + 1
			if p.at(k).kind != iNum && p.at(k).kind != iSign {
				return false
			}
			for k < next+3 && p.at(k).kind != iWord {
				k++
			}
			if !p.is(k, "m") {
				return false
			}
			next = k + 1
		case it.kind == iWord && p.pluralSoon(next) && !p.at(p.floorBack(q.begin)).w.is(fDet) && q.style&stylePlain4 == 0:
			return true
		default:
			return false
		}
	}
	return false
}

func (p *parser) floorBack(i int) int { return i - 1 }

// peopleSoon reports whether a noun of people stands within three words.
func (p *parser) peopleSoon(i int) bool {
	for k := i; k < i+3; k++ {
		it := p.at(k)
		if it.kind != iWord || it.w.is(fPrep|fAux|fModal|fConj) {
			return false
		}
		if it.w.is(fPerson) {
			return true
		}
	}
	return false
}

func (p *parser) pluralSoon(i int) bool {
	for k := i; k < i+3; k++ {
		it := p.at(k)
		if it.kind != iWord || it.w.is(fPrep|fAux|fModal|fConj|fNoHead) {
			return false
		}
		if p.plural(k) {
			return true
		}
	}
	return false
}

// nounFollows reports whether item i could begin or continue a noun phrase.
func (p *parser) nounFollows(i int) bool {
	it := p.at(i)
	return it.kind == iWord && !it.w.is(fPrep|fAux|fModal|fConj|fPron|fDet) && it.w.unit == nil
}

// currencyAt is the currency named at item i: euros, Swiss francs, U.S.
// dollars. currencyEnd says where the name ends.
func (p *parser) currencyAt(i int) *currencyWord {
	c, _, _ := p.currencyName(i)
	return c
}

func (p *parser) currencyName(i int) (c *currencyWord, code string, last int) {
	i = p.skipHyphen(i)
	it := p.at(i)
	if it.kind != iWord {
		return nil, "", i
	}
	if it.w.cur != nil && it.w.s != "re" && it.w.s != "won't" {
		return it.w.cur, it.w.cur.code, i + 1
	}
	for _, cu := range it.w.cues {
		n := p.matchWords(i, cu.words)
		if n == 0 {
			continue
		}
		k := p.skipHyphen(i + n)
		if w := p.at(k).w; w.cur != nil && p.at(k).kind == iWord {
			if code, ok := w.cur.byCue[cu.name]; ok {
				return w.cur, code, k + 1
			}
		}
		if w := p.at(k).w; w.sub != nil && len(w.s) > 2 {
			return w.sub, p.subCode(w.sub, cu.name), k + 1
		}
	}
	// C dlrs, A dlrs
	if s := p.str(i); len(s) == 1 && it.capital && p.at(i+1).w.cur != nil && p.at(i+1).w.cur.group == "dollar" {
		if code := currencySigns[strings.ToLower(s)+"$"]; code != "" {
			return p.at(i + 1).w.cur, code, i + 2
		}
	}
	return nil, "", i
}

// subCode is the currency of "Canadian cents": the country's own.
func (p *parser) subCode(sub *currencyWord, cue string) string {
	for _, name := range []string{"dollar", "euro", "rand", "pound"} {
		if code, ok := p.lex[name].cur.byCue[cue]; ok {
			return code
		}
	}
	return sub.code
}

// matchWords is how many items from i spell the words, or 0.
func (p *parser) matchWords(i int, words []string) int {
	for k, s := range words {
		if !p.is(i+k, s) {
			return 0
		}
	}
	return len(words)
}

// moneyTail reads what may stand behind an amount with a currency sign: a
// second naming (US$5m dollars), a hyphen.
func (p *parser) moneyTail(q *quantity) {
	q.end = q.last
	if p.isAny(q.end, "usd", "stg") && q.kind == Money && p.at(q.end).capital {
		q.end++
	}
	if c, code, last := p.currencyName(q.end); c != nil && c.group == "dollar" && q.code == "USD" && p.at(q.end).gap {
		q.end = last
		if code != "" {
			q.code = code
		}
	}
}

// suffixes reads the currency or unit behind the number.
func (p *parser) suffixes(q *quantity) {
	k := p.skipHyphen(q.last)
	// "-odd", "-plus", "+" come between number and unit
	k, q.mod = p.postMod(k, q)
	if k != q.last && q.mod != "" {
		q.end = k
	}
	if q.vague && p.is(k, "of") {
		if c, code, last := p.currencyName(k + 1); c != nil {
			q.kind, q.code, q.cur, q.bare, q.end = Money, code, c, false, last
			return
		}
		if u, last := p.unitAt(k+1, q); u != nil && u.kind != Point {
			p.setUnit(q, u, last)
			return
		}
		return
	}
	it := p.at(k)
	switch it.kind {
	case iSign:
		s := strings.ToLower(p.str(k))
		if code, ok := currencySigns[s]; ok && !(p.at(k+1).kind == iNum && p.glued(k+1)) && (q.style&styleWords == 0) {
			q.kind, q.code, q.bare, q.end = Money, code, false, k+1
			if s == "¢" {
				q.lo, q.hi = q.lo.shift(-2), q.hi.shift(-2)
			}
		}
		return
	case iPunct:
		switch {
		case it.mark == '%':
			q.kind, q.code, q.bare, q.end = Percent, "percent", false, k+1
		case it.mark == 'o' || it.mark == 'C' || it.mark == 'F':
			p.degrees(q, k)
		case it.mark == '\'' || it.mark == '"':
			p.feetInches(q, k)
		}
		return
	case iWord:
	default:
		return
	}
	s := p.str(k)
	if len(s) == 4 && s[0] == 'M' && isoSet[s[1:]] { // 120 MEUR
		q.lo, q.hi, q.mag = q.lo.shift(6), q.hi.shift(6), true
		s = s[1:]
	}
	if isoSet[s] && !p.at(k).poss {
		q.kind, q.code, q.bare, q.end = Money, s, false, k+1
		if w := p.at(k + 1).w; w.is(fMag) && w.mag >= 3 && !q.mag { // 75 USD million
			q.lo, q.hi, q.mag, q.end = q.lo.shift(w.mag), q.hi.shift(w.mag), true, k+2
		}
		return
	}
	if c, code, last := p.currencyName(k); c != nil && p.currencyFits(q, k, last) {
		q.kind, q.code, q.cur, q.bare, q.end = Money, code, c, false, last
		if c.minor {
			q.lo, q.hi = q.lo.shift(-2), q.hi.shift(-2)
		}
		if q.lakh && c.group == "rupee" && code == "" {
			q.code = "INR"
		}
		return
	}
	if sub := it.w.sub; sub != nil && p.minorFits(q, k) {
		q.kind, q.code, q.bare, q.end = Money, sub.code, false, k+1
		q.lo, q.hi = q.lo.shift(-2), q.hi.shift(-2)
		return
	}
	if u, last := p.unitAt(k, q); u != nil {
		p.setUnit(q, u, last)
		return
	}
	p.partOfUnit(q, k)
}

// currencyFits refuses words that are also something else: "5 won", "3 marks",
// "two pounds of flour", "10 real", "2 sum".
func (p *parser) currencyFits(q *quantity, k, last int) bool {
	if last > k+1 && p.at(k).w.cur == nil {
		return true
	}
	switch p.at(k).w.s {
	case "won":
		return q.mag || q.style&styleGrouped != 0 && !p.at(k+1).w.is(fDet)
	case "mark", "marks", "real", "reals", "sum", "sums", "sol", "som", "lek", "lev", "kip", "colon", "rand", "inti", "pula", "dong", "leone", "dram", "drams", "re", "crown", "lei", "kina", "bucks", "marka":
		if p.at(k).w.s == "rand" || p.at(k).w.s == "crown" || p.at(k).w.s == "dong" || p.at(k).w.s == "bucks" || p.at(k).w.s == "leone" {
			return true
		}
		return q.mag || q.style&(styleGrouped|stylePoint) != 0 || q.style&styleWords == 0 && !p.nounFollows(k+1) && !p.is(k+1, "of") && p.at(k).w.s != "marks"
	case "pound", "pounds":
		// pounds of weight are told by what follows and by the beat
		if q.mag || q.style&styleGrouped != 0 && !p.is(k+1, "of") {
			return true
		}
		return !(p.is(k+1, "of") || p.isAny(k+1, "per") && false || p.isAny(k+1, "overweight", "heavier", "lighter", "baby") || p.isAny(q.begin-1, "weighed", "weighing", "weighs", "weigh", "lost", "gained", "weight") || p.isAny(q.begin-2, "weighed", "weighing", "weighs", "weigh") || p.mark(k+1, '(') && p.weightBracket(k+2))
	case "lira", "rs", "peso", "euro", "dollar", "rupee", "franc", "yen":
		return true
	}
	return true
}

// weightBracket reports whether a bracket begins with a weight: (23 kg).
func (p *parser) weightBracket(k int) bool {
	for j := k; j < k+4; j++ {
		if u := p.at(j).w.unit; u != nil && (u.code == "kg" || u.code == "g") {
			return true
		}
	}
	return false
}

func (p *parser) minorFits(q *quantity, k int) bool {
	s := p.str(k)
	switch p.at(k).w.s {
	case "c":
		return s == "c" && p.glued(k) && q.style&styleWords == 0
	case "p":
		return s == "p" && p.glued(k)
	case "ct", "sen", "ore", "öre", "øre":
		return q.style&styleWords == 0
	case "penny":
		return false
	}
	return true
}

func (p *parser) setUnit(q *quantity, u *unit, last int) {
	q.kind, q.unit, q.code, q.bare, q.end = u.kind, u, u.code, false, last
	switch u.code {
	case "basis point":
		q.code = "percentage point"
		q.lo, q.hi = q.lo.shift(-2), q.hi.shift(-2)
	case "point":
		q.points = true
	}
}

// unitAt is the unit at item k that fits the number, and where it ends.
func (p *parser) unitAt(k int, q *quantity) (*unit, int) {
	k = p.skipHyphen(k)
	it := p.at(k)
	if it.kind != iWord || it.line && it.capital && !p.shouting {
		return nil, k
	}
	var u *unit
	last := k + 1
	for _, m := range it.w.units {
		n := 1
		for _, s := range m.words {
			j := k + n
			if p.mark(j, '-') && p.glued(j) {
				n++
				j++
			}
			if !p.is(j, s) {
				n = 0
				break
			}
			n++
		}
		if n > 0 && k+n > last {
			u, last = m, k+n
		}
	}
	if u == nil {
		u = it.w.unit
		if u == nil || !p.unitFits(u, k, q) {
			return nil, k
		}
	}
	// m², km3, m 2
	if nx := p.at(last); p.glued(last) && (p.mark(last, '2') || p.mark(last, '3') || nx.kind == iNum && (p.str(last) == "2" || p.str(last) == "3")) {
		code := u.code + string(p.text[nx.start])
		if p.mark(last, '2') {
			code = u.code + "2"
		} else if p.mark(last, '3') {
			code = u.code + "3"
		}
		if isUnitCode[code] {
			u = &unit{code: code, kind: Measure}
			last++
		}
	}
	return p.speed(u, last)
}

// speed joins a length with a following "per hour", "an hour", "/h" or "/s".
func (p *parser) speed(u *unit, last int) (*unit, int) {
	if u.kind != Measure {
		return u, last
	}
	k := last
	switch {
	case p.isAny(k, "per", "an", "a", "each", "every"):
	case p.mark(k, '/') && p.glued(k):
	case p.mark(k, '-') && p.glued(k) && p.isAny(k+1, "per", "an", "a"):
		k++
	default:
		return u, last
	}
	k = p.skipHyphen(k + 1)
	t := p.at(k).w.s
	var code string
	switch u.code {
	case "km":
		if t == "hour" || t == "h" || t == "hr" {
			code = "km/h"
		}
	case "mi":
		if t == "hour" || t == "h" || t == "hr" {
			code = "mph"
		}
	case "m", "ft":
		if t == "second" || t == "s" || t == "sec" {
			code = u.code + "/s"
		}
	case "nmi":
		if t == "hour" {
			code = "kn"
		}
	}
	if code == "" {
		return u, last
	}
	return &unit{code: code, kind: Measure}, k + 1
}

var isUnitCode = func() map[string]bool {
	set := map[string]bool{}
	for _, r := range unitRows {
		set[r.code] = true
	}
	return set
}()
