package similarity

import (
	"strings"
	"testing"
)

func TestHasFold(t *testing.T) {
	for _, text := range []string{"", "r", "Please read 24", "PLEASE READ", "rea", "rread", "bread and this", "THIS story", "thiſ story", "é read", "re ad"} {
		for _, low := range []string{"", "read", "this "} {
			if got, want := hasFold(text, low), strings.Contains(strings.ToLower(text), low); got != want {
				t.Errorf("%q in %q: %v, as lower case it is %v", low, text, got, want)
			}
		}
	}
}
