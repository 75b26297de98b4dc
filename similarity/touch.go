package similarity

// A record that has left the caches is read line after line, and each line of
// the next one is waited for again. What is touched first, of many documents,
// is waited for once: the processor asks for lines that do not depend on one
// another together. On a machine with slow memory that is half of the time
// that unpacking takes.

// cacheLine is the unit of what is touched.
const cacheLine = 64

// touchWords touches the words of a document that are in memory.
func (u *unpacker) touchWords(d int32) {
	b, i := u.at(d)
	if b.heads != nil {
		start, end := b.head(i)
		u.touch(b.heads[start:end])
	}
	if b.tails != nil {
		start, end := b.tail(i)
		u.touch(b.tails[start:min(end, start+2*b.docs[i].size)])
	}
}

// touchAll touches what is in memory of some documents.
func (u *unpacker) touchAll(docs []int32) {
	for _, d := range docs {
		b, i := u.at(d)
		if b.heads != nil {
			start, end := b.head(i)
			u.touch(b.heads[start:end])
		}
		if b.tails != nil {
			start, end := b.tail(i)
			u.touch(b.tails[start:end])
		}
	}
}

func (u *unpacker) touch(lines []byte) {
	for i := 0; i < len(lines); i += cacheLine {
		u.touched += lines[i]
	}
}
