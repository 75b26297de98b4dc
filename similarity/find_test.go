package similarity

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/wirediff/wirediff/shingle"
)

// writer invents news: sentences of words drawn with a long tail, so that some
// are in every story and most in few. The same seed gives the same text.
type writer struct {
	*rand.Rand
	next int
}

func newWriter(seed uint64) *writer { return &writer{Rand: rand.New(rand.NewPCG(seed, 21578))} }

var syllables = strings.Fields("ba ke lo mi nu ra se ti vo zu dan fer gol har jin kel mar nor pes quo ros sel tam vel wex")

func (w *writer) word() string {
	rank := int(3 / (w.Float64() + 0.0005)) // Zipf: rank r about as often as 1/r²
	var b strings.Builder
	for n := rank + 26; n > 0; n /= 25 {
		b.WriteString(syllables[n%25])
	}
	return b.String()
}

func (w *writer) sentence() string {
	words := make([]string, 12+w.IntN(14))
	for i := range words {
		switch w.IntN(12) {
		case 0:
			words[i] = strings.ToUpper(w.word()[:1]) + w.word()
		case 1:
			words[i] = fmt.Sprint(w.IntN(9000))
		default:
			words[i] = w.word()
		}
	}
	return strings.ToUpper(words[0][:1]) + words[0][1:] + " " + strings.Join(words[1:], " ") + "."
}

func (w *writer) story(sentences int) []string {
	out := make([]string, sentences)
	for i := range out {
		out[i] = w.sentence()
	}
	return out
}

// edit changes one word in every and drops nothing.
func (w *writer) edit(story []string, every int) []string {
	out := make([]string, len(story))
	for i, s := range story {
		words := strings.Fields(s)
		for j := 1; j < len(words)-1; j++ {
			if w.IntN(every) == 0 {
				words[j] = w.word()
			}
		}
		out[i] = strings.Join(words, " ")
	}
	return out
}

var epoch = time.Date(2031, 5, 6, 7, 0, 0, 0, time.UTC)

func (w *writer) doc(id string, story []string) shingle.Document {
	w.next++
	return shingle.Document{
		ID: id, Title: story[0], Text: strings.Join(story, "\n\n"),
		Published: epoch.Add(time.Duration(w.next) * time.Minute),
	}
}

// corpus makes n documents: stories with copies, light edits and cuts. The
// story of a document is what its id has before the dash.
func (w *writer) corpus(n int) []shingle.Document {
	var docs []shingle.Document
	for s := 0; len(docs) < n; s++ {
		story := w.story(6 + w.IntN(12))
		id := func(kind string) string { return fmt.Sprintf("s%06d-%s", s, kind) }
		docs = append(docs, w.doc(id("a"), story))
		if w.IntN(2) == 0 {
			docs = append(docs, w.doc(id("copy"), story), w.doc(id("light"), w.edit(story, 12)))
		}
		if w.IntN(3) == 0 {
			docs = append(docs, w.doc(id("cut"), story[:3]))
		}
	}
	return docs[:n]
}

func storyOf(id string) string { return id[:strings.IndexByte(id, '-')] }

// right counts the pairs of documents that are rightly and wrongly in one
// cluster, and the pairs that should be.
func right(docs []shingle.Document, r *Result) (good, bad, want int) {
	size := map[string]int{}
	for _, d := range docs {
		want += size[storyOf(d.ID)]
		size[storyOf(d.ID)]++
	}
	for _, c := range r.Clusters {
		in := map[string]int{}
		for i, m := range c.Members {
			good += in[storyOf(m.ID)]
			bad += i - in[storyOf(m.ID)]
			in[storyOf(m.ID)]++
		}
	}
	return good, bad, want
}

func TestFindStories(t *testing.T) {
	docs := newWriter(1).corpus(600)
	r, err := Find(docs, Config{})
	if err != nil {
		t.Fatal(err)
	}
	good, bad, want := right(docs, r)
	if bad > 0 || float64(good) < 0.99*float64(want) {
		t.Errorf("%d pairs rightly joined of %d, %d wrongly", good, want, bad)
	}
	seen := make([]bool, len(docs))
	for _, c := range r.Clusters {
		for _, m := range c.Members {
			if seen[m.Doc] || docs[m.Doc].ID != m.ID {
				t.Fatalf("document %d is in two clusters or has another's id", m.Doc)
			}
			seen[m.Doc] = true
		}
	}
	for i, ok := range seen {
		if !ok {
			t.Errorf("document %s is in no cluster", docs[i].ID)
		}
	}
}

// turned is the relation of a pair read the other way.
var turned = map[Relation]Relation{
	Identical: Identical, LightEdit: LightEdit, Excerpt: Expanded, Expanded: Excerpt,
	Updated: LightEdit, Rewritten: Rewritten, Related: Related, Unrelated: Unrelated,
}

// byID rewrites the document numbers of a result as ids, so that results over
// differently ordered inputs can be compared.
func byID(docs []shingle.Document, r *Result) ([]Cluster, map[string]Pair) {
	clusters := make([]Cluster, len(r.Clusters))
	for i, c := range r.Clusters {
		c.Members = append([]Member(nil), c.Members...)
		for j := range c.Members {
			c.Members[j].Doc = 0
		}
		clusters[i] = c
	}
	pairs := map[string]Pair{}
	for _, p := range r.Pairs {
		a, b := docs[p.A].ID, docs[p.B].ID
		if a > b {
			a, b = b, a
			p.Counts.SizeA, p.Counts.SizeB = p.Counts.SizeB, p.Counts.SizeA
			p.Relation = turned[p.Relation]
		}
		p.A, p.B = 0, 0
		pairs[a+" "+b] = p
	}
	return clusters, pairs
}

func TestSameAtAnyOrderAndWorkers(t *testing.T) {
	docs := newWriter(2).corpus(400)
	for i := range 40 { // an oversized run: forty copies of one story
		d := docs[0]
		d.ID = fmt.Sprintf("x%03d-copy", i)
		docs = append(docs, d)
	}
	first, err := Find(docs, Config{Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	wantClusters, wantPairs := byID(docs, first)
	for _, workers := range []int{1, 2, 8} {
		shuffled := append([]shingle.Document(nil), docs...)
		newWriter(uint64(workers)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		r, err := Find(shuffled, Config{Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		clusters, pairs := byID(shuffled, r)
		if !reflect.DeepEqual(clusters, wantClusters) {
			t.Errorf("workers %d: other clusters in another order of the input", workers)
		}
		if !reflect.DeepEqual(pairs, wantPairs) {
			t.Errorf("workers %d: other pairs in another order of the input", workers)
		}
	}
}

func TestAddErrors(t *testing.T) {
	f := NewFinder(Config{})
	if err := f.Add(shingle.Document{Text: "No id."}); !errors.Is(err, ErrNoID) {
		t.Errorf("no id: %v", err)
	}
	if err := f.Add(shingle.Document{ID: "a", Text: "One."}); err != nil {
		t.Error(err)
	}
	if err := f.Add(shingle.Document{ID: "a", Text: "Two."}); !errors.Is(err, ErrDuplicateID) || !strings.Contains(err.Error(), `"a"`) {
		t.Errorf("the same id again: %v", err)
	}
	r, err := f.Result(context.Background())
	if err != nil || len(r.Clusters) != 1 {
		t.Errorf("result %v, %v: want one cluster", r, err)
	}
	if err := f.Add(shingle.Document{ID: "b"}); !errors.Is(err, ErrFinished) {
		t.Errorf("add after result: %v", err)
	}
	if f := NewFinder(Config{ShingleSize: -1}); f.Add(shingle.Document{ID: "a"}) == nil {
		t.Error("a sketch of 8 bins cannot meet the wanted recall, and Add said nothing")
	}
}

func TestSmall(t *testing.T) {
	line := "The mayor of Tolvane said on Monday that the bridge would stay shut until the river falls."
	for _, c := range []struct {
		name     string
		texts    []string
		clusters int
	}{
		{"no documents", nil, 0},
		{"one empty document", []string{""}, 1},
		{"empty documents are not versions of each other", []string{"", "", " \n"}, 3},
		{"one word each, the same", []string{"Fire", "Fire"}, 1},
		{"one word each, others", []string{"Fire", "Flood"}, 2},
		{"a short brief twice", []string{line, line}, 1},
		{"punctuation only", []string{"...", "!!!"}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			var docs []shingle.Document
			for i, text := range c.texts {
				docs = append(docs, shingle.Document{ID: fmt.Sprint(i), Text: text})
			}
			r, err := Find(docs, Config{})
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Clusters) != c.clusters {
				t.Errorf("%d clusters, want %d: %+v", len(r.Clusters), c.clusters, r.Clusters)
			}
		})
	}
}

func TestCancel(t *testing.T) {
	f := NewFinder(Config{})
	for _, d := range newWriter(3).corpus(50) {
		if err := f.Add(d); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := f.Result(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

// TestIdenticalIsACopy holds that a short text that comes again word for word
// days later, under another outlet's name, is a copy; under the same outlet's
// it is a notice of a series.
func TestIdenticalIsACopy(t *testing.T) {
	text := "The harbour at Tessing was closed for 9 hours on Monday after a crane fell across the fairway, the port authority said, and 14 ships waited at anchor in the roads."
	at := time.Date(2031, 5, 1, 0, 0, 0, 0, time.UTC)
	for outlet, clusters := range map[string]int{"Late": 1, "": 1, "Early": 2} {
		found, err := Find([]shingle.Document{
			{ID: "wire", Outlet: "Early", Published: at, Text: text},
			{ID: "again", Outlet: outlet, Published: at.Add(48 * time.Hour), Text: text},
		}, Config{})
		if err != nil || len(found.Clusters) != clusters {
			t.Errorf("outlet %q: %+v, %v", outlet, found, err)
		}
	}
}
