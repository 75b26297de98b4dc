package similarity

import (
	"fmt"
	"testing"

	newswire "github.com/wirediff/wirediff/internal/corpus"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// BenchmarkPack is from a document's text to what is kept of it, and the first
// steps of that, each with those before it; an operation is one document. Few
// documents are over and over the same words; of many, new words keep coming,
// as in a corpus.
func BenchmarkPack(b *testing.B) {
	for _, n := range []int{250, 5_000} {
		var docs []shingle.Document
		bytes := 0
		for d := range newswire.Generate(newswire.Config{Documents: n, Seed: 4}) {
			docs = append(docs, shingle.Document{ID: d.ID, Title: d.Title, Text: d.Text, Outlet: d.Outlet, Published: d.Published})
			bytes += len(d.Text)
		}
		w := (&steps{cfg: Config{Brief: true}.withDefaults()}).worker()
		for _, step := range []struct {
			name string
			do   func(shingle.Document)
		}{
			{"tokens", func(d shingle.Document) { w.tokens = token.Tokenize(w.tokens[:0], d.Text) }},
			{"set", func(d shingle.Document) { w.shingler.Set(d) }},
			{"sentences", func(d shingle.Document) { w.shingler.Article(d) }},
			{"profiles", func(d shingle.Document) {
				a, _ := w.shingler.Article(d)
				w.terms = w.terms[:0]
				w.profiles(a, w.shingler.Notes())
			}},
			{"packed", w.pack},
		} {
			b.Run(fmt.Sprintf("docs=%d/to=%s", n, step.name), func(b *testing.B) {
				b.SetBytes(int64(bytes / n))
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					if i%batchDocs == 0 {
						w.packer.reset()
					}
					step.do(docs[i%n])
				}
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
			})
		}
	}
}
