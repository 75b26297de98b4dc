package similarity

import (
	"math"
	"testing"

	"github.com/wirediff/wirediff/internal/postings"
)

// TestLikest holds who is a candidate to the rule: of the anchors that the two
// could share, those below the lesser of their greatest, they share anchorShare,
// and two at the least where they could share more than a few.
func TestLikest(t *testing.T) {
	reach := func(words int) float64 {
		return max(1.0/anchorEvery, min(1, anchorsLeast/float64(words)))
	}
	for a := int32(1); a < 400; a += 3 {
		sizes := make([]int32, 400)
		for b := range sizes {
			sizes[b] = int32(b) + 1
		}
		for b := range sizes {
			could := float64(min(a, sizes[b])) * min(reach(int(a)), reach(int(sizes[b])))
			wanted := 1
			if could > fewAnchors {
				wanted = max(2, int(math.Ceil(anchorShare*could)))
			}
			for count := range int32(16) {
				near := likest([]postings.Neighbour{{Doc: int32(b), Count: count}}, sizes, a)
				if kept := len(near) > 0; kept != (int(count) >= wanted) {
					t.Fatalf("of %d and %d words that share %d anchors, which want %d: a candidate is %v", a, sizes[b], count, wanted, kept)
				}
				if len(near) > 0 && near[0].Weight != float32(count)/float32(wanted) {
					t.Fatalf("of %d and %d words that share %d anchors: a weight of %v", a, sizes[b], count, near[0].Weight)
				}
			}
		}
	}
}
