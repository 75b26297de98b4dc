// Corpus writes a made-up corpus with known clusters: articles as JSON Lines,
// and their truth as tab-separated values (id, cluster, kind, parent).
//
//	go run ./internal/tools/corpus -n 100000 -seed 1 -out corpus.jsonl -truth corpus.tsv
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/goccy/go-json"

	"github.com/wirediff/wirediff/internal/corpus"
)

func main() {
	if err := run(os.Args[1:], os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "corpus:", err)
		}
		os.Exit(2)
	}
}

func run(args []string, stderr io.Writer) (err error) {
	flags := flag.NewFlagSet("corpus", flag.ContinueOnError)
	flags.SetOutput(stderr)
	n := flags.Int("n", 10000, "how many documents")
	seed := flags.Uint64("seed", 1, "another seed, another corpus")
	words := flags.Int("words", 0, "mean length of a base article in words (0: 320)")
	out := flags.String("out", "corpus.jsonl", "file of articles")
	truth := flags.String("truth", "corpus.tsv", "file of truth")
	if err := flags.Parse(args); err != nil {
		return err
	}
	articles, err := create(*out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, articles.close()) }()
	labels, err := create(*truth)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, labels.close()) }()
	for d := range corpus.Generate(corpus.Config{Documents: *n, Seed: *seed, Words: *words}) {
		line, err := json.Marshal(record{d.ID, d.Outlet, d.Published, d.Title, d.Text})
		if err != nil {
			return err
		}
		if _, err := articles.Write(append(line, '\n')); err != nil {
			return err
		}
		if _, err := fmt.Fprintf(labels, "%s\t%s\t%s\t%s\n", d.ID, d.Cluster, d.Kind, d.Parent); err != nil {
			return err
		}
	}
	return nil
}

// record is an article as the wirediff commands read it.
type record struct {
	ID        string    `json:"id"`
	Outlet    string    `json:"outlet"`
	Published time.Time `json:"published"`
	Title     string    `json:"title"`
	Text      string    `json:"text"`
}

type output struct {
	*bufio.Writer
	file *os.File
}

func create(path string) (output, error) {
	f, err := os.Create(path)
	if err != nil {
		return output{}, err
	}
	return output{bufio.NewWriterSize(f, 1<<20), f}, nil
}

func (o output) close() error { return errors.Join(o.Flush(), o.file.Close()) }
