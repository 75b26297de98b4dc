package figure

// details adds what the sentence tells beside the value: who says it, whether
// it is quoted, its part in a change, how sure it is, its grain, its place,
// and the conversion in brackets.
func (p *parser) details() {
	p.quotations()
	for i := range p.figs {
		f := &p.figs[i]
		p.role(i)
		p.certainty(f)
		p.speaker(f)
		p.place(i)
		p.partOf(i)
		if f.Kind != Date && f.Kind != Time && f.Kind != Score {
			f.Grain = p.grain(f)
		}
	}
	for i := 1; i < len(p.figs); i++ {
		p.conversion(&p.figs[i-1], &p.figs[i])
	}
}

// quotations marks the figures that stand between quotation marks. Marks
// count from each paragraph anew, so that one lost mark does not turn the
// rest of the text inside out.
func (p *parser) quotations() {
	open := false
	next := 0
	for k := range p.items {
		it := &p.items[k]
		if it.kind == iEnd {
			open = false
		}
		for next < len(p.figs) && p.figs[next].first == k {
			p.figs[next].Quoted = open
			next++
		}
		if it.kind != iPunct || it.mark != '"' {
			continue
		}
		switch p.str(k) {
		case "“", "„", "«":
			open = true
		case "”", "»":
			open = false
		default:
			open = !open
		}
	}
	if next < len(p.figs) {
		return
	}
	for i := range p.figs { // a figure whose text holds the mark: “200
		f := &p.figs[i]
		if !f.Quoted && p.mark(f.num-1, '"') && f.num > f.first {
			f.Quoted = true
		}
	}
}

// role tells a figure's part in a change: change (by 3), now (to 10), previous
// (from 7), forecast, total.
func (p *parser) role(i int) {
	f := &p.figs[i]
	if f.Kind == Date || f.Kind == Time || f.Kind == Ordinal || f.Kind == Age || f.Kind == Score {
		return
	}
	k := f.first - 1
	if p.mark(k, '(') && i > 0 && p.figs[i-1].last == k {
		f.Role = p.figs[i-1].Role
		return
	}
	rise := p.riseNear(f.first)
	switch {
	case p.is(k, "from") && i > 0 && p.toBefore(&p.figs[i-1], f):
		f.Role, p.figs[i-1].Role = "previous", "now"
	case p.is(k, "from") && (rise || p.isAny(k-1, "up", "down")), p.isAny(k, "against", "versus", "vs") && f.bare, p.is(k, "than") && p.priorBehind(f), p.priorBehind(f):
		f.Role = "previous"
	case p.is(k, "to") && rise:
		f.Role = "now"
	case p.is(k, "by") && rise, p.at(k).w.is(fRise) && (f.Kind == Percent || f.Kind == Point || f.Kind == Money || f.Kind == Measure || f.Kind == Multiple || f.Kind == Fraction) && !p.isAny(k, "added", "take", "took", "taking"):
		f.Role = "change"
	case p.is(k, "of") && p.is(k-1, "total"), p.is(k, "total"):
		f.Role = "total"
	case p.forecastNear(f):
		f.Role = "forecast"
	}
}

// toBefore reports whether g stands as the new value right before the old f: "to
// 26,400 wheels, from some 18,000".
func (p *parser) toBefore(g, f *found) bool {
	return p.is(g.first-1, "to") && g.Kind == f.Kind && g.Unit == f.Unit && f.first-max(g.after, g.last) <= 3
}

// riseNear reports whether a word of change stands shortly before item i in
// its sentence.
func (p *parser) riseNear(i int) bool {
	for k := i - 1; k > i-12; k-- {
		if p.stop(k) {
			return false
		}
		if w := p.at(k).w; w.is(fRise) && w.tags&tNoRise == 0 {
			return true
		}
	}
	return false
}

// priorBehind reports whether "a year earlier" and the like follow.
func (p *parser) priorBehind(f *found) bool {
	for k := f.last; k < f.last+7; k++ {
		if p.stop(k) || p.mark(k, ',') || p.mark(k, ';') {
			return false
		}
		if p.at(k).w.tags&tPrior == 0 {
			continue
		}
		if p.isAny(k, "earlier", "previously", "ago") || p.isAny(k, "before") && p.at(k-1).w.unit != nil || p.isAny(k, "previous") && p.is(k-1, "the") {
			return p.at(k-1).w.unit != nil || p.isAny(k, "previously", "previous")
		}
	}
	return false
}

// forecastNear reports whether the figure is said to be expected.
func (p *parser) forecastNear(f *found) bool {
	for k := f.first - 1; k > f.first-8; k-- {
		if p.stop(k) || p.mark(k, ';') {
			return false
		}
		if p.at(k).w.tags&tForecast != 0 {
			return true
		}
	}
	return false
}

// certainty reads feared, estimated and confirmed beside the figure.
func (p *parser) certainty(f *found) {
	if f.Kind == Date || f.Kind == Time || f.Kind == Ordinal || f.Kind == Score {
		return
	}
	for k := max(f.first-5, 1); k < f.last+9; k++ {
		if k >= f.first && (p.stop(k) || p.mark(k, ';')) {
			return
		}
		if k < f.first && (p.stop(k) || p.mark(k, ';') || p.mark(k, ',')) {
			f.Certainty = ""
			continue
		}
		switch t := p.at(k).w.tags; {
		case t&(tFeared|tEstimated|tConfirmed) == 0:
		case t&tFeared != 0:
			f.Certainty = "feared"
		case t&tEstimated != 0:
			f.Certainty = "estimated"
		case !p.isAny(k-1, "not", "yet", "independently"):
			f.Certainty = "confirmed"
		}
		if f.Certainty != "" && k >= f.first {
			return
		}
	}
}

// place reads the place of a list member: "12 in Lorne, seven in Tarn".
func (p *parser) place(i int) {
	f := &p.figs[i]
	if f.Kind != Count {
		return
	}
	k := max(f.after, f.last)
	if !p.isAny(k, "in", "at", "near", "from", "on") || p.at(k+1).kind != iWord {
		return
	}
	j := k + 1
	for j < k+7 && p.at(j).kind == iWord && (p.at(j).capital || p.at(j).w.is(fDet|fAdj) || p.isAny(j, "of", "province", "neighbouring", "neighboring", "island", "city", "town", "village")) {
		j++
	}
	for j > k+1 && !p.at(j-1).capital && !p.isAny(j-1, "province", "island", "city", "town", "village") {
		j--
	}
	if j == k+1 || p.at(k+1).w.is(fMonth|fWeekday) {
		return
	}
	capital := false
	for n := k + 1; n < j; n++ {
		capital = capital || p.at(n).capital
	}
	if capital {
		f.Place = p.flat(k, j)
	}
}

// partOf links a subset with its whole: "23 of the 61 hostages", "including
// three children", "two of them".
func (p *parser) partOf(i int) {
	f := &p.figs[i]
	if f.Kind != Count && f.Kind != Percent && f.Kind != Fraction {
		return
	}
	if p.is(f.last, "of") && i+1 < len(p.figs) && p.figs[i+1].Kind == Count && p.figs[i+1].first-f.last <= 3 && p.figs[i+1].sentence == f.sentence {
		f.PartOf = i + 2
		return
	}
	if j := p.wholeAtHead(i); j > 0 {
		f.PartOf = j
		return
	}
	prev := f.first - 1
	for p.at(prev).w.is(fDet | fAdj) {
		prev--
	}
	if prev < f.first-1 && p.is(prev, "among") {
		return // were among the ten freed: the ten are the whole
	}
	if !p.isAny(prev, "including", "among", "them", "whom") && !(p.is(f.last, "of") && p.isAny(f.last+1, "them", "whom", "those", "these")) {
		return
	}
	for j := i - 1; j >= 0 && j > i-12 && p.figs[j].sentence == f.sentence; j-- {
		g := &p.figs[j]
		if p.subset(f) && g.hiv.cmp(f.lov) < 0 && p.lex.person(f.Noun) && !p.lex.person(g.Noun) {
			continue // the island's two hospitals, 31 of them with wounds
		}
		if g.Kind == Count && !g.hyphen && (g.Noun == "" || p.lex.person(g.Noun) || !p.lex.person(f.Noun)) {
			if g.PartOf > 0 && g.PartOf <= j {
				f.PartOf = g.PartOf
			} else {
				f.PartOf = j + 1
			}
			return
		}
	}
}

// subset reports whether "of them" or "of whom" stands behind a figure.
func (p *parser) subset(f *found) bool {
	return p.is(f.last, "of") && p.isAny(f.last+1, "them", "whom")
}

// wholeAtHead is 1 + the index of the whole that figure i's sentence opens with,
// "Of the 40 passengers, 25 were rescued and 12 died", or 0. A count with a noun
// of its own, other than people, is no part of it.
func (p *parser) wholeAtHead(i int) int {
	f := &p.figs[i]
	if f.Kind != Count || f.hyphen {
		return 0
	}
	j := i
	for j > 0 && p.figs[j-1].sentence == f.sentence && i-j < 8 {
		j--
	}
	g := &p.figs[j]
	if j == i || g.Kind != Count || g.Noun == "" || f.Noun != g.Noun {
		return 0
	}
	of := g.first - 1
	for p.at(of).w.is(fDet) && p.at(of).kind == iWord {
		of--
	}
	if !p.is(of, "of") || !p.at(of).first {
		return 0
	}
	return j + 1
}

// grain is the step to which the number is stated: 1.2 million is stated to
// 100000, 809 to 1, 4.75 percent to 0.01.
func (p *parser) grain(f *found) string {
	if f.lov.coef == 0 && f.hiv.coef == 0 || f.style&styleFrac != 0 || f.Kind == Fraction || f.Kind == Multiple || f.Rule == "count.vague" {
		return ""
	}
	if f.dozen {
		return "12" // a dozen is said of ten and of fourteen
	}
	exp := f.lov.norm().exp
	if f.mag || f.lov.norm().exp < 0 {
		// digits behind the point count even where they are zeros: 3.0 billion
		d := p.statedExp(f)
		return decimal{coef: 1, exp: d}.String()
	}
	if f.style&styleWords == 0 && exp > 0 {
		return decimal{coef: 1, exp: exp}.String()
	}
	return "1"
}

// statedExp is the exponent of the last digit written.
func (p *parser) statedExp(f *found) int {
	exp := f.hiv.exp
	if f.lov.exp < exp {
		exp = f.lov.exp
	}
	return exp
}

// conversion links "2,000 acres (809 hectares)": the second states the first
// in another unit.
func (p *parser) conversion(f, g *found) {
	if !p.mark(g.first-1, '(') || g.first-1 != f.last && g.first-2 != f.last || !p.mark(g.last, ')') {
		return
	}
	same := f.Kind == g.Kind && (f.Kind == Measure || f.Kind == Money || f.Kind == Time) && (f.Unit != g.Unit || f.Kind == Time)
	if !same {
		return
	}
	f.Converted = &Value{Start: g.Start, End: g.End, Text: g.Text, Lo: g.Lo, Hi: g.Hi, Unit: g.Unit}
	g.Role = "conversion"
}
