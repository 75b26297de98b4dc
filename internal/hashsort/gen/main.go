// Command gen writes the assembly of package hashsort.
package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// lanes are the 32-bit numbers of a register, rows the registers of a block.
const (
	lanes = 16
	rows  = 16
)

// columns is M. W. Green's network of 60 comparators for 16 inputs.
var columns = [][2]int{
	{0, 1}, {2, 3}, {4, 5}, {6, 7}, {8, 9}, {10, 11}, {12, 13}, {14, 15},
	{0, 2}, {4, 6}, {8, 10}, {12, 14}, {1, 3}, {5, 7}, {9, 11}, {13, 15},
	{0, 4}, {8, 12}, {1, 5}, {9, 13}, {2, 6}, {10, 14}, {3, 7}, {11, 15},
	{0, 8}, {1, 9}, {2, 10}, {3, 11}, {4, 12}, {5, 13}, {6, 14}, {7, 15},
	{5, 10}, {6, 9}, {3, 12}, {13, 14}, {4, 8}, {7, 11}, {1, 2},
	{1, 4}, {7, 13}, {2, 8}, {11, 14},
	{2, 4}, {5, 6}, {9, 10}, {11, 13}, {3, 8}, {7, 12},
	{6, 8}, {10, 12}, {3, 5}, {7, 9},
	{3, 4}, {5, 6}, {7, 8}, {9, 10}, {11, 12},
	{6, 7}, {8, 9},
}

// block is a block of numbers in registers, with what its steps need.
type block struct {
	row     [rows]VecVirtual
	reverse Register    // the permutation that turns a row around
	high    [4]Register // masks: which lanes take the greater, at distance 8, 4, 2, 1
}

func main() {
	ConstraintExpr("!purego")
	TEXT("sortBlock", NOSPLIT, "func(block *[256]uint32)")
	Pragma("noescape")
	Doc("sortBlock sorts a block, by AVX-512F.")
	at := Mem{Base: Load(Param("block"), GP64())}

	b := new(block)
	turned := GLOBL("reversed", RODATA|NOPTR)
	for i := range lanes {
		DATA(4*i, U32(lanes-1-i))
	}
	b.reverse = ZMM()
	VMOVDQU32(turned, b.reverse)
	for i, lanesOf := range []uint64{0xff00, 0xf0f0, 0xcccc, 0xaaaa} {
		bits := GP32()
		MOVL(U32(lanesOf), bits)
		mask := K()
		KMOVW(bits, mask)
		b.high[i] = mask
	}
	for i := range b.row {
		b.row[i] = ZMM()
		VMOVDQU32(at.Offset(4*lanes*i), b.row[i])
	}
	for _, c := range columns {
		b.exchange(c[0], c[1])
	}
	b.transpose()
	for n := 2; n <= rows; n *= 2 {
		for first := 0; first < rows; first += n {
			b.merge(first, n)
		}
	}
	for i := range b.row {
		VMOVDQU32(b.row[i], at.Offset(4*lanes*i))
	}
	VZEROUPPER()
	RET()

	split()
	Generate()
}

// split writes a function that goes over a list once, sixteen numbers at a time.
// What it writes in front it has read: only the last store must not be whole.
func split() {
	TEXT("splitList", NOSPLIT, "func(list *uint32, n int, pivot uint32, behind *uint32) (less int)")
	Pragma("noescape")
	Doc("splitList puts the numbers of a list that are less than the pivot in front,",
		"and the others, in their order, into behind, which has room for 16 more. By",
		"AVX-512F.")
	list, left, behind, front, start := GP64(), GP64(), GP64(), GP64(), GP64()
	Load(Param("list"), list)
	Load(Param("n"), left)
	Load(Param("behind"), behind)
	pivot := ZMM()
	VPBROADCASTD(Load(Param("pivot"), GP32()), pivot)
	MOVQ(list, front)
	MOVQ(list, start)
	row, some := ZMM(), ZMM()
	all, isLess, isNot := K(), K(), K()
	bits := GP32()
	read := Mem{Base: list}

	// put moves the numbers of a mask to where they go.
	put := func(mask OpmaskVirtual, to GPVirtual, whole bool) {
		VPCOMPRESSD_Z(row, mask, some)
		KMOVW(mask, bits)
		POPCNTL(bits, bits)
		if whole {
			VMOVDQU32(some, Mem{Base: to})
		} else {
			ones, shift := GP32(), GP32()
			MOVL(I32(-1), ones)
			SHLXL(bits, ones, shift)
			NOTL(shift)
			KMOVW(shift, all)
			VMOVDQU32(some, all, Mem{Base: to})
		}
		LEAQ(Mem{Base: to, Index: bits.As64(), Scale: 4}, to)
	}
	Label("next")
	CMPQ(left, Imm(lanes))
	JL(LabelRef("rest"))
	VMOVDQU32(read, row)
	VPCMPUD(U8(1), pivot, row, isLess)
	KNOTW(isLess, isNot)
	put(isLess, front, true)
	put(isNot, behind, true)
	ADDQ(Imm(4*lanes), list)
	SUBQ(Imm(lanes), left)
	JMP(LabelRef("next"))

	Label("rest")
	ones := GP32()
	MOVL(I32(-1), ones)
	SHLXL(left.As32(), ones, ones)
	NOTL(ones)
	KMOVW(ones, all)
	VMOVDQU32_Z(read, all, row)
	VPCMPUD(U8(1), pivot, row, all, isLess)
	KANDNW(all, isLess, isNot)
	put(isLess, front, false)
	put(isNot, behind, true)
	SUBQ(start, front)
	SHRQ(U8(2), front)
	Store(front, Return("less"))
	VZEROUPPER()
	RET()
}

// exchange puts the less of each lane of two rows into the first.
func (b *block) exchange(i, j int) {
	less := ZMM()
	VPMINUD(b.row[i], b.row[j], less)
	VPMAXUD(b.row[i], b.row[j], b.row[j])
	b.row[i] = less
}

// transpose makes rows of columns.
func (b *block) transpose() {
	step := func(next func(i int) (op func(), dst VecVirtual)) {
		var out [rows]VecVirtual
		for i := range out {
			op, dst := next(i)
			op()
			out[i] = dst
		}
		b.row = out
	}
	v := func(i int) VecVirtual { return b.row[i] }
	step(func(i int) (func(), VecVirtual) { // pairs of 32 bits
		d := ZMM()
		if i%2 == 0 {
			return func() { VPUNPCKLDQ(v(i+1), v(i), d) }, d
		}
		return func() { VPUNPCKHDQ(v(i), v(i-1), d) }, d
	})
	step(func(i int) (func(), VecVirtual) { // pairs of 64
		d, four, j := ZMM(), i/4*4, i%4/2
		if i%2 == 0 {
			return func() { VPUNPCKLQDQ(v(four+j+2), v(four+j), d) }, d
		}
		return func() { VPUNPCKHQDQ(v(four+j+2), v(four+j), d) }, d
	})
	step(func(i int) (func(), VecVirtual) { // quarters of a register, four rows apart
		d, eight, j := ZMM(), i/8*8, i%4
		select4 := U8(0x88)
		if i%8 >= 4 {
			select4 = U8(0xdd)
		}
		return func() { VSHUFI32X4(select4, v(eight+j+4), v(eight+j), d) }, d
	})
	step(func(i int) (func(), VecVirtual) { // and eight
		d, j := ZMM(), i%8
		select4 := U8(0x88)
		if i >= 8 {
			select4 = U8(0xdd)
		}
		return func() { VSHUFI32X4(select4, v(j+8), v(j), d) }, d
	})
}

// merge merges two ascending runs of n/2 rows each by Batcher's bitonic network.
func (b *block) merge(first, n int) {
	half := b.row[first+n/2 : first+n]
	for i := range half {
		VPERMD(half[i], b.reverse, half[i])
	}
	for i := range n / 4 {
		half[i], half[len(half)-1-i] = half[len(half)-1-i], half[i]
	}
	for apart := n / 2; apart > 0; apart /= 2 {
		for i := range n {
			if i&apart == 0 {
				b.exchange(first+i, first+i+apart)
			}
		}
	}
	for i := first; i < first+n; i++ {
		b.clean(i)
	}
}

// clean sorts a row that is bitonic.
func (b *block) clean(i int) {
	across := func(n int, shuffle func(dst VecVirtual)) {
		other, least := ZMM(), ZMM()
		shuffle(other)
		VPMINUD(b.row[i], other, least)
		VPMAXUD(b.row[i], other, b.high[n], least)
		b.row[i] = least
	}
	across(0, func(dst VecVirtual) { VSHUFI64X2(U8(0x4e), b.row[i], b.row[i], dst) })
	across(1, func(dst VecVirtual) { VSHUFI64X2(U8(0xb1), b.row[i], b.row[i], dst) })
	across(2, func(dst VecVirtual) { VPSHUFD(U8(0x4e), b.row[i], dst) })
	across(3, func(dst VecVirtual) { VPSHUFD(U8(0xb1), b.row[i], dst) })
}
