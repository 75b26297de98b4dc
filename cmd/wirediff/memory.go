package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wirediff/wirediff/similarity"
)

// memoryFlag adds --memory to a command that finds clusters and keeps no text.
func (s *session) memoryFlag(c *cobra.Command) {
	c.Flags().StringVar(&s.memory, "memory", "", "a `LIMIT` to keep to, as 256MB or 4GB: records go to a temporary file; the output does not depend on it")
}

// How much the heap of a command that keeps packed records alone may grow, in
// percent, before it is collected. What lives has no pointers, so that a
// collection costs little, and waiting for twice the memory would gain nothing;
// from manyDocuments on even a tenth more is a hundred megabytes.
const (
	leanGrowth    = 30
	manyGrowth    = 10
	manyDocuments = 1 << 19
)

// limitMemory sets the limit of --memory, or how much a lean heap may grow.
func (s *session) limitMemory(cfg *similarity.Config) error {
	limit, err := parseBytes(s.memory)
	if err != nil {
		return fmt.Errorf("--memory: %w", err)
	}
	if limit > 0 {
		cfg.Memory = limit
		debug.SetMemoryLimit(limit)
	}
	s.growBy(leanGrowth)
	return nil
}

// growBy lets the heap of a lean command grow by so many percent, unless GOGC
// or a limit says how much.
func (s *session) growBy(percent int) {
	if s.lean && s.memory == "" && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// byteUnits are the units of --memory; those of a thousand and of 1,024 are
// told apart as the IEC does.
var byteUnits = []struct {
	name  string
	bytes float64
}{{"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30}, {"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"K", 1e3}, {"M", 1e6}, {"G", 1e9}, {"B", 1}, {"", 1}}

// parseBytes reads 256MB, 1.5GiB; 0 for "".
func parseBytes(s string) (int64, error) {
	if s == "" {
		return 0, nil
	}
	for _, u := range byteUnits {
		if len(s) < len(u.name) || !strings.EqualFold(s[len(s)-len(u.name):], u.name) {
			continue
		}
		n, err := strconv.ParseFloat(strings.TrimSpace(s[:len(s)-len(u.name)]), 64)
		if err != nil || !(n*u.bytes >= 1 && n*u.bytes < 1<<60) {
			break
		}
		return int64(n * u.bytes), nil
	}
	return 0, fmt.Errorf("%q is no size: it takes a number and a unit, as 256MB or 1.5GiB", s)
}
