package main

import (
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// TestReserveHeap: what is reserved is marked for huge pages and is not in
// memory.
func TestReserveHeap(t *testing.T) {
	if !mayReserve() {
		t.Skip("this system gives no huge pages to those who ask, or counts address space")
	}
	const n = 256 << 20
	marked, resident := hugeMappings(t)
	reserveHeap(n)
	markedAfter, residentAfter := hugeMappings(t)
	if got := markedAfter - marked; got < n/2 {
		t.Errorf("%d MB more are marked, want most of %d", got>>20, n>>20)
	}
	if got := residentAfter - resident; got > n/4 {
		t.Errorf("%d MB more are resident, want next to nothing", got>>20)
	}
}

// hugeMappings is how many bytes of this process are marked for huge pages, and
// how many of those are resident.
func hugeMappings(t *testing.T) (marked, resident int) {
	t.Helper()
	smaps, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Skip(err)
	}
	field := func(mapping, name string) int {
		m := regexp.MustCompile(`(?m)^` + name + `: +(\d+) kB`).FindStringSubmatch(mapping)
		if m == nil {
			return 0
		}
		n, _ := strconv.Atoi(m[1])
		return n << 10
	}
	size, rss := 0, 0
	for part := range strings.SplitSeq(string(smaps), "VmFlags:") {
		// A mapping's flags are its last line, so that they head the next part.
		if flags, _, _ := strings.Cut(part, "\n"); strings.Contains(flags, " hg") {
			marked += size
			resident += rss
		}
		size, rss = field(part, "Size"), field(part, "Rss")
	}
	return marked, resident
}

// BenchmarkHeap reads lines here and there in 64 MB, one after the other, each
// to be found by what the last one holds: what a reserved heap is for.
func BenchmarkHeap(b *testing.B) {
	const size, line = 64 << 20, 64
	var kept [2][]byte // so that the one is not where the other was
	for i, reserved := range []bool{false, true} {
		if reserved {
			reserveHeap(2 * size)
		}
		kept[i] = make([]byte, size)
		data := kept[i]
		for i := range data {
			data[i] = byte(i * i >> 7)
		}
		b.Run("reserved="+strconv.FormatBool(reserved), func(b *testing.B) {
			at := uint32(1)
			for b.Loop() {
				at = at*1664525 + 1013904223 + uint32(data[int(at>>8)%(size/line)*line])
			}
		})
	}
	runtime.KeepAlive(&kept)
}
