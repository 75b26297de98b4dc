package similarity

import (
	"strings"

	"github.com/wirediff/wirediff/internal/align"
)

// newsSynonyms are words that rewriters of news exchange for one another; words
// of a line count as one word in the alignment, at synonymWeight. The table
// needs no care for shades of meaning: names, numbers and the order of
// sentences decide with it, and a word too many costs little.
const newsSynonyms = `
start begin begins began begun commence launch kick
end finish conclude complete
kill die dead death perish fatal slain lives
injure hurt wound casualty
company firm business manufacturer maker corporation
plant factory factories mill facility
buy bought purchase acquire acquisition takeover
sell sold sale
house home residence dwelling household
car vehicle automobile
plane jet aircraft airliner flight
ship vessel boat ferry
train rail railway
road highway street motorway
crash collision accident smash
blast explosion explode
fire blaze bushfire wildfire inferno flames
flood deluge inundate
storm hurricane cyclone typhoon
earthquake quake tremor
police officer officers cop constabulary
soldier troop troops army military
doctor physician medic clinician
hospital clinic infirmary
school pupil student
child children kid youngster
woman women lady
man men gentleman
wife husband spouse partner
mother mum mom
father dad
friend pal
people person individual resident inhabitant local locals citizen
victim casualties
worker employee staff personnel labour labor
boss chief head leader executive director
minister secretary
government administration authorities cabinet
president premier prime
court tribunal judge
lawyer attorney solicitor barrister counsel
trial proceedings hearing
guilty convicted convict
prison jail imprison sentence
thief thieves robber robbers crook bandit gang criminal
robbery heist theft raid stole stolen steal
money cash funds
cost price expense
profit earnings
revenue sales turnover topline
share stock
rise rose risen climb increase grow grew jump gain surge soar higher
fall fell fallen drop decline decrease plunge slump slip slide lower tumble plummet
vote ballot poll election
win won victory
lose lost defeat
party bloc alliance coalition
protest demonstration rally march demonstrator protester
strike walkout stoppage
union
talks negotiation negotiate
deal agreement accord pact
ceasefire truce armistice
hostage captive abductee
kidnap abduct seize captor
gunman gunmen militant rebel fighter insurgent
free freed release liberate
rescue save evacuate evacuation rescuer
missing unaccounted
search hunt
find found discover locate
investigate probe inquiry investigation examine investigator detective
cause reason
warn caution warning
alarm alert
damage destroy wreck ruin
repair fix mend
build built construct construction
close shut closure
open opened
stop halt suspend suspension
delay postpone
cancel scrap
dismiss sack fired
job post role
cut reduce reduction slash
help aid assist assistance
need require
want wish desire
think thought believe
know knew known
see saw seen
show shown demonstrate reveal
give gave given hand
take took taken
get got obtain receive
keep kept retain
leave left depart exit
arrive reach come came
go went gone travel journey trek
send sent dispatch
bring brought deliver delivery carry transport
make made produce production
use used utilize utilise
try tried attempt
allow permit let
ban prohibit forbid
ask request urge
demand call
answer reply respond response
agree agreed accept
refuse reject decline
big large huge massive enormous giant
small little tiny
new fresh latest
old elderly aged
early earlier previous former prior
late later subsequent
last past previous
next coming following upcoming
first initial
several numerous various multiple
near nearby close
far distant
north northern
south southern
east eastern
west western
morning dawn
evening night
midday noon
month
annual yearly
today
hope optimistic
fear afraid dread
angry anger fury outrage
sad grief mourning mourn
shock horror terror
safe safety secure security
danger dangerous risk hazard
drug medicine medication treatment therapy
patient sufferer
study research trial paper
scientist researcher academic
expert analyst specialist
sample specimen
rock stone
rain rainfall downpour
snow ice
weather forecast meteorologist forecaster
water
gas fuel petrol
oil crude
gold bullion
bank lender
debt loan borrowing
tax levy duty
budget spending
plan scheme proposal project
target goal aim
chance opportunity possibility
problem issue trouble difficulty difficulties
mistake error blunder
truth fact
letter note
phone telephone mobile
picture photo photograph image
pay paid payment
claim allege allegation accuse accusation
offer bid
owner own owned belong
member
capital
town city village municipality
centre center middle
area region district zone
country nation
border frontier
abroad foreign foreigner overseas
wait await
hard difficult tough
easy simple
quick fast rapid swift
slow
strong powerful
weak
half fifty
double twice
`

// synonymWeight is a class's own weight: less than a word's, for its members
// are common.
const synonymWeight = 0.7

// synonymOf maps a stem to the first stem of its class.
var synonymOf = func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(newsSynonyms) {
		words := strings.Fields(line)
		for _, w := range words {
			if s := align.Stem(w); out[s] == "" {
				out[s] = align.Stem(words[0])
			}
		}
	}
	return out
}()
