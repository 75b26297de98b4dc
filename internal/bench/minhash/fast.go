package minhash

import "math/bits"

// The layout of a value where there are DefaultBins: 10 bits of the round,
// which is less than 512, above 22 of the value.
const (
	fastValueBits = 22
	fastValueMask = 1<<fastValueBits - 1
)

// fewEmpty is the number of empty bins below which it pays to look whether an
// element falls into one: above it, the branch is guessed wrong too often.
const fewEmpty = 40

// fast is reference for DefaultBins. It takes two rounds in one pass over the
// set, which is the same because a value of an earlier round is always less;
// once few bins are empty it looks at those alone.
func (s *Sketcher) fast(dst *[DefaultBins]uint32, set []uint64) {
	for i := range dst {
		dst[i] = Empty
	}
	if len(set) == 0 {
		return
	}
	pair, left := 0, DefaultBins
	for ; pair < DefaultBins/2 && left > fewEmpty; pair++ {
		key, stamp := s.keys[pair], uint32(2*pair)<<fastValueBits
		for _, x := range set {
			h := hash(x, key)
			a, b := &dst[h>>56], &dst[uint8(h>>24)]
			*a = min(*a, uint32(h>>32)&fastValueMask|stamp)
			*b = min(*b, uint32(h)&fastValueMask|stamp+1<<fastValueBits)
		}
		left = 0
		for _, v := range dst {
			left += int((uint64(v) + 1) >> 32) // 1 where v is Empty
		}
	}
	var empty [DefaultBins / 64]uint64
	for i, v := range dst {
		if v == Empty {
			empty[i/64] |= 1 << (i % 64)
		}
	}
	for ; pair < DefaultBins/2 && left > 0; pair++ {
		key, stamp := s.keys[pair], uint32(2*pair)<<fastValueBits
		for _, x := range set {
			h := hash(x, key)
			if bin := h >> 56; empty[bin/64]>>(bin%64)&1 != 0 {
				dst[bin] = min(dst[bin], uint32(h>>32)&fastValueMask|stamp)
			}
			if bin := uint8(h >> 24); empty[bin/64]>>(bin%64)&1 != 0 {
				dst[bin] = min(dst[bin], uint32(h)&fastValueMask|stamp+1<<fastValueBits)
			}
		}
		left = 0
		for w, word := range empty {
			for rest := word; rest != 0; rest &= rest - 1 {
				if bin := w*64 + bits.TrailingZeros64(rest); dst[bin] != Empty {
					empty[w] &^= 1 << (bin % 64)
				} else {
					left++
				}
			}
		}
	}
	for w, word := range empty { // a set of few elements
		for ; word != 0; word &= word - 1 {
			bin := w*64 + bits.TrailingZeros64(word)
			for _, x := range set {
				_, v := s.throw(x, DefaultBins+bin)
				dst[bin] = min(dst[bin], v)
			}
		}
	}
}
