package similarity

import (
	"slices"
	"sync"

	"github.com/wirediff/wirediff/shingle"
)

// figureText is an article read for its figures. What is asked of it more than
// once is kept, so it is for one goroutine at a time.
type figureText struct {
	figures  []Figure // as Figures gives them; mentions point into it
	mentions []mention
	facts    []fact
	forms    forms
	sents    [][]contextWord // the words of each sentence, by form; the title's last
	room     []contextWord   // free for the words around mentions

	vocabulary

	figureRoom

	checked  *[]Check   // see checks; nil until asked
	repeated *[][2]fact // see repeats; nil until asked
	parted   *parts     // see parts; nil until asked
	pairing  *pairing   // see self; nil until asked

	set    *shingle.Set // see shingles; nil until asked
	judged *subject     // see subject; nil until asked
}

// figureRoom is what a text's figures are kept in, beside what has its place in
// figureText.
type figureRoom struct {
	inText, inTitle sentenceRoom
	contexts        []contextWord // that room was cut from last
	members         fact          // that the facts are cut from
	shingled        shingle.Set   // that set is
}

// figureTexts are those that were released.
var figureTexts = sync.Pool{New: func() any { return new(figureText) }}

// maxMentions bounds what is compared in one article. News copy has 10 to 60
// figures; a text with more than this is a table, and its rest is left out
// with a warning.
const maxMentions = 400

// readFigures finds and prepares an article's figures. The cost is linear in the
// text, and in the figures times the length of their sentences.
func readFigures(a *shingle.Article) *figureText {
	r := figureTexts.Get().(*figureText)
	r.vocabulary.read(a)
	r.figures = figuresOf(r.figures, a, r.headline)
	r.forms.read(&r.vocabulary)
	r.sents = append(r.forms.sentences(a.Tokens, r.text, a.Sentences, &r.inText), r.heading())
	n := min(len(r.figures), maxMentions)
	r.mentions = slices.Grow(r.mentions[:0], n+8)
	for i := range r.figures[:n] {
		r.mentions = append(r.mentions, r.mentionOf(&r.figures[i]))
		if m := r.conversionOf(&r.figures[i], i); m != nil {
			r.mentions = append(r.mentions, r.mentionOf(m))
		}
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		m.n, m.change, m.more = i+1, isChange(r, m), isMore(r, m)
	}
	r.groupFacts()
	return r
}

// release gives the memory of a text, unless it is a large one, to those that are
// read after it. Neither it nor its figures may be used any more.
func (r *figureText) release() {
	if len(r.words) > keptWords || len(r.figures) > maxMentions {
		return
	}
	if r.pairing != nil {
		r.pairing.release()
	}
	r.vocabulary.empty()
	clear(r.figures) // hold on to no text
	clear(r.mentions)
	clear(r.facts)
	*r = figureText{
		figures: r.figures[:0], mentions: r.mentions[:0], facts: r.facts[:0], forms: r.forms,
		room: r.contexts[:0], vocabulary: r.vocabulary, figureRoom: r.figureRoom,
	}
	figureTexts.Put(r)
}

// heading is the words of the title, by form.
func (r *figureText) heading() []contextWord {
	if len(r.headline) == 0 {
		return nil
	}
	return r.forms.sentences(r.headline, r.title, []shingle.Sentence{{Last: len(r.headline)}}, &r.inTitle)[0]
}

// window is the words of the tokens [from, to) of the text, by form.
func (r *figureText) window(from, to int) []contextWord {
	words := r.forms.sentences(r.article.Tokens[from:to], r.text[from:to], []shingle.Sentence{{Last: to - from}}, new(sentenceRoom))[0]
	for i := range words {
		words[i].at += int32(from)
	}
	return words
}

// subject is the article as it is judged.
func (r *figureText) subject() *subject {
	if r.judged == nil {
		r.judged = newSubject(r.article, r.shingles())
	}
	return r.judged
}

// shingles is the article's set of runs of shingle.DefaultSize words.
func (r *figureText) shingles() shingle.Set {
	if r.set == nil {
		room := rooms.Get().(*room)
		r.shingled = append(r.shingled[:0], room.worker.shingler.Of(r.article)...)
		rooms.Put(room)
		r.set = &r.shingled
	}
	return *r.set
}
