package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Paragraphs appends to dst the paragraphs of text, in order, without the
// white space around them; every character that is not white space is in one.
//
// A blank line ends a paragraph. What a single line break means is told from
// the text. Where lines are wrapped at a width, as in agency copy of the telex
// age, a paragraph goes on over the break, unless the next line is indented,
// or begins with a bullet, or the line is short and ends a sentence. In other
// texts each line is a paragraph. The cost is linear in the text.
func Paragraphs(dst []Span, text string) []Span { return paragraphs(dst, newReader(text)) }

func paragraphs(dst []Span, r reader) []Span {
	var head [measured]line
	text := r.text
	read := 0 // lines of head
	for ; read < measured; read++ {
		l, ok := r.next()
		if !ok {
			break
		}
		head[read] = l
	}
	wrap := measure(text, head[:read])
	var cur, last line
	open := false
	for i := 0; ; i++ {
		var l line
		if i < read {
			l = head[i]
		} else if more, ok := r.next(); ok {
			l = more
		} else {
			break
		}
		switch {
		case l.blank():
			if open {
				dst = append(dst, cur.Span)
			}
			open = false
			continue
		case !open:
			cur = l
		case wrap.ends(text, last, l):
			dst = append(dst, cur.Span)
			cur = l
		default:
			cur.End = l.End
		}
		open, last = true, l
	}
	if open {
		dst = append(dst, cur.Span)
	}
	return dst
}

// line is a line of text without the white space around it, and how many
// columns of white space stand before it.
type line struct {
	Span
	indent int
}

func (l line) blank() bool { return l.Start == l.End }

// reader reads the lines of a text. They end in \n, \r\n or, in a text that has
// no \n, in \r.
type reader struct {
	text   string
	at     int
	ending byte
	breaks []int32 // where the next lines end, as far as is known
}

func newReader(text string) reader {
	r := reader{text: text, ending: '\n'}
	if strings.IndexByte(text, '\n') < 0 {
		r.ending = '\r'
	}
	return r
}

// next gives the next line; ok is false behind the last.
func (r *reader) next() (l line, ok bool) {
	if r.at >= len(r.text) {
		return line{}, false
	}
	start, end := r.at, len(r.text)
	r.at = end
	if len(r.breaks) > 0 {
		end = int(r.breaks[0])
		r.at, r.breaks = end+1, r.breaks[1:]
	} else if n := strings.IndexByte(r.text[start:], r.ending); n >= 0 {
		end, r.at = start+n, start+n+1
	}
	return trimmed(r.text, start, end), true
}

// tabWidth is what a tab, or an ideographic space, counts as indentation.
const tabWidth = 4

func trimmed(text string, start, end int) line {
	indent := 0
trim:
	for start < end {
		switch c := text[start]; {
		case c == ' ':
			start, indent = start+1, indent+1
		case c == '\t':
			start, indent = start+1, indent+tabWidth
		case class[c] == space:
			start++
		case c < utf8.RuneSelf:
			break trim
		default:
			r, size := utf8.DecodeRuneInString(text[start:end])
			switch {
			case r == 0x3000:
				indent += tabWidth
			case isBlank(r):
				indent++
			default:
				break trim
			}
			start += size
		}
	}
	for start < end {
		if class[text[end-1]] == space {
			end--
			continue
		}
		if text[end-1] < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeLastRuneInString(text[start:end])
		if !isBlank(r) {
			break
		}
		end -= size
	}
	return line{Span{start, end}, indent}
}

// isBlank reports white space outside ASCII, and the zero-width characters
// that pages leave on lines of their own.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == 0x200b || r == 0xfeff }

// wrapping is what measure found: whether lines are wrapped, at what width,
// and the indentation that all lines have. Widths are in bytes: what is
// compared is lines of one text.
type wrapping struct {
	wrapped bool
	width   int
	base    int
}

// A wrapped line has 40 to 130 columns: no page is set narrower, and longer
// lines are paragraphs.
const (
	leastWidth = 40
	mostWidth  = 130
)

// measured is how many lines measure looks at: enough to tell.
const measured = 64

// measure tells whether a text, whose first lines are given, is wrapped. Each
// break between two of them votes: twice for it, if the next line begins in
// lower case; else against it, if the next line's first word would have fitted
// on this one; else for it, if this line does not end a sentence.
func measure(text string, head []line) wrapping {
	w := wrapping{base: mostWidth}
	breaks := 0
	for i, l := range head {
		if l.blank() {
			continue
		}
		w.base = min(w.base, l.indent)
		if l.Len() > mostWidth && (l.Len() > mostWidth*utf8.UTFMax || utf8.RuneCountInString(l.Of(text)) > mostWidth) {
			return w
		}
		w.width = max(w.width, l.Len())
		if i > 0 && !head[i-1].blank() {
			breaks++
		}
	}
	if breaks == 0 || w.width < leastWidth {
		return w
	}
	votes := 0
	for i := 1; i < len(head) && votes <= len(head)-i; i++ { // as far as the rest may vote it down
		last, l := head[i-1], head[i]
		if !l.blank() && !last.blank() && !w.indented(l) {
			switch {
			case beginsLower(l.Of(text)):
				votes += 2
			case last.Len() < w.width-1 && w.room(text, last, l) >= 0:
				votes--
			case !endsSentence(last.Of(text)):
				votes++
			}
		}
	}
	w.wrapped = votes > 0
	return w
}

// indented reports whether a line stands in by three columns or more; one or
// two are a hanging list's, or a slip.
func (w wrapping) indented(l line) bool { return l.indent-w.base >= 3 }

// room is how many bytes would be left on l with the next line's first word;
// less than 0 if it does not fit.
func (w wrapping) room(text string, l, next line) int {
	word := next.Of(text)
	if n := strings.IndexByte(word, ' '); n >= 0 {
		word = word[:n]
	}
	return w.width - l.Len() - 1 - len(word)
}

// ends reports whether a paragraph ends between a line and the next.
func (w wrapping) ends(text string, l, next line) bool {
	if !w.wrapped || w.indented(next) {
		return true
	}
	s := next.Of(text)
	if strings.HasPrefix(s, "• ") || strings.HasPrefix(s, "* ") {
		return true
	}
	return endsSentence(l.Of(text)) && !beginsLower(s) && w.room(text, l, next) > w.width/5
}

func beginsLower(s string) bool {
	if s != "" && s[0] < utf8.RuneSelf {
		return s[0]-'a' < 26
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// endsSentence reports whether a line ends in a full stop or the like, quotes
// and brackets behind it aside.
func endsSentence(s string) bool {
	for s != "" {
		size := 1
		if c := s[len(s)-1]; c < utf8.RuneSelf {
			if !closes[c] {
				return mayEnd[c]
			}
		} else {
			var r rune
			if r, size = utf8.DecodeLastRuneInString(s); !isCloser(r) {
				return isTerminator(r)
			}
		}
		s = s[:len(s)-size]
	}
	return false
}

// closes are the closers of ASCII.
var closes = func() (t [utf8.RuneSelf]bool) {
	for c := range t {
		t[c] = isCloser(rune(c))
	}
	return t
}()
