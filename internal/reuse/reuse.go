// Package reuse makes slices in the room of those that are wanted no more, so that
// what is made again and again allocates once.
package reuse

import "slices"

// Sized makes a slice of length n in the room of another, which is let grow, and
// puts it in its place. Its elements are in no state.
func Sized[T any](room *[]T, n int) []T {
	*room = slices.Grow((*room)[:0], n)[:n]
	return *room
}

// Zeros is Sized, with zeros.
func Zeros[T any](room *[]T, n int) []T {
	clear(Sized(room, n))
	return *room
}
