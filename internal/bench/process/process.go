//go:build unix

// Package process runs a program in a process of its own and tells what it
// cost: so that one program's memory is not another's, and nothing of the
// start, the end or the garbage collector is left out.
package process

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"syscall"
	"time"
)

// Cost is what a process, and the processes that it waited for, took.
type Cost struct {
	CPU  time.Duration // user and system, on all cores
	Wall time.Duration
	Peak int64 // bytes of memory, at most at one time
}

// Run runs a command, its standard output into out and its standard error into
// notes; either may be nil. An error holds the last of what the command wrote
// to standard error.
//
// On Linux a process's peak is no less than its parent's at the start: callers
// should be small while they measure.
func Run(ctx context.Context, out, notes io.Writer, name string, args ...string) (Cost, error) {
	var stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdout, cmd.Stderr = out, &stderr
	if notes != nil {
		cmd.Stderr = io.MultiWriter(&stderr, notes)
	}
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if err != nil {
		message := stderr.Bytes()
		return Cost{}, fmt.Errorf("%s %q: %w: %s", name, args, err, message[max(0, len(message)-500):])
	}
	state := cmd.ProcessState
	return Cost{
		CPU:  state.UserTime() + state.SystemTime(),
		Wall: wall,
		Peak: peak(state.SysUsage().(*syscall.Rusage)),
	}, nil
}

// Own is what this process has taken so far.
func Own() (Cost, error) {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return Cost{}, err
	}
	return Cost{CPU: time.Duration(u.Utime.Nano() + u.Stime.Nano()), Peak: peak(&u)}, nil
}

// peak is ru_maxrss in bytes: Linux and the BSDs count kilobytes, macOS bytes.
func peak(u *syscall.Rusage) int64 {
	if runtime.GOOS == "darwin" {
		return int64(u.Maxrss)
	}
	return int64(u.Maxrss) << 10
}

// Least keeps of each cost the less: of several runs of one program on a busy
// machine, the least CPU time is nearest to what it takes.
func (c Cost) Least(d Cost) Cost {
	if c == (Cost{}) {
		return d
	}
	return Cost{min(c.CPU, d.CPU), min(c.Wall, d.Wall), min(c.Peak, d.Peak)}
}
