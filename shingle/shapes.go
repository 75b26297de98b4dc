package shingle

// shapes is a set of words by their first and last letters and their length. It
// tells of nearly all words that they are not in a table, at less cost than
// the table.
type shapes [26][26]uint32

func shapesOf[V any](table map[string]V) *shapes {
	s := &shapes{}
	for w := range table {
		if first, last := w[0]-'a', w[len(w)-1]-'a'; first < 26 && last < 26 {
			s[first][last] |= 1 << min(len(w), 31)
		}
	}
	return s
}

// may reports whether the word may be in the table: so may all that do not
// begin and end with a letter of ASCII.
func (s *shapes) may(w string) bool {
	first, last := (w[0]|0x20)-'a', (w[len(w)-1]|0x20)-'a'
	return first >= 26 || last >= 26 || s[first][last]>>min(len(w), 31)&1 != 0
}

var (
	openingShapes = shapesOf(openings)
	stampShapes   = shapesOf(stampWords)
	buttonShapes  = shapesOf(buttonWords)
)
