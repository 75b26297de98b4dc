package similarity

import (
	"strings"
	"unicode/utf8"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/internal/align"
	"github.com/wirediff/wirediff/internal/token"
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

func idOf(w string) wordID { return idOfLow(strings.ToLower(w)) }

// idOfLow is idOf a word in lower case.
func idOfLow(w string) wordID {
	var room [32]byte // enough for nearly all
	return wordID(murmur3.Sum64(append(room[:0], canonicalLow(w)...)))
}

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
	id     wordID
	weight float32 // what sharing it is worth, before its rarity in the two texts
	at     int32   // index of its token
	n      int32   // its number among the distinct words of its article
}

// vocabulary numbers the distinct words of an article.
type vocabulary struct {
	ids    []wordID // by number
	number map[wordID]int32
}

func newVocabulary(tokens int) *vocabulary {
	return &vocabulary{number: make(map[wordID]int32, tokens/3)} // about what news has
}

func (v *vocabulary) add(id wordID) int32 {
	n, ok := v.number[id]
	if !ok {
		n = int32(len(v.ids))
		v.number[id] = n
		v.ids = append(v.ids, id)
	}
	return n
}

// nameWeighs is what a word with a capital inside a sentence is worth: a name
// is what rewriting keeps.
const nameWeighs = 1.4

// readWords reads a text's tokens as words, each once; marks have no weight.
func (v *vocabulary) readWords(text string, tokens []token.Token) []contextWord {
	out := make([]contextWord, len(tokens))
	known := make(map[string]int32, len(tokens)/3) // where a word stands first
	for i, t := range tokens {
		if t.Kind == token.Punct {
			continue
		}
		w := t.Of(text)
		first, ok := known[w]
		if ok {
			out[i] = out[first]
		} else {
			known[w] = int32(i)
			out[i] = v.read(w)
		}
		out[i].at = int32(i)
	}
	return out
}

func (v *vocabulary) read(w string) contextWord {
	low := strings.ToLower(w)
	c := contextWord{id: idOfLow(low), weight: 1}
	c.n = v.add(c.id)
	r, _ := utf8.DecodeRuneInString(w)
	switch {
	case stopWords[low]:
		c.weight = 0.08
	case r >= 'A' && r <= 'Z':
		c.weight = nameWeighs
	}
	return c
}

// wordsOf appends the words of a run of tokens. The first has its capital from
// its place.
func wordsOf(dst, run []contextWord) []contextWord {
	for i, w := range run {
		if w.weight == 0 {
			continue
		}
		if i == 0 && w.weight == nameWeighs {
			w.weight = 1
		}
		dst = append(dst, w)
	}
	return dst
}

// contextReach is how many tokens to each side of a figure are its
// surroundings. Beyond a dozen words another fact has begun.
const contextReach = 12

// surroundings are the words around the tokens [first, last) inside [from, to),
// which are the sentence's, the nearer the heavier, by id as the sentence has
// them. Like a sentence's, the first of each side has its capital from its place.
func surroundings(sentence []contextWord, from, to, first, last int) []contextWord {
	before, after := max(from, first-contextReach), min(to, last+contextReach)
	out := make([]contextWord, 0, max(0, first-before)+max(0, after-last))
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
	return out
}
