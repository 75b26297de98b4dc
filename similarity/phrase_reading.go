package similarity

import (
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/reuse"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// reading is one side of a collation as the phrase rules see it: the tokens of
// a text or a title, with what stands in quotation marks, who says what, and
// the hedges. Token ranges are half-open.
type reading struct {
	field string // "" or "title"
	text  string
	toks  []shingle.Token
	ids   []int32
	words *lexicon
	sents []shingle.Sentence

	quoted   []bool // by token: inside quotation marks, or a mark of them
	quotes   [][2]int
	says     []attribution
	hedges   []hedge
	caveats  []hedge
	sentence []int32 // by token: its sentence
}

// hedge is a hedge at tokens [first, last).
type hedge struct {
	first, last int
	class       hedgeClass
}

func newReading(a *shingle.Article, ids []int32, x *lexicon, field string, english bool) *reading {
	r := new(reading)
	r.read(a, ids, x, field, english)
	return r
}

// read makes r the reading of an article, in the room that it has.
func (r *reading) read(a *shingle.Article, ids []int32, x *lexicon, field string, english bool) {
	r.field, r.text, r.toks, r.ids, r.words, r.sents = field, a.Text, a.Tokens, ids, x, a.Sentences
	reuse.Zeros(&r.sentence, len(r.toks))
	for n, s := range r.sents {
		for t := s.First; t < s.Last; t++ {
			r.sentence[t] = int32(n)
		}
	}
	r.quotes, r.says, r.hedges, r.caveats = r.quotes[:0], r.says[:0], r.hedges[:0], r.caveats[:0]
	r.findQuotes()
	if english {
		r.hedges = r.findPhrases(r.hedges, hedgePhrases, hedging)
		r.caveats = r.findPhrases(r.caveats, caveats, cautioning)
		for n := range r.sents {
			r.findAttributions(n)
		}
	}
}

// empty lets go of the article, and keeps the room.
func (r *reading) empty() {
	*r = reading{sentence: r.sentence, quoted: r.quoted, quotes: r.quotes, says: r.says, hedges: r.hedges, caveats: r.caveats}
}

func (r *reading) low(t int) string { return r.words.of[r.ids[t]].low }

// stem is the id of the token's stem.
func (r *reading) stem(t int) int32 { return r.words.of[r.ids[t]].stem }

func (r *reading) stemText(t int) string { return r.words.stemText[r.stem(t)] }

func (r *reading) is(t int, w string) bool {
	return t >= 0 && t < len(r.toks) && r.low(t) == w
}

func (r *reading) isWord(t int) bool {
	return t >= 0 && t < len(r.toks) && r.toks[t].Kind == token.Word
}

func (r *reading) isNumber(t int) bool {
	return t >= 0 && t < len(r.toks) && (r.toks[t].Kind == token.Number || r.has(t, numberWord))
}

// capital reports whether the token starts with a capital letter.
func (r *reading) capital(t int) bool {
	return r.isWord(t) && capital(r.toks[t].Of(r.text))
}

// quote is the words of the tokens [first, last), as a Quote; nil for none.
// Marks at its ends that are no quotation marks or brackets are left out.
func (r *reading) quote(first, last int) *Quote {
	loose := func(t int) bool {
		return r.toks[t].Kind == token.Punct && strings.Contains(`,.;:-!?…`, r.low(t))
	}
	for first < last && loose(first) {
		first++
	}
	for first < last && loose(last-1) {
		last--
	}
	if first >= last {
		return nil
	}
	start, end := int(r.toks[first].Start), int(r.toks[last-1].End)
	return &Quote{Field: r.field, Start: start, End: end, Text: r.text[start:end]}
}

// newParagraph reports whether an empty line stands before token t.
func (r *reading) newParagraph(t int) bool {
	if t == 0 {
		return true
	}
	gap := r.text[r.toks[t-1].End:r.toks[t].Start]
	return len(gap) > 1 && strings.Count(gap, "\n") > 1
}

// findPhrases appends the hedges of a table, in quotations too; first marks the
// words that one may begin with. A number hedge counts only
// before a number; "expected" behind a form of be; "May" with a capital inside a sentence is a month; "could
// not" is want of ability.
func (r *reading) findPhrases(out []hedge, table phrasesByFirst, first wordFlags) []hedge {
	for t := 0; t < len(r.toks); t++ {
		if !r.has(t, first) || r.toks[t].Kind != token.Word {
			continue
		}
		for _, p := range table[r.low(t)] {
			if !r.matches(t, p.words) || !r.holds(t, t+len(p.words), p.class) {
				continue
			}
			out = append(out, hedge{t, t + len(p.words), p.class})
			t += len(p.words) - 1
			break
		}
	}
	return out
}

func (r *reading) matches(t int, words []string) bool {
	if t+len(words) > len(r.toks) {
		return false
	}
	for k, w := range words {
		if r.low(t+k) != w {
			return false
		}
	}
	return true
}

func (r *reading) holds(first, last int, class hedgeClass) bool {
	switch class {
	case modalHedge:
		if r.is(first, "may") && r.capital(first) && first > r.sents[r.sentence[first]].First {
			return false
		}
		return !r.is(first, "could") || !r.is(last, "not")
	case numberHedge:
		return r.isNumber(last) || r.is(last, "a") && r.isNumber(last+1) || last < len(r.toks) && r.has(last, dayName)
	case degreeHedge:
		return !r.isNumber(last)
	case doubtHedge:
		return !r.is(first, "expected") || last > first+1 || r.passive(first, 0) // not "than expected"
	}
	return true
}

// hedgesIn returns the hedges that lie in the token range.
func hedgesIn(hedges []hedge, first, last int) []hedge {
	lo, _ := slices.BinarySearchFunc(hedges, first, func(h hedge, t int) int { return h.first - t })
	hi := lo
	for hi < len(hedges) && hedges[hi].last <= last {
		hi++
	}
	return hedges[lo:hi]
}

// english reports whether the English rules apply to a document: its language
// says so, or, where it says nothing, every eighth word at least is one of
// the commonest of English. Texts of under 12 words are taken as English.
func english(a *shingle.Article, x *lexicon, ids []int32) bool {
	if a.Lang != "" {
		lang, _, _ := strings.Cut(strings.ToLower(a.Lang), "-")
		return lang == "en" || lang == "eng" || lang == "english"
	}
	words, common := 0, 0
	for t, id := range ids {
		if a.Tokens[t].Kind != token.Punct {
			words++
			if x.of[id].flags&commonest != 0 {
				common++
			}
		}
	}
	return words < 12 || common*8 >= words
}

var days = wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april june july
	august september october november december`)

var commonEnglish = wordSet(`the of to and in that was said is for on were with by at it from has have had been as not`)

func (r *reading) numberIn(first, last int) bool {
	for t := first; t < last; t++ {
		if r.isNumber(t) || r.has(t, dayName) {
			return true
		}
	}
	return false
}

func stemAt(r *reading, stem int32, first, last int) int {
	for t := first; t < last; t++ {
		if r.stem(t) == stem {
			return t
		}
	}
	return -1
}

func (r *reading) wordCount(first, last int) int {
	n := 0
	for t := first; t < last; t++ {
		if r.toks[t].Kind != token.Punct {
			n++
		}
	}
	return n
}

// around widens a range of tokens to at least so many words on both sides,
// inside [lo, hi) and inside the sentences that it touches.
func (r *reading) around(first, last, lo, hi, by int) (int, int) {
	if lo >= hi {
		return first, last
	}
	s := r.sents[r.sentence[min(max(first, lo), hi-1)]]
	lo = max(lo, min(s.First, first))
	e := r.sents[r.sentence[min(max(last-1, lo), hi-1)]]
	hi = min(hi, max(e.Last, last))
	return max(lo, first-by), min(hi, last+by)
}

func hasFeature(r *reading, feature int32, first, last int) bool {
	for t := first; t < last; t++ {
		if r.words.of[r.ids[t]].feature == feature {
			return feature >= 0
		}
	}
	return false
}

func hasStem(r *reading, stem int32, first, last int) bool {
	return stemAt(r, stem, first, last) >= 0
}
