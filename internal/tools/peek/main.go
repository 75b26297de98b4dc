// Command peek is a throwaway.
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
	docs := map[string]shingle.Document{}
	f, _ := os.Open(os.Args[2])
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var d shingle.Document
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			panic(err)
		}
		docs[d.ID] = d
	}
	switch os.Args[1] {
	case "show":
		c := similarity.Collate(shingle.Parse(docs[os.Args[3]]), shingle.Parse(docs[os.Args[4]]))
		show(c)
	case "pairs":
		w := bufio.NewWriter(os.Stdout)
		defer w.Flush()
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		in, _ := os.ReadFile(os.Args[3])
		for _, l := range strings.Split(strings.TrimSpace(string(in)), "\n") {
			p := strings.Split(l, "\t")
			c := similarity.Collate(shingle.Parse(docs[p[0]]), shingle.Parse(docs[p[1]]))
			if a, b := c.Reassemble(); a != c.A.Text || b != c.B.Text {
				fmt.Fprintln(os.Stderr, "reassembly failed", p)
			}
			enc.Encode(map[string]any{"a": map[string]string{"id": p[0]}, "b": map[string]string{"id": p[1]}, "phrases": similarity.Phrases(c), "figures": []int{}})
		}
	}
}

func show(c *similarity.Collation) {
	for _, s := range c.Segments {
		mark := ""
		if s.Moved {
			mark += " MOVED"
		}
		if s.Furniture {
			mark += " furn"
		}
		fmt.Printf("--- %s%s %v %v\n", s.Kind, mark, s.ASents, s.BSents)
		switch s.Kind {
		case similarity.Same:
			fmt.Println("  =", strings.TrimSpace(s.A.Of(c.A.Text)))
		case similarity.Cut:
			fmt.Println("  -", strings.TrimSpace(s.A.Of(c.A.Text)))
		case similarity.Insert:
			fmt.Println("  +", strings.TrimSpace(s.B.Of(c.B.Text)))
		default:
			fmt.Print("  ")
			for _, e := range s.Edits {
				if e.Same {
					fmt.Print(e.A.Of(c.A.Text))
				} else {
					n := ""
					if e.Near {
						n = "~"
					}
					fmt.Printf("[%s-%s-|+%s+]", n, e.A.Of(c.A.Text), e.B.Of(c.B.Text))
				}
			}
			fmt.Println()
		}
	}
}
