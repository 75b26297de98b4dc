package masks

import (
	"fmt"
	"math/bits"
	"strings"
	"testing"
	"unsafe"
)

// reference is Of by plain alone, without blocks of a fixed number.
func reference(text string) (blocks []Block) {
	text += strings.Repeat(" ", -len(text)&(Size-1))
	for ; text != ""; text = text[Size:] {
		blocks = append(blocks, plain(text[:Size]))
	}
	return blocks
}

func compare(t *testing.T, text string) {
	t.Helper()
	want := reference(text)
	got := make([]Block, len(want)+1)
	n := Of(got, text)
	if n != len(want) {
		t.Fatalf("%q: %d blocks, want %d", text, n, len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("%q: block %d is\n%+v, want\n%+v", text, i, got[i], want[i])
		}
	}
	if got[n] != (Block{}) {
		t.Fatalf("%q: a block behind the last was written to", text)
	}
}

// TestBytes holds that every byte at every place is told as the reference tells
// it, alone among letters and among bytes like it.
func TestBytes(t *testing.T) {
	for c := range 256 {
		for at := range Size {
			text := []byte(strings.Repeat("x", Size))
			text[at] = byte(c)
			compare(t, string(text))
		}
		compare(t, strings.Repeat(string([]byte{byte(c)}), 3*Size))
	}
}

// TestLengths holds that texts of every length up to some blocks end where they
// end: in spaces, whatever stands behind them in memory.
func TestLengths(t *testing.T) {
	all := make([]byte, 0, 5*Size)
	for i := range cap(all) {
		all = append(all, byte(i*7))
	}
	for from := range Size {
		for to := from; to <= len(all); to++ {
			compare(t, unsafe.String(&all[0], len(all))[from:to])
		}
	}
}

// TestClasses holds the reference against the letters of each class.
func TestClasses(t *testing.T) {
	for _, tt := range []struct {
		name, bytes string
		mask        func(Block) uint64
	}{
		{"letters", "azAZ", func(b Block) uint64 { return b.Letter }},
		{"digits", "09", func(b Block) uint64 { return b.Digit }},
		{"spaces", " \t\n\v\f\r", func(b Block) uint64 { return b.Space }},
		{"what is left to others", "\x00\x08\x0e\x1f\x7f\x80\xff#$@_", func(b Block) uint64 { return b.Rest }},
		{"line ends", "\n", func(b Block) uint64 { return b.Newline }},
		{"periods", ".", func(b Block) uint64 { return b.Period }},
		{"commas", ",", func(b Block) uint64 { return b.Comma }},
		{"apostrophes", "'", func(b Block) uint64 { return b.Apostrophe }},
		{"colons", ":;", func(b Block) uint64 { return b.Colon }},
		{"slashes", "/", func(b Block) uint64 { return b.Slash }},
		{"stops", ".!?", func(b Block) uint64 { return b.Stop }},
		{"brackets and bars", "(|", func(b Block) uint64 { return b.Bracket }},
		{"none", "\"%&)*+-<=>[\\]^`{}~", func(b Block) uint64 {
			return ^(b.Letter | b.Digit | b.Space | b.Rest | b.Period | b.Comma | b.Apostrophe | b.Colon | b.Slash | b.Stop | b.Bracket)
		}},
	} {
		text := tt.bytes + strings.Repeat("x", Size-len(tt.bytes))
		if tt.name == "letters" {
			text = tt.bytes + strings.Repeat(" ", Size-len(tt.bytes))
		}
		if got, want := tt.mask(plain(text)), uint64(1)<<len(tt.bytes)-1; got != want {
			t.Errorf("%s: bits %#x, want %#x", tt.name, got, want)
		}
	}
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	count := 0
	for _, b := range reference(string(all)) {
		count += bits.OnesCount64(b.Letter) + bits.OnesCount64(b.Digit) + bits.OnesCount64(b.Space) + bits.OnesCount64(b.Rest)
		if b.Letter&b.Digit|(b.Letter|b.Digit)&b.Space|(b.Letter|b.Digit|b.Space)&b.Rest != 0 {
			t.Errorf("%+v: a byte is in two classes", b)
		}
	}
	if want := 52 + 10 + 6 + 128 + 4 + 33 - 5; count != want {
		t.Errorf("%d bytes are classed, want %d", count, want)
	}
}

// TestFull holds that no more blocks are filled than there are.
func TestFull(t *testing.T) {
	blocks := make([]Block, 2)
	if n := Of(blocks, strings.Repeat("a ", 3*Size)); n != 2 || blocks[1].Letter != 0x5555555555555555 {
		t.Errorf("%d blocks, the second %+v", n, blocks[1])
	}
	if n := Of(blocks, ""); n != 0 {
		t.Errorf("%d blocks of nothing", n)
	}
}

func FuzzOf(f *testing.F) {
	f.Add("At least 1,400 people, said Ann Roe's office (12 | 3) — $1.2bn: http://example.com/a_b?\r\n\x80\x00")
	f.Fuzz(func(t *testing.T, text string) { compare(t, text) })
}

func BenchmarkOf(b *testing.B) {
	text := strings.Repeat("A freighter carrying 1,400 tonnes of salt ran aground off Karvane. ", 64)
	blocks := make([]Block, len(text)/Size+1)
	for _, size := range []int{100, 1000, 4000} {
		b.Run(fmt.Sprintf("bytes=%d/fast=%v", size, Fast), func(b *testing.B) {
			b.SetBytes(int64(size))
			for b.Loop() {
				Of(blocks, text[:size])
			}
		})
	}
}
