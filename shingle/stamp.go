package shingle

import (
	"strings"

	"github.com/wirediff/wirediff/internal/token"
)

// stamp reports a paragraph that is nothing but when: a date or a time of day,
// with words like updated, published, min read, and the name of a section
// before a bar.
func (p *parser) stamp(g para) bool {
	if g.words > 24 {
		return false
	}
	var has stampPart
	strange, bars, dotted := 0, 0, false // dotted: 23.40 is a time of day beside a zone or a year, else a price
	for i := g.first; i < g.last; i++ {
		w := p.of(i)
		switch p.tokens[i].Kind {
		case token.Number:
			has |= numberPart(w)
			dotted = dotted || len(w) == 5 && w[2] == '.'
		case token.Word:
			part := stampPart(0)
			if stampShapes.may(w) {
				part = stampWords[string(p.fold(i))]
			}
			if has |= part; part != 0 {
				continue
			}
			if strange++; strange > 2 {
				return false
			}
		case token.Punct:
			switch w {
			case "|", "/", "•", "·":
				bars++
			case ",", ":", "-", "–", "—", "(", ")", ".":
			default:
				return false
			}
		default:
			return false
		}
	}
	if dotted && has&(zone|year) != 0 {
		has |= clock
	}
	if strange > 0 && (bars == 0 || has&(clock|year) == 0) {
		return false
	}
	dated := has&(month|slashed) != 0 && has&(year|slashed) != 0 && has&(day|slashed) != 0
	return dated || has&clock != 0 && has&(month|weekday|stampCue) != 0 || has&number != 0 && has&reading != 0 ||
		has&number != 0 && (has&stampCue != 0 && has&year != 0 || has&ago != 0)
}

// numberPart is what a number can be in a stamp.
func numberPart(w string) stampPart {
	part := number
	digits := strings.TrimRight(w, "stndrhamp.STNDRHAMP")
	switch {
	case strings.Contains(w, ":"), len(digits) < len(w) && (w[len(w)-1]|0x20 == 'm' || strings.HasSuffix(w, "m.")):
		return part | clock
	case len(w) == 4 && (w[:2] == "19" || w[:2] == "20"):
		return part | year
	case len(digits) <= 2:
		return part | day
	case len(w) >= 8 && strings.Count(w, ".") == 2:
		return part | slashed
	}
	return part
}

// stampPart says what a word or number can be in a stamp of time.
type stampPart uint16

const (
	filler stampPart = 1 << iota
	month
	weekday
	zone
	clock
	stampCue // updated, published …
	reading  // min read
	ago
	number
	day
	year
	slashed // 16.04.2026
)

// stampWords are the words of stamps.
var stampWords = func() map[string]stampPart {
	table := map[string]stampPart{}
	for part, list := range map[stampPart]string{
		filler:           "on at the of to local time eastern min mins minute minutes hr hrs hour hours date today yesterday and",
		month:            "january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. jan feb mar apr jun jul aug sept sep oct nov dec",
		weekday:          "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun mon. tue. tues. wed. thu. thurs. fri. sat. sun.",
		zone:             "et est edt gmt utc bst cet cest ist ct cst cdt pt pst pdt mt mst mdt jst aedt aest awst acst sgt hkt wat eat cat sast msk eet eest wib",
		clock | filler:   "a.m. p.m. am pm noon midnight",
		stampCue:         "updated published posted modified created edited first last uploaded",
		reading | filler: "read reading",
		ago:              "ago",
	} {
		for w := range strings.FieldsSeq(list) {
			table[w] |= part
		}
	}
	return table
}()
