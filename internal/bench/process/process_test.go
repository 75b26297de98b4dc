//go:build unix

package process

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// The test binary is the program that is measured.
func TestMain(m *testing.M) {
	switch os.Getenv("PROCESS_TEST") {
	case "spend":
		room := make([]byte, 64<<20)
		for i := range room {
			room[i] = byte(i)
		}
		busy := func() bool {
			own, err := Own()
			return err != nil || own.CPU < 200*time.Millisecond
		}
		for start := time.Now(); time.Since(start) < 200*time.Millisecond || busy(); {
			room[int(room[9])]++
		}
		fmt.Println("done")
	case "fail":
		fmt.Fprintln(os.Stderr, "no such corpus")
		os.Exit(3)
	default:
		os.Exit(m.Run())
	}
}

func TestRun(t *testing.T) {
	t.Setenv("PROCESS_TEST", "spend")
	var out bytes.Buffer
	cost, err := Run(t.Context(), &out, nil, os.Args[0])
	if err != nil || out.String() != "done\n" {
		t.Fatalf("%q, %v", out.String(), err)
	}
	if cost.CPU < 190*time.Millisecond || cost.Wall < 200*time.Millisecond || cost.Peak < 64<<20 || cost.Peak > 4<<30 {
		t.Errorf("%+v for 64 MiB and 0.2 s", cost)
	}
}

func TestRunFails(t *testing.T) {
	t.Setenv("PROCESS_TEST", "fail")
	var notes bytes.Buffer
	if _, err := Run(t.Context(), nil, &notes, os.Args[0]); err == nil || !strings.Contains(err.Error(), "no such corpus") || notes.String() != "no such corpus\n" {
		t.Errorf("error %v and notes %q, want the program's own message", err, notes.String())
	}
	if _, err := Run(t.Context(), nil, nil, "/no/such/program"); err == nil {
		t.Error("a program that is not there gives no error")
	}
}

func TestLeast(t *testing.T) {
	a, b := Cost{3, 5, 7}, Cost{4, 4, 8}
	if got := (Cost{}).Least(a).Least(b); got != (Cost{3, 4, 7}) {
		t.Errorf("%v", got)
	}
}
