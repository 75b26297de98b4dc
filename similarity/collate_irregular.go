package similarity

import "strings"

// irregular maps the forms of irregular verbs, and the plurals of a few nouns,
// to the form whose stem they share: found is find to the alignment and to
// the phrase rules. Forms that are rather another word are left out: left, shot,
// saw, felt, ground, wound.
var irregular = func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(irregularForms) {
		words := strings.Fields(line)
		for _, w := range words[min(1, len(words)):] {
			out[w] = words[0]
		}
	}
	return out
}()

const irregularForms = `
find found
take took taken
make made
give gave given
go went gone
hold held
keep kept
see seen
meet met
pay paid
sell sold
buy bought
bring brought
send sent
lose lost
win won
know knew known
begin began begun
break broke broken
choose chose chosen
draw drew drawn
drive drove driven
fall fell fallen
fly flew flown
forget forgot forgotten
get got gotten
grow grew grown
hide hid hidden
lead led
run ran
rise rose risen
speak spoke spoken
spend spent
stand stood
steal stole stolen
strike struck stricken
swear swore sworn
teach taught
throw threw thrown
understand understood
write wrote written
catch caught
build built
deal dealt
fight fought
seek sought
withdraw withdrew withdrawn
freeze froze frozen
ride rode ridden
sink sank sunk
swim swam swum
sing sang sung
tear tore torn
wear wore worn
bear bore borne
shake shook shaken
sleep slept
sweep swept
flee fled
feed fed
breed bred
lend lent
bend bent
become became
come came
overcome overcame
undergo underwent
undertake undertook undertaken
overthrow overthrew overthrown
mistake mistook mistaken
think thought
`
