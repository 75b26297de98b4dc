package figure

import "testing"

// FuzzSpell holds the lookup of eight letters at once against that of one after
// another.
func FuzzSpell(f *testing.F) {
	for _, s := range []string{"killed", "KILLED", "a", "", "eightletters", "Thousand-", "twenty four", "[[[[[[[[", "@bcdefgh", "zzzzzzzz", "{{{{", "İstanbul", "sixteenlettersxx", "seventeenlettersx", "o'clock"} {
		f.Add(s)
	}
	x := lexiconIndex()
	f.Fuzz(func(t *testing.T, s string) {
		key, capital, ok := spell(s+"        behind it", 0, len(s))
		letters := len(s) > 0 && len(s) <= maxSpelled
		for i := 0; i < len(s); i++ {
			letters = letters && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z')
		}
		if ok != letters {
			t.Fatalf("%q: spelled %v", s, ok)
		}
		if !ok {
			return
		}
		if want := s[0] <= 'Z'; capital != want {
			t.Errorf("%q: capital %v", s, capital)
		}
		if got, want := x.find(key), x.lookup(s); got != want {
			t.Errorf("%q: found %q, by letters %q", s, got.s, want.s)
		}
	})
}

// TestFindEveryWord: every word of the tables is found by its spelling.
func TestFindEveryWord(t *testing.T) {
	x, n := lexiconIndex(), 0
	for s, w := range lexicon() {
		key, _, ok := spell(s+"                ", 0, len(s))
		if !ok {
			continue
		}
		if n++; x.find(key) != w {
			t.Errorf("%q is not found", s)
		}
	}
	if n < len(lexicon())/2 {
		t.Errorf("%d of %d words are spelled", n, len(lexicon()))
	}
}
