package similarity

import (
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/figure"
)

// speakers tells what kind of body a speaker is by its words. A figure that
// another kind of body now says is changed in its attribution; a speaker who
// is only named otherwise ("the minister", "Minister Roe") is not.
var speakers = speakerTable(`
government government minister ministry president premier prime mayor cabinet administration governor senator
police police detective superintendent inspector constable prosecutor prosecutors sheriff
company company airline operator firm manufacturer maker carrier bank insurer insurers
union union unions federation
monitor group monitor observatory charity campaigners watchdog organisers organizers
hospital hospital doctor doctors surgeon medics
board board regulator commission inspectorate
people residents witnesses survivors locals villagers passengers
opposition opposition rebels brigade militants
`)

func speakerTable(table string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(table) {
		f := strings.Fields(line)
		for i, w := range f {
			if i > 0 {
				out[w] = f[0]
			}
		}
	}
	return out
}

// speakerKind is the kind of body that a speaker is: "" where its words name
// none, or two.
func speakerKind(speaker string) string {
	kind := ""
	for _, w := range strings.Fields(strings.ToLower(speaker)) {
		k := speakers[strings.Trim(w, ".,'’")]
		if k != "" && kind != "" && k != kind {
			return ""
		}
		if k != "" {
			kind = k
		}
	}
	return kind
}

// attributionBar is how sure a pair must be before a change of its speaker is
// told.
const attributionBar = 8.0

// reportSpeakers reports figures whose value was kept and put in the mouth of
// another kind of body, once for each pair of sentences: of the figure with
// the most digits, for the speaker is the sentence's.
func (d *figureDiff) reportSpeakers() {
	type sentences [2]int
	chosen := map[sentences][2]fact{}
	var order []sentences
	for _, l := range d.links {
		a, b := l[0].lead(), l[1].lead()
		if a.fig.Speaker == b.fig.Speaker {
			continue // most
		}
		ka, kb := speakerKind(a.fig.Speaker), speakerKind(b.fig.Speaker)
		if ka == "" || kb == "" || ka == kb || a.fig.Kind == figure.Date || a.fig.Kind == figure.Time ||
			a.fig.Field != "" || b.fig.Field != "" || !sameReading(l[0], l[1]) {
			continue
		}
		if points, ok := d.score(l[0], l[1]); !ok || points < attributionBar {
			continue
		}
		at := sentences{a.sent, b.sent}
		old, ok := chosen[at]
		if !ok {
			order = append(order, at)
		}
		if !ok || significantDigits(a.fig.Lo) > significantDigits(old[0].lead().fig.Lo) {
			chosen[at] = l
		}
	}
	for _, at := range order {
		a, b := chosen[at][0].lead(), chosen[at][1].lead()
		d.out = slices.DeleteFunc(d.out, func(v FigureVariant) bool { return v.Class == SameRestyled && v.A == a.fig })
		d.out = append(d.out, FigureVariant{
			Class: AttributionChanged, Slot: slotName(d.b, b), A: a.fig, B: b.fig, Severity: severityOf(AttributionChanged, a, b),
			Rule: "the value kept, said by " + b.fig.Speaker + ", not by " + a.fig.Speaker,
		})
	}
}
