package facts

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/wirediff/wirediff/internal/token"
)

// profile builds the profile of a text that is one block.
func profile(text string) Profile {
	tokens := token.Tokenize(nil, text)
	sentences := token.Sentences(nil, text, tokens, 0, len(tokens))
	var b Builder
	return b.Build(text, tokens, sentences)
}

func figures(p Profile) []uint32 {
	var out []uint32
	for _, t := range p {
		if t.Has(Figure) {
			out = append(out, t.Hash())
		}
	}
	return out
}

func TestFiguresHaveOneHash(t *testing.T) {
	for _, c := range []struct{ name, a, b string }{
		{"magnitude word and suffix", "It cost £2.45 million.", "It cost £2.45m."},
		{"thousands and none", "It cost 2,450,000 euros.", "It cost 2.45 million euros."},
		{"crore and billion", "A loss of 337 crore rupees.", "A loss of 3.37 billion rupees."},
		{"words and digits", "Fourteen boats sank.", "The storm sank 14 boats."},
		{"words with a hyphen", "Some twenty-six men fled.", "Some 26 men fled."},
		{"half a dozen", "Half a dozen men fled.", "The men who fled were 6."},
		{"two hundred", "Two hundred men fled.", "Police said 200 men fled."},
		{"a currency suffix", "A deal of $1.2bn.", "A deal of 1.2 billion dollars."},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := figures(profile(c.a)), figures(profile(c.b))
			if len(a) != 1 || len(b) != 1 || a[0] != b[0] {
				t.Errorf("figures %x of %q, %x of %q", a, c.a, b, c.b)
			}
		})
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"inside a sentence", "The mayor met Olvera at noon.", 1},
		{"a sentence's first word", "Ships came at noon.", 0},
		{"a first word that is a name elsewhere", "Olvera spoke. The mayor met Olvera.", 2},
		{"a weekday is no name", "The mayor met them on Friday.", 0},
		{"the possessive is the name", "They saw Olvera and then Olvera's car.", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := 0
			for _, term := range profile(c.text) {
				if term.Has(Name) {
					n++
				}
			}
			if n != c.want {
				t.Errorf("%d names in %q, want %d", n, c.text, c.want)
			}
		})
	}
}

func TestStems(t *testing.T) {
	for _, family := range []string{
		"kidnapper kidnappers kidnapped kidnapping",
		"release released releases releasing",
		"negotiate negotiated negotiating negotiation negotiations",
		"city cities",
		"announce announced announcement announcements",
	} {
		words := strings.Fields(family)
		want := string(stemOf([]byte(words[0])))
		for _, w := range words[1:] {
			if got := string(stemOf([]byte(w))); got != want {
				t.Errorf("stem of %s is %s, of %s %s", w, got, words[0], want)
			}
		}
	}
}

func view(texts ...string) ([]*View, *Rarity) {
	r := NewRarity(len(texts))
	var d Distinct
	profiles := make([]Profile, len(texts))
	for i, text := range texts {
		profiles[i] = profile(text)
		r.Count(profiles[i], &d)
	}
	r.Ready()
	views := make([]*View, len(texts))
	for i, p := range profiles {
		views[i] = NewView(p, r)
	}
	return views, r
}

const (
	story = `The grain barge Marta Lonn sank off Cape Edrey on Monday with 2,340 tonnes of wheat, the coastguard said. ` +
		`Nine of the 11 crew were picked up by the trawler Bright Penny, its skipper Ivo Rask said. ` +
		`"We heard the hull go like a plank over a knee," Rask told reporters in Port Selby. ` +
		`The owner, Dunmore Bulk, had been fined $48,000 in April over rusted hatches.`
	rewrite = `Two sailors are missing after a barge with a cargo of wheat went down near Cape Edrey. ` +
		`The trawler Bright Penny, skippered by Ivo Rask, rescued nine others out of 11 from the Marta Lonn. ` +
		`Rask, back in Port Selby, described the noise: "We heard the hull go like a plank over a knee." ` +
		`It was carrying 2,340 tonnes. Dunmore Bulk, which owns it, paid a fine of $48,000 for hatches that had rusted.`
	other = `Farmers in the Tessin valley sold 310,000 lambs this spring, a fifth more than a year ago, the union of breeders said. ` +
		`Prices at the Garlone market fell to 61 crowns a head. "Nobody wants wool," said breeder Anna Quist. ` +
		`The union asked the ministry in Velm for 12 million crowns of aid.`
)

// TestQuoted holds that what stands between the marks of a quotation is quoted,
// and nothing behind them.
func TestQuoted(t *testing.T) {
	for name, text := range map[string]string{
		"straight": `Rask heard "a plank over ( a ) knee" off Selby.`,
		"curly":    "Rask heard “a plank over ( a ) knee” off Selby.",
		"angle":    "Rask heard «a plank over ( a ) knee» off Selby.",
		"low":      "Rask heard „a plank over ( a ) knee” off Selby.",
	} {
		tokens := token.Tokenize(nil, text)
		sentences := token.Sentences(nil, text, tokens, 0, len(tokens))
		var b Builder
		for _, p := range b.Places(text, tokens, sentences) {
			word := p.Of(text)
			if want := word == "plank" || word == "knee"; p.Term.Has(Quoted) != want {
				t.Errorf("%s: %s is quoted: %v", name, word, !want)
			}
		}
	}
}

func TestFeaturesSymmetric(t *testing.T) {
	v, _ := view(story, rewrite, other)
	out := Outside{Held: 0.2, Alike: 0.1, Days: 2}
	for i := range v {
		for k := range v {
			f, g := All(v[i], v[k], out), All(v[k], v[i], out)
			for n := range f {
				if math.Abs(f[n]-g[n]) > 1e-6 {
					t.Errorf("%s of %d and %d is %g, of %d and %d %g", Feature(n), i, k, f[n], k, i, g[n])
				}
			}
		}
	}
}

func TestScores(t *testing.T) {
	v, _ := view(story, rewrite, other)
	f := Compare(v[0], v[1], Outside{Held: 0.15, Alike: 0.08, Days: 0.2})
	if s := OtherWording.Score(&f); s < 0.5 {
		t.Errorf("a rewrite with every name, figure and quote scores %.3f: %.2f", s, f)
	}
	f = Compare(v[0], v[2], Outside{Days: 0.2})
	if s := OtherWording.Score(&f); s > 0.01 {
		t.Errorf("another story scores %.3f: %.2f", s, f)
	}
}

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		name string
		f    map[Feature]float64
		want *Model
	}{
		{"shared wording", map[Feature]float64{Factual: 0.4, Held: 0.9, Alike: 0.3}, &SameWording},
		{"other wording", map[Feature]float64{Factual: 0.4, Held: 0.1, Alike: 0.05}, &OtherWording},
		{"an undated text without names", map[Feature]float64{Factual: 0.05, Held: 0.3, Alike: 0.1, Apart: -1}, &Plain},
		{"a dated text without names is a notice", map[Feature]float64{Factual: 0.05, Held: 0.9, Alike: 0.8, Apart: 1}, &SameWording},
	} {
		t.Run(c.name, func(t *testing.T) {
			var f Features
			for k, v := range c.f {
				f[k] = v
			}
			if got := Choose(&f); got != c.want {
				t.Errorf("another model answers")
			}
		})
	}
}

func TestRarityFallsWithCount(t *testing.T) {
	r := NewRarity(100)
	var d Distinct
	common, rare := profile("The Garlone ferry."), profile("The Garlone ferry met Quist.")
	for range 60 {
		r.Count(common, &d)
	}
	r.Count(rare, &d)
	r.Ready()
	g, q := rare[0], rare[3]
	if !g.Has(Name) || !q.Has(Name) {
		t.Fatalf("terms %x and %x are no names", g, q)
	}
	if r.DocsWith(g) != 61 || r.DocsWith(q) != 1 {
		t.Errorf("in %d and %d documents, want 61 and 1", r.DocsWith(g), r.DocsWith(q))
	}
	if r.Weight(g) >= r.Weight(q) {
		t.Errorf("weights %g of the common and %g of the rare name", r.Weight(g), r.Weight(q))
	}
}

func FuzzBuild(f *testing.F) {
	for _, s := range []string{story, rewrite, "“", "1.2.3:4,5 6 7", "half a", "twenty-", "$", "Ümlaut’s \u2028 x", "1e999 999999999999999999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		v, _ := view(text, story)
		for _, x := range []*View{v[0], v[1]} {
			f := All(v[0], x, Outside{Days: -1})
			for n, value := range f {
				if math.IsNaN(value) || math.IsInf(value, 0) {
					t.Errorf("%s is %g", Feature(n), value)
				}
			}
		}
		var b Builder
		tokens := token.Tokenize(nil, text)
		sentences := token.Sentences(nil, text, tokens, 0, len(tokens))
		for _, p := range b.Places(text, tokens, sentences) {
			if p.Start < 0 || p.End > len(text) || p.Start >= p.End {
				t.Errorf("place %d–%d of %d bytes", p.Start, p.End, len(text))
			}
		}
	})
}

func BenchmarkBuild(b *testing.B) {
	text := strings.Repeat(story+" "+other+" ", 2)
	tokens := token.Tokenize(nil, text)
	sentences := token.Sentences(nil, text, tokens, 0, len(tokens))
	b.Run("doc=news/words=260", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		var builder Builder
		for b.Loop() {
			builder.Build(text, tokens, sentences)
		}
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
	})
}

func BenchmarkCompare(b *testing.B) {
	v, r := view(story, rewrite)
	p := profile(story)
	b.Run("step=view", func(b *testing.B) {
		for b.Loop() {
			NewView(p, r)
		}
	})
	b.Run("step=whole", func(b *testing.B) {
		for b.Loop() {
			Whole(v[0], v[1], Outside{})
		}
	})
	b.Run("step=all", func(b *testing.B) {
		for b.Loop() {
			All(v[0], v[1], Outside{})
		}
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
	})
}

// TestPacked holds that packed terms keep their flags, that equal terms stay
// equal and others other, and that a Rarity knows both by one cell.
func TestPacked(t *testing.T) {
	p := append(profile(story), profile(other)...)
	p = append(p, 1<<packedBits) // all that is kept of this hash is 0
	packed := AppendPacked([]byte("before"), p)[len("before"):]
	if len(packed) != PackedLen(len(p)) {
		t.Fatalf("%d bytes for %d terms", len(packed), len(p))
	}
	got := Unpack(Profile{7}, packed)[1:]
	const flags = Name | Figure | Quoted | Common
	r := NewRarity(2000)
	for i, x := range p {
		y := got[i]
		if x&flags != y&flags || (x == end) != (y == end) {
			t.Errorf("term %x comes back as %x", x, y)
		}
		if x.Hash()%(1<<packedBits) != 0 && r.DocsWith(x) != r.DocsWith(y) {
			t.Errorf("terms %x and %x have other cells", x, y)
		}
		for k, z := range p[:i] {
			if x != end && z != end && (x.Hash() == z.Hash()) != (y.Hash() == got[k].Hash()) {
				t.Errorf("terms %x and %x: packed %x and %x", x, z, y, got[k])
			}
		}
	}
}

// TestShortNumbers holds that a number that is short is what nine digits of it
// are, and that those in the news are short.
func TestShortNumbers(t *testing.T) {
	for v, want := range map[float64]bool{
		1e6: true, 567 * 1e6: true, 5.19 * 1e9: true, 123_456_789: true, 1_234_567_890: true, 1.5e12: true, 12_345_678_9 * 1e6: true,
		1_234_567_891: false, 12_345_678_910: false, 1.37 * 1e6: true, 1234.56: false, 1e6 + .5: false, 1e18: false, math.Inf(1): false,
	} {
		if got := isShort(v); got != want {
			t.Errorf("%v is short: %v", v, got)
		}
	}
	rng := rand.New(rand.NewPCG(7, 8))
	for range 100_000 {
		v := math.Trunc(math.Exp(rng.Float64() * 40))
		if rng.IntN(2) == 0 {
			v = float64(1+rng.IntN(999_999)) * math.Pow10(rng.IntN(12))
		}
		if isShort(v) {
			if same, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 9, 64), 64); same != v {
				t.Fatalf("%v is short, and %v in nine digits", v, same)
			}
		}
	}
}

func TestRarityForgets(t *testing.T) {
	var d Distinct
	a, b := profile("The mayor of Torbeck, Ann Roe, said 240 people died."), profile("In Lorne 31 boats were lost on Tuesday.")
	r := NewRarity(2)
	for range 2 {
		r.Count(a, &d)
		r.Count(b, &d)
		r.Ready()
		r.Forget(a, b)
	}
	fresh := NewRarity(2)
	for _, x := range []*Rarity{r, fresh} {
		x.Count(b, &d)
		x.Ready()
	}
	for _, p := range []Profile{a, b} {
		for _, term := range p {
			if r.DocsWith(term) != fresh.DocsWith(term) || r.Weight(term) != fresh.Weight(term) {
				t.Errorf("term %x is in %d documents with weight %v, want %d and %v", term, r.DocsWith(term), r.Weight(term), fresh.DocsWith(term), fresh.Weight(term))
			}
		}
	}
	if r.Docs() != 1 {
		t.Errorf("%d documents are counted, want 1", r.Docs())
	}
}
