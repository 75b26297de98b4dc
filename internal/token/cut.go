package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cut is the length of the first token of a UAX #29 word, which is all of it
// except in four cases:
//   - letters of scripts without spaces are tokens of their own; UAX #29 keeps
//     a run of katakana whole;
//   - a semicolon between digits parts two numbers (1;2);
//   - a colon between letters parts two words (Police:The), except before the
//     one to three lower-case letters of a Nordic ending (EU:n);
//   - a period between a word in lower case and one that begins in upper case
//     is a full stop whose space was lost (said.He), as in scraped copy.
func cut(w string) int {
	if r, size := utf8.DecodeRuneInString(w); isIdeo(r) {
		for size < len(w) { // with its combining marks
			r, n := utf8.DecodeRuneInString(w[size:])
			if !unicode.In(r, unicode.M, unicode.Cf) {
				break
			}
			size += n
		}
		return size
	}
	for i := 0; i < len(w); i++ {
		switch w[i] {
		case ';', ':', '.':
			if i == 0 {
				if len(w) > 1 {
					return 1
				}
			} else if parts(w[:i], w[i], w[i+1:]) {
				return i
			}
		}
		if w[i] >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(w[i:])
			if isIdeo(r) {
				return i
			}
			i += n - 1
		}
	}
	return len(w)
}

// parts reports whether the mark between left and right, which UAX #29 keeps
// in one word, ends a token.
func parts(left string, mark byte, right string) bool {
	switch mark {
	case ';':
		return true
	case ':':
		n := 0
		for _, r := range right {
			if !unicode.IsLower(r) {
				return true
			}
			n++
		}
		return n == 0 || n > 3
	}
	r, size := utf8.DecodeLastRuneInString(left)
	if !unicode.IsLower(r) {
		return false
	}
	if r, _ = utf8.DecodeLastRuneInString(left[:len(left)-size]); !unicode.IsLetter(r) {
		return false
	}
	r, size = utf8.DecodeRuneInString(right)
	if !unicode.IsUpper(r) {
		return false
	}
	r, _ = utf8.DecodeRuneInString(right[size:])
	return unicode.IsLower(r)
}

// specials are the URLs, e-mail addresses, handles and hashtags in a stretch
// without white space, in order and without overlap. Each is one token. The
// cost is linear: what is looked back over holds none of the marks at which
// the search looks back.
func specials(text string, stretch Span) []Span {
	var found []Span
	from := stretch.Start
	for i := stretch.Start; i < stretch.End; i++ {
		var s Span
		switch text[i] {
		case ':':
			s = schemeURL(text, Span{from, stretch.End}, i)
		case '@':
			s = address(text, Span{from, stretch.End}, i)
		case '#':
			s = hashtag(text, Span{from, stretch.End}, i)
		case '/':
			s = domainURL(text, Span{from, stretch.End}, i)
		case 'w', 'W':
			s = wwwURL(text, Span{from, stretch.End}, i)
		}
		if s.Len() > 0 {
			found = append(found, s)
			from, i = s.End, s.End-1
		}
	}
	return found
}

// schemeURL is a URL whose "://" stands at i: https://example.com/a.
func schemeURL(text string, in Span, i int) Span {
	if !strings.HasPrefix(text[i:in.End], "://") {
		return Span{}
	}
	start := i
	for start > in.Start && isLetter(text[start-1]) {
		start--
	}
	end := urlEnd(text, i+3, in.End)
	if i-start < 2 || end == i+3 {
		return Span{}
	}
	return Span{start, end}
}

// wwwURL is a URL that begins with "www." at i.
func wwwURL(text string, in Span, i int) Span {
	if in.End-i < 5 || !strings.EqualFold(text[i:i+4], "www.") || !isAlnum(text[i+4]) ||
		i > in.Start && (isAlnum(text[i-1]) || text[i-1] >= utf8.RuneSelf) {
		return Span{}
	}
	return Span{i, urlEnd(text, i+4, in.End)}
}

// domainURL is a URL without a scheme, whose first slash stands at i:
// pic.example.com/a. The last label before the slash has two letters or more.
func domainURL(text string, in Span, i int) Span {
	start, label, dots := i, i, 0
	for start > in.Start && (isAlnum(text[start-1]) || text[start-1] == '.' || text[start-1] == '-') {
		if start--; text[start] == '.' {
			if dots++; dots == 1 {
				label = start + 1
			}
		}
	}
	for start < i && !isAlnum(text[start]) {
		start++
	}
	if dots == 0 || i-label < 2 || label-start < 3 || i+1 >= in.End || !isAlnum(text[i+1]) {
		return Span{}
	}
	for _, c := range []byte(text[label:i]) {
		if !isLetter(c) {
			return Span{}
		}
	}
	return Span{start, urlEnd(text, i+1, in.End)}
}

// urlEnd is where a URL ends: before a byte that URLs hold only escaped, and
// before punctuation that closes the sentence.
func urlEnd(text string, i, end int) int {
	start := i
	for i < end && text[i] > ' ' && text[i] < 0x7f && !strings.ContainsRune("\"<>\\^`{|}", rune(text[i])) {
		i++
	}
	for i > start && strings.IndexByte(".,;:!?'()[]*", text[i-1]) >= 0 {
		i--
	}
	return i
}

// address is an e-mail address or a handle whose @ stands at i.
func address(text string, in Span, i int) Span {
	start, end := i, i+1
	for start > in.Start && (isAlnum(text[start-1]) || strings.IndexByte("._%+-", text[start-1]) >= 0) {
		start--
	}
	for start < i && !isAlnum(text[start]) {
		start++
	}
	dots := 0
	for end < in.End && (isAlnum(text[end]) || text[end] == '-' || text[end] == '.' && end+1 < in.End && isAlnum(text[end+1])) {
		if text[end] == '.' {
			dots++
		}
		end++
	}
	if start < i && end > i+1 && dots > 0 {
		return Span{start, end}
	}
	for end = i + 1; end < in.End && (isAlnum(text[end]) || text[end] == '_'); {
		end++
	}
	if end == i+1 || i > in.Start && isAlnum(text[i-1]) {
		return Span{}
	}
	return Span{i, end}
}

// hashtag is a # at i with the letters, digits and underscores after it. It
// begins with a letter, so that #1 stays a mark and a number.
func hashtag(text string, in Span, i int) Span {
	if i > in.Start && (isAlnum(text[i-1]) || text[i-1] == '#' || text[i-1] == '&') {
		return Span{}
	}
	end := i + 1
	for end < in.End {
		r, size := utf8.DecodeRuneInString(text[end:in.End])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && (end == i+1 || r != '_' && !unicode.IsDigit(r)) {
			break
		}
		end += size
	}
	if end == i+1 {
		return Span{}
	}
	return Span{i, end}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isAlnum(c byte) bool { return isLetter(c) || isDigit(c) }
