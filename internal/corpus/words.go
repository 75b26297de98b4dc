package corpus

import "strings"

// The vocabulary, commonest first in each list: a word's rank is its place, and
// its chance falls with its rank as in real text (zipf.go). The lists are short
// beside a newspaper's vocabulary; the long tail is made by compounding.

var nouns = strings.Fields(`
year government people city company president country plan week report law market police group party case school
price state project office court industry region bank budget worker service house road member system team
hospital deal vote village election family river study station power water record border product programme union rate
bridge contract council storm trade tax line crew field site harbour network decision fire rule change factory loss
season meeting document patient centre coast proposal farm engine teacher road board talks protest mine delay ship
supply fund street train device island campaign charge investor cost claim crisis trial debt licence inquiry flood
demand test driver airport rival cabinet ministry chief camp ruling owner reform forecast pipeline witness attack strike
tunnel export cargo merger committee sample crop vessel victim lawyer museum drought dam pension subsidy orchard reservoir
stadium runway reactor warehouse convoy ballot verdict appeal virus vaccine clinic outbreak rescue wage tariff audit
glacier harvest satellite telescope antenna valve turbine cable fibre barrel quarry furnace timber wool barley copper
lithium cement ferry barge lighthouse pier viaduct tram depot freight locomotive signal platform ticket passenger
commuter suburb parish diocese abbey archive manuscript painting sculpture orchestra choir festival novel prize jury
coach striker keeper referee league transfer injury squad fixture penalty sprint marathon regatta chess rower skater
herd flock vineyard mill bakery brewery dairy grain fodder fertiliser pesticide locust beetle heron salmon eel kelp reef
estuary marsh dune ravine canyon plateau ridge moraine aquifer spring well drain sewer levee culvert weir sluice
parliament senate mayor deputy envoy treaty embassy consulate summit accord sanction embargo truce ceasefire militia
garrison patrol barracks mortar drone radar checkpoint refugee tent ration blanket stretcher ambulance nurse surgeon
ward anaesthetist dose tablet tumour kidney artery fracture fever rash allergy gene protein enzyme cell larva spore
laboratory microscope reagent detector magnet neutron isotope crater asteroid comet orbit probe lander rover booster
software password server router ledger invoice payroll auditor creditor shareholder dividend bond yield currency coin
mortgage tenant landlord rent lease scaffold crane mortar brick plaster chimney attic cellar balcony staircase lift
bicycle scooter lorry axle brake gearbox battery charger socket meter boiler radiator kettle lantern candle ribbon
`)

var verbs = strings.Fields(`
made took gave found held left led won lost kept set put closed opened called raised cut ended backed hit began paid
moved joined ran faced met saw used sold bought rejected approved delayed blocked damaged reached launched built halted
ordered signed warned blamed replaced dropped reduced extended covered sought accepted challenged announced planned
cancelled repaired reviewed searched crossed carried cleared seized defended divided doubled expanded financed flooded
guarded handled hosted ignored improved inspected lifted limited linked loaded merged monitored occupied offered opposed
outlined overruled overtook owned passed postponed praised prepared pressed proposed protected pulled questioned quit
rebuilt recalled received recovered refused registered released relocated removed rented reopened rescued resisted
restored retained revealed revised scrapped secured settled shaped shelved shortened shunned slowed spared stalled
steered stored stripped supplied suspended swept tested tightened topped tracked trimmed unveiled upgraded upset urged
vacated weakened welcomed widened withdrew abandoned absorbed acquired adapted admired adjusted altered amended
anchored appealed assembled assessed auctioned audited banned barred borrowed boycotted bypassed calibrated catalogued
certified chartered circulated collected combined commissioned compiled concealed condemned confined connected consulted
converted corrected criticised curbed dismantled dismissed displayed disputed diverted drafted drained dredged emptied
encircled endorsed enforced enlarged escorted evacuated excavated exceeded excluded exported favoured fenced filled
filmed funded furnished granted grounded harvested heated hoisted imported imposed inherited insulated insured installed
irrigated isolated leased levelled licensed listed lobbied lowered mapped measured mined moored nominated notified
outbid outlawed overhauled painted patched patented photographed piloted planted ploughed polished polled pumped
quarantined quarried ransacked rationed reclaimed recycled redesigned refitted refuelled reinforced renamed renewed
repainted resold restocked reversed rezoned salvaged sampled scanned sealed shielded shipped sponsored sorted subsidised
summoned surveyed taxed toppled towed trained transferred translated transplanted treated trialled tunnelled
undercut underwrote unloaded vaccinated ventilated vetoed weighed welded whitewashed winched
`)

var adjectives = strings.Fields(`
new old local large former small national early public long late high recent major foreign main private young regional
northern southern eastern western annual central senior heavy final free legal strong low full key common local rural
open former temporary urban broad narrow deep damaged empty independent rival joint coastal civil medical weekly
unusual modern ancient wooden concrete electric wet dry cold warm bitter steep costly cheap vacant crowded remote
ambitious cautious modest bleak generous strict loose quiet noisy fragile sturdy idle busy outdated disputed secret
formal brief lengthy partial complete joint sudden gradual chronic acute mild severe domestic overseas seasonal
industrial agricultural naval municipal provincial federal colonial medieval polar alpine tropical tidal volcanic
nuclear solar digital mobile portable rusty leaking hollow frozen buried sunken floating towering sprawling
winding shallow muddy sandy rocky fertile barren flooded scorched abandoned derelict restored painted marble granite
ageing youthful veteran amateur skilled reluctant stubborn patient loyal outspoken respected embattled ousted
retired jobless homeless wealthy thrifty frugal lavish ornate plain crude refined synthetic organic toxic harmless
contaminated sterile infectious hereditary rare abundant scarce surplus redundant obsolete experimental
`)

var roles = strings.Fields(`
minister spokeswoman spokesman mayor official professor engineer director doctor lawyer farmer teacher analyst economist
resident captain colonel commissioner inspector councillor prosecutor judge secretary trader nurse researcher historian
curator fisherman geologist architect bishop coach manager chairman organiser volunteer pensioner shopkeeper student
biologist surgeon pilot conductor librarian welder electrician surveyor auditor banker broker chemist
`)

var adverbs = strings.Fields(`
also later again now already still soon largely quickly quietly briefly formally partly recently slowly sharply
reluctantly narrowly openly repeatedly temporarily unexpectedly jointly privately publicly gradually abruptly firmly
`)

var sayVerbs = strings.Fields(`said said said said added told warned argued noted insisted admitted acknowledged complained predicted`)

var months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

var weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// Parts of compounds, the long tail of the vocabulary: gatekeeper, millstone.
var (
	firstParts = strings.Fields(`
ash back barn bell birch black blue bog bone book brack brim brine broad brook buck cart chalk clay cliff cloud coal cobble
copse cork corn crag cross crow dock drift dust elm ever farm fell fern field fire flax flint foam fog fold ford fork frost
gale gate glass glen gold goose grain grass gravel grey hail hare hawk hay hazel head heath hedge hill hive holly hook horn
horse ice iron ivy keel kiln knot lake lamb land lark leaf lime loam loft lock long marl mast mead mid mill mist moor moss
mud nail net night north oak oar oat pack path peat pine pit plough pond post quay quill rail rain ram reed ridge road rock
rook root rope rush rye sail salt sand sea sedge shale sheep shell shore silt silver sleet slate sloe smith smoke snow south
spar spring star steel stem stone storm straw stream summer swan tar tarn thatch thorn tide tile tin top tow tree turf twine
vale wagon wall water wax weather web wheat wheel white wild willow wind winter wood wool yard yarn yew`)
	lastParts = strings.Fields(`
bank barrow bay beam bearer bed belt binder bird block board boat bolt bottom bound bow box braid brace break bridge brush
bucket builder burn carrier caster catcher chain chest cleaner clip cloth coat comb cover craft cutter dale digger dish
drawer dresser drop end fall fast fence finder fish flat flow folk foot frame front fruit gang garth gear grinder ground
guard hand handle hauler head hold holder hole holm hook house jack jaw joint keeper kin ladder lane latch lift line lining
load lock loop maker man mark mason mat mill mouth nest oven pan patch peg piece pile pin pipe plate point pole post press
rack rail reach rest rider rig ring rise road rod roof room rope run sack setter shaft shank shed sheet shelf shift shop
side sill skin slab sling slip smith spike spinner spot stack staff stall stand staple stead step stick stock stone store
strap strip string tail thatcher tie toe tongue tool top tower track trap tray trench trough turner twist wall ward ware
warden watch way wheel winder wire wood work wright yard`)
)

// Syllables of invented names.
var (
	nameStarts = strings.Fields(`
Al An Ar Bel Ber Bor Bran Cal Car Cor Dal Dar Del Dor El Er Fal Fen Fer Gal Gar Gor Hal Har Hel Hol Ir Is Jar Jor Kal Kar
Kel Kor Lan Lar Lor Mal Mar Mel Mir Mor Nal Nor Ol Or Os Pal Par Pel Per Quar Ral Ran Ros Sal Sar Sel Sor Tal Tar Tel Tor
Ul Ur Val Var Vel Vor Wal Wen Yar Yel Zal Zor`)
	nameMiddles = strings.Fields(`a e i o u an en in on ar er ir or ad ed id od al el il ol am em im om av ev iv ov ash esh ish ost ast est ist und and end`)
	nameEnds    = strings.Fields(`
a o en in on is as us ek ak ik ov ev ell all ard ert olt elm ane ine one ade ide ode awe ey ay mar mor nar ner sen son ton
ham wick stad berg holm dal by vik nes sund mere ford ley worth combe`)
)

var firstNames = strings.Fields(`
Anna Jonas Petra Marek Ilse Tobias Clara Ruben Lena Oskar Mira Anton Vera Felix Nora Emil Ines Hugo Greta Simon Edda Karl
Tilda Bruno Alma Viktor Sonja Otto Hedda Pavel Irma Leo Dagny Arno Freya Kaspar Selma Nils Tove Ivo Maud Jens Elin Rolf`)

var orgKinds = strings.Fields(`Group Industries Holdings Bank Institute Union Council League Foundation Agency Works Lines Partners Trust`)
