package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestProfiles holds that the measuring flags write their files, of a command
// that fails too, and change nothing of the output.
func TestProfiles(t *testing.T) {
	_, want, _ := runCLI(t, "", "cluster", "../../testdata/stories")
	for _, tt := range []struct {
		name string
		args []string
		code int
	}{
		{"a command that is done", []string{"cluster", "../../testdata/stories"}, exitDone},
		{"a command that fails", []string{"explain", "nobody", "no one", "--in", "../../testdata/stories"}, exitFailed},
	} {
		dir := t.TempDir()
		file := func(name string) string { return filepath.Join(dir, name) }
		args := append(tt.args, "--cpuprofile", file("cpu"), "--memprofile", file("mem"), "--trace", file("trace"))
		code, stdout, stderr := runCLI(t, "", args...)
		if code != tt.code || code == exitDone && stdout != want {
			t.Errorf("%s: exit code %d, standard error %q", tt.name, code, stderr)
		}
		for name, start := range map[string]string{"cpu": "\x1f\x8b", "mem": "\x1f\x8b", "trace": "go 1."} {
			if b, err := os.ReadFile(file(name)); err != nil || !bytes.HasPrefix(b, []byte(start)) {
				t.Errorf("%s: %s is no profile: %.20q, %v", tt.name, name, b, err)
			}
		}
	}
}

func TestProfileThatCannotBeWritten(t *testing.T) {
	for _, flag := range []string{"--cpuprofile", "--memprofile", "--trace"} {
		code, _, stderr := runCLI(t, "", "cluster", "../../testdata/stories", flag, filepath.Join(t.TempDir(), "no", "folder"))
		if code != exitFailed || !strings.Contains(stderr, "profile: open") {
			t.Errorf("%s: exit code %d, standard error %q", flag, code, stderr)
		}
	}
}
