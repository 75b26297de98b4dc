package align

import (
	"slices"
	"sync"
)

// shortRuns is the most tokens that two runs may have together to be diffed
// here: two sentences of news have some 50, and a room for so many is small
// enough for the stack. Longer runs are go-diff's.
const shortRuns = 256

// script is what two short runs differ by, found as go-diff does: Myers' middle
// snake (1986, section 4b), the parts before and behind it likewise, and what
// comes of each part tidied. It gives the same answer to the edit, but knows
// ints in one room for all parts where go-diff makes strings.
type script struct {
	a, b     []int32
	ops, old []op
	forward  [shortRuns + 2]int16 // by diagonal: how far in a the paths from the start come
	backward [shortRuns + 2]int16 // from the end
}

// scripts are kept for the next two runs.
var scripts = sync.Pool{New: func() any { return new(script) }}

// op is a step of an edit script: so many tokens are equal, deleted from a or
// inserted from b. Where they stand follows from the steps before.
type op struct {
	kind opKind
	n    int
}

type opKind uint8

const (
	equal opKind = iota
	deleted
	inserted
)

// runs is Words for two short runs.
func (s *script) runs(dst []Run, a, b []int32) []Run {
	s.a, s.b, s.ops = a, b, s.ops[:0]
	s.main(0, len(a), 0, len(b))
	runs, from := dst, len(dst)
	i, j := 0, 0
	for _, o := range s.ops {
		switch o.kind {
		case equal:
			runs = append(runs, Run{Same: true, A: [2]int{i, i + o.n}, B: [2]int{j, j + o.n}})
			i, j = i+o.n, j+o.n
		case deleted:
			runs = replace(runs, from, Run{A: [2]int{i, i + o.n}, B: [2]int{j, j}})
			i += o.n
		case inserted:
			runs = replace(runs, from, Run{A: [2]int{i, i}, B: [2]int{j, j + o.n}})
			j += o.n
		}
	}
	return runs
}

func (s *script) add(kind opKind, n int) { s.ops = append(s.ops, op{kind, n}) }

// main appends the tidied script of a[a0:a1] and b[b0:b1].
func (s *script) main(a0, a1, b0, b1 int) {
	from := len(s.ops)
	head, tail := common(s.a[a0:a1], s.b[b0:b1])
	if head > 0 {
		s.add(equal, head)
	}
	if head < a1-a0 || head < b1-b0 {
		s.middle(a0+head, a1-tail, b0+head, b1-tail)
	}
	if tail > 0 {
		s.add(equal, tail)
	}
	for s.merge(from, a0, b0); s.shift(from, a0, b0); s.merge(from, a0, b0) {
	}
}

// middle appends the script of two runs that neither start nor end alike.
func (s *script) middle(a0, a1, b0, b1 int) {
	a, b := s.a[a0:a1], s.b[b0:b1]
	switch {
	case len(a) == 0:
		s.add(inserted, len(b))
		return
	case len(b) == 0:
		s.add(deleted, len(a))
		return
	}
	kind, long, short := inserted, b, a
	if len(a) > len(b) {
		kind, long, short = deleted, a, b
	}
	if at := index(long, short); at >= 0 {
		s.add(kind, at)
		s.add(equal, len(short))
		s.add(kind, len(long)-at-len(short))
		return
	}
	if len(short) > 1 && !disjoint(a, b) {
		if x, y, ok := s.snake(a, b); ok {
			s.main(a0, a0+x, b0, b0+y)
			s.main(a0+x, a1, b0+y, b1)
			return
		}
	}
	s.add(deleted, len(a))
	s.add(inserted, len(b))
}

// index is where the one run first stands in the other, or -1.
func index(long, short []int32) int {
	for at := 0; at+len(short) <= len(long); at++ {
		if long[at] == short[0] && slices.Equal(long[at:at+len(short)], short) {
			return at
		}
	}
	return -1
}

// snake is where in the two runs the shortest path from their start meets that
// from their end; ok is false where they have nothing in common. Both have two
// tokens or more.
func (s *script) snake(a, b []int32) (x, y int, ok bool) {
	n, m := len(a), len(b)
	most := (n + m + 1) / 2
	forward, backward := s.forward[:2*most], s.backward[:2*most]
	for k := range forward {
		forward[k], backward[k] = -1, -1
	}
	forward[most+1], backward[most+1] = 0, 0
	delta := n - m
	odd := delta%2 != 0
	// How far diagonals are left out at either end, as they have left the grid.
	var low1, high1, low2, high2 int
	for d := range most {
		for k := low1 - d; k <= d-high1; k += 2 {
			at := most + k
			var x int
			if k == -d || k != d && forward[at-1] < forward[at+1] {
				x = int(forward[at+1])
			} else {
				x = int(forward[at-1]) + 1
			}
			y := x - k
			for x < n && y < m && a[x] == b[y] {
				x, y = x+1, y+1
			}
			forward[at] = int16(x)
			switch {
			case x > n:
				high1 += 2
			case y > m:
				low1 += 2
			case odd:
				if k2 := most + delta - k; k2 >= 0 && k2 < 2*most && backward[k2] >= 0 && x >= n-int(backward[k2]) {
					return x, y, true
				}
			}
		}
		for k := low2 - d; k <= d-high2; k += 2 {
			at := most + k
			var x int
			if k == -d || k != d && backward[at-1] < backward[at+1] {
				x = int(backward[at+1])
			} else {
				x = int(backward[at-1]) + 1
			}
			y := x - k
			for x < n && y < m && a[n-x-1] == b[m-y-1] {
				x, y = x+1, y+1
			}
			backward[at] = int16(x)
			switch {
			case x > n:
				high2 += 2
			case y > m:
				low2 += 2
			case !odd:
				if k1 := most + delta - k; k1 >= 0 && k1 < 2*most && forward[k1] >= 0 && int(forward[k1]) >= n-x {
					x = int(forward[k1])
					return x, most + x - k1, true
				}
			}
		}
	}
	return 0, 0, false
}

// merge makes each stretch of deletions and insertions in the script from the
// op from on one of each, gives what both begin or end with to the equal
// tokens around them, and joins those. a0 and b0 are where the script begins.
func (s *script) merge(from, a0, b0 int) {
	s.old = append(s.old[:0], s.ops[from:]...)
	s.ops = s.ops[:from]
	i, j := a0, b0 // behind the ops so far
	var gone, put, edits int
	var del, ins bool
	for k := 0; k <= len(s.old); k++ {
		var o op // an end of no equal tokens
		if k < len(s.old) {
			o = s.old[k]
		}
		switch o.kind {
		case deleted:
			gone, del, edits = gone+o.n, true, edits+1
			continue
		case inserted:
			put, ins, edits = put+o.n, true, edits+1
			continue
		}
		n, tail := o.n, 0
		if del && ins {
			var head int
			head, tail = common(s.a[i:i+gone], s.b[j:j+put])
			if head > 0 {
				if len(s.ops) == from {
					s.add(equal, head)
				} else {
					s.ops[len(s.ops)-1].n += head
				}
				i, j, gone, put = i+head, j+head, gone-head, put-head
			}
			gone, put, n = gone-tail, put-tail, n+tail
		}
		if del {
			s.add(deleted, gone)
		}
		if ins {
			s.add(inserted, put)
		}
		if edits == 0 && len(s.ops) > from {
			s.ops[len(s.ops)-1].n += n
		} else if n > 0 || k < len(s.old) {
			s.add(equal, n)
		}
		i, j = i+gone+n, j+put+n
		gone, put, edits, del, ins = 0, 0, 0, false, false
	}
}

// shift moves a lone edit over the equal tokens before or behind it where these
// are what it ends or begins with, so that they join those on its other side.
// It reports whether any moved.
func (s *script) shift(from, a0, b0 int) (moved bool) {
	i, j := a0, b0 // where the op before k begins
	for k := from + 1; k < len(s.ops)-1; k++ {
		before, edit, behind := s.ops[k-1], s.ops[k], s.ops[k+1]
		if before.kind == equal && behind.kind == equal && edit.kind != equal {
			side, at := s.a, i
			if edit.kind == inserted {
				side, at = s.b, j
			}
			end := at + before.n + edit.n
			switch {
			case edit.n >= before.n && slices.Equal(side[at:at+before.n], side[end-before.n:end]):
				s.ops[k+1].n += before.n
				s.ops = slices.Delete(s.ops, k-1, k)
				i, j = past(i, j, edit)
				moved = true
				continue
			case edit.n >= behind.n && slices.Equal(side[at+before.n:at+before.n+behind.n], side[end:end+behind.n]):
				s.ops[k-1].n += behind.n
				s.ops = slices.Delete(s.ops, k+1, k+2)
				moved = true
			}
		}
		i, j = past(i, j, s.ops[k-1])
	}
	return moved
}

// past is where the op behind o begins, if o begins at i and j.
func past(i, j int, o op) (int, int) {
	if o.kind != inserted {
		i += o.n
	}
	if o.kind != deleted {
		j += o.n
	}
	return i, j
}
