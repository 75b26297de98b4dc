//go:build race

package similarity_test

// raced tells that the race detector is on.
const raced = true
