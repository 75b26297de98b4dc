// Gen writes the assembly of package masks: go generate ./internal/masks.
package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func main() {
	ConstraintExpr("!purego")
	byCompares()
	byTables()
	Generate()
}

// byCompares writes the masks by AVX2: each class is what some compares find.
func byCompares() {
	TEXT("avx2", NOSPLIT, "func(blocks *uint64, text *byte, n int)")
	blocks := Load(Param("blocks"), GP64())
	text := Load(Param("text"), GP64())
	n := Load(Param("n"), GP64())

	Label("block")
	low, high := YMM(), YMM()
	VMOVDQU(Mem{Base: text}, low)
	VMOVDQU(Mem{Base: text, Disp: 32}, high)
	for i, class := range classes {
		a, b := GP32(), GP32()
		VPMOVMSKB(class(low), a)
		VPMOVMSKB(class(high), b)
		SHLQ(Imm(32), b.As64())
		ORQ(a.As64(), b.As64())
		MOVQ(b.As64(), Mem{Base: blocks, Disp: 8 * i})
	}
	ADDQ(Imm(64), text)
	ADDQ(Imm(uint64(8*len(classes))), blocks)
	DECQ(n)
	JNZ(LabelRef("block"))
	VZEROUPPER()
	RET()
}

// classes are the masks of a Block in their order, each by what makes the
// bytes of 32 that are in it 0xff, or at least negative.
var classes = []func(x VecVirtual) VecVirtual{
	letters,
	digits,
	spaces,
	rest,
	anyOf('\n'),
	anyOf('.'),
	anyOf(','),
	anyOf('\''),
	anyOf(':', ';'),
	anyOf('/'),
	anyOf('.', '!', '?'),
	anyOf('(', '|'),
}

func letters(x VecVirtual) VecVirtual {
	small := YMM()
	VPOR(all(' '), x, small)
	return between(small, 'a', 'z')
}

func digits(x VecVirtual) VecVirtual { return between(x, '0', '9') }

func spaces(x VecVirtual) VecVirtual {
	y := between(x, '\t', '\r')
	VPOR(anyOf(' ')(x), y, y)
	return y
}

// rest are the bytes below a space as signed numbers, which are the control
// characters and all outside ASCII, without the spaces, and some others.
func rest(x VecVirtual) VecVirtual {
	y := YMM()
	VMOVDQU(all(' '), y)
	VPCMPGTB(x, y, y)
	VPANDN(y, spaces(x), y)
	VPOR(anyOf('#', '$', '@', '_', 0x7f)(x), y, y)
	return y
}

// between finds the bytes from first to last, of ASCII both.
func between(x VecVirtual, first, last byte) VecVirtual {
	y, above := YMM(), YMM()
	VPCMPGTB(all(first-1), x, y)
	VPCMPGTB(all(last), x, above)
	VPANDN(y, above, y)
	return y
}

func anyOf(bytes ...byte) func(VecVirtual) VecVirtual {
	return func(x VecVirtual) VecVirtual {
		y := YMM()
		VPCMPEQB(all(bytes[0]), x, y)
		for _, c := range bytes[1:] {
			z := YMM()
			VPCMPEQB(all(c), x, z)
			VPOR(z, y, y)
		}
		return y
	}
}

var constants = map[byte]Mem{}

// all is 32 times a byte, in memory.
func all(c byte) Mem {
	m, ok := constants[c]
	if !ok {
		m = GLOBL(fmt.Sprintf("all%02x", c), RODATA|NOPTR)
		for i := range 4 {
			DATA(8*i, U64(0x0101010101010101*uint64(c)))
		}
		constants[c] = m
	}
	return m
}
