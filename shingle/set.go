package shingle

import (
	"slices"
	"strings"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/internal/token"
)

// Set is a document's shingle set: the distinct 64-bit hashes of its shingles,
// ascending.
type Set []uint64

// DefaultSize is the number of words in a shingle. Three is where edited wire
// copy still shares shingles (NEWS-COPY's true pairs: mean resemblance 0.30).
const DefaultSize = 3

// NewSet makes the shingle set of the article's body: furniture and
// punctuation left out, case folded. A body of fewer than k words has one
// shingle, of all its words; one of none has none. Runs of k words cross
// sentences and paragraphs, but not furniture.
func NewSet(a *Article, k int) Set {
	var words []uint64
	for i, s := range a.Sentences {
		if a.Roles[i].Furniture() {
			continue
		}
		for _, t := range a.Tokens[s.First:s.Last] {
			if t.Kind != token.Punct {
				words = append(words, murmur3.Sum64([]byte(strings.ToLower(t.Of(a.Text)))))
			}
		}
	}
	var set Set
	for i := range words {
		if i+k > len(words) && i > 0 {
			break
		}
		var h uint64
		for _, w := range words[i:min(i+k, len(words))] {
			h = h*0x9e3779b97f4a7c15 + w
		}
		set = append(set, h)
	}
	slices.Sort(set)
	return slices.Compact(set)
}

// Counts are the exact sizes of two shingle sets and of what they share; the
// ratios are derived from them.
type Counts struct {
	Shared int `json:"shared"`
	SizeA  int `json:"size_a"`
	SizeB  int `json:"size_b"`
}

// Compare counts what two sets share, by one merge: O(|a|+|b|).
func Compare(a, b Set) Counts {
	c := Counts{SizeA: len(a), SizeB: len(b)}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			c.Shared++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return c
}

// Resemblance is |A∩B|/|A∪B|, the Jaccard index; 0 where both are empty.
func (c Counts) Resemblance() float64 { return ratio(c.Shared, c.SizeA+c.SizeB-c.Shared) }

// ContainmentA is |A∩B|/|A|, the share of a that is in b; 0 where a is empty.
func (c Counts) ContainmentA() float64 { return ratio(c.Shared, c.SizeA) }

// ContainmentB is |A∩B|/|B|.
func (c Counts) ContainmentB() float64 { return ratio(c.Shared, c.SizeB) }

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
