package align

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// MaxWords is the most tokens that two runs may have together to be diffed.
// The diff's cost is O(n·d) for d differences, so the bound keeps the worst
// run under half a million steps; a sentence of news has under 100.
const MaxWords = 800

// Run is a stretch of a word diff: equal tokens where Same, else the tokens
// A that the tokens B replaced; either may be empty. Ranges are half-open.
type Run struct {
	Same bool
	A, B [2]int
}

// Words diffs two runs of token ids. Equal ids are equal tokens; ids count
// from 0. Each id becomes one rune, and go-diff (Myers 1986) diffs the runes,
// without a clock: DiffTimeout is 0. The runs cover both sides in order. Over
// MaxWords tokens, or ids beyond the number of runes, only the common ends
// are told from the rest and ok is false.
func Words(a, b []int32) (runs []Run, ok bool) {
	ra, okA := runes(a)
	rb, okB := runes(b)
	if !okA || !okB || len(a)+len(b) > MaxWords {
		return ends(a, b), false
	}
	d := diffmatchpatch.New()
	d.DiffTimeout = 0
	i, j := 0, 0
	for _, diff := range d.DiffMainRunes(ra, rb, false) {
		n := utf8.RuneCountInString(diff.Text)
		switch diff.Type {
		case diffmatchpatch.DiffEqual:
			runs = append(runs, Run{Same: true, A: [2]int{i, i + n}, B: [2]int{j, j + n}})
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			runs = replace(runs, Run{A: [2]int{i, i + n}, B: [2]int{j, j}})
			i += n
		case diffmatchpatch.DiffInsert:
			runs = replace(runs, Run{A: [2]int{i, i}, B: [2]int{j, j + n}})
			j += n
		}
	}
	return runs, true
}

// replace appends a difference, or joins it to the difference before it.
func replace(runs []Run, r Run) []Run {
	if n := len(runs); n > 0 && !runs[n-1].Same {
		runs[n-1].A[1], runs[n-1].B[1] = r.A[1], r.B[1]
		return runs
	}
	return append(runs, r)
}

// runes maps ids to valid runes: the surrogates, which are none, are left out.
func runes(ids []int32) ([]rune, bool) {
	const surrogates, width = 0xD800, 0x800
	out := make([]rune, len(ids))
	for n, id := range ids {
		r := rune(id) + 1
		if r >= surrogates {
			r += width
		}
		if r > utf8.MaxRune || r <= 0 {
			return nil, false
		}
		out[n] = r
	}
	return out, true
}

// ends tells the common start and end of two runs from what is between.
func ends(a, b []int32) []Run {
	head, tail := 0, 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var runs []Run
	if head > 0 {
		runs = append(runs, Run{Same: true, A: [2]int{0, head}, B: [2]int{0, head}})
	}
	if head+tail < len(a) || head+tail < len(b) {
		runs = append(runs, Run{A: [2]int{head, len(a) - tail}, B: [2]int{head, len(b) - tail}})
	}
	if tail > 0 {
		runs = append(runs, Run{Same: true, A: [2]int{len(a) - tail, len(a)}, B: [2]int{len(b) - tail, len(b)}})
	}
	return runs
}

// Join merges the equal runs that keep reports says no about into the
// differences around them: a lone "the" between two replaced words is no
// agreement worth showing.
func Join(runs []Run, keep func(Run) bool) []Run {
	out := runs[:0:0]
	for n, r := range runs {
		between := r.Same && n > 0 && n+1 < len(runs) && !keep(r)
		if between {
			r.Same = false
		}
		if last := len(out) - 1; last >= 0 && !r.Same && !out[last].Same {
			out[last].A[1], out[last].B[1] = r.A[1], r.B[1]
			continue
		}
		out = append(out, r)
	}
	return out
}
