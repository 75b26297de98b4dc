package report

import (
	"slices"
	"strconv"
	"strings"
)

// searchData is the compact index that the script of the first page reads:
// a column a field, an entry a story, by rank.
type searchData struct {
	Size     int         `json:"size"`    // rows of a page
	Classes  [][3]string `json:"classes"` // name, words, symbol
	Names    []string    `json:"names"`   // of outlets
	Files    []string    `json:"files"`
	Titles   []string    `json:"titles"`
	Minutes  []*int64    `json:"minutes"` // since 1970, when first seen; null where undated
	Versions []int       `json:"versions"`
	Outlets  [][]int     `json:"outlets"` // places in Names
	Counts   []string    `json:"counts"`  // see packCounts
	Says     [][]string  `json:"says"`    // the fields of the sentence; empty where there is none
	Pairs    []string    `json:"pairs"`   // "1-3f1" for v1-v3.html#f1
	Words    []string    `json:"words"`   // to search in, beside what is shown
}

func (w *Writer) searchData() *searchData {
	n := len(w.rows)
	d := &searchData{Size: pageRows, Names: []string{}, Files: make([]string, n), Titles: make([]string, n), Minutes: make([]*int64, n), Versions: make([]int, n),
		Outlets: make([][]int, n), Counts: make([]string, n), Says: make([][]string, n), Pairs: make([]string, n), Words: make([]string, n)}
	for name := range w.outlets {
		d.Names = append(d.Names, name)
	}
	slices.Sort(d.Names)
	at := make(map[string]int, len(d.Names))
	for i, name := range d.Names {
		at[name] = i
	}
	for _, c := range classes {
		d.Classes = append(d.Classes, [3]string{c.Name, c.Words, c.Symbol})
	}
	for i, r := range w.rows {
		d.Files[i], d.Titles[i], d.Versions[i], d.Words[i] = r.file, r.title, r.versions, r.slots
		if !r.first.IsZero() {
			seconds := r.first.Unix()
			minutes := (seconds - (seconds%60+60)%60) / 60
			d.Minutes[i] = &minutes
		}
		d.Outlets[i], d.Says[i] = []int{}, []string{}
		for _, o := range r.outlets {
			d.Outlets[i] = append(d.Outlets[i], at[o])
		}
		d.Counts[i] = packCounts(r.counts)
		if r.says != nil {
			d.Says[i] = []string{r.says.From, r.says.To, r.says.What, r.says.Class, r.says.Who, r.says.Against}
			d.Pairs[i] = strings.NewReplacer("v", "", ".html#", "").Replace(r.pair)
		}
	}
	return d
}

// packCounts is counts by class in few bytes: a letter for the class (A is the
// first), a digit for the severity, and the number: "A31J212" is one high
// contradiction and twelve medium of class 9.
func packCounts(counts []classCount) string {
	var b []byte
	for _, c := range counts {
		b = append(b, byte('A'+classIndex[c.Name]), byte('0'+severityRank[c.Severity]))
		b = strconv.AppendInt(b, int64(c.N), 10)
	}
	return string(b)
}

var severityRank = map[string]int{"style": 0, "low": 1, "medium": 2, "high": 3}
