package main

import (
	"os"
	"runtime/debug"
	"strings"
	"unsafe"

	"golang.org/x/sys/unix"
)

// reserveHeap has the next n bytes of the heap backed by huge pages where the
// system gives them to those who ask (transparent huge pages on madvise, which
// is what most distributions have): packed records are read here and there, and
// what that costs is finding the page. Go does not ask.
//
// It makes the heap grow by n, asks, and gives the memory back. Nothing of it
// is touched, so that it takes address space alone; where that is limited or
// accounted for, nothing is done. It gives how much was allocated to that end.
func reserveHeap(n int) int {
	if n < hugePage || !mayReserve() {
		return 0
	}
	percent := debug.SetGCPercent(-1) // no collection of what is given back anyway
	// In pieces: one that reached over memory that was used would be cleared.
	pieces := make([][]byte, (n+reservePiece-1)/reservePiece)
	for i := range pieces {
		pieces[i] = make([]byte, reservePiece)
	}
	allocated := len(pieces) * reservePiece
	for len(pieces) > 0 {
		start := addressOf(pieces[0])
		end, next := start+reservePiece, 1
		for next < len(pieces) && addressOf(pieces[next]) == end {
			end += reservePiece
			next++
		}
		first := (start + hugePage - 1) &^ (hugePage - 1)
		if last := end &^ (hugePage - 1); first < last {
			// Where the kernel has none, it says so, and nothing is lost.
			_, _, _ = unix.Syscall(unix.SYS_MADVISE, first, last-first, unix.MADV_HUGEPAGE)
		}
		pieces = pieces[next:]
	}
	debug.SetGCPercent(percent)
	debug.FreeOSMemory()
	return allocated
}

const (
	hugePage     = 2 << 20
	reservePiece = 4 << 20
)

func addressOf(b []byte) uintptr { return uintptr(unsafe.Pointer(unsafe.SliceData(b))) }

// mayReserve reports that address space costs nothing, and that huge pages are
// to be had by asking.
func mayReserve() bool {
	var space unix.Rlimit
	if unix.Getrlimit(unix.RLIMIT_AS, &space) != nil || space.Cur != unix.RLIM_INFINITY {
		return false
	}
	overcommit, err := os.ReadFile("/proc/sys/vm/overcommit_memory")
	if err != nil || strings.HasPrefix(string(overcommit), "2") {
		return false
	}
	pages, err := os.ReadFile("/sys/kernel/mm/transparent_hugepage/enabled")
	return err == nil && strings.Contains(string(pages), "[madvise]")
}
