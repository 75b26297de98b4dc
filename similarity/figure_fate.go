package similarity

import "github.com/wirediff/wirediff/internal/token"

// fates are verbs that say what befell people, and are no event of a figure.
// A number that goes from one of them to an event, or back, counts another
// thing: 312 infected, 312 killed. Each form leads to its fate.
var fates = func() map[string]string {
	out := map[string]string{}
	for fate, forms := range map[string]string{
		"cancelled":   "cancelled canceled",
		"delayed":     "delayed",
		"diverted":    "diverted rerouted",
		"infected":    "infected infecting infects sickened sickening sickens",
		"rescued":     "rescued rescuing rescues saved",
		"trapped":     "trapped stranded",
		"tested":      "tested vaccinated",
		"charged":     "charged indicted sued",
		"invited":     "invited hired recruited",
		"interviewed": "interviewed questioned surveyed",
	} {
		for form := range wordSet(forms) {
			out[form] = fate
		}
	}
	return out
}()

// doings are the fates of things that never stand for one another.
var doings = wordSet("cancelled delayed diverted")

// fateReach is how many words from a figure its verb stands: "infected at
// least 312", "312 people were infected".
const fateReach = 3

// fateBeside is the fate named within a few words before a figure, or else
// after it, before any mark; "" where none is.
func fateBeside(before, after line) string {
	for n := len(before.tokens) - 1; n >= max(0, len(before.tokens)-fateReach) && before.tokens[n].Kind == token.Word; n-- {
		if fate := fates[before.low(n)]; fate != "" {
			return fate
		}
	}
	for n := 0; n < min(fateReach, len(after.tokens)) && after.tokens[n].Kind == token.Word; n++ {
		if fate := fates[after.low(n)]; fate != "" {
			return fate
		}
	}
	return ""
}
