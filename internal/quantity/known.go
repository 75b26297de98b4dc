package quantity

import (
	"hash/maphash"
	"math/big"
	"strings"
	"sync/atomic"
)

// knownDecimal is a decimal that was read.
type knownDecimal struct {
	text  string
	value *big.Rat
}

// knownDecimals are those that were read of late, each at a place that its hash
// says; of two with one place the later has it. The versions of a story have most
// of their numbers in common: a thousand are those of some thirty articles.
var knownDecimals [1 << 10]atomic.Pointer[knownDecimal]

// decimalSeed is drawn anew for each run, and shows in nothing.
var decimalSeed = maphash.MakeSeed()

// Decimal reads a plain decimal number: an optional minus, digits, and
// optionally a point and digits. The number is others' too, and is not to be
// changed.
func Decimal(s string) (*big.Rat, bool) {
	if s == "" {
		return nil, false // most grains
	}
	at := &knownDecimals[maphash.String(decimalSeed, s)%uint64(len(knownDecimals))]
	if d := at.Load(); d != nil && d.text == s {
		return d.value, true
	}
	v, ok := readDecimal(s)
	if ok {
		at.Store(&knownDecimal{strings.Clone(s), v}) // and holds on to no text
	}
	return v, ok
}
