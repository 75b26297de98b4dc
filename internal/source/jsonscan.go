package source

import (
	"bytes"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// kind of a JSON value.
type kind uint8

const (
	kindNone kind = iota
	kindString
	kindNumber
	kindBool
	kindNull
	kindArray
	kindObject
)

var kindNames = [...]string{"nothing", "a string", "a number", "true or false", "null", "an array", "an object"}

// value is a JSON value as a span of the line it is in; a string's span is
// what its quotes hold.
type value struct {
	start, end int
	kind       kind
	rank       uint8
	escaped    bool // a string with a backslash
	coded      bool // a string with a \u
	plain      bool // a string that NFC leaves alone, \u apart; not set by scan
}

// syntaxError is where and why text is no JSON.
type syntaxError struct {
	at   int
	want string
}

func (e *syntaxError) Error() string {
	return fmt.Sprintf("malformed JSON at byte %d of the record: %s", e.at, e.want)
}

// objectScanner finds the wanted fields of a JSON object (RFC 8259) and checks
// that all of it is well formed. It copies nothing. It is laxer than the RFC
// in one point: a control character may stand in a string as it is.
//
// goccy/go-json is the reference: a fuzz test holds that both take and refuse
// the same objects and read the same values.
type objectScanner struct {
	names  []fieldName
	values [fieldCount]value
	stack  []byte // open brackets of a skipped value
}

// maxDepth of arrays and objects in one another, as goccy/go-json has it.
const maxDepth = 10000

// scan reads the object that begins at line[0] == '{' and gives the offset
// after it. Of two fields with one name the last counts, as in all decoders.
func (s *objectScanner) scan(line []byte) (int, error) {
	s.values = [fieldCount]value{}
	i := skipSpace(line, 1)
	if i < len(line) && line[i] == '}' {
		return i + 1, nil
	}
	for {
		if i >= len(line) || line[i] != '"' {
			return i, &syntaxError{i, "a field name was expected"}
		}
		key, next, err := scanString(line, i)
		if err != nil {
			return i, err
		}
		i = skipSpace(line, next)
		if i >= len(line) || line[i] != ':' {
			return i, &syntaxError{i, "a colon was expected"}
		}
		i = skipSpace(line, i+1)
		v, next, err := s.value(line, i)
		if err != nil {
			return next, err
		}
		s.keep(line, key, v)
		i = skipSpace(line, next)
		if i >= len(line) {
			return i, &syntaxError{i, "the object does not end"}
		}
		switch line[i] {
		case ',':
			i = skipSpace(line, i+1)
		case '}':
			return i + 1, nil
		default:
			return i, &syntaxError{i, "a comma or } was expected"}
		}
	}
}

// keep notes v if key names a wanted field.
func (s *objectScanner) keep(line []byte, key, v value) {
	name := line[key.start:key.end]
	if key.escaped {
		name = unescape(nil, name)
	}
	for _, n := range s.names {
		if n.name != string(name) {
			continue
		}
		v.rank = n.rank
		if old := &s.values[n.field]; old.kind == kindNone || old.kind == kindNull || n.rank <= old.rank && v.kind != kindNull {
			*old = v
		}
	}
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\t' || b[i] == '\r') {
		i++
	}
	return i
}

// value scans any value at i and gives the offset after it.
func (s *objectScanner) value(b []byte, i int) (value, int, error) {
	if i >= len(b) {
		return value{}, i, &syntaxError{i, "a value was expected"}
	}
	switch c := b[i]; {
	case c == '"':
		return scanString(b, i)
	case c == '{' || c == '[':
		end, err := s.skipNested(b, i)
		k := kindObject
		if c == '[' {
			k = kindArray
		}
		return value{start: i, end: end, kind: k}, end, err
	default:
		return scanScalar(b, i)
	}
}

// scanScalar scans a number or a literal.
func scanScalar(b []byte, i int) (value, int, error) {
	for _, l := range []struct {
		text string
		kind kind
	}{{"null", kindNull}, {"true", kindBool}, {"false", kindBool}} {
		if len(b)-i >= len(l.text) && string(b[i:i+len(l.text)]) == l.text {
			return value{start: i, end: i + len(l.text), kind: l.kind}, i + len(l.text), nil
		}
	}
	end := numberEnd(b, i)
	if end < 0 {
		return value{}, i, &syntaxError{i, "a value was expected"}
	}
	return value{start: i, end: end, kind: kindNumber}, end, nil
}

// numberEnd gives the offset after the number at i, or -1.
func numberEnd(b []byte, i int) int {
	digits := func() bool {
		from := i
		for i < len(b) && b[i] >= '0' && b[i] <= '9' {
			i++
		}
		return i > from
	}
	if i < len(b) && b[i] == '-' {
		i++
	}
	if i < len(b) && b[i] == '0' {
		i++
	} else if !digits() {
		return -1
	}
	if i < len(b) && b[i] == '.' {
		i++
		if !digits() {
			return -1
		}
	}
	if i < len(b) && (b[i] == 'e' || b[i] == 'E') {
		i++
		if i < len(b) && (b[i] == '+' || b[i] == '-') {
			i++
		}
		if !digits() {
			return -1
		}
	}
	return i
}

// skipNested checks the array or object at i and gives the offset after it,
// without recursion.
func (s *objectScanner) skipNested(b []byte, i int) (int, error) {
	stack := s.stack[:0]
	defer func() { s.stack = stack }()
	for {
		// A value begins at i.
		var err error
		switch {
		case i < len(b) && (b[i] == '{' || b[i] == '['):
			if len(stack) >= maxDepth {
				return i, &syntaxError{i, "nested too deep"}
			}
			open := b[i]
			stack = append(stack, open)
			i = skipSpace(b, i+1)
			if i < len(b) && b[i] == open+2 { // '}' is '{'+2, ']' is '['+2
				break
			}
			if open == '{' {
				if i, err = skipKey(b, i); err != nil {
					return i, err
				}
			}
			continue
		default:
			if _, i, err = s.value(b, i); err != nil {
				return i, err
			}
		}
		// A value has ended, or an empty bracket closes at i.
		for {
			i = skipSpace(b, i)
			if i >= len(b) {
				return i, &syntaxError{i, "an array or object does not end"}
			}
			open := stack[len(stack)-1]
			if b[i] == open+2 {
				stack = stack[:len(stack)-1]
				i++
				if len(stack) == 0 {
					return i, nil
				}
				continue
			}
			if b[i] != ',' {
				return i, &syntaxError{i, "a comma or a closing bracket was expected"}
			}
			i = skipSpace(b, i+1)
			if open == '{' {
				if i, err = skipKey(b, i); err != nil {
					return i, err
				}
			}
			break
		}
	}
}

// skipKey gives the offset of the value of the field that begins at i.
func skipKey(b []byte, i int) (int, error) {
	if i >= len(b) || b[i] != '"' {
		return i, &syntaxError{i, "a field name was expected"}
	}
	_, i, err := scanString(b, i)
	if err != nil {
		return i, err
	}
	i = skipSpace(b, i)
	if i >= len(b) || b[i] != ':' {
		return i, &syntaxError{i, "a colon was expected"}
	}
	return skipSpace(b, i+1), nil
}

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
				return v, len(b), &syntaxError{len(b), "a string does not end"}
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
				return v, i, &syntaxError{i, "\\u needs four hexadecimal digits"}
			}
			v.coded = true
			i += 6
		default:
			return v, i, &syntaxError{i, "no such escape"}
		}
	}
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

// unescape appends what the inside of a string, scanned before, stands for.
// Half a surrogate pair becomes U+FFFD.
func unescape(dst, s []byte) []byte {
	for {
		i := bytes.IndexByte(s, '\\')
		if i < 0 {
			return append(dst, s...)
		}
		dst = append(dst, s[:i]...)
		c := s[i+1]
		s = s[i+2:]
		switch c {
		case 'b':
			dst = append(dst, '\b')
		case 'f':
			dst = append(dst, '\f')
		case 'n':
			dst = append(dst, '\n')
		case 'r':
			dst = append(dst, '\r')
		case 't':
			dst = append(dst, '\t')
		case 'u':
			r, _ := hex4(s, 0)
			s = s[4:]
			if utf16.IsSurrogate(r) {
				low, ok := rune(0), false
				if len(s) >= 6 && s[0] == '\\' && s[1] == 'u' {
					low, ok = hex4(s, 2)
				}
				if r = utf16.DecodeRune(r, low); ok && r != utf8.RuneError {
					s = s[6:]
				}
			}
			dst = utf8.AppendRune(dst, r)
		default:
			dst = append(dst, c)
		}
	}
}
