// Command diffpairs compares pairs of documents and prints a line of JSON a
// pair, for measuring the comparison of figures while it is built.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

func main() {
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func run(pairs, docs string) error {
	byID := map[string]shingle.Document{}
	f, err := os.Open(docs)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var d shingle.Document
		if err := json.Unmarshal(in.Bytes(), &d); err != nil {
			return err
		}
		byID[d.ID] = d
	}
	list, err := os.ReadFile(pairs)
	if err != nil {
		return err
	}
	out := json.NewEncoder(os.Stdout)
	for line := range strings.Lines(string(list)) {
		a, b, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		if err := out.Encode(similarity.Diff(byID[a], byID[b])); err != nil {
			return err
		}
	}
	return nil
}
