//go:build !linux

package main

// reserveHeap does nothing where huge pages cannot be asked for.
func reserveHeap(int) int { return 0 }
