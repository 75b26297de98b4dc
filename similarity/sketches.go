package similarity

import "github.com/wirediff/wirediff/internal/lsh"

// sketches reads sketches off heads, and keeps those that it read last, because
// candidates come in runs. It is for one goroutine.
type sketches struct {
	unpacker
	docs [sketchesHeld]int32
	held [sketchesHeld][lsh.SketchSize]uint32
}

// sketchesHeld is more than the documents of a few runs.
const sketchesHeld = 256

func newSketches(c *corpus) *sketches {
	s := &sketches{unpacker: unpacker{corpus: c}}
	for i := range s.docs {
		s.docs[i] = -1
	}
	return s
}

// of gives the sketch of a document; it is valid until the sketch of another
// one is asked for that takes its place: not if both are of one pair.
func (s *sketches) of(d int32) []uint32 {
	i := d % sketchesHeld
	if s.docs[i] != d {
		s.AppendOf(s.held[i][:0], d)
		s.docs[i] = d
	}
	return s.held[i][:]
}

// estimate estimates the resemblance of two documents.
func (s *sketches) estimate(a, b int32) float64 {
	x := *(*[lsh.SketchSize]uint32)(s.of(a))
	return lsh.Estimate(x[:], s.of(b))
}
