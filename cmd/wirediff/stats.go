package main

import (
	"fmt"
	"io"
	"runtime/metrics"
	"time"

	"github.com/spf13/cobra"
)

// stats measures the steps of a command, one behind another, for --stats. The
// first is all that is done while the inputs are read: a document goes through
// source, tokens, shingles and sketch without a stop between.
type stats struct {
	wanted      bool
	began, last usage
	steps       []stepCost
}

// usage is what the process has used at a moment.
type usage struct {
	at        time.Time
	cpu       time.Duration // on all cores
	allocated uint64        // bytes, all that were ever asked for
	heap      uint64        // bytes that are in use, or not yet found to be free
}

// stepCost is a step: what it took, and what was in use at its end.
type stepCost struct {
	name  string
	took  usage // at is not set
	wall  time.Duration
	after uint64
}

// flag adds --stats to a command.
func (s *stats) flag(c *cobra.Command) {
	c.Flags().BoolVar(&s.wanted, "stats", false, "print the time and the bytes of each step to standard error")
}

func (s *stats) start() {
	if s.wanted {
		s.began = usageNow()
		s.last = s.began
	}
}

// leaveOut takes bytes that were allocated and given back out of the account.
func (s *stats) leaveOut(bytes int) {
	s.began.allocated += uint64(bytes)
	s.last.allocated += uint64(bytes)
}

// step ends a step.
func (s *stats) step(name string) {
	if !s.wanted {
		return
	}
	now := usageNow()
	s.steps = append(s.steps, cost(name, s.last, now))
	s.last = now
}

func cost(name string, from, to usage) stepCost {
	return stepCost{
		name:  name,
		wall:  to.at.Sub(from.at),
		took:  usage{cpu: to.cpu - from.cpu, allocated: to.allocated - from.allocated},
		after: to.heap,
	}
}

// print writes a line a step, and one of the whole.
func (s *stats) print(w io.Writer) {
	if !s.wanted {
		return
	}
	fmt.Fprintf(w, "%-10s %9s %9s %13s %9s\n", "step", "wall s", "CPU s", "allocated MB", "heap MB")
	for _, c := range append(s.steps, cost("all", s.began, usageNow())) {
		fmt.Fprintf(w, "%-10s %9.3f %9.3f %13.1f %9.1f\n", c.name, c.wall.Seconds(), c.took.cpu.Seconds(), float64(c.took.allocated)/1e6, float64(c.after)/1e6)
	}
	if _, peak := processUsage(); peak > 0 {
		fmt.Fprintf(w, "peak memory of the process: %.1f MB\n", float64(peak)/1e6)
	}
}

func usageNow() usage {
	samples := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(samples)
	cpu, _ := processUsage()
	return usage{time.Now(), cpu, samples[0].Value.Uint64(), samples[1].Value.Uint64()}
}
