package token

import (
	"unicode"
	"unicode/utf8"
)

// MaxSentence is the largest number of tokens in a sentence: what runs on for
// longer is a table or no prose, and is cut, so that work over pairs of
// sentences stays bounded.
const MaxSentence = 1000

// Sentences appends to dst the sentences of a block of text, whose tokens are
// tokens[first:last]. Line breaks inside a block
// are soft. Every token is in one sentence. The cost is linear in the tokens:
// each decision looks at a bounded number of them.
//
// A sentence ends after a full stop, a question or exclamation mark or an
// ellipsis, with the quotes and brackets that close behind it, if what follows
// can begin a sentence:
//   - not a word in lower case (“Why?” he asked; the U.S. officials);
//   - not a name and a verb of saying behind a quoted question (“Why?” Roe said);
//   - behind an abbreviation, only what its class allows: see abbreviation.
//
// A number with a period that begins a sentence is an item's (1. The port).
// Chinese and Japanese stops end a sentence whatever follows.
func Sentences(dst []Sentence, text string, tokens []Token, first, last int) []Sentence {
	c := cutter{text: text, tokens: tokens[:last]}
	start := first
	for i := first; i < last; {
		if !mayEnd[text[tokens[i].End-1]] && i+1-start < MaxSentence {
			i++
			continue
		}
		next, ends := c.ends(start, i)
		if ends || next-start >= MaxSentence {
			dst = append(dst, c.sentence(start, next))
			start = next
		}
		i = next
	}
	if start < last {
		dst = append(dst, c.sentence(start, last))
	}
	return dst
}

// mayEnd are the last bytes of the tokens that may end a sentence.
var mayEnd = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= utf8.RuneSelf || isTerminator(rune(c))
	}
	return t
}()

// cutter decides where sentences end.
type cutter struct {
	text   string
	tokens []Token
}

func (c cutter) sentence(first, last int) Sentence {
	return Sentence{Span{int(c.tokens[first].Start), int(c.tokens[last-1].End)}, first, last}
}

// ends reports whether the sentence that begins at token start ends with token
// i and the marks behind it. It gives the index of the token behind them: what
// holds of one of the marks holds of all, so that none is looked at twice.
func (c cutter) ends(start, i int) (next int, ends bool) {
	t := c.tokens[i]
	abbr := notAbbreviated
	switch t.Kind {
	case Punct:
		if r, n := utf8.DecodeRuneInString(t.Of(c.text)); n != int(t.End-t.Start) || !isTerminator(r) {
			return i + 1, false
		}
	case Word:
		if t.End-t.Start < 2 || c.text[t.End-1] != '.' {
			return i + 1, false
		}
		abbr = abbreviationOf(c.text[t.Start : t.End-1])
	default:
		return i + 1, false
	}
	next, quoted := c.closers(i + 1)
	if next == len(c.tokens) || c.wide(i) {
		return next, true
	}
	m, apart := c.opening(next)
	if m == len(c.tokens) {
		return next, true
	}
	w := c.tokens[m]
	word := w.Of(c.text)
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case w.Kind == Word && unicode.IsLower(r) && !isCamel(word):
		return next, false
	case !apart && (abbr != notAbbreviated || w.Kind != Word):
		return next, false // 3.Punct, U.S.-led
	case quoted && c.asks(i) && c.said(m):
		return next, false
	case abbr == hours && i < start+hoursLead:
		return next, c.after(initial, quoted, m)
	case abbr != notAbbreviated && i == start:
		return next, false // U.K. Authorities have lost patience
	case abbr != notAbbreviated:
		return next, c.after(abbr, quoted, m)
	case c.text[t.Start] == '.' && i == start+1 && c.tokens[start].Kind == Number:
		return next, false // an item's number
	case c.text[t.Start] == '.' && i > start && c.goesOn(i-1, m):
		return next, false
	}
	return next, true
}

// hoursLead is how many words before a clock time are too few for a sentence:
// At 7 a.m. Roe left.
const hoursLead = 4

// closers passes the marks that belong to the end of a sentence: further full
// stops and the like, closing quotes and brackets. A straight quote closes if
// it stands against what is before it.
func (c cutter) closers(j int) (next int, quoted bool) {
	for ; j < len(c.tokens) && c.tokens[j].Kind == Punct; j++ {
		r, _ := utf8.DecodeRuneInString(c.tokens[j].Of(c.text))
		touches := c.tokens[j].Start == c.tokens[j-1].End
		switch {
		case isTerminator(r) && (touches || r == '.' || r == '…'):
		case (r == '"' || r == '\'') && touches && !c.opensWord(j):
			quoted = true
		case isCloser(r) && r != '"' && r != '\'':
			quoted = quoted || r != ')' && r != ']'
		default:
			return j, quoted
		}
	}
	return j, quoted
}

// opensWord reports whether a straight quote stands against a word behind it,
// and so opens rather than closes, though it touches what is before: a.“B.
func (c cutter) opensWord(j int) bool {
	return j+1 < len(c.tokens) && c.tokens[j+1].Start == c.tokens[j].End && c.tokens[j+1].Kind != Punct && c.text[c.tokens[j].Start] == '\''
}

// opening passes opening quotes and brackets, dashes and bullets, at most
// four of them, and reports whether white space stands before or among them.
func (c cutter) opening(j int) (next int, apart bool) {
	for n := 0; ; n++ {
		if c.tokens[j].Start > c.tokens[j-1].End {
			apart = true
		}
		r, _ := utf8.DecodeRuneInString(c.tokens[j].Of(c.text))
		if n == 4 || c.tokens[j].Kind != Punct || !isOpener(r) {
			return j, apart
		}
		if j++; j == len(c.tokens) {
			return j, apart
		}
	}
}

// asks reports whether token i is a question or exclamation mark.
func (c cutter) asks(i int) bool {
	b := c.text[c.tokens[i].Start]
	return b == '?' || b == '!'
}

// said reports whether a name of at most four capitalised words and a verb of
// saying begin at token m.
func (c cutter) said(m int) bool {
	for n := 0; n < 5 && m+n < len(c.tokens); n++ {
		t := c.tokens[m+n]
		word := t.Of(c.text)
		r, _ := utf8.DecodeRuneInString(word)
		if n > 0 && sayings[word] {
			return true
		}
		if t.Kind != Word || !unicode.IsUpper(r) || starters[word] {
			return false
		}
	}
	return false
}

// after reports whether a sentence may end with an abbreviation of the class,
// behind which a quote may close, when token m, which is not in lower case,
// follows.
func (c cutter) after(abbr abbreviation, quoted bool, m int) bool {
	w := c.tokens[m]
	word := w.Of(c.text)
	switch abbr {
	case title, binding:
		return false
	case dated:
		return w.Kind != Number && (word[len(word)-1] != '.' || abbreviationOf(word[:len(word)-1]) != dated)
	case loose:
		return true
	case hours:
		return w.Kind == Number || !zones[word] && !isZone(word)
	case company:
		return !ranks[word]
	}
	return quoted || w.Kind != Number && starters[word]
}

// goesOn reports whether the period behind token i is no full stop, though it
// belongs to no abbreviation: No. 4, Art. 5, p. 12; 3. Mai; z. B.
func (c cutter) goesOn(i, m int) bool {
	word, next := c.tokens[i].Of(c.text), c.tokens[m].Of(c.text)
	switch {
	case c.tokens[m].Kind == Number:
		return numberLabels[word]
	case c.tokens[i].Kind == Number:
		return len(word) <= 2 && ordinalMonths[next]
	}
	return c.tokens[i].Kind == Word && len(word) == 1 && len(next) == 2 && next[1] == '.'
}

// wide reports whether token i is a full stop of the scripts that put no space
// behind it.
func (c cutter) wide(i int) bool {
	r, _ := utf8.DecodeRuneInString(c.tokens[i].Of(c.text))
	return r == '。' || r == '！' || r == '？' || r == '｡'
}

func isTerminator(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '｡', '؟', '۔', '।', '॥', '։', '።':
		return true
	}
	return false
}

func isCloser(r rune) bool {
	switch r {
	case '"', '\'', '”', '’', ')', ']', '»', '›', '」', '』', '）', '】', '〉', '》':
		return true
	}
	return false
}

func isOpener(r rune) bool {
	switch r {
	case '"', '\'', '“', '‘', '„', '‚', '(', '[', '«', '‹', '»', '-', '–', '—', '―', '•', '*', '·', '¿', '¡', '「', '『', '（', '【':
		return true
	}
	return false
}

// isCamel reports a capital behind a first small letter: iPhone, eBay.
func isCamel(word string) bool {
	return len(word) > 2 && word[1] >= 'A' && word[1] <= 'Z'
}

// isZone reports two to four capitals, as in ET, GMT, CEST.
func isZone(word string) bool {
	for i := range len(word) {
		if word[i] < 'A' || word[i] > 'Z' {
			return false
		}
	}
	return len(word) >= 2 && len(word) <= 4
}
