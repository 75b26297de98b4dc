//go:build unix

package main

import (
	"fmt"
	"strconv"
	"strings"
)

// steps is what --stats of the first engine says of its steps, by the size of
// the corpus.
type steps struct {
	sizes []int
	names []string
	cpu   map[string][]float64 // seconds, by size
}

// read takes the lines of --stats: a name, wall time, CPU time, and bytes.
func (s *steps) read(lines string, docs int) error {
	if s.cpu == nil {
		s.cpu = map[string][]float64{}
	}
	s.sizes = append(s.sizes, docs)
	for line := range strings.Lines(lines) {
		cells := strings.Fields(line)
		if len(cells) != 5 {
			continue
		}
		cpu, err := strconv.ParseFloat(cells[2], 64)
		if err != nil {
			continue // the header
		}
		if len(s.cpu[cells[0]]) == 0 {
			s.names = append(s.names, cells[0])
		}
		s.cpu[cells[0]] = append(s.cpu[cells[0]], cpu)
	}
	for _, name := range s.names {
		if len(s.cpu[name]) != len(s.sizes) {
			return fmt.Errorf("--stats has no line for %s with %d documents:\n%s", name, docs, lines)
		}
	}
	if len(s.names) == 0 {
		return fmt.Errorf("--stats has no steps:\n%s", lines)
	}
	return nil
}

// table is CPU time a document by step and size: a step that grows faster than
// the documents shows.
func (s *steps) table() string {
	header := []string{"CPU µs a document, by step"}
	for _, n := range s.sizes {
		header = append(header, grouped(int64(n)))
	}
	var rows [][]string
	for _, name := range s.names {
		row := []string{name}
		for i, cpu := range s.cpu[name] {
			row = append(row, fmt.Sprintf("%.1f", cpu/float64(s.sizes[i])*1e6))
		}
		rows = append(rows, row)
	}
	return table(header, rows)
}
