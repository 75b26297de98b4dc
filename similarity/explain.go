package similarity

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/shingle"
)

// Explanation is why two documents are, or are not, versions of one story:
// what each step made of them, and the step that lost the pair.
type Explanation struct {
	A, B     Ref
	Counts   shingle.Counts  `json:"counts"`
	Steps    []Step          `json:"steps"`
	Features []FeatureWeight `json:"features"` // what the decision was made from, the weightiest first; empty where none was needed
	Score    float64         `json:"score"`    // that they are versions of one story
	Relation Relation        `json:"relation"` // what b is to a
	Same     bool            `json:"same"`     // they are in one cluster
	Lost     string          `json:"lost"`     // the step that lost the pair; "" where none did
	Shared   []Evidence      `json:"shared"`   // what both have, the rarest first
	OnlyA    []Evidence      `json:"only_a"`   // names and figures that only a has
	OnlyB    []Evidence      `json:"only_b"`
	Longest  Quote           `json:"longest"` // the longest run of words that both have, as a has it
}

// Step is what one step of the pipeline made of a pair.
type Step struct {
	Name    string `json:"name"`
	Passed  bool   `json:"passed"`
	Numbers string `json:"numbers"` // the step's numbers, in words
}

// FeatureWeight is a feature of a pair and what it adds to the decision: the
// score is 1/(1+e^−z), z the sum of Adds over all features, bias included.
type FeatureWeight struct {
	Name   string  `json:"name"`
	Value  float64 `json:"value"`
	Weight float64 `json:"weight"`
	Adds   float64 `json:"adds"`
}

// Evidence is a word or figure of a text.
type Evidence struct {
	Text   string  `json:"text"`
	Kind   string  `json:"kind"`   // name, figure, quoted, word
	Rarity float64 `json:"rarity"` // its weight, 0 to 7
}

// Explain explains a pair of documents by themselves: what would be rare in a
// corpus is told by the prior alone.
func Explain(a, b *shingle.Article) *Explanation {
	x := &explainer{judge: judgeAlone(a, b)}
	return x.explain(a, b)
}

// Explain explains a pair among the documents of a finder that has given the
// result r. a and b must be two of those documents, taken apart; an unknown id
// is an error.
func (f *Finder) Explain(r *Result, a, b *shingle.Article) (*Explanation, error) {
	if f.corpus == nil {
		return nil, errNoResult
	}
	docs := make([]*record, 2)
	for i, want := range []string{a.ID, b.ID} {
		c := f.corpus
		at := sort.Search(len(c.seats), func(d int) bool { return string(c.id(int32(d))) >= want })
		if at == len(c.seats) || string(c.id(int32(at))) != want {
			return nil, fmt.Errorf("no document %q", want)
		}
		docs[i] = (&unpacker{corpus: c}).record(int32(at))
	}
	x := &explainer{judge: newJudge(f.corpus.rarity, docs), result: r}
	return x.explain(a, b), nil
}

var errNoResult = fmt.Errorf("similarity: the finder has given no result yet")

type explainer struct {
	*judge
	result *Result // nil for a pair alone
	out    Explanation
}

func (x *explainer) explain(a, b *shingle.Article) *Explanation {
	x.out = Explanation{A: refOf(a), B: refOf(b)}
	e := newEdge(0, 1, counts(x.docs[0], x.docs[1]))
	x.out.Counts = e.counts()
	x.keys(a, b)
	x.anchors()
	x.rewrites()
	proposed := slices.ContainsFunc(x.out.Steps, func(s Step) bool { return s.Passed })
	x.decision(&e)
	x.clustered(&e, proposed)
	x.evidence(a, b)
	return &x.out
}

func (x *explainer) step(name string, passed bool, format string, args ...any) {
	x.out.Steps = append(x.out.Steps, Step{Name: name, Passed: passed, Numbers: fmt.Sprintf(format, args...)})
}

// keys is the first way in: copies by the keys of their sketches.
func (x *explainer) keys(a, b *shingle.Article) {
	words := func(a *shingle.Article) []word {
		return wordsOf(shingle.NewSet(a, shingle.DefaultSize))
	}
	s, t := lsh.AppendSketch(nil, words(a)), lsh.AppendSketch(nil, words(b))
	ks, kt := lsh.Keys(nil, s), lsh.Keys(nil, t)
	both := 0
	for _, k := range ks {
		if slices.Contains(kt, k) {
			both++
		}
	}
	n := x.out.Counts
	x.step("copies", both > 0 && near(n), "%d and %d shingles, %d shared: resemblance %.3f, estimated %.3f from %d of each; %d and %d keys, %d shared, where such a pair shares one with probability %.3f",
		n.SizeA, n.SizeB, n.Shared, n.Resemblance(), lsh.Estimate(s, t), lsh.SketchSize, len(ks), len(kt), both, lsh.Recall(n.Resemblance()))
}

// anchors is the second way in: cuts, and copies that resemble less.
func (x *explainer) anchors() {
	sample := func(r *record) []word { return r.set[:anchorsOf(r.set)] }
	s, t := sample(x.docs[0]), sample(x.docs[1])
	if len(s) == 0 || len(t) == 0 {
		x.step("cuts", false, "%d and %d anchors", len(s), len(t))
		return
	}
	both, wanted := shared(s, t), wantedAnchors(int(x.docs[0].size), int(x.docs[1].size))
	n := x.out.Counts
	x.step("cuts", both >= wanted && near(n), "%d and %d anchors, %d shared (wanted %d); resemblance %.3f (wanted %.2f), or %.3f of a is in b, %.3f of b in a (wanted %.2f of one)",
		len(s), len(t), both, wanted, n.Resemblance(), nearResemblance, n.ContainmentA(), n.ContainmentB(), excerptShare)
}

// rewrites is the third way in: rare terms, within the window.
func (x *explainer) rewrites() {
	s, _, ws := rarest(nil, nil, x.docs[0].profile, x.rarity)
	t, _, wt := rarest(nil, nil, x.docs[1].profile, x.rarity)
	count, weight := 0, float32(0)
	for _, h := range s {
		if slices.Contains(t, h) {
			n := x.rarity.DocsWith(facts.Term(h))
			if n <= termMost {
				count++
				weight += x.rarity.WeightOf(n)
			}
		}
	}
	e := newEdge(0, 1, x.out.Counts)
	days := x.outside(&e).Days
	inWindow := days < 0 || days <= defaultWindow.Hours()/24
	share := float64(weight) / math.Max(float64(min(ws, wt)), 1)
	when := "not both dated"
	if x.docs[0].published != noDate && x.docs[1].published != noDate {
		when = fmt.Sprintf("%.1f days apart", days)
	}
	x.step("rewrites", inWindow && count >= keysLeast && share >= keysShare,
		"%d and %d rare terms, %d shared, with %.2f of the weight of either (wanted %d and %.2f); %s (at most %.0f)",
		len(s), len(t), count, share, keysLeast, keysShare, when, defaultWindow.Hours()/24)
}

// decision is the verification.
func (x *explainer) decision(e *edge) {
	x.judge.judge(e)
	x.out.Score, x.out.Relation = e.score, x.relation(e, false)
	if rule := x.rule(e); rule != "" {
		x.step("verify", e.version(), "score %.3f: %s", e.score, rule)
		return
	}
	f := x.features(e)
	model := facts.Choose(&f)
	for i, w := range model.Weight {
		if w != 0 {
			x.out.Features = append(x.out.Features, FeatureWeight{facts.Feature(i).String(), f[i], w, w * f[i]})
		}
	}
	slices.SortStableFunc(x.out.Features, func(a, b FeatureWeight) int {
		return cmp.Compare(math.Abs(b.Adds), math.Abs(a.Adds))
	})
	x.out.Features = append(x.out.Features, FeatureWeight{"bias", 1, model.Bias, model.Bias})
	x.step("verify", e.version(), "score %.3f (wanted %.2f), by the model for texts %s", e.score, versionScore, modelNames[model])
}

var modelNames = map[*facts.Model]string{
	&facts.SameWording:  "of the same wording",
	&facts.OtherWording: "of other wording",
	&facts.Plain:        "with few names and figures",
}

// clustered is the last step: whether the pair ended in one cluster.
func (x *explainer) clustered(e *edge, proposed bool) {
	if x.result == nil {
		x.out.Same = e.version()
	} else {
		cluster := func(doc int32) int {
			return slices.IndexFunc(x.result.Clusters, func(c Cluster) bool {
				return slices.ContainsFunc(c.Members, func(m Member) bool { return m.Doc == int(doc) })
			})
		}
		a, b := cluster(x.docs[0].doc), cluster(x.docs[1].doc)
		x.out.Same = a >= 0 && a == b
		switch {
		case x.out.Same && !e.version():
			x.out.Relation = relationOf(x.docs[0], x.docs[1], e.counts())
			x.step("cluster", true, "in one cluster of %d by way of other versions", len(x.result.Clusters[a].Members))
		case x.out.Same:
			x.step("cluster", true, "in one cluster of %d", len(x.result.Clusters[a].Members))
		case a >= 0 && b >= 0:
			x.step("cluster", false, "in clusters %s (%d documents) and %s (%d)", x.result.Clusters[a].ID,
				len(x.result.Clusters[a].Members), x.result.Clusters[b].ID, len(x.result.Clusters[b].Members))
		}
	}
	switch {
	case x.out.Same:
	case !proposed:
		x.out.Lost = "no way in proposed the pair"
	case !e.version():
		x.out.Lost = "verify"
	default:
		x.out.Lost = "cluster"
	}
}
