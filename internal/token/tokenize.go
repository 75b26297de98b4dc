package token

import "math"

// Tokenize appends to dst the tokens of text. White space, control and format
// characters, and bytes that are no UTF-8 belong to no token. The cost is
// linear in the text. What lies beyond 2 GiB is left out.
//
// The text is taken in stretches between ASCII white space, and no token
// crosses one; that is where a stretch can be handed to the reference.
func Tokenize(dst []Token, text string) []Token {
	dst, _ = TokenizeMarks(dst, text)
	return dst
}

// TokenizeMarks is Tokenize, and says which of the marks that Marks knows
// stand in the text.
func TokenizeMarks(dst []Token, text string) (tokens []Token, marks Marks) {
	return tokenize(dst, text[:min(len(text), math.MaxInt32)], 0)
}

// tokenize is TokenizeMarks from i on, where a stretch begins.
func tokenize(dst []Token, text string, i int) (tokens []Token, marks Marks) {
	for {
		var met Marks
		dst, i, met = scan(dst, text, i)
		marks |= met
		if i >= len(text) {
			return dst, marks
		}
		end := stretchEnd(text, i)
		dst = appendUnicode(dst, text, Span{i, end})
		for ; i < end; i++ {
			marks |= marksOf[text[i]]
		}
	}
}

// Marks is a set of marks that few texts hold, by which what is sought behind
// one of them need not be sought in the others.
type Marks uint8

// The marks.
const (
	At    Marks = 1 << iota // @
	Slash                   // /
	Bar                     // |
	Paren                   // (
)

// marksOf are the marks by their byte.
var marksOf = [256]Marks{'@': At, '/': Slash, '|': Bar, '(': Paren}

// reference is Tokenize without the fast path.
func reference(dst []Token, text string) []Token {
	for i := 0; i < len(text); {
		if class[text[i]] == space {
			i++
			continue
		}
		end := stretchEnd(text, i)
		dst = appendUnicode(dst, text, Span{i, end})
		i = end
	}
	return dst
}

func stretchEnd(text string, i int) int {
	for i < len(text) && class[text[i]] != space {
		i++
	}
	return i
}
