package corpus

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
)

// text is an article's body: paragraphs of sentences.
type text [][]sentence

type story struct {
	*writer
	cfg   Config
	index uint64
	made  int       // documents published so far
	clock time.Time // when the next version is published
}

// newStory makes all documents of one story, the base first.
func newStory(cfg Config, index uint64) []Doc {
	s := story{writer: newWriter(rand.New(rand.NewPCG(cfg.Seed, index))), cfg: cfg, index: index}
	s.clock = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(s.IntN(60*24*60)) * time.Minute)
	if s.Float64() < noticeShare {
		return []Doc{s.publish(s.notice(), Notice, "")}
	}
	words := s.cfg.Words/3 + s.IntN(s.cfg.Words*4/3+1)
	bodies := []text{s.base(words)}
	docs := []Doc{s.publish(bodies[0], Base, "")}
	for range s.size() - 1 {
		from := 0
		if s.Float64() < 0.4 {
			from = s.IntN(len(docs))
		}
		kind := s.kind()
		body, changed := s.edit(bodies[from], kind)
		bodies = append(bodies, body)
		d := s.publish(body, kind, docs[from].ID)
		d.Figures = changed
		docs = append(docs, d)
	}
	return docs
}

// size draws how many versions a story has: most have one, a few have dozens.
func (s *story) size() int {
	switch p := s.Float64(); {
	case p < 0.55:
		return 1
	case p < 0.73:
		return 2
	case p < 0.82:
		return 3
	case p < 0.92:
		return 4 + s.IntN(3)
	case p < 0.985:
		return 7 + s.IntN(9)
	default:
		return 16 + s.IntN(30)
	}
}

func (s *story) kind() Kind {
	switch p := s.Float64(); {
	case p < 0.12:
		return Copy
	case p < 0.50:
		return Light
	case p < 0.74:
		return Medium
	case p < 0.84:
		return Heavy
	case p < 0.93:
		return Cut
	default:
		return Embed
	}
}

// base writes an article of about so many words, in paragraphs of one to three
// sentences.
func (s *story) base(words int) text {
	lead := s.sentence(pick(s.Rand, leads))
	t := text{{lead}}
	for n := length(lead); n < words; {
		var p []sentence
		for range 1 + s.IntN(3) {
			p = append(p, s.sentence(pick(s.Rand, bodies)))
			n += length(p[len(p)-1])
		}
		t = append(t, p)
	}
	return t
}

// length counts the words of a sentence without its marks.
func length(s sentence) int {
	n := 0
	for _, w := range s {
		if w.class != formula || w.text[0] >= 'a' {
			n++
		}
	}
	return n
}

func (s *story) notice() text {
	var p []sentence
	for _, pattern := range pick(s.Rand, notices) {
		p = append(p, s.sentence(pattern))
	}
	return text{p}
}

// edit makes a version of a body. The body is not changed.
func (s *story) edit(from text, kind Kind) (text, []Change) {
	t := make(text, len(from))
	for i := range from {
		t[i] = slices.Clone(from[i])
	}
	var changed []Change
	switch kind {
	case Light:
		changed = s.reword(t, 1.0/33, 2)
	case Medium:
		t = s.shorten(t, 0.75+0.2*s.Float64())
		s.exchange(t)
		changed = s.reword(t, 1.0/14, 3)
	case Heavy:
		t = s.shorten(t, 0.65+0.25*s.Float64())
		s.move(t)
		changed = s.reword(t, 1.0/7, 4)
		t = append(t, s.base(40)[1:]...)
	case Cut:
		t = s.shorten(t, 0.25+0.25*s.Float64())
		s.reword(t, 1.0/200, 0)
	case Embed:
		own := s.base(s.cfg.Words * 2 / 3)
		half := len(own) / 2
		t = slices.Concat(own[:half], t, own[half:])
	}
	return t, changed
}

// shorten keeps a share of the sentences, from the start, and one at least.
func (s *story) shorten(t text, share float64) text {
	all := 0
	for _, p := range t {
		all += len(p)
	}
	left := max(1, int(share*float64(all)+0.5))
	for i, p := range t {
		if len(p) >= left {
			t[i] = p[:left]
			return t[:i+1]
		}
		left -= len(p)
	}
	return t
}

// reword replaces content words with the chance rate, a word for a word of its
// class, and up to so many figures, which it returns.
func (s *story) reword(t text, rate float64, figures int) []Change {
	// Formula and names stay, so that the chance for the others is higher.
	const contentShare = 0.45
	var places []*word
	for i := range t {
		for j, sen := range t[i] {
			sen = slices.Clone(sen)
			t[i][j] = sen
			for k, w := range sen {
				switch w.class {
				case noun, verb, adjective, adverb:
					if s.Float64() < rate/contentShare {
						sen[k].text = s.fresh(w.class)
					}
				case figure:
					if strings.ContainsAny(w.text, "0123456789") {
						places = append(places, &sen[k])
					}
				}
			}
		}
	}
	var changed []Change
	for range min(figures, len(places)) {
		i := s.IntN(len(places))
		was := places[i].text
		places[i].text = s.other(was)
		changed = append(changed, Change{was, places[i].text})
		places[i] = places[len(places)-1]
		places = places[:len(places)-1]
	}
	return changed
}

// exchange swaps two neighbouring paragraphs after the lead.
func (s *story) exchange(t text) {
	if len(t) > 3 {
		i := 1 + s.IntN(len(t)-2)
		t[i], t[i+1] = t[i+1], t[i]
	}
}

// move takes a paragraph to the end.
func (s *story) move(t text) {
	if len(t) > 3 {
		i := 1 + s.IntN(len(t)-2)
		p := t[i]
		copy(t[i:], t[i+1:])
		t[len(t)-1] = p
	}
}

// publish puts a body on an outlet's page.
func (s *story) publish(t text, kind Kind, parent string) Doc {
	var b strings.Builder
	if s.Float64() < 0.15 {
		b.WriteString(pick(s.Rand, prefixes) + "\n\n")
	}
	for i, p := range t {
		for j, sen := range p {
			switch {
			case j > 0:
				b.WriteByte(' ')
			case i > 0:
				b.WriteString("\n\n")
			}
			render(&b, sen)
		}
	}
	if s.Float64() < 0.2 {
		b.WriteString("\n\n" + pick(s.Rand, suffixes))
	}
	var title strings.Builder
	render(&title, t[0][0][:min(9, len(t[0][0]))])
	d := Doc{
		ID:        id(s.cfg.Seed, s.index, s.made),
		Title:     strings.TrimRight(title.String(), `.,:;" `),
		Outlet:    fmt.Sprintf("Outlet %d", 1+s.IntN(200)),
		Published: s.clock,
		Text:      b.String(),
		Cluster:   fmt.Sprintf("s%07d", s.index),
		Kind:      kind,
		Parent:    parent,
	}
	s.made++
	s.clock = s.clock.Add(time.Duration(5+s.IntN(90)) * time.Minute)
	return d
}
