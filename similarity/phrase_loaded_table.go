package similarity

// loadedVersion names the table below; it changes with it.
const loadedVersion = "loaded-terms 1"

// loadedTerms is the table of neutral and loaded words. Words of one line are
// those that outlets use of one thing; the loaded ones judge. Sources of the
// choice: the guidance of agency and public broadcasters' style books on
// conflict, crime, money and disasters (say what was done, not what it is to
// be called), and the stock of tabloid synonyms.
const loadedTerms = `
# conflict: a label that takes a side
militants gunmen fighters rebels insurgents kidnappers captors men attackers assailants group > terrorists terrorist terror extremists thugs fanatics jihadists # a label, where the wire describes
government administration authorities rulers leadership officials > regime junta dictatorship cronies # denies legitimacy
fighters troops soldiers forces police officers > thugs butchers henchmen occupiers stormtroopers # dehumanises
attack raid strike shelling offensive killing deaths operation > massacre slaughter bloodbath carnage atrocity onslaught rampage # passes sentence
killed dead died shot > slaughtered butchered murdered executed massacred gunned assassinated # intent claimed
protesters protestors demonstrators crowd marchers people students > rioters mob mobs thugs anarchists agitators hooligans troublemakers radicals # a crime claimed
protest protesting demonstration demonstrating march marching unrest rally > riot rioting riots mayhem anarchy disturbance disturbances rampage chaos violence # a crime claimed
migrants refugees arrivals people foreigners > illegals invaders hordes swarm flood aliens # dehumanises
mortar round shell rocket bullet fire drone missile > rebel enemy hostile # blames a side
separatists opposition > rebels traitors # takes a side
workers strikers staff members union > militants hardliners wreckers # judges
activists campaigners environmentalists > zealots eco-zealots extremists fanatics # judges
barrier fence > wall # takes a side
deal agreement accord compromise > surrender capitulation sell-out climbdown # judges
talks negotiations > haggling # judges
settlement settlements > colony colonies # takes a side
detained arrested held > rounded kidnapped snatched # claims a wrong

# money and politics
cuts reductions cut reduce > savings efficiencies axe axed slashed slash slashing # the maker's or the enemy's word
changes change overhaul plan plans > reform reforms shake-up # praises
tax levy charge rise > raid grab # judges
payment payments grant grants aid support allowance > handout handouts bung windfall bonanza # judges
benefits claimants recipients > scroungers freeloaders # judges
cost costs spent paid put spending budget > forked splurged squandered blew lavished taxpayer taxpayers wasted # judges the spending
dispute disagreement debate differences talks > row feud spat bust-up war showdown clash firestorm # heats
criticised criticized said rejected questioned opposed > slammed blasted savaged lambasted ripped blasting slamming tore # heats
asked called urged sought > begged demanded ordered pleaded # heats
bribes bribe payments > backhanders kickbacks bungs # slang that judges
accepted taking took received accept > pocketed pocketing grabbed snatched raked # greed claimed
official executive manager chief buyer head director > boss fat-cat bigwig kingpin mandarin bureaucrat bureaucrats # judges
allegations allegation claims accusations questions suspicions > revelations revelation scandal bombshell exposé # takes as proven
centre-left left centre moderate liberal social-democratic > left-wing leftist hard-left socialist communist far-left # moves on the scale
centre-right right conservative > right-wing hard-right far-right extremist # moves on the scale
fund investor shareholder > activist corporate-raider vulture # judges an owner
company firm maker group business > giant behemoth juggernaut powerhouse titan # makes big
ally aide adviser supporter > crony stooge puppet henchman lackey # judges
leader president minister > strongman dictator tyrant warlord # judges
policy decision proposal measure > scheme plot ploy stunt gimmick # judges
denied rejected > dodged evaded stonewalled # judges
left resigned departed quit > ousted booted dumped sacked # claims force
> greedy shameless disgraced shamed crooked cruel evil heartless callous sick twisted vile brazen cynical notorious infamous controversial embattled # judges a person
> shocking horrifying terrifying heartbreaking harrowing nightmare horrific chilling devastating jaw-dropping outrageous sickening gruesome tragic staggering whopping brutal menacing sinister ominous disturbing # tells the reader what to feel
> stunning incredible unbelievable amazing remarkable miraculous jaw-droppingly sensational # tells the reader what to feel
found kept stored discovered > stashed hoarded squirrelled hidden # intent claimed
not failed out > broken botched bungled useless # fault claimed
error mistake problem > blunder fiasco debacle shambles # judges
delay delayed late > dithering foot-dragging # judges

# markets
fell fall falls lower down dropped declined slipped decline drop slip dip eased lost slide weaker > plunged plunge plunges plunging plummeted plummeting crashed crashing tumbled tanked nosedived collapsed collapse cratered slumped slump nosedive freefall # more than the number says
rose rise rises higher up gained increased climbed increase gain costs > soared soaring skyrocketed rocketed surged surging surge exploded jumped soar ballooned spiralled # more than the number says
results earnings profit figures > bloodbath bonanza disaster triumph # judges
rejected declined > snubbed spurned # heats
bid offer approach > swoop raid ambush # heats
beat above exceeded > smashed crushed # heats
missed below > flopped # heats

# disaster and crime
fire blaze flames > inferno hell firestorm # heats
crash accident collision derailment incident > smash horror carnage nightmare tragedy catastrophe # heats
left sailed departed evacuated leave depart moved > fled escaped flee fleeing escape # fear claimed
hit struck ran collided > slammed ploughed smashed # heats
destroyed lost burned damaged > obliterated incinerated wiped gutted annihilated levelled # heats
damaged damage > wrecked ravaged devastated # heats
theft robbery raid burglary > heist caper # makes a film of it
suspect suspects man men defendant accused driver > thug thief thieves killer monster fiend predator crook villain # guilt claimed
volunteer firefighter worker rescuer pilot > hero heroes heroic # praises
deaths death killing > murder slaying # a crime claimed
crowded busy full > overcrowded packed crammed jam-packed # blames
warned concern concerns worried > alarm panic terror fears hysteria # heats
announced announces offered > unveiled touted trumpeted # sells
child girl boy > tot tots # plays on feeling
homes houses > mansions shacks hovels # judges
outbreak illness disease virus > plague killer # heats
said > boasted bragged crowed gloated ranted raged fumed whined moaned # judges the speaker
treatment drug therapy injection medicine > cure breakthrough miracle wonder-drug # promises
reduced cut lowered > slash slashed # sells
`
