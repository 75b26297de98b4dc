package similarity

import (
	"slices"

	"github.com/wirediff/wirediff/internal/align"
	"github.com/wirediff/wirediff/internal/token"
)

// fragment is the part of a quotation that lies in one sentence: a quotation
// is often cut in two by "she said", so fragments are what is compared.
type fragment struct {
	first, last int // tokens, without the marks
	sentence    int
	ids         []int32 // of its words, as a straight lower-case text has them
}

// fragments cuts the quotations of a reading at sentence ends.
func (r *reading) fragments() []fragment {
	var out []fragment
	words := 0
	for _, q := range r.quotes {
		words += q[1] - q[0]
	}
	room := make([]int32, 0, words)
	for _, q := range r.quotes {
		for t := q[0]; t < q[1]; {
			s := r.sentence[t]
			e := t
			for e < q[1] && r.sentence[e] == s {
				e++
			}
			from := len(room)
			for u := t; u < e; u++ {
				if r.toks[u].Kind != token.Punct {
					room = append(room, r.words.of[r.ids[u]].fold)
				}
			}
			if ids := room[from:len(room):len(room)]; len(ids) > 0 {
				out = append(out, fragment{first: t, last: e, sentence: int(s), ids: ids})
			}
			t = e
		}
	}
	return out
}

// shortQuote is how many words a quotation needs to be somebody's words and
// not a name or a doubtful term.
const shortQuote = 2

// maxQuotes is how many quotations of a sentence are compared, and with how
// many of b's near sentences: more are a list of titles.
const maxQuotes = 12

// quotations compares what stands in quotation marks on both sides: altered,
// cut short, or no longer a quotation.
func (p *phrasing) quotations() {
	as := p.a.fragments()
	if len(as) == 0 {
		return
	}
	bs := p.b.fragments()
	bySentence := map[int][]int{}
	whole := map[string]bool{}
	var key []byte
	for n, f := range bs {
		bySentence[f.sentence] = append(bySentence[f.sentence], n)
		key = appendKey(key[:0], f.ids)
		whole[string(key)] = true
	}
	sentence, seen := -1, 0
	var lost []fragment
	kept := map[int]bool{} // by sentence: a quotation of it is in b
	for _, f := range as {
		if f.sentence != sentence {
			sentence, seen = f.sentence, 0
		}
		if seen++; seen > maxQuotes || len(f.ids) < shortQuote || p.A.Roles[f.sentence].Furniture() {
			continue
		}
		key = appendKey(key[:0], f.ids)
		if whole[string(key)] || p.quotation(f, bs, p.quotesNear(f.sentence, bySentence)) {
			kept[f.sentence] = true
		} else {
			lost = append(lost, f)
		}
	}
	for _, f := range lost {
		p.lostQuote(f, kept)
	}
}

// lostQuote reports a fragment that b has no trace of, where b quotes the
// sentence before or after it: a quotation that was cut inside.
func (p *phrasing) lostQuote(f fragment, kept map[int]bool) {
	const whole = 4 // words of a sentence that says something by itself
	i := f.sentence
	before, after := kept[i-1] && !p.a.apart(i-1, i), kept[i+1] && !p.a.apart(i, i+1)
	if len(f.ids) < whole || p.aligned[i] > 0 || !before && !after {
		return
	}
	p.report(PhraseVariant{Type: QuoteAltered, Severity: Low, Rule: "the rest of the quotation is left out"}, &passage{a: p.a, b: p.b}, [2]int{f.first, f.last}, [2]int{})
}

func appendKey(dst []byte, ids []int32) []byte {
	for _, id := range ids {
		dst = append(dst, byte(id), byte(id>>8), byte(id>>16), byte(id>>24))
	}
	return dst
}

// quotesNear lists b's fragments in the sentences that a's sentence may have
// become, and in those beside them, in order.
func (p *phrasing) quotesNear(sentence int, bySentence map[int][]int) []int {
	var out []int
	for _, j := range p.partners[sentence] {
		for k := max(0, j-1); k <= j+1; k++ {
			out = append(out, bySentence[k]...)
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return out[:min(len(out), 2*maxQuotes)]
}

// quotation finds what became of one fragment; false where b has no trace of it.
func (p *phrasing) quotation(f fragment, bs []fragment, candidates []int) bool {
	var words quotedWords
	first, last := -1, 0
	for _, n := range candidates {
		b := bs[n]
		if p.commonWeight(f.ids, b.ids) < 0.5 && !p.sameFrame(f, b) && !p.sameVoice(f, b, bs) {
			continue
		}
		if first >= 0 && b.first-last > 3*contextWords*4 {
			continue
		}
		if first < 0 {
			first = b.first
		}
		last = b.last
		words.add(p.b, b)
	}
	x := &passage{a: p.a, b: p.b}
	if first < 0 {
		return p.paraphrase(f, x)
	}
	change, ok := p.quoteChange(f.ids, words)
	if !ok {
		return true
	}
	v := PhraseVariant{Type: QuoteAltered, Severity: High, Rule: "words inside the quotation changed"}
	switch change {
	case quoteShortened:
		if p.elided(f, first, last) {
			return true
		}
		v.Severity = Medium
		v.Rule = "quotation cut short"
	case quoteTurned:
		if p.elided(f, first, last) {
			v.Severity = Medium
		}
		v.Rule = "quotation cut before its but"
	case quoteStyled:
		return true
	}
	p.report(v, x, [2]int{f.first, f.last}, [2]int{first, last})
	return true
}

// sameFrame reports whether two quotations have the same
// build: four words or more, and half of the shorter's stand in the other in
// order, be they stop words.
func (p *phrasing) sameFrame(f, b fragment) bool {
	least := min(len(f.ids), len(b.ids))
	if least < 4 {
		return false
	}
	runs, _ := align.Words(nil, f.ids, b.ids)
	same := 0
	for _, r := range runs {
		if r.Same {
			same += r.A[1] - r.A[0]
		}
	}
	return 2*same >= least
}

// sameVoice reports whether two quotations stand in collated sentences, alone
// there, beside the same speaker, and share a word: one speaker's words, told
// otherwise.
func (p *phrasing) sameVoice(f, b fragment, bs []fragment) bool {
	n := p.passage[f.sentence]
	if n == 0 || len(f.ids) < 4 || len(b.ids) < 4 || p.commonWeight(f.ids, b.ids) < 0.25 {
		return false
	}
	x := p.passages[n-1]
	if b.first < x.b0 || b.last > x.b1 {
		return false
	}
	for _, other := range bs {
		if other.first != b.first && other.first >= x.b0 && other.last <= x.b1 {
			return false
		}
	}
	return x.sharesSpeaker()
}

// sharesSpeaker reports whether both sides of a passage name one speaker.
func (x *passage) sharesSpeaker() bool {
	for _, a := range x.a.saysIn(x.a0, x.a1) {
		for _, b := range x.b.saysIn(x.b0, x.b1) {
			if sharesWord(x.a, a.from, a.to, x.b, b.from, b.to) {
				return true
			}
		}
	}
	return false
}

// commonWeight is the share of the lighter's words that both have, by stem,
// stop words counting for a fifth.
func (p *phrasing) commonWeight(a, b []int32) float64 {
	weight := func(id int32) float64 {
		if p.words.of[id].flags&stopWord != 0 {
			return 0.2
		}
		return 1
	}
	in := p.in.of(p.words, b)
	total, other, shared := 0.0, 0.0, 0.0
	for _, id := range b {
		other += weight(id)
	}
	for _, id := range a {
		total += weight(id)
		if in.has(p.words.of[id].feature) {
			shared += weight(id)
		}
	}
	if least := min(total, other); least > 0 {
		return min(1, shared/least)
	}
	return 0
}

// elided reports whether b owns up to words left out: an ellipsis or square
// brackets stand in or beside the quotation.
func (p *phrasing) elided(f fragment, first, last int) bool {
	for t := max(0, first-2); t < min(len(p.b.toks), last+2); t++ {
		switch p.b.low(t) {
		case "…", "[", "]", "...":
			return true
		case ".":
			if t+1 < len(p.b.toks) && p.b.is(t+1, ".") {
				return true
			}
		}
	}
	return false
}

// paraphrase reports a quotation whose words b tells without marks: b has a
// sentence for a's, without a quotation like it, and keeps part of its words.
func (p *phrasing) paraphrase(f fragment, x *passage) bool {
	best, at := 0.0, -1
	for n, j := range p.partners[f.sentence] {
		s := p.b.sents[j]
		var ids []int32
		for t := s.First; t < s.Last; t++ {
			if !p.b.quoted[t] && p.b.toks[t].Kind != token.Punct {
				ids = append(ids, p.b.ids[t])
			}
		}
		w := p.keptWeight(f.ids, ids)
		if n >= p.aligned[f.sentence] && w < 0.5 { // akin only: another sentence may share a third
			continue
		}
		if w > best {
			best, at = w, j
		}
	}
	// A third of its words that say something, or a sentence that is little
	// but the quotation, collated with one that has none.
	if best < 0.3 {
		if at = p.wholly(f); at < 0 {
			return false
		}
	}
	s := p.b.sents[at]
	first, last := p.span(p.b, f.ids, s.First, s.Last)
	p.report(PhraseVariant{Type: QuoteToParaphrase, Severity: Medium, Rule: "quotation told without its marks"},
		x, [2]int{f.first, f.last}, [2]int{first, last})
	return true
}

// wholly is the sentence of b that a's sentence is collated with, where the
// quotation is over half of a's sentence, or, in one that was rewritten, a
// third and both name the speaker, and b's has no quotation; else -1. A number
// of b's own shows another statement.
func (p *phrasing) wholly(f fragment) int {
	n := p.passage[f.sentence]
	if n == 0 || len(f.ids) < 4 {
		return -1
	}
	g := p.passages[n-1]
	s := p.a.sents[f.sentence]
	if words := p.a.wordCount(s.First, s.Last); 3*len(f.ids) < words || 2*len(f.ids) < words && (g.light() || !g.sharesSpeaker() || g.ownNumber()) {
		return -1
	}
	for t := g.b0; t < g.b1; t++ {
		if p.b.quoted[t] {
			return -1
		}
	}
	return int(p.b.sentence[g.b0])
}

// ownNumber reports whether b's side has a number that a's side lacks.
func (x *passage) ownNumber() bool {
	for t := x.b0; t < x.b1; t++ {
		if x.b.isNumber(t) && !hasFeature(x.a, x.b.words.of[x.b.ids[t]].feature, x.a0, x.a1) {
			return true
		}
	}
	return false
}

// keptWeight is the share of a's words, by stem, that b has.
func (p *phrasing) keptWeight(a, b []int32) float64 {
	in := p.in.of(p.words, b)
	total, shared := 0.0, 0.0
	for _, id := range a {
		if p.words.of[id].flags&stopWord != 0 {
			continue
		}
		total++
		if in.has(p.words.of[id].feature) {
			shared++
		}
	}
	if total == 0 {
		return 0
	}
	return shared / total
}

// span is the stretch of tokens from the first to the last that share a stem
// with the words, with two words more on each side.
func (p *phrasing) span(r *reading, ids []int32, first, last int) (from, to int) {
	in := p.in.of(p.words, nil)
	for _, id := range ids {
		if p.words.of[id].flags&stopWord == 0 {
			in.add(p.words.of[id].feature)
		}
	}
	from, to = last, first
	for t := first; t < last; t++ {
		if in.has(p.words.of[r.ids[t]].feature) {
			from, to = min(from, t), max(to, t+1)
		}
	}
	if from >= to {
		return first, last
	}
	return max(first, from-2), min(last, to+2)
}
