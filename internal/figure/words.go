package figure

import "strings"

// The words of the grammar that are neither numbers nor units.

const articles = `a an`

const determiners = `the his her its their our my your this that these those every each all both no any another other such some what which whose half`

const prepositions = `of in on at by for from to with without within into onto over under above below about after before since until till during through throughout across along among amongst against between behind beside beyond despite down up off out per than as like near around amid via versus vs toward towards upon inside outside past plus minus except including excluding aboard opposite following unlike that because while when where if whether although though once unless so ago via apart`

const conjunctions = `and or but nor yet & while whereas then`

const auxiliaries = `is are was were be been being am has have had having do does did isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't 's 're 've got gets get getting remained remain remains remaining stood stay stayed stays became become`

const modals = `will would shall should can could may might must won't wouldn't can't couldn't shouldn't cannot 'll 'd`

const pronouns = `i you he she it we they him us them me who whom whoever someone anyone everyone nobody everybody somebody himself herself themselves itself one's none there here`

const adverbs = `also now still already just only again later then not never ever always often soon today yesterday tomorrow overnight together alone altogether respectively apiece meanwhile however instead currently previously recently initially immediately separately officially reportedly allegedly apparently including otherwise nearby away ago earlier early late afterwards once twice even so too very quite rather almost nearly about further alive home abroad elsewhere thereafter likely maybe perhaps`

// adjectives stand between a number and its noun but are never its head.
const adjectives = `more other additional extra further new newly old young straight successive consecutive different separate major minor key main leading top senior junior former current armed masked local foreign national international federal regional public private small large big huge little long short high low heavy light dead alive missing wounded injured sick critical serious seriously critically severely badly slightly lightly highly heavily fully partly unconfirmed confirmed suspected alleged unarmed male female elderly adult civilian military such total overall whole entire full part half equal single double consecutive complete final last next first second third previous past recent coming following remaining surviving very cross good bad great best worst black white red blue green yellow open closed safe free possible likely available due able unable present absent extra-time short-range long-range fresh combined odd plus or-so eligible homeless unaccounted pregnant illegal legal active unique distinct individual lower upper higher larger smaller fewer`

// reportVerbs are verbs of saying, with their strength left to others.
const reportVerbs = `said says say told tells tell added adds announced announces reported reports report claimed claims claim confirmed confirms confirm according estimated estimates estimate warned warns stated states insisted insists alleged alleges denied denies predicted predicts forecast forecasts projected projects declared declares showed shows show revealed reveals acknowledged acknowledges admitted admits noted notes suggested suggests tweeted wrote writes argued argues believed believes believe expects expected put puts calculated found finds polled surveyed`

// riseWords are verbs and nouns of change: what follows with "from … to" is a
// change, not a range.
const riseWords = `rose rise rises risen rising fell fall falls fallen falling climbed climb climbs climbing jumped jump jumps jumping dropped drop drops dropping slipped slip slips slipping slid slide slides sliding gained gain gains gaining lost lose loses losing grew grow grows grown growing shrank shrink shrinks shrunk shrinking increased increase increases increasing decreased decrease decreases decreasing declined decline declines declining cut cuts cutting raised raise raises raising lifted lift lifts lifting lowered lower lowers lowering reduced reduce reduces reducing trimmed trim trims trimming widened widen widens widening narrowed narrow narrows narrowing soared soar soars soaring surged surge surges surging plunged plunge plunges plunging tumbled tumble tumbles tumbling sank sink sinks sunk sinking eased ease eases easing edged edge edges edging advanced advance advances advancing accelerated accelerate accelerates accelerating slowed slow slows slowing went go goes going gone moved move moves moving changed change changes changing revised revise revises revising upgraded downgraded boosted boost boosts boosting expanded expand expands expanding dipped dip dips dipping crept inched firmed weakened strengthened rebounded rebound recovered recovering recover swung swing doubled tripled halved quadrupled up down upped hiked hike hikes hiking slashed slash slashing dwindled mounted shot rocketed leapt leaped spiked ballooned swelled swell contracted contract retreated pared added adding adjusted lengthened shortened took take taking brought bring bringing pushed push pushing drove higher lower nudged improved improve worsened deteriorated ticked bumped extended extend tightened quickened cooled`

// pastVerbs are irregular past forms and others that -ed does not show.
const pastVerbs = `sown flown drawn thrown stolen was were had did went came took made gave got saw found left told said held kept began broke brought built bought caught chose cost cut drew drank drove fell felt fought flew forgot froze grew heard hid hit hurt knew laid led lent let lost meant met paid put quit read rode rang rose ran sought sold sent set shook shot shrank shut sang sank sat slept slid spoke spent split spread stood stole struck swam swung taught tore thought threw understood woke wore won wrote swept slew fled crept dealt bid bet beat became overcame withdrew underwent overtook dug hung sprang bled burnt spoilt spilt learnt leapt lay sued died`

// presentVerbs are present forms that announce what is to come.
const presentVerbs = `open opens start starts begin begins end ends shut shuts close closes vote votes meet meets go goes run runs play plays face faces travel travels host hosts visit visits resume resumes return returns arrive arrives leave leaves lapse lapses expire expires kick kicks take takes fall falls expect begin hold holds launch launches tour tours fly flies head heads come comes reopen reopens release releases publish publishes report reports needs need wants want plan plans remains hopes hope aim aims intend intends sets kicks tours takes deliver delivers decide decides appear appears stand stands`

const futureWords = `will shall won't 'll would should may might could must due expected expect expects scheduled planned planning slated set tomorrow next upcoming forthcoming forecast forecasts ahead deadline pending to tentatively until likely poised bound`

// otherVerbs end a noun phrase; the many that end in -ed need no list.
const otherVerbs = `attend attends remain remains face faces live lives work works want wants need needs say says show shows have has make makes call calls include includes represent represents come comes become becomes seem seems appear appears help helps hope hopes expect expects lead leads wait waits await believe believes agree agrees join joins use uses receive receives survive survives serve serves walk walks ran run runs sing sings win wins begin begins took left made put came went gave led sat stood lay fell rose met held sent spoke won lost wore flew swam broke struck hit shut told drove rode saw heard felt knew thought got kept found brought bought sold paid spent sought fought taught fled died voted`

// labelNouns are nouns that a number behind them names, not counts.
const labelNouns = `iphone stage level grade tier flight boeing airbus highway route road motorway autoroute interstate gate section article chapter page pages line platform channel formula apollo type category precinct pier runway terminal junction version windows episode appendix clause amendment proposition prop directive courtroom bus tram phase reactor para annex schedule schedules protocol shaft symphony sonata ios android xbox playstation galaxy mk mig sukhoi buoy sector checkpoint locomotive hangar lesson squadron battalion brigade regiment infantry cabin berth berths exhibit tunnel borehole canal serial catalog isbn ref postcode zip driveway`

// properLabels are nouns that label a number only with a capital: Bill 218,
// Room 12, but "passed the bill 218 to 213".
const properLabels = `measure question issue unit block apartment flat suite model level grade group class zone district ward building exit exits lot box volume vol part figure table rule bill resolution case court track lane train room bay dock hall store shop studio stage tier division locker seat row bed camp pad paragraph item stand order lots plot pit psalm verse opus op number numbers mark area engine house space form act corps convoy wagon carriage coach cell tower trial-number count-no heat pool hole turn bend corner well sol radio update refile wrapup writethru generation gen web league-one registration plate plates catalogue reference pin code codes size sizes day-no issue edition-no iphone`

// personNouns are nouns of people, with their plurals made by rule.
const personNouns = `person individual man woman child boy girl adult teenager teen infant baby toddler pensioner student pupil schoolchild schoolgirl schoolboy worker employee staffer miner soldier officer policeman policewoman policemen guard civilian resident villager farmer fisherman sailor crewman passenger driver pilot tourist visitor migrant refugee evacuee protester protestor demonstrator marcher rioter activist militant rebel gunman fighter insurgent terrorist attacker suspect prisoner inmate detainee captive hostage victim survivor patient doctor nurse medic paramedic firefighter rescuer volunteer teacher lecturer professor journalist reporter editor lawyer judge juror witness member delegate lawmaker senator councillor councilor minister mp legislator voter candidate official diplomat envoy aide spokesman spokeswoman player striker defender midfielder goalkeeper footballer cyclist runner athlete rider swimmer climber hiker skier walker champion winner customer shopper client shareholder investor trader banker analyst economist engineer scientist researcher expert consumer taxpayer user subscriber viewer listener reader mourner worshipper pilgrim monk nun priest bishop cleric imam parishioner citizen national foreigner immigrant expatriate veteran conscript recruit reservist cadet troop peacekeeper marine commando sniper bomber hijacker kidnapper smuggler trafficker dealer thief burglar robber murderer killer rapist offender defendant plaintiff respondent participant applicant graduate apprentice trainee intern builder electrician plumber carpenter mechanic technician contractor labourer laborer dockworker docker steelworker trucker motorist pedestrian motorcyclist commuter holidaymaker camper swimmer diver surfer bather neighbour neighbor relative parent mother father son daughter brother sister husband wife cousin uncle aunt nephew niece grandmother grandfather grandparent grandchild grandson granddaughter twin sibling friend colleague boss manager director executive founder owner landlord tenant householder homeowner buyer seller vendor merchant shopkeeper waiter chef cook baker butcher cleaner janitor caretaker artist actor actress singer musician dancer author writer poet photographer sculptor painter comedian conductor fan supporter spectator follower devotee guest attendee delegate inhabitant islander local native settler nomad herder herdsman shepherd hunter logger forester ranger gunmen bandit pirate raider vigilante mercenary operative agent spy informer translator interpreter individual human adolescent youngster youth kid lad minor newborn orphan widow widower casualty dependant dependent recipient donor carer caregiver constituent mayor governor sheriff constable detective deputy trooper inspector sergeant corporal captain colonel general major lieutenant admiral commander private seaman airman reveller partygoer concertgoer churchgoer jobseeker breadwinner mourner bystander onlooker passerby passersby rower sailor skipper jockey boxer wrestler golfer batsman bowler keeper winger forward forwards coach umpire referee linesman trainer stowaway deportee asylum-seeker seeker holder pensioners`

// plurals are plurals without -s, and collectives.
const plurals = `people men women children police personnel staff crew troops cattle sheep deer fish geese teeth feet mice oxen salmon trout cod aircraft helicopter spacecraft hovercraft vessels craft policemen policewomen firemen fishermen gunmen servicemen servicewomen businessmen businesswomen congressmen spokesmen seamen airmen crewmen clergymen sportsmen sportswomen tribesmen craftsmen postmen salesmen tradesmen horsemen frontiersmen statesmen lawmen crewmembers schoolchildren grandchildren stepchildren bacteria criteria data media phenomena species series livestock poultry offspring kids dice wives lives knives wolves loaves halves thieves calves shelves leaves clergy cavalry infantry personnel swine moose squid shrimp quail grouse pence folk townsfolk headquarters barracks crossroads works means runners-up passers-by mothers-in-law attorneys-general alumni fungi stimuli cacti nuclei referenda stadia memoranda curricula formulae antennae vertebrae larvae analyses crises bases theses oases appendices indices matrices vertices pupae ova strata errata bureaux plateaux gateaux tableaux youth Swiss chinese japanese portuguese vietnamese lebanese sudanese nepalese maltese burmese british french dutch irish welsh english spanish scottish danish swedish finnish polish turkish`

// attributives are plurals that qualify the noun behind them.
const attributives = `sports arms weapons news goods customs savings operations sales police women men children people staff crew fish sheep cattle rights drugs explosives communications systems relations services affairs securities futures bonds trades utilities resources parliamentary mines honours honors emergencies works headquarters series species lives livestock data media poultry aircraft clergy youth chinese japanese portuguese vietnamese lebanese sudanese nepalese maltese burmese british french dutch irish welsh english spanish scottish danish swedish finnish polish turkish swiss tennis politics economics mathematics physics athletics gymnastics electronics logistics business press class gas bus glass grass cross boss mass chess fitness illness wilderness access process express success mattress actress princess hostess waitress address fortress wireless homeless`

// voteWords and sportWords: beside them "3-1" and "218 to 213" are scores.
const voteWords = `vote votes voted voting passed ruling ruled decision verdict beat beats beating won win wins winning lost lose loses losing defeat defeated defeats defeating draw drew drawn tie tied ties lead leads led leading leading score scored scoreline victory triumph triumphed match game games set sets series trail trailed trailing trails ahead aggregate penalties shootout shoot-out record division split majority against hammered thrashed edged downed routed crushed final semifinal semi-final quarter-final quarterfinal win-loss approved rejected defeated backed fallen carried downed overcame stunned eliminated advanced swept fell rout upset comeback equaliser equalizer goal goals hosts visitors striker home away innings inning quarter halftime half-time overtime seed tiebreak tie-break declared tea lunch stumps wicket wickets panel court justices jury senators lawmakers board council committee parliament senate`

const pollWords = `lead leads leading led percentage inflation rate rates poll polls polling approval turnout swing margin support supporters forecasts forecast percent pct ballots ahead survey unemployment yield yields error tightened narrowed widened jobless borrowing spread spreads percent ratings rating share`

const indexWords = `index indexes indices average shares stocks stock dow nikkei ftse dax nasdaq s&p composite ended closed scored match game games season rebounds assists team title standings table champion championship basket set break averaging averaged netted`

const timesWords = `as the its their that his her what more higher bigger larger greater faster longer less fewer lower smaller earnings revenue revenues sales profits profit normal those this core book income ebitda annual average likelier stronger heavier better worse our your average over oversubscribed subscribed it denser hotter deadlier quicker richer older gdp ours usual capacity current last previous today today's faster cheaper costlier leverage net`

const honorifics = `israeli palestinian american british russian ukrainian french german chinese japanese indian pakistani iranian iraqi syrian lebanese turkish egyptian saudi yemeni afghan libyan sudanese ethiopian somali kenyan nigerian south north korean mexican canadian australian brazilian argentine chilean colombian peruvian venezuelan cuban spanish italian portuguese dutch belgian swiss austrian polish czech slovak hungarian romanian bulgarian greek serbian croatian bosnian albanian swedish norwegian danish finnish irish scottish welsh english european african asian latin arab jewish muslim christian catholic hindu sikh buddhist sunni shia shiite kurdish filipino indonesian malaysian thai vietnamese burmese cambodian nepali bangladeshi sri lankan western eastern northern southern central democrat democrats republican republicans labour conservative conservatives liberal socialist communist green islamist hezbollah hamas taliban nato un u.n eu us u.s uk u.k red olympic premier`

const demonyms = `israelis palestinians americans britons russians ukrainians frenchmen germans chinese japanese indians pakistanis iranians iraqis syrians lebanese turks egyptians saudis yemenis afghans libyans sudanese ethiopians somalis kenyans nigerians koreans mexicans canadians australians brazilians argentines chileans colombians peruvians venezuelans cubans spaniards italians portuguese dutchmen belgians swiss austrians poles czechs slovaks hungarians romanians bulgarians greeks serbs croats bosnians albanians swedes norwegians danes finns irishmen scots europeans africans asians arabs jews muslims christians catholics hindus sikhs buddhists sunnis shiites kurds filipinos filipinas indonesians malaysians thais vietnamese cambodians nepalis bangladeshis democrats republicans conservatives liberals socialists communists greens islamists tories mps meps eritreans tunisians moroccans algerians jordanians kuwaitis qataris emiratis omanis bahrainis haitians jamaicans dominicans guatemalans hondurans salvadorans nicaraguans ecuadorians bolivians paraguayans uruguayans ghanaians senegalese malians ivorians cameroonians congolese rwandans ugandans tanzanians zambians zimbabweans angolans mozambicans namibians catalans basques georgians armenians azeris kazakhs uzbeks tajiks kyrgyz turkmens mongolians tibetans uighurs rohingya roma zulus christians lithuanians latvians estonians slovenes macedonians montenegrins kosovars cypriots maltese icelanders`

// noHeads end a noun phrase though they look like nouns.
const noHeads = `percent pct aged age ages year years month months week weeks day days hour hours minute minutes said fewer less lots next yesterday today tomorrow overnight last dead killed injured hurt wounded left early late north south east west northeast northwest southeast southwest northern southern kilometres kilometers miles apiece each worth ago later earlier`

func addWords(m lexMap) {
	m.mark(articles, fArticle|fDet)
	m.mark(determiners, fDet)
	m.mark(prepositions, fPrep)
	m.mark(conjunctions, fConj)
	m.mark(auxiliaries, fAux)
	m.mark(modals, fModal)
	m.mark(pronouns, fPron)
	m.mark(adverbs, fAdv)
	m.mark(adjectives, fAdj)
	m.mark(reportVerbs, fReport)
	m.mark(riseWords, fRise)
	m.mark(pastVerbs, fPast)
	m.mark(presentVerbs, fPresent)
	m.mark(futureWords, fFuture)
	m.mark(otherVerbs, fVerb)
	m.mark(labelNouns, fLabel)
	m.mark(properLabels, fProperLabel)
	for _, s := range strings.Fields(personNouns) {
		m.get(s).flags |= fPerson
		m.get(s + "s").flags |= fPerson
		if stem, ok := strings.CutSuffix(s, "man"); ok {
			m.get(stem + "men").flags |= fPerson | fPlural
		}
		if stem, ok := strings.CutSuffix(s, "y"); ok {
			m.get(stem + "ies").flags |= fPerson
		}
		if stem, ok := strings.CutSuffix(s, "child"); ok {
			m.get(stem + "children").flags |= fPerson | fPlural
		}
	}
	m.mark("people women wives victims crew staff police troops personnel folk witnesses hostages daughters kids thieves policemen", fPerson)
	m.mark(strings.ToLower(plurals), fPlural)
	m.mark(attributives, fAttr)
	m.mark(voteWords, fVote)
	m.mark(pollWords, fPoll)
	m.mark(indexWords, fIndex)
	m.mark(timesWords, fTimes)
	m.mark(honorifics, fTitle)
	m.mark(demonyms, fDemonym|fPerson|fPlural)
	m.mark(noHeads, fNoHead)
	m.mark("of aged ages age youngest oldest eldest was is to and or turned turns turning at", fAgeLead)
	m.mark("in of out to against vote votes for or fold times x magnitude on", fJoins)
	m.mark("no nos p.c rs approx c ca vs mr mrs", fDot)
	for _, words := range idioms {
		for k, s := range words {
			if w := m.get(s); !contains(words[:k], s) {
				w.idioms = append(w.idioms, words)
			}
		}
	}
	m.tag(saidWords, tSay)
	m.tag(fearWords, tFeared)
	m.tag(estimateWords, tEstimated)
	m.tag(confirmWords, tConfirmed)
	m.tag(forecastWords, tForecast)
	m.tag(priorWords, tPrior)
	m.tag(contrastWords, tContrast)
	m.tag("hostage hostages captive captives captors kidnappers abducted kidnapped hijackers", tCaptors)
	m.tag("take took taken taking bring brought bringing add added adding lead improve", tNoRise)
	for s := range overWords {
		m.get(s).flags |= fAgeWord
	}
	for s := range lifeWords {
		m.get(s).flags |= fAgeWord
	}
}

// tag is a set of things that the details of a figure are told by.
type tag uint16

const (
	tSay       tag = 1 << iota // verbs of saying that take a speaker
	tFeared                    // feared, presumed
	tEstimated                 // estimated, preliminary
	tConfirmed                 // confirmed, verified
	tForecast                  // forecast, expected, target
	tPrior                     // earlier, previously, ago
	tContrast                  // but, while
	tNoRise                    // words of change that make no "now" of a "to"
	tCaptors                   // hostages and those who hold them
)

const (
	saidWords     = `said says say told tells announces announced reported reports claimed claims confirmed confirms estimated estimates warned warns stated states insisted insists alleged alleges acknowledged admitted admits added adds predicted predicts declared denied denies tweeted wrote argued put puts listed logged showed shows according`
	fearWords     = `feared fear fears presumed believed thought possibly suspected`
	estimateWords = `estimated estimate estimates preliminary provisional unconfirmed projected`
	confirmWords  = `confirmed confirm confirms verified`
	forecastWords = `forecast forecasts expected expects predicted predicts projected projects forecasting expectations estimates target targets consensus`
	priorWords    = `earlier previously ago before previous`
	contrastWords = `but while whereas`
)

func (m lexMap) tag(list string, t tag) {
	for _, s := range strings.Fields(list) {
		m.get(s).tags |= t
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func addEvents(m lexMap) {
	for _, row := range eventRows {
		for _, s := range strings.Fields(row.words) {
			words := strings.Split(s, "-")
			w := m.get(words[0])
			w.events = append(w.events, eventUse{row.event, row.part, words[1:]})
			for _, x := range words[1:] {
				m.get(x)
			}
		}
	}
}
