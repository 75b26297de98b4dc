package shingle_test

import (
	"fmt"

	"github.com/wirediff/wirediff/shingle"
)

// Two outlets' versions of one sentence: the furniture around it and the house
// style inside it do not count.
func Example() {
	wire := shingle.Parse(shingle.Document{Text: `KARVANE, Sept. 3 (Newsline) - The U.S. freighter carried 1,400 tonnes of salt.

(Reporting by Ann Roe; Editing by Bo Lind)`})
	copied := shingle.Parse(shingle.Document{Text: `The US freighter carried 1400 tonnes of salt.

Read more: The price of salt`})
	for _, b := range wire.Blocks {
		fmt.Printf("%s: %s\n", b.Role, b.Of(wire.Text))
	}
	a, b := shingle.NewSet(wire, shingle.DefaultSize), shingle.NewSet(copied, shingle.DefaultSize)
	fmt.Println(shingle.Compare(a, b).Resemblance())
	// Output:
	// dateline: KARVANE, Sept. 3 (Newsline) -
	// body: The U.S. freighter carried 1,400 tonnes of salt.
	// byline: (Reporting by Ann Roe; Editing by Bo Lind)
	// 1
}

// A Shingler uses its room again from document to document.
func ExampleShingler() {
	s := shingle.NewShingler(shingle.DefaultSize)
	for _, text := range []string{"The port is shut.", "The port is open."} {
		fmt.Println(len(s.Set(shingle.Document{Text: text})))
	}
	// Output:
	// 2
	// 2
}
