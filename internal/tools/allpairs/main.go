// Command allpairs measures the recall of `wirediff pairs` against an exact
// count of all pairs of documents whose resemblance is at least a threshold.
//
//	wirediff pairs DOCS.jsonl > PAIRS.jsonl
//	go run ./internal/tools/allpairs -at 0.5 -pairs PAIRS.jsonl DOCS.jsonl
//
// The exact count is a join by prefix filter (Chaudhuri, Ganti and Kaushik
// 2006): with shingles ordered from the rarest, two sets of resemblance t or
// more share one of the first |A| - ceil(t|A|) + 1 shingles of each.
package main

import (
	"bufio"
	"cmp"
	"context"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"slices"

	"github.com/goccy/go-json"

	"github.com/wirediff/wirediff/internal/source"
	"github.com/wirediff/wirediff/shingle"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("allpairs: ")
	at := flag.Float64("at", 0.5, "the least resemblance that counts")
	pairs := flag.String("pairs", "", "output of wirediff pairs")
	flag.Parse()
	if *pairs == "" || flag.NArg() == 0 {
		log.Fatal("usage: allpairs [-at RESEMBLANCE] -pairs PAIRS.jsonl INPUT…")
	}
	found, err := readPairs(*pairs)
	if err != nil {
		log.Fatal(err)
	}
	var ids []string
	var sets []shingle.Set
	for r, err := range source.Read(context.Background(), flag.Args(), nil, source.Config{}) {
		if err != nil {
			log.Print(err)
			continue
		}
		a := shingle.Parse(shingle.Document{ID: r.ID, Title: r.Title, Text: r.Text})
		ids = append(ids, r.ID)
		sets = append(sets, shingle.NewSet(a, shingle.DefaultSize))
	}
	exact, hit := 0, 0
	join(sets, *at, func(i, j int) {
		exact++
		key := [2]string{min(ids[i], ids[j]), max(ids[i], ids[j])}
		if found[key] {
			hit++
			return
		}
		fmt.Printf("missed %s %s %.3f\n", key[0], key[1], shingle.Compare(sets[i], sets[j]).Resemblance())
	})
	fmt.Printf("%d documents, %d pairs of resemblance %.2f or more, %d found: recall %.4f\n",
		len(ids), exact, *at, hit, float64(hit)/float64(max(exact, 1)))
}

func readPairs(name string) (map[[2]string]bool, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	found := map[[2]string]bool{}
	d := json.NewDecoder(bufio.NewReader(f))
	for d.More() {
		var p struct{ A, B string }
		if err := d.Decode(&p); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		found[[2]string{min(p.A, p.B), max(p.A, p.B)}] = true
	}
	return found, nil
}

// join calls pair once for every two sets of resemblance at or more.
func join(sets []shingle.Set, at float64, pair func(i, j int)) {
	df := map[uint64]int{}
	for _, s := range sets {
		for _, h := range s {
			df[h]++
		}
	}
	postings := map[uint64][]int{}
	for j, s := range sets {
		rare := slices.Clone(s)
		slices.SortFunc(rare, func(a, b uint64) int { return cmp.Or(df[a]-df[b], cmp.Compare(a, b)) })
		seen := map[int]bool{}
		prefix := min(len(rare), len(rare)-int(math.Ceil(at*float64(len(rare))))+1)
		for _, h := range rare[:prefix] {
			for _, i := range postings[h] {
				if !seen[i] {
					seen[i] = true
					if shingle.Compare(sets[i], s).Resemblance() >= at {
						pair(i, j)
					}
				}
			}
			postings[h] = append(postings[h], j)
		}
	}
}
