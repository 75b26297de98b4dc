package similarity

import "strings"

// Reporting verbs, on a scale of how much weight the writer lends to what is
// said. The steps follow the advice of wire style books: 'said' claims
// nothing; 'confirm', 'insist' and the like vouch or press; 'admit' presumes
// that something was hidden; 'claim' casts doubt. A line: the step, then the
// verbs (a second form behind a slash is the irregular past).
var reportingVerbs = scale(`
-4 claim allege purport profess
-2 suggest believe think/thought argue contend assert hint speculate imply estimate reckon guess surmise theorise theorize insinuate intimate posit opine
 0 say/said tell/told add state note report announce comment remark explain describe write/wrote recall
 0 reply/replied respond continue show/shown testify hear/heard call put recount
 0 outline mention detail reiterate indicate elaborate quip joke tweet reject plead
 0 observe muse exclaim lament gush enthuse underline underscore highlight clarify summarise summarize predict advise repeat conclude
 0 leak find/found inform brief relate quote signal post read/read
 1 deny dismiss dispute caution warn stress emphasise emphasize
 2 rule insist confirm declare reveal vow pledge maintain urge disclose divulge prove affirm promise assure swear/swore proclaim verify refute guarantee
 4 admit/admitted concede confess acknowledge accuse condemn slam/slammed blast demand lambast lambaste denounce threaten
 4 decry berate castigate excoriate rebuke savage rail fume thunder rage ridicule mock scold scoff gloat boast brag/bragged crow whine moan rant
`)

// Scales of action and likelihood. Words of one line mean one step; a change
// up a scale hardens, down it softens. Each scale ends at an empty line and
// says in its first line why the order holds. Words that hyphens join are a
// phrase, as it stands.
var actionScales, scalePhrases = parseScales(`
# law: each step says that the state is surer
question interview quiz
detain
arrest nick
charge indict prosecute
convict jail imprison

# inquiry: from reading to accusing
review examine study assess
investigate probe
accuse sue

# employment: suspension leaves the matter open
suspend stood-down removed-from-duty taken-off-duty on-leave
fire sack dismiss axe

# leaving: who resigns goes by himself
resign quit stepped-down stood-aside
oust sack forced-out

# intention: from weighing to doing
consider weigh mull contemplate explore minded
plan/planned intend aim propose agree/agreed
would
will vow

# power: what may be done, and what shall
can
will must

# projects: a delay leaves the matter open
delay postpone pause
suspend halt
cancel scrap/scrapped abandon shelve

# law-making: a draft is no law
propose draft table
approve pass adopt back
enact ratify

# demand: from asking to ordering; who seeks may get less
ask invite request appeal seek/sought advise recommend encourage called-on calls-on
urge press
demand insist order

# refusal: who declines is polite, and who does not answer may not have been reached
decline not-respond not-immediately-respond not-reply not-immediately-reply not-answer not-return
refuse

# answer to a charge: who will not comment has denied nothing
declined-to-comment not-comment no-comment not-recall
dispute contest
deny reject
refute disprove

# compulsion: who is persuaded agrees
persuade convince encourage
pressure
force compel oblige coerce

# criticism
question criticise criticize
condemn slam/slammed blast lambast denounce

# quarrel: who differs does not yet fight
disagree differ
oppose resist object
fight/fought defy

# warning: who warns does not yet threaten
warn caution
threaten

# limits: a limit is no ban
limit restrict curb regulate prevent
ban/banned prohibit outlaw

# damage: what is destroyed cannot be mended
damage
destroy obliterate

# force: from the hand to the weapon
push shove jostle
hit/hit beat strike/struck punch
attack assault batter

# markets and counts: none is not little
flat unchanged steady
fall/fell drop/dropped slip/slipped decline decrease dip/dipped

# brokers: a lower target is not a lower rating
trim/trimmed cut lower
downgrade

# evidence: what suggests does not prove
suggest indicate hint
show/shown demonstrate
confirm establish
prove

# cause: what is linked is not yet the cause
link associate correlate connect
contribute
cause trigger/triggered

# likelihood
possible conceivable
likely probable
close near
certain inevitable imminent

# belief
hope wish
expect anticipate
confident sure certain
promise vow guarantee

# concern
concern worry
fear
panic/panicked

# degree: how badly
slightly lightly
seriously badly severely gravely
critically
fatally

# suspicion
suspect
accuse blame

# killing: a murder is meant
manslaughter
murder

# injury: a sprain is no fracture
sprain bruise twist
break/broken broke fracture shatter

# praise: who welcomes does not yet cheer
welcome
praise commend
hail laud applaud
`)

// A verbStep is a place on the scale of reporting verbs.
type verbStep int8

// The ends of the scale.
const (
	doubted verbStep = -4
	pressed verbStep = 4
)

// scaleStep is a place on one of the action scales.
type scaleStep struct{ scale, step int8 }

func scale(table string) map[string]verbStep {
	out := map[string]verbStep{}
	steps := map[string]verbStep{"-4": doubted, "-2": -2, "0": 0, "1": 1, "2": 2, "4": pressed}
	for line := range strings.Lines(table) {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		step := steps[fields[0]]
		for _, f := range fields[1:] {
			for _, w := range inflect(f) {
				out[w] = step
			}
		}
	}
	return out
}

// scalePhrase is a phrase that stands on a scale.
type scalePhrase struct {
	words []string
	at    scaleStep
}

// parseScales returns the steps of words, in all their forms, and those of
// phrases, by their first word.
func parseScales(table string) (map[string][]scaleStep, map[string][]scalePhrase) {
	out, phrases := map[string][]scaleStep{}, map[string][]scalePhrase{}
	var at scaleStep
	for line := range strings.Lines(table) {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0:
			at = scaleStep{at.scale + 1, 0}
			continue
		case fields[0] == "#":
			continue
		}
		for _, f := range fields {
			if words := strings.Split(f, "-"); len(words) > 1 {
				phrases[words[0]] = append(phrases[words[0]], scalePhrase{words, at})
				continue
			}
			for _, w := range inflect(f) {
				out[w] = append(out[w], at)
			}
		}
		at.step++
	}
	return out, phrases
}

// inflect writes out the forms of an English verb: base, -s, past, -ing. The
// past may be given behind a slash, where it is irregular; a doubled
// consonant in it is doubled in -ing too.
func inflect(verb string) []string {
	base, past, irregular := strings.Cut(verb, "/")
	forms := []string{base}
	end := base[len(base)-1]
	switch {
	case end == 'y' && !strings.ContainsRune("aeiou", rune(base[len(base)-2])):
		forms = append(forms, base[:len(base)-1]+"ies", base[:len(base)-1]+"ied", base+"ing")
	case end == 'e':
		forms = append(forms, base+"s", base+"d", base[:len(base)-1]+"ing")
	case strings.HasSuffix(base, "ss") || strings.HasSuffix(base, "sh") || strings.HasSuffix(base, "ch"):
		forms = append(forms, base+"es", base+"ed", base+"ing")
	default:
		forms = append(forms, base+"s", base+"ed", base+"ing")
	}
	if irregular {
		forms = append(forms, past)
		if strings.HasSuffix(past, "ed") && len(past) > len(base)+2 {
			forms = append(forms, past[:len(past)-2]+"ing")
		}
	}
	return forms
}
