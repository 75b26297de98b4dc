package similarity

import "strings"

// wordMarks says which of the tables have a word in lower case, wherever it
// stands: it is asked once a word of two texts, so that the rest of a text costs
// the rules nothing.
type wordMarks struct {
	scales uint64 // bit n: it stands on action scale n, or begins a phrase that does
	flags  wordFlags
}

type wordFlags uint64

const (
	stopWord    wordFlags = 1 << iota // it says nothing of what a sentence is about
	numberWord                        // a number written out
	bent                              // an irregular form of another word
	dayName                           // a day or a month
	commonest                         // one of the commonest of English
	negating                          // it may begin a negation
	negation                          // it is one by itself
	denying                           // it denies, by itself or with others
	opposable                         // it has a contrary in a table
	prefixing                         // it begins with un- or non-
	hedging                           // a hedge may begin with it
	cautioning                        // a caveat may begin with it
	attributing                       // an attribution may be known by it
	opensClause                       // a source does not reach across it
	finiteVerb                        // nor across it
	between                           // it may stand between a source and its verb
	adverb                            // it ends in -ly
	participial                       // it may be a participle
	acting                            // an actor whose deeds are the news
	being                             // a form of 'be', as in the passive
	droppable                         // house style puts it in or leaves it out
	quoting                           // a quotation mark, or an apostrophe that may be one
)

// wordbook is the words of all tables.
var wordbook = func() map[string]wordMarks {
	book := map[string]wordMarks{}
	for f, set := range map[wordFlags]map[string]bool{
		stopWord: stopWords, dayName: days, commonest: commonEnglish, opensClause: clauseStarts, finiteVerb: finite,
		between: passedOver, participial: participles, acting: actors, droppable: dropsOut,
		negating | negation | denying: negations, denying: negativeWords,
		attributing: attributionWords, being: formsOfBe, quoting: quotingMarks,
	} {
		markAll(book, set, f)
	}
	markAll(book, numberWords, numberWord)
	markAll(book, irregular, bent)
	markAll(book, denyingVerbs, negating)
	markAll(book, hedgePhrases, hedging)
	markAll(book, caveats, cautioning)
	markAll(book, reportingVerbs, attributing)
	markAll(book, contraries, opposable)
	markAll(book, antonyms, opposable)
	for w, steps := range actionScales {
		m := book[w]
		for _, s := range steps {
			m.scales |= 1 << s.scale
		}
		book[w] = m
	}
	for w, phrases := range scalePhrases {
		m := book[w]
		for _, p := range phrases {
			m.scales |= 1 << p.at.scale
		}
		book[w] = m
	}
	return book
}()

// markAll marks all words of a table.
func markAll[V any](book map[string]wordMarks, table map[string]V, f wordFlags) {
	for w := range table {
		m := book[w]
		m.flags |= f
		book[w] = m
	}
}

// marksOf looks a word in lower case up.
func marksOf(low string) wordMarks {
	m := wordbook[low]
	switch {
	case strings.HasPrefix(low, "un"):
		m.flags |= prefixing
		if len(low) > len("unless") && !notUn[low] {
			m.flags |= denying
		}
	case strings.HasPrefix(low, "non"):
		m.flags |= prefixing | denying
	}
	switch {
	case strings.HasSuffix(low, "ly"):
		m.flags |= adverb
	case strings.HasSuffix(low, "ed") && len(low) > len("shed"):
		m.flags |= participial
	case strings.HasSuffix(low, "n't"):
		m.flags |= negating | negation | denying
	}
	return m
}
