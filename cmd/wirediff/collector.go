package main

import "runtime"

// ballast is memory that is never touched, so that it costs no memory, and
// that the collector counts as living. While stories are laid side by side
// little lives, and much is made and dropped: a collection at every doubling
// of a heap of 20 MB takes an eighth of the time. With this it comes at every
// 64 MB or more.
const ballast = 64 << 20

// gather lets garbage gather until what it returns is called.
func gather() (done func()) {
	b := make([]byte, ballast)
	return func() { runtime.KeepAlive(b) }
}
