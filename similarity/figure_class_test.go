package similarity

import (
	"strings"
	"testing"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/quantity"
)

// stated makes a mention in the notation of the tests, blanks as "-":
// "kind modifier lo..hi unit noun/event per", from the left, as many as count.
func stated(t *testing.T, s string) *mention {
	t.Helper()
	f := strings.Fields(s)
	for len(f) < 6 {
		f = append(f, "-")
	}
	for i := range f {
		if f[i] == "-" {
			f[i] = ""
		}
	}
	lo, hi, ok := strings.Cut(f[2], "..")
	if !ok {
		hi = lo
	}
	noun, event, _ := strings.Cut(f[4], "/")
	m := &mention{noun: nounOf(noun), hedge: figure.Modifier(f[1]), slips: quantity.DigitsOf(lo), kind: kindBits[figure.Kind(f[0])], fig: &Figure{
		Text: s, Kind: figure.Kind(f[0]), Modifier: figure.Modifier(f[1]), Lo: lo, Hi: hi,
		Unit: f[3], Noun: noun, Event: event, Per: f[5],
	}}
	m.value, m.numeric = quantity.Parse(lo, hi, "", quantity.Hedge(f[1]))
	switch m.fig.Kind {
	case figure.Date, figure.Time, figure.Score:
		m.numeric = false
	}
	if m.fig.Kind == figure.Fraction {
		m.value.Grain = grainOfFraction(m.value)
	}
	if m.numeric {
		m.approx, _ = m.value.Lo.Float64()
	}
	return m
}

func TestClassify(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       FigureClass
		slip       string
	}{
		{"the same number", "count - 7 - boats", "count - 7 - vessels", SameRestyled, ""},
		{"the same hedge in other words", "count >= 7", "count >= 7", SameRestyled, ""},
		{"one in nine is not nine percent", "fraction - 0.1111", "percent - 9 percent", Contradictory, ""},
		{"two days are 48 hours", "duration - 48 hour", "duration - 2 day", SameRestyled, ""},
		{"two-fifths are 40 percent", "fraction - 0.4", "percent - 40 percent", SameRestyled, ""},
		{"a third is 33 percent", "fraction - 0.3333", "percent - 33 percent", SameRestyled, ""},
		{"a dollar at home", "money - 4000 AUD", "money - 4000 USD", SameRestyled, ""},
		{"a date without its year", "date - 2031-03-07", "date - --03-07", SameRestyled, ""},
		{"a time in another zone", "time - 10:00", "time - 10:00", SameRestyled, ""},

		{"a sum in a table of sums", "money - 17700000 USD", "count - 17700000", SameRestyled, ""},
		{"a sum turned to a count", "money - 17700 USD", "count - 17700 - shares", NounChanged, ""},
		{"the dead for the hurt", "count - 12 - people/killed", "count - 12 - people/injured", NounChanged, ""},
		{"patients for people", "count - 580000 - people", "count - 580000 - patients", NounChanged, ""},
		{"women for men", "count - 12 - women", "count - 12 - men", NounChanged, ""},
		{"people for residents is a synonym", "count - 12 - people", "count - 12 - residents", SameRestyled, ""},
		{"the seized for the held is one event", "count - 12 - people/hostage", "count - 12 - people/detained", SameRestyled, ""},

		{"the hedge dropped", "count >= 12", "count - 12", HedgeChanged, ""},
		{"a hedge added", "count - 12", "count ~ 12", HedgeChanged, ""},
		{"one hedge for another", "count > 900", "count ~ 900", HedgeChanged, ""},
		{"a hedge on a fraction for a percentage", "fraction ~ 0.4", "percent - 40 percent", HedgeChanged, ""},
		{"a hedged date", "date >= 2031-03-09", "date - 2031-03-09", HedgeChanged, ""},

		{"miles for kilometres", "measure - 22 km", "measure - 14 mi", UnitConverted, ""},
		{"yards for metres, hedged", "measure - 200 m", "measure > 200 yd", UnitConverted, ""},
		{"euros for dollars", "money - 972000000 USD", "money - 776000000 EUR", UnitConverted, ""},

		{"to hundreds", "count - 12437", "count ~ 12400", Rounded, ""},
		{"to a whole percent", "percent - 18.2 percent", "percent - 18 percent", Rounded, ""},
		{"a bound rounded", "count > 6200", "count > 6000", Rounded, ""},
		{"nearly a hundred", "count - 95", "count <~ 100", Rounded, ""},
		{"millimetres to centimetres, rounded", "measure - 118 mm", "measure <~ 12 cm", Rounded, ""},
		{"the reverse", "count ~ 12400", "count - 12437", Refined, ""},
		{"a bound met", "count > 300", "count - 311", Refined, ""},
		{"inside the range", "duration - 6..9 minute", "duration - 8 minute", Refined, ""},
		{"the day of the month given", "date - 2031-03", "date - 2031-03-07", Refined, ""},

		{"a bound that holds it", "count - 311", "count > 300", Loosened, ""},
		{"a rounded bound", "count - 1340", "count > 1300", Loosened, ""},
		{"vague words that hold it", "count - 61", "count - 24..99", Loosened, ""},
		{"under a third", "percent - 30 percent", "fraction < 0.3333", Loosened, ""},
		{"the upper end alone", "measure - 5..10 g", "measure <= 10 g", Loosened, ""},
		{"the month alone", "date - 2031-03-07", "date - 2031-03", Loosened, ""},

		{"swapped digits", "count - 1340", "count - 1430", Contradictory, "swapped digits"},
		{"million for billion", "money - 3000000000 USD", "money - 3000000 USD", Contradictory, "wrong scale"},
		{"million for billion in another currency", "money - 972000000 USD", "money - 776000 EUR", Contradictory, "wrong scale"},
		{"a zero lost", "count - 24000", "count - 2400", Contradictory, "dropped zero"},
		{"acres for hectares", "measure - 18700 ha", "measure - 18700 acre", Contradictory, "unit confused"},
		{"a month for a year", "money - 5800 EUR - year", "money - 5800 EUR - month", Contradictory, "unit confused"},
		{"500 metres are not 500 yards", "measure - 500 m", "measure - 500 yd", Contradictory, "unit confused"},
		{"metres an hour are no kilometres", "measure - 60 m - hour", "measure - 60 km/h", Contradictory, "unit confused"},
		{"pounds for dollars", "money - 500 USD", "money - 500 GBP", Contradictory, "unit confused"},
		{"over for under", "duration > 4 minute", "duration < 4 minute", Contradictory, "hedge turned round"},
		{"one end of a range", "duration - 6..9 minute", "duration - 6 minute", Contradictory, "one end of a range"},
		{"minutes swapped", "time - 07:52", "time - 07:25", Contradictory, "swapped digits"},
		{"another year", "date - 2020", "date - 2022", Contradictory, "digit changed"},
		{"another score", "score - 3..1", "score - 3..2", Contradictory, "digit changed"},
		{"just another number", "count - 7", "count - 11", Contradictory, ""},
		{"a bound that does not hold it", "duration - 25 minute", "duration > 30 minute", Contradictory, ""},
	} {
		got := classify(stated(t, c.a), stated(t, c.b), circumstance{})
		if got.class != c.want || got.slip != c.slip {
			t.Errorf("%s: %s → %s: %s %q, want %s %q", c.name, c.a, c.b, got.class, got.slip, c.want, c.slip)
		}
		if got.rule == "" {
			t.Errorf("%s: no rule", c.name)
		}
	}
}

// TestClassifyUpdates: a later state turns a contradiction into an update, and
// nothing else: hedges, roundings and conversions stay what they are.
func TestClassifyUpdates(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		now        circumstance
		want       FigureClass
	}{
		{"the toll grows in the agency's update", "count >= 11 - people/killed", "count - 14 - people/killed", circumstance{update: true, later: true}, UpdatedFigure},
		{"a cue in a later version of another outlet", "count - 11 - flights", "count - 14 - flights", circumstance{cue: true, later: true}, UpdatedFigure},
		{"a cue in an earlier one is no update", "count - 11 - flights", "count - 14 - flights", circumstance{cue: true}, Contradictory},
		{"no cue, another outlet", "count - 11 - flights", "count - 14 - flights", circumstance{later: true}, Contradictory},
		{"the hedge dropped in an update", "count >= 11", "count - 11", circumstance{update: true, later: true}, HedgeChanged},
		{"refined in an update", "duration - 6..9 minute", "duration - 8 minute", circumstance{update: true, later: true}, Refined},
		{"another date", "date - 2031-05-09", "date - 2031-05-11", circumstance{update: true, later: true}, UpdatedFigure},
		{"a bound turned round in an update", "multiple <~ 3", "multiple > 3", circumstance{update: true, later: true}, UpdatedFigure},
		{"another time", "time ~ 06:40", "time ~ 06:55", circumstance{update: true, later: true}, UpdatedFigure},
	} {
		if got := classify(stated(t, c.a), stated(t, c.b), c.now); got.class != c.want {
			t.Errorf("%s: %s → %s: %s (%s), want %s", c.name, c.a, c.b, got.class, got.rule, c.want)
		}
	}
}

// TestRestylingIsSymmetric: what is no difference one way is none the other.
func TestRestylingIsSymmetric(t *testing.T) {
	all := []string{
		"count - 7", "count >= 7", "duration - 48 hour", "duration - 2 day", "fraction - 0.4", "percent - 40 percent",
		"money - 4000 AUD", "money - 4000 USD", "measure - 5 mi", "measure - 8 km", "count - 6..9", "percent ~ 33 percent",
	}
	for _, x := range all {
		for _, y := range all {
			a, b := stated(t, x), stated(t, y)
			if !sameKind(a, b) {
				continue
			}
			one, other := classify(a, b, circumstance{}), classify(b, a, circumstance{})
			if (one.class == SameRestyled) != (other.class == SameRestyled) {
				t.Errorf("%s, %s: %s one way, %s the other", x, y, one.class, other.class)
			}
		}
	}
}

// TestAlike holds the verdict on figures that are alike against that of the rules
// of numbers, over every kind, unit and noun that these look at.
func TestAlike(t *testing.T) {
	n := 0
	for _, s := range []string{
		"count - 12 - people/killed -", "count > 12 - patients/- -", "count - 1200..1300 - barrels/- day", "count - 4 - wins/- -",
		"money ~ 2500000 USD -/- -", "money - 12 - -/- year", "percent - 5 percent -/- -", "point - 5 point -/- -",
		"measure - 90 km/h -/- -", "measure - 90 km -/- hour", "measure <= -3.5 C -/- -", "duration - 3 hour -/- -",
		"age - 44 year -/- -", "fraction - 0.3333 - -/- -", "multiple - 2 - -/- -", "ordinal - 3 - -/- -",
	} {
		for _, beside := range []mention{{}, {fate: "rescued"}, {span: "day"}, {gain: -1}, {butFor: true}} {
			a, b := stated(t, s), stated(t, s)
			for _, m := range []*mention{a, b} {
				m.fate, m.span, m.gain, m.butFor = beside.fate, beside.span, beside.gain, beside.butFor
			}
			for _, now := range []circumstance{{}, {update: true}, {later: true, cue: true, grown: true}} {
				if !a.numeric || !alike(a, b) {
					t.Fatalf("%q is not like itself", s)
				}
				n++
				if want := classifyNumbers(a, b, now); want != sameVerdict {
					t.Errorf("%q twice, beside them %+v: by the rules %v", s, beside, want)
				}
			}
		}
	}
	if n == 0 {
		t.Error("nothing was held")
	}
}
