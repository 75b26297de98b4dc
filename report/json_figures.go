package report

import (
	"encoding/json"
	"strconv"

	"github.com/wirediff/wirediff/similarity"
)

// The differences and the slots of a story, like its segments, are appended as
// encoding/json has them, which looks up by reflection what each is made of.

func appendList[T any](b []byte, list []T, one func([]byte, *T) []byte) []byte {
	if list == nil {
		return append(b, `null`...)
	}
	b = append(b, '[')
	for i := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = one(b, &list[i])
	}
	return append(b, ']')
}

func appendFigureVariant(b []byte, v *similarity.FigureVariant) []byte {
	b = appendText(append(b, `{"class":`...), string(v.Class))
	b = appendText(append(b, `,"slot":`...), v.Slot)
	b = appendFigure(append(b, `,"a":`...), v.A)
	b = appendFigure(append(b, `,"b":`...), v.B)
	b = appendText(append(b, `,"severity":`...), v.Severity.String())
	b = appendText(append(b, `,"rule":`...), v.Rule)
	b = appendGiven(b, `,"slip":`, v.Slip)
	if v.Tail {
		b = append(b, `,"tail":true`...)
	}
	return append(b, '}')
}

func appendFigure(b []byte, f *similarity.Figure) []byte {
	if f == nil {
		return append(b, `null`...)
	}
	b = append(b, '{')
	if f.Field != "" {
		b = append(appendText(append(b, `"field":`...), f.Field), ',')
	}
	b = strconv.AppendInt(append(b, `"start":`...), int64(f.Start), 10)
	b = strconv.AppendInt(append(b, `,"end":`...), int64(f.End), 10)
	b = appendText(append(b, `,"text":`...), f.Text)
	b = appendText(append(b, `,"kind":`...), string(f.Kind))
	b = appendText(append(b, `,"lo":`...), f.Lo)
	b = appendText(append(b, `,"hi":`...), f.Hi)
	b = appendText(append(b, `,"modifier":`...), string(f.Modifier))
	b = appendText(append(b, `,"unit":`...), f.Unit)
	b = appendGiven(b, `,"per":`, f.Per)
	b = appendText(append(b, `,"noun":`...), f.Noun)
	b = appendText(append(b, `,"event":`...), f.Event)
	b = appendGiven(b, `,"speaker":`, f.Speaker)
	b = appendGiven(b, `,"verb":`, f.Verb)
	if f.Quoted {
		b = append(b, `,"quoted":true`...)
	}
	b = appendGiven(b, `,"role":`, f.Role)
	b = appendGiven(b, `,"certainty":`, f.Certainty)
	if f.PartOf != 0 {
		b = strconv.AppendInt(append(b, `,"part_of":`...), int64(f.PartOf), 10)
	}
	b = appendGiven(b, `,"grain":`, f.Grain)
	if v := f.Converted; v != nil {
		b = strconv.AppendInt(append(b, `,"converted":{"start":`...), int64(v.Start), 10)
		b = strconv.AppendInt(append(b, `,"end":`...), int64(v.End), 10)
		b = appendText(append(b, `,"text":`...), v.Text)
		b = appendText(append(b, `,"lo":`...), v.Lo)
		b = appendText(append(b, `,"hi":`...), v.Hi)
		b = append(appendText(append(b, `,"unit":`...), v.Unit), '}')
	}
	b = appendGiven(b, `,"place":`, f.Place)
	b = appendGiven(b, `,"where":`, f.Where)
	b = appendText(append(b, `,"rule":`...), f.Rule)
	return append(b, '}')
}

func appendPhraseVariant(b []byte, v *similarity.PhraseVariant) []byte {
	b = appendText(append(b, `{"type":`...), string(v.Type))
	b = appendQuote(append(b, `,"a":`...), v.A)
	b = appendQuote(append(b, `,"b":`...), v.B)
	b = appendText(append(b, `,"severity":`...), v.Severity.String())
	b = appendText(append(b, `,"rule":`...), v.Rule)
	b = appendGiven(b, `,"note":`, v.Note)
	return append(b, '}')
}

func appendQuote(b []byte, q *similarity.Quote) []byte {
	if q == nil {
		return append(b, `null`...)
	}
	b = append(b, '{')
	if q.Field != "" {
		b = append(appendText(append(b, `"field":`...), q.Field), ',')
	}
	b = strconv.AppendInt(append(b, `"start":`...), int64(q.Start), 10)
	b = strconv.AppendInt(append(b, `,"end":`...), int64(q.End), 10)
	b = appendText(append(b, `,"text":`...), q.Text)
	return append(b, '}')
}

func appendSlot(b []byte, s *similarity.Slot) []byte {
	b = appendText(append(b, `{"name":`...), s.Name)
	b = appendText(append(b, `,"kind":`...), s.Kind)
	b = appendGiven(b, `,"unit":`, s.Unit)
	b = appendGiven(b, `,"noun":`, s.Noun)
	b = appendGiven(b, `,"event":`, s.Event)
	b = appendText(append(b, `,"agreed":`...), s.Agreed)
	b = appendText(append(b, `,"severity":`...), s.Severity.String())
	b = appendList(append(b, `,"readings":`...), s.Readings, appendReading)
	if len(s.Notes) > 0 {
		b = appendList(append(b, `,"notes":`...), s.Notes, func(b []byte, note *string) []byte { return appendText(b, *note) })
	}
	return append(b, '}')
}

func appendReading(b []byte, r *similarity.Reading) []byte {
	b = strconv.AppendInt(append(b, `{"version":`...), int64(r.Version), 10)
	b = appendFigure(append(b, `,"figure":`...), &r.Figure)
	if r.Odd {
		b = append(b, `,"odd":true`...)
	}
	b = appendGiven(b, `,"class":`, string(r.Class))
	return append(b, '}')
}

// appendGiven appends a field that is left out where it is empty.
func appendGiven(b []byte, field, s string) []byte {
	if s == "" {
		return b
	}
	return appendText(append(b, field...), s)
}

// appendText appends a string. Printable ASCII that no HTML is made of stands as
// it is.
func appendText(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ', c > '~', c == '"', c == '\\', c == '<', c == '>', c == '&':
			text, _ := json.Marshal(s) // a string does not fail
			return append(b, text...)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}
