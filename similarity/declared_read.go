package similarity

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/wirediff/wirediff/internal/align"
	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/shingle"
)

// said is a claim as it was read, before it is held against the changes.
type said struct {
	Claim
	headline bool            // it is about the headline
	words    map[string]bool // stems of what it names
	from, to *Figure         // From and To, where they are figures
	general  bool            // of the story as a whole
}

// read finds what b says of its changes: in its signal, its headline, its note
// to editors and its text.
func (c *claims) read() {
	c.general = map[ClaimKind]bool{}
	if note := strings.TrimSpace(c.b.Note); note != "" && note != strings.TrimSpace(c.a.Note) {
		c.statement(note, Quote{Field: "note", Text: note}, 0)
	}
	seen := map[string]bool{}
	for _, p := range paragraphsOf(c.a) {
		seen[strings.TrimSpace(p.Of(c.a.Text))] = true
	}
	for _, p := range paragraphsOf(c.b) {
		text := strings.TrimSpace(p.Of(c.b.Text))
		if len(text) > longestStatement || seen[text] {
			continue
		}
		q := quoteSpan(c.b.Text, p)
		for _, form := range statementForms {
			if m := form.FindStringSubmatchIndex(text); m != nil {
				c.statement(text[m[2]:m[3]], *q, q.Start+m[2])
				break
			}
		}
	}
	if m := titleSignal.FindStringSubmatchIndex(c.b.Title); m != nil && !strings.HasPrefix(strings.TrimSpace(c.a.Title), c.b.Title[m[2]:m[3]]) {
		c.signal(c.b.Title[m[2]:m[3]], Quote{Field: "title", Start: m[2], End: m[3], Text: c.b.Title[m[2]:m[3]]})
	}
	if s := strings.TrimSpace(c.b.Signal); s != "" && (s != strings.TrimSpace(c.a.Signal) || slices.Contains(c.b.Previous, c.a.ID)) {
		c.signal(s, Quote{Field: "signal", Text: s})
	}
}

// paragraphsOf are the spans of an article's paragraphs.
func paragraphsOf(a *shingle.Article) (spans []shingle.Span) {
	for i, b := range a.Blocks {
		if n := len(spans); n > 0 && i > 0 && !strings.Contains(a.Text[a.Blocks[i-1].End:b.Start], "\n") {
			spans[n-1].End = b.End
			continue
		}
		spans = append(spans, b.Span)
	}
	return spans
}

// signal notes a word that declares the story as a whole. Where a statement
// of its kind names what was changed, the signal only announces it.
func (c *claims) signal(word string, q Quote) {
	low := strings.ToLower(word)
	kind := ClaimUpdate
	switch {
	case strings.Contains(low, "corr"):
		kind = ClaimCorrection
	case strings.Contains(low, "clarif"):
		kind = ClaimClarification
	case strings.Contains(low, "recast"):
		kind = ClaimRecast
	case !strings.Contains(low, "up") && !strings.Contains(low, "lead") && !strings.Contains(low, "ld") && !strings.Contains(low, "add"):
		return // a signal of something else
	}
	named := false
	for _, s := range c.found {
		named = named || s.Kind == kind
	}
	if !named {
		c.general[kind] = true
		c.found = append(c.found, said{Claim: Claim{Quote: q, Kind: kind}, general: true})
	}
}

// clauseStart finds where a clause of a statement may begin.
var clauseStart = regexp.MustCompile(`(?:^|[,;.:]\s+|\s+and\s+|\s+to\s+|\s)([A-Za-z]+)`)

// statement reads the clauses of a statement. at is its place in b's text.
func (c *claims) statement(text string, q Quote, at int) {
	type clause struct {
		kind       ClaimKind
		verb       string
		start, end int // of what follows the verb
		from       int
	}
	var clauses []clause
	for _, m := range clauseStart.FindAllStringSubmatchIndex(text, -1) {
		verb := strings.ToLower(text[m[2]:m[3]])
		kind, ok := claimVerbs[verb]
		opens := m[0] == 0 || strings.ContainsAny(text[m[0]:m[2]], ",;.:") || strings.Contains(text[m[0]:m[2]], "and")
		passive := strings.HasSuffix(verb, "ed") || strings.HasSuffix(verb, "en") || accusers[verb]
		if !ok || len(clauses) > 0 && !opens || len(clauses) == 0 && !opens && !passive && !strings.Contains(text[m[0]:m[2]], "to") {
			continue
		}
		if n := len(clauses); n > 0 {
			clauses[n-1].end = m[0]
		}
		clauses = append(clauses, clause{kind: kind, verb: verb, from: m[2], start: m[3], end: len(text)})
	}
	for _, k := range clauses {
		s := said{Claim: Claim{Quote: q, Kind: k.kind}}
		if q.Field == "" {
			s.Quote.Start, s.Quote.End = at+k.from, at+k.end
			s.Quote.Text = text[k.from:k.end]
		} else {
			s.Quote.Text = strings.TrimSpace(text[k.from:k.end])
		}
		c.clause(&s, text[k.start:k.end], accusers[k.verb])
		c.found = append(c.found, s)
	}
}

// clause reads what follows the verb: where, what, from what, to what.
func (c *claims) clause(s *said, rest string, accuses bool) {
	rest = readParagraphs(rest, s)
	if headlineRef.MatchString(rest) {
		s.headline = true
		rest = headlineRef.ReplaceAllString(rest, "")
	}
	object := rest
	for _, swap := range swapForms {
		m := swap.form.FindStringSubmatchIndex(rest)
		if m == nil {
			continue
		}
		s.To = strings.Trim(rest[m[2*swap.to]:m[2*swap.to+1]], " \t\n\"“”.‘’")
		if swap.from > 0 {
			s.From = strings.Trim(rest[m[2*swap.from]:m[2*swap.from+1]], " \t\n\"“”.‘’")
		}
		before := rest[:m[0]]
		if swap.before > 0 {
			before = rest[m[2*swap.before]:m[2*swap.before+1]]
		}
		object = before + " " + rest[m[1]:]
		break
	}
	s.from, s.to = figureIn(s.From), figureIn(s.To)
	if s.from == nil && s.to == nil {
		if accuses && s.To == "" {
			s.from = figureIn(rest) // misstated the number of dead as 21
			if s.from != nil {
				s.From = s.from.Text
			}
		}
		// "to reflect the minister's comments" is no value
		if s.From == "" && !hasName(s.To) {
			s.To, object = "", rest
		}
	}
	s.Object = strings.Trim(strings.Join(strings.Fields(object), " "), " .,;:()—–-")
	s.words = stems(s.Object)
	for w := range s.words {
		if emptyWords[w] || w[0] >= '0' && w[0] <= '9' {
			delete(s.words, w)
		}
	}
	s.general = len(s.words) == 0 && len(s.Paragraphs) == 0 && s.To == "" && s.From == "" && !s.headline
	if s.general || s.Kind == ClaimUpdate && len(s.Paragraphs) == 0 && s.To == "" {
		c.general[s.Kind] = true
	}
}

// readParagraphs takes the paragraphs that a clause names out of it.
func readParagraphs(rest string, s *said) string {
	if m := paragraphRef.FindStringSubmatch(rest); m != nil {
		s.Paragraphs = numbersOf(m[1] + m[2])
		rest = strings.Replace(rest, m[0], "", 1)
	}
	if m := ordinalRef.FindStringSubmatch(rest); m != nil {
		word := strings.ToLower(m[1])
		n, ok := ordinalWords[word]
		if !ok {
			n, _ = strconv.Atoi(strings.TrimRight(word, "stndrh"))
		}
		if n > 0 { // the last is counted when the text is
			s.Paragraphs = append(s.Paragraphs, n)
		}
		rest = strings.Replace(rest, m[0], "", 1)
	}
	return rest
}

// numbersOf reads "4", "3-5", "2, 6 and 7".
func numbersOf(list string) (out []int) {
	number, last, span := 0, 0, false
	flush := func() {
		if number == 0 {
			return
		}
		const most = 50 // paragraphs of a span; more is no span
		for n := last + 1; span && n < number && n-last < most; n++ {
			out = append(out, n)
		}
		out = append(out, number)
		number, last, span = 0, number, false
	}
	for _, r := range list + " " {
		if r >= '0' && r <= '9' {
			number = number*10 + int(r-'0')
			continue
		}
		flush()
		span = span || r == '-' || r == '–' || r == 't'
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// figureIn is the first figure of a value that a clause gives, or nil.
func figureIn(value string) *Figure {
	if value == "" {
		return nil
	}
	tokens, sentences := titleTokens(value)
	figs := figure.Find(nil, value, tokens, sentences, figure.Context{})
	if len(figs) == 0 {
		return nil
	}
	return &figs[0]
}

// hasName reports whether a value has a name in it.
func hasName(value string) bool {
	return strings.ContainsFunc(value, unicode.IsUpper)
}

// stems are the words of a text, in lower case and without their endings.
func stems(text string) map[string]bool {
	out := map[string]bool{}
	add(out, text)
	return out
}

func add(to map[string]bool, texts ...string) {
	for _, text := range texts {
		for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			to[align.Stem(w)] = true
		}
	}
}
