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
		if j := k - 1; j >= floor && s == "$" && p.glued(q.first) && p.isAny(j, "us", "u.s", "hk", "nz", "a", "c", "s") && p.at(j).capital {
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
				q.lakh = true
			}
		case (s == "R" || s == "P") && p.glued(q.first) && q.style&(styleGrouped|stylePoint) != 0, s == "R" && p.glued(q.first) && (q.mag || q.letter):
			q.money(currencySigns[low])
			q.begin = k
		case s == "RMB":
			q.money(currencySigns[low])
			q.begin = k
		case p.glued(q.first) && p.currencyLetters(q.first) && !isoSet[s] && k >= floor && (currencySigns[low] == "" || len(s) > 1):
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
