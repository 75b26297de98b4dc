package token

import "strings"

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// starters are words that begin a sentence far more often than they go on with
// a name in capitals: after "Acme Inc." or "the U.S.", The begins a sentence
// and President does not.
var starters = wordSet(`The A An This That These Those It Its He She They We You I His Her Their Our My There Here
	But And Or Yet So Nor In On At By For From With Without Within After Before Since Until Upon Under Over During Despite Among Amid Between Besides Because
	As If When While Where Whether Although Though However Moreover Meanwhile Instead Still Also Then Now Once Only Even Just Such
	What Who Why How Which Whose Some Many Most Several Few Each Every Both All Another Other Others No Not None Nobody Nothing
	One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Dozens Hundreds Thousands About Around Nearly Almost More Less Fewer Last Next Earlier Later
	Officials Police Authorities Analysts Shares Net Sales Profit Revenue Asked Speaking According Separately Elsewhere To`)

// ranks are what goes on behind a company's name: Acme Inc. Chairman Bo Lind.
var ranks = wordSet(`Chief Chairman Chairwoman Chair President Vice Executive Managing Director Founder Co-founder CEO CFO COO CIO Senior Deputy General Analyst Economist Strategist Spokesman Spokeswoman
	Inc Inc. Corp Corp. Co Co. Ltd Ltd. LLC PLC Plc L.P. N.V. S.A. A.G.`)

// sayings are the verbs of saying that follow a name behind a quoted question.
var sayings = wordSet(`said says asked asks told tells added adds wrote writes replied replies answered shouted cried demanded wondered tweeted posted recalled joked quipped exclaimed`)

// zones are what goes on behind a.m. and p.m. with a capital.
var zones = wordSet(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon. Tues. Tue. Wed. Thurs. Thu. Fri. Sat. Sun.
	January February March April May June July August September October November December
	Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Eastern Central Mountain Pacific Atlantic Greenwich Moscow Beijing`)

// numberLabels are words behind whose period a number goes on.
var numberLabels = wordSet(`No no Nos nos Nr nr Art art Sec sec Fig fig Vol vol Ch ch p pp Rs rs Rp Tel tel`)

// ordinalMonths are the months before which a number takes a period: 3. Mai.
var ordinalMonths = wordSet(`Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember`)
