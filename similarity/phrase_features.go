package similarity

// features is a set of features of the words of a lexicon, in room that is used
// again.
type features struct {
	at    []uint32 // by feature, from -1: the round in which it was added last
	round uint32
}

// grow makes room for so many features.
func (f *features) grow(n int) {
	if n+1 > len(f.at) {
		*f = features{at: make([]uint32, max(n+1, 2*len(f.at)))}
	}
}

// of empties the set and adds the features of words.
func (f *features) of(x *lexicon, ids []int32) *features {
	if f.round++; f.round == 0 { // after four billion, what was noted of old would count again
		clear(f.at)
		f.round = 1
	}
	for _, id := range ids {
		f.add(x.of[id].feature)
	}
	return f
}

func (f *features) add(feature int32) { f.at[feature+1] = f.round }

func (f *features) has(feature int32) bool { return f.at[feature+1] == f.round }
