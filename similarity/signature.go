package similarity

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/internal/minhash"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// steps are the settings of the steps from document to keys. They hold no
// state and are shared between goroutines.
type steps struct {
	cfg      Config
	sketcher *minhash.Sketcher
	bands    lsh.Bands
}

func newSteps(cfg Config) (*steps, error) {
	s := &steps{cfg: cfg}
	var err error
	if s.sketcher, err = minhash.New(cfg.SketchSize); err != nil {
		return nil, err
	}
	s.bands, err = lsh.Choose(cfg.SketchSize)
	return s, err
}

// worker is what one goroutine uses again from document to document.
type worker struct {
	*steps
	sketch  []uint32
	builder facts.Builder
	body    []shingle.Sentence
}

func (s *steps) worker() *worker { return &worker{steps: s} }

// record is what is kept of a document: no text. With 200 words it is about
// 0.8 kB of shingles, 0.5 kB of profile and 0.3 kB of band keys.
type record struct {
	id        string
	published int64         // seconds since 1970; noDate where unknown
	set       []word        // shingles, ascending
	profile   facts.Profile // what survives rewriting, of the body
	title     facts.Profile
	outlet    uint32 // hash of the outlet's name; 0 where unknown
	size      int32  // how many shingles, before they were shortened to words
	doc       int32  // number of the document in the input
	update    uint8  // the n of "UPDATE n" in the title, 1 for a lead or a correction without one
}

// word is the high half of a shingle's hash. Two sets of 200 share one by
// chance with probability 200·200/2³² = 0.001%, so counts over words are exact
// for all that a count decides.
type word = uint32

const noDate = -1 << 62

// record takes a document apart: shingle set and metadata, and its sketch,
// which is valid until the next call.
func (w *worker) record(doc shingle.Document) (record, []uint32) {
	r, set := w.parsed(shingle.Parse(doc))
	if w.cfg.Ways.Has(Copies) {
		w.sketch = w.sketcher.Sketch(w.sketch, set)
	}
	return r, w.sketch
}

// parsed makes the record of a parsed document.
func (w *worker) parsed(a *shingle.Article) (record, shingle.Set) {
	set := shingle.NewSet(a, w.cfg.ShingleSize)
	w.body = bodyOf(w.body[:0], a)
	r := record{
		id:        a.ID,
		published: unix(a.Document),
		set:       shorten(set),
		profile:   w.builder.Build(a.Text, a.Tokens, w.body),
		outlet:    outletHash(a.Outlet),
		size:      int32(len(set)),
		update:    updateNumber(a.Title),
	}
	title := token.Tokenize(nil, a.Title)
	r.title = w.builder.Build(a.Title, title, []shingle.Sentence{{First: 0, Last: len(title)}})
	return r, set
}

// bodyOf appends to dst the sentences of an article that are no furniture.
func bodyOf(dst []shingle.Sentence, a *shingle.Article) []shingle.Sentence {
	for i, s := range a.Sentences {
		if !a.Roles[i].Furniture() {
			dst = append(dst, s)
		}
	}
	return dst
}

// outletHash is 0 for no outlet.
func outletHash(name string) uint32 {
	if name = strings.TrimSpace(name); name == "" {
		return 0
	}
	return max(murmur3.Sum32([]byte(strings.ToLower(name))), 1)
}

// updateCue finds what agencies write before the headline of a later version.
var updateCue = regexp.MustCompile(`^(?i:(?:UPDATE|WRAPUP|RPT-UPDATE|LEAD) ?(\d{1,2})\b|(\d{1,2})(?:ST|ND|RD|TH) (?:LEAD|LD)\b|(?:CORRECTED|CORRECTION|REFILE|UPDATED?|RECAST)\b)`)

// updateNumber reads "UPDATE 2-…", "2nd lead: …", "CORRECTED-…"; 0 where the
// title says nothing of the kind.
func updateNumber(title string) uint8 {
	m := updateCue.FindStringSubmatch(strings.TrimSpace(title))
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1] + m[2])
	return uint8(max(n, 1))
}

// unix is the time of publication in seconds. Year 1 is what a zero time and
// a date without a year look like: unknown.
func unix(doc shingle.Document) int64 {
	if doc.Published.IsZero() || doc.Published.Year() <= 1 {
		return noDate
	}
	return doc.Published.Unix()
}

// shorten keeps the high half of every hash; the order stays.
func shorten(set shingle.Set) []word {
	if len(set) == 0 {
		return nil
	}
	out := make([]word, len(set))
	n := 0
	for _, h := range set {
		if x := word(h >> 32); n == 0 || out[n-1] != x {
			out[n] = x
			n++
		}
	}
	return out[:n]
}

// compare counts what two records' sets share, by one merge.
func compare(a, b *record) shingle.Counts {
	return shingle.Counts{Shared: shared(a.set, b.set), SizeA: int(a.size), SizeB: int(b.size)}
}

// shared counts the words that two ascending sets have in common.
func shared(a, b []word) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		x, y := a[i], b[j]
		if x == y {
			n++
		}
		if x <= y {
			i++
		}
		if y <= x {
			j++
		}
	}
	return n
}
