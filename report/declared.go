package report

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/wirediff/wirediff/similarity"
)

// declaredView is a line of what a version says of its changes: a claim and
// what became of it, or a change that nothing declares.
type declaredView struct {
	matrixColumn              // the version
	Against      matrixColumn // the earlier one
	Says         string       // its words; "" for a silent change
	Where        string       // a note to editors, the headline, …; "" for the text
	Outcome      string       // in words
	Severity     string
	Symbol       string
	Why          string
}

// outcomes are the outcomes in words.
var outcomes = map[similarity.Outcome]declaredView{
	similarity.Done:    {Outcome: "declared and done", Symbol: "✓"},
	similarity.Partly:  {Outcome: "declared, done in part", Symbol: "½"},
	similarity.Unclear: {Outcome: "declared, unclear whether done", Symbol: "?"},
	similarity.NotDone: {Outcome: "declared and not done", Symbol: "✗"},
}

var wheres = map[string]string{"note": "note to editors", "signal": "signal", "title": "headline"}

// declaredViews are the lines of one version.
func declaredViews(d *similarity.Declared, version, against matrixColumn) []declaredView {
	if d == nil {
		return nil
	}
	var out []declaredView
	for _, c := range d.Claims {
		v := outcomes[c.Outcome]
		v.matrixColumn, v.Against, v.Severity = version, against, c.Severity().String()
		v.Says, v.Where, v.Why = show(c.Quote.Text, 200), wheres[c.Quote.Field], show(c.Why, 200)
		out = append(out, v)
	}
	for _, x := range d.Silent {
		out = append(out, declaredView{matrixColumn: version, Against: against, Outcome: "done and not declared", Severity: similarity.High.String(), Symbol: "!", Why: changeText(x)})
	}
	return out
}

// changeText is a change in a line: "people killed: 12 → 14".
func changeText(x similarity.Change) string {
	side := func(q *similarity.Quote) string {
		if q == nil {
			return "nothing"
		}
		return show(q.Text, 120)
	}
	s := side(x.A) + " → " + side(x.B)
	if x.Slot != "" {
		s = show(x.Slot, 80) + ": " + s
	}
	return strings.ReplaceAll(x.Class, "-", " ") + ": " + s
}

// maxDeclared is how many lines a page lists; cluster.json has all.
const maxDeclared = 100

// declared are the lines of all versions.
func (s *story) declared() []declaredView {
	place := map[string]int{}
	for i, a := range s.Articles {
		place[a.ID] = i
	}
	var out []declaredView
	for _, i := range s.order {
		if i >= len(s.Declared) || s.Declared[i] == nil {
			continue
		}
		against := matrixColumn{}
		if j, ok := place[s.Declared[i].Against]; ok {
			against = matrixColumn{s.number[j], s.names[j]}
		}
		out = append(out, declaredViews(s.Declared[i], matrixColumn{s.number[i], s.names[i]}, against)...)
	}
	return out[:min(len(out), maxDeclared)]
}

// writeDeclared writes the lines of one pair for a terminal.
func writeDeclared(b *bufio.Writer, p paint, vs []declaredView) {
	if len(vs) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", p.in(bold, "What B says that it changed"))
	for _, v := range vs {
		fmt.Fprintf(b, "  %s %s\n", p.severity(fmt.Sprintf("%s %-22s", v.Symbol, v.Outcome), v.Severity), v.line())
	}
}

// line is the claim and its reason.
func (v declaredView) line() string {
	if v.Says == "" {
		return v.Why
	}
	where := ""
	if v.Where != "" {
		where = " (" + v.Where + ")"
	}
	return "“" + v.Says + "”" + where + ": " + v.Why
}
