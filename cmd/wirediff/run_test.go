package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
)

// asProgram is set in the environment of this test binary where it is to be
// the program itself.
const asProgram = "WIREDIFF_TEST_AS_PROGRAM"

// TestMain lets the scripts run wirediff as a command of its own process, so
// that pipes, exit codes and signals are the real ones.
func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	testscript.Main(m, map[string]func(){"wirediff": main})
}

func TestScripts(t *testing.T) {
	stories, err := filepath.Abs("../../testdata/stories")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("STORIES", stories)
			e.Setenv("HOME", e.WorkDir)
			return writeBadInputs(filepath.Join(e.WorkDir, "bad"))
		},
	})
}

// runCLI runs the program in this process.
func runCLI(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

// TestHelpExamples runs every line of every command's examples, as a reader
// of the help would, from the root of the repository.
func TestHelpExamples(t *testing.T) {
	t.Chdir("../..")
	root := newRoot(&session{})
	for _, c := range root.Commands() {
		if c.Example == "" {
			t.Errorf("%s has no example", c.Name())
		}
		for line := range strings.Lines(c.Example) {
			line = strings.TrimSpace(line)
			t.Run(line, func(t *testing.T) { runExample(t, c, line) })
		}
	}
}

// runExample runs one line of an example: an optional printf or echo, a pipe,
// and one wirediff command.
func runExample(t *testing.T, c *cobra.Command, line string) {
	stdin := ""
	if feed, rest, ok := strings.Cut(line, " | "); ok {
		line = rest
		words := splitWords(feed)
		stdin = strings.NewReplacer(`\t`, "\t", `\n`, "\n").Replace(words[1])
		if words[0] == "echo" {
			stdin += "\n"
		}
	}
	args := splitWords(line)
	if args[0] != "wirediff" || args[1] != c.Name() {
		t.Fatalf("an example of %s must run it", c.Name())
	}
	dir := t.TempDir()
	for i, a := range args {
		switch a {
		case "--out", "--removed":
			args[i+1] = filepath.Join(dir, filepath.Base(args[i+1]))
		}
	}
	code, stdout, stderr := runCLI(t, stdin, args[1:]...)
	if code != exitDone {
		t.Fatalf("exit code %d\n%s", code, stderr)
	}
	if stdout == "" {
		t.Error("nothing on standard output")
	}
}

// splitWords splits a line as a shell does, single quotes understood.
func splitWords(line string) []string {
	var words []string
	for i, part := range strings.Split(line, "'") {
		if i%2 == 1 {
			words = append(words, part)
		} else {
			words = append(words, strings.Fields(part)...)
		}
	}
	return words
}

func TestUsageErrors(t *testing.T) {
	cases := []struct {
		name string
		args []string
		want string // in the message
	}{
		{"no such command", []string{"clutser", "x"}, "unknown command"},
		{"no input", []string{"cluster"}, "requires at least 1 arg"},
		{"unknown flag", []string{"cluster", "--colour", "x"}, "unknown flag"},
		{"wrong format", []string{"cluster", "--format", "xml", "-"}, "it takes one of jsonl, tsv, csv, parquet"},
		{"unknown way in", []string{"cluster", "--ways", "copies,guesses", "-"}, `"guesses"`},
		{"no workers", []string{"cluster", "--workers", "0", "-"}, "it takes 1 or more"},
		{"compare without a place", []string{"compare", "-"}, "--out DIR"},
		{"diff of one file", []string{"diff", "one"}, "two files"},
		{"field without a name", []string{"cluster", "--field", "=x", "-"}, "NAME=FIELD"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			code, stdout, stderr := runCLI(t, "", c.args...)
			if code != exitFailed || stdout != "" || !strings.Contains(stderr, c.want) {
				t.Errorf("exit code %d, standard output %q, standard error %q; want 2, nothing, …%s…", code, stdout, stderr, c.want)
			}
		})
	}
}

func TestBrokenPipeIsSuccess(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	defer w.Close()
	var errs bytes.Buffer
	text := strings.Repeat("On Monday 12 people were hurt.\n\n", 10)
	if code := run(t.Context(), []string{"figures", "-"}, strings.NewReader(text), w, &errs); code != exitDone {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
}
