// Gen writes the assembly of package source: go generate ./internal/source.
package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// size is how many bytes are looked at together.
const size = 64

func main() {
	ConstraintExpr("!purego")
	TEXT("copyRows", NOSPLIT, "func(dst, src *byte, n int) (copied int, outside uint64)")
	dst := Load(Param("dst"), GP64())
	src := Load(Param("src"), GP64())
	left := Load(Param("n"), GP64())
	quotes, slashes := all("quotes", '"'), all("slashes", '\\')
	start, outside := GP64(), GP64()
	MOVQ(src, start)
	XORQ(outside, outside)
	marks, high := GP64(), GP64()

	Label("row")
	CMPQ(left, Imm(size))
	JLT(LabelRef("done"))
	var x, marked [2]VecVirtual
	for i := range x {
		x[i], marked[i] = YMM(), YMM()
		at := Mem{Base: src, Disp: 32 * i}
		VMOVDQU(at, x[i])
		VMOVDQU(x[i], Mem{Base: dst, Disp: 32 * i})
		slash := YMM()
		VPCMPEQB(x[i], quotes, marked[i])
		VPCMPEQB(x[i], slashes, slash)
		VPOR(slash, marked[i], marked[i])
	}
	bits(marked, marks)
	bits(x, high)
	TESTQ(marks, marks)
	JNE(LabelRef("mark"))
	ORQ(high, outside)
	ADDQ(Imm(size), src)
	ADDQ(Imm(size), dst)
	SUBQ(Imm(size), left)
	JMP(LabelRef("row"))

	Label("mark")
	// What is outside ASCII counts before the mark alone.
	before, at := GP64(), GP64()
	LEAQ(Mem{Base: marks, Disp: -1}, before)
	BSFQ(marks, at)
	NOTQ(marks)
	ANDQ(marks, before)
	ANDQ(before, high)
	ORQ(high, outside)
	ADDQ(at, src)

	Label("done")
	SUBQ(start, src)
	Store(src, ReturnIndex(0))
	Store(outside, ReturnIndex(1))
	VZEROUPPER()
	RET()
	Generate()
}

// bits gathers the high bits of 64 bytes.
func bits(x [2]VecVirtual, to Register) {
	high := GP32()
	VPMOVMSKB(x[0], to.(GPVirtual).As32())
	VPMOVMSKB(x[1], high)
	SHLQ(Imm(32), high.As64())
	ORQ(high.As64(), to)
}

// all is a register of 32 times a byte.
func all(name string, c byte) VecVirtual {
	m := GLOBL(name, RODATA|NOPTR)
	for i := range 4 {
		DATA(8*i, U64(0x0101010101010101*uint64(c)))
	}
	x := YMM()
	VMOVDQU(m, x)
	return x
}
