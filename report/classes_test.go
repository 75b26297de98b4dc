package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"
)

// TestEveryClassIsKnown holds that each class of difference that the engine
// can tell has its words, its own symbol and its rank here.
func TestEveryClassIsKnown(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "../similarity/difference.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	ast.Inspect(file, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || len(v.Values) != 1 {
			return true
		}
		kind, _ := v.Type.(*ast.Ident)
		value, _ := v.Values[0].(*ast.BasicLit)
		if kind == nil || value == nil || kind.Name != "FigureClass" && kind.Name != "PhraseType" {
			return true
		}
		name, err := strconv.Unquote(value.Value)
		if err != nil || name == "same" { // agreements are no differences
			return true
		}
		told++
		if _, ok := classIndex[name]; !ok {
			t.Errorf("%s has no place among the classes of the report", name)
		}
		return true
	})
	if told < 20 {
		t.Errorf("only %d classes found in the engine", told)
	}
	if len(classIndex) != len(classes) {
		t.Errorf("%d classes by %d names", len(classes), len(classIndex))
	}
	symbols, weight := map[string]string{}, classes[0].Weight
	for _, c := range classes {
		if other := symbols[c.Symbol]; other != "" {
			t.Errorf("%s and %s have one symbol", c.Name, other)
		}
		symbols[c.Symbol] = c.Name
		if c.Weight > weight {
			t.Errorf("%s stands below what weighs less", c.Name)
		}
		weight = c.Weight
		if c.Words == "" || c.Help == "" {
			t.Errorf("%s has no words", c.Name)
		}
	}
}
