package figure

import (
	"math/bits"
	"strings"
	"sync"
)

// flag is a set of things that a word can be.
type flag uint64

const (
	fCard    flag = 1 << iota // a cardinal number word: n
	fOrd                      // an ordinal word: n
	fMag                      // a magnitude: 10^mag (times n where n > 1: dozen, score)
	fVague                    // a plural magnitude: dozens, thousands
	fFrac                     // a fraction word, half to hundredths: n is the denominator
	fMult                     // doubled, halved: n is the factor, 0 for a half
	fMonth                    // n
	fWeekday                  // n, Sunday 0
	fClock                    // noon, midnight: n in minutes
	fArticle                  // a, an
	fDet                      // the, his, these …
	fPrep                     // of, in, at …
	fConj                     // and, or, but …
	fAux                      // is, were, had …
	fModal                    // will, may …
	fPron                     // he, it, who …
	fAdv                      // adverbs that stand before or after a verb
	fAdj                      // adjectives that are no head of a noun phrase
	fReport                   // verbs of saying
	fRise                     // verbs and nouns of change
	fPast                     // irregular past tenses
	fPresent                  // present forms of scheduled verbs: opens, votes
	fFuture                   // due, expected, planned …
	fVerb                     // other common verbs
	fLabel                    // nouns that a number labels: flight, highway, section
	fPerson                   // nouns of people
	fPlural                   // irregular plurals and collectives
	fAttr                     // plurals that qualify another noun: sports, arms, police
	fCue                      // part of a country cue
	fVote                     // words of votes and sport
	fPoll                     // words beside which points are percentage points
	fTimes                    // words after which "times" multiplies
	fZone                     // GMT, EST …
	fTitle                    // honorifics and party nouns that may stand between number and noun
	fIndex                    // words beside which points are index points or goals
	fMod                      // last word of a modifier phrase
	fDot                      // an abbreviation: takes a period that follows
	fHeight                   // tall, high, long, deep
	fDemonym                  // names of peoples
	fNoHead                   // words that end a noun phrase though they look like nouns
	fSeedExtra
	fProperLabel // nouns that label only with a capital
	fAgeWord     // fives, twenties
	fAgeLead     // words before a number that may be an age: aged, at, turned
	fJoins       // words that join a number to another, or make more of it: in, to, times
)

// fSeed marks the words at which a figure can start.
const fSeed = fCard | fOrd | fMag | fVague | fFrac | fMult | fMonth | fWeekday | fClock | fAgeWord

// word is what the tables know of a word.
type word struct {
	s      string  // in lower case, without a final period
	key    spelled // of s
	flags  flag
	tags   tag // what details are told by
	n      int64
	ord    int64
	frac   int64
	mag    int
	unit   *unit
	cur    *currencyWord
	sub    *currencyWord // cents, pence
	events []eventUse
	mods   []*modPhrase // modifier phrases that end in this word
	after  []*modPhrase // modifier phrases that begin with it, behind a number
	cues   []*cue       // country cues that begin with this word
	units  []*unit      // units of two or more words that begin with this word
	idioms [][]string   // idioms that hold this word
}

func (w *word) is(f flag) bool { return w.flags&f != 0 }

// unknown is the word of every token that the tables do not hold.
var unknown = &word{}

var (
	lexicon      = sync.OnceValue(buildLexicon)
	lexiconIndex = sync.OnceValue(func() *index { return lexicon().index() })
)

// maxWord is the longest word of the tables, in bytes, with room to spare.
const maxWord = 24

type lexMap map[string]*word

func (m lexMap) get(s string) *word {
	w := m[s]
	if w == nil {
		w = &word{s: s}
		m[s] = w
	}
	return w
}

func (m lexMap) mark(list string, f flag) {
	for _, s := range strings.Fields(list) {
		m.get(s).flags |= f
	}
}

// index finds the words of the tables by their hash: open addressing, at most
// a quarter full, so that a word that is not there is seldom compared.
type index struct {
	mask    uint32
	slots   []*word
	shift   int
	letters []*word // those that have a key, by its hash
}

func (m lexMap) index() *index {
	bits := 1
	for 1<<bits < 4*len(m) {
		bits++
	}
	size := 1 << bits
	x := &index{uint32(size - 1), make([]*word, size), 64 - bits, make([]*word, size)}
	for _, w := range m {
		h := uint32(0)
		for i := 0; i < len(w.s); i++ {
			h = step(h, w.s[i])
		}
		at := spread(h) & x.mask
		for x.slots[at] != nil {
			at = (at + 1) & x.mask
		}
		x.slots[at] = w
		key, _, ok := spell(w.s+strings.Repeat(" ", maxSpelled), 0, len(w.s))
		if !ok {
			continue
		}
		w.key = key
		for at = key.hash(x.shift); x.letters[at] != nil; at = (at + 1) & x.mask {
		}
		x.letters[at] = w
	}
	return x
}

// find is lookup of what a word is spelled by.
func (x *index) find(key spelled) *word {
	for at := key.hash(x.shift); ; at = (at + 1) & x.mask {
		w := x.letters[at]
		if w == nil {
			return unknown
		}
		if w.key == key {
			return w
		}
	}
}

// step and spread are a hash whose only multiplication is the last step: a
// rotation and an exclusive or a byte take a third of the time of FNV-1a's.
func step(h uint32, c byte) uint32 { return bits.RotateLeft32(h, 5) ^ uint32(c) }

// spread brings every bit of h into the low bits, by Fibonacci hashing.
func spread(h uint32) uint32 { return h * 2654435769 >> 12 }

// lookup finds a word whatever its case. It makes no garbage.
func (x *index) lookup(s string) *word {
	if len(s) > maxWord {
		return unknown
	}
	var buf [maxWord]byte
	n := 0
	h, before := uint32(0), uint32(0)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x99: // ’
			c = '\''
			i += 2
		}
		buf[n] = c
		n++
		before = h
		h = step(h, c)
	}
	if n > 1 && buf[n-1] == '.' {
		n--
		h = before
	}
	for at := spread(h) & x.mask; ; at = (at + 1) & x.mask {
		w := x.slots[at]
		if w == nil {
			return unknown
		}
		if w.s == string(buf[:n]) {
			return w
		}
	}
}

func buildLexicon() lexMap {
	m := lexMap{}
	addNumberWords(m)
	addCalendar(m)
	addCurrencies(m)
	addUnits(m)
	addEvents(m)
	addWords(m)
	addModifiers(m)
	return m
}
