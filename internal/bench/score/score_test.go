package score

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for _, tt := range []struct {
		name, truth, output, reason string
		want                        Score
	}{
		{"all right", "a x,b x,c y", "a 1,b 1,c 2", "the names of clusters do not matter", Score{1, 1, 1}},
		{"all together", "a x,b x,c y", "a 1,b 1,c 1", "three pairs, one of them true", Score{1, 3, 1}},
		{"all alone", "a x,b x,c x", "a 1,b 2,c 3", "three true pairs, none found", Score{3, 0, 0}},
		{"split in two", "a x,b x,c x,d x", "a 1,b 1,c 2,d 2", "two of six", Score{6, 2, 2}},
		{"left out", "a x,b x", "a 1", "what is left out is alone", Score{1, 0, 0}},
		{"background", "a x,b x", "a 1,b 1,z 1", "what the truth does not know does not count", Score{1, 1, 1}},
		{"nothing", "", "", "no pairs", Score{}},
	} {
		if got := Of(parse(t, tt.truth), parse(t, tt.output)); got != tt.want {
			t.Errorf("%s: %+v, want %+v: %s", tt.name, got, tt.want, tt.reason)
		}
	}
	s := Score{True: 4, Found: 2, Both: 1}
	if s.Precision() != 0.5 || s.Recall() != 0.25 || s.F1() != 1.0/3 || (Score{}).F1() != 1 {
		t.Errorf("%v %v %v", s.Precision(), s.Recall(), s.F1())
	}
}

func parse(t *testing.T, lines string) map[string]string {
	t.Helper()
	m, err := Read(strings.NewReader(strings.NewReplacer(" ", "\t", ",", "\n").Replace(lines)))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestRead(t *testing.T) {
	m, err := Read(strings.NewReader("a\tx\tbase\t\nb\ty\n"))
	if err != nil || len(m) != 2 || m["a"] != "x" || m["b"] != "y" {
		t.Errorf("%v, %v", m, err)
	}
	if _, err := Read(strings.NewReader("a\tx\nb")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("error %v, want line 2", err)
	}
}
