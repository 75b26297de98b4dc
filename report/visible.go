package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible returns s with every control, bidirectional and zero-width
// character written out as ⟦U+202E⟧, so that what a reader sees is what is
// there; bytes that are no UTF-8 become ⟦0xFF⟧. Line feeds and tabs stay, and
// so do joiners where a script or an emoji is spelled with them.
func Visible(s string) string {
	if clean(s) {
		return s
	}
	var b strings.Builder
	prev := rune(0)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, "⟦0x%02X⟧", s[i])
		case invisible(r) && !joins(prev, r, next):
			fmt.Fprintf(&b, "⟦U+%04X⟧", r)
		default:
			b.WriteString(s[i : i+n])
		}
		prev = r
		i += n
	}
	return b.String()
}

// visibleLine is Visible with line breaks and tabs folded to spaces.
func visibleLine(s string) string {
	if plainLine(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] != ' ' && s[j] != '\n' && s[j] != '\r' && s[j] != '\t' {
			j++
		}
		if j > i {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(s[i:j])
		}
		i = j + 1
	}
	return Visible(b.String())
}

// plainLine reports whether s is printable ASCII with single spaces between
// words, as most of a report's strings are.
func plainLine(s string) bool {
	space := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c >= 0x7F || c == ' ' && space {
			return false
		}
		space = s[i] == ' '
	}
	return s == "" || !space
}

// clean reports whether s holds nothing that Visible changes; it may say no
// where there is nothing, never yes where there is.
func clean(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < 0x20 && c != '\n' && c != '\t' || c == 0x7F {
			return false
		}
		if c >= utf8.RuneSelf {
			return cleanRunes(s[i:])
		}
	}
	return true
}

func cleanRunes(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError || invisible(r) {
			return false
		}
	}
	return true
}

// invisible reports whether r shows nothing, or changes how others show.
func invisible(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < 0x20 || r >= 0x7F && r < 0xA0: // C0, DEL and C1 controls
		return true
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x34F, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5, r == 0x3164, r == 0xFFA0:
		return true // soft hyphen, combining joiner, fillers
	case r == 0x2028 || r == 0x2029: // line and paragraph separators
		return true
	case r >= 0xE0000 && r <= 0xE0FFF: // tags and variation selectors supplement
		return true
	}
	return unicode.Is(unicode.Cf, r) // formats: every bidirectional mark, zero-width space, BOM
}

// joins reports whether the joiner r belongs to the spelling: a zero-width
// (non-)joiner between letters of a joining or Indic script, or a joiner
// after a symbol (an emoji sequence).
func joins(prev, r, next rune) bool {
	if r != 0x200C && r != 0x200D {
		return false
	}
	if r == 0x200D && (unicode.Is(unicode.So, prev) || unicode.Is(unicode.Sk, prev) || prev == 0xFE0F) {
		return unicode.IsSymbol(next)
	}
	spelled := []*unicode.RangeTable{unicode.Arabic, unicode.Syriac, unicode.Devanagari, unicode.Bengali,
		unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada,
		unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Mongolian}
	return unicode.In(prev, spelled...) && (unicode.In(next, spelled...) || r == 0x200D)
}

// clip shortens s to at most n runes, with an ellipsis where it was cut.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	count := 0
	for i := range s {
		if count == n-1 {
			for j := range s[i:] {
				if j > 0 {
					return strings.TrimRight(s[:i], " ") + "…"
				}
			}
			return s
		}
		count++
	}
	return s
}

// show is s as a page or a terminal shows it in one line: clipped first, so
// that a title of a megabyte costs no more than another.
func show(s string, n int) string {
	return visibleLine(clip(strings.TrimSpace(headBytes(s, 8*n)), n))
}

// headBytes cuts s to at most n bytes, at a rune's start.
func headBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// fileName makes a name that is safe on every file system from an id: the id
// itself where it is short, lower-case and plain, else 20 hex digits of its
// SHA-256. A first letter c keeps clear of reserved names (con, nul, …).
func fileName(id string) string {
	if len(id) == 0 || len(id) > 32 {
		return "h" + hash(id)
	}
	for i := 0; i < len(id); i++ {
		if c := id[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return "h" + hash(id)
		}
	}
	return "c" + id
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:10])
}

// webLink returns the address if it is an http or https one that a page may
// link to, else "".
func webLink(s string) string {
	if len(s) > 2000 || !clean(s) {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return escapeLink(u.String())
}

// escapeLink writes the bytes of an address that no address needs bare as
// %XX, as html/template does in links.
func escapeLink(s string) string {
	hex := func(i int) bool {
		return i < len(s) && strings.IndexByte("0123456789abcdefABCDEF", s[i]) >= 0
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
		if letter || strings.IndexByte("-._~!#$&*+,/:;=?@[]", c) >= 0 || c == '%' && hex(i+1) && hex(i+2) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02x", c)
		}
	}
	return b.String()
}

// langTag returns the tag where it has the shape of a BCP 47 tag, else "".
func langTag(s string) string {
	if len(s) < 2 || len(s) > 35 {
		return ""
	}
	for i := 0; i < len(s); i++ {
		c := s[i] | 0x20
		if (c < 'a' || c > 'z') && (s[i] < '0' || s[i] > '9') && s[i] != '-' {
			return ""
		}
	}
	return s
}

// words turns a class's name into words: "hedge-changed", "hedge changed".
func words(class string) string { return strings.ReplaceAll(class, "-", " ") }

// plural is "1 version", "3 versions", "1,204 versions".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return thousands(n) + " " + noun + "s"
}

// thousands writes n with commas.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
