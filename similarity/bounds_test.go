package similarity_test

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// hostile are pairs of texts of about so many words, each made to cost a rule
// the most that it can.
var hostile = []struct {
	name string
	make func(words int) (a, b string)
}{
	{"one sentence over and over", func(n int) (a, b string) {
		return strings.Repeat("Police said it may rain in Sund. ", n/7), strings.Repeat("The mayor admitted it will rain in Sund. ", n/7)
	}},
	{"one sentence without end", func(n int) (a, b string) {
		return strings.Repeat("police may say that nobody will ", n/6) + ".", strings.Repeat("police will admit that everybody may ", n/6) + "."
	}},
	{"quotations", func(n int) (a, b string) {
		return numbered(n/9, `"We will go %d times to the mill," she said. `), numbered(n/9, `"We may go %d times to a mill," she said. `)
	}},
	{"denials", func(n int) (a, b string) {
		return numbered(n/9, "The ward did not fail to deny order %d. "), numbered(n/9, "The ward never refused to accept order %d. ")
	}},
	{"figures", func(n int) (a, b string) {
		return numbered(n/6, "At least %d people died there. "), numbered(n/6, "Some %d people were hurt there. ")
	}},
	{"loaded words", func(n int) (a, b string) {
		return strings.Repeat("protesters at gate. ", n/3), strings.Repeat("a mob at gate. ", n/3)
	}},
	{"no words", func(n int) (a, b string) {
		return strings.Repeat("( ) ", n), strings.Repeat(") ( ", n)
	}},
}

func numbered(n int, sentence string) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, sentence, i)
	}
	return out.String()
}

// TestDiffBounded: texts made to cost the most cost no more than their length,
// told by the memory that is asked for, which no other program changes: four
// times the words, less than six times the bytes. One processor and no
// collection, so that a pool hands back what it was given, and the long texts
// first, so that its rooms have grown before anything is counted.
func TestDiffBounded(t *testing.T) {
	if raced {
		t.Skip("under the race detector a pool drops what it is given at random")
	}
	const words, more, most, tries = 4000, 4, 6, 4
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for _, tc := range hostile {
		t.Run(tc.name, func(t *testing.T) {
			asked := func(words int) uint64 {
				a, b := tc.make(words)
				x, y := shingle.Parse(shingle.Document{Text: a}), shingle.Parse(shingle.Document{Text: b})
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				similarity.DiffArticles(x, y)
				runtime.ReadMemStats(&after)
				return after.TotalAlloc - before.TotalAlloc
			}
			// Rooms come from pools, which two goroutines may find empty at once:
			// what that asks for is no matter of words.
			one, four := uint64(math.MaxUint64), uint64(math.MaxUint64)
			for range tries {
				four, one = min(four, asked(more*words)), min(one, asked(words))
			}
			t.Logf("%d words: %d KB, %d words: %d KB", words, one>>10, more*words, four>>10)
			if four > most*one {
				t.Errorf("%d words ask for %d KB, %d words for %d KB", words, one>>10, more*words, four>>10)
			}
		})
	}
}

// TestDiffSaysBounds: where a bound left something out, the difference says so.
func TestDiffSaysBounds(t *testing.T) {
	long := strings.Repeat("the keeper of the mill and ", 40)
	for _, tc := range []struct{ name, why, a, b, want string }{
		{"long sentence", "a sentence without end is no news, and only its place is compared", "It was " + long + "left.", "It is " + long + "gone.", "sentences of over 150 words"},
		{"no end at all", "over align.MaxWords nothing is aligned by words", strings.Repeat("mill and keeper ", 400), strings.Repeat("keeper of mill ", 400), "a work bound was hit"},
		{"figures", "a table", numbered(500, "At least %d people died there. "), numbered(500, "Some %d people died there. "), "too many figures"},
		{"news", "nothing is left out", "The mill burned on Monday.", "The mill burned down on Monday.", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := similarity.Diff(shingle.Document{ID: "a", Text: tc.a}, shingle.Document{ID: "b", Text: tc.b})
			got := strings.Join(d.Warnings, "; ")
			if !strings.Contains(got, tc.want) || tc.want == "" && got != "" {
				t.Errorf("%s: warnings %q, want %q", tc.why, got, tc.want)
			}
		})
	}
}
