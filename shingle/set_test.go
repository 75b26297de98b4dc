package shingle

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/internal/token"
)

// plainSet is NewSet without its shortcuts: normal forms, murmur3 of each, all
// shingles into a map. It knows no scripts without spaces.
func plainSet(a *Article, k int) Set {
	var words []uint64
	for i, s := range a.Sentences {
		for _, t := range a.Tokens[s.First:s.Last] {
			if t.Kind != token.Punct && !a.Roles[i].Furniture() {
				words = append(words, murmur3.Sum64(appendNormal(nil, t.Of(a.Text), t.Kind)))
			}
		}
	}
	seen := map[uint64]bool{}
	for i := range words {
		if i+k <= len(words) || i == 0 {
			seen[join(words[i:min(i+k, len(words))])] = true
		}
	}
	var set Set
	for h := range seen {
		set = append(set, h)
	}
	slices.Sort(set)
	return set
}

// newsText is invented copy of n sentences over a vocabulary of its own.
func newsText(rng *rand.Rand, n int) string {
	vocabulary := strings.Fields("freighter salt port Karvane Tuesday authority said crew hospital U.S. $1.2bn 1,400 12 o'clock keeper’s light Cape Merrow owner insurers Brandt pay damage tug line internationalisation Größe 18:00 percent Sept. 3 the of a to and in that for was it")
	var b strings.Builder
	b.WriteString("KARVANE, Sept. 3 (Newsline) - ")
	for range n {
		for w := range 8 + rng.IntN(20) {
			if w > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(vocabulary[rng.IntN(len(vocabulary))])
		}
		b.WriteString([]string{". ", ".\n\n", "?\n\n"}[rng.IntN(3)])
	}
	return b.String()
}

func TestSetEqualsReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	sh := map[int]*Shingler{1: NewShingler(1), 2: NewShingler(2), 3: NewShingler(0), 5: NewShingler(5)}
	for n := range 120 {
		doc := Document{Text: newsText(rng, n*n/40)}
		a := Parse(doc)
		for k, s := range sh {
			want := plainSet(a, k)
			if got := NewSet(a, k); !slices.Equal(got, want) {
				t.Fatalf("k=%d: NewSet has %d shingles, the reference %d, of %q", k, len(got), len(want), doc.Text)
			}
			article, set := s.Article(doc)
			if !slices.Equal(set, want) || !reflect.DeepEqual(article.Document, a.Document) || !slices.Equal(article.Tokens, a.Tokens) ||
				!slices.Equal(article.Blocks, a.Blocks) || !slices.Equal(article.Sentences, a.Sentences) || !slices.Equal(article.Roles, a.Roles) {
				t.Fatalf("k=%d: the Shingler's article, or its set, is another, of %q", k, doc.Text)
			}
			if got := s.Of(a); !slices.Equal(got, want) {
				t.Fatalf("k=%d: of the article the Shingler has %d shingles, the reference %d, of %q", k, len(got), len(want), doc.Text)
			}
			if got := s.Set(doc); !slices.Equal(got, want) {
				t.Fatalf("k=%d: Shingler has %d shingles, the reference %d, of %q", k, len(got), len(want), doc.Text)
			}
		}
	}
}

func FuzzShingler(f *testing.F) {
	f.Add("KARVANE, Sept. 3 (Newsline) - The U.S. paid $1.2bn. 日本語のテスト ไทย\n\n(Reporting by Ann Roe)")
	s := NewShingler(3)
	f.Fuzz(func(t *testing.T, text string) {
		doc := Document{Text: text}
		a := Parse(doc)
		if got, want := s.Set(doc), NewSet(a, 3); !slices.Equal(got, want) {
			t.Fatalf("%q: %v, want %v", text, got, want)
		}
		for _, tok := range a.Tokens {
			if tok.Kind != token.Punct && hashOf(s, text, tok) != murmur3.Sum64(appendNormal(nil, tok.Of(text), tok.Kind)) {
				t.Fatalf("%q has another hash", tok.Of(text))
			}
		}
	})
}

func hashOf(s *Shingler, text string, tok token.Token) uint64 {
	s.clear()
	s.hash(text, []token.Token{tok})
	return s.words[0]
}

// The short way of hashing, and what is remembered, are compared with the
// library for every byte at every place of words of every length, with text
// behind them and without.
func TestWordHash(t *testing.T) {
	forgetful, s := &Shingler{k: 3, once: true}, NewShingler(3)
	for _, tail := range []string{"", "0123456789abcdef"} {
		for n := 1; n <= 17; n++ {
			for at := range n {
				for c := range 256 {
					w := []byte("QuickBrownFoxJump"[:n])
					w[at] = byte(c)
					tok := token.Token{End: int32(n), Kind: token.Word}
					want := murmur3.Sum64(appendNormal(nil, string(w), token.Word))
					for _, s := range []*Shingler{forgetful, s, s} {
						if got := hashOf(s, string(w)+tail, tok); got != want {
							t.Fatalf("%q with %d bytes behind it has another hash", w, len(tail))
						}
					}
				}
			}
		}
	}
}

// TestNotes holds that each token has the note of its own, whatever is
// remembered, and however many tokens push each other out.
func TestNotes(t *testing.T) {
	s := NewShingler(3)
	note := func(word string, kind token.Kind) uint64 {
		return murmur3.Sum64([]byte(word)) + uint64(kind)
	}
	s.Note(note)
	rng := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		text := "The US; the U.S., us: 1,400 1400 antidisestablishmentarianism. é "
		for range 20 {
			text += strconv.Itoa(rng.IntN(40_000)) + " "
		}
		doc := Document{Text: strings.TrimSpace(text)}
		a, _ := s.Article(doc)
		words := s.Notes()
		for _, tok := range a.Tokens {
			if want := note(tok.Of(text), tok.Kind); words[0] != want {
				t.Fatalf("%q has another note", tok.Of(text))
			}
			words = words[1:]
		}
		if len(words) != 0 {
			t.Fatalf("%d notes too many", len(words))
		}
	}
}

func TestSetSees(t *testing.T) {
	const base = "A freighter carrying 1,400 tonnes of salt ran aground off Karvane on Tuesday."
	tests := []struct {
		name, a, b string
		equal      bool
	}{
		{"case", base, strings.ToUpper(base), true},
		{"apostrophes", "the port’s tug left at six o’clock", "the port's tug left at six o'clock", true},
		{"periods of abbreviations", "the U.S. tug left on Sept. 3", "the US tug left on Sept 3", true},
		{"groups of digits", base, strings.ReplaceAll(base, "1,400", "1\u00a0400"), true},
		{"soft hyphens", base, strings.ReplaceAll(base, "freighter", "freigh\u00adter"), true},
		{"punctuation", base, "A freighter, carrying 1,400 tonnes of salt – ran aground off Karvane on Tuesday!", true},
		{"furniture around it", base, "KARVANE (Newsline) - " + base + "\n\nRead more: Salt\n\n(Reporting by Ann Roe; Editing by Bo Lind)", true},
		{"furniture in the middle", base + "\n\nNobody was hurt.", base + "\n\nADVERTISEMENT\n\nNobody was hurt.", true},
		{"a number", base, strings.ReplaceAll(base, "1,400", "1,200"), false},
		{"a decimal", "it rose 1.4 percent", "it rose 14 percent", false},
		{"the order of words", "salt off Karvane", "Karvane off salt", false},
		{"accents", "the Größe of it", "the Grosse of it", false},
	}
	for _, tt := range tests {
		a, b := NewSet(Parse(Document{Text: tt.a}), 3), NewSet(Parse(Document{Text: tt.b}), 3)
		if slices.Equal(a, b) != tt.equal {
			t.Errorf("%s: equal is %v", tt.name, !tt.equal)
		}
	}
}

func TestSetSizes(t *testing.T) {
	tests := []struct {
		name, text string
		k, want    int
	}{
		{"none", "", 3, 0},
		{"only marks", "— … !", 3, 0},
		{"fewer words than k", "two words", 3, 1},
		{"as many words as k", "of three words", 3, 1},
		{"one more", "here are four words", 3, 2},
		{"repeated shingles count once", "a b c a b c", 3, 3},
		{"Chinese: five characters a shingle", "貨物船沖座礁", 3, 2},
		{"few Chinese characters", "貨物", 3, 1},
		{"Thai: twelve letters a shingle", "เรือบรรทุกสินค้าเกยตื้น", 3, 6},
		{"mixed: a word and four characters", "Karvane 貨物船沖", 3, 1},
	}
	for _, tt := range tests {
		if got := len(NewSet(Parse(Document{Text: tt.text}), tt.k)); got != tt.want {
			t.Errorf("%s: %d shingles, want %d", tt.name, got, tt.want)
		}
	}
}

func TestCounts(t *testing.T) {
	c := Compare(Set{1, 2, 3, 5, 8}, Set{2, 3, 4, 9})
	if c != (Counts{Shared: 2, SizeA: 5, SizeB: 4}) || c.Resemblance() != 2.0/7 || c.ContainmentA() != 2.0/5 || c.ContainmentB() != 0.5 {
		t.Errorf("%+v: %v %v %v", c, c.Resemblance(), c.ContainmentA(), c.ContainmentB())
	}
	if c := Compare(nil, nil); c.Resemblance() != 0 || c.ContainmentA() != 0 {
		t.Error("two empty sets resemble each other")
	}
}

// What a finder packs is what the set has.
func TestArticleHalves(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	docs := []Document{{}, {Text: "One."}, {Text: "One two."}, {Text: "One two three."}, {Text: "一二三四五六七八九十。"},
		{Text: strings.Repeat("Repeat this sentence. ", 100)}}
	for _, sentences := range []int{1, 4, 11, 30, 400} {
		docs = append(docs, Document{Text: newsText(rng, sentences)})
	}
	for _, k := range []int{2, DefaultSize} {
		whole, halved := NewShingler(k), NewShingler(k)
		for i, d := range docs {
			for _, mask := range []uint32{math.MaxUint32, 0xfffffc00, 0xfc000000} {
				var want []uint32
				for _, h := range whole.Set(d) {
					if half := uint32(h >> 32); len(want) == 0 || (want[len(want)-1]^half)&mask != 0 {
						want = append(want, half)
					}
				}
				a, got := halved.ArticleHalves(d, mask)
				if !slices.Equal(got, want) || !slices.Equal(a.Sentences, Parse(d).Sentences) {
					t.Errorf("document %d, mask %x, shingles of %d: %d of the set, want %d", i, mask, k, len(got), len(want))
				}
			}
		}
	}
}

func BenchmarkShingle(b *testing.B) {
	for _, sentences := range []int{3, 20, 80, 800} {
		text := newsText(rand.New(rand.NewPCG(5, 6)), sentences)
		doc := Document{Text: text}
		name := fmt.Sprintf("/words=%d", len(strings.Fields(text)))
		report := func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
		}
		b.Run("path=stream"+name, func(b *testing.B) {
			s := NewShingler(3)
			for b.Loop() {
				s.Set(doc)
			}
			report(b)
		})
		b.Run("path=article"+name, func(b *testing.B) {
			for b.Loop() {
				NewSet(Parse(doc), 3)
			}
			report(b)
		})
		b.Run("path=reuse"+name, func(b *testing.B) {
			s := NewShingler(3)
			for b.Loop() {
				s.Article(doc)
			}
			report(b)
		})
		b.Run("path=parse"+name, func(b *testing.B) {
			for b.Loop() {
				Parse(doc)
			}
			report(b)
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	rng := rand.New(rand.NewPCG(7, 8))
	x := NewSet(Parse(Document{Text: newsText(rng, 20)}), 3)
	y := NewSet(Parse(Document{Text: newsText(rng, 20)}), 3)
	z := slices.Concat(x[:len(x)/2], y[len(y)/2:])
	slices.Sort(z)
	b.Run(fmt.Sprintf("shingles=%d", len(x)), func(b *testing.B) {
		for b.Loop() {
			Compare(x, z)
		}
	})
}
