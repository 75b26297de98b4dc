package corpus

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

// class is what kind of word a word is: an edit replaces a word by another of
// its class, and leaves names and formula alone.
type class uint8

const (
	formula class = iota
	noun
	verb
	adjective
	adverb
	figure // a quantity; an edit may change it
	stamp  // a date, a time, an age, a year: stays
	name
)

// word is a word of a sentence, with what is written before it: a space, or
// nothing before a comma.
type word struct {
	text  string
	class class
}

type sentence []word

// topicShare is the chance that a content word comes from the article's own
// few words and not from the whole vocabulary: what an article is about comes
// back in it, and unrelated articles seldom share more than formula.
const topicShare = 0.35

// compoundShare is the chance that a noun is a compound from the long tail.
// With it the share of words that an article has for itself is near that of
// news (a tenth; see TestStatistics).
const compoundShare = 0.12

// writer writes one story: its cast and its subject stay the same.
type writer struct {
	*rand.Rand
	persons, places, orgs    []string
	nouns, verbs, adjectives []string
}

func newWriter(r *rand.Rand) *writer {
	w := &writer{Rand: r}
	for range 2 + r.IntN(3) {
		w.persons = append(w.persons, pick(r, firstNames)+" "+w.invent())
	}
	for range 2 + r.IntN(3) {
		w.places = append(w.places, w.invent())
	}
	for range 1 + r.IntN(2) {
		w.orgs = append(w.orgs, w.invent()+" "+pick(r, orgKinds))
	}
	for range 14 {
		w.nouns = append(w.nouns, w.freshNoun())
		w.verbs = append(w.verbs, verbs[verbRanks.draw(r)])
		w.adjectives = append(w.adjectives, adjectives[adjectiveRanks.draw(r)])
	}
	return w
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// invent makes a name.
func (w *writer) invent() string {
	n := pick(w.Rand, nameStarts)
	if w.IntN(2) == 0 {
		n += pick(w.Rand, nameMiddles)
	}
	return n + pick(w.Rand, nameEnds)
}

func (w *writer) freshNoun() string {
	if w.Float64() < compoundShare {
		return pick(w.Rand, firstParts) + pick(w.Rand, lastParts)
	}
	return nouns[nounRanks.draw(w.Rand)]
}

// fresh draws a word of a class: from the article's own words with the chance
// topicShare, else from the vocabulary.
func (w *writer) fresh(c class) string {
	own := w.Float64() < topicShare
	switch {
	case c == noun && own:
		return pick(w.Rand, w.nouns)
	case c == noun:
		return w.freshNoun()
	case c == verb && own:
		return pick(w.Rand, w.verbs)
	case c == verb:
		return verbs[verbRanks.draw(w.Rand)]
	case c == adjective && own:
		return pick(w.Rand, w.adjectives)
	case c == adjective:
		return adjectives[adjectiveRanks.draw(w.Rand)]
	default:
		return pick(w.Rand, adverbs)
	}
}

// sentence fills a pattern.
func (w *writer) sentence(p pattern) sentence {
	s := make(sentence, 0, len(p)+8)
	for _, part := range p {
		if !part.slot {
			s = append(s, word{part.text, formula})
			continue
		}
		text, c := w.slot(part.text)
		for f := range strings.FieldsSeq(text) {
			s = append(s, word{f, c})
		}
	}
	return s
}

// slot gives the words for a slot, by its name; a digit at the name's end only
// tells two slots of a template apart.
func (w *writer) slot(slot string) (string, class) {
	switch strings.TrimRight(slot, "2") {
	case "noun":
		return w.fresh(noun), noun
	case "verb":
		return w.fresh(verb), verb
	case "adj":
		return w.fresh(adjective), adjective
	case "adv":
		return w.fresh(adverb), adverb
	case "role":
		return pick(w.Rand, roles), formula
	case "say":
		return pick(w.Rand, sayVerbs), formula
	case "person":
		return pick(w.Rand, w.persons), name
	case "surname":
		_, last, _ := strings.Cut(pick(w.Rand, w.persons), " ")
		return last, name
	case "place":
		return pick(w.Rand, w.places), name
	case "org":
		return pick(w.Rand, w.orgs), name
	case "day":
		return pick(w.Rand, weekdays), formula
	case "month":
		return pick(w.Rand, months), formula
	case "people":
		return pick(w.Rand, []string{"people", "people", "workers", "residents", "passengers"}), formula
	case "date", "time", "age", "year":
		return w.number(strings.TrimRight(slot, "2")), stamp
	default:
		return w.number(strings.TrimRight(slot, "2")), figure
	}
}

// number writes a figure of a kind, in one of the dresses that news uses.
func (w *writer) number(kind string) string {
	switch kind {
	case "percent":
		return fmt.Sprintf("%d.%d percent", w.IntN(40), w.IntN(10))
	case "money":
		return fmt.Sprintf("%s%d.%d %s", pick(w.Rand, []string{"$", "€", "£"}), 1+w.IntN(90), w.IntN(10), pick(w.Rand, []string{"million", "million", "billion"}))
	case "cents":
		return strconv.Itoa(5 + w.IntN(90))
	case "price":
		return fmt.Sprintf("%d.%02d", 4+w.IntN(300), w.IntN(100))
	case "age":
		return strconv.Itoa(19 + w.IntN(70))
	case "year":
		return strconv.Itoa(1950 + w.IntN(74))
	case "days":
		return fmt.Sprintf("%d days", 2+w.IntN(40))
	case "date":
		return fmt.Sprintf("%s %d", pick(w.Rand, months), 1+w.IntN(28))
	case "time":
		return fmt.Sprintf("%d:%02d", 6+w.IntN(16), w.IntN(60))
	case "measure":
		return fmt.Sprintf("%d %s", 2+w.IntN(140), pick(w.Rand, []string{"km", "metres", "miles"}))
	default:
		n := 3 + w.IntN(900)
		if w.IntN(3) == 0 {
			return thousands(n*10 + w.IntN(1000))
		}
		return strconv.Itoa(n)
	}
}

// other gives another number of the same form.
func (w *writer) other(text string) string {
	for {
		n := w.number("count")
		if whole, decimals, ok := strings.Cut(text, "."); ok {
			n = strconv.Itoa(1+w.IntN(99)) + "." + strconv.Itoa(w.IntN(10))
			if len(decimals) > 1 {
				n += strconv.Itoa(w.IntN(10))
			}
			if sign := strings.TrimRight(whole, "0123456789"); sign != "" {
				n = sign + n
			}
		}
		if n != text {
			return n
		}
	}
}

func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

// render writes a sentence as text: a capital first, an for a where it should
// be, no space before , ; : and 's, quotation marks closed up, a full stop.
func render(b *strings.Builder, s sentence) {
	quoted, tight := false, true
	for i, w := range s {
		t := w.text
		switch {
		case t == `"`:
			if quoted {
				b.WriteByte('"')
			} else {
				space(b, tight)
				b.WriteByte('"')
			}
			quoted, tight = !quoted, !quoted
			continue
		case t == "," || t == ";" || t == ":" || t == "'s":
			b.WriteString(t)
			tight = false
			continue
		}
		space(b, tight)
		if t == "a" && i+1 < len(s) && strings.ContainsRune("aeiou8", rune(s[i+1].text[0])) {
			t = "an"
		}
		if i == 0 || i == 1 && s[0].text == `"` {
			t = strings.ToUpper(t[:1]) + t[1:]
		}
		b.WriteString(t)
		tight = false
	}
	b.WriteByte('.')
}

func space(b *strings.Builder, tight bool) {
	if !tight {
		b.WriteByte(' ')
	}
}
