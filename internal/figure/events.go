package figure

// event is a class of what happens to the people (or jobs) that are counted.
type event uint8

const (
	noEvent event = iota
	killed
	injured
	missing
	detained
	displaced
	freed
	hostage
	jobsCut
)

// String is the event's name in a figure.
func (e event) String() string {
	return [...]string{"", "killed", "injured", "missing", "detained", "displaced", "freed", "hostage", "jobs-cut"}[e]
}

// How an event word takes part in its clause.
const (
	asSubject = iota // intransitive: who counts stands before (died, fled)
	asObject         // transitive: who counts stands behind, or before a passive (killed)
	asNoun           // a noun that counts those itself (bodies, hostages, deaths)
	asState          // an adjective or participle beside the noun (dead, wounded, missing)
	asAction         // a noun of the action, with "of" (the killing of, release of)
	asGerund         // -ing of a transitive: the object stands behind
)

// eventRow lists words of one event by the part that they play.
type eventRow struct {
	event event
	part  uint8
	words string
}

var eventRows = []eventRow{
	{killed, asSubject, "die dies died dying perish perishes perished perishing drown drowns succumb succumbed succumbs"},
	{killed, asObject, "kill kills killed slay slain slew massacre massacred murder murdered murders execute executed executes assassinate assassinated claim claims claimed shot-dead shot-and-killed shot-to-death stabbed-to-death drowned suffocated electrocuted beheaded lynched hanged crushed-to-death buried-alive burned-to-death burnt-to-death beaten-to-death"},
	{killed, asGerund, "killing slaying massacring murdering executing claiming drowning"},
	{killed, asNoun, "bodies body corpses corpse deaths death fatalities fatality dead victims-dead remains-of toll killings murders homicides suicides drownings casualties-dead"},
	{killed, asState, "dead deceased lifeless fatal fatally"},
	{killed, asAction, "killing death slaying massacre murder execution shooting-dead assassination loss-of-life lives"},
	{injured, asSubject, "hurt suffered-injuries suffered-burns sustained-injuries suffered-wounds"},
	{injured, asObject, "stabbed shot knifed injure injures injured wound wounds wounded hurt hurts hospitalised hospitalized treated maim maimed maims burned burnt bruised scalded"},
	{injured, asGerund, "injuring wounding hurting maiming hospitalising hospitalizing"},
	{injured, asNoun, "injuries wounded injured injury wounds"},
	{injured, asState, "taken-to-hospital taken-to-hospitals rushed-to-hospital airlifted-to-hospital sent-to-hospital admitted-to-hospital taken-to-the-hospital being-treated injured wounded hurt hospitalised hospitalized bruised in-hospital in-critical-condition in-a-critical-condition in-serious-condition in-a-serious-condition in-stable-condition in-a-stable-condition in-intensive-care with-wounds with-injuries with-minor-injuries with-serious-injuries with-light-injuries with-slight-injuries with-head-injuries with-burns with-gunshot-wounds with-broken-bones with-non-life-threatening-injuries in-critical-but-stable-condition critically-ill in-hospitals"},
	{injured, asAction, "wounding injuring"},
	{missing, asState, "not-been-heard-from not-been-seen not-been-found missing unaccounted-for unaccounted lost-at-sea"},
	{missing, asSubject, "disappeared vanished disappear vanish"},
	{missing, asNoun, "missing disappearances"},
	{missing, asAction, "disappearance search"},
	{detained, asObject, "put-in-jail arrest arrests arrested detain detains detained jail jails jailed imprison imprisoned imprisons apprehended apprehend captured-by rounded-up round-up took-into-custody taken-into-custody locked-up incarcerated remanded interned interns sentenced"},
	{detained, asGerund, "arresting detaining jailing imprisoning rounding-up apprehending"},
	{detained, asNoun, "arrests detainees detentions arrest detainee inmates-held"},
	{detained, asState, "in-custody behind-bars in-detention under-arrest"},
	{detained, asAction, "arrest detention jailing imprisonment"},
	{displaced, asSubject, "flee flees fled fleeing evacuate-from left-homeless"},
	{displaced, asObject, "evacuate evacuates evacuated displace displaced displaces uproot uprooted uproots forced-from forced-out driven-from relocated made-homeless rehoused"},
	{displaced, asGerund, "evacuating displacing uprooting forcing-from"},
	{displaced, asNoun, "evacuees evacuee displaced refugees refugee evacuations"},
	{displaced, asState, "displaced homeless"},
	{displaced, asAction, "evacuation displacement"},
	{freed, asObject, "free frees freed release releases released liberate liberated let-go set-free bailed exchanged let-out acquitted-and-freed released-on-bail rescued-from-captivity pardoned"},
	{freed, asGerund, "freeing releasing liberating letting-go setting-free bailing"},
	{freed, asNoun, "releases"},
	{freed, asState, "free-again"},
	{freed, asAction, "release liberation freeing freedom handover"},
	{hostage, asObject, "abduct abducts abducted kidnap kidnaps kidnapped seize seizes seized took-hostage taken-hostage hijacked held-hostage take-hostage taken-captive took-captive held-captive snatched holding-hostage"},
	{hostage, asGerund, "abducting kidnapping seizing taking-hostage"},
	{hostage, asNoun, "hostages hostage captives captive abductees abductee kidnapped abductions kidnappings"},
	{hostage, asState, "captive hostage in-captivity in-the-hands-of-kidnappers in-the-hands-of-the-kidnappers in-the-hands-of-the-gunmen in-the-hands-of-their-captors in-the-hands-of-the-rebels in-the-hands-of-militants"},
	{hostage, asAction, "abduction kidnapping capture seizure"},
	{jobsCut, asObject, "axe axes axed cut cuts shed sheds eliminate eliminated eliminates slash slashed slashes lay-off laid-off lays-off trim trimmed trims scrap scrapped scraps dismiss dismissed sack sacked sacks fire fired fires furlough furloughed lose loses lost shrink reduce reduced made-redundant make-redundant terminate terminated"},
	{jobsCut, asSubject, "go disappear"},
	{jobsCut, asGerund, "axing cutting shedding eliminating slashing laying-off trimming scrapping sacking firing losing reducing terminating"},
	{jobsCut, asNoun, "layoffs redundancies lay-offs job-cuts job-losses"},
	{jobsCut, asState, "redundant"},
	{jobsCut, asAction, "loss elimination cutting axing"},
}

// eventUse is one part that a word plays in an event; rest are the words that
// must follow.
type eventUse struct {
	event event
	part  uint8
	rest  []string
}

// jobNouns are the nouns that the verbs of cutting count for jobs-cut; other
// nouns (prices, costs) make no event of them.
const jobNouns = `job jobs post posts position positions role roles worker workers staff employee employees workforce headcount staffers people layoffs redundancies payroll`

// jobVerbs that need no such noun: their object is always people.
const jobOnly = `laid lay lays laying layoffs redundancies redundant axe axes axed axing furlough furloughed sack sacked sacks sacking`

// weakEvents are verbs that mean the event only with people as object or
// subject: seized drugs, cut prices, claimed victory, evacuated a building.
const peopleEvents = `claim claims claimed claiming seize seizes seized seizing exchanged free release releases released releasing lost lose treated burned burnt executed execute wound wounds capture snatched cut cuts cutting held holding hold fire fired fires exchanged search recovered sentenced lives hijacked relocated let`

// things are nouns that no event is said of.
const things = `homes houses home house buildings building villages village towns town cities city districts district countries country states state provinces province schools school hospitals hospital shops shop cars car vehicles vehicle buses bus trains train planes plane ships ship boats boat roads road bridges bridge times time shifts shift occasions shares share seats seat votes vote points point goals goal runs games game matches wins losses copies copy tickets ticket rounds round weapons handguns guns rifles bombs rockets missiles drones stations station stores store branches branch factories factory plants plant farms farm companies company firms firm banks bank flights flight routes route doses dose tests test cases case units unit parcels tanks barrels households household acres trees crops claims claim addresses address raids raid centres centers shelters shelter sites site projects project contracts deals agreements meetings days weeks months years hours minutes parts areas area items pieces books songs films awards prizes medals titles title prosecutions warnings fines charges counts count aftershocks earthquakes quakes storms fires blazes explosions blasts attacks attack incidents incident accidents crashes protests strikes rallies demonstrations checkpoints trucks lorries tankers helicopters aircraft jets warplanes boats vessels vessel offices stadiums venues dates date chances languages nations provinces counties parishes wards constituencies abstentions abstention trophies races laps holes birdies sets steps measures proposals resolutions amendments laws bills pages words lines fields wells mines pits turbines panels generators pumps pipes homesteads apartments flats rooms beds bed tents`
