//go:build unix

package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// process is wirediff as a process of its own, to be killed: this test binary,
// told by the environment to be the program.
func process(args ...string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		self = os.Args[0]
	}
	c := exec.Command(self, args...)
	c.Env = append(os.Environ(), asProgram+"=1")
	return c
}

// TestKilled kills dedup at random moments. Under its final names there is
// never half an output, and the same command run again gives the bytes of an
// unbroken run and leaves nothing of the killed ones.
func TestKilled(t *testing.T) {
	kills, documents := 20, 3000
	if testing.Short() {
		kills, documents = 3, 200
	}
	in, dir := writeCorpus(t, documents), t.TempDir()
	kept, removed := filepath.Join(dir, "kept.jsonl"), filepath.Join(dir, "removed.jsonl")
	args := []string{"dedup", in, "--out", kept, "--removed", removed}
	start := time.Now()
	if out, err := process(args...).CombinedOutput(); err != nil {
		t.Fatalf("unbroken run: %v\n%s", err, out)
	}
	took := time.Since(start)
	wantKept, wantRemoved := readFile(t, kept), readFile(t, removed)
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range kills {
		os.Remove(kept)
		os.Remove(removed)
		c := process(args...)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rng.Int64N(int64(took))))
		c.Process.Signal(syscall.SIGKILL)
		c.Wait()
		for name, want := range map[string][]byte{kept: wantKept, removed: wantRemoved} {
			if got, err := os.ReadFile(name); err == nil && !bytes.Equal(got, want) {
				t.Fatalf("kill %d left %d of %d bytes in %s", i, len(got), len(want), filepath.Base(name))
			}
		}
	}
	parts, err := filepath.Glob(filepath.Join(dir, ".*.part"))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range parts {
		if err := os.Chtimes(part, time.Time{}, time.Now().Add(-2*settled)); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := process(args...).CombinedOutput(); err != nil {
		t.Fatalf("run again: %v\n%s", err, out)
	}
	if left, _ := os.ReadDir(dir); len(left) != 2 {
		t.Errorf("beside both outputs there is left: %v", left)
	}
	if !bytes.Equal(readFile(t, kept), wantKept) || !bytes.Equal(readFile(t, removed), wantRemoved) {
		t.Error("the run after the kills gave other bytes")
	}
}

// TestInterrupted holds that Ctrl-C ends a run in order: exit code 2, a word
// on standard error, nothing left behind.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	c := process("compare", "-", "--out", filepath.Join(dir, "report"))
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	var errs bytes.Buffer
	c.Stderr = &errs
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	// The input stays open: the run waits for more of it.
	if _, err := in.Write([]byte(`{"id":"a","text":"Snow fell for a third day on the passes."}` + "\n")); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(5 * time.Minute); ; time.Sleep(10 * time.Millisecond) {
		if found, _ := filepath.Glob(filepath.Join(dir, ".wirediff-*")); len(found) > 0 {
			break
		}
		if time.Now().After(deadline) {
			c.Process.Kill()
			t.Fatalf("the run has not begun: %v, %s", c.Wait(), errs.String())
		}
	}
	c.Process.Signal(os.Interrupt)
	c.Wait()
	if code := c.ProcessState.ExitCode(); code != exitFailed || !strings.Contains(errs.String(), "interrupted") {
		t.Errorf("exit code %d, standard error %q", code, errs.String())
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
