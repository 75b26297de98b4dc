package figure

import "strings"

// attribution is a verb of saying (or "according to"), with its speaker.
type attribution struct {
	at            int
	speaker, verb string
}

// speaker reads who says the figure, and with what verb: "police said", "said
// Mayor Ann Roe", "according to the union". The nearest in the sentence
// speaks; a clause of its own between them makes another likelier.
func (p *parser) speaker(f *found) {
	if f.first >= p.saysEnd {
		p.attributions(f)
	}
	cost := 1 << 30
	for i := range p.says {
		s := &p.says[i]
		if s.at >= f.first && s.at < f.last {
			continue
		}
		d := max(s.at-f.last, f.first-s.at)
		if s.at > f.last && p.semicolonIn(f.last, s.at) {
			continue // the clause behind it has its own speaker
		}
		if len(p.says) > 1 {
			for j := min(s.at, f.last); j < max(s.at, f.first); j++ {
				if p.at(j).w.tags&tContrast != 0 || p.mark(j, ';') {
					d += 30
				}
			}
		}
		if d < cost {
			cost = d
			f.Speaker, f.Verb = s.speaker, s.verb
		}
	}
}

// semicolonIn reports whether a semicolon stands among the items [i, j).
func (p *parser) semicolonIn(i, j int) bool {
	for ; i < j; i++ {
		if p.mark(i, ';') {
			return true
		}
	}
	return false
}

// attributions collects the attributions of the figure's sentence into p.says.
func (p *parser) attributions(f *found) {
	first, last := p.sentenceItems(f)
	p.says, p.saysEnd = p.says[:0], last
	for k := first; k < last && len(p.says) < 4; k++ {
		if p.at(k).w.tags&tSay == 0 || p.isAny(k+1, "yes", "no") && !p.at(k+2).w.is(fPerson) {
			continue
		}
		s := attribution{at: k, verb: p.lower(k)}
		switch {
		case p.is(k, "according"):
			if !p.is(k+1, "to") {
				continue
			}
			s.verb = "according to"
			s.speaker = p.phraseFrom(k+2, last)
		case p.at(k-1).w.is(fDet|fArticle|fPrep|fAux|fModal) && !p.isAny(k-1, "has", "have", "had"):
			continue // the report, was reported
		default:
			if s.speaker = p.phraseTo(k, first); s.speaker == "" && p.isAny(k, "said", "says", "added", "adds", "told", "warned", "announced") {
				s.speaker = p.phraseFrom(k+1, last)
			}
		}
		if s.speaker != "" {
			p.says = append(p.says, s)
		}
	}
}

// sentenceItems is the figure's sentence as items [first, last).
func (p *parser) sentenceItems(f *found) (first, last int) {
	const reach = 60
	first = f.first
	for first > 1 && f.first-first < reach && !p.stop(first-1) {
		first--
	}
	last = f.last
	for last < len(p.items)-1 && last-f.last < reach && !p.stop(last) {
		last++
	}
	return first, last
}

// phraseTo is the noun phrase that ends before item k: the subject of the verb
// there. It takes back over names, titles and "of" to a comma or a verb.
func (p *parser) phraseTo(k, floor int) string {
	end := k
	for end > floor && (p.at(end-1).w.is(fAdv|fAux) || p.isAny(end-1, "has", "have", "had", "also")) && p.at(end-1).kind == iWord {
		end--
	}
	j := end
	if p.mark(j-1, ',') { // Mayor Ann Roe, 54, said
		return ""
	}
	for j > floor && end-j < 12 {
		it := p.at(j - 1)
		if it.kind == iPunct && (it.mark == '-' && p.glued(j-1) || it.mark == '.' && p.glued(j-1) && !it.gap && p.at(j-2).capital) {
			j--
			continue
		}
		if it.kind != iWord && it.kind != iNum || it.w.is(fPast|fReport|fModal|fVerb|fPron|fAux) && !it.capital || it.w.is(fConj) && !p.is(j-1, "and") || p.isAny(j-1, "when", "after", "while", "as", "that", "but", "because", "if", "in", "on", "at", "to", "by", "from", "with", "since") || p.isPastForm(j-1) && !it.capital {
			break
		}
		j--
	}
	if p.is(j, "and") || p.is(j, "of") {
		j++
	}
	for n := j; n < end; n++ {
		if p.at(n).kind == iNum || p.at(n).kind == iPunct && p.at(n).mark == '%' {
			return ""
		}
	}
	if j >= end {
		if pr := p.at(end - 1); pr.w.is(fPron) && pr.kind == iWord {
			return p.lower(end - 1)
		}
		return ""
	}
	return p.flat(j, end)
}

// phraseFrom is the noun phrase that begins at item k.
func (p *parser) phraseFrom(k, ceiling int) string {
	j := k
	for j < ceiling && j-k < 12 {
		it := p.at(j)
		if it.kind == iPunct && (it.mark == '-' && p.glued(j) || it.mark == '.' && p.glued(j)) {
			j++
			continue
		}
		if it.kind != iWord || it.w.is(fPast|fModal|fAux|fPron|fReport) && !it.capital || it.w.is(fWeekday|fMonth) || p.isAny(j, "that", "in", "on", "at", "by", "after", "late", "early", "who", "with", "from", "while", "but", "as", "to", "there") || it.w.is(fConj) && !p.is(j, "and") {
			break
		}
		j++
	}
	if j == k {
		return ""
	}
	if p.is(j-1, "and") || p.is(j-1, "of") {
		j--
	}
	return p.flat(k, j)
}

// flat is the text of items [i, j) with white space made single spaces.
func (p *parser) flat(i, j int) string {
	if j <= i {
		return ""
	}
	s := p.text[p.at(i).start:p.at(j-1).end]
	for k := i + 1; k < j; k++ {
		if a, b := p.at(k-1).end, p.at(k).start; a < b && p.text[a:b] != " " {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}
