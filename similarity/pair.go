package similarity

import (
	"math"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/shingle"
)

// edge is a pair inside a group, with exact counts: a and b are indexes in the
// group's list of documents, a < b. Its score is known when judged. A group of
// thousands has tens of edges a document.
type edge struct {
	a, b                 int32
	shared, sizeA, sizeB int32
	judged               bool
	score                float64
}

func newEdge(a, b int32, n shingle.Counts) edge {
	return edge{a: a, b: b, shared: int32(n.Shared), sizeA: int32(n.SizeA), sizeB: int32(n.SizeB)}
}

func (e *edge) counts() shingle.Counts {
	return shingle.Counts{Shared: int(e.shared), SizeA: int(e.sizeA), SizeB: int(e.sizeB)}
}

// versionScore is the score from which two documents are taken for versions of
// one story: the score is a probability.
const versionScore = 0.5

// version reports whether the two are judged to be versions of one story.
func (e *edge) version() bool { return e.judged && e.score >= versionScore }

// held is the larger containment.
func held(n shingle.Counts) float64 { return max(n.ContainmentA(), n.ContainmentB()) }

// holds reports whether the smaller of two documents is in the other for the
// most part.
func holds(n shingle.Counts) bool {
	return min(n.SizeA, n.SizeB) >= excerptShingles && held(n) >= excerptShare
}

// A shared sentence of boilerplate or a shared quote has 20 to 30 shingles;
// what is held in another document for 0.6 of its own shingles shares more
// than that, unless it is a line or two.
const (
	excerptShare    = 0.6
	excerptShingles = 10
)

// listedResemblance is the least resemblance of a pair that is listed though
// its documents are no versions of one story.
const listedResemblance = 0.3

// near reports whether a pair's wording alone makes it worth judging.
func near(n shingle.Counts) bool { return n.Resemblance() >= listedResemblance || holds(n) }

// judge scores the pairs of a group. Views are made when first asked for.
type judge struct {
	rarity *facts.Rarity
	docs   []*record
	views  []*facts.View
	viewer *facts.Viewer

	previous map[int32][]string // as in Finder; nil for a pair alone
}

func newJudge(rarity *facts.Rarity, docs []*record) *judge {
	return &judge{rarity: rarity, docs: docs, views: make([]*facts.View, len(docs)), viewer: &facts.Viewer{}}
}

func (j *judge) view(i int32) *facts.View {
	if j.views[i] == nil {
		j.views[i] = j.viewer.View(j.docs[i].profile, j.rarity)
	}
	return j.views[i]
}

// sureAlike is the resemblance that needs no look at names and figures: of 100
// shingles at most 8 differ on either side, which is two or three words. A
// short text that comes again a day later may still be a notice of a series.
const (
	sureAlike  = 0.85
	seriesDays = 0.9 // a daily notice is not sent by the clock
	shortText  = 80  // shingles
	shortAlike = 0.5
)

// tinyShingles is the size below which a text may be nothing but a template
// ("dividend 10 cts, pay April 15") and its title says what it is about.
const tinyShingles = 30

// hardlyDiffer reports whether the counts of two texts say alone that they are
// versions of one story.
func hardlyDiffer(n shingle.Counts) bool {
	return min(n.SizeA, n.SizeB) >= shortText && n.Resemblance() >= sureAlike
}

// sureScore is the score of a pair that needs no model.
func sureScore(n shingle.Counts) float64 { return 0.5 + n.Resemblance()/2 }

// judge gives a pair its score, once.
func (j *judge) judge(e *edge) {
	if e.judged {
		return
	}
	e.judged = true
	e.score = j.score(e)
}

func (j *judge) score(e *edge) float64 {
	alike := e.counts().Resemblance()
	switch j.rule(e) {
	case ruleEmpty:
		return 0
	case ruleTitles, ruleSeries:
		return min(alike, 1-versionScore) / 2
	case ruleSure, ruleNames:
		return sureScore(e.counts())
	}
	f, model := j.whole(e)
	f.Complete(j.view(e.a), j.view(e.b))
	return model.Score(&f)
}

// whole gives the features of a pair that need no sentences, and the model that
// answers for it; that of the titles where the model asks for it.
func (j *judge) whole(e *edge) (facts.Features, *facts.Model) {
	f := facts.Whole(j.view(e.a), j.view(e.b), j.outside(e))
	model := facts.Choose(&f)
	if model.Weight[facts.Title] != 0 {
		f[facts.Title] = j.titleShare(e)
	}
	return f, model
}

func (j *judge) titleShare(e *edge) float64 {
	return facts.TitleShare(j.docs[e.a].title, j.docs[e.b].title, j.rarity)
}

// The rules that need no model.
const (
	ruleEmpty  = "a text without words"
	ruleTitles = "texts of a line or two, under titles that share no word"
	ruleSeries = "short texts a day or more apart, each with figures of its own: a series of notices"
	ruleSure   = "hardly a word differs"
	ruleNames  = "short texts of one day with most of their wording and every name in common"
)

// rule is the rule that decides a pair; "" where a model does.
func (j *judge) rule(e *edge) string {
	n := e.counts()
	least := min(n.SizeA, n.SizeB)
	switch alike := n.Resemblance(); {
	case least == 0:
		return ruleEmpty
	case least < tinyShingles && j.titlesDiffer(e):
		return ruleTitles
	case max(n.SizeA, n.SizeB) < shortText && j.days(e) >= seriesDays && j.figuresDiffer(e):
		return ruleSeries
	case n.Shared == n.SizeA && n.Shared == n.SizeB && !j.oneOutlet(e):
		return ruleSure
	case hardlyDiffer(n), alike >= sureAlike && j.days(e) < seriesDays:
		return ruleSure
	case least < shortText && alike >= shortAlike && j.days(e) < seriesDays && j.namesAgree(e):
		return ruleNames
	}
	return ""
}

// namesAgree reports whether two documents share rare names and neither has a
// name of its own: a short text says too little for a model, but what has the
// same names and much of the wording on one day tells of one event.
func (j *judge) namesAgree(e *edge) bool {
	weight, ok := facts.NamesAgree(j.view(e.a), j.view(e.b))
	return ok && weight >= namesLeast
}

// namesLeast is the weight of two rare names.
const namesLeast = 12

// features are what the models see of a pair.
func (j *judge) features(e *edge) facts.Features {
	out := j.outside(e)
	out.Title = j.titleShare(e)
	return facts.Compare(j.view(e.a), j.view(e.b), out)
}

func (j *judge) outside(e *edge) facts.Outside {
	return facts.Outside{Held: held(e.counts()), Alike: e.counts().Resemblance(), Days: j.days(e)}
}

// days is how many days lie between two documents. Where one is not dated, or
// each has a figure of its own, they are taken for news, or notices, of one day
// that is not known; where nothing tells, it is −1.
func (j *judge) days(e *edge) float64 {
	a, b := j.docs[e.a], j.docs[e.b]
	switch {
	case a.published != noDate && b.published != noDate:
		return math.Abs(float64(a.published-b.published)) / (24 * 3600)
	case a.published != noDate || b.published != noDate || j.figuresDiffer(e):
		return 0
	}
	return -1
}

// figuresDiffer reports whether each document has a figure that the other has
// not.
func (j *judge) figuresDiffer(e *edge) bool {
	return facts.FiguresDiffer(j.view(e.a), j.view(e.b))
}

// oneOutlet reports whether the two are known to be of one outlet, which sends
// the same short notice again on another day ("no operations today"); another
// outlet has copied it.
func (j *judge) oneOutlet(e *edge) bool {
	a, b := j.docs[e.a].outlet, j.docs[e.b].outlet
	return a == b && a != 0
}

// titlesDiffer reports whether both documents have a title and the titles have
// no word in common that says anything.
func (j *judge) titlesDiffer(e *edge) bool {
	a, b := j.docs[e.a].title, j.docs[e.b].title
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, t := range a {
		for _, u := range b {
			if t.Hash() == u.Hash() && t != 0 && !t.Has(facts.Common) {
				return false
			}
		}
	}
	return true
}
