package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/postings"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// doc is an article with its label.
type doc struct {
	ID, Kind, From  string
	Title, Text     string
	Outlet          string
	Published, Date string
	Category        string // of an answer: orig, non, or how it was made
	Source          string // the id of the original that an answer may be made from

	story   string // "" for the background
	at      time.Time
	set     shingle.Set
	profile facts.Profile
	title   facts.Profile
	view    *facts.View
}

func (d *doc) version() bool {
	return d.Kind != "independent" && d.Kind != "followup" && d.Kind != "unrelated-similar"
}

func readStories(dir string) ([]*doc, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	var docs []*doc
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var s struct {
			Story    string
			Versions []*doc
		}
		if err := json.Unmarshal(data, &s); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		for _, d := range s.Versions {
			d.story = s.Story
			docs = append(docs, d)
		}
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("no stories in %q", dir)
	}
	return docs, take(docs)
}

func readBackground(docs []*doc, file string) ([]*doc, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	first := len(docs)
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		d := new(doc)
		if err := json.Unmarshal(lines.Bytes(), d); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, len(docs)-first+1, err)
		}
		docs = append(docs, d)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	return docs, take(docs[first:])
}

// take makes shingles and profiles.
func take(docs []*doc) error {
	var b facts.Builder
	for _, d := range docs {
		for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05"} {
			if t, err := time.Parse(layout, d.Published+d.Date); err == nil {
				d.at = t
			}
		}
		a := shingle.Parse(shingle.Document{ID: d.ID, Title: d.Title, Text: d.Text, Published: d.at})
		d.set = shingle.NewSet(a, shingle.DefaultSize)
		body := a.Sentences[:0:0]
		for i, s := range a.Sentences {
			if !a.Roles[i].Furniture() {
				body = append(body, s)
			}
		}
		d.profile = b.Build(a.Text, a.Tokens, body)
		title := token.Tokenize(nil, d.Title)
		d.title = b.Build(d.Title, title, []shingle.Sentence{{First: 0, Last: len(title)}})
	}
	return nil
}

// pair is two articles with their features.
type pair struct {
	a, b     *doc
	features facts.Features
	version  bool
	weight   float64
}

// How much a pair counts in the fit: one that the clusters hang on (a version
// against what it was made from, or against the wire story; a trap against
// any), one of two versions that may have little in common (a brief and a
// rewrite), and one of the background.
const (
	weightKey        = 0.5
	weightVersions   = 0.08
	weightBackground = 0.1
	weightMade       = 0.1
	farApart         = 10 * 24 * time.Hour
)

// labelled reports whether the pair is of a labelled story.
func (p *pair) labelled() bool { return p.a.story != "" && !strings.HasPrefix(p.a.story, "made ") }

// makePairs makes the pairs of the fit. The labelled ones are weighed three
// ways, because the decision must be the same whatever it is made among: with
// the rarity that the whole corpus tells, that of the labelled stories alone,
// and that of the two articles alone.
func makePairs(docs, made []*doc, labelled int) []*pair {
	var pairs []*pair
	all := weigh(docs)
	pairs = append(pairs, storyPairs(docs[:labelled], all)...)
	pairs = append(pairs, backgroundPairs(docs[labelled:], all)...)
	pairs = append(pairs, madePairs(made, all)...)
	pairs = append(pairs, storyPairs(docs[:labelled], weigh(docs[:labelled]))...)
	return append(pairs, storyPairs(docs[:labelled], nil)...)
}

// weigh counts the terms of documents and makes their views.
func weigh(docs []*doc) *facts.Rarity {
	rarity := facts.NewRarity(len(docs))
	var distinct facts.Distinct
	for _, d := range docs {
		rarity.Count(d.profile, &distinct)
	}
	rarity.Ready()
	for _, d := range docs {
		d.view = facts.NewView(d.profile, rarity)
	}
	return rarity
}

// storyPairs makes the pairs of each story; without a rarity, each pair is
// weighed alone.
func storyPairs(docs []*doc, rarity *facts.Rarity) []*pair {
	var pairs []*pair
	for i, a := range docs {
		for _, b := range docs[:i] {
			if a.story != b.story || !a.version() && !b.version() {
				continue
			}
			r := rarity
			if r == nil {
				r = weigh([]*doc{a, b})
			}
			p := newPair(a, b, r)
			p.version = a.version() && b.version()
			p.weight = weightKey
			if p.version && a.From != b.ID && b.From != a.ID && a.Kind != "wire" && b.Kind != "wire" {
				p.weight = weightVersions
			}
			pairs = append(pairs, p)
		}
	}
	return pairs
}

func newPair(a, b *doc, rarity *facts.Rarity) *pair {
	n := shingle.Compare(a.set, b.set)
	out := facts.Outside{Held: max(n.ContainmentA(), n.ContainmentB()), Alike: n.Resemblance(), Days: -1, Title: facts.TitleShare(a.title, b.title, rarity)}
	if !a.at.IsZero() && !b.at.IsZero() {
		out.Days = a.at.Sub(b.at).Abs().Hours() / 24
	}
	return &pair{a: a, b: b, features: facts.All(a.view, b.view, out)}
}

// backgroundPairs takes for each article of the background the few that share
// most rare terms, or most shingles, with it and were published long before or
// after it: other events, often by the same template. Their distance in days
// is told as one day, so that the decision does not look at the date alone.
func backgroundPairs(docs []*doc, rarity *facts.Rarity) []*pair {
	terms := func(i int) []uint32 {
		var out []uint32
		for _, t := range docs[i].profile {
			if t != 0 {
				out = append(out, t.Hash())
			}
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	shingles := func(i int) []uint32 {
		var out []uint32
		for _, h := range docs[i].set {
			out = append(out, uint32(h>>32))
		}
		return out
	}
	var pairs []*pair
	for _, keys := range []func(int) []uint32{terms, shingles} {
		var lists postings.Lists
		for i := range docs {
			lists.Add(keys(i))
		}
		index := postings.BuildLists([]postings.Lists{lists}, commonest, runtime.GOMAXPROCS(0)).View(0, len(docs))
		weigh := make([]float32, commonest+1)
		for i := range weigh {
			weigh[i] = 8 - float32(i)/20
		}
		counter := postings.NewCounter(len(docs))
		var near []postings.Neighbour
		for i, d := range docs {
			near = counter.After(near[:0], index, i, int32(len(docs)), weigh)
			slices.SortFunc(near, func(x, y postings.Neighbour) int {
				return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.Doc, y.Doc))
			})
			taken := 0
			for _, n := range near {
				e := docs[n.Doc]
				if taken == 2 || n.Count < 3 {
					break
				}
				if d.at.IsZero() || e.at.IsZero() || d.at.Sub(e.at).Abs() < farApart {
					continue
				}
				p := newPair(d, e, rarity)
				if p.features[facts.Alike] > 0.85 {
					continue // sent again
				}
				p.features[facts.Apart], p.features[facts.Late] = 1, 0
				p.weight = weightBackground
				pairs = append(pairs, p)
				taken++
			}
		}
	}
	return pairs
}

// commonest is in how many articles a term or shingle may be that finds pairs.
const commonest = 60

// readMade reads made-up versions of real articles and their clusters: lines
// of id, cluster and more, by tabs. It takes the first of them.
func readMade(file, truth string) ([]*doc, error) {
	data, err := os.ReadFile(truth)
	if err != nil {
		return nil, err
	}
	cluster := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) > 1 {
			cluster[f[0]] = f[1]
		}
	}
	docs, err := readBackground(nil, file)
	if err != nil {
		return nil, err
	}
	docs = slices.DeleteFunc(docs, func(d *doc) bool { return len(cluster[d.ID])%2 == 0 }) // clusters of odd-length names: a tenth or so
	for _, d := range docs {
		d.story = "made " + cluster[d.ID]
	}
	return docs, nil
}

// madePairs takes pairs of each made-up cluster that share something.
func madePairs(docs []*doc, rarity *facts.Rarity) []*pair {
	by := map[string][]*doc{}
	for _, d := range docs {
		d.view = facts.NewView(d.profile, rarity)
		by[d.story] = append(by[d.story], d)
	}
	var names []string
	for s := range by {
		names = append(names, s)
	}
	slices.Sort(names)
	var pairs []*pair
	for _, s := range names {
		for i, a := range by[s] {
			if i == 0 || i > 4 {
				continue
			}
			p := newPair(a, by[s][i-1], rarity)
			if p.features[facts.Alike] < 0.15 && p.features[facts.Held] < 0.4 {
				continue
			}
			p.features[facts.Apart], p.features[facts.Late] = 0, 0
			p.version, p.weight = true, weightMade
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// answerPairs reads short answers of which some are made from an original. The
// task, which is the last letter of an id, stands for the story.
func answerPairs(file string) ([]*pair, error) {
	docs, err := readBackground(nil, file)
	if err != nil {
		return nil, err
	}
	originals := map[string]*doc{}
	for _, d := range docs {
		d.story = "answer " + d.ID[len(d.ID)-1:]
		if d.Category == "orig" {
			originals[d.ID] = d
		}
	}
	var pairs []*pair
	for _, d := range docs {
		if o := originals[d.Source]; o != nil && d.Category != "orig" {
			p := newPair(o, d, weigh([]*doc{o, d}))
			p.version, p.weight = d.Category != "non", weightKey
			pairs = append(pairs, p)
		}
	}
	return pairs, nil
}
