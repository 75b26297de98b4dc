// Package score judges a grouping of documents by the truth, pair by pair.
package score

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Score counts pairs of documents that share a cluster.
type Score struct {
	True  int // in the truth
	Found int // in the output
	Both  int // in both
}

// Precision is the share of the found pairs that are true; 1 where none is
// found.
func (s Score) Precision() float64 { return share(s.Both, s.Found) }

// Recall is the share of the true pairs that are found; 1 where there are none.
func (s Score) Recall() float64 { return share(s.Both, s.True) }

// F1 is their harmonic mean, 2·Both/(True+Found).
func (s Score) F1() float64 { return share(2*s.Both, s.True+s.Found) }

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// Of scores an output by the truth, both from document to cluster. A document
// that the output leaves out is alone; one that the truth leaves out does not
// count.
func Of(truth, output map[string]string) Score {
	type cell struct{ truth, output string }
	cells, rows, columns := map[cell]int{}, map[string]int{}, map[string]int{}
	var s Score
	for id, t := range truth {
		// A count that grows from n to n+1 makes n pairs more.
		s.True += rows[t]
		rows[t]++
		o, ok := output[id]
		if !ok {
			continue
		}
		s.Found += columns[o]
		columns[o]++
		s.Both += cells[cell{t, o}]
		cells[cell{t, o}]++
	}
	return s
}

// Read reads lines of an id and a cluster, separated by a tab; further columns
// are ignored.
func Read(r io.Reader) (map[string]string, error) {
	clusters := map[string]string{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		id, rest, ok := strings.Cut(lines.Text(), "\t")
		if !ok {
			return nil, fmt.Errorf("line %d: no tab after the id", n)
		}
		cluster, _, _ := strings.Cut(rest, "\t")
		clusters[id] = cluster
	}
	return clusters, lines.Err()
}
