package similarity_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/wirediff/wirediff/internal/cost"
	"github.com/wirediff/wirediff/internal/story"
	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// edited is news of about so many words and a version of it, of no more: the
// versions of testdata/stories of a relation, one story behind another, each with the
// text that it was made from. Where the stories have fewer words, they are
// told again with other numbers, so that no sentence stands twice.
func edited(tb testing.TB, relation string, words int) (a, b shingle.Document) {
	tb.Helper()
	stories, err := story.Load("../testdata/stories")
	if err != nil {
		tb.Fatal(err)
	}
	var left, right strings.Builder
	for round := 0; ; round++ {
		before := left.Len()
		for _, s := range stories {
			for _, p := range s.Parents {
				if p.Relation != relation || p.Known {
					continue
				}
				from, _ := s.Version(p.Parent)
				to, _ := s.Version(p.Version)
				if to.Lang != "" && to.Lang != "en" {
					continue
				}
				left.WriteString(retold(from.Text, round) + "\n\n")
				right.WriteString(retold(to.Text, round) + "\n\n")
				if len(strings.Fields(left.String())) >= words {
					return shingle.Document{ID: "a", Text: upTo(left.String(), words)}, shingle.Document{ID: "b", Text: upTo(right.String(), words)}
				}
				break // one version of a story, so that no sentence stands twice
			}
		}
		if left.Len() == before {
			tb.Fatalf("no story has a version that is %s", relation)
		}
	}
}

// upTo is the first words of a text, so many.
func upTo(text string, words int) string {
	end, n := 0, 0
	for n < words && end < len(text) {
		word := strings.IndexFunc(text[end:], func(r rune) bool { return !unicode.IsSpace(r) })
		if word < 0 {
			break
		}
		end += word
		n++
		if space := strings.IndexFunc(text[end:], unicode.IsSpace); space >= 0 {
			end += space
		} else {
			end = len(text)
		}
	}
	return text[:end]
}

// retold writes a text with other digits.
func retold(text string, round int) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0' + (r-'0'+rune(round))%10
		}
		return r
	}, text)
}

// BenchmarkFindings compares two parsed versions of news with all that is
// found in them, figures and phrases, at several rates of rewriting. It counts
// the processor time too, that of collecting the garbage with it.
func BenchmarkFindings(b *testing.B) {
	for _, words := range []int{500, 5000} {
		for _, relation := range []string{"light-edit", "updated", "excerpt", "rewritten"} {
			from, to := edited(b, relation, words)
			x, y := shingle.Parse(from), shingle.Parse(to)
			b.Run(fmt.Sprintf("words=%d/relation=%s", len(strings.Fields(from.Text)), relation), func(b *testing.B) {
				b.SetBytes(int64(len(from.Text) + len(to.Text)))
				start, n, found := cost.Used(), 0, 0
				for b.Loop() {
					d := similarity.DiffArticles(x, y)
					n, found = n+1, len(d.Figures)+len(d.Phrases)
				}
				if used := cost.Used() - start; used > 0 { // ns/op is by the clock, and other work on the machine slows it
					b.ReportMetric(used.Seconds()*1e3/float64(n), "cpu-ms/op")
				}
				b.ReportMetric(float64(found), "findings/op")
			})
		}
	}
}
