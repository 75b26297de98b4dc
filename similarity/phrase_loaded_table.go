package similarity

// loadedVersion names the table below; it changes with it.
const loadedVersion = "loaded-terms 3"

// loadedTerms is the table of neutral and loaded words. Words of one line are
// those that outlets use of one thing; the loaded ones judge. Sources of the
// choice: the guidance of agency and public broadcasters' style books on
// conflict, crime, money and disasters (say what was done, not what it is to
// be called), and the stock of tabloid synonyms.
const loadedTerms = `
# conflict: a label that takes a side
militants gunmen fighters rebels insurgents kidnappers captors men attackers assailants group > terrorists terrorist terror extremists thugs fanatics jihadists # a label, where the wire describes
government administration authorities rulers leadership officials > regime junta dictatorship cronies # denies legitimacy
agents officers officials > spies spooks snoops henchmen # a label
fighters troops soldiers forces police officers > thugs butchers henchmen occupiers stormtroopers # dehumanises
attack raid strike shelling offensive killing deaths operation > massacre slaughter bloodbath carnage atrocity onslaught rampage # passes sentence
killed dead died shot > slaughtered butchered murdered executed massacred gunned assassinated # intent claimed
protesters protestors demonstrators crowd marchers people students activists > rioters mob mobs thugs anarchists agitators hooligans troublemakers radicals rabble vandals extremists # a crime claimed
fans supporters spectators crowd followers > hooligans thugs yobs louts mob rabble ultras hordes # a crime claimed
youths teenagers teens boys pupils > yobs thugs louts hoodlums delinquents tearaways # a crime claimed
killing killings shooting stabbing beating > execution assassination lynching murder massacre # passes sentence
war conflict fighting clashes operation campaign > aggression genocide invasion slaughter crusade annihilation # passes sentence
killed died deaths > martyred martyrs # takes a side
entered enter crossed moved advanced > invaded invade stormed storm overran swarmed # heats
expelled displaced moved relocated removed > purged cleansed uprooted deported banished # claims a wrong
captured took seized regained retook > liberated freed occupied conquered # takes a side
protest protesting demonstration demonstrating march marching unrest rally > riot rioting riots mayhem anarchy disturbance disturbances rampage chaos violence # a crime claimed
migrants refugees arrivals people foreigners asylum-seekers applicants > illegals invaders hordes swarm flood aliens # dehumanises
mortar round shell rocket bullet fire drone missile > rebel enemy hostile # blames a side
separatists opposition > rebels traitors # takes a side
workers strikers staff members union unions teachers nurses drivers > militants militant hardliners wreckers union-bosses union-barons # judges
strike walkout stoppage action > sabotage blackmail chaos mayhem misery # judges
struck strike walked stopped > abandoned abandon crippled paralysed paralyzed downed # blames the strikers
demand demands request claim > ultimatum blackmail shakedown diktat # heats
pickets picket > blockade mob # heats
activists campaigners environmentalists > zealots eco-zealots extremists fanatics # judges
barrier fence > wall # takes a side
deal agreement accord compromise > surrender capitulation sell-out climbdown # judges
talks negotiations > haggling # judges
settlement settlements > colony colonies # takes a side
detained arrested held > rounded kidnapped snatched # claims a wrong

# money and politics
eruption erupts erupted volcano > monster terror explodes # heats
rescue aid support loan package > bailout bail-out handout lifeline giveaway # judges
state treasury government public-funds > taxpayer taxpayers on-the-hook # judges the spending
guarantee guarantees cover pay underwrite > on-the-hook foot-the-bill pick-up-the-tab stump-up fork-out cough-up # judges the spending
increase increases raise raises rise rises > hike hikes hiked # heats
withdrew withdraw pulled removed moved sold > yanked dumped ditched offloaded bolted # heats
dismissed dismiss stopped ended dropped cancelled canceled scrapped > axed ditched killed torpedoed binned dumped junked # heats
opposition critics opponents > enemies foes haters naysayers doomsayers traitors # judges
supporters backers voters followers base > cult loyalists stooges mob minions fanatics # judges
lobby lobbyists group groups campaign > pressure-group special-interests vested-interests cabal racket # judges
impose imposes imposed introduce introduces > slap slaps slapped slapping # heats
fund account budget reserve > slush-fund war-chest black-hole # judges
outbreak problem affair case controversy error > scandal crisis outrage disgrace # judges
rules policy measures tariffs sanctions duties > trade-war economic-war crackdown war # heats
reserves savings money > hoard stash nest-egg # judges
leave left walked-off stopped > abandoned abandon # blames
regulation regulations rules rule law > red-tape nanny-state diktat meddling crackdown # judges
inquiry investigation probe review > witch-hunt inquisition whitewash cover-up crackdown fishing-expedition # judges
speech address remarks statement > rant tirade diatribe outburst propaganda # judges
spending investment programme program > splurge spree boondoggle black-hole money-pit # judges
profits profit earnings > windfall bonanza loot spoils profiteering # judges
firms companies businesses employers banks lenders investors traders executives > fat-cats profiteers vultures sharks speculators greedy # judges
pay salary bonus package > jackpot bonanza golden-handshake loot windfall # judges
rich wealthy affluent > fat-cats elite elites plutocrats oligarchs super-rich # judges
poor unemployed jobless > scroungers shirkers freeloaders work-shy feckless # judges
tax-cuts tax-cut relief > giveaway giveaways sweetener bribe # judges
abortion-opponents anti-abortion > pro-life # takes a side
abortion-rights > pro-abortion pro-choice # takes a side
estate-tax inheritance-tax > death-tax # takes a side
climate-change warming > climate-crisis climate-emergency climate-hoax # takes a side
undocumented irregular unauthorised unauthorized > illegal illegals # judges
expert experts scientists researchers > boffins eggheads so-called-experts # mocks
rivals rival opponents > foes arch-rivals bitter-foes enemies nemesis # heats
cuts reductions cut reduce reduced > gutted gutting hacked decimated axing savings efficiencies axe axed slashed slash slashing # the maker's or the enemy's word
changes change overhaul plan plans > reform reforms shake-up # praises
tax levy charge rise > raid grab # judges
payment payments grant grants aid support allowance > handout handouts bung windfall bonanza # judges
benefits claimants recipients > scroungers freeloaders # judges
cost costs spent paid put spending budget > forked splurged squandered blew lavished taxpayer taxpayers wasted # judges the spending
dispute disagreement debate differences talks > row feud spat bust-up war showdown clash firestorm # heats
criticised criticized said rejected questioned opposed > slammed blasted savaged lambasted ripped blasting slamming tore # heats
asked called urged sought appealed appeal > begged begs begging demanded ordered pleaded # heats
bribes bribe payments > backhanders kickbacks bungs # slang that judges
accepted taking took received accept > pocketed pocketing grabbed snatched raked # greed claimed
official executive manager chief buyer head director president chairman chairwoman leader > boss baron fat-cat bigwig kingpin mandarin bureaucrat bureaucrats # judges
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
> rampaging marauding bloodthirsty ruthless merciless savage barbaric depraved fanatical rabid unhinged deranged crazed delusional hysterical reckless incompetent hapless beleaguered under-fire scandal-hit scandal-plagued crisis-hit cash-strapped failing so-called self-styled self-proclaimed wannabe # judges a person or a body
> panicked panicking panic-stricken frantic desperate furious outraged enraged livid seething fuming horrified terrified petrified traumatised traumatized stunned distraught heartbroken inconsolable grief-stricken tearful sobbing defiant embittered aggrieved # puts a feeling into people
> bitter humiliating humiliation crushing ailing stricken embattled fed-up negligent bungling inept clueless sloppy careless lax rogue filthy squalid sordid murky shady dodgy corrupt # judges a person or a body
> iconic renowned acclaimed prestigious much-loved superstar # praises
> greedy shameless disgraced shamed crooked cruel evil heartless callous sick twisted vile brazen cynical notorious infamous controversial embattled # judges a person
> killer tainted poisoned punishing savage vicious brave heroic plucky beloved adorable toxic lethal doomed ill-fated death-pit death-trap death-toll-soars killer-wave hell-hole bloody gory grisly ghastly horrendous horror nightmarish apocalyptic doomsday catastrophic calamitous disastrous chaotic crippling merciless # tells the reader what to feel
> shocking horrifying terrifying heartbreaking harrowing nightmare horrific chilling devastating jaw-dropping outrageous sickening gruesome tragic staggering whopping brutal menacing sinister ominous disturbing # tells the reader what to feel
> groundbreaking revolutionary game-changing game-changer historic-first unprecedented jaw-dropping mind-blowing mind-boggling eye-watering eye-popping astonishing astounding spectacular extraordinary epic legendary triumphant glorious # tells the reader what to feel
> stunning incredible unbelievable amazing remarkable miraculous jaw-droppingly sensational # tells the reader what to feel
found kept stored discovered > stashed hoarded squirrelled hidden # intent claimed
not failed out > broken botched bungled useless # fault claimed
error mistake problem > blunder fiasco debacle shambles # judges
delay delayed late > dithering foot-dragging # judges

# markets
losses loss > bloodbath carnage wipeout haemorrhage hemorrhage meltdown # more than the number says
sold selling sales > dumped fire-sale panic-selling stampede rout # more than the number says
fell fall falls fallen lower down dropped declined slipped decline drop slip dip eased lost slide weaker > plunged plunge plunges plunging plummeted plummeting crashed crashing tumbled tanked nosedived collapsed collapse cratered slumped slump nosedive freefall # more than the number says
rose rise rises risen grew grown higher up gained increased climbed increase gain costs > soared soaring skyrocketed rocketed surged surging surge exploded jumped soar ballooned spiralled # more than the number says
results earnings profit figures > bloodbath bonanza disaster triumph # judges
rejected declined > snubbed spurned # heats
bid offer approach > swoop raid ambush # heats
beat above exceeded > smashed crushed # heats
missed below > flopped # heats

# disaster and crime
sentenced jailed imprisoned convicted sent > caged banged-up locked-up behind-bars thrown-in-jail put-away # gloats
cleared acquitted freed released > walked-free walks-free got-off let-off scot-free # takes as guilty
explanation reason reasons argument account > excuse excuses pretext alibi # takes as untrue
ignored missed failed overlooked > covered-up hushed-up brushed-aside swept-under blind-eye whitewashed # intent claimed
not unaware unwarned > kept-in-the-dark in-the-dark hoodwinked misled duped # intent claimed
held delayed withheld postponed back > suppressed hushed-up buried covered-up gagged # intent claimed
people suspects suspect men arrested > looters rioters thieves thugs # guilt claimed
used uses using > exploited exploiting abused # a wrong claimed
> knowingly wilfully willfully maliciously brazenly cynically sneakily underhand # intent claimed
> tragically sadly unfortunately thankfully mercifully heroically shockingly incredibly unbelievably outrageously disgracefully # tells the reader what to feel
fire blaze flames > inferno hell firestorm hellfire # heats
flood floods flooding water > deluge torrent wall-of-water biblical # heats
storm wind rain > monster superstorm wrath fury # heats
serious critical condition stable > fights-for-life fighting-for-life clinging-to-life death's-door # heats
collapsed collapse failed > crumbled buckled imploded # heats
mine pit plant site factory building > death-trap death-pit hell-hole tomb # passes sentence
trapped stuck stranded > entombed buried-alive marooned # heats
children pupils passengers villagers residents workers miners people > innocents innocent # passes sentence
crash accident collision derailment incident > smash horror carnage nightmare tragedy catastrophe # heats
left sailed departed evacuated leave depart moved > fled escaped flee fleeing escape # fear claimed
hit struck ran collided > slammed ploughed smashed # heats
destroyed lost burned damaged > obliterated incinerated wiped gutted annihilated levelled # heats
damaged damage > wrecked ravaged devastated # heats
theft robbery raid burglary > heist caper # makes a film of it
took stole taken stolen > looted plundered pillaged ransacked swiped # heats
shot fired opened > gunned-down mowed-down sprayed riddled blasted # heats
hit struck beat hitting striking > battered pummelled pummeled thrashed bludgeoned battering clobbered # heats
removed led escorted dispersed cleared > dragged hauled manhandled bundled frogmarched # heats
police officers > cops thugs # judges
detained arrested > nabbed collared busted rounded-up dragged-away hauled-away # heats
tear-gas batons pepper-spray > brutality crackdown # judges
searching search looking > hunting manhunt # heats
questioned question asked > grilled interrogated # heats
trial case hearing > showdown circus ordeal # heats
death deaths toll > death-toll body-count # heats
suspect suspects man men defendant accused driver > thug thief thieves killer monster fiend predator crook villain # guilt claimed
volunteer firefighter worker rescuer pilot > hero heroes heroic # praises
deaths death killing > murder slaying # a crime claimed
crowded busy full > overcrowded packed crammed jam-packed # blames
warned concern concerns worried > alarm panic terror fears hysteria # heats
announced announces offered > unveiled touted trumpeted # sells
child girl boy > tot tots # plays on feeling
homes houses > mansions shacks hovels # judges
outbreak illness disease virus > plague killer # heats
said noted added commented told > boasted bragged crowed gloated ranted raged fumed whined moaned # judges the speaker
treatment drug therapy injection medicine > cure breakthrough miracle wonder-drug # promises
reduced cut lowered > slash slashed # sells
`
