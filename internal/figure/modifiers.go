package figure

import "strings"

// modPhrase is a phrase that hedges a number. kept says whether its words are
// part of the figure's text ("at least") or only read over ("exactly").
type modPhrase struct {
	words []string
	text  string // the words joined by spaces
	mod   Modifier
	kept  bool
}

// before are the phrases in front of a number.
var modBefore = map[Modifier]string{
	More: `more than; over; just over; well over; a little over; slightly over; way over; far over; above; just above; well above;
		in excess of; well in excess of; upwards of; upward of; north of; just north of; exceeding; beyond; greater than; higher than; larger than; bigger than; longer than; better than; older than; later than;
		just more than; well more than; slightly more than; a little more than; rather more than; far more than; much more than; substantially more than; significantly more than; considerably more than; a bit more than; not just; comfortably more than; comfortably over; slightly above; some more than`,
	AtLeast: `at least; no fewer than; no less than; not less than; not fewer than; as few as; as little as; as young as; a minimum of; minimum of; a minimum; minimum; at the very least; at a minimum; not under; at the least; no lower than; nothing less than; the minimum`,
	Under:   `under; just under; well under; a little under; slightly under; below; just below; well below; less than; just less than; slightly less than; a little less than; rather less than; far less than; much less than; fewer than; slightly fewer than; far fewer than; just fewer than; lower than; smaller than; shorter than; south of; younger than; sub; beneath; considerably less than; significantly less than; substantially less than; a bit under; a bit less than; inside; comfortably under`,
	AtMost:  `up to; at most; no more than; not more than; as much as; as many as; as high as; as long as; as large as; as big as; as heavy as; as deep as; as far as; as tall as; as fast as; a maximum of; maximum of; a maximum; maximum; at the most; no greater than; not over; not exceeding; within; up to about; up to some; up to around; anything up to; no higher than; not above; no longer than; at maximum; nothing more than; the maximum; capped at; a limit of; a ceiling of; until at most`,
	About:   `about; around; roughly; approximately; approx; some; circa; c; an estimated; estimated; estimated at; in the region of; in the order of; of the order of; on the order of; somewhere around; somewhere in the region of; in the vicinity of; in the neighbourhood of; in the neighborhood of; just about; something like; something around; thereabouts; an approximate; roughly about; more or less; very roughly; in the area of; to the tune of; around about; an estimate of; broadly`,
	Nearly:  `nearly; almost; close to; approaching; not quite; just short of; short of; very nearly; shy of; just shy of; verging on; very close to; practically; virtually; pretty much; all but; nearing; getting on for; a shade under; a whisker under; bordering on; closing in on; near; near to`,
	"":      `exactly; only; just; a total of; the total of; precisely; fully; as recently as; as early as; as late as`,
}

// Names of the modifiers, for the tables.
const (
	More    Modifier = ">"
	AtLeast Modifier = ">="
	Under   Modifier = "<"
	AtMost  Modifier = "<="
	About   Modifier = "~"
	Nearly  Modifier = "<~"
)

// modAfter are the phrases behind a number (and behind its unit).
var modAfter = map[Modifier]string{
	AtLeast: `or more; or over; or above; or older; or higher; or greater; or better; or longer; or later; or worse; and over; and above; and older; and up; and upwards; or upwards; and more; or up; at least; minimum; plus; and higher; and counting; at a minimum; at the least; at the very least; or larger; or bigger`,
	AtMost:  `or less; or fewer; or under; or below; or younger; or lower; or smaller; and under; and younger; and below; at most; maximum; tops; max; at the most; or shorter`,
	About:   `or so; or thereabouts; odd; approximately; give or take; ish; or around; roughly; or more or less`,
}

func addModifiers(m lexMap) {
	for mod, list := range modBefore {
		for _, p := range phrases(list) {
			mp := &modPhrase{words: p, text: strings.Join(p, " "), mod: mod, kept: mod != ""}
			last := m.get(p[len(p)-1])
			last.flags |= fMod
			last.mods = insertLongest(last.mods, mp)
			for _, s := range p {
				m.get(s)
			}
		}
	}
	for mod, list := range modAfter {
		for _, p := range phrases(list) {
			first := m.get(p[0])
			first.after = insertLongest(first.after, &modPhrase{words: p, text: strings.Join(p, " "), mod: mod, kept: true})
			for _, s := range p {
				m.get(s)
			}
		}
	}
}

func phrases(list string) [][]string {
	var out [][]string
	for _, p := range strings.Split(list, ";") {
		if f := strings.Fields(p); len(f) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// insertLongest keeps the phrases longest first, in a total order.
func insertLongest(list []*modPhrase, p *modPhrase) []*modPhrase {
	at := len(list)
	for at > 0 && phraseLess(p, list[at-1]) {
		at--
	}
	list = append(list, nil)
	copy(list[at+1:], list[at:])
	list[at] = p
	return list
}

func phraseLess(a, b *modPhrase) bool {
	if len(a.words) != len(b.words) {
		return len(a.words) > len(b.words)
	}
	return a.text < b.text
}
