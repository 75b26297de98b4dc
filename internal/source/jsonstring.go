package source

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

var (
	errOpenString = "a string does not end"
	errEscape     = "no such escape"
	errHex        = "\\u needs four hexadecimal digits"
)

// scanString scans the string whose opening quote is b[i] and gives the offset
// after its closing quote. It goes from escape to escape and looks at nothing
// between them.
func scanString(b []byte, i int) (value, int, error) {
	v := value{start: i + 1, kind: kindString}
	i++
	quote := -1 // the first one from i on
	for {
		if quote < i {
			n := bytes.IndexByte(b[i:], '"')
			if n < 0 {
				return v, len(b), &syntaxError{len(b), errOpenString}
			}
			quote = i + n
		}
		n := bytes.IndexByte(b[i:quote], '\\')
		if n < 0 {
			v.end = quote
			return v, quote + 1, nil
		}
		i += n
		v.escaped = true
		switch b[i+1] { // at quote or before it
		case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
			i += 2
		case 'u':
			if _, ok := hex4(b, i+2); !ok {
				return v, i, &syntaxError{i, errHex}
			}
			i += 6
		default:
			return v, i, &syntaxError{i, errEscape}
		}
	}
}

// decodeString scans as scanString does and appends what the string stands for
// to s.text, 64 bytes at a time where copyRows can, else eight. Half a surrogate
// pair becomes U+FFFD.
func (s *objectScanner) decodeString(b []byte, i int) (value, int, error) {
	const (
		ones, tops = 0x0101010101010101, 0x8080808080808080
		slack      = 64 // a whole row is written where less may be wanted
	)
	// A string is never shorter than what it stands for.
	n := len(s.text)
	if need := n + len(b) - i + slack; cap(s.text) < need {
		grown := make([]byte, n, max(need, 2*cap(s.text)))
		copy(grown, s.text)
		s.text = grown
	}
	dst := s.text[:cap(s.text)]
	v := value{start: n, kind: kindString}
	var high uint64
	i++
	for {
		hit := false
		if hasCopy && i+64 <= len(b) {
			copied, outside := copyRows(&dst[n], &b[i], len(b)-i)
			if outside != 0 {
				high = tops
			}
			i += copied
			n += copied
			hit = i < len(b) && (b[i] == '"' || b[i] == '\\')
		}
		for !hit && i+8 <= len(b) {
			w := binary.LittleEndian.Uint64(b[i:])
			binary.LittleEndian.PutUint64(dst[n:], w)
			quote, slash := w^ones*'"', w^ones*'\\'
			// The lowest byte that is marked is truly zero; those above a
			// true one may be marked by its borrow.
			marks := ((quote-ones)&^quote | (slash-ones)&^slash) & tops
			if marks != 0 {
				skip := bits.TrailingZeros64(marks) / 8
				high |= w & (1<<(8*skip) - 1)
				i += skip
				n += skip
				hit = true
				break
			}
			high |= w
			i += 8
			n += 8
		}
		for !hit && i < len(b) && b[i] != '"' && b[i] != '\\' {
			high |= uint64(b[i])
			dst[n] = b[i]
			i++
			n++
		}
		switch {
		case i >= len(b):
			return v, i, &syntaxError{i, errOpenString}
		case b[i] == '"':
			v.end, v.ascii = n, high&tops == 0
			s.text = dst[:n]
			return v, i + 1, nil
		case i+1 >= len(b):
			return v, i, &syntaxError{i, errOpenString}
		}
		c := b[i+1]
		switch c {
		case '"', '\\', '/':
		case 'b':
			c = '\b'
		case 'f':
			c = '\f'
		case 'n':
			c = '\n'
		case 'r':
			c = '\r'
		case 't':
			c = '\t'
		case 'u':
			r, size := codePoint(b, i)
			if size == 0 {
				return v, i, &syntaxError{i, errHex}
			}
			n += utf8.EncodeRune(dst[n:], r)
			high = tops // ask for the full look
			i += size
			continue
		default:
			return v, i, &syntaxError{i, errEscape}
		}
		dst[n] = c
		n++
		i += 2
	}
}

// codePoint gives what the \u escape at b[i], or a pair of them, stands
// for, and its size; 0 where it is malformed.
func codePoint(b []byte, i int) (r rune, size int) {
	r, ok := hex4(b, i+2)
	if !ok {
		return 0, 0
	}
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	if i+8 <= len(b) && b[i+6] == '\\' && b[i+7] == 'u' {
		if low, ok := hex4(b, i+8); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				return pair, 12
			}
		}
	}
	return utf8.RuneError, 6
}

func hex4(b []byte, i int) (rune, bool) {
	if i+4 > len(b) {
		return 0, false
	}
	var r rune
	for _, c := range b[i : i+4] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}
