package similarity

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// cuts reports the tail of a that b lost, and the passages that it left out
// before, with what went with them; the caveats among these; and the passages
// that b added.
func (p *phrasing) cuts() {
	tail := p.tailStart()
	x := &passage{a: p.a, b: p.b}
	if tail >= 0 {
		first, last := p.A.Sentences[tail].First, p.lastBody(tail)
		v := PhraseVariant{Type: TailCut, Severity: Low, Rule: "the end of the story is cut", Note: lostWith(p.a, first, last)}
		if strings.Contains(v.Note, "caveat") {
			v.Severity = Medium
		}
		p.report(v, x, [2]int{first, last}, [2]int{})
	}
	kept := slices.ContainsFunc(p.Segments, func(s Segment) bool { return s.Kind == Same || s.Kind == Changed })
	var cut, added [2]int // tokens of the run of segments so far
	var until [2]int      // the sentences that would go on with it
	flush := func() {
		if cut[0] < cut[1] && kept {
			p.report(PhraseVariant{Type: PassageCut, Severity: Low, Rule: "left out before the end", Note: lostWith(p.a, cut[0], cut[1])}, x, cut, [2]int{})
		}
		if added[0] < added[1] && kept {
			p.report(PhraseVariant{Type: PassageAdded, Severity: Low, Rule: "a passage of its own"}, x, [2]int{}, added)
		}
		cut, added = [2]int{}, [2]int{}
	}
	for _, s := range p.Segments {
		switch {
		case s.Furniture:
		case s.Kind == Cut && s.ASents[0] < s.ASents[1] && (tail < 0 || s.ASents[0] < tail) && p.bodySentence(s.ASents[0]):
			first, last := tokenRange(p.A, s.ASents)
			if cut[0] == cut[1] || until[0] != s.ASents[0] {
				flush()
				cut[0] = first
			}
			cut[1], until = last, [2]int{s.ASents[1], -1}
			p.caveatCut(x, first, last)
			continue
		case s.Kind == Insert && s.BSents[0] < s.BSents[1] && p.b.wordCount(tokenRange(p.B, s.BSents)) > 3:
			first, last := tokenRange(p.B, s.BSents)
			if added[0] == added[1] || until[1] != s.BSents[0] {
				flush()
				added[0] = first
			}
			added[1], until = last, [2]int{-1, s.BSents[1]}
			continue
		}
		flush()
	}
	flush()
}

// caveatCut reports the caveat of a sentence that was left out.
func (p *phrasing) caveatCut(x *passage, first, last int) {
	if !p.english {
		return
	}
	if hs := hedgesIn(p.a.caveats, first, last); len(hs) > 0 {
		p.report(PhraseVariant{Type: HedgeDropped, Severity: Medium, Rule: "caveat cut: " + p.a.quote(hs[0].first, hs[0].last).Text},
			x, p.a.caveat(hs[0], first, last), [2]int{})
	}
}

// caveat is what to quote of a lost caveat: a short sentence whole, of a long
// one the words about it.
func (r *reading) caveat(h hedge, first, last int) [2]int {
	const long, about = 20, 7
	if last-first <= long {
		return [2]int{first, last}
	}
	first, last = r.around(h.first, h.last, first, last, about)
	return [2]int{first, last}
}

// tailStart is the first sentence of a's cut tail: behind it b has nothing of
// a's story, at least one body sentence is lost, and b kept something. -1
// where there is none.
func (p *phrasing) tailStart() int {
	kept := make([]bool, len(p.A.Sentences))
	any := false
	for _, s := range p.Segments {
		if s.Kind != Cut && s.ASents[0] < s.ASents[1] && p.story(s) {
			for i := s.ASents[0]; i < s.ASents[1]; i++ {
				kept[i], any = true, true
			}
		}
	}
	tail := -1
	for i := len(kept) - 1; i >= 0 && !kept[i]; i-- {
		if p.bodySentence(i) {
			tail = i
		}
	}
	if !any {
		return -1
	}
	return tail
}

func (p *phrasing) bodySentence(i int) bool {
	s := p.A.Sentences[i]
	return !p.A.Roles[i].Furniture() && p.a.wordCount(s.First, s.Last) > 3
}

// lastBody is the end of the last body sentence from sentence i on.
func (p *phrasing) lastBody(i int) int {
	last := p.A.Sentences[i].Last
	for ; i < len(p.A.Sentences); i++ {
		if p.bodySentence(i) {
			last = p.A.Sentences[i].Last
		}
	}
	return last
}

// lostWith says what went with the tokens [first, last).
func lostWith(r *reading, first, last int) string {
	quotes, figures := 0, 0
	for _, q := range r.quotes {
		if q[0] >= first && q[1] <= last && q[1]-q[0] > shortQuote {
			quotes++
		}
	}
	for t := first; t < last; t++ {
		if r.toks[t].Kind == token.Number {
			figures++
		}
	}
	var lost []string
	add := func(n int, what string) {
		switch {
		case n == 1:
			lost = append(lost, "1 "+what)
		case n > 1:
			lost = append(lost, fmt.Sprintf("%d %ss", n, what))
		}
	}
	add(len(hedgesIn(r.caveats, first, last)), "caveat")
	add(quotes, "quote")
	add(figures, "figure")
	if len(lost) == 0 {
		return ""
	}
	return "lost with it: " + strings.Join(lost, ", ")
}

// order reports sentences that stand elsewhere: runs of moved segments, each
// by its first words.
func (p *phrasing) order() {
	before := [2]int{-1, -1} // ends of the moved segment before, in sentences
	for _, s := range p.Segments {
		if !s.Moved || !p.story(s) || s.Kind == Cut || s.Kind == Insert {
			continue
		}
		joined := s.ASents[0] == before[0] && s.BSents[0] == before[1]
		before = [2]int{s.ASents[1], s.BSents[1]}
		if joined {
			continue
		}
		a0, _ := tokenRange(p.A, s.ASents)
		b0, _ := tokenRange(p.B, s.BSents)
		x := &passage{a: p.a, b: p.b, headline: true}
		const firstWords = 12
		p.report(PhraseVariant{Type: Reordered, Severity: Low, Rule: "stands elsewhere"}, x,
			[2]int{a0, min(a0+firstWords, p.A.Sentences[s.ASents[0]].Last)}, [2]int{b0, min(b0+firstWords, p.B.Sentences[s.BSents[0]].Last)})
	}
}

// headline compares the titles: what changed, and what the new one claims
// that neither the body of b nor the old title does.
func (p *phrasing) headline() {
	if p.A.Title == "" || p.B.Title == "" {
		return
	}
	x, ok := p.titles()
	if !ok {
		return
	}
	claims, grave := p.unsupported(x)
	v := PhraseVariant{Type: HeadlineChanged, Severity: Low, Rule: "other headline"}
	if grave {
		v.Severity = Medium
	}
	if len(claims) > 0 {
		v.Note = "in the headline, not in the body: " + strings.Join(claims, ", ")
	}
	p.report(v, x, [2]int{x.a0, x.a1}, [2]int{x.b0, x.b1})
	if p.english {
		p.attributions(x)
		p.hedging(x)
		p.actions(x)
		p.loaded(x)
	}
}

// titles is the passage of the two titles; ok is false where they are the
// same words.
func (p *phrasing) titles() (*passage, bool) {
	a, b := p.words.titles[0], p.words.titles[1]
	x := &passage{headline: true, a1: len(a), b1: len(b)}
	if x.a1 == 0 || x.b1 == 0 || slices.EqualFunc(a, b, func(i, j int32) bool { return p.words.of[i].fold == p.words.of[j].fold }) {
		return nil, false
	}
	read := func(title string, ids []int32) *reading {
		return newReading(shingle.Parse(shingle.Document{Text: title}), ids, p.words, "title", p.english)
	}
	x.a, x.b = read(p.A.Title, a), read(p.B.Title, b)
	x.a.titleSource()
	x.b.titleSource()
	runs, _ := p.diff(a, b, 0, 0)
	x.setRuns(runs)
	x.mark()
	return x, true
}

// titleSource reads the source that a headline names behind its last dash:
// "Nine freed after 47 days - mediators".
func (r *reading) titleSource() {
	for t := len(r.toks) - 2; t > 0 && t >= len(r.toks)-4; t-- {
		if r.is(t, "-") && r.toks[t-1].End < r.toks[t].Start && r.couldSpeak(t+1, len(r.toks)) {
			r.says = append(r.says, attribution{first: t + 1, last: len(r.toks), from: t + 1, to: len(r.toks), verb: -1, level: r.levelOf(t+1, len(r.toks))})
			return
		}
	}
}

// couldSpeak reports whether the tokens may be a source by themselves: no verb
// of saying or doing stands there, and nobody is addressed.
func (r *reading) couldSpeak(first, last int) bool {
	for t := first; t < last; t++ {
		if w := r.low(t); reporting(w) || actionScales[w] != nil || w == "your" || w == "you" || w == "here" {
			return false
		}
	}
	return true
}

// unsupported lists the numbers, names and loaded words of b's title that
// stand neither in b's body nor in a's title.
// grave says that a number or a loaded word is among them.
func (p *phrasing) unsupported(x *passage) (out []string, grave bool) {
	in := p.in.of(p.words, p.b.ids)
	for _, id := range x.a.ids {
		in.add(p.words.of[id].feature)
	}
	for t := range x.b.toks {
		f := p.words.of[x.b.ids[t]].feature
		if f < 0 || in.has(f) || x.b.has(t, stopWord) || headlineFiller[x.b.low(t)] || len(x.b.low(t)) < 3 && !x.b.isNumber(t) {
			continue
		}
		in.add(f)
		if x.b.isNumber(t) && (x.b.is(t-1, "update") || x.b.is(t+1, "lead")) {
			continue // UPDATE 2: which take it is
		}
		out = append(out, x.b.toks[t].Of(x.b.text))
		grave = grave || x.b.isNumber(t) || p.rules.loads(x.b.low(t), x.b.stemText(t))
	}
	return out, grave
}

// headlineFiller are words of headlines that claim nothing.
var headlineFiller = wordSet(`everything know need needs here far exclusive breaking live watch video videos photos pictures update updates latest
	explained explainer reasons ways things must see read why how first last major new big full story inside today
	revealed reveals you your us we our questions answered answers lead urgent analysis factbox correction corrected`)
