package similarity

import "strings"

// A hedge is a word or phrase by which a text holds back from a claim.
type hedgeClass uint8

// The classes of hedges, which say how grave the loss of one is.
const (
	noHedge     hedgeClass = iota
	modalHedge             // may, might, could
	doubtHedge             // reportedly, apparently, thought to, suspected
	degreeHedge            // almost, all but, nearly: the claim is less than whole
	weakHedge              // should, set to: no loss where it goes, but makes up for another
	numberHedge            // about, at least, before a number: the figure rules report these too
)

// hedgePhrases is the table of hedges: a class's line, then its phrases, by
// commas. Each phrase matches whole words.
var hedgePhrases = parsePhrases(map[hedgeClass]string{
	modalHedge: `may, might, could`,
	doubtHedge: `reportedly, allegedly, apparently, possibly, perhaps, probably, likely, presumably, potentially,
		seemingly, supposedly, purportedly, ostensibly, appear, appears, appeared, appearing, seem, seems, seemed,
		suggested, suggests, suggesting, suggest, believed, thought to, not thought, suspected, understood to, alleged, feared to,
		presumed, apparent, purported, feared, rumored, rumoured, unconfirmed, preliminary, early checks, initial checks, initial findings,
		early findings, early indications, initial indications, indications, tentative, tentatively, if confirmed,
		it is not clear, not yet clear, unclear, not immediately clear, was not clear, in part, partly,
		conceivably, arguably, tend to, tends to, said to be, said to have, expected to, expected, expects to, hopes to, hope that,
		hoped that, due to run, at this stage, at this point, for now, as things stand, looked set to, looks set to,
		poised to, on course to, on track to, estimated at, estimated to, experimental, provisional, provisionally,
		partial results, early results, interim results, initial results, initial estimate, early estimate, in theory,
		on paper, designed to, intended to, subject to, in principle, if that works, if it works, if approved, if successful,
		if convicted, if found guilty, so far, to date, until now, appears to be, seems to be, reported to, rumored to, rumoured to, it seems,
		it appears, said to, claimed to, suspected of, on suspicion of, under suspicion of, in connection with, accused of, alleged to, believed to, understood to be, assumed, assumed to,
		could yet, may yet, might yet, in some cases, in some respects, to some extent, at least partly, at least in part,
		broadly, roughly speaking, more or less, in essence, by some accounts, according to some, according to reports,
		if agreed, if passed, if ratified, if elected, if true, if needed, if necessary, if possible, if all goes well, weather permitting,
		pending, awaiting, under review, under consideration, hoped to, hoping to, aiming to, plans to, intends to,
		too early to say, too soon to say, not ruled out, cannot be ruled out, not certain, uncertain, doubtful, questionable,
		not fully, not entirely, not necessarily, not always, sometimes, occasionally, often, typically, generally, usually, tends, unlikely to, an early line of inquiry, a line of inquiry, working theory, one theory, as far as is known, so far as is known, not known to, no evidence, little evidence`,
	degreeHedge: `slightly, lightly, moderately, all but, almost, nearly, virtually, practically, largely, mostly, mainly, chiefly, partially, most of, much of, many of, some of`,
	weakHedge: `threatened to, threatens to, threatening to, promised to, promises to, pledged to, vowed to, offered to, wants to, wanted to, want to,
		tried to, tries to, sought to, seeks to, should, set to, due to, going to, about to, confident that, willing to, ready to, prepared to, aims to, scheduled to, in line to, ought to`,
	numberHedge: `about, around, some, at least, more than, over, up to, as many as, as much as, roughly, approximately,
		an estimated, estimated, no fewer than, close to, nearly, almost, fewer than, less than, at most`,
})

// caveats are the sentences that a reader needs to judge the rest: lost
// whole, they are a loss of hedge. A phrase matches whole words in order.
var caveats = phraseList(`could not immediately verify, could not be verified, could not verify, could not independently verify,
	not immediately clear, was not clear, is not clear, remains unclear, remained unclear, no independent confirmation,
	could not be confirmed, could not confirm, could not be independently, too early to, not been confirmed, not been verified,
	not immediately known, was not known, is not known, not yet clear, no immediate confirmation, no official confirmation, no immediate comment,
	no word on, remained unknown, remains unknown, still unknown, not been established, not been determined, has not been confirmed,
	could not be established, could not be determined, impossible to verify, not independently verified, without independent confirmation,
	no decision had, no decision has, no decision was, no final decision, not decided, yet to decide, no evidence that, no evidence of, no sign that, no indication that, no suggestion that, under investigation, being investigated,
	preliminary results, more research, further research, further studies, not statistically significant, cannot be generalised,
	pleaded not guilty, denies the charges, denied the charges, denies any wrongdoing, denied any wrongdoing, denies the allegations,
	maintains his innocence, maintains her innocence, did not reply, did not return calls, did not comment, would not comment, had no comment, no comment, did not answer, refused to comment,
	has yet to, have yet to, too soon to, may change, could change, subject to change, subject to revision, subject to approval,
	cautioned that, cautioned against, nobody yet knows, no one knows, nobody knows, not yet known, was not known, is not known,
	not yet been, yet to be confirmed, yet to be proven, cannot be ruled out, could not be ruled out, did not immediately respond, declined to comment, not reachable, could not be reached,
	unable to verify, unconfirmed, denied wrongdoing, denies wrongdoing, not been charged, presumed innocent, does not prove,
	not peer reviewed, small sample, margin of error, preliminary, indications`)

// phraseRule is a phrase as words, with its class.
type phraseRule struct {
	words []string
	class hedgeClass
}

// phrasesByFirst finds the phrases that may start at a word: longest first.
type phrasesByFirst map[string][]phraseRule

func parsePhrases(table map[hedgeClass]string) phrasesByFirst {
	out := phrasesByFirst{}
	for class := modalHedge; class <= numberHedge; class++ {
		out.add(table[class], class)
	}
	return out
}

func phraseList(list string) phrasesByFirst {
	out := phrasesByFirst{}
	out.add(list, doubtHedge)
	return out
}

func (p phrasesByFirst) add(list string, class hedgeClass) {
	for phrase := range strings.SplitSeq(list, ",") {
		words := strings.Fields(phrase)
		rules := p[words[0]]
		at := 0
		for at < len(rules) && len(rules[at].words) >= len(words) {
			at++
		}
		p[words[0]] = append(rules[:at:at], append([]phraseRule{{words, class}}, rules[at:]...)...)
	}
}
