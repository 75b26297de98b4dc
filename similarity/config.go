package similarity

import (
	"cmp"
	"fmt"
	"runtime"
	"time"

	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/shingle"
)

// Config says how versions are found. Its zero value is the documented
// default, so that a report can print the settings that made it.
type Config struct {
	ShingleSize int           `json:"shingle_size"` // words in a shingle; 0 means 3
	Ways        Ways          `json:"ways"`         // the ways in that are taken; 0 means all
	Window      time.Duration `json:"window"`       // rewrites are sought this far apart, where dates are known; 0 means 5 days
	Brief       bool          `json:"brief"`        // only Assign will be called: less is kept of a document
	Workers     int           `json:"workers"`      // goroutines; 0 means GOMAXPROCS. The result does not depend on it
	Memory      int64         `json:"memory"`       // bytes to keep to, by putting records into a temporary file, LeastMemory at the least; 0 means no limit. The result does not depend on it
	Beside      int64         `json:"-"`            // bytes of Memory for each document that the caller keeps something of besides

	// OnStep, if there is one, is called by Assign and Result as each of their
	// steps is done, from the goroutine that called them: "documents" when all
	// that were added are taken apart, then "index", the ways in that are taken
	// ("copies", "anchors", "rewrites"), and "clusters".
	OnStep func(step string) `json:"-"`
}

// SketchSize is how many of its least shingle hashes a document's signature
// keeps.
const SketchSize = lsh.SketchSize

// Ways is a set of ways in: what proposes candidates.
type Ways uint8

// The ways in.
const (
	Copies   Ways = 1 << iota // resemblance: keys of MinHash signatures, and anchors
	Cuts                      // containment: anchors
	Rewrites                  // names, figures, quotes and rare words that survive rewriting
	AllWays  = Copies | Cuts | Rewrites
)

// Has reports whether the way is taken.
func (w Ways) Has(way Ways) bool { return w&way != 0 }

// defaultWindow is how far apart the versions of a story are published: most
// rewrites appear within a day, and a weekly within five days of its dateline.
const defaultWindow = 5 * 24 * time.Hour

// check tells what of the configuration cannot be met.
func (c Config) check() error {
	if c.ShingleSize < 0 || c.Ways > AllWays || c.Memory < 0 || c.Beside < 0 {
		return fmt.Errorf("similarity: shingles of %d words, ways in %b, %d bytes of memory: want 1 word or more, ways of %b, and no negative number of bytes", c.ShingleSize, c.Ways, c.Memory, AllWays)
	}
	return nil
}

// withDefaults fills the zero fields.
func (c Config) withDefaults() Config {
	c.ShingleSize = cmp.Or(c.ShingleSize, shingle.DefaultSize)
	c.Ways = cmp.Or(c.Ways, AllWays)
	c.Window = cmp.Or(c.Window, defaultWindow)
	if c.Workers <= 0 {
		c.Workers = runtime.GOMAXPROCS(0)
	}
	return c
}

// done tells of a step that is done.
func (c *Config) done(step string) {
	if c.OnStep != nil {
		c.OnStep(step)
	}
}
