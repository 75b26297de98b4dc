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
militants gunmen fighters rebels insurgents kidnappers captors men attackers > terrorists terrorist terror extremists thugs fanatics # a label, where the wire describes
government administration authorities rulers leadership > regime junta dictatorship # denies legitimacy
fighters troops soldiers forces > thugs butchers henchmen mob # dehumanises
attack raid strike shelling offensive killing killings > massacre slaughter bloodbath carnage atrocity onslaught # passes sentence
killed dead died > slaughtered butchered murdered executed massacred # intent claimed
protesters demonstrators crowd marchers > rioters mob thugs anarchists agitators # a crime claimed
protest demonstration unrest > riot mayhem anarchy # a crime claimed
migrants refugees arrivals people > illegals invaders hordes swarm flood # dehumanises
mortar round shell rocket fire > rebel enemy # blames a side
separatists opposition > rebels traitors # takes a side
activists campaigners > zealots eco-zealots extremists # judges
barrier fence > wall # takes a side

# money and politics
cuts reductions cut > savings efficiencies axe axed slashed # the maker's or the enemy's word
changes change overhaul plan plans > reform reforms shake-up # praises
tax levy charge > raid grab # judges
payment payments grant grants aid support allowance > handout handouts bung windfall # judges
benefits claimants > scroungers freeloaders # judges
cost costs spent paid put spending > forked splurged squandered blew lavished taxpayer taxpayers # judges the spending
dispute disagreement debate > row feud spat bust-up war showdown clash # heats
criticised criticized said rejected > slammed blasted savaged lambasted ripped blasting slamming # heats
asked called urged > begged demanded ordered # heats
bribes bribe > backhanders kickbacks bungs # slang that judges
accepted taking took received accept > pocketed pocketing grabbed snatched raked # greed claimed
official executive manager chief buyer head > boss fat-cat bigwig kingpin mandarin # judges
> greedy shameless disgraced shamed crooked cruel evil heartless callous sick twisted vile brazen cynical # judges a person
> shocking horrifying terrifying heartbreaking harrowing nightmare horrific chilling devastating jaw-dropping outrageous sickening gruesome tragic # tells the reader what to feel
found kept stored discovered > stashed hoarded squirrelled hidden # intent claimed
not failed out > broken botched bungled useless # fault claimed

# markets
fell fall lower down dropped declined slipped decline drop slip dip eased lost slide > plunged plunge plunging plummeted plummeting crashed crashing tumbled tanked nosedived collapsed cratered slumped slump # more than the number says
rose rise higher up gained increased climbed increase gain costs > soared soaring skyrocketed rocketed surged surging exploded jumped # more than the number says
results earnings profit > bloodbath bonanza disaster triumph # judges

# disaster and crime
fire blaze > inferno hell # heats
crash accident collision derailment > smash horror carnage nightmare tragedy # heats
left sailed departed evacuated leave depart moved > fled escaped flee fleeing escape # fear claimed
hit struck ran collided > slammed ploughed smashed # heats
destroyed lost burned damaged > obliterated incinerated wiped gutted annihilated # heats
damaged damage > wrecked ravaged devastated # heats
theft robbery raid > heist caper # makes a film of it
suspect suspects man men defendant accused > thug thief thieves killer monster fiend predator crook # guilt claimed
volunteer firefighter worker > hero heroes heroic # praises
deaths death killing > murder slaying # a crime claimed
crowded busy full > overcrowded packed crammed jam-packed # blames
warned concern concerns worried > alarm panic terror fears hysteria # heats
announced announces offered > unveiled touted trumpeted # sells
child girl boy > tot tots # plays on feeling
`
