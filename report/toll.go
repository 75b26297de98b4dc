package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/wirediff/wirediff/similarity"
)

// tollView is a step chart of a slot that grows with time: the standing value
// as a line, every reading as a mark on it or off it, ranges as bars.
type tollView struct {
	Name, Label   string
	Width, Height int
	Line          string // path of the standing value
	Marks         []tollMark
	Ticks         []tick
	Values        []valueTick
	Base          int
	Left, Right   int
	Log           bool
}

type tollMark struct {
	X, Y       int
	Lo, Hi     int // ends of a range's bar; equal where it is one value
	Bar        bool
	Odd        bool // contradictory: off the line
	Up         bool // a lower bound: more is meant
	Text       string
	TextY      int
	Title      string
	Anchor     string
	X1, X2     int // the caps of a bar
	ArrowY     int
	DiagA      string
	ShowsLabel bool
}

type valueTick struct {
	Y     int
	Label string
}

// cumulative are the events whose counts only grow as a story goes on.
var cumulative = map[string]bool{"killed": true, "injured": true, "missing": true, "detained": true, "displaced": true, "freed": true, "hostage": true, "jobs-cut": true}

const (
	tollWide  = 560
	tollHigh  = 210
	tollLeft  = 64
	tollRight = 24
	tollTop   = 26
	tollFoot  = 34
	maxTolls  = 8   // charts on a page; the matrix has the rest
	maxMarks  = 200 // marks of a chart
)

// tolls draws a chart for each cumulative slot with at least two different
// readings.
func (s *story) tolls() []tollView {
	var out []tollView
	for _, slot := range s.Slots {
		if len(out) == maxTolls {
			break
		}
		if cumulative[slot.Event] {
			if v := s.toll(slot); v != nil {
				out = append(out, *v)
			}
		}
	}
	return out
}

// point is a reading with its numbers.
type point struct {
	similarity.Reading
	lo, hi float64
}

func (s *story) points(slot similarity.Slot) []point {
	byVersion := make([][]point, len(s.order))
	for _, r := range slot.Readings {
		lo, e1 := strconv.ParseFloat(r.Figure.Lo, 64)
		hi, e2 := strconv.ParseFloat(r.Figure.Hi, 64)
		if r.Version < 0 || r.Version >= len(s.order) || e1 != nil || e2 != nil || lo < 0 || hi < lo || hi > 1e15 {
			continue
		}
		byVersion[r.Version] = append(byVersion[r.Version], point{r, lo, hi})
	}
	var out []point
	for _, i := range s.order {
		for k, p := range byVersion[i] {
			if k == 0 || p.lo != byVersion[i][k-1].lo || p.hi != byVersion[i][k-1].hi {
				out = append(out, p)
			}
		}
	}
	return out[:min(len(out), maxMarks)]
}

func (s *story) toll(slot similarity.Slot) *tollView {
	points := s.points(slot)
	least, most, differ := math.Inf(1), 0.0, false
	for _, p := range points {
		least, most = min(least, p.lo), max(most, p.hi)
		differ = differ || p.lo != points[0].lo || p.hi != points[0].hi
	}
	if !differ || most == 0 {
		return nil
	}
	v := &tollView{Name: show(slot.Name, 80), Width: tollWide, Height: tollHigh, Base: tollHigh - tollFoot, Left: tollLeft, Right: tollWide - tollRight,
		Log: least > 0 && most/least > 20}
	y := func(n float64) int {
		share := n / most
		if v.Log {
			low := math.Floor(math.Log10(least))
			share = (math.Log10(max(n, least)) - low) / max(math.Ceil(math.Log10(most))-low, 1)
		}
		return v.Base - int(share*float64(v.Base-tollTop))
	}
	x, ticks := s.axis(tollLeft+14, tollWide-tollLeft-tollRight-28)
	v.Ticks = ticks[:min(len(ticks), 5)]
	v.Values = valueTicks(least, most, v.Log, y)
	var line strings.Builder
	var label []string
	free := -100  // x from which the next label has room
	standing := 0 // y of the line so far
	for k, p := range points {
		px := x(p.Version)
		m := tollMark{X: px, Y: y((p.lo + p.hi) / 2), Lo: y(p.lo), Hi: y(p.hi), Bar: p.lo < p.hi, Odd: p.Odd && p.Class == similarity.Contradictory,
			Up: p.Figure.Modifier == ">" || p.Figure.Modifier == ">=", X1: px - 5, X2: px + 5, Text: show(p.Figure.Text, 20), Anchor: "middle"}
		m.Title = fmt.Sprintf("%d %s: %s", s.number[p.Version], s.names[p.Version], show(p.Figure.Text, 40))
		m.DiagA = fmt.Sprintf("M%d %dl10 10m0 -10l-10 10", px-5, m.Y-5)
		m.TextY, m.ArrowY = m.Hi-12, m.Hi-8
		if !m.Odd && m.Y > standing && standing > 0 {
			m.TextY = m.Lo + 21 // the line comes down from above
		}
		wide := 4 * len([]rune(m.Text))
		news := k == 0 || p.lo != points[k-1].lo || p.hi != points[k-1].hi
		if news && px-wide >= free {
			m.ShowsLabel = true
			free = px + wide
		}
		if px-wide < 0 {
			m.Anchor = "start"
		} else if px+wide > tollWide {
			m.Anchor = "end"
		}
		v.Marks = append(v.Marks, m)
		if len(label) < 20 {
			label = append(label, m.Title)
		}
		if m.Odd {
			continue
		}
		standing = m.Y
		if line.Len() == 0 {
			fmt.Fprintf(&line, "M%d %d", px, m.Y)
		} else {
			fmt.Fprintf(&line, "H%dV%d", px, m.Y)
		}
	}
	if line.Len() > 0 {
		fmt.Fprintf(&line, "H%d", v.Right)
	}
	v.Line = line.String()
	v.Label = v.Name + " over time: " + strings.Join(label, "; ")
	return v
}

// valueTicks puts ticks at round values: the powers of ten on a logarithmic
// scale, else at most five steps of 1, 2 or 5 times a power of ten.
func valueTicks(least, most float64, log bool, y func(float64) int) []valueTick {
	var out []valueTick
	if log {
		for n := math.Pow(10, math.Floor(math.Log10(least))); n <= most*10; n *= 10 {
			if n >= least || len(out) == 0 {
				out = append(out, valueTick{y(max(n, least)), thousands(int(n))})
			}
		}
		return out[:min(len(out), 8)]
	}
	step := math.Pow(10, math.Floor(math.Log10(most)))
	for _, f := range []float64{0.1, 0.2, 0.5, 1, 2, 5} {
		if most/(step*f) <= 5 {
			step *= f
			break
		}
	}
	step = max(step, 1) // people come whole
	for n := 0.0; n <= most; n += step {
		out = append(out, valueTick{y(n), thousands(int(n))})
	}
	return out
}
