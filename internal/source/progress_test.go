package source

import (
	"os"
	"path/filepath"
	"testing"
)

func TestOnReadCountsUpToSize(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.txt":   "The mayor opened the bridge on Monday.",
		"b.jsonl": `{"id":"1","text":"The mayor closed it again on Tuesday."}` + "\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var sum int64
	for _, err := range Read(t.Context(), []string{dir}, nil, Config{OnRead: func(n int) { sum += int64(n) }}) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if want := Size([]string{dir}); sum != want || want == 0 {
		t.Errorf("told of %d bytes of %d", sum, want)
	}
}
