package source

import "fmt"

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
// what its quotes hold, that of a decoded string is in objectScanner.text.
type value struct {
	start, end int
	kind       kind
	rank       uint8
	escaped    bool // a string with a backslash
	ascii      bool // a decoded string of ASCII
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
// that all of it is well formed. It copies no more than the strings among the
// wanted. It is laxer than the RFC in one point: a control character may stand
// in a string as it is.
//
// goccy/go-json is the reference: a fuzz test holds that both take and refuse
// the same objects and read the same values.
type objectScanner struct {
	names   []fieldName
	lengths uint64 // bit n is set where one of the names is n bytes long; bit 63 for all longer ones
	values  [fieldCount]value
	text    []byte // wanted strings, decoded, of all objects so far
	stack   []byte // open brackets of a skipped value
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
		var v value
		name := s.name(line, key)
		if wanted := s.wants(name); wanted && i < len(line) && line[i] == '"' {
			v, next, err = s.decodeString(line, i)
		} else if v, next, err = s.value(line, i); err == nil && !wanted {
			v.kind = kindNone
		}
		if err != nil {
			return next, err
		}
		if v.kind != kindNone {
			s.keep(name, v)
		}
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

// name gives the name of a field. It is valid until the next is asked for.
func (s *objectScanner) name(line []byte, key value) []byte {
	if !key.escaped {
		return line[key.start:key.end]
	}
	n := len(s.text)
	v, _, _ := s.decodeString(line, key.start-1)
	name := s.text[v.start:v.end]
	s.text = s.text[:n]
	return append([]byte(nil), name...)
}

func (s *objectScanner) wants(name []byte) bool {
	if s.lengths>>min(len(name), 63)&1 == 0 {
		return false
	}
	for i := range s.names {
		if s.names[i].name == string(name) {
			return true
		}
	}
	return false
}

// want sets the names.
func (s *objectScanner) want(names []fieldName) {
	s.names, s.lengths = names, 0
	for _, n := range names {
		s.lengths |= 1 << min(len(n.name), 63)
	}
}

// keep notes v for each field that has this name.
func (s *objectScanner) keep(name []byte, v value) {
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
