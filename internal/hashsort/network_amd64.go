//go:build !purego

package hashsort

import "golang.org/x/sys/cpu"

//go:generate go -C gen run . -out ../block_amd64.s -stubs ../block_amd64.go -pkg hashsort

var hasNetwork = cpu.X86.HasAVX512F && cpu.X86.HasBMI2 && cpu.X86.HasPOPCNT
