package report

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
)

// overviewView is the column beside the list of stories.
type overviewView struct {
	Days        *daysView
	Classes     []facet
	Outlets     []facet
	MoreOutlets string
	Sizes       *sizesView
}

// facet is a term that narrows the list, and how many stories it leaves.
type facet struct {
	Symbol, Text, Term, Href string
	N                        int
}

func newFacet(symbol, text, term string, n int) facet {
	return facet{symbol, text, term, searchLink(term), n}
}

// searchLink is a link to a search. A colon is escaped: html/template would
// take what stands before it for a protocol.
func searchLink(query string) string {
	return "#q=" + strings.ReplaceAll(url.PathEscape(query), ":", "%3A")
}

const maxFacets = 24 // outlets listed; search finds the rest

func (w *Writer) overview() overviewView {
	var o overviewView
	perClass := make([]int, len(classes))
	perOutlet := map[string]int{}
	for _, r := range w.rows {
		for _, c := range r.counts {
			perClass[classIndex[c.Name]]++
		}
		for _, name := range r.outlets {
			perOutlet[name]++
		}
	}
	for i, c := range classes {
		if perClass[i] > 0 {
			o.Classes = append(o.Classes, newFacet(c.Symbol, c.Words, "class:"+c.Name, perClass[i]))
		}
	}
	var names []string
	for name := range perOutlet {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if perOutlet[a] != perOutlet[b] {
			return perOutlet[b] - perOutlet[a]
		}
		return strings.Compare(a, b)
	})
	for _, name := range names[:min(len(names), maxFacets)] {
		term := "outlet:" + strings.ToLower(name)
		if strings.ContainsAny(name, " \t\"") {
			term = `outlet:"` + strings.ToLower(strings.ReplaceAll(name, `"`, "")) + `"`
		}
		o.Outlets = append(o.Outlets, newFacet("", name, term, perOutlet[name]))
	}
	if n := len(names) - len(o.Outlets); n > 0 {
		o.MoreOutlets = plural(n, "more outlet") + ": search by outlet:name."
	}
	o.Days, o.Sizes = w.days(), w.sizes()
	return o
}

// daysView is a strip of bars: stories by the day, month or year in which
// they were first seen.
type daysView struct {
	Width, Height, Base int
	Bars                []dayBar
	Ticks               []dayTick
}

type dayBar struct {
	X, Y, W, H  int
	Label, Href string
}

type dayTick struct {
	X             int
	Label, Anchor string
}

// days groups by day up to 62 of them, else by month up to 60, else by year,
// and by decade or century beyond: a strip of at most 100 bars.
func (w *Writer) days() *daysView {
	var times []time.Time
	for _, r := range w.rows {
		if !r.first.IsZero() {
			times = append(times, r.first.UTC())
		}
	}
	if len(times) == 0 {
		return nil
	}
	slices.SortFunc(times, func(a, b time.Time) int { return a.Compare(b) })
	first, last := times[0], times[len(times)-1]
	days := int(last.Truncate(24*time.Hour).Sub(first.Truncate(24*time.Hour))/(24*time.Hour)) + 1
	months := (last.Year()-first.Year())*12 + int(last.Month()-first.Month()) + 1
	var key func(time.Time) (int, string, string) // place, search prefix, label
	switch {
	case days <= 62:
		start := first.Truncate(24 * time.Hour)
		key = func(t time.Time) (int, string, string) {
			return int(t.Truncate(24*time.Hour).Sub(start) / (24 * time.Hour)), t.Format("2006-01-02"), t.Format("2 Jan 2006")
		}
	case months <= 60:
		key = func(t time.Time) (int, string, string) {
			return (t.Year()-first.Year())*12 + int(t.Month()-first.Month()), t.Format("2006-01"), t.Format("Jan 2006")
		}
	default:
		step := 1
		for (last.Year()-first.Year())/step >= 100 {
			step *= 10
		}
		key = func(t time.Time) (int, string, string) {
			y := t.Year() / step
			prefix := fmt.Sprintf("%04d", t.Year())
			return y - first.Year()/step, prefix[:max(4-len(fmt.Sprint(step))+1, 0)], fmt.Sprintf("%d", y*step)
		}
	}
	end, _, _ := key(last)
	n := make([]int, end+1)
	at := make([]time.Time, end+1)
	most := 0
	for _, t := range times {
		k, _, _ := key(t)
		n[k]++
		at[k] = t
		most = max(most, n[k])
	}
	v := &daysView{Width: 304, Height: 88, Base: 64}
	wide := max(min(v.Width/(end+1), 40), 1)
	for k, c := range n {
		if c == 0 {
			continue
		}
		_, prefix, label := key(at[k])
		h := max(60*c/most, 2)
		v.Bars = append(v.Bars, dayBar{X: k * v.Width / (end + 1), Y: v.Base - h, W: max(wide-1, 1), H: h,
			Label: fmt.Sprintf("%s: %s", label, stories(c)), Href: searchLink("day:" + prefix)})
	}
	_, _, a := key(first)
	_, _, b := key(last)
	v.Ticks = append(v.Ticks, dayTick{0, a, "start"})
	if a != b {
		v.Ticks = append(v.Ticks, dayTick{v.Width, b, "end"})
	}
	return v
}

func stories(n int) string {
	if n == 1 {
		return "1 story"
	}
	return thousands(n) + " stories"
}

// sizesView is the histogram of cluster sizes.
type sizesView struct {
	Width, Height int
	Label         string
	Bars          []sizeBar
}

type sizeBar struct {
	Y, W, H, TX, TY int
	Label, N        string
}

func (w *Writer) sizes() *sizesView {
	bins := []struct {
		most  int
		label string
	}{{2, "2"}, {3, "3"}, {4, "4"}, {5, "5"}, {10, "6–10"}, {20, "11–20"}, {50, "21–50"}, {1 << 62, "over 50"}}
	n := make([]int, len(bins))
	most := 0
	for _, r := range w.rows {
		for i, b := range bins {
			if r.versions <= b.most {
				n[i]++
				most = max(most, n[i])
				break
			}
		}
	}
	if most == 0 {
		return nil
	}
	v := &sizesView{Width: 304}
	var label []string
	for i, b := range bins {
		if n[i] == 0 {
			continue
		}
		bar := sizeBar{Y: v.Height, W: max(170*n[i]/most, 2), H: 16, Label: b.label, N: thousands(n[i])}
		bar.TX, bar.TY = 70+bar.W+6, bar.Y+13
		v.Bars = append(v.Bars, bar)
		label = append(label, fmt.Sprintf("%s with %s versions", stories(n[i]), b.label))
		v.Height += 22
	}
	v.Label = strings.Join(label, "; ")
	return v
}
