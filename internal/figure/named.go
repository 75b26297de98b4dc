package figure

// named is the item behind the digits at i where they are part of a name, an
// address or a code and count nothing, or 0: 50 Cent, 7-Eleven, 42 Rundle
// Street, the 1922 Committee, a transponder that squawks 7700, dial 211.
func (p *parser) named(i int) int {
	prev, next := p.at(i-1), p.at(i+1)
	if next.capital && next.kind == iWord {
		switch {
		case p.is(i+1, "cent") && !p.shouting && next.gap:
			return i + 2
		case p.year(i) > 0 && p.isAny(i+1, "committee", "club", "foundation", "society", "project", "trust", "movement"):
			return i + 1
		}
		if k := p.houseNumber(i); k > 0 {
			return k
		}
	}
	if next.mark == '-' && p.glued(i+1) && p.glued(i+2) && p.at(i+2).w.is(fCard) && p.at(i+2).capital && !p.shouting && !p.nounFollows(i+3) {
		return i + 3
	}
	if next.mark == '-' && p.glued(i+1) && p.glued(i+2) && p.at(i+2).kind == iWord && p.mark(i+3, '-') && p.glued(i+3) && p.glued(i+4) && p.at(i+4).kind == iNum && p.at(i+2).w == unknown {
		return i + 5 // 24-cv-01234
	}
	if prev.mark == '(' && !prev.gap && p.at(i-2).kind == iNum && p.lastRefused(i-2) && p.mark(i+1, ')') {
		return i + 1 // Section 9(2)
	}
	if prev.kind != iWord && prev.mark != ':' {
		return 0
	}
	switch {
	case prev.w.is(fPrep) && p.is(i-1, "of") && p.is(i-2, "group") && p.at(i-2).capital && !p.pluralSoon(i+1):
		return i + 1 // the Group of 77
	case prev.capital && p.year(i) > 0 && p.isAny(i-1, "agenda", "vision", "horizon"):
		return i + 1
	case prev.w == unknown && p.isAny(i-1, "squawk", "squawked", "squawking", "squawks"):
		return i + 1
	case prev.capital && !prev.first && p.is(i-1, "year") && !p.shouting && p.small(i) > 0 && p.small(i) < 14:
		return i + 1 // a Year 2 class
	case p.shortCode(i):
		return i + 1
	}
	return 0
}

// currencyLetters reports whether the capitals written against the digits at i
// name a currency that no table has: CK500,000, K20 million. Codes and models
// are not grouped by commas and take no magnitude.
func (p *parser) currencyLetters(i int) bool {
	s := p.str(i - 1)
	if p.is(i-1, "kr") && p.glued(i) {
		return true
	}
	if len(s) > 3 || !p.glued(i) || s[0] < 'A' || s[len(s)-1] > 'Z' || s[len(s)-1] < 'A' {
		return false
	}
	_, style, ok := parseDigits(p.str(i), p.comma)
	if !ok {
		return false
	}
	w := p.at(i + 1).w
	return style&styleGrouped != 0 || p.at(i+1).gap && w.is(fMag) && w.mag >= 6 || !p.at(i+1).gap && (w.s == "bn" || w.s == "mn" || w.s == "mln")
}

// shortCode reports whether the digits at i are a number to dial: "call
// police on 101", "dial 211 for help".
func (p *parser) shortCode(i int) bool {
	n := p.at(i).end - p.at(i).start
	if n < 3 || n > 6 || p.at(i+1).kind == iNum || p.small(i) < 0 && n < 5 || p.nounFollows(i+1) && !p.at(i+1).w.is(fReport) && !p.isAny(i+1, "quoting", "free") {
		return false
	}
	if p.isAny(i-1, "dial", "dialled", "dialed", "dialling", "dialing", "text", "texting") {
		return true
	}
	if !p.isAny(i-1, "on", "at") && !p.mark(i-1, ':') {
		return false
	}
	for k := i - 2; k > i-9 && !p.stop(k); k-- {
		if p.isAny(k, "call", "phone", "telephone", "ring", "contact", "hotline", "helpline", "dial", "text") {
			return true
		}
	}
	return false
}

// houseNumber is the item behind the street of an address, or 0: at 42 Rundle
// Street. What stands behind the street as a counted noun undoes it (12
// Downing Street aides).
func (p *parser) houseNumber(i int) int {
	if n := p.at(i).end - p.at(i).start; n > 4 || p.small(i) <= 0 {
		return 0
	}
	for k := i + 1; k < i+4; k++ {
		it := p.at(k)
		if it.kind != iWord || !it.capital || it.w.is(fMonth|fWeekday|fPerson|fPlural) {
			return 0
		}
		if k > i+1 && p.isAny(k, "street", "st", "road", "rd", "avenue", "ave", "lane", "drive", "boulevard", "terrace", "crescent", "square", "place", "quay", "row", "close", "gardens") {
			if n := p.at(k + 1); n.kind == iWord && !n.capital && p.plural(k+1) {
				return 0
			}
			return k + 1
		}
	}
	return 0
}

// numberedName reports whether the "No. 4" whose "No." is item k belongs to the
// name before it (John Doe No. 4, Symphony No. 5) or is the address No. 10,
// and ranks nothing.
func (p *parser) numberedName(k int) bool {
	behind := p.at(k + 2)
	if n := p.small(k + 1); (n == 10 || n == 11) && (p.is(k-1, "for") && p.isAny(k-2, "spokesman", "spokeswoman", "spokesperson") || p.isAny(k+2, "aide", "aides", "official", "officials", "spokesman", "spokeswoman", "source", "sources", "insider", "insiders", "staff", "adviser", "advisers", "said", "says")) && !p.is(k-1, "world") {
		return true
	}
	prev := p.at(k - 1)
	if prev.kind != iWord || !prev.capital || prev.first || prev.poss || p.shouting || prev.w != unknown {
		return false
	}
	return !behind.capital && !p.isAny(k+2, "seed", "seeded", "ranked", "pick", "player", "team", "man", "spot", "jersey", "position", "overall")
}
