package figure

// amount reads counts, money, percentages, measures and durations, alone or
// as a range, with their modifiers.
func (p *parser) amount(i int) (f fig, next int, ok, claimed bool) {
	q, good := p.quantity(i, p.floor)
	if !good {
		return
	}
	if p.is(i+1, "s") && p.glued(i+1) && q.bare && q.last == i+1 {
		return fig{}, i + 2, false, true // the mid-30s of a thermometer
	}
	if q.style&styleZero != 0 && q.style&stylePoint == 0 && !q.prefix {
		return fig{}, q.end, false, true // 007, 0800: no number
	}
	p.compound(&q)
	p.hourAnd(&q)
	q, ranged := p.rangeTail(q)
	f = p.figure(q)
	if ranged {
		f.Rule += ".range"
	}
	if f.Modifier == "" || !ranged {
		p.hedge(&f)
	}
	p.hedgeAfter(&f)
	p.ageAfter(&f)
	return f, max(f.last, i+1), true, true
}

// ageAfter makes an age of "65 or older" and of "children 12 and under".
func (p *parser) ageAfter(f *fig) {
	if !f.bare || f.Kind != Count || f.mag || f.hiv.cmp(whole(110)) > 0 || f.style&(stylePoint|styleFrac) != 0 {
		return
	}
	older := p.isAny(f.last-1, "older", "younger")
	if !older && !(p.isAny(f.last-1, "under", "over") && p.isAny(f.last-2, "and", "or") && (p.at(f.first-1).w.is(fPerson) || p.isAny(f.first-1, "those", "anyone", "everyone", "all"))) {
		return
	}
	f.Kind, f.Unit, f.bare, f.Rule = Age, "year", false, "age.after"
}

// hourAnd adds the unit said with an article: "an hour and 33 minutes".
func (p *parser) hourAnd(q *quantity) {
	k := q.begin - 1
	if q.kind != Duration || !p.is(k, "and") || !p.at(k-2).w.is(fArticle) || k-2 < p.floor {
		return
	}
	u := p.at(k - 1).w.unit
	if u == nil || u.kind != Duration {
		return
	}
	factor, ok := smaller[[2]string{u.code, q.code}]
	if !ok || q.lo.cmp(whole(int64(factor))) >= 0 {
		return
	}
	if lo, ok := q.lo.add(whole(int64(factor))); ok {
		q.lo, q.hi = lo, lo
		q.begin = k - 2
	}
}

// figure makes a figure of a quantity.
func (p *parser) figure(q quantity) fig {
	f := fig{first: q.begin, last: q.end, num: q.first, bare: q.bare, hyphen: q.hyphen, cur: q.cur, lakh: q.lakh, style: q.style, mag: q.mag, dozen: q.dozen}
	f.values(q.lo, q.hi)
	f.Kind, f.Unit, f.Modifier = q.kind, q.code, q.mod
	switch q.kind {
	case Count:
		f.Rule = "count"
		if q.vague {
			f.Rule = "count.vague"
		}
	case Money:
		f.Rule = "money.name"
		if q.prefix {
			f.Rule = "money.sign"
		}
	case Point:
		f.Rule = "point"
		if q.points {
			f.Rule = "points"
		}
	default:
		f.Rule = string(q.kind)
	}
	return f
}
