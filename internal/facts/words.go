package facts

import "strings"

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// function words say nothing of what a text is about; they make no term.
var function = set(`a an the this that these those it its it's he she they them their theirs his her hers him
	i me my mine we us our you your who whom whose which what when where why how
	and or but nor so yet if then than as at by for from in into of off on onto out over per to up down
	with within without about above across after again against along among around before behind below
	beneath beside besides between beyond during except inside near outside since through throughout till
	toward towards under until upon via while whereas whether although though because unless
	is am are was were be been being do does did doing done have has had having will would shall should
	can could may might must ought cannot can't don't doesn't didn't won't wouldn't isn't aren't wasn't weren't
	hasn't haven't hadn't couldn't shouldn't not no neither none nothing nobody
	all any both each either every few more most much many some such other another own same several
	only just also too very even still already ever never now there here one once
	said says say saying told tell tells mr mrs ms dr s t re ve ll d m
	i'm i've you're we're they're he's she's that's there's let's`)

// common words are in a tenth of all news stories or so: they are terms, but
// count for little even where no corpus tells their rarity.
var common = set(`monday tuesday wednesday thursday friday saturday sunday
	january february march april june july august september october november december
	jan feb mar apr jun jul aug sept sep oct nov dec
	year years month months week weeks day days hour hours minute minutes time times today yesterday tomorrow
	morning afternoon evening night early late later last next first second third new old former
	people person man men woman women child children family group members member
	government state country national international world city town region local public
	president minister prime official officials spokesman spokeswoman spokesperson chief head leader director
	police company companies business bank market million billion percent per cent pct
	statement report reported reports according announced announcement added adding asked called
	news agency reporters press television interview told confirmed
	made make making take took taken get got give given go going went come came put set
	left right found find held hold kept keep brought bring led lead show showed shown seen see
	work working part number high higher low lower big large small long short great good best better
	number total average nearly almost least expected likely plan plans planned
	back away ago end ended began begun start started another including include included
	long used use using well way home house place area north south east west northern southern eastern western
	know known think thought want wanted need needed help believe believed
	told took run began put however because amid despite following earlier
	rose fell rise fall increase increased decline down
	life lives death dead died killed killing injured wounded die
	shares share stock price prices sales profit quarter net
	case court law under issue issues
	talks meeting deal agreement
	two three four five six seven eight nine ten`)
