package token

import "math"

// Tokenize appends to dst the tokens of text. White space, control and format
// characters, and bytes that are no UTF-8 belong to no token. The cost is
// linear in the text. What lies beyond 2 GiB is left out.
//
// The text is taken in stretches between ASCII white space, and no token
// crosses one; that is where a stretch can be handed to the reference.
func Tokenize(dst []Token, text string) []Token {
	if len(text) > math.MaxInt32 {
		text = text[:math.MaxInt32]
	}
	for i := 0; ; {
		dst, i = scan(dst, text, i)
		if i >= len(text) {
			return dst
		}
		end := stretchEnd(text, i)
		dst = appendUnicode(dst, text, Span{i, end})
		i = end
	}
}

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
