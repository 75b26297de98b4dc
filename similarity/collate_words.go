package similarity

import (
	"slices"
	"strings"
	"sync"

	"github.com/wirediff/wirediff/internal/align"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// lexicon numbers the distinct words of two texts, so that tokens compare as
// ints and each word is looked at once.
type lexicon struct {
	of       []lexeme   // by id
	stemText []string   // by stem
	base     []float64  // by feature: its own weight
	a, b     []int32    // the id of each token
	titles   [2][]int32 // of the headlines: the id of each token

	room *lexiconRoom // while it is made
	keep lexiconKeep
}

// lexiconKeep is what a lexicon that is made is kept in.
type lexiconKeep struct {
	of       []lexeme
	stemText []string
	base     []float64
	ids      []int32 // of both texts and both headlines
}

// lexicons are those that were released.
var lexicons = sync.Pool{New: func() any { return new(lexicon) }}

// release gives the memory of a lexicon, unless it is a large one, to those that
// are made after it. It may not be used any more.
func (x *lexicon) release() {
	if len(x.of) > keptWords {
		return
	}
	clear(x.keep.of) // hold on to no text
	clear(x.keep.stemText)
	*x = lexicon{keep: x.keep}
	lexicons.Put(x)
}

// lexeme is a word of a lexicon.
type lexeme struct {
	low     string // lower case, quotes and dashes straightened
	kind    token.Kind
	fold    int32 // the id of the word in lower case
	feature int32 // what the word is to the alignment; -1 for nothing
	stem    int32
	wordMarks
}

// lexiconRoom is what making a lexicon takes of memory, kept for the next.
type lexiconRoom struct {
	known       interner
	in          []int32 // by word of a, then of b: its id
	of          []lexeme
	stemText    []string
	stemFeature []int32 // by stem: the feature of a plain word of it; -1 not yet asked
	base        []float64
	units       []align.Unit
	features    []int32 // of all units
}

// keptWords is how many words a room may hold to be kept: ten times those of two
// long articles, 3 MB.
const keptWords = 20_000

var lexiconRooms = sync.Pool{New: func() any { return &lexiconRoom{} }}

// What a lexicon has numbers for, beside features that are a plain word's stem.
const (
	aWord space = iota
	aStem
	aStopWord // a feature, as are those below
	aNumber
	aSynonym
	aSentence // short, as a whole
)

// The weights of a word in the alignment, against a plain word's 1. Names and
// numbers outlive rewriting; stop words only break ties.
const (
	stopWeight   = 0.08
	wordWeight   = 1.0
	nameWeight   = 1.6
	numberWeight = 1.6
	wholeWeight  = 2.0 // of a short sentence as a whole
)

func newLexicon(a, b *vocabulary) *lexicon {
	room := lexiconRooms.Get().(*lexiconRoom)
	x := lexicons.Get().(*lexicon)
	x.of, x.stemText, x.base, x.room = room.of[:0], room.stemText[:0], room.base[:0], room
	room.stemFeature = room.stemFeature[:0]
	words := len(a.words) + len(b.words)
	room.known.reset(3 * words) // a word has a stem, and may have a feature
	room.in = slices.Grow(room.in[:0], words)[:words]
	inA, inB := room.in[:len(a.words)], room.in[len(a.words):]
	x.read(inA, a, 0, a.ofText)
	x.read(inB, b, 0, b.ofText)
	tokens := len(a.text) + len(b.text) + len(a.title) + len(b.title)
	x.keep.ids = slices.Grow(x.keep.ids[:0], tokens)[:tokens]
	ids := x.keep.ids
	next := func(n int) (part []int32) {
		part, ids = ids[:n:n], ids[n:]
		return part
	}
	x.a = idsOf(next(len(a.text)), inA, a.text)
	x.b = idsOf(next(len(b.text)), inB, b.text)
	x.titles = [2][]int32{x.title(next(len(a.title)), a, inA), x.title(next(len(b.title)), b, inB)}
	return x
}

// done ends the making of a lexicon: it gives the room back, without what the
// lexicon goes on with.
func (x *lexicon) done() {
	room := x.room
	room.of, room.stemText, room.base, x.room = x.of, x.stemText, x.base, nil
	keep := &x.keep
	keep.of, keep.stemText, keep.base = append(keep.of[:0], x.of...), append(keep.stemText[:0], x.stemText...), append(keep.base[:0], x.base...)
	x.of, x.stemText, x.base = keep.of, keep.stemText, keep.base
	if len(room.of) > keptWords {
		return
	}
	clear(room.of) // hold on to no text
	clear(room.stemText)
	room.known.forget()
	lexiconRooms.Put(room)
}

// title gives the words of a headline their ids, and hands back those of its
// tokens.
func (x *lexicon) title(room []int32, v *vocabulary, in []int32) []int32 {
	x.read(in, v, v.ofText, int32(len(v.words)))
	return idsOf(room, in, v.title)
}

// read gives the words [from, to) of a vocabulary their ids.
func (x *lexicon) read(in []int32, v *vocabulary, from, to int32) {
	for n := from; n < to; n++ {
		in[n] = x.id(v.words[n].knownWord, v.words[n].kind)
	}
}

// idsOf are the ids of tokens, given their words' numbers, in room for them.
func idsOf(room, in, words []int32) []int32 {
	for i, n := range words {
		room[i] = in[n]
	}
	return room
}

func (x *lexicon) id(w *knownWord, kind token.Kind) int32 {
	known := &x.room.known
	if id := known.find(aWord, w.text, w.hash); id >= 0 {
		return id
	}
	plain := w.plain
	if kind == token.Number {
		plain = w
	}
	if plain == w {
		return x.add(w, kind)
	}
	id := known.find(aWord, plain.text, plain.hash)
	if id < 0 {
		id = x.add(plain, kind)
	}
	known.add(aWord, w.text, w.hash, id)
	return id
}

// add numbers a new word. One with capitals shares everything but its id with
// the word in lower case.
func (x *lexicon) add(plain *knownWord, kind token.Kind) int32 {
	low := plain.lower
	w := lexeme{low: low.text, kind: kind}
	if low != plain {
		w = x.of[x.id(low, kind)]
		w.kind = kind
	} else {
		w.wordMarks = low.marks
		w.stem = x.stemID(low)
		w.feature = x.featureOf(&w, &low.feature)
		w.fold = int32(len(x.of))
	}
	id := int32(len(x.of))
	x.of = append(x.of, w)
	x.room.known.add(aWord, plain.text, plain.hash, id)
	return id
}

var straighten = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "«", `"`, "»", `"`)

// straight writes typographic quotation marks, apostrophes and dashes as a
// typewriter does: they are house style.
func straight(s string) string {
	for n := 0; n < len(s); n++ {
		if s[n] >= 0x80 {
			return straighten.Replace(s)
		}
	}
	return s
}

// featureOf is the feature of a word: its stem, or a number's plain digits,
// whether written out or not.
func (x *lexicon) featureOf(w *lexeme, f *knownFeature) int32 {
	switch {
	case w.kind == token.Punct:
		return -1
	case w.kind == token.Number:
		number := digits(w.low)
		return x.addFeature(aNumber, number, hashOf(number), numberWeight)
	case f.text != "" && f.in != aSynonym:
		return x.addFeature(f.in, f.text, f.hash, f.weight())
	}
	of := &x.room.stemFeature[w.stem]
	if *of < 0 {
		if f.text != "" {
			*of = x.addFeature(f.in, f.text, f.hash, f.weight())
		} else {
			*of = int32(len(x.base))
			x.base = append(x.base, wordWeight)
		}
	}
	return *of
}

func (x *lexicon) stemID(low *knownWord) int32 {
	known := &x.room.known
	id := known.find(aStem, low.stem, low.stemHash)
	if id < 0 {
		id = int32(len(x.stemText))
		known.add(aStem, low.stem, low.stemHash, id)
		x.stemText = append(x.stemText, low.stem)
		x.room.stemFeature = append(x.room.stemFeature, -1)
	}
	return id
}

func (x *lexicon) addFeature(of space, key string, hash uint32, weight float64) int32 {
	known := &x.room.known
	id := known.find(of, key, hash)
	if id < 0 {
		id = int32(len(x.base))
		known.add(of, key, hash, id)
		x.base = append(x.base, weight)
	}
	return id
}

// digits keeps a number's digits and its decimal or clock point.
func digits(low string) string {
	if !strings.ContainsFunc(low, func(r rune) bool { return r < '0' || r > '9' }) {
		return low
	}
	var out strings.Builder
	for _, r := range low {
		switch {
		case r >= '0' && r <= '9':
			out.WriteRune(r)
		case (r == '.' || r == ':') && out.Len() > 0:
			out.WriteByte('.')
		}
	}
	return strings.TrimRight(out.String(), ".")
}

// units makes the alignment's units from the sentences of both articles. They are
// valid until done.
func (x *lexicon) units(a, b *shingle.Article) (ofA, ofB []align.Unit) {
	sentences := len(a.Sentences) + len(b.Sentences)
	x.room.units = slices.Grow(x.room.units[:0], sentences)[:sentences]
	x.room.features = slices.Grow(x.room.features[:0], len(x.a)+len(x.b)+sentences)
	ofA, ofB = x.room.units[:len(a.Sentences)], x.room.units[len(a.Sentences):]
	x.readUnits(ofA, a, x.a)
	x.readUnits(ofB, b, x.b)
	return ofA, ofB
}

// readUnits makes units from an article's sentences. A word with
// a capital inside a sentence is a name. A sentence of few words is also a
// feature as a whole: "He declined." has nothing rarer.
func (x *lexicon) readUnits(units []align.Unit, a *shingle.Article, ids []int32) {
	for n, s := range a.Sentences {
		features := x.room.features[len(x.room.features):]
		for t := s.First; t < s.Last; t++ {
			f := x.of[ids[t]].feature
			if f < 0 {
				continue
			}
			if tens := x.tens(ids[t:s.Last]); tens != "" {
				features = append(features, x.addFeature(aNumber, tens, hashOf(tens), numberWeight))
				t += 2
				continue
			}
			if t > s.First && x.base[f] == wordWeight && capital(a.Tokens[t].Of(a.Text)) {
				x.base[f] = nameWeight
			}
			features = append(features, f)
		}
		const few = 6
		if len(features) < few {
			whole := x.spell(ids[s.First:s.Last])
			features = append(features, x.addFeature(aSentence, whole, hashOf(whole), wholeWeight))
		}
		slices.Sort(features)
		features = slices.Compact(features)
		x.room.features = x.room.features[:len(x.room.features)+len(features)]
		units[n] = align.Unit{Features: features[:len(features):len(features)], Class: class(a.Roles[n])}
	}
}

// tens reads a number written out in two words at the start of the tokens:
// forty-four is 44; "" where there is none.
func (x *lexicon) tens(ids []int32) string {
	if len(ids) < 3 || x.of[ids[1]].low != "-" || x.of[ids[0]].flags&numberWord == 0 {
		return ""
	}
	n, unit := numberWords[x.of[ids[0]].low], numberWords[x.of[ids[2]].low]
	if x.of[ids[2]].low == "one" {
		unit = "1"
	}
	if len(n) != 2 || n[1] != '0' || n == "10" || len(unit) != 1 {
		return ""
	}
	return n[:1] + unit
}

// spell writes tokens' words side by side.
func (x *lexicon) spell(ids []int32) string {
	var out strings.Builder
	for _, id := range ids {
		out.WriteString(x.of[id].low)
		out.WriteByte(' ')
	}
	return out.String()
}

// class keeps furniture with furniture of its kind. Questions and answers
// repeat the story and are compared as such.
func class(r shingle.Role) uint8 {
	if !r.Furniture() || r == shingle.FAQ {
		return 0
	}
	return uint8(r)
}

func capital(word string) bool {
	return word[0] >= 'A' && word[0] <= 'Z' || word[0] >= 0xC3 && strings.ToLower(word) != word
}

var numberWords = map[string]string{
	"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
	"nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14",
	"fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19",
	"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70",
	"eighty": "80", "ninety": "90",
}

// stopWords are the words that say nothing of what a sentence is about:
// English, and the commonest of the languages that wire copy comes in.
var stopWords = wordSet(`a an the and or but nor if of to in on at by for from with as into onto over
	under after before about than then that this these those there it its is are was were be been
	being am do does did has have had having will would can could may might shall should must not no
	he she they we i you him her them us me his hers their our my your who whom whose which what when
	where why how all any some more most other such only own same so too very just also up out off
	down again once while during because until s t said says say told one
	le la les de des du un une et en au aux est que qui dans sur pour par il elle ne pas
	el los las una y del al es por con su se lo
	der die das und ist nicht von den dem ein eine zu mit auf für im
	o os e da do dos das em um uma na no com para`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
