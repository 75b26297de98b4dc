package similarity

// A record that has left the caches is read line after line, and each line of
// the next one is waited for again. What is touched first, of many documents,
// is waited for once: the processor asks for lines that do not depend on one
// another together. On a machine with slow memory that is half of the time
// that unpacking takes.

// cacheLine is the unit of what is touched.
const cacheLine = 64

// touchHead touches the head of a document, if it is in memory.
func (u *unpacker) touchHead(d int32) {
	if b, i := u.at(d); b.heads != nil {
		start, end := b.head(i)
		u.touch(b.heads[start:end])
	}
}

// touchTail touches the tail of a document, if it is in memory.
func (u *unpacker) touchTail(d int32) {
	if b, i := u.at(d); b.tails != nil {
		start, end := b.tail(i)
		u.touch(b.tails[start:end])
	}
}

// touchWords touches what has the words of a document.
func (u *unpacker) touchWords(d int32) {
	u.touchHead(d)
	if b, i := u.at(d); b.tails != nil {
		start, end := b.tail(i)
		u.touch(b.tails[start:min(end, start+2*b.docs[i].size)])
	}
}

// touchAll touches what is kept of some documents.
func (u *unpacker) touchAll(docs []int32) {
	for _, d := range docs {
		u.touchHead(d)
		u.touchTail(d)
	}
}

func (u *unpacker) touch(lines []byte) {
	for i := 0; i < len(lines); i += cacheLine {
		u.touched += lines[i]
	}
}
