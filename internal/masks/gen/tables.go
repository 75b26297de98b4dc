package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// members are the bytes of ASCII of each mask of a Block, in their order.
var members = [...]string{
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
	"0123456789",
	" \t\n\v\f\r",
	"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f#$@_",
	"\n",
	".",
	",",
	"'",
	":;",
	"/",
	".!?",
	"(|",
}

// restMask is the one that all bytes outside ASCII are in too.
const restMask = 3

// byTables writes the masks by AVX-512 with VBMI: a byte is looked up in two
// tables of 128 bytes, each of which has a bit for each of eight masks.
func byTables() {
	TEXT("avx512", NOSPLIT, "func(blocks *uint64, text *byte, n int)")
	blocks := Load(Param("blocks"), GP64())
	text := Load(Param("text"), GP64())
	n := Load(Param("n"), GP64())
	var low, high [2]VecVirtual // the tables' halves
	for t := range low {
		m := table(t)
		low[t], high[t] = ZMM(), ZMM()
		VMOVDQU8(m, low[t])
		VMOVDQU8(m.Offset(64), high[t])
	}
	var bit [8]VecVirtual
	for i := range bit {
		gp := GP32()
		MOVL(U32(1<<i), gp)
		bit[i] = ZMM()
		VPBROADCASTB(gp, bit[i])
	}

	Label("row")
	x := ZMM()
	VMOVDQU8(Mem{Base: text}, x)
	outside, ascii := K(), K()
	VPMOVB2M(x, outside)
	KNOTQ(outside, ascii)
	for t := range low {
		classes := ZMM()
		VMOVDQA64(x, classes)
		VPERMI2B_Z(high[t], low[t], ascii, classes)
		for i := t * 8; i < min(t*8+8, len(members)); i++ {
			mask := K()
			VPTESTMB(classes, bit[i%8], mask)
			if i == restMask {
				KORQ(outside, mask, mask)
			}
			KMOVQ(mask, Mem{Base: blocks, Disp: 8 * i})
		}
	}
	ADDQ(Imm(64), text)
	ADDQ(Imm(uint64(8*len(members))), blocks)
	DECQ(n)
	JNZ(LabelRef("row"))
	VZEROUPPER()
	RET()
}

// table has for each byte of ASCII the bits of its masks, from the 8·t-th on.
func table(t int) Mem {
	var bits [128]byte
	for i, bytes := range members {
		for _, c := range []byte(bytes) {
			if i/8 == t {
				bits[c] |= 1 << (i % 8)
			}
		}
	}
	m := GLOBL([]string{"first", "second"}[t], RODATA|NOPTR)
	for i := 0; i < len(bits); i += 8 {
		x := uint64(0)
		for j := range 8 {
			x |= uint64(bits[i+j]) << (8 * j)
		}
		DATA(i, U64(x))
	}
	return m
}
