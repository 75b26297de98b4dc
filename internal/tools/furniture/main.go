// Furniture prints the blocks of a corpus that are no body, for reading: a
// line a block with its role, the document's id, where the block stands among
// the document's blocks, and its text. It reads JSON Lines with id and text
// on standard input.
//
//	gunzip -c articles.jsonl.gz | go run ./internal/tools/furniture | sort | less
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/goccy/go-json"

	"github.com/wirediff/wirediff/shingle"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(in io.Reader, out io.Writer) error {
	w := bufio.NewWriter(out)
	for dec := json.NewDecoder(in); ; {
		var doc shingle.Document
		switch err := dec.Decode(&doc); err {
		case nil:
		case io.EOF:
			return w.Flush()
		default:
			return err
		}
		a := shingle.Parse(doc)
		for i, b := range a.Blocks {
			if b.Role != shingle.Body {
				fmt.Fprintf(w, "%-8s %s %d/%d %q\n", b.Role, doc.ID, i+1, len(a.Blocks), b.Of(doc.Text))
			}
		}
	}
}
