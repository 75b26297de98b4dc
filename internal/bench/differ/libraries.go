package differ

import (
	"strings"
	"unicode/utf8"

	"github.com/aymanbagabas/go-udiff"
	"github.com/hexops/gotextdiff/myers"
	"github.com/kylelemons/godebug/diff"
	"github.com/pmezard/go-difflib/difflib"
	"github.com/sergi/go-diff/diffmatchpatch"
)

func diffGoDiff(p *Pair) Answer {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // else the answer depends on the machine
	a, b, _ := d.DiffLinesToRunes(p.LinesA, p.LinesB)
	diffs := d.DiffCleanupSemantic(d.DiffMainRunes(a, b, false))
	var edits []Edit
	i, j := 0, 0
	for _, x := range diffs {
		n := utf8.RuneCountInString(x.Text)
		switch x.Type {
		case diffmatchpatch.DiffEqual:
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			edits = append(edits, Edit{[2]int{i, i + n}, [2]int{j, j}})
			i += n
		case diffmatchpatch.DiffInsert:
			edits = append(edits, Edit{[2]int{i, i}, [2]int{j, j + n}})
			j += n
		}
	}
	return p.answer(edits)
}

func diffGotextdiff(p *Pair) Answer {
	var edits []Edit
	i, j := 0, 0 // what is behind the last edit
	for _, e := range myers.ComputeEdits("", p.LinesA, p.LinesB) {
		from, to := e.Span.Start().Line()-1, e.Span.End().Line()-1
		n := strings.Count(e.NewText, "\n")
		j += from - i
		edits = append(edits, Edit{[2]int{from, to}, [2]int{j, j + n}})
		i, j = to, j+n
	}
	return p.answer(edits)
}

func diffUdiff(p *Pair) Answer {
	var edits []Edit
	at, i, j := 0, 0, 0 // bytes of LinesA and tokens behind the last edit
	for _, e := range udiff.Lines(p.LinesA, p.LinesB) {
		same := strings.Count(p.LinesA[at:e.Start], "\n")
		gone, new := strings.Count(p.LinesA[e.Start:e.End], "\n"), strings.Count(e.New, "\n")
		i, j = i+same, j+same
		edits = append(edits, Edit{[2]int{i, i + gone}, [2]int{j, j + new}})
		at, i, j = e.End, i+gone, j+new
	}
	return p.answer(edits)
}

func diffDifflib(p *Pair) Answer {
	var edits []Edit
	for _, op := range difflib.NewMatcherWithJunk(p.WordsA, p.WordsB, false, nil).GetOpCodes() {
		if op.Tag != 'e' {
			edits = append(edits, Edit{[2]int{op.I1, op.I2}, [2]int{op.J1, op.J2}})
		}
	}
	return p.answer(edits)
}

func diffGodebug(p *Pair) Answer {
	var edits []Edit
	i, j := 0, 0
	for _, c := range diff.DiffChunks(p.WordsA, p.WordsB) {
		gone, new := len(c.Deleted), len(c.Added)
		if gone+new > 0 {
			edits = append(edits, Edit{[2]int{i, i + gone}, [2]int{j, j + new}})
		}
		i, j = i+gone+len(c.Equal), j+new+len(c.Equal)
	}
	return p.answer(edits)
}
