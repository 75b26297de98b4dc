package similarity

import "testing"

// TestKindsMeet: no two figures are of one kind whose kinds do not meet.
func TestKindsMeet(t *testing.T) {
	met := 0
	for ka := range kindBits {
		for kb := range kindBits {
			for _, unit := range []string{"-", "year", "km"} {
				a, b := stated(t, string(ka)+" - 12 "+unit), stated(t, string(kb)+" - 12 "+unit)
				meet := a.kind.meets()&b.kind != 0
				if sameKind(a, b) && !meet {
					t.Errorf("%s and %s are of one kind and do not meet", ka, kb)
				}
				if meet != (b.kind.meets()&a.kind != 0) {
					t.Errorf("%s and %s meet one way alone", ka, kb)
				}
				if meet {
					met++
				}
			}
		}
	}
	if met == 0 {
		t.Error("no kinds meet")
	}
}
