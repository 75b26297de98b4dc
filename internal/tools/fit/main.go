// Fit fits the decision whether two articles are versions of one story
// (internal/facts.Model) on labelled stories, and tells by cross-validation
// over stories how good it is.
//
//	go run ./internal/tools/fit -stories DIR [-background FILE.jsonl] [-v]
//
// DIR holds a JSON file a story, with its versions: id, kind, from, published,
// title, text. Kinds independent, followup and unrelated-similar are no
// versions. The background is articles (id, date, text) that give the rarity
// of terms; pairs of them that share most and are more than a week and a half
// apart are taken for different stories.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("fit", flag.ContinueOnError)
	flags.SetOutput(stderr)
	stories := flags.String("stories", "", "folder of labelled stories")
	background := flags.String("background", "", "JSON Lines of other articles")
	made := flags.String("made", "", "JSON Lines of made-up versions, with their clusters in the file of the same name in .tsv")
	answers := flags.String("answers", "", "JSON Lines of originals and answers that may be made from them: id, text, category (orig, non, …), source")
	verbose := flags.Bool("v", false, "list the pairs that cross-validation gets wrong")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if err := fit(stdout, *stories, *background, *made, *answers, *verbose); err != nil {
		fmt.Fprintln(stderr, "fit:", err)
		return 2
	}
	return 0
}

func fit(w io.Writer, stories, background, made, answers string, verbose bool) error {
	docs, err := readStories(stories)
	if err != nil {
		return err
	}
	labelled := len(docs)
	if background != "" {
		if docs, err = readBackground(docs, background); err != nil {
			return err
		}
	}
	var versions []*doc
	if made != "" {
		if versions, err = readMade(made, strings.TrimSuffix(made, ".jsonl")+".tsv"); err != nil {
			return err
		}
	}
	pairs := makePairs(docs, versions, labelled)
	if answers != "" {
		more, err := answerPairs(answers)
		if err != nil {
			return err
		}
		pairs = append(pairs, more...)
	}
	report(w, docs, pairs, verbose)
	return nil
}
