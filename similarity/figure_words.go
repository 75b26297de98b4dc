package similarity

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/internal/align"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// wordID is a word as figures' surroundings are compared by: case folded,
// stemmed, common synonyms unified, hashed.
type wordID uint64

// canonicalWord is a word in the form that surroundings are compared by.
func canonicalWord(w string) string { return canonicalLow(strings.ToLower(w)) }

// canonicalLow is canonicalWord of a word in lower case.
func canonicalLow(w string) string {
	if c, ok := synonyms[w]; ok {
		return c
	}
	s := align.Stem(w)
	if c, ok := synonyms[s]; ok {
		return c
	}
	return s
}

func idOf(w string) wordID { return wordID(murmur3.Sum64([]byte(canonicalWord(w)))) }

// synonyms maps words that desks and rewriters put for one another to one of
// them, each line a group named by its first word. It is small on purpose:
// only what news copy swaps without a change of meaning where a figure is
// near.
var synonyms = synonymTable(`
people person persons individual individuals soul souls
home homes house houses property properties dwelling dwellings
family families household households
prisoner prisoners inmate inmates detainee detainees
hostage hostages captive captives kidnapped abductee abductees
gunman gunmen militant militants attacker attackers assailant assailants
kill kills killed killing die dies died dead death deaths deadly fatal fatalities perish perished toll
hurt injure injured injuring injuries injury wound wounded wounding wounds
child children kid kids youngster youngsters
worker workers employee employees staff staffer staffers workforce
police policeman policemen officer officers
company firm corporation group business
billion bn
million mln
percent pct
rise rises rose risen rising climb climbed climbs climbing jump jumped surge surged soar soared increase increased up gain gained grow grew grown
fall falls fell fallen falling drop dropped plunge plunged slip slipped decline declined down slide slid slump slumped tumble tumbled sink sank lower
free freed frees freeing release released releases liberate liberated
seize seized abduct abducted kidnap kidnapping snatch snatched
arrest arrested detain detained jail jailed
flee fled evacuate evacuated evacuation displace displaced uproot uprooted
say says said tell told state stated claim claimed
build building buildings structure structures
car cars vehicle vehicles automobile
lorry lorries truck trucks
plane planes aircraft jet jets airplane aeroplane
ship ships vessel vessels boat boats ferry
carriage carriages coach coaches wagon wagons
crash crashed collision collided accident
blaze fire fires wildfire bushfire inferno
flight flights
metre metres meter meters m
kilometre kilometres kilometer kilometers km
litre litres liter liters
gram grams gramme grammes
hectare hectares ha
mile miles
speed velocity
begin began begun start started starts commence commenced
end ended ends finish finished
buy bought purchase purchased acquire acquired acquisition takeover
sell sold sale sales
cost costs price prices priced
share shares stock stocks
profit profits earnings
doctor doctors physician physicians medic medics
hospital hospitals
government authorities administration
village villages hamlet
town city
help aid assistance
big large huge
year years annual annually
month months monthly
week weeks weekly
day days daily
hour hours
minute minutes
`)

func synonymTable(table string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(table) {
		group := strings.Fields(line)
		for _, w := range group {
			out[w] = group[0]
		}
	}
	return out
}

// contextWord is one word of a sentence, as surroundings are compared by.
type contextWord struct {
	weight float32 // what sharing it is worth, before its rarity in the two texts; 0 of marks, which are no words
	at     int32   // index of its token
	n      int32   // the number of its form
}

// forms are the forms in which the words of an article are compared, numbered
// in the order of their ids.
type forms struct {
	ids []wordID
	of  []contextWord // by word of the vocabulary, without a place

	vague []bool // by word of the vocabulary: vague words may begin with it
}

// nameWeighs is what a word with a capital inside a sentence is worth: a name
// is what rewriting keeps.
const nameWeighs = 1.4

// stopWeighs is what a word that says little by itself is worth.
const stopWeighs = 0.08

// read makes f the forms of a vocabulary, in the room that it has.
func (f *forms) read(v *vocabulary) {
	words := len(v.words)
	f.of, f.ids, f.vague = slices.Grow(f.of[:0], words)[:words], slices.Grow(f.ids[:0], words), slices.Grow(f.vague[:0], words)[:words]
	r := formRooms.Get().(*formRoom)
	defer formRooms.Put(r)
	r.ids = r.ids[:0]
	for i, w := range v.words {
		f.of[i], f.vague[i] = contextWord{weight: w.weight}, w.vague
		r.ids = append(r.ids, numberedID{w.form, int32(i)})
	}
	for _, x := range r.sort() {
		if n := len(f.ids); n == 0 || f.ids[n-1] != x.id {
			f.ids = append(f.ids, x.id)
		}
		f.of[x.word].n = int32(len(f.ids) - 1)
	}
}

// numberedID is the id of a word's form, with the word's number.
type numberedID struct {
	id   wordID
	word int32
}

// formRoom is what reading an article's forms takes of memory, kept for the next.
type formRoom struct {
	ids, sorted    []numberedID
	in, next, room []int32
}

var formRooms = sync.Pool{New: func() any { return new(formRoom) }}

// sort puts the ids in order: by their first byte, which is any as often as
// another, for they are hashes, and then as they come near their places.
func (r *formRoom) sort() []numberedID {
	var next [257]int32
	for _, x := range r.ids {
		next[x.id>>56+1]++
	}
	for n := range 256 {
		next[n+1] += next[n]
	}
	r.sorted = slices.Grow(r.sorted[:0], len(r.ids))[:len(r.ids)]
	for _, x := range r.ids {
		at := &next[x.id>>56]
		r.sorted[*at] = x
		*at++
	}
	if len(r.ids) > many {
		slices.SortFunc(r.sorted, func(x, y numberedID) int { return cmp.Compare(x.id, y.id) })
		return r.sorted
	}
	for i, x := range r.sorted {
		for i > 0 && r.sorted[i-1].id > x.id {
			r.sorted[i] = r.sorted[i-1]
			i--
		}
		r.sorted[i] = x
	}
	return r.sorted
}

// many is how many words are more than a few to each first byte: such are sorted
// as any others.
const many = 4096

// sentenceRoom is what the words of sentences are kept in.
type sentenceRoom struct {
	sentences [][]contextWord
	words     []contextWord
}

// sentences are the words of each run of tokens, by form, in into. The runs stand
// in order, and do not overlap.
func (f *forms) sentences(tokens []token.Token, spelling []int32, runs []shingle.Sentence, into *sentenceRoom) [][]contextWord {
	// A counting sort of all by form, then of those by sentence.
	r := formRooms.Get().(*formRoom)
	defer formRooms.Put(r)
	r.next, r.in = slices.Grow(r.next[:0], len(f.ids)+1), slices.Grow(r.in[:0], len(tokens))
	next, in := r.next[:len(f.ids)+1], r.in[:len(tokens)] // in: 1 + the sentence of each token that is a word of one
	clear(next)
	clear(in)
	for n, s := range runs {
		for i := s.First; i < s.Last; i++ {
			if tokens[i].Kind != token.Punct {
				in[i] = int32(n) + 1
				next[f.of[spelling[i]].n+1]++
			}
		}
	}
	for n := range f.ids {
		next[n+1] += next[n]
	}
	words := int(next[len(f.ids)])
	r.room = slices.Grow(r.room[:0], words)
	byForm := r.room[:words]
	for i, n := range in {
		if n > 0 {
			at := &next[f.of[spelling[i]].n]
			byForm[*at] = int32(i)
			*at++
		}
	}
	into.sentences = slices.Grow(into.sentences[:0], len(runs)+1)[:len(runs)]
	into.words = slices.Grow(into.words[:0], words)[:words]
	out, room := into.sentences, into.words
	for n, s := range runs {
		words := 0
		for i := s.First; i < s.Last; i++ {
			if tokens[i].Kind != token.Punct {
				words++
			}
		}
		out[n], room = room[:0:words], room[words:]
	}
	for _, i := range byForm {
		n := in[i] - 1
		w := f.of[spelling[i]]
		w.at = i
		if int(i) == runs[n].First && w.weight == nameWeighs {
			w.weight = 1 // it has its capital from its place
		}
		out[n] = append(out[n], w)
	}
	return out
}

// contextReach is how many tokens to each side of a figure are its
// surroundings. Beyond a dozen words another fact has begun.
const contextReach = 12

// surroundings are the words around the tokens [first, last) inside [from, to),
// which are the sentence's, the nearer the heavier, by form as the sentence has
// them. Like a sentence's, the first of each side has its capital from its place.
func (t *figureText) surroundings(sentence []contextWord, from, to, first, last int) []contextWord {
	before, after := max(from, first-contextReach), min(to, last+contextReach)
	if most := max(0, first-before) + max(0, after-last); cap(t.room) < most {
		t.contexts = make([]contextWord, 0, max(most, contextRoom, 2*cap(t.contexts)))
		t.room = t.contexts
	}
	out := t.room
	for _, w := range sentence {
		at := int(w.at)
		var distance float32
		switch {
		case before <= at && at < first:
			distance = float32(first) - float32(at) - 1
		case last <= at && at < after:
			distance = float32(at) - float32(last)
		default:
			continue
		}
		if (at == before || at == last) && w.weight == nameWeighs {
			w.weight = 1
		}
		w.weight /= 1 + distance/4
		out = append(out, w)
	}
	t.room = out[len(out):]
	return out[:len(out):len(out)]
}

// contextRoom is how many words of surroundings get their memory at once: those of
// about twenty figures.
const contextRoom = 512
