// Command figures prints the figures of JSON Lines documents, for measuring.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/token"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<26)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.Scan() {
		var doc struct {
			ID, Text  string
			Published string
			Lang      string
		}
		if err := json.Unmarshal(in.Bytes(), &doc); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		tokens := token.Tokenize(nil, doc.Text)
		var sents []token.Sentence
		sents = token.Sentences(sents, doc.Text, token.Span{Start: 0, End: len(doc.Text)}, tokens, 0, len(tokens))
		pub, _ := time.Parse("2006-01-02", doc.Published)
		for _, f := range figure.Find(nil, doc.Text, tokens, sents, figure.Context{Published: pub, Lang: doc.Lang}) {
			b, _ := json.Marshal(struct {
				Doc string `json:"doc"`
				figure.Figure
			}{doc.ID, f})
			out.Write(b)
			out.WriteByte('\n')
		}
	}
}
