package report

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/wirediff/wirediff/similarity"
)

// fill sets every field of a value at random, many to nothing, so that a field
// that is new is seen.
func fill(v reflect.Value, rng *rand.Rand) {
	texts := []string{"", "", "plain words", "12 < 13 & \"so\"", "“quoted” – é", "a\\b\n\u2028\x00", "\xff", "~", "\x7f"}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), rng)
		}
	case reflect.Pointer:
		if rng.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), rng)
		}
	case reflect.Slice:
		if n := rng.IntN(4); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n-1, n-1))
			for i := range n - 1 {
				fill(v.Index(i), rng)
			}
		}
	case reflect.String:
		v.SetString(texts[rng.IntN(len(texts))])
	case reflect.Int:
		v.SetInt(int64(rng.IntN(40) * rng.IntN(4000) * (rng.IntN(3) - 1)))
	case reflect.Uint8: // a severity
		v.SetUint(uint64(rng.IntN(4)))
	case reflect.Bool:
		v.SetBool(rng.IntN(2) == 0)
	}
}

// sameAsJSON holds lists of random values against encoding/json.
func sameAsJSON[T any](t *testing.T, one func([]byte, *T) []byte) {
	t.Helper()
	rng := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		var list []T
		fill(reflect.ValueOf(&list).Elem(), rng)
		want, err := json.Marshal(list)
		if err != nil {
			t.Fatal(err)
		}
		if got := appendList(nil, list, one); string(got) != string(want) {
			t.Fatalf("%T is written as\n%s\nencoding/json has\n%s", list, got, want)
		}
	}
}

func TestDifferencesByJSON(t *testing.T) {
	sameAsJSON[similarity.FigureVariant](t, appendFigureVariant)
	sameAsJSON[similarity.PhraseVariant](t, appendPhraseVariant)
	sameAsJSON[similarity.Slot](t, appendSlot)
}
