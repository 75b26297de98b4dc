package similarity

import "regexp"

// The English of declared changes. Desks write the first kind in brackets
// before or behind the text and in notes to editors ("Corrects …", "Updates
// with …"), newspapers the second below it ("An earlier version of this
// article misstated …").

// claimVerbs are the words by which a clause says what was done.
var claimVerbs = map[string]ClaimKind{
	"corrects": ClaimCorrection, "corrected": ClaimCorrection, "correcting": ClaimCorrection, "correct": ClaimCorrection, "correction": ClaimCorrection,
	"fix": ClaimCorrection, "amend": ClaimCorrection, "clarify": ClaimClarification, "revise": ClaimUpdate, "add": ClaimAddition, "remove": ClaimRemoval, "delete": ClaimRemoval,
	"fixes": ClaimCorrection, "fixed": ClaimCorrection, "fixing": ClaimCorrection, "amends": ClaimCorrection, "amended": ClaimCorrection, "amending": ClaimCorrection,
	"rectifies": ClaimCorrection, "rectified": ClaimCorrection,
	"misstated": ClaimCorrection, "misspelled": ClaimCorrection, "misspelt": ClaimCorrection, "misidentified": ClaimCorrection, "misquoted": ClaimCorrection,
	"misattributed": ClaimCorrection, "incorrectly": ClaimCorrection, "wrongly": ClaimCorrection, "erroneously": ClaimCorrection, "mistakenly": ClaimCorrection, "inaccurately": ClaimCorrection,
	"clarifies": ClaimClarification, "clarified": ClaimClarification, "clarifying": ClaimClarification, "clarification": ClaimClarification, "specifies": ClaimClarification,
	"updates": ClaimUpdate, "updated": ClaimUpdate, "updating": ClaimUpdate, "update": ClaimUpdate, "revises": ClaimUpdate, "revised": ClaimUpdate, "revising": ClaimUpdate,
	"changes": ClaimUpdate, "changed": ClaimUpdate, "replaces": ClaimUpdate, "replaced": ClaimUpdate, "raises": ClaimUpdate, "raised": ClaimUpdate, "lowers": ClaimUpdate, "lowered": ClaimUpdate, "freshens": ClaimUpdate,
	"adds": ClaimAddition, "added": ClaimAddition, "adding": ClaimAddition, "inserts": ClaimAddition, "includes": ClaimAddition, "restores": ClaimAddition,
	"removes": ClaimRemoval, "removed": ClaimRemoval, "removing": ClaimRemoval, "deletes": ClaimRemoval, "deleted": ClaimRemoval, "deleting": ClaimRemoval,
	"drops": ClaimRemoval, "omits": ClaimRemoval, "trims": ClaimRemoval,
	"recasts": ClaimRecast, "recast": ClaimRecast, "recasting": ClaimRecast, "rewrites": ClaimRecast, "rewritten": ClaimRecast, "releads": ClaimRecast, "rewords": ClaimRecast, "rephrases": ClaimRecast, "restructures": ClaimRecast,
}

// accusers are verbs whose object is what stood there, and was wrong.
var accusers = map[string]bool{
	"misstated": true, "misspelled": true, "misspelt": true, "misidentified": true, "misquoted": true, "misattributed": true,
	"incorrectly": true, "wrongly": true, "erroneously": true, "mistakenly": true, "inaccurately": true,
}

// statementForm is a form of a paragraph that declares changes. what is the
// submatch of what it says, label that of a word that says the kind, where no
// verb does; 0 where there is none. A paragraph that does not open with one of
// the characters opens, or has not the word has in lower case, has not the
// form: few need to be matched.
type statementForm struct {
	form        func() *regexp.Regexp
	label, what int
	opens, has  string // empty for any
}

var statementForms = []statementForm{
	// (Corrects death toll in paragraph 4), (Refiles to correct spelling), (In May 6 story, corrects age)
	{pattern(`(?is)^\(\s*((?:(?:in|this|the)\s[^()]{0,60}?\b(?:story|version|item|report|article|headline)s?,?\s[^()]{0,20}?)?(?:(?:refiles?|repeats?|resends?)[^()]{0,20}?\sto\s)?(?:correct|updat|add|recast|clarif|fix|amend|revis|delet|remov|drop|rewrit|relead|chang|replac|insert|rais|rephras|reword)[a-z]*\b[^()]*(?:\([^()]*\)[^()]*)*)\)?\s*$`), 0, 1, "(", ""},
	// -- corrects year of loss in third paragraph; NOTE: Corrects reversed figures
	{pattern(`(?is)^(?:[-–—*•]{1,4}\s*|note\s?:\s*(?:company )?)((?:correct|updat|add|recast|clarif|fix|amend|delet|remov)(?:s|es|ies|ing)\b.*)$`), 0, 1, "-–—*•nN", ""},
	// In a story headlined …, please read 24.7 mln, not 200.7 mln
	{pattern(`(?is)^(correction)?\b.{0,300}?\b(?:please|pls) read\b\s*(.*)$`), 1, 2, "", "read"},
	// Correction: …; UPDATE (June 3): …; Editor's note: …; Eds: UPDATES with …; ATTENTION - ADDS quotes ///
	{pattern(`(?is)^(correction|corrected|clarification|updated?|editor[’']s note|eds|note to editors?|correction appended|attention)\b[^:.]{0,40}?\s?[:—–-]\s*(.+?)[\s/]*$`), 1, 2, "cCuUeEnNaA", ""},
	// This article has been corrected to say …; A correction was made on …: an earlier version …; Because of an editing error, …
	{pattern(`(?is)^\W{0,3}(?:a (?:correction|clarification) was made on [^:]{0,30}:\s*|(?:because of|due to|owing to) an? [^,.]{0,40},\s*)?((?:this|an earlier version of this|a previous version of this|earlier versions of this|the original version of this) (?:story|article|report|version|headline|item|post|page)\b.{0,80}?\b(?:correct|updat|amend|clarif|revis|misst|missp|misid|misq|misat|incorrect|wrong|erron|mistak|inaccur|said|gave|stated)[a-z]*\b.*)$`), 0, 1, "", "this "},
}

// longestStatement is the length of what is taken for a declaration: desks
// write a line or two, papers a short paragraph.
const longestStatement = 800

// titleSignal is what a headline says of the story as a whole.
var titleSignal = pattern(`^\s*\(?(?i:(CORRECTED|CORRECTION|CORRECTS|CLARIFICATION|UPDATE\s?\d{0,2}|UPDATED|WRAPUP\s?\d{0,2}|RECAST|\d{1,2}(?:ST|ND|RD|TH) (?:LEAD|LD)|(?:ADDS|UPDATES|LEADS?)))\)?\s?[-:–—]`)

// paragraphRef finds which paragraphs a clause names.
var (
	paragraphRef = pattern(`(?i)\b(?:in\s+(?:the\s+)?)?(?:(?:paragraphs|paras|grafs|graphs)\.?\s+(\d{1,3}(?:\s*(?:,|and|&|-|–)\s*\d{1,3})*)|(?:paragraph|para|graf|graph)\.?\s+(\d{1,3}))\b`)
	ordinalRef   = pattern(`(?i)\b(?:in\s+(?:the\s+)?)?(\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|lead|opening)\s+(?:paragraphs?|paras?|grafs?|graphs?)\b`)
	headlineRef  = pattern(`(?i)\bheadlines?\b`)
)

var ordinalWords = map[string]int{
	"first": 1, "lead": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}

// swapForms find what was put for what. Where before is a submatch, what it
// holds is part of the object still; else what the form leaves is.
var swapForms = []struct {
	form             func() *regexp.Regexp
	before, to, from int
}{
	// to 43 from 34
	{pattern(`(?is)\bto\s+([^,;()]{1,40}?)\s+from\s+([^,;()]{1,40}?)(?:[,;()]|\s+in\s|\.?$|\.\s)`), 0, 1, 2},
	// from 21 to 12
	{pattern(`(?is)\bfrom\s+(.{1,60}?)\s+to\s+([^,;()]{1,60}?)(?:[,;()]|\s+in\s|\.?$|\.\s)`), 0, 2, 1},
	// to say that 12 died, not 21
	{pattern(`(?is)^(.*)\bto\s+(?:say\s+|read\s+|show\s+|be\s+)?(?:that\s+)?([^;()]{1,60}?),?\s*\(?\b(?:not|instead of|rather than)\s+([^,;()]{1,60}?)(?:[,;()]|\s+in\s|\.?$|\.\s)`), 1, 2, 3},
	// the toll is 12, not 21
	{pattern(`(?is)^(.*)\b(?:as|is|was|are|were|said|says|reads?)\s+([^;()]{1,60}?),?\s*\(?\b(?:not|instead of|rather than)\s+([^,;()]{1,60}?)(?:[,;()]|\s+in\s|\.?$|\.\s)`), 1, 2, 3},
	// misstated the toll as 21. It was 12; said 21 were aboard; the correct number is 12
	{pattern(`(?is)\b(?:as|said|gave|stated)\s+([^;().]{1,80})[.;,]\s+(?:it|they|there|the (?:correct|actual|right)[^.]{1,40}?|he|she)\s+(?:is|are|was|were)\s+(?:in fact\s+|actually\s+)?([^,;().]{1,60})`), 0, 2, 1},
	// 12, not 21
	{pattern(`(?is)^()([^;(),]{1,60}?),?\s*\(?\b(?:not|instead of|rather than)\s+([^,;()]{1,60}?)(?:[,;()]|\s+in\s|\.?$|\.\s)`), 1, 2, 3},
	// to 12
	{pattern(`(?is)\bto\s+(?:say\s+|read\s+|show\s+|be\s+)?(?:that\s+)?([^,;()]{1,60}?)(?:[,;()]|\s+in\s|\s+from\s|\.?$|\.\s)`), 0, 1, 0},
}

// dayOfChange finds when a text was changed, which is no part of what was.
var dayOfChange = pattern(`(?i)^\s*on\s+(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\.?\s+\d{1,2})(?:,?\s+\d{4})?,?`)

// itself finds a subject that is the text, not what was changed in it.
var itself = pattern(`(?i)\b(?:story|version|item|report|article|headline|post|page|paragraph|error|correction|clarification|refile|repeat|resend)s?\b`)

// declaredWords stand for kinds of change: what a clause that has one of them is
// fulfilled by is a change with one of the others.
var declaredWords = [][]string{
	{"toll", "dead", "deaths", "death", "killed", "fatalities", "fatality", "die", "died", "casualties"},
	{"injuries", "injured", "wounded", "hurt", "injury", "casualties"},
	{"missing", "unaccounted"},
	{"arrests", "arrested", "detained"},
	{"percentage", "percent", "per cent", "rate", "share", "point"},
	{"date", "day", "weekday", "year", "month"},
	{"time", "hour"},
	{"age", "aged", "old", "years"},
	{"price", "cost", "amount", "sum", "value", "money", "revenue", "profit"},
	{"distance", "length", "height", "weight", "size", "measure"},
	{"quote", "quotes", "quotation", "comment", "comments", "reaction", "quoted"},
}

// bareVerbs are forms that are nouns or adjectives too, or serve another verb.
var bareVerbs = map[string]bool{
	"correct": true, "correction": true, "clarification": true, "update": true, "fix": true, "amend": true, "clarify": true, "revise": true, "add": true, "remove": true, "delete": true, "changes": true,
}

// particles are no part of an object where they begin or end it.
var particles = map[string]bool{
	"with": true, "to": true, "in": true, "that": true, "of": true, "the": true, "a": true, "from": true, "on": true, "for": true, "by": true, "and": true, "it": true, "is": true, "was": true, "say": true, "show": true, "said": true,
}

// emptyWords say nothing of what changed.
var emptyWords = stems(`a an the of in on at to by for with from and or not that this its it is was were be been has have had as into said say says
	new latest more some further number numbers figure figures total count detail details background context throughout story article version report item
	paragraph paragraphs para paras graf grafs line lines text copy reference word wording typo error name names spelling earlier previous lead also now up
	correct corrected corrects updated updates an`)
