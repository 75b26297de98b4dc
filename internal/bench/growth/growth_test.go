package growth

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
)

func series(name string, exponent float64) Series {
	s := Series{Name: name}
	for _, n := range []int{10_000, 30_000, 100_000, 1_000_000} {
		s.Points = append(s.Points, Point{
			Docs: n,
			CPU:  1e-5 * math.Pow(float64(n), exponent) / math.Pow(1e6, exponent-1),
			Wall: 1,
			Peak: 40e6 + 400*float64(n),
		})
	}
	return s
}

func TestLaw(t *testing.T) {
	for _, exponent := range []float64{0.9, 1, 1.1, 2} {
		l := LawOf(series("x", exponent))
		for _, c := range []struct {
			name      string
			got, want float64
		}{
			{"CPU a document", l.CPU, 1e-5},
			{"exponent", l.Exponent, exponent},
			{"memory a document", l.Memory, 400},
			{"base", l.Base, 40e6},
			{"CPU at 10⁸", l.CPUOf(1e8), 1e3 * math.Pow(100, max(exponent, 1)-1)},
			{"peak at 10⁸", l.PeakOf(1e8), 40e6 + 400e8},
		} {
			if math.Abs(c.got-c.want) > 1e-6*c.want {
				t.Errorf("exponent %g: %s is %g, want %g", exponent, c.name, c.got, c.want)
			}
		}
	}
	one := LawOf(Series{Points: []Point{{Docs: 100, CPU: 2, Peak: 1000}}})
	if one.CPUOf(200) != 4 || one.PeakOf(200) != 2000 {
		t.Errorf("of one point: %+v", one)
	}
}

func TestPlot(t *testing.T) {
	var a, b bytes.Buffer
	s := []Series{series("wirediff", 1), series("another & more", 1.2)}
	if err := Plot(&a, s); err != nil {
		t.Fatal(err)
	}
	if err := Plot(&b, s); err != nil || a.String() != b.String() {
		t.Errorf("a second plot is not the same, or fails: %v", err)
	}
	d := xml.NewDecoder(&a)
	text := ""
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if c, ok := tok.(xml.CharData); ok {
			text += string(c)
		}
	}
	for _, want := range []string{"another & more", "CPU seconds", "peak MB", "10k", "1M"} {
		if !strings.Contains(text, want) {
			t.Errorf("the plot does not show %q", want)
		}
	}
	if Plot(&a, nil) == nil {
		t.Error("a plot of nothing is no error")
	}
}
