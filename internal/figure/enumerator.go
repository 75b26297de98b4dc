package figure

// enumerator reports whether the number at i numbers a paragraph or a line of
// a list: "1. Who pays?", "2) The ferry". At the head of a line within a
// paragraph, where wrapped copy may put the last word of a sentence, the line
// before must end a sentence or be a numbered one, or this must be the first
// of two such lines.
func (p *parser) enumerator(i int) bool {
	if !p.numbered(i) {
		return false
	}
	prev := p.at(i - 1)
	if prev.kind == iEnd {
		return true
	}
	if !p.at(i).line {
		return false
	}
	if prev.kind == iPunct {
		switch prev.mark {
		case '.', '!', '?', ':', ';', '"', ')':
			return true
		}
	}
	n := p.small(i)
	if n == 1 {
		return p.listed(i, n+1, 1)
	}
	return p.listed(i, n-1, -1)
}

// numbered reports whether item i looks like the number of a paragraph: one or
// two digits, a period or bracket against them, and a word after a space.
func (p *parser) numbered(i int) bool {
	it := p.at(i)
	if it.kind != iNum || it.end-it.start > 2 {
		return false
	}
	if mark := p.at(i + 1); mark.gap || !p.mark(i+1, '.') && !p.mark(i+1, ')') {
		return false
	}
	switch n := p.at(i + 2); n.kind {
	case iWord:
		return n.gap && !n.w.is(fMonth) // 7. October is a date
	case iNum, iSign:
		return n.gap && p.mark(i+1, ')')
	case iPunct:
		return n.gap && n.mark == '"'
	}
	return false
}

// listed reports whether the line numbered n stands within reach of item i, on
// the side that step says, in the same paragraph.
func (p *parser) listed(i int, n int64, step int) bool {
	const reach = 60 // items: two or three lines of copy
	for k := i + step; k != i+step*reach; k += step {
		if it := p.at(k); it.kind == iEnd {
			return false
		} else if it.line && p.small(k) == n && p.numbered(k) {
			return true
		}
	}
	return false
}
