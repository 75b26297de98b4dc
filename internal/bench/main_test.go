//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/internal/bench/differ"
	"github.com/wirediff/wirediff/internal/bench/rival"
)

// asProgram is set in the environment of this test binary where it is to be
// the program itself: the processes that it measures are its own.
const asProgram = "WIREDIFF_BENCH_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// bench runs a command and gives the rows of its tables by their first cell.
func bench(t *testing.T, args ...string) map[string][]string {
	t.Helper()
	t.Setenv(asProgram, "1")
	var out, errs bytes.Buffer
	if err := run(t.Context(), args, &out, &errs); err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	if !strings.Contains(out.String(), "go run . "+commandLine(args)+"\n") {
		t.Errorf("the command is not above the table:\n%s", out.String())
	}
	rows := map[string][]string{}
	for line := range strings.Lines(out.String()) {
		if cells := strings.Split(strings.Trim(line, "| \n"), " | "); len(cells) > 2 {
			rows[cells[0]] = cells
		}
	}
	return rows
}

func number(t *testing.T, cell string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(strings.ReplaceAll(cell, ",", ""), 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestClusters(t *testing.T) {
	rows := bench(t, "cluster", "-docs", "400", "-runs", "2")
	names := []string{"wirediff", "wirediff, copies and cuts", "wirediff, copies", "wirediff, 256 MB"}
	for _, r := range rival.All {
		names = append(names, r.Name)
	}
	var all float64 // CPU seconds: of one row they may round to none
	for _, name := range names {
		row := rows[name]
		if len(row) != 9 {
			t.Fatalf("%s has the row %q", name, row)
		}
		if name == "no clusters" {
			if row[4] != "–" {
				t.Errorf("%s has an F1 of %s", name, row[4])
			}
		} else if f1 := number(t, row[4]); f1 > 1 || f1 < 0.5 && name != "mfonda/simhash" {
			t.Errorf("%s has an F1 of %g", name, f1)
		}
		if cpu, peak := number(t, row[5]), number(t, row[8]); cpu < 0 || cpu > 60 || peak < 5 || peak > 4000 {
			t.Errorf("%s took %g s and %g MB", name, cpu, peak)
		} else {
			all += cpu
		}
	}
	if all == 0 {
		t.Error("all of it took no time")
	}
}

func TestDiffs(t *testing.T) {
	rows := bench(t, "diff", "-pairs", "30")
	for _, d := range differ.All {
		row := rows[d.Name]
		if len(row) != 9 {
			t.Fatalf("%s has the row %q", d.Name, row)
		}
		if f1 := number(t, row[4]); f1 > 1 || f1 < 0.5 {
			t.Errorf("%s has an F1 of %g", d.Name, f1)
		}
	}
}

func TestGrowth(t *testing.T) {
	own := filepath.Join(t.TempDir(), "own.jsonl")
	var lines strings.Builder
	for i := range 100 {
		lines.WriteString(`{"id":"` + strconv.Itoa(i) + `","text":"The tug Anna Lind left port ` + strconv.Itoa(i) + ` with a load of salt."}` + "\n")
	}
	if err := os.WriteFile(own, []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, input := range [][]string{nil, {"-in", own}} {
		rows := bench(t, append([]string{"growth", "-threads", "-docs", "40,90", "-only", "wirediff; no clusters"}, input...)...)
		for _, name := range []string{"wirediff", "documents", "clusters", "all", "1", strconv.Itoa(runtime.GOMAXPROCS(0)), "90, by the law", "10⁸", "10⁹"} {
			if len(rows[name]) < 3 {
				t.Errorf("%q: no row %q", input, name)
			}
		}
	}
}

func TestStepsRead(t *testing.T) {
	var s steps
	if err := s.read("wirediff: a note\nstep wall s CPU s\nread 0.2 0.5 3 4\nall 1 2.5 3 4\npeak memory of the process: 3 MB\n", 1_000_000); err != nil {
		t.Fatal(err)
	}
	if got := s.table(); !strings.Contains(got, "| read | 0.5 |") || !strings.Contains(got, "| all | 2.5 |") {
		t.Errorf("%s", got)
	}
	if err := s.read("all 1 2 3 4\n", 10); err == nil || !strings.Contains(err.Error(), "no line for read") {
		t.Errorf("error %v", err)
	}
	if err := new(steps).read("", 10); err == nil {
		t.Error("no steps are no error")
	}
}

func TestUsage(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{nil, "usage"},
		{[]string{"race"}, `no command "race"`},
		{[]string{"cluster", "-runs", "0"}, "-runs is 0"},
		{[]string{"cluster", "now"}, `unknown argument "now"`},
		{[]string{"cluster", "-in", "x"}, "-in and -truth"},
		{[]string{"cluster", "-root", "no/such/folder"}, "no/such/folder"},
		{[]string{"growth", "-docs", "9,3"}, "ascending"},
		{[]string{"growth", "-docs", "many"}, "whole numbers"},
		{[]string{"rival", "nobody", "x"}, `no rival "nobody"`},
		{[]string{"rival", "exact join, from 0.5", "no-such-file"}, "no-such-file"},
		{[]string{"differ", "nobody", "1", "1"}, `no differ "nobody"`},
	} {
		var out, errs bytes.Buffer
		if err := run(t.Context(), tt.args, &out, &errs); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want one of %q", tt.args, err, tt.want)
		}
	}
	if _, err := choose([]engine{{name: "a"}}, "a; b"); err == nil {
		t.Error("an engine that is not there is chosen")
	}
}

func TestPut(t *testing.T) {
	file := filepath.Join(t.TempDir(), "README.md")
	if err := os.WriteFile(file, []byte("before\n<!-- a -->\nold\n<!-- /a -->\nafter\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"new\n", "", "| a |\n"} {
		if err := put(file, "a", text); err != nil {
			t.Fatal(err)
		}
		if b, _ := os.ReadFile(file); string(b) != "before\n<!-- a -->\n"+text+"<!-- /a -->\nafter\n" {
			t.Errorf("%q", b)
		}
	}
	if err := put(file, "b", ""); err == nil || !strings.Contains(err.Error(), "no place for b") {
		t.Errorf("error %v", err)
	}
}

// TestPlaces holds that both pages have the places that -write fills.
func TestPlaces(t *testing.T) {
	for file, names := range map[string][]string{"README.md": {"cluster", "diff", "growth"}, "../../README.md": {"cluster"}} {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.Count(string(b), "\n<!-- "+name+" -->\n") != 1 || strings.Count(string(b), "\n<!-- /"+name+" -->\n") != 1 {
				t.Errorf("%s has no place for %s", file, name)
			}
		}
	}
}

func TestCommandLine(t *testing.T) {
	if got, want := commandLine([]string{"growth", "-docs", "10,20", "-only", "wirediff; no clusters"}), "growth -docs 10,20 -only 'wirediff; no clusters'"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestNumbers(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{grouped(1234567), "1,234,567"}, {grouped(999), "999"}, {grouped(0), "0"},
		{share(0.98765), ".988"}, {share(1), "1.000"},
		{size(340e9 * 1.02), "350 GB"}, {size(1.43e12), "1.4 TB"}, {size(4e15), "4 PB"}, {size(2e19), "20,000 PB"},
		{hours(42), "42 s"}, {hours(1200), "20 min"}, {hours(3.6e5), "100 h"},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
}
