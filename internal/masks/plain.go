package masks

// plain is the reference: the masks of Size bytes, one after another.
func plain[T string | []byte](text T) (b Block) {
	for i := range Size {
		b.add(text[i], 1<<i)
	}
	return b
}

// add puts a byte's bit into its masks.
func (b *Block) add(c byte, bit uint64) {
	switch {
	case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
		b.Letter |= bit
	case c >= '0' && c <= '9':
		b.Digit |= bit
	case c == ' ' || c >= '\t' && c <= '\r':
		b.Space |= bit
	case c < ' ' || c >= 0x7f || c == '#' || c == '$' || c == '@' || c == '_':
		b.Rest |= bit
	}
	switch c {
	case '\n':
		b.Newline |= bit
	case '.':
		b.Period |= bit
		b.Stop |= bit
	case '!', '?':
		b.Stop |= bit
	case ',':
		b.Comma |= bit
	case '\'':
		b.Apostrophe |= bit
	case ':', ';':
		b.Colon |= bit
	case '/':
		b.Slash |= bit
	case '(', '|':
		b.Bracket |= bit
	}
}
