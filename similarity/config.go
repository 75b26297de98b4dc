package similarity

import "time"

// Config says how versions are found. Its zero value is the documented
// default, so that a report can print the settings that made it.
type Config struct {
	ShingleSize int           `json:"shingle_size"` // words in a shingle; 0 means 3
	SketchSize  int           `json:"sketch_size"`  // bins of a signature; 0 means 256
	Ways        Ways          `json:"ways"`         // the ways in that are taken; 0 means all
	Window      time.Duration `json:"window"`       // rewrites are sought this far apart, where dates are known; 0 means 5 days
	Workers     int           `json:"workers"`      // goroutines; 0 means GOMAXPROCS. The result does not depend on it
}

// Ways is a set of ways in: what proposes candidates.
type Ways uint8

// The ways in.
const (
	Copies   Ways = 1 << iota // resemblance: MinHash bands
	Cuts                      // containment: rare shingles
	Rewrites                  // names, figures, quotes and rare words that survive rewriting
	AllWays  = Copies | Cuts | Rewrites
)
