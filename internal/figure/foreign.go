package figure

import "strings"

// numberFormat says whether the language is another than English, and whether
// it writes a comma before decimals.
func numberFormat(lang string) (foreign, comma bool) {
	base, region, _ := strings.Cut(strings.ToLower(lang), "-")
	switch base {
	case "", "en", "und", "mul":
		return false, false
	case "zh", "ja", "ko", "th", "hi", "bn", "ta", "te", "mr", "gu", "pa", "ur", "he", "ar", "fa", "sw", "ms", "ga", "cy", "mt":
		return true, false
	case "es":
		switch region { // Mexico and Central America write 1,400.50
		case "mx", "us", "gt", "hn", "ni", "sv", "pr", "do", "pa", "pe":
			return true, false
		}
	case "de":
		if region == "ch" || region == "li" {
			return true, false
		}
	}
	return true, true
}

// scanForeign reads what needs no words: numbers, signs of money and percent,
// ISO dates.
func (p *parser) scanForeign() {
	for i := 1; i < len(p.items)-1 && len(p.figs) < MaxFigures; {
		if p.items[i].kind != iNum {
			i++
			continue
		}
		if f, next, ok := p.isoDate(i); ok {
			p.add(f)
			i, p.floor = next, next
			continue
		}
		if p.glued(i) && (p.at(i-1).kind == iWord && !isoSet[p.str(i-1)] || p.mark(i-1, '-') && p.glued(i-1) && p.at(i-2).kind == iWord) || p.at(i+1).kind == iWord && p.glued(i+1) {
			i = p.digitsRun(i)
			p.floor = i
			continue
		}
		n, ok := p.digitNumber(i)
		if !ok {
			i = p.digitsRun(i)
			p.floor = i
			continue
		}
		q := quantity{number: n, begin: n.first, end: n.last, bare: true, kind: Count}
		p.prefixes(&q, p.floor)
		if k := q.end; !q.prefix {
			switch s := strings.ToLower(p.str(k)); {
			case p.mark(k, '%'):
				q.kind, q.code, q.bare, q.end = Percent, "percent", false, k+1
			case p.at(k).kind == iSign && currencySigns[s] != "" && p.at(k+1).kind != iNum:
				q.kind, q.code, q.bare, q.end = Money, currencySigns[s], false, k+1
			case p.at(k).kind == iWord && isoSet[p.str(k)]:
				q.kind, q.code, q.bare, q.end = Money, p.str(k), false, k+1
			}
		}
		if q.neg {
			q.lo.neg, q.hi.neg = q.lo.coef != 0, q.hi.coef != 0
		}
		if !(q.style&styleZero != 0 && q.style&stylePoint == 0) {
			if y := p.year(i); y >= 1900 && y <= 2100 && q.bare && q.style&stylePlain4 != 0 {
				f, _, _, _ := p.finishDate(i, i+1, day{year: y})
				p.add(f)
			} else {
				p.add(p.figure(q))
			}
		}
		i = max(q.end, i+1)
		p.floor = i
	}
}
