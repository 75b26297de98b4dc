package similarity

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/shingle"
)

// version is one version of an invented story, with the base sentences that
// each of its sentences came from.
type version struct {
	name string
	text string
	at   []shingle.Span // of each sentence
	from [][]int
}

// readTruth reads testdata/align: "== name", then lines of numbers and a
// sentence.
func readTruth(t testing.TB, path string) []version {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []version
	for line := range strings.SplitSeq(string(data), "\n") {
		if name, ok := strings.CutPrefix(line, "== "); ok {
			out = append(out, version{name: name})
			continue
		}
		if len(out) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		v := &out[len(out)-1]
		if line == "" {
			if v.text != "" && !strings.HasSuffix(v.text, "\n\n") {
				v.text += "\n\n"
			}
			continue
		}
		keys, sentence, _ := strings.Cut(line, " ")
		var from []int
		for k := range strings.SplitSeq(keys, "+") {
			if n, err := strconv.Atoi(k); err == nil {
				from = append(from, n)
			}
		}
		if v.text != "" && !strings.HasSuffix(v.text, "\n\n") {
			v.text += " "
		}
		v.at = append(v.at, shingle.Span{Start: len(v.text), End: len(v.text) + len(sentence)})
		v.from = append(v.from, from)
		v.text += sentence
	}
	return out
}

// TestCollateTruth holds the bar on sentence alignment: of the sentences of
// copies, light edits, cuts and updates, at least 95 in 100 have exactly the
// partners that they came from, on both sides.
func TestCollateTruth(t *testing.T) {
	paths, err := filepath.Glob("testdata/align/*.txt")
	if err != nil || len(paths) < 3 {
		t.Fatalf("want the stories of testdata/align, have %v (%v)", paths, err)
	}
	all, right := 0, 0
	for _, path := range paths {
		versions := readTruth(t, path)
		base := versions[0]
		for _, v := range versions[1:] {
			c := collate(base.text, v.text)
			n, ok := 0, 0
			for j, from := range v.from {
				n++
				got := partnersIn(c, v.at[j], base.at, false)
				if slices.Equal(got, below(from)) {
					ok++
				} else {
					t.Logf("%s %s: %q has %v, want %v", filepath.Base(path), v.name, v.at[j].Of(v.text), got, below(from))
				}
			}
			for i := range base.at {
				var want []int
				for j, from := range v.from {
					if slices.Contains(from, i+1) {
						want = append(want, j)
					}
				}
				n++
				got := partnersIn(c, base.at[i], v.at, true)
				if slices.Equal(got, want) {
					ok++
				} else {
					t.Logf("%s %s: base %q has %v, want %v", filepath.Base(path), v.name, base.at[i].Of(base.text), got, want)
				}
			}
			all, right = all+n, right+ok
		}
	}
	t.Logf("%d of %d sentences right (%.3f)", right, all, float64(right)/float64(all))
	if 100*right < 95*all {
		t.Errorf("%d of %d sentences have their right partners, want 95 in 100", right, all)
	}
}

// BenchmarkCollateNews collates two edited versions of invented news, the
// three stories of testdata/align one behind another.
func BenchmarkCollateNews(b *testing.B) {
	paths, err := filepath.Glob("testdata/align/*.txt")
	if err != nil {
		b.Fatal(err)
	}
	var a, light, update string
	for _, path := range paths {
		for _, v := range readTruth(b, path) {
			switch v.name {
			case "base":
				a += v.text + "\n\n"
			case "light":
				light += v.text + "\n\n"
			case "update":
				update += v.text + "\n\n"
			}
		}
	}
	for _, bc := range []struct{ name, text string }{{"light", light}, {"update", update}} {
		x, y := shingle.Parse(shingle.Document{Text: a}), shingle.Parse(shingle.Document{Text: bc.text})
		b.Run(fmt.Sprintf("doc=news/kind=%s/words=%d", bc.name, len(strings.Fields(a))), func(b *testing.B) {
			b.SetBytes(int64(len(a) + len(bc.text)))
			for b.Loop() {
				Phrases(Collate(x, y))
			}
			b.ReportMetric(2*float64(b.N)/b.Elapsed().Seconds(), "docs/s")
		})
	}
}

func below(from []int) []int {
	var out []int
	for _, n := range from {
		out = append(out, n-1)
	}
	return out
}

// partnersIn lists which of the spans of the other side stand in a segment
// with the span.
func partnersIn(c *Collation, span shingle.Span, others []shingle.Span, ofA bool) []int {
	var out []int
	for _, s := range c.Segments {
		here, there := s.B, s.A
		if ofA {
			here, there = s.A, s.B
		}
		if !here.Overlaps(span) {
			continue
		}
		for n, o := range others {
			if there.Overlaps(o) && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return out
}
