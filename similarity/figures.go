package similarity

import (
	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// MaxFigures bounds the figures that are read in one text: of one with more the
// first are read.
const MaxFigures = figure.MaxFigures

// Figures are the figures of an article: those of its text in order, then
// those of its title (Field "title"). A figure that stands in page furniture
// has the role's name in Where. Sentence is the index of the figure's
// sentence in a.Sentences, and 0 in a title. The cost is linear in the text.
func Figures(a *shingle.Article) []Figure {
	tokens, _ := titleTokens(a.Title)
	return figuresOf(nil, a, tokens)
}

// figuresOf is Figures of an article with such tokens in its title, in room.
func figuresOf(room []Figure, a *shingle.Article, headline []shingle.Token) []Figure {
	ctx := figure.Context{Published: a.Published, Lang: a.Lang}
	figs := figure.Find(room[:0], a.Text, a.Tokens, a.Sentences, ctx)
	for i := range figs {
		if s := figs[i].Sentence; s >= 0 && s < len(a.Roles) && a.Roles[s].Furniture() {
			figs[i].Where = a.Roles[s].String()
		}
	}
	if a.Title == "" {
		return figs
	}
	n := len(figs)
	figs = figure.Find(figs, a.Title, headline, titleSentence(headline), ctx)
	ofTitle := figs[n:]
	for i := range ofTitle {
		ofTitle[i].Field = "title"
		ofTitle[i].Sentence = 0
		if ofTitle[i].PartOf > 0 {
			ofTitle[i].PartOf += n
		}
	}
	return figs
}

// titleSentence is the tokens of a title as one sentence, nil where there are
// none.
func titleSentence(tokens []shingle.Token) []shingle.Sentence {
	if len(tokens) == 0 {
		return nil
	}
	span := shingle.Span{Start: int(tokens[0].Start), End: int(tokens[len(tokens)-1].End)}
	return []shingle.Sentence{{Span: span, First: 0, Last: len(tokens)}}
}

// titleTokens reads a title as one sentence.
func titleTokens(title string) ([]shingle.Token, []shingle.Sentence) {
	tokens := token.Tokenize(nil, title)
	return tokens, titleSentence(tokens)
}
