package figure

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wirediff/wirediff/internal/token"
)

// itemKind says what an item is.
type itemKind uint8

const (
	iEnd   itemKind = iota // before the first item, behind the last, and between paragraphs
	iWord                  // letters
	iNum                   // digits with their separators
	iFrac                  // a vulgar fraction sign: ½
	iSign                  // a currency sign, with the letters written against it
	iPunct                 // a mark
)

// item is a piece of a token: the lexer splits $1.2bn into sign, digits and
// suffix, whether the tokenizer gave it as one token or as three.
type item struct {
	start, end int32
	kind       itemKind
	mark       byte // of a mark, its ASCII stand-in: - for hyphen, en dash and minus; _ for an em dash; " for any double quote
	gap        bool // white space precedes
	thin       bool // … which is no ordinary space (thin or no-break)
	capital    bool // begins with a capital
	poss       bool // 's or ’ follows the word
	first      bool // first word of a sentence
	line       bool // the white space before it holds a line break
	w          *word
}

// lexer turns tokens into items.
type lexer struct {
	text  string
	lex   lexMap
	index *index
	items []item
	last  int32 // end of the last item
	seen  tag   // the tags of all words
}

func (l *lexer) run(text string, tokens []token.Token, sentences []token.Sentence) {
	l.text, l.lex, l.index, l.items, l.last, l.seen = text, lexicon(), lexiconIndex(), slices.Grow(l.items[:0], len(tokens)+len(tokens)/8+8), 0, 0
	l.items = append(l.items, item{w: unknown})
	for _, t := range tokens {
		if t.Start < l.last {
			if t.End <= l.last {
				continue
			}
			t.Start = l.last
		}
		if t.Kind == token.Word {
			if key, capital, ok := spell(text, int(t.Start), int(t.End)); ok {
				w := l.index.find(key)
				l.seen |= w.tags
				if n := len(l.items); t.Start == l.last+1 && text[l.last] == ' ' && n < cap(l.items) { // as most do
					l.items = l.items[:n+1]
					l.items[n] = item{start: t.Start, end: t.End, kind: iWord, gap: true, capital: capital, w: w}
					l.last = t.End
					continue
				}
				l.push(item{start: t.Start, end: t.End, kind: iWord, capital: capital, w: w})
				continue
			}
		}
		s := text[t.Start:t.End]
		if t.Kind == token.Word && lettersOnly(s) {
			l.word(t.Start, t.End)
			continue
		}
		if t.Kind == token.Punct && len(s) == 1 {
			l.punct(t.Start, t.End)
			continue
		}
		l.split(t.Start, t.End)
	}
	l.items = append(l.items, item{start: int32(len(text)), end: int32(len(text)), w: unknown})
	at := 1
	for _, s := range sentences {
		at += sort.Search(len(l.items)-at, func(k int) bool { return int(l.items[at+k].start) >= s.Start })
		for k := at; k < len(l.items) && int(l.items[k].start) < s.End; k++ {
			if l.items[k].kind == iWord || l.items[k].kind == iNum {
				l.items[k].first = true
				break
			}
			if l.items[k].kind != iPunct {
				break
			}
		}
	}
}

// lettersOnly reports whether s holds no digit, raised digit or currency sign.
func lettersOnly(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9', c == '$':
			return false
		case c >= 0x80:
			r, n := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '’' {
				return false
			}
			i += n - 1
		}
	}
	return true
}

// push appends an item, with what lies between it and the last.
func (l *lexer) push(it item) {
	if gap := l.text[l.last:it.start]; gap != "" && len(l.items) > 1 {
		if strings.Count(gap, "\n") > 1 {
			l.items = append(l.items, item{start: l.last, end: l.last, w: unknown})
		}
		r, _ := utf8.DecodeRuneInString(gap)
		it.gap = unicode.IsSpace(r)
		it.line = strings.IndexByte(gap, '\n') >= 0
		it.thin = it.gap && r > 0x7f
	} else if len(l.items) == 1 {
		it.gap = true
	}
	if it.w == nil {
		it.w = unknown
	}
	l.last = it.end
	l.items = append(l.items, it)
}

// word pushes a word of letters, its possessive ending kept apart.
func (l *lexer) word(start, end int32) {
	s := l.text[start:end]
	it := item{start: start, end: end, kind: iWord}
	if c := s[0]; c < utf8.RuneSelf {
		it.capital = c >= 'A' && c <= 'Z'
	} else if r, _ := utf8.DecodeRuneInString(s); unicode.IsUpper(r) {
		it.capital = true
	}
	if n := len(s); n < 3 || s[n-1] < utf8.RuneSelf && s[n-1] != '\'' && (s[n-1] != 's' || s[n-2] != '\'' && s[n-2] != 0x99) {
		it.w = l.index.lookup(s) // no possessive
		l.seen |= it.w.tags
		l.push(it)
		return
	}
	core := strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	if core == s && (strings.HasSuffix(s, "s'") || strings.HasSuffix(s, "s’")) {
		core = strings.TrimRight(s, "'’")
	}
	if core != s {
		it.poss = true
		it.end = start + int32(len(core))
	}
	it.w = l.index.lookup(core)
	l.seen |= it.w.tags
	l.push(it)
	l.last = end
}

func (l *lexer) punct(start, end int32) {
	s := l.text[start:end]
	r, _ := utf8.DecodeRuneInString(s)
	it := item{start: start, end: end, kind: iPunct}
	switch r {
	case '-', '‐', '‑', '‒', '–', '−':
		it.mark = '-'
	case '—', '―':
		it.mark = '_'
	case '"', '“', '”', '„', '«', '»':
		it.mark = '"'
	case '\'', '‘', '’':
		it.mark = '\''
	case '≈', '∼', '~', '〜':
		it.mark = '~'
	case '%', '％', '٪':
		it.mark = '%'
	case '°', 'º':
		it.mark = 'o'
	case '℃':
		it.mark = 'C'
	case '℉':
		it.mark = 'F'
	case '²':
		it.mark = '2'
	case '³':
		it.mark = '3'
	case '⁄', '∕':
		it.mark = '/'
	case '×':
		it.mark = 'x'
	case '≥':
		it.mark = 'G'
	case '≤':
		it.mark = 'L'
	case '…':
		it.mark = ';'
	case '.':
		it.mark = '.'
		// the period of an abbreviation belongs to it
		if n := len(l.items) - 1; l.last == start && l.items[n].kind == iWord && l.items[n].w.is(fDot) && !l.items[n].poss {
			if l.items[n].w.s != "no" && l.items[n].w.s != "c" || l.digitNext(end) {
				l.items[n].end, l.last = end, end
				return
			}
		}
	default:
		if r < 0x80 {
			it.mark = byte(r)
		}
	}
	l.push(it)
}

// digitNext reports whether a digit comes next, over white space.
func (l *lexer) digitNext(at int32) bool {
	for n := 0; int(at) < len(l.text) && n < 3; at, n = at+1, n+1 {
		switch c := l.text[at]; {
		case c >= '0' && c <= '9':
			return true
		case c != ' ' && c != '\n':
			return false
		}
	}
	return false
}

var vulgar = map[rune][2]uint64{
	'½': {1, 2}, '⅓': {1, 3}, '⅔': {2, 3}, '¼': {1, 4}, '¾': {3, 4}, '⅕': {1, 5}, '⅖': {2, 5}, '⅗': {3, 5}, '⅘': {4, 5},
	'⅙': {1, 6}, '⅚': {5, 6}, '⅐': {1, 7}, '⅛': {1, 8}, '⅜': {3, 8}, '⅝': {5, 8}, '⅞': {7, 8}, '⅑': {1, 9}, '⅒': {1, 10},
}

// split cuts a token of mixed signs, digits and letters into items.
func (l *lexer) split(start, end int32) {
	at := start
	for at < end {
		s := l.text[at:end]
		r, n := utf8.DecodeRuneInString(s)
		stop := at + int32(n)
		switch {
		case r >= '0' && r <= '9':
			stop = at + int32(numberLen(s))
			l.push(item{start: at, end: stop, kind: iNum})
		case unicode.Is(unicode.Sc, r):
			it := item{start: at, end: stop, kind: iSign}
			// A$, US$, U.S.$: the letters written against the sign
			if n := len(l.items) - 1; l.last == at && l.items[n].kind == iWord && (currencySigns[strings.ToLower(l.text[l.items[n].start:stop])] != "" || countryLetters(l.text[l.items[n].start:at])) {
				it.start, it.gap, it.thin = l.items[n].start, l.items[n].gap, l.items[n].thin
				l.items = l.items[:n]
				it.w = unknown
				l.items = append(l.items, it)
				l.last = stop
				break
			}
			l.push(it)
		case unicode.IsLetter(r):
			for int(stop) < len(l.text) && stop < end {
				r, n := utf8.DecodeRuneInString(l.text[stop:end])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !((r == '.' || r == '\'' || r == '’') && letterNext(l.text[stop+int32(n):end])) {
					break
				}
				stop += int32(n)
			}
			if stop == end-1 && l.text[stop] == '.' && strings.IndexByte(l.text[at:stop], '.') > 0 {
				stop = end
			}
			l.word(at, stop)
		case vulgar[r] != [2]uint64{}:
			l.push(item{start: at, end: stop, kind: iFrac})
		case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == utf8.RuneError && n == 1:
		default:
			l.punct(at, stop)
		}
		at = stop
	}
}

// countryLetters reports whether s, against a currency sign, tells whose currency
// it is, though no table has it: BM$.
func countryLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return len(s) <= 3
}

func letterNext(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// numberLen is the length of the run of digits and separators at the start
// of s. A separator counts only between digits.
func numberLen(s string) int {
	n := 0
	for n < len(s) {
		c := s[n]
		switch {
		case c >= '0' && c <= '9':
			n++
			continue
		case (c == '.' || c == ',' || c == '\'') && n+1 < len(s) && isDigit(s[n+1]):
			n++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[n:])
		if (r == '\u00a0' || r == '\u2009' || r == '\u202f' || r == '’') && n+size+2 < len(s) && isDigit(s[n+size]) && isDigit(s[n+size+1]) && isDigit(s[n+size+2]) {
			n += size
			continue
		}
		break
	}
	return n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
