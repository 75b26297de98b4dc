package similarity

import "strings"

// negations turn a claim into its contrary. Words that end in n't count too.
var negations = wordSet(`not no never none neither nor nobody nothing nowhere without cannot hardly scarcely barely non`)

// denyingVerbs turn what follows them into its contrary, with the word that
// they take before it, if any: failed to agree, ruled out a sale.
var denyingVerbs = func() map[string]string {
	out := map[string]string{}
	for with, words := range map[string]string{
		"to":   "fail failed fails failing refuse refused refuses refusing decline declined declines declining unable unlikely unwilling reluctant forgot omitted neglected",
		"out":  "rule ruled rules ruling",
		"from": "refrained refrain refrains abstained barred banned prevented stopped",
		"of":   "lack absence short",
		"":     "deny denied denies denying lacked lacks avoided avoids",
	} {
		for w := range wordSet(words) {
			out[w] = with
		}
	}
	return out
}()

// carriers are words between a negation and its claim that carry the claim
// and say nothing of it themselves: "not thought to be serious".
var carriers = wordSet(`thought believed expected considered deemed seen found able going planning likely immediately yet
	currently known clear been being able trying seeking intending intend plan expect expects believe think thinks consider
	call calls called calling describe describes described describing regard regarded want wants wish need needs made make taken take given give having get got longer`)

// silences are what who does not speak does not do: "declined to comment"
// denies no claim.
var silences = wordSet(`comment comments commented respond responded reply replied elaborate answer answered discuss discussed
	disclose disclosed identify identified named specify specified detail details verify verified reach reached return returned`)

// negativeWords deny without a negation: beside one of them a lost 'not' may
// be no flip.
var negativeWords = wordSet(`deny denied denies denying refuse refused refuses refusing fail failed fails failing lack lacked
	lacks lacking reject rejected rejects rejecting rule ruled avoid avoided prevent prevented without free unable unlikely
	cleared acquitted unclear ruled decline declined declines declining stop stopped little few yet only impossible
	disputed dispute disputes far halted barred banned short absence dismissed dismissing instead rather
	failure refusal denial rejection contradicted rebutted rebuffed spurned abandoned cancelled canceled scrapped
	blocked vetoed opposed forbade forbidden prohibited abstained refrained forgot omitted neglected exempt
	missing nil zero too until unless`)

// notUn begin with un and deny nothing.
var notUn = wordSet(`union unions unionist unionists unionised unionized united unites uniting university universities universal
	universe uniform uniforms uniformed unique uniquely understand understands understood understanding undertake undertaken
	undertook undergo undergone underwent underground underway underlying undermine undermined undersea underwater underline
	underlined unanimous unanimously unveil unveiled unveils unveiling unleash unleashed unfold unfolds unfolded unfolding
	unearth unearthed unpack unload unloaded undercover underage underpin underestimate unilateral unilaterally unification unifying`)

// contradicted are antonyms that stop words and stems do not tell apart from
// the rest of the sentence.
var contradicted = wordSet(`up down before after with without above below inside outside more less fewer all none`)

// antonyms are pairs whose exchange flips a claim: words by spaces stand
// against the words behind the dash. They count in a passage that was only
// edited, inside one difference. A word of degree (big, small) is none: it
// judges, and does not deny.
var antonyms = parseAntonyms(`
confirmed confirms confirm affirmed - denied denies deny
accepted accepts accept approved approves approve backed ratified upheld endorsed adopted passed - rejected rejects reject refused vetoed overturned quashed dismissed struck defeated
agreed agrees agree consented - refused refuses refuse declined disagreed disagrees disagree
granted grants grant allowed awarded - refused refuses refuse denied denies deny rejected withheld revoked
opened opens open reopened reopens - closed closes close shut shuts closing
began begins started starts launched resumed resumes - ended ends stopped halted halts suspended suspends
rose rises rise increased increases climbed gained grew jumped up higher advanced rising growing - fell falls fall decreased decreases dropped declined down lower slipped shrank falling shrinking
raised raises raise hiked - cut cuts lowered lowers lower reduced reduces
strengthened strengthens stronger improved improves better - weakened weakens weaker worsened worsens worse deteriorated
won wins win winning victory beat beats - lost loses lose losing defeat defeated
succeeded succeeds succeed successful success - failed fails fail unsuccessful failure
survived survives alive - died dies dead killed
safe safely - unsafe dangerous
legal lawful legally lawfully - illegal unlawful illegally unlawfully
supported supports support backed backs favoured favored favour favor - opposed opposes oppose rejected against
allowed allows allow permitted permits - banned bans ban barred forbidden prohibited blocked blocks prevented
lifted lifts - imposed imposes
included includes including - excluded excludes excluding
joined joins entered enters - left leaves quit quits
kept keeps retained retains - abandoned abandons dropped scrapped
arrived arrives - left leaves departed
likely - unlikely
possible - impossible
able - unable
willing ready - unwilling reluctant
guilty - innocent
convicted - acquitted cleared
detained jailed arrested imprisoned - freed released
present attended attends - absent missed
known - unknown
certain sure - uncertain unsure
available - unavailable
complete completed - incomplete unfinished
correct right true accurate - incorrect wrong false inaccurate untrue
public publicly - private privately secret secretly
voluntary voluntarily - compulsory mandatory forced
deliberate deliberately intentional intentionally intended - accidental accidentally unintentional unintended
related linked connected - unrelated
responsible - irresponsible
direct directly - indirect indirectly
legitimate - illegitimate
regular - irregular
active - inactive
sufficient enough adequate - insufficient inadequate
effective - ineffective
dependent - independent
honest - dishonest
satisfied - dissatisfied
qualified - disqualified
trust trusted - distrust distrusted mistrust
profit profits profitable - loss losses unprofitable loss-making
surplus - deficit
majority - minority
all every everyone both - none neither nobody
always - never
many most - few
little scant slight - great much considerable significant big strong
more - less fewer
before - after
above - below
inside within - outside
with - without
men man male males - women woman female females
north northern - south southern
east eastern - west western
buy buys bought buying purchase - sell sells sold selling
lend lends lent - borrow borrows borrowed
hot hottest warmer - cold coldest colder
best - worst
first - last
friend friendly ally - enemy hostile foe
peaceful peacefully - violent violently
permanent permanently - temporary temporarily
conditional - unconditional
optional - mandatory
clean cleared - contaminated
positive - negative
`)

// contraries are antonyms so plain that they tell a turned claim even where
// the sentence around them was rewritten.
var contraries = parseAntonyms(`
acquitted cleared exonerated - convicted guilty accused charged condemned jailed
denied denies deny - admitted admits admit confessed conceded acknowledged confirmed confirms
innocent - guilty
accepted - rejected
rejected rejects reject dismissed disputed refuted - admitted admits admit conceded acknowledged
approved - rejected vetoed
upheld - overturned quashed
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
