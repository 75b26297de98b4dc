package report

import (
	"testing"

	"pgregory.net/rapid"
)

// TestEscapesOfXML holds the escapes against those of encoding/xml.
func TestEscapesOfXML(t *testing.T) {
	for c := range 0x250 {
		for _, s := range []string{string(rune(c)), string([]byte{byte(c)}), "a" + string(rune(c)) + "\n\"b" + string(rune(c))} {
			if got, want := x(s), xOther(s); got != want {
				t.Errorf("%q is written %q, by encoding/xml %q", s, got, want)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("ab <>&\"'\t\n\r\x00\x1f\x7fé“\u2028\ufffe\U0001f600"))).Draw(t, "s")
		if got, want := x(s), xOther(s); got != want {
			t.Fatalf("%q is written %q, by encoding/xml %q", s, got, want)
		}
	})
}
