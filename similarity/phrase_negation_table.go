package similarity

import "strings"

// negations turn a claim into its contrary. Words that end in n't count too.
var negations = wordSet(`not no never none neither nor nobody nothing without cannot hardly scarcely`)

// negativeWords deny without a negation: beside one of them a lost 'not' may
// be no flip.
var negativeWords = wordSet(`deny denied denies denying refuse refused refuses refusing fail failed fails failing lack lacked
	lacks lacking reject rejected rejects rejecting rule ruled avoid avoided prevent prevented without free unable unlikely
	cleared acquitted unclear ruled decline declined declines declining stop stopped little few yet only impossible
	disputed dispute disputes far halted barred banned short absence dismissed dismissing instead rather`)

// antonyms are pairs whose exchange flips a claim: words by commas stand
// against the words behind the dash.
var antonyms = parseAntonyms(`
confirmed confirms confirm - denied denies deny
accepted accepts accept approved approves approve backed - rejected rejects reject refused vetoed
agreed agrees agree - refused refuses refuse declined
opened opens open reopened - closed closes close shut
rose rises rise increased climbed gained grew up higher - fell falls fall decreased dropped declined down lower
won wins win - lost loses lose
survived alive - died dead
safe - unsafe dangerous
legal lawful - illegal unlawful
supported supports support backed backs - opposed opposes oppose
allowed allows allow permitted - banned bans ban barred forbidden
likely - unlikely
possible - impossible
able - unable
`)

// contraries are antonyms so plain that they tell a turned claim even where
// the sentence around them was rewritten.
var contraries = parseAntonyms(`
acquitted cleared exonerated - convicted guilty accused charged condemned jailed
denied denies deny - admitted admits admit confessed conceded acknowledged
innocent - guilty
`)

func parseAntonyms(table string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	put := func(from, to string) {
		if out[from] == nil {
			out[from] = map[string]bool{}
		}
		out[from][to] = true
	}
	for line := range strings.Lines(table) {
		left, right, ok := strings.Cut(line, " - ")
		if !ok {
			continue
		}
		for _, l := range strings.Fields(left) {
			for _, r := range strings.Fields(right) {
				put(l, r)
				put(r, l)
			}
		}
	}
	return out
}
