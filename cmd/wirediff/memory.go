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

// defaultMemory is the limit of the commands that print clusters alone: a
// million articles go into it with next to nothing in a temporary file.
const defaultMemory = "1GB"

// memoryFlag adds --memory to a command that finds clusters and keeps no text.
func memoryFlag(c *cobra.Command, limit string) *string {
	return c.Flags().String("memory", limit, "a `LIMIT` to keep to, as 256MB or 4GB: records go to a temporary file, all but 52 MB, 8 MB a worker and 140 bytes a document, 268 with rewrites; the output does not depend on it")
}

// growths say how much the heap of a command that keeps packed records alone
// may grow, in percent, before it is collected, from how many documents on. What
// lives has no pointers, so that a collection costs little, and waiting for
// twice the memory would gain nothing once it is tens of megabytes; in the end
// even a tenth more is a hundred.
var growths = []struct{ documents, percent int }{{1 << 15, 30}, {1 << 19, 10}}

// programMemory is what a process has that the collector does not know of: the
// parts of the program that run.
const programMemory = 32e6

// limitMemory sets the limit of --memory.
func (s *session) limitMemory(cfg *similarity.Config) error {
	limit, err := parseBytes(s.memory)
	if err != nil {
		return fmt.Errorf("--memory: %w", err)
	}
	cfg.Memory = limit
	s.keepTo(cfg, 0)
	return nil
}

// grown sets how much the heap of a lean command with n documents may grow,
// unless GOGC says how much.
func (s *session) grown(n int) {
	for _, g := range growths {
		if n == g.documents && s.lean && os.Getenv("GOGC") == "" {
			debug.SetGCPercent(g.percent)
		}
	}
}

// keepTo tells the collector of the limit, if there is one: of n documents that
// cannot be kept to it, of what they take. A collector that is told less than
// what lives does nothing else any more.
func (s *session) keepTo(cfg *similarity.Config, n int) {
	if cfg.Memory > 0 && os.Getenv("GOMEMLIMIT") == "" {
		least := cfg.LeastMemory(n)
		debug.SetMemoryLimit(max(cfg.Memory, least+least/8) - programMemory)
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

// heapFor is how much heap is worth reserving for so many bytes of input: more
// than is wont to be used, since what is not touched costs nothing.
func heapFor(input int64) int {
	const little, most = 16 << 20, 1 << 30
	if input < little {
		return 0
	}
	return int(min(2*input, most))
}
