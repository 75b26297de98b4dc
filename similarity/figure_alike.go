package similarity

// wordIndex is lists of b's words by their words: it compares a list of a's
// with all of them at the cost of the words that they share.
type wordIndex struct {
	from  []int32 // by word number: where its postings begin; one more at the end
	posts []posting
	sums  []float32 // by list: its weight in all
}

// posting is a list that has a word for the time-th time. The k-th time that
// a list has a word meets the other's k-th time.
type posting struct {
	list, time int32
	weight     float32
}

// timeOf is which time the i-th of words by form is its word's.
func timeOf(words []contextWord, i int, before int32) int32 {
	if i == 0 || words[i-1].n != words[i].n {
		return 0
	}
	return before + 1
}

// indexWords indexes lists of b's words, each by form.
func (p *pairing) indexWords(lists [][]contextWord) *wordIndex {
	x := &wordIndex{from: p.ints.take(len(p.rare) + 1), sums: p.floats.take(len(lists))}
	numbers, all := p.number[1], 0
	for _, words := range lists {
		for i := range words {
			x.from[numbers[words[i].n]+1]++
		}
		all += len(words)
	}
	for n := range p.rare {
		x.from[n+1] += x.from[n]
	}
	x.posts = p.posts.take(all)
	next := p.ints.take(len(x.from))
	copy(next, x.from)
	for j, words := range lists {
		time := int32(0)
		for i := range words {
			w, n := &words[i], numbers[words[i].n]
			time = timeOf(words, i, time)
			x.sums[j] += w.weight * p.rare[n]
			x.posts[next[n]] = posting{int32(j), time, w.weight}
			next[n]++
		}
	}
	return x
}

// agree fills in the agreement of a list of a's words, by form, with each of the
// lists. The row is zero before.
func (x *wordIndex) agree(p *pairing, words []contextWord, row []float32) {
	var sum float32
	time, numbers := int32(0), p.number[0]
	for i := range words {
		w, n := &words[i], numbers[words[i].n]
		time = timeOf(words, i, time)
		rare := p.rare[n]
		sum += w.weight * rare
		for _, q := range x.posts[x.from[n]:x.from[n+1]] {
			if q.time == time {
				row[q.list] += min(w.weight, q.weight) * rare
			}
		}
	}
	for j, shared := range row {
		row[j] = agreement(shared, sum, x.sums[j])
	}
}

// overlap is the weight of what the words around two mentions share. Where
// most pairs are asked for, it is worked out for one of a's mentions and all
// of b's at once.
func (p *pairing) overlap(a, b *mention) float64 {
	if p.sparse || a.n == 0 || b.n == 0 {
		return float64(p.agreementOf(a.context, b.context))
	}
	return float64(p.overlapsOf(a)[b.n-1])
}

// overlapsOf is the overlap of one of a's mentions with each of b's.
func (p *pairing) overlapsOf(m *mention) []float32 {
	if p.near == nil {
		lists := make([][]contextWord, len(p.b.mentions))
		for i := range lists {
			lists[i] = p.b.mentions[i].context
		}
		p.near = p.indexWords(lists)
		p.overlaps = p.table(len(p.a.mentions), len(p.b.mentions))
		p.overlapped = make([]bool, len(p.a.mentions))
	}
	row := p.overlaps[m.n-1]
	if !p.overlapped[m.n-1] {
		p.overlapped[m.n-1] = true
		p.near.agree(p, m.context, row)
	}
	return row
}

// maxSentencePairs bounds the table of sentence likenesses; beyond it only
// the collation tells which sentences belong together.
const maxSentencePairs = 160_000

// likeness is how far a sentence of a and one of b say the same, 0 to 1. The
// table of all is filled in when first asked for: its cost is that of the words
// that sentences share, and of the table.
func (p *pairing) likeness(i, j int) float32 {
	as, bs := p.a.sents, p.b.sents
	if len(as)*len(bs) > maxSentencePairs {
		return 0
	}
	if p.sparse {
		at := func(i, j int) float32 { return p.agreementOf(as[i], bs[j]) }
		return besides(at, i, j, len(as)-1, len(bs)-1)
	}
	row := p.alike[i]
	if row == nil {
		row = p.alikeTo(i)
		p.alike[i] = row
	}
	return row[j]
}

// alikeTo is the likeness of a sentence of a with each of b's.
func (p *pairing) alikeTo(i int) []float32 {
	as, bs := p.a.sents, p.b.sents
	if p.own == nil {
		index := p.indexWords(bs)
		p.own = p.table(len(as), len(bs))
		for i, words := range as {
			index.agree(p, words, p.own[i])
		}
	}
	own := func(i, j int) float32 { return p.own[i][j] }
	row := p.floats.take(len(bs))
	for j := range row {
		row[j] = besides(own, i, j, len(as)-1, len(bs)-1)
	}
	return row
}

// agreementOf is the agreement of a list of a's words with one of b's, each by
// form, as wordIndex.agree has it.
func (p *pairing) agreementOf(a, b []contextWord) float32 {
	var shared, sumA, sumB float32
	for i := range a {
		sumA += a[i].weight * p.rare[p.number[0][a[i].n]]
	}
	for j := range b {
		sumB += b[j].weight * p.rare[p.number[1][b[j].n]]
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch x, y := p.number[0][a[i].n], p.number[1][b[j].n]; {
		case x == y:
			shared += min(a[i].weight, b[j].weight) * p.rare[x]
			i++
			j++
		case x < y:
			i++
		default:
			j++
		}
	}
	return agreement(shared, sumA, sumB)
}

// agreement is the weight of what two word lists share against the lighter
// list: 1 where it is in the other whole. Lists of little weight are damped:
// two shared words are no agreement.
func agreement(shared, sumA, sumB float32) float32 {
	if shared == 0 {
		return 0
	}
	const damp = 0.6
	mix := 0.6*min(sumA, sumB) + 0.4*max(sumA, sumB)
	return shared / (mix + damp)
}

// besides raises the likeness of sentences whose neighbours are alike too:
// these are the likelier partners. The last of each side is the title, which
// has no neighbours.
func besides(at func(i, j int) float32, i, j, titleA, titleB int) float32 {
	own := at(i, j)
	if i >= titleA || j >= titleB {
		return own
	}
	var before, after float32
	if i > 0 {
		before = at(i-1, j)
		if j > 0 {
			before = max(before, at(i-1, j-1))
		}
	}
	if i+1 < titleA {
		after = at(i+1, j)
		if j+1 < titleB {
			after = max(after, at(i+1, j+1))
		}
	}
	return min(1, own+0.15*(before+after))
}

// table is rows of zeros, in one piece of memory.
func (p *pairing) table(rows, columns int) [][]float32 {
	out, all := p.rows.take(rows), p.floats.take(rows*columns)
	for i := range out {
		out[i] = all[i*columns : (i+1)*columns]
	}
	return out
}
