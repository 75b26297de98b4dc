package corpus

import "strings"

// Sentence patterns. A word in braces is a slot: see (*writer).slot. The rest
// is the formula of news copy, which unrelated articles share, and should.
var leads = parsePatterns(`
{place} 's {adj} {noun} {verb} the {noun} of {adj} {noun} on {day} after {person} {verb} a {adj} {noun} , {role} {say}
{count} {people} were {verb} when a {adj} {noun} {verb} the {noun} of {place} on {day} , a {role} {say}
{org} {verb} its {adj} {noun} by {percent} on {day} as {noun} and {noun} {verb} the {adj} {noun}
the {noun} of {place} {verb} a {money} {noun} for the {adj} {noun} on {day} , {adv} ending a {adj} {noun}
a {adj} {noun} in {place} {verb} {count} {noun} and {verb} the {noun} of the {adj} {noun} , {person} {say} on {day}
{person} , the {role} who {verb} {org} , {verb} a {adj} {noun} on {day} and {verb} {count} {noun} in {place}
`)

var bodies = parsePatterns(`
" the {adj} {noun} {verb} our {noun} , and no {noun} {verb} the {noun} , " {person} , a {role} in {place} , {say}
" we {adv} {verb} every {noun} before the {noun} , " {say} {surname} , who {verb} the {adj} {noun}
{surname} {adv} {verb} the {noun} and {verb} {count} {noun} near {place}
the {noun} , which {verb} {money} last year , {verb} a {adj} {noun} in {month}
{org} , based in {place} , {verb} {percent} of its {noun} and {verb} the {adj} {noun}
about {count} {people} {verb} the {noun} , {adv} more than the {count} of {month} , according to {org}
the {adj} {noun} {verb} {place} for {days} , while {noun} and {noun} {verb} the {noun} there
{role} {person} , {age} , {verb} the {adj} {noun} with a {noun} and {count} {noun}
a {noun} of {org} {adv} {verb} the {noun} , but {surname} {say} the {adj} {noun} {verb} it
under the {adj} {noun} , {place} {verb} {money} for {noun} , {noun} and {adj} {noun} by {date}
in {month} the {noun} {verb} {percent} , its {adj} {noun} since a {noun} {verb} {place}
{verb} by a {adj} {noun} , the {role} {verb} his {noun} and {verb} the {noun} in {place}
the {noun} between {place} and {place} {verb} {count} {noun} a {noun} before the {adj} {noun} {verb}
{surname} declined to say whether the {noun} {verb} the {adj} {noun} or {verb} {org}
a {noun} seen by this {noun} shows that {org} {verb} {money} of {adj} {noun} in {month}
no {noun} was {verb} , and the {adj} {noun} {adv} {verb} the {noun} by {day}
critics {say} the {noun} {verb} {adj} {noun} and {verb} a {noun} that {place} {adv} {verb}
{person} , who {verb} a {adj} {noun} for {org} , {say} : " a {noun} {verb} me , and the {noun} {verb} "
at {time} on {day} the {noun} {verb} a {adj} {noun} , {measure} from the {noun} of {place}
both {noun} and {noun} {verb} {surname} , whose {adj} {noun} {verb} {count} {noun}
the {role} {verb} a {noun} of {days} and {verb} {place} with {adj} {noun}
it was the {adj} {noun} that {place} {verb} since {year} , when {count} {people} {verb} a {noun}
for {surname} the {noun} {verb} a {adj} {noun} ; for {org} it {verb} the {noun}
shares of {org} {verb} {percent} as the {adj} {noun} {verb} , and {noun} {verb} {money}
{place} , a {noun} of {count} {people} , {verb} its {adj} {noun} on {date}
one {role} , {person} , {verb} the {noun} {measure} {adv} , past {adj} {noun} and {noun}
the {adj} {noun} {verb} every {adj} {noun} , {say} {person} of {org} , and the {noun} {verb} {place}
two {adj} {noun} {verb} the {noun} , one of them {measure} long , and {verb} a {noun}
`)

// Boilerplate before and after an article, shared by articles that have
// nothing else in common.
var (
	prefixes = []string{
		"Good morning. Here is what our readers are talking about today, with the day's markets, the weather along the coast and a crossword at the end.",
		"This article was first published in our weekend edition and is free to read for all visitors this month.",
		"Editor's note: the details of this developing report may change as officials release further information.",
		"You have three free articles left. Subscribers read everything, every day, without advertising.",
	}
	suffixes = []string{
		"Our journalism is paid for by readers. If you value independent reporting on the places you know, please consider a subscription from two crowns a week.",
		"This report was compiled with material from news agencies. Send corrections to the readers' desk, which answers every letter within a week.",
		"Follow us for breaking news, live scores and traffic, and listen to the evening bulletin wherever you get your podcasts.",
		"The views of readers in the comments are their own. Comments are open for two days and are read by an editor before they appear.",
		"Register for the morning letter and have the five stories that matter delivered before breakfast, with one that only made us smile.",
	}
)

// Notices are templates: the same words each time, with other names and
// numbers. No two notices are versions of one story.
var notices = parseNotices(`
{org} said on {day} that its board has approved a quarterly dividend of {cents} cents a share , payable on {date} to shareholders of record on {date2} . | The company paid {cents} cents in the same quarter of {year} . | {org} , based in {place} , makes {noun} and {noun} and employs {count} people . | The dividend is subject to the approval of the annual meeting , which will be held at the registered office of the company . | Its shares closed at {price} crowns on {day} , {percent} higher .
The harbour office of {place} reported {count} arrivals and {count2} departures in the week to {date} . | The largest vessel was the {org} with a cargo of {noun} and {adj} {noun} . | Water at the gauge stood at {measure} on {day} , with a {adj} wind from the north . | Boats of less than {measure2} are asked to keep clear of the outer channel between {time} and {time2} .
Funeral services for {person} , {age} , of {place} will be held at {time} on {date} at the chapel of {place2} . | Mr {surname} , a retired {role} , died on {date2} after a brief illness . | Born in {place2} in {year} , he worked for {org} for {count} years and was known for his {adj} {noun} . | He is survived by {count2} grandchildren . | In place of flowers the family asks for gifts to the {noun} fund .
`)

// part is a run of pattern: a literal word, or a slot.
type part struct {
	text string
	slot bool
}

type pattern []part

func parsePatterns(s string) []pattern {
	var out []pattern
	for l := range strings.Lines(strings.TrimSpace(s)) {
		out = append(out, parsePattern(l))
	}
	return out
}

func parsePattern(l string) pattern {
	var p pattern
	for _, f := range strings.Fields(l) {
		name, isSlot := strings.CutPrefix(f, "{")
		p = append(p, part{text: strings.TrimSuffix(name, "}"), slot: isSlot})
	}
	return p
}

func parseNotices(s string) [][]pattern {
	var out [][]pattern
	for l := range strings.Lines(strings.TrimSpace(s)) {
		var sentences []pattern
		for sentence := range strings.SplitSeq(l, "|") {
			sentences = append(sentences, parsePattern(strings.TrimSuffix(strings.TrimSpace(sentence), " .")))
		}
		out = append(out, sentences)
	}
	return out
}
