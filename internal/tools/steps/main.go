//go:build unix

// Steps measures the steps from text to candidates on one core: CPU seconds
// and MB/s of each, over the texts of a JSON Lines file. Texts are read before
// the clock starts.
//
//	go run ./internal/tools/steps -in synth-100k.jsonl -n 20000 -cpuprofile cpu.prof
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"os"
	"runtime"
	"runtime/pprof"
	"syscall"
	"time"

	"github.com/goccy/go-json"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

func main() {
	in := flag.String("in", "", "JSON Lines with id and text")
	n := flag.Int("n", 20000, "documents read, at most")
	profile := flag.String("cpuprofile", "", "write a CPU profile of the steps")
	flag.Parse()
	if err := run(*in, *n, *profile); err != nil {
		log.Fatal(err)
	}
}

func run(in string, n int, profile string) error {
	docs, size, err := read(in, n)
	if err != nil {
		return err
	}
	runtime.GOMAXPROCS(1)
	if profile != "" {
		f, err := os.Create(profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	step := func(name string, work func()) {
		before := cpu()
		work()
		used := cpu() - before
		fmt.Printf("%-28s %7.3f s  %7.1f MB/s  %9.0f docs/s  %6.3f s per 100 MB\n",
			name, used.Seconds(), float64(size)/1e6/used.Seconds(), float64(len(docs))/used.Seconds(), used.Seconds()*1e8/float64(size))
	}
	var tokenizer token.Tokenizer
	step("tokens", func() {
		for _, d := range docs {
			tokenizer.Read(d.Text)
		}
	})
	var spans []token.Span
	step("tokens and paragraphs", func() {
		for _, d := range docs {
			tokenizer.Read(d.Text)
			spans = tokenizer.Paragraphs(spans[:0])
		}
	})
	s := shingle.NewShingler(shingle.DefaultSize)
	step("sets (tokens to shingles)", func() {
		for _, d := range docs {
			s.Set(d)
		}
	})
	step("articles and sets, reused", func() {
		for _, d := range docs {
			s.Article(d)
		}
	})
	var builder facts.Builder
	s.Note(builder.Read)
	var terms facts.Profile
	step("articles, sets and profiles", func() {
		for _, d := range docs {
			a, _ := s.Article(d)
			body := a.Sentences[:0]
			for i, sentence := range a.Sentences {
				if !a.Roles[i].Furniture() {
					body = append(body, sentence)
				}
			}
			terms = builder.Append(terms[:0], a.Text, a.Tokens, body, s.Notes())
		}
	})
	step("articles, each of its own", func() {
		for _, d := range docs {
			shingle.Parse(d)
		}
	})
	var sketches lsh.Sketches
	words := make([][]uint32, len(docs)) // not timed
	for i, d := range docs {
		for _, h := range s.Set(d) {
			words[i] = append(words[i], uint32(h>>32))
		}
	}
	step("sketches", func() {
		for _, w := range words {
			sketches = lsh.AppendSketch(sketches, w)
		}
	})
	pairs := 0
	step("candidates", func() {
		var work lsh.Work
		all := make([]int32, len(docs))
		for i := range all {
			all[i] = int32(i)
		}
		for part := range 8 {
			lsh.Candidates(all, sketches, part, 8, lsh.Limits{}, &work, func(a, b int32) { pairs++ })
		}
	})
	fmt.Printf("%d documents, %.1f MB of text, %.1f candidates a document over all keys\n", len(docs), float64(size)/1e6, float64(pairs)/float64(len(docs)))
	return nil
}

// read decodes up to n documents of a JSON Lines file.
func read(path string, n int) (docs []shingle.Document, size int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for len(docs) < n && lines.Scan() {
		var d struct{ ID, Text string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, 0, err
		}
		docs = append(docs, shingle.Document{ID: d.ID, Text: d.Text})
		size += len(d.Text)
	}
	return docs, size, lines.Err()
}

// cpu is the processor time that this process has used.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
