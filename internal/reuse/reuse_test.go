package reuse

import (
	"slices"
	"testing"
)

func TestZeros(t *testing.T) {
	room := []int{1, 2, 3, 4}
	first := &room[0]
	for _, tt := range []struct {
		name string
		n    int
		same bool // the room is large enough
	}{{"as long", 4, true}, {"shorter", 2, true}, {"none", 0, true}, {"longer again", 3, true}, {"too long", 400, false}} {
		for i := range room[:cap(room)] {
			room[:cap(room)][i] = 7
		}
		got := Zeros(&room, tt.n)
		if !slices.Equal(got, make([]int, tt.n)) || len(room) != tt.n || &room[:1][0] != &got[:1][0] || (&room[:1][0] == first) != tt.same {
			t.Errorf("%s: %v, in room of %d", tt.name, got, cap(room))
		}
	}
	if got := Sized(&room, 5); len(got) != 5 || &got[0] != &room[0] {
		t.Errorf("sized: %v, room %v", got, room)
	}
}
