package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const readmeCommand = "go run ./cmd/wirediff compare testdata/stories --out report"

// fenced returns the fenced blocks of a Markdown text, without their fences.
func fenced(markdown string) []string {
	var blocks []string
	for i, part := range strings.Split(markdown, "\n```") {
		if i%2 == 1 {
			_, body, _ := strings.Cut(part, "\n") // the first line names the language
			blocks = append(blocks, body)
		}
	}
	return blocks
}

// TestReadme holds the README to the truth: its first command prints what
// stands below it, its pictures are there, and its Go is the package example,
// which is run.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(b)
	blocks := fenced(readme)
	if len(blocks) < 3 || blocks[0] != readmeCommand {
		t.Fatalf("the README does not start with %q", readmeCommand)
	}
	args := strings.Fields(readmeCommand)[3:]
	args[len(args)-1] = filepath.Join(t.TempDir(), "report")
	code, stdout, stderr := runCLI(t, "", args...)
	if want := strings.TrimRight(stdout, "\n"); code != exitDone || blocks[1] != want {
		t.Errorf("exit code %d, standard error %q; the README shows\n%s\nand the command prints\n%s", code, stderr, blocks[1], want)
	}
	for part := range strings.SplitSeq(readme, "](") {
		if name, _, _ := strings.Cut(part, ")"); strings.HasSuffix(name, ".png") {
			if _, err := os.Stat(name); err != nil {
				t.Error(err)
			}
		}
	}
	example, err := os.ReadFile("similarity/example_readme_test.go")
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(example), "func Example() {\n")
	body, _, _ = strings.Cut(body, "\t// Output:")
	body = strings.TrimRight(strings.ReplaceAll("\n"+body, "\n\t", "\n")[1:], "\n")
	if !strings.Contains(readme, "```go\n"+body+"\n```") {
		t.Errorf("the README's Go is not the example's:\n%s", body)
	}
}
