package report

import (
	"bytes"
	"os"
	"testing"
)

func TestSmoke(t *testing.T) {
	dir, w := write(t, Settings{Inputs: []string{"testdata"}}, damStory(t), harborStory(t), aloneStory(t, "a"))
	var b bytes.Buffer
	if err := w.Summary(&b, 5, false); err != nil {
		t.Fatal(err)
	}
	t.Log(b.String())
	b.Reset()
	if err := WriteDiff(&b, damStory(t).Edges[1], Text); err != nil {
		t.Fatal(err)
	}
	t.Log(b.String())
	for _, f := range []Format{Terminal, JSON, HTML, Markdown, TEI} {
		b.Reset()
		if err := WriteDiff(&b, damStory(t).Edges[1], f); err != nil {
			t.Fatal(err)
		}
	}
	if keep := os.Getenv("KEEP"); keep != "" {
		os.RemoveAll(keep)
		os.CopyFS(keep, os.DirFS(dir))
	}
}
