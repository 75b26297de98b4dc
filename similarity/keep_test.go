package similarity

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// TestKept holds what is kept of documents to what they were taken apart to,
// in memory and in a file, one by one and a block at a time.
func TestKept(t *testing.T) {
	at := func(year int) time.Time { return time.Date(year, 3, 1, 12, 0, 1, 0, time.UTC) }
	docs := []shingle.Document{
		{ID: "none", Text: "Two words"},
		{ID: "a long id, of an archive", Text: spun(1, 30), Title: "UPDATE 2-Barge sinks", Published: at(2024), Outlet: "Post"},
		{ID: "b", Text: spun(2, 400), Title: "Barge sinks", Published: at(1912)},
		{ID: "c", Text: spun(3, 3000), Published: at(2190), Outlet: "Herald"},
		{ID: "d", Text: spun(4, 90)},
	}
	for _, test := range []struct {
		name   string
		brief  bool
		memory int64
	}{
		{"whole words", false, 0},
		{"brief", true, 0},
		{"whole words in a file", false, 1},
		{"brief in a file", true, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := NewFinder(Config{Brief: test.brief, Memory: test.memory})
			defer f.Close()
			for _, d := range docs {
				if err := f.Add(d); err != nil {
					t.Fatal(err)
				}
			}
			c, err := f.linked(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			u := &unpacker{corpus: c}
			if spilled := c.blocks[0].heads == nil && c.blocks[0].tails == nil; spilled != (test.memory > 0) {
				t.Errorf("in the file: %v", spilled)
			}
			for n, doc := range docs {
				d := c.numbered(int32(n))
				a := shingle.Parse(doc)
				set := shingle.NewSet(a, shingle.DefaultSize)
				want := newSubject(a, set).record
				want.exact = wordsOf(set)
				want.profile, want.title = built(a)
				got := u.record(d)
				if string(c.id(d)) != doc.ID || got.published != want.published || c.published(d) != want.published {
					t.Errorf("%q of %d, want %q of %d", c.id(d), got.published, doc.ID, want.published)
				}
				if got.outlet != want.outlet || got.update != want.update || got.doc != int32(n) {
					t.Errorf("%s: %d %d %d, want %d %d %d", doc.ID, got.outlet, got.update, got.doc, want.outlet, want.update, n)
				}
				if !slices.Equal(got.set, want.set) || !slices.Equal(u.set(d), want.set) {
					t.Errorf("%s: %x, want %x", doc.ID, got.set, want.set)
				}
				if !test.brief && (!slices.Equal(got.exact, want.exact) || got.size != want.size) {
					t.Errorf("%s: %x, want %x whole", doc.ID, got.exact, want.exact)
				}
				if len(got.profile) != len(want.profile) || len(got.title) != len(want.title) || !slices.Equal(u.profile(d), got.profile) {
					t.Errorf("%s: %d and %d terms, want %d and %d", doc.ID, len(got.profile), len(got.title), len(want.profile), len(want.title))
				}
				if sketch := lsh.AppendSketch(nil, want.exact); !slices.Equal(u.AppendOf(nil, d), sketch) {
					t.Errorf("%s: the sketch is another", doc.ID)
				}
				u.reset()
				head := u.headWords(d)
				if n := len(head); n < wordsBelow(want.set, sampleBound) || !slices.Equal(head, want.set[:n]) {
					t.Errorf("%s: the head has %x, want what is below %x of %x", doc.ID, head, sampleBound, want.set)
				}
				b, i := c.at(d)
				start, end := b.head(i)
				if anchors := want.exact[:anchorsOf(want.exact)]; !slices.Equal(u.anchors(u.allHeads(b)[start:end]), anchors) {
					t.Errorf("%s: other anchors than %x", doc.ID, anchors)
				}
			}
		})
	}
}

// spun is a text of so many words.
func spun(seed uint64, words int) string {
	r := rand.New(rand.NewPCG(seed, 1))
	text := ""
	for i := range words {
		text += fmt.Sprintf("%c%c%c ", 'a'+r.IntN(26), 'a'+r.IntN(26), 'a'+r.IntN(26))
		if i%12 == 11 {
			text += fmt.Sprintf("in Port %c%c near %d. ", 'A'+r.IntN(26), 'a'+r.IntN(26), r.IntN(900))
		}
	}
	return text
}

// TestIDSet holds the set to a map.
func TestIDSet(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var s idSet
	seen := map[string]bool{}
	for range 60_000 {
		id := fmt.Sprint(r.IntN(40_000))
		if got := s.add(id); got == seen[id] {
			t.Fatalf("%s after %d ids: new is %v", id, len(seen), got)
		}
		seen[id] = true
	}
	slots := 0
	for _, table := range s.tables {
		slots += len(table.slots)
	}
	if slots > 5*len(seen)/2 {
		t.Errorf("%d slots for %d ids", slots, len(seen))
	}
}

// TestSpillRoom holds that a spill keeps in memory what its limit has room for,
// tails before heads out, and no more.
func TestSpillRoom(t *testing.T) {
	const docs, each = 100, 1000
	for _, test := range []struct {
		name         string
		room         int64 // beside what a finder needs anyway
		tails, heads int   // blocks that have theirs in memory
	}{
		{"for all", 10 * 1200 * each, 10, 10},
		{"for the heads and five tails", (10*200 + 5*800) * each * (slack + 1) / slack, 5, 10},
		{"for three heads", 3 * 200 * each * (slack + 1) / slack, 0, 3},
		{"for nothing", 0, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := &spill{limit: 5000 + 10*docs*docMemory + test.room, base: 5000, each: docMemory}
			defer s.close()
			blocks := make([]block, 10)
			for i := range blocks {
				blocks[i] = block{docs: make([]kept, docs), heads: filled(200*each, i), tails: filled(800*each, i+100)}
				s.put(&blocks[i])
			}
			heads, tails := 0, 0
			for i := range blocks {
				b := &blocks[i]
				if b.heads != nil {
					heads++
				} else if !slices.Equal(s.get(nil, b.headsAt, 200*each), filled(200*each, i)) {
					t.Errorf("block %d: other heads come back", i)
				}
				if b.tails != nil {
					tails++
				} else if !slices.Equal(s.get(nil, b.tailsAt+5, 100), filled(100, i+100)) {
					t.Errorf("block %d: other tails come back", i)
				}
			}
			if err := s.failed(); err != nil || heads != test.heads || tails != test.tails {
				t.Errorf("%d heads and %d tails in memory, want %d and %d (%v)", heads, tails, test.heads, test.tails, err)
			}
		})
	}
}

func filled(n, with int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(with)
	}
	return b
}

// built are the profiles of an article, each word read where it stands.
func built(a *shingle.Article) (body, title facts.Profile) {
	var b facts.Builder
	tokens := token.Tokenize(nil, a.Title)
	whole := []shingle.Sentence{{Last: len(tokens)}}
	return b.Build(a.Text, a.Tokens, bodyOf(nil, a)), b.Build(a.Title, tokens, whole)
}
