//go:build !purego

package source

import (
	"strings"
	"testing"
)

// TestDecodeStringByRows holds that strings of every length around the rows', with
// what ends or parts one at every place, are decoded by rows as by words.
func TestDecodeStringByRows(t *testing.T) {
	if !hasCopy {
		t.Skip("no AVX2 here")
	}
	defer func(was bool) { hasCopy = was }(hasCopy)
	decode := func(b string, rows bool) (v value, next int, text string, err string) {
		hasCopy = rows
		s := objectScanner{text: []byte("before")}
		v, next, e := s.decodeString([]byte(b), 0)
		if e != nil {
			return v, next, "", e.Error()
		}
		return v, next, string(s.text), ""
	}
	for n := range 150 {
		for _, part := range []string{``, `\n`, `\"`, `\\`, `\u00e9`, `é`, `日`, `\`, `\x`, `\u12`} {
			for at := range n + 1 {
				for _, end := range []string{``, `"`, `", "behind":"` + strings.Repeat("é", 40)} {
					b := `"` + strings.Repeat("x", at) + part + strings.Repeat("y", n-at) + end
					v, next, text, err := decode(b, true)
					if v2, next2, text2, err2 := decode(b, false); v != v2 || next != next2 || text != text2 || err != err2 {
						t.Fatalf("%s: %+v %d %q %q by rows, %+v %d %q %q by words", b, v, next, text, err, v2, next2, text2, err2)
					}
				}
			}
		}
	}
}
