// Gen writes the assembly of package token: go generate ./internal/token.
package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/ir"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// A Token is three numbers of 32 bits: start, end, kind. Sixteen of them fill
// three registers.
const (
	lanes     = 16
	numbers   = 3
	startLane = 0
	endLane   = 1
	kindLane  = 2
)

// The kinds of tokens that begin with a letter and with a digit.
const (
	word   = 1
	number = 2
)

func main() {
	ConstraintExpr("!purego")
	TEXT("spread", NOSPLIT, "func(begun, ended *uint32, base int, starts, ends, letters, digits uint64)")
	begun, ended := Load(Param("begun"), GP64()), Load(Param("ended"), GP64())
	starts, ends, letters, digits := mask("starts"), mask("ends"), mask("letters"), mask("digits")
	base := ZMM()
	VPBROADCASTD(Load(Param("base"), GP64()).(GPVirtual).As32(), base)

	kinds := ZMM()
	VMOVDQU8_Z(bytes("words", func(int) int { return word }), letters, kinds)
	VMOVDQU8(bytes("numbers", func(int) int { return number }), digits, kinds)
	kinds = those(kinds, starts)
	places := ZMM()
	VMOVDQU8(bytes("places", func(i int) int { return i }), places)
	from, to := those(places, starts), those(places, ends)
	VPADDD(base, from, from)
	VPADDD(base, to, to)

	for r := range numbers {
		begin := ZMM()
		VMOVDQU32(dwords(fmt.Sprintf("begin%d", r), func(lane int) int {
			at := r*lanes + lane
			if at%numbers == kindLane {
				return lanes + at/numbers // of the second source
			}
			return at / numbers
		}), begin)
		VPERMI2D(kinds, from, begin)
		VMOVDQU32(begin, lanesOf(r, startLane, kindLane), Mem{Base: begun.(GPVirtual), Disp: 4 * lanes * r})
	}
	for r := range numbers {
		end := ZMM()
		VMOVDQU32(dwords(fmt.Sprintf("end%d", r), func(lane int) int { return (r*lanes + lane) / numbers }), end)
		VPERMD(to, end, end)
		VMOVDQU32(end, lanesOf(r, endLane), Mem{Base: ended.(GPVirtual), Disp: 4 * lanes * r})
	}
	VZEROUPPER()
	RET()
	Generate()
}

// mask loads a parameter of a bit for each byte.
func mask(name string) OpmaskVirtual {
	k := K()
	KMOVQ(Load(Param(name), GP64()), k)
	return k
}

// those gives the bytes of a mask, the first sixteen as numbers of 32 bits.
func those(bytes VecVirtual, mask OpmaskVirtual) VecVirtual {
	some, wide := ZMM(), ZMM()
	Instruction(&ir.Instruction{ // which avo does not know
		Opcode: "VPCOMPRESSB", Suffixes: []string{"Z"}, ISA: []string{"AVX512VBMI2"},
		Operands: []Op{bytes, mask, some}, Inputs: []Op{bytes, mask}, Outputs: []Op{some},
	})
	VPMOVZXBD(some.AsX(), wide)
	return wide
}

// lanesOf has the lanes of register r that hold some of the numbers.
func lanesOf(r int, which ...int) OpmaskVirtual {
	bits := uint64(0)
	for lane := range lanes {
		for _, w := range which {
			if (r*lanes+lane)%numbers == w {
				bits |= 1 << lane
			}
		}
	}
	gp, k := GP32(), K()
	MOVL(U32(bits), gp)
	KMOVW(gp, k)
	return k
}

// bytes are a constant of 64 bytes.
func bytes(name string, value func(i int) int) Mem {
	m := GLOBL(name, RODATA|NOPTR)
	for i := 0; i < 64; i += 8 {
		x := uint64(0)
		for j := range 8 {
			x |= uint64(value(i+j)) << (8 * j)
		}
		DATA(i, U64(x))
	}
	return m
}

// dwords are a constant of sixteen numbers.
func dwords(name string, value func(lane int) int) Mem {
	m := GLOBL(name, RODATA|NOPTR)
	for lane := range lanes {
		DATA(4*lane, U32(value(lane)))
	}
	return m
}
