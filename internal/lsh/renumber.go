package lsh

// Renumber gives the documents new numbers: document order[i] becomes i. order
// holds every number from 0 to Len()−1 once. What a table proposes for an
// oversized run depends on the numbers; a caller that numbers by something of
// the documents' own (their ids) gets the same candidates whatever order they
// came in. It takes 4 bytes a document of room, and one pass a band.
func (t *Table) Renumber(order []int32) {
	column := make([]uint32, t.docs)
	for band := range t.bands.Count {
		for doc := range column {
			column[doc] = t.key(int32(doc), band)
		}
		for i, doc := range order {
			t.blocks[i/blockDocs][band*blockDocs+i%blockDocs] = column[doc]
		}
	}
}
