package similarity

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
		if len(note) > longestStatement {
			note = strings.ToValidUTF8(note[:longestStatement], "")
		}
		c.statement(note, "", Quote{Field: "note", Text: note}, 0)
	}
	var seen map[string]bool // a's paragraphs; made when first asked for
	for _, p := range paragraphsOf(c.b) {
		text := strings.TrimSpace(p.Of(c.b.Text))
		if !mayDeclare(text) {
			continue
		}
		if seen == nil {
			seen = map[string]bool{}
			for _, p := range paragraphsOf(c.a) {
				seen[strings.TrimSpace(p.Of(c.a.Text))] = true
			}
		}
		if !seen[text] {
			c.paragraphSays(text, *quoteSpan(c.b.Text, p))
		}
	}
	for _, s := range c.b.Sentences { // at the end of a paragraph, behind a dash
		if text := strings.TrimSpace(s.Of(c.b.Text)); strings.ContainsAny(firstRune(text), "-–—(") && !c.inStatement(s.Start, s.End) && !strings.Contains(c.a.Text, text) {
			c.paragraphSays(text, *quoteSpan(c.b.Text, s.Span))
		}
	}
	if m := titleSignal().FindStringSubmatchIndex(c.b.Title); m != nil && !strings.HasPrefix(strings.TrimSpace(c.a.Title), c.b.Title[m[2]:m[3]]) {
		c.signal(c.b.Title[m[2]:m[3]], Quote{Field: "title", Start: m[2], End: m[3], Text: c.b.Title[m[2]:m[3]]})
	}
	if s := strings.TrimSpace(c.b.Signal); s != "" && (s != strings.TrimSpace(c.a.Signal) || slices.Contains(c.b.Previous, c.a.ID)) {
		c.signal(s, Quote{Field: "signal", Text: s})
	}
}

func firstRune(text string) string {
	_, n := utf8.DecodeRuneInString(text)
	return text[:n]
}

// mayDeclare reports whether a paragraph may have one of the forms of a
// statement: few do.
func mayDeclare(text string) bool {
	if len(text) > longestStatement {
		return false
	}
	first := firstRune(text)
	for i := range statementForms {
		if statementForms[i].mayBe(text, first) {
			return true
		}
	}
	return false
}

// mayBe reports whether a paragraph that begins with first may have the form.
func (f *statementForm) mayBe(text, first string) bool {
	return (f.opens == "" || strings.Contains(f.opens, first)) && hasFold(text, f.has)
}

// hasFold reports whether text has low, which is ASCII in lower case, in any case
// of ASCII.
func hasFold(text, low string) bool {
	for i := 0; i+len(low) <= len(text); i++ {
		n := 0
		for n < len(low) && lowered(text[i+n]) == low[n] {
			n++
		}
		if n == len(low) {
			return true
		}
	}
	return false
}

func lowered(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + ('a' - 'A')
	}
	return c
}

// paragraphSays reads a paragraph that has one of the forms of a statement.
func (c *claims) paragraphSays(text string, q Quote) {
	if len(text) > longestStatement {
		return
	}
	first := firstRune(text)
	for i := range statementForms {
		f := &statementForms[i]
		if !f.mayBe(text, first) {
			continue
		}
		m := f.form().FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		label := ""
		if f.label > 0 {
			label = "correction" // "please read" alone
			if m[2*f.label] >= 0 {
				label = strings.ToLower(text[m[2*f.label]:m[2*f.label+1]])
			}
		}
		before := len(c.found)
		c.statement(text[m[2*f.what]:m[2*f.what+1]], label, q, q.Start+m[2*f.what])
		if len(c.found) > before {
			c.statements = append(c.statements, shingle.Span{Start: q.Start, End: q.End})
		}
		return
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
var clauseStart = pattern(`(?:^|[,;.:]\s+|\(|\s+and\s+|\s+to\s+|\s)([A-Za-z]+)`)

// clause is a part of a statement with a verb of its own.
type clause struct {
	kind       ClaimKind
	verb       string
	from       int // the verb, or where there is none the statement
	start, end int // of what follows it
}

// clausesOf parts a statement by its verbs. The first may be anywhere; the
// others open a clause. What was updated "to correct" something was corrected.
func clausesOf(text string) (clauses []clause) {
	for _, m := range clauseStart().FindAllStringSubmatchIndex(text, -1) {
		verb := strings.ToLower(text[m[2]:m[3]])
		kind, ok := claimVerbs[verb]
		if !ok {
			continue
		}
		between := text[m[0]:m[2]]
		opens := m[0] == 0 || strings.ContainsAny(between, ",;.:(") || strings.Contains(between, "and")
		purpose := strings.Contains(between, "to")
		switch n := len(clauses); {
		case n == 0 && bareVerbs[verb] && !opens && !purpose:
			continue // "the correct number", "an update on"
		case n == 1 && purpose && bareVerbs[verb] && (clauses[0].start == m[0] || dayOfChange().FindString(text[clauses[0].start:]) == text[clauses[0].start:m[0]]):
			clauses = clauses[:0]
		case n > 0 && !opens || n > 0 && bareVerbs[verb]:
			continue
		case n > 0:
			clauses[n-1].end = m[0]
		}
		clauses = append(clauses, clause{kind: kind, verb: verb, from: m[2], start: m[3], end: len(text)})
	}
	return clauses
}

// statement reads the clauses of a statement. at is its place in b's text.
func (c *claims) statement(text, label string, q Quote, at int) {
	clauses := clausesOf(text)
	if kind, ok := claimVerbs[strings.TrimSuffix(label, " appended")]; ok && len(clauses) == 0 && text != strings.ToUpper(text) { // no headline
		clauses = []clause{{kind: kind, end: len(text)}}
	}
	for i, k := range clauses {
		s := said{Claim: Claim{Quote: q, Kind: k.kind}}
		s.Quote.Text = strings.TrimSpace(text[k.from:k.end])
		if q.Field == "" {
			s.Quote.Start, s.Quote.End = at+k.from, at+k.from+len(s.Quote.Text)
		}
		rest := text[k.start:k.end]
		rest = strings.TrimPrefix(rest, dayOfChange().FindString(rest))
		if subject := strings.TrimSpace(text[:k.from]); i == 0 && passive().MatchString(subject) && !itself().MatchString(subject) {
			rest = auxiliary().ReplaceAllString(subject, "") + " " + rest // the death toll was changed
		}
		c.clause(&s, rest, accusers[k.verb])
		c.found = append(c.found, s)
	}
}

// passive finds a subject to which something was done.
var passive = pattern(`(?i)\b(?:was|were|been|is|are)$`)

var auxiliary = pattern(`(?i)\s*\b(?:has|have|had|was|were|is|are|been|be)\b`)

// clause reads what follows the verb: where, what, from what, to what.
func (c *claims) clause(s *said, rest string, accuses bool) {
	rest = readParagraphs(rest, s)
	if headlineRef().MatchString(rest) {
		s.headline = true
		rest = headlineRef().ReplaceAllString(rest, "")
	}
	object := rest
	for _, swap := range swapForms {
		m := swap.form().FindStringSubmatchIndex(rest)
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
	s.To = strings.TrimPrefix(s.To, "that ")
	s.from, s.to = figureIn(s.From), figureIn(s.To)
	if s.from == nil && s.to == nil {
		if accuses && s.To == "" {
			s.from = figureIn(rest) // misstated the number of dead as 21
			if s.from != nil {
				s.From = s.from.Text
			}
		}
		// "to reflect the minister's comments" is no value
		if s.From == "" && !hasName(s.To) || s.To == "" {
			s.To, object = "", rest
		}
	}
	s.Object = tidyObject(object)
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

// tidyObject takes from an object what is left around it by its values.
func tidyObject(object string) string {
	object, _, _ = strings.Cut(strings.TrimLeft(object, " ,;:"), ". ")
	words := strings.Fields(object)
	for len(words) > 0 && particles[strings.ToLower(strings.Trim(words[0], ",;:"))] {
		words = words[1:]
	}
	for len(words) > 0 && particles[strings.ToLower(strings.Trim(words[len(words)-1], ".,;:"))] {
		words = words[:len(words)-1]
	}
	return strings.Trim(strings.Join(words, " "), " .,;:()—–-")
}

// readParagraphs takes the paragraphs that a clause names out of it.
func readParagraphs(rest string, s *said) string {
	if m := ordinalRef().FindStringSubmatch(rest); m != nil {
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
	if m := paragraphRef().FindStringSubmatch(rest); m != nil {
		s.Paragraphs = append(s.Paragraphs, numbersOf(m[1]+m[2])...)
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
		span = span || r == '-' || r == '–'
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
	if len(figs) == 0 || figs[0].Kind == figure.Ordinal { // "2nd floor" is rather a name
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
