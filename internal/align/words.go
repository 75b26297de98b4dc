package align

import (
	"slices"
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

// Words appends the diff of two runs of token ids to dst. Equal ids are equal tokens; ids count
// from 0. Each id becomes one rune, and go-diff (Myers 1986) diffs the runes,
// without a clock: DiffTimeout is 0. The runs cover both sides in order. Over
// MaxWords tokens, or ids beyond the number of runes, only the common ends
// are told from the rest and ok is false.
func Words(dst []Run, a, b []int32) (runs []Run, ok bool) {
	head, tail := common(a, b)
	switch {
	case len(a)+len(b) > MaxWords || !areRunes(a) || !areRunes(b):
		return around(dst, a, b, head, tail), false
	case disjoint(a[head:len(a)-tail], b[head:len(b)-tail]):
		return around(dst, a, b, head, tail), true // as go-diff has it, where nothing between is equal
	case len(a)+len(b) <= shortRuns:
		s := scripts.Get().(*script)
		dst = s.runs(dst, a, b)
		s.a, s.b = nil, nil
		scripts.Put(s)
		return dst, true
	}
	return append(dst, diff(a, b)...), true
}

// diff is Words by go-diff.
func diff(a, b []int32) (runs []Run) {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0
	i, j := 0, 0
	for _, diff := range d.DiffMainRunes(runes(a), runes(b), false) {
		n := utf8.RuneCountInString(diff.Text)
		switch diff.Type {
		case diffmatchpatch.DiffEqual:
			runs = append(runs, Run{Same: true, A: [2]int{i, i + n}, B: [2]int{j, j + n}})
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			runs = replace(runs, 0, Run{A: [2]int{i, i + n}, B: [2]int{j, j}})
			i += n
		case diffmatchpatch.DiffInsert:
			runs = replace(runs, 0, Run{A: [2]int{i, i}, B: [2]int{j, j + n}})
			j += n
		}
	}
	return runs
}

// replace appends a difference, or joins it to the difference before it, which is
// none of the first from runs.
func replace(runs []Run, from int, r Run) []Run {
	if n := len(runs); n > from && !runs[n-1].Same {
		runs[n-1].A[1], runs[n-1].B[1] = r.A[1], r.B[1]
		return runs
	}
	return append(runs, r)
}

// The surrogates are no runes, and are left out of those that ids become.
const surrogates, surrogateRange = 0xD800, 0x800

// areRunes reports whether the ids have runes.
func areRunes(ids []int32) bool {
	return !slices.ContainsFunc(ids, func(id int32) bool { return id < 0 || id >= utf8.MaxRune-surrogateRange })
}

// runes maps ids to runes.
func runes(ids []int32) []rune {
	out := make([]rune, len(ids))
	for n, id := range ids {
		r := rune(id) + 1
		if r >= surrogates {
			r += surrogateRange
		}
		out[n] = r
	}
	return out
}

// disjoint reports whether two runs, neither of them empty, share no id.
func disjoint(a, b []int32) bool {
	var seen uint64 // by id, modulo 64
	for _, id := range a {
		seen |= 1 << (uint32(id) % 64)
	}
	for _, id := range b {
		if seen&(1<<(uint32(id)%64)) != 0 && slices.Contains(a, id) {
			return false
		}
	}
	return len(a) > 0 && len(b) > 0
}

// common is the lengths of the common start and, behind it, end of two runs.
func common(a, b []int32) (head, tail int) {
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return head, tail
}

// around appends the common start and end of two runs, of such lengths, and what
// is between.
func around(runs []Run, a, b []int32, head, tail int) []Run {
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
// agreement worth showing. The runs are overwritten.
func Join(runs []Run, keep func(Run) bool) []Run {
	out := runs[:0]
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
