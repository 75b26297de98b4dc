package figure

import "strings"

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
	// Belmaran dollars: of a country that no table has
	if n := p.at(i + 1); it.capital && it.w == unknown && !it.poss && !p.shouting && n.kind == iWord && n.gap && n.w.cur != nil && len(n.w.s) > 3 && !n.capital && (p.plural(i+1) || n.w.s == "yuan" || n.w.s == "yen") {
		return n.w.cur, "", i + 2
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
		if p.mark(k-1, '-') && p.glued(k) && !q.mag && p.at(k).w.s == "pound" {
			// a hyphenated pound weighs, unless it is a price: a 500-pound bomb
			return p.isAny(k+1, "fine", "fines", "fee", "fees", "prize", "ticket", "tickets", "grant", "bill", "bills", "bonus", "cheque", "note", "notes", "coin", "deal", "deposit", "reward", "gap", "shortfall", "budget", "salary", "loan", "debt", "a", "limit", "voucher", "penalty")
		}
		// pounds of weight are told by what follows, by the beat and by a weight before
		if n := len(p.figs); n > 0 && !q.mag && p.figs[n-1].Kind == Measure && (p.figs[n-1].Unit == "lb" || p.figs[n-1].Unit == "st") && q.first-p.figs[n-1].last < 12 {
			return false
		}
		if q.mag || q.style&styleGrouped != 0 && !p.is(k+1, "of") {
			return true
		}
		return !(p.is(k+1, "of") || p.isAny(k+1, "overweight", "heavier", "lighter", "baby") || p.isAny(q.begin-1, "weighed", "weighing", "weighs", "weigh", "lost", "gained", "weight") || p.isAny(q.begin-2, "weighed", "weighing", "weighs", "weigh") || p.mark(k+1, '(') && p.weightBracket(k+2))
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
