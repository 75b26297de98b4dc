package similarity

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/wirediff/wirediff/shingle"
)

func checkQuote(t *testing.T, q *Quote, a *shingle.Article) {
	t.Helper()
	if q == nil {
		return
	}
	text := a.Text
	if q.Field == "title" {
		text = a.Title
	}
	if q.Start < 0 || q.End > len(text) || q.Start >= q.End || text[q.Start:q.End] != q.Text {
		t.Fatalf("quote %+v is not in the text", *q)
	}
	if r := []rune(q.Text); unicode.IsSpace(r[0]) || unicode.IsSpace(r[len(r)-1]) {
		t.Fatalf("quote %q has loose white space", q.Text)
	}
}

// phraseCases: from one text to another, and the variants wanted, each as
// "type: words of a => words of b" where the variant's quotes must hold the
// words; "!type" is a variant that must not be there.
var phraseCases = []struct{ name, why, a, b, want string }{
	{"admitted", "'admit' presumes a fault that 'say' does not",
		"The bridge was closed in May, harbour master Ida Kroll said.", "The bridge was closed in May, harbour master Ida Kroll admitted.",
		"verb-hardened: said => admitted"},
	{"warned", "'warn' lends what is said more weight",
		"Ida Kroll said the bridge could fall.", "Ida Kroll warned the bridge could fall.",
		"verb-hardened: said => warned"},
	{"how badly", "a degree of hurt is a step on a scale",
		"Two guards of the Holm mine were slightly hurt.", "Two guards of the Holm mine were badly hurt.",
		"verb-hardened: slightly => badly"},
	{"claimed", "'claim' casts doubt",
		"Ida Kroll said the bridge was sound.", "Ida Kroll claimed the bridge was sound.",
		"verb-softened: said => claimed"},
	{"may to will", "a chance becomes a promise",
		"The council may close the Lindow ferry in June.", "The council will close the Lindow ferry in June.",
		"verb-hardened: may => will"},
	{"added", "'said' and 'added' weigh the same",
		"The mayor said the pool would open.", "The mayor added the pool would open.",
		"!verb-hardened !verb-softened"},
	{"attribution dropped at the end", "the claim now stands as fact",
		"The fire began in a bakery, police said. Nobody was hurt.", "The fire began in a bakery. Nobody was hurt.",
		"attribution-dropped: police said => in a bakery"},
	{"according to", "so too with according to",
		"At least nine boats sank, according to the coastguard at Tarnholm.", "At least nine boats sank.",
		"attribution-dropped: according to the coastguard => boats sank"},
	{"attribution moved", "said first or last, it is still said",
		"Police said the fire began in a bakery.", "The fire began in a bakery, police said.",
		"!attribution-dropped"},
	{"hedge dropped", "a hedge is gone, the claim stays",
		"The driver was allegedly drunk when the bus left Orrin.", "The driver was drunk when the bus left Orrin.",
		"hedge-dropped: allegedly => was drunk"},
	{"hedge added", "and the other way round",
		"The driver was drunk when the bus left Orrin.", "The driver was allegedly drunk when the bus left Orrin.",
		"hedge-added: was drunk => allegedly"},
	{"hedge exchanged", "one hedge for another is no loss",
		"The gang may have fled by boat to Sund.", "The gang might have fled by boat to Sund.",
		"!hedge-dropped !verb-hardened"},
	{"month of May", "May is no hedge where it is a month",
		"The dam burst in May after rain in Velmar.", "The dam burst after rain in Velmar.",
		"!hedge-dropped"},
	{"negation", "a claim turned round",
		"The inspector did not approve the crane at Holm.", "The inspector did approve the crane at Holm.",
		"negation-flipped: not approve => approve"},
	{"acquitted", "a verdict turned round",
		"A court acquitted the banker Per Aasen of fraud.", "A court convicted the banker Per Aasen of fraud.",
		"negation-flipped: acquitted => convicted"},
	{"quote altered", "words inside the marks are not the speaker's",
		`"We will rebuild the mill by spring," said Ola Brandt.`, `"We will restore the mill by spring," said Ola Brandt.`,
		"quote-altered: rebuild the mill => restore the mill"},
	{"quote spelled", "spelling inside a quotation is house style",
		`"The harbour is our neighbour," said Ola Brandt.`, `"The harbor is our neighbor," said Ola Brandt.`,
		"!quote-altered"},
	{"quote split", "a quotation cut in two by its attribution is whole",
		`"We will rebuild the mill by spring and open it to the public," said Ola Brandt.`, `"We will rebuild the mill by spring," said Ola Brandt, "and open it to the public."`,
		"!quote-altered"},
	{"quote elided inside", "and one inside to those left out there",
		`"We will rebuild the mill by spring and open it to the public," said Ola Brandt.`, `"We will rebuild the mill … and open it to the public," said Ola Brandt.`,
		"!quote-altered"},
	{"quote with brackets", "square brackets own up to the printer's own words",
		`"They will rebuild it by spring and open it to the public," said Ola Brandt.`, `"[The brothers] will rebuild [the mill] by spring and open it to the public," said Ola Brandt.`,
		"!quote-altered"},
	{"brackets and another change", "what stands outside of them is altered all the same",
		`"They will rebuild it by spring and open it to the public," said Ola Brandt.`, `"[The brothers] will restore it by spring and open it to the public," said Ola Brandt.`,
		"quote-altered: rebuild => restore"},
	{"quote elided", "an ellipsis owns up to the words left out",
		`"We will rebuild the mill by spring and open it to the public," said Ola Brandt.`, `"We will rebuild the mill by spring …" said Ola Brandt.`,
		"!quote-altered"},
	{"quote to paraphrase", "the words stay, the marks go",
		`The clerk called the plan "a castle built on wet sand" and left the hall.`, `The clerk called the plan a castle on wet sand and left the hall.`,
		"quote-to-paraphrase: castle built on wet sand => castle on wet sand"},
	{"source blurred", "a named source becomes anybody",
		"The reactor was shut at noon, engineer Mira Valk said.", "The reactor was shut at noon, officials said.",
		"source-blurred: Mira Valk said => officials said"},
	{"role for a name known", "a role is good style once the name has been given",
		"Mayor Mira Valk spoke. The pool was shut at noon, Mira Valk said.", "Mayor Mira Valk spoke. The pool was shut at noon, the mayor said.",
		"!source-blurred"},
	{"loaded", "a label for a description",
		"Gunmen took the customs house at Arrak on Friday.", "Terrorists took the customs house at Arrak on Friday.",
		"loaded-term: Gunmen => Terrorists"},
	{"agent deleted", "nobody did it any more",
		"Soldiers evicted 40 families from the Sarn estate on Friday.", "40 families were evicted from the Sarn estate on Friday.",
		"agent-deleted: Soldiers evicted => were evicted"},
	{"agent gone with the verb", "another verb, and nobody who does it",
		"A mounted policeman hit the man at the Holm gate, witnesses said.", "The man at the Holm gate was struck, witnesses said.",
		"agent-deleted: policeman hit => was struck"},
	{"another deed", "what was done to another is no loss of an agent",
		"Police questioned a builder about the fire at the Holm gate on Monday.", "A builder spoke about the fire at the Holm gate on Monday. Nobody has been charged.",
		"!agent-deleted"},
	{"agent kept", "a passive with its agent hides nothing",
		"Soldiers evicted 40 families from the Sarn estate on Friday.", "40 families were evicted by soldiers from the Sarn estate on Friday.",
		"!agent-deleted"},
	{"house style", "spelling and percent signs are style",
		"The harbour organised 4 percent of the traffic, and Mr Dahl paid.", "The harbor organized 4% of the traffic, and Dahl paid.",
		"house-style: harbour => harbor; !reworded"},
	{"reworded", "other words, no effect",
		"The ferry sailed from Tarnholm with a cargo of timber.", "The ferry sailed from Tarnholm with a load of timber.",
		"reworded: cargo => load"},
	{"tail cut", "what stood at the end is gone, with its caveat",
		"The Sund mill burned on Monday. The cause was not immediately clear to the brigade at Sund. It was built in 1902 by two brothers.", "The Sund mill burned on Monday.",
		"tail-cut: The cause was not =>"},
	{"will to may", "and a promise becomes a chance",
		"The council will close the Lindow ferry in June.", "The council may close the Lindow ferry in June.",
		"verb-softened: will => may; !hedge-added"},
	{"expected to", "what was expected is now certain",
		"The mill is expected to close in June.", "The mill will close in June.",
		"verb-hardened: expected to close => will"},
	{"would reported", "would is will, told by somebody else",
		"The alliance would hold 40 of the 90 seats, Ida Kroll said.", "The alliance will hold 40 of the 90 seats, Ida Kroll says.",
		"!verb-hardened"},
	{"will reported, would said", "and the other way round",
		"The tunnel will be closed until Friday, Ida Kroll said.", "Ida Kroll said that the tunnel would be closed until Friday.",
		"!verb-hardened !verb-softened"},
	{"silence", "one way of not commenting for another loses no caveat",
		"The minister declined to comment on the Orrin report.", "The minister would not comment on the Orrin report.",
		"!hedge-dropped"},
	{"in the words of", "a source too",
		"In the words of its founder, Ida Kroll, the Sund bank is insolvent.", "The Sund bank is insolvent.",
		"attribution-dropped: words of its founder => insolvent"},
	{"little", "a word of degree that denies",
		"The drug had little effect on the patients at Holm.", "The drug had a great effect on the patients at Holm.",
		"negation-flipped: little => great"},
	{"would to will", "a condition becomes a fact",
		"The alliance would have 40 of the 90 seats.", "The alliance will have 40 of the 90 seats.",
		"verb-hardened: would => will"},
	{"hedge at the end", "what it hedges stands before",
		"No closures were planned at this stage, Ida Kroll said.", "No closures were planned, Ida Kroll said.",
		"hedge-dropped: at this stage => planned"},
	{"hedge lost with its claim", "who drops a claim drops no hedge",
		"The barge sank at noon, which may be linked to the storm on Sunday.", "The barge sank at noon.",
		"!hedge-dropped"},
	{"number hedge", "a number's hedge is told low, for the figures tell it too",
		"At least 40 people fled the flood at Orrin.", "40 people fled the flood at Orrin.",
		"hedge-dropped: At least 40 => 40"},
	{"caveat cut", "a caveat lost in the middle",
		"The Sund mill burned on Monday. The claim could not be verified by our reporters. Two men of the night shift were hurt by glass.", "The Sund mill burned on Monday. Two men of the night shift were hurt by glass.",
		"hedge-dropped: could not be verified =>"},
	{"evidence", "data that show are a source too",
		"Orrin sold 40 ships abroad in March, customs data show.", "Orrin sold 40 ships abroad in March.",
		"attribution-dropped: customs data show => in March"},
	{"shared subject", "a verb that shares the subject of the one before says who said it",
		"The fund held 6 percent and said that the loss was small.", "The fund held 6 percent and claimed that the loss was small.",
		"verb-softened: said => claimed"},
	{"estimate", "what was put at a number is no attribution",
		"Turnout in the Holm ward was put at 40 percent on Sunday.", "Turnout in the Holm ward was 40 percent on Sunday.",
		"!attribution-dropped"},
	{"name of a common word", "a trade minister is not kept by annual trade",
		"Auria will tax steel from May, Trade Minister Col Abar said, in a row over annual trade.", "Auria will tax steel from May, in a row over annual trade.",
		"attribution-dropped: Trade Minister Col Abar said => from May"},
	{"settled", "a chance becomes a fact, with another number",
		"The damage to the Lindow pier could exceed 40 million crowns.", "The damage to the Lindow pier was put at 52 million crowns.",
		"hedge-dropped: could exceed => was put at"},
	{"might to would", "a chance becomes a plan",
		"The lender said it might close the branch at Sund.", "The lender said it would close the branch at Sund.",
		"verb-hardened: might => would"},
	{"unsaid, another verb", "what a source said it did, told as done",
		"The Orrin union said that it had filed 14 complaints since May.", "The Orrin union has lodged 14 complaints since May.",
		"attribution-dropped: union said => union has lodged"},
	{"unsaid", "the source stays, its saying goes",
		"Hallberg said it would use 40 million crowns to clear the slope.", "Hallberg would use 40 million crowns to clear the slope.",
		"attribution-dropped: Hallberg said => Hallberg"},
	{"attribution of another clause", "a clause cut with its source is a cut, not a claim unsourced",
		"The barge sank at noon, as engineers warned that the second lock was moving too.", "The barge sank at noon.",
		"!attribution-dropped"},
	{"noun, not verb", "'380 claims' and 'a single call' are no attributions",
		"Insurers had received 380 claims by Sunday. The price was that of a single call.", "Insurers received 380 claims by Sunday night. The price was of a single call.",
		"!attribution-dropped !verb-softened !source-blurred"},
	{"source placed", "words that told which source are gone",
		"A doctor at the Tuvik clinic said the two men would live.", "A doctor said the two men would live.",
		"source-blurred: A doctor at the Tuvik clinic said => A doctor said"},
	{"scale of law", "an arrest is more than questions",
		"Police questioned a 29-year-old builder from Lisk.", "Police arrested a 29-year-old builder from Lisk.",
		"verb-hardened: questioned => arrested"},
	{"negation new", "a promise turned to a refusal",
		"The toll firm said it would reopen the bridge to lorries.", "The toll firm said it would not reopen the bridge to lorries.",
		"negation-flipped: would reopen => would not reopen"},
	{"contracted", "didn't is did not",
		"The guard didn't see the lorry at the gate of the Sund depot.", "The guard did see the lorry at the gate of the Sund depot.",
		"negation-flipped: didn't see => did see"},
	{"no for none", "nobody hurt, and somebody hurt",
		"Nobody was hurt in the blast at the Orrin paint works.", "A man was hurt in the blast at the Orrin paint works.",
		"negation-flipped: Nobody was hurt => was hurt"},
	{"not yet", "what has not happened yet has not happened",
		"The grain deal has not yet been signed in Karvane, envoys said.", "The grain deal has been signed in Karvane, envoys said.",
		"negation-flipped: not yet been signed => signed"},
	{"no longer", "nor what happens no longer",
		"The Velmar dam is no longer in danger, engineers said on Friday.", "The Velmar dam is in danger, engineers said on Friday.",
		"negation-flipped: no longer in danger => in danger"},
	{"without", "what was done without is now done with",
		"Police searched the flat without a warrant on Monday night.", "Police searched the flat with a warrant on Monday night.",
		"negation-flipped: without a warrant => with a warrant"},
	{"failed to", "a failure becomes a success",
		"The two unions failed to agree on a pay rise for drivers.", "The two unions agreed on a pay rise for drivers.",
		"negation-flipped: failed to agree => unions agreed"},
	{"declined to", "a refusal becomes its contrary",
		"The minister refused to sign the fishing treaty in Lund.", "The minister signed the fishing treaty in Lund.",
		"negation-flipped: refused to sign => signed"},
	{"ruled out", "what was ruled out is on the table",
		"The airline ruled out further job cuts at its Tarnholm base.", "The airline announced further job cuts at its Tarnholm base.",
		"negation-flipped: ruled out further => further job cuts"},
	{"denied no more", "a denial not denied",
		"The mine operator denied that it had ignored warnings about the seam.", "The mine operator did not deny that it had ignored warnings about the seam.",
		"negation-flipped: denied => did not deny"},
	{"denied and admitted", "the gravest turn of a verb",
		"The mine operator denied that it had ignored warnings about the seam.", "The mine operator admitted that it had ignored warnings about the seam.",
		"negation-flipped: denied => admitted"},
	{"carried", "the claim stands behind a word that carries it",
		"His wounds were not thought to be serious, the clinic at Holm said.", "His wounds were serious, the clinic at Holm said.",
		"negation-flipped: not thought to be serious => serious"},
	{"unsafe", "a prefix that denies",
		"Inspectors found the Lindow footbridge safe on Monday.", "Inspectors found the Lindow footbridge unsafe on Monday.",
		"negation-flipped: safe => unsafe"},
	{"illegal", "and one that changes its letters",
		"A judge called the Sarn evictions legal on Tuesday.", "A judge called the Sarn evictions illegal on Tuesday.",
		"negation-flipped: legal => illegal"},
	{"rejected", "an antonym in its place",
		"Members accepted the offer by the Orrin shipyard.", "Members rejected the offer by the Orrin shipyard.",
		"negation-flipped: accepted => rejected"},
	{"not guilty", "a verdict by one word",
		"The jury found the broker not guilty of theft on Friday.", "The jury found the broker guilty of theft on Friday.",
		"negation-flipped: not guilty => guilty"},
	{"denied twice", "who did not rule it out would consider it",
		"The governor did not rule out asking a judge to open the dam.", "The governor said she would consider asking a judge to open the dam.",
		"!negation-flipped"},
	{"told to", "an order is no attribution",
		"Residents near the Holm crater were told to leave by noon.", "Residents near the Holm crater were urged to leave by noon.",
		"!attribution-dropped"},
	{"not until", "a time, and no denial",
		"The last shares of the Sund bank were not sold until 2006.", "The last shares of the Sund bank were sold in 2006.",
		"!negation-flipped"},
	{"flip in a quotation", "and a speaker's denial",
		`"We have not seen the last of the fires," said Ola Brandt.`, `"We have now seen the last of the fires," said Ola Brandt.`,
		"negation-flipped: not seen => now seen; quote-altered: not seen => now seen"},
	{"flip in a rewritten sentence", "two words of the claim together are the claim",
		"Lindow Kredit said that it might close as many as 45 branches, but that it expected no compulsory layoffs before the end of next year.",
		"Some 45 Lindow Kredit branches are to go, and the lender expects compulsory layoffs as well, it was disclosed by its Tarnholm office.",
		"negation-flipped: no compulsory layoffs => compulsory layoffs"},
	{"said otherwise", "never for not is one claim",
		"The inspector did not approve the crane at Holm.", "The inspector never approved the crane at Holm.",
		"!negation-flipped"},
	{"rejected denial", "a refusal said otherwise",
		"The minister refused to sign the fishing treaty in Lund.", "The minister would not sign the fishing treaty in Lund.",
		"!negation-flipped"},
	{"declined to comment", "who no longer is silent has not been turned round",
		"A spokesman for the Lund clinic declined to comment on the matter.", "A spokesman for the Lund clinic had no comment on the matter.",
		"!negation-flipped"},
	{"union", "not every un- denies",
		"Members of the ion project met in Lund on Friday.", "Members of the union project met in Lund on Friday.",
		"!negation-flipped"},
	{"denied elsewhere", "a denial in a sentence that went, a claim in one that came",
		"The drug helped 40 of 90 patients at the Tuvik clinic, its chief Moa Berg said. She would not call the drug a cure.",
		"The drug, now a likely cure, helped 40 of 90 patients at the Tuvik clinic, its chief Moa Berg said.",
		"negation-flipped: would not call the drug a cure => likely cure"},
	{"no fewer than", "a limit is no negation",
		"At least 22 captives were held in Orbel.", "No fewer than 22 captives were held in Orbel.",
		"!negation-flipped"},
	{"denied that", "a denial retold with a no is no flip",
		"Orbel denied that a ransom had been paid for the sailors.", "Orbel said that no ransom had been paid for the sailors.",
		"!negation-flipped"},
	{"quote paraphrased inside", "the frame of the sentence shows that it is the same quotation",
		`"Our problem today is that we were too lucky," flight chief Moa Berg said at the Lund centre.`, `"Our issue now is that we were so fortunate," flight chief Moa Berg said at the Lund centre.`,
		"quote-altered: Our problem today => Our issue now"},
	{"quote cut short", "words at its end are gone, and nothing owns up to it",
		`"We will rebuild the mill by spring and open it to the public," said Ola Brandt.`, `"We will rebuild the mill by spring," said Ola Brandt.`,
		"quote-altered: open it to the public => by spring"},
	{"quote cut before its but", "what was left out took back what stays",
		`"We are near the end of the road, but we have not arrived," said Ola Brandt.`, `"We are near the end of the road," said Ola Brandt.`,
		"quote-altered: but we have not arrived => end of the road"},
	{"quote restyled", "a number written out is house style, in a quotation too",
		`"I counted them at noon, all 64," said Ola Brandt.`, `"I counted them at noon, all sixty-four," said Ola Brandt.`,
		"!quote-altered"},
	{"quote by its speaker", "few words are left, but the speaker has one quotation on either side",
		`"Every alarm was examined and every alarm was answered," the firm's spokeswoman, Lena Zeman, said.`, `"All alarms were checked and all alarms received an answer," representative Lena Zeman insisted.`,
		"quote-altered: Every alarm was examined => All alarms were checked"},
	{"quote told by its speaker", "nothing but the speaker is left",
		`"We did not go looking for this," said the Sund lender's chief executive, Henrik Vold, 57.`, `Henrik Vold, the 57-year-old boss of the bank, said his company had not sought out the deal.`,
		"quote-to-paraphrase: We did not go looking => had not sought out the deal"},
	{"quote replaced", "another statement of the same speaker is no paraphrase",
		`The storm turned at noon. "That's the bit that keeps me awake," State Fire Commander Ross Dell told a news conference.`, `The storm turned at noon. Eleven water-bombing aircraft were on standby, State Fire Commander Ross Dell said.`,
		"!quote-to-paraphrase"},
	{"quote cut inside", "its first sentence is kept, the rest is gone",
		`"We were near the edge when it stopped," said Ola Brandt. "I will never sail on that ferry again."

The ferry is 40 years old.`, `"We were near the edge when it stopped," said Ola Brandt.

The ferry is 40 years old.`,
		"quote-altered: never sail on that ferry =>"},
	{"passage cut", "sentences left out before the end are told, with what went with them",
		"The Sund mill burned on Monday. It had been built in 1902 by two brothers from Lund. Two men of the night shift were hurt by glass.", "The Sund mill burned on Monday. Two men of the night shift were hurt by glass.",
		"passage-cut: built in 1902 =>; !tail-cut"},
	{"passage added", "and sentences of an outlet's own",
		"The Sund mill burned on Monday. Two men of the night shift were hurt by glass.", "The Sund mill burned on Monday. Our reporter saw flames above the old harbour wall. Two men of the night shift were hurt by glass.",
		"passage-added: => saw flames above the old harbour"},
	{"reordered", "a sentence that moved",
		"Soldiers shut the bridge at Holm on Monday. The mayor of Tarnholm, Mira Valk, resigned. A ferry with 60 seats will be used by pupils.",
		"The mayor of Tarnholm, Mira Valk, resigned. A ferry with 60 seats will be used by pupils. Soldiers shut the bridge at Holm on Monday.",
		"reordered: Soldiers shut the bridge => Soldiers shut the bridge"},
	{"hyphened term", "two words that a hyphen makes one",
		"The centre-left Holm party won 31 seats.", "The left-wing Holm party won 31 seats.",
		"loaded-term: centre-left => left-wing"},
	{"loaded phrase", "two words that judge together, without a hyphen",
		"Eleven men are trapped in the Orrin pit.", "Eleven men are trapped in the Orrin death trap.",
		"loaded-term: pit => death trap"},
	{"loaded, of one stem", "a community is not communist",
		"The left of the Holm party won 31 seats.", "The community of the Holm party won 31 seats.",
		"!loaded-term"},
	{"same loaded word", "what a had already is no change",
		"The inferno at Lund killed two, and 40 homes burned.", "The inferno in Lund killed two, and 40 homes were burned.",
		"!loaded-term"},
	{"a number", "numbers alone are for the figures",
		"The ferry carried 140 people to Tarnholm.", "The ferry carried 410 people to Tarnholm.",
		"!reworded !house-style"},
	{"German", "no English rule on another language",
		"Der Minister sagte am Montag, die Brücke bei Holm sei sicher und werde nicht geschlossen.", "Der Minister behauptete am Montag, die Brücke bei Holm sei sicher und werde geschlossen.",
		"reworded: sagte => behauptete; !negation-flipped !verb-softened"},
}

func TestPhrases(t *testing.T) {
	for _, tc := range phraseCases {
		t.Run(tc.name, func(t *testing.T) {
			found := Phrases(collate(tc.a, tc.b))
			for want := range strings.SplitSeq(tc.want, ";") {
				checkWanted(t, found, strings.TrimSpace(want), tc.why)
			}
		})
	}
}

// TestPhrasesTime: both texts name a day from where they stand.
func TestPhrasesTime(t *testing.T) {
	tuesday := time.Date(2024, 4, 9, 8, 0, 0, 0, time.UTC)
	for _, tc := range []struct {
		name, why, a, b string
		published       time.Time
		want            string
	}{
		{"one day", "yesterday, printed on Wednesday, is Tuesday", "The Orrin dam burst on Tuesday.", "The Orrin dam burst yesterday.", tuesday.AddDate(0, 0, 1), "house-style: on Tuesday => yesterday; !time-shifted !reworded"},
		{"for the morning", "yesterday, on the site at night, is for tomorrow's paper: Tuesday", "The Orrin dam burst on Tuesday.", "The Orrin dam burst yesterday.", tuesday.Add(14 * time.Hour), "house-style: on Tuesday => yesterday; !time-shifted"},
		{"another day", "yesterday, printed on Tuesday, is Monday", "The Orrin dam burst on Tuesday.", "The Orrin dam burst yesterday.", tuesday, "time-shifted: on Tuesday => yesterday"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := shingle.Parse(shingle.Document{Text: tc.a, Published: tuesday})
			b := shingle.Parse(shingle.Document{Text: tc.b, Published: tc.published})
			found := Phrases(Collate(a, b))
			for want := range strings.SplitSeq(tc.want, ";") {
				checkWanted(t, found, strings.TrimSpace(want), tc.why)
			}
		})
	}
}

// TestPhrasesTitleClaims: a headline's own number or loaded word is grave; other
// words, and the number of the take, are not.
func TestPhrasesTitleClaims(t *testing.T) {
	body := "Nine sailors were freed in Karvane on Monday after 47 days, mediators said."
	for _, tc := range []struct {
		name, from, to string
		severity       Severity
		claims         string
	}{
		{"plain", "Nine sailors freed in Karvane", "Nine sailors free in Karvane after 47 days", Low, ""},
		{"a word of its own", "Nine sailors freed in Karvane", "At last: nine sailors freed in Karvane harbour", Low, "harbour"},
		{"a number of its own", "Nine sailors freed in Karvane", "Nine sailors freed in Karvane, 12 dead", Medium, "12"},
		{"a loaded word", "Nine sailors freed in Karvane", "Nine sailors freed in horrific Karvane", Medium, "horrific"},
		{"which take it is", "Nine sailors freed in Karvane", "UPDATE 2-Nine sailors freed in Karvane - mediators", Low, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, b := shingle.Document{Title: tc.from, Text: body}, shingle.Document{Title: tc.to, Text: body}
			for _, v := range Phrases(Collate(shingle.Parse(a), shingle.Parse(b))) {
				if v.Type != HeadlineChanged {
					continue
				}
				if v.Severity != tc.severity || !strings.Contains(v.Note, tc.claims) || tc.claims == "" && v.Note != "" {
					t.Errorf("%s, note %q; want %s and %q", v.Severity, v.Note, tc.severity, tc.claims)
				}
				return
			}
			t.Error("no other headline told")
		})
	}
}

// TestPhrasesTitle: headlines are read by the same rules.
func TestPhrasesTitle(t *testing.T) {
	body := "Nine sailors were freed in Karvane on Monday, mediators said."
	a := shingle.Parse(shingle.Document{Title: "Gunmen free nine sailors in Karvane - mediators", Text: body})
	b := shingle.Parse(shingle.Document{Title: "Terrorists free nine sailors and 40 hostages in Karvane", Text: body})
	found := Phrases(Collate(a, b))
	for _, want := range []string{
		"headline-changed: Gunmen free nine => Terrorists free nine",
		"attribution-dropped: mediators =>",
		"loaded-term: Gunmen => Terrorists",
	} {
		checkWanted(t, found, want, "a headline")
	}
	for _, v := range found {
		checkQuote(t, v.A, a)
		checkQuote(t, v.B, b)
		if v.Type == HeadlineChanged && !strings.Contains(v.Note, "40") {
			t.Errorf("the headline's own claim is not told: %q", v.Note)
		}
	}
}

func TestRulesWithTerms(t *testing.T) {
	if strings.Contains(DefaultRules().Version, "(") {
		t.Fatalf("the built-in table is broken: %s", DefaultRules().Version)
	}
	rules, err := DefaultRules().WithTerms(strings.NewReader("# own\nchairs seats > thrones # mocks\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := collate("The hall has 40 chairs of oak.", "The hall has 40 thrones of oak.")
	checkWanted(t, rules.Phrases(c), "loaded-term: chairs => thrones", "a user's own term")
	checkWanted(t, Phrases(c), "!loaded-term", "the defaults are untouched")
	if _, err := rules.WithTerms(strings.NewReader("no arrow")); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("want an error with its line, have %v", err)
	}
}

func checkWanted(t *testing.T, found []PhraseVariant, want, why string) {
	t.Helper()
	if strings.HasPrefix(want, "!") {
		for _, v := range found {
			for not := range strings.FieldsSeq(want) {
				if "!"+string(v.Type) == not {
					t.Errorf("%s: found %s", why, write(v))
				}
			}
		}
		return
	}
	kind, sides, _ := strings.Cut(want, ": ")
	a, b, _ := strings.Cut(sides, "=>")
	for _, v := range found {
		if string(v.Type) == kind && quoteHolds(v.A, strings.TrimSpace(a)) && quoteHolds(v.B, strings.TrimSpace(b)) {
			return
		}
	}
	var all []string
	for _, v := range found {
		all = append(all, write(v))
	}
	t.Errorf("%s: want %s, found\n%s", why, want, strings.Join(all, "\n"))
}

func quoteHolds(q *Quote, words string) bool {
	return words == "" || q != nil && strings.Contains(q.Text, words)
}

func write(v PhraseVariant) string {
	text := func(q *Quote) string {
		if q == nil {
			return "-"
		}
		return fmt.Sprintf("%q", q.Text)
	}
	return fmt.Sprintf("%s %s: %s => %s (%s)", v.Severity, v.Type, text(v.A), text(v.B), v.Rule)
}

// TestActionScales: the rules keep a set of scales in a word of 64 bits.
func TestActionScales(t *testing.T) {
	for verb, steps := range actionScales {
		for _, s := range steps {
			if s.scale < 0 || s.scale >= 64 {
				t.Fatalf("%q is on scale %d, want 0 to 63", verb, s.scale)
			}
		}
	}
}
