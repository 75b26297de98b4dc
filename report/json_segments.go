package report

import (
	"encoding/json"
	"strconv"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// appendSegments appends segments as encoding/json has them, in a sixth of the
// time: they are most of a cluster's file, but for its texts.
func appendSegments(b []byte, list []similarity.Segment) []byte {
	b = append(b, '[')
	for i := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendSegment(b, &list[i])
	}
	return append(b, ']')
}

func appendSegment(b []byte, s *similarity.Segment) []byte {
	b = append(b, `{"kind":`...)
	switch s.Kind {
	case similarity.Same, similarity.Changed, similarity.Cut, similarity.Insert:
		b = append(append(append(b, '"'), s.Kind...), '"')
	default:
		kind, _ := json.Marshal(string(s.Kind)) // a string does not fail
		b = append(b, kind...)
	}
	if s.Moved {
		b = append(b, `,"moved":true`...)
	}
	if s.Furniture {
		b = append(b, `,"furniture":true`...)
	}
	b = appendSpan(append(b, `,"a":`...), s.A)
	b = appendSpan(append(b, `,"b":`...), s.B)
	b = appendRange(append(b, `,"a_sentences":`...), s.ASents)
	b = appendRange(append(b, `,"b_sentences":`...), s.BSents)
	for i := range s.Edits {
		if i == 0 {
			b = append(b, `,"edits":[`...)
		} else {
			b = append(b, ',')
		}
		b = appendEdit(b, &s.Edits[i])
	}
	if len(s.Edits) > 0 {
		b = append(b, ']')
	}
	return append(b, '}')
}

func appendEdit(b []byte, e *similarity.Edit) []byte {
	b = strconv.AppendBool(append(b, `{"same":`...), e.Same)
	if e.Near {
		b = append(b, `,"near":true`...)
	}
	b = appendSpan(append(b, `,"a":`...), e.A)
	b = appendSpan(append(b, `,"b":`...), e.B)
	return append(b, '}')
}

func appendSpan(b []byte, s shingle.Span) []byte {
	b = strconv.AppendInt(append(b, `{"start":`...), int64(s.Start), 10)
	b = strconv.AppendInt(append(b, `,"end":`...), int64(s.End), 10)
	return append(b, '}')
}

func appendRange(b []byte, r [2]int) []byte {
	b = strconv.AppendInt(append(b, '['), int64(r[0]), 10)
	b = strconv.AppendInt(append(b, ','), int64(r[1]), 10)
	return append(b, ']')
}
