package report

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/similarity"
)

// valid checks v against a JSON Schema of the keywords that
// schema/report.schema.json uses; the first fault is returned. An unknown
// keyword is a fault, so that the schema cannot promise what is not judged.
func valid(root, schema map[string]any, v any, at string) error {
	for k, want := range schema {
		switch k {
		case "$schema", "$id", "$defs", "title", "description":
		case "$ref":
			name := strings.TrimPrefix(want.(string), "#/$defs/")
			def, ok := root["$defs"].(map[string]any)[name].(map[string]any)
			if !ok {
				return fmt.Errorf("%s: no definition %s", at, name)
			}
			if err := valid(root, def, v, at); err != nil {
				return err
			}
		case "const":
			if !reflect.DeepEqual(want, v) {
				return fmt.Errorf("%s: %v, want %v", at, v, want)
			}
		case "enum":
			if !slices.Contains(want.([]any), v) {
				return fmt.Errorf("%s: %v is none of %v", at, v, want)
			}
		case "type":
			types, ok := want.([]any)
			if !ok {
				types = []any{want}
			}
			if !slices.ContainsFunc(types, func(t any) bool { return isType(v, t.(string)) }) {
				return fmt.Errorf("%s: %v is no %v", at, v, want)
			}
		case "required", "properties", "additionalProperties":
			if err := validObject(root, schema, v, at); err != nil {
				return err
			}
		case "items":
			list, _ := v.([]any)
			for i, x := range list {
				if err := valid(root, want.(map[string]any), x, fmt.Sprintf("%s[%d]", at, i)); err != nil {
					return err
				}
			}
		default:
			return fmt.Errorf("%s: keyword %s", at, k)
		}
	}
	return nil
}

func validObject(root, schema map[string]any, v any, at string) error {
	o, ok := v.(map[string]any)
	if !ok {
		return nil
	}
	required, _ := schema["required"].([]any)
	for _, k := range required {
		if _, ok := o[k.(string)]; !ok {
			return fmt.Errorf("%s: no %s", at, k)
		}
	}
	properties, _ := schema["properties"].(map[string]any)
	for k, x := range o {
		if p, ok := properties[k].(map[string]any); ok {
			if err := valid(root, p, x, at+"."+k); err != nil {
				return err
			}
		} else if more, ok := schema["additionalProperties"].(map[string]any); ok {
			if err := valid(root, more, x, at+"."+k); err != nil {
				return err
			}
		} else if schema["additionalProperties"] == false {
			return fmt.Errorf("%s: unknown field %s", at, k)
		}
	}
	return nil
}

func isType(v any, name string) bool {
	switch x := v.(type) {
	case nil:
		return name == "null"
	case string:
		return name == "string"
	case bool:
		return name == "boolean"
	case float64:
		return name == "number" || name == "integer" && x == float64(int64(x))
	case []any:
		return name == "array"
	}
	return name == "object"
}

func readJSON(t *testing.T, path string) map[string]any {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var v map[string]any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return v
}

func TestSchema(t *testing.T) {
	schema := readJSON(t, "schema/report.schema.json")
	dir, _ := write(t, Settings{Inputs: []string{"b", "a"}}, harborStory(t), damStory(t), hostileStory(t), realStory(t), aloneStory(t, "x"))
	report := readJSON(t, filepath.Join(dir, "report.json"))
	if err := valid(schema, schema, report, "report"); err != nil {
		t.Error(err)
	}
	cluster := schema["$defs"].(map[string]any)["cluster"].(map[string]any)
	files, err := filepath.Glob(filepath.Join(dir, "c", "*", "cluster.json"))
	if err != nil || len(files) != 4 {
		t.Fatalf("%d cluster files, %v", len(files), err)
	}
	for _, f := range files {
		if err := valid(schema, cluster, readJSON(t, f), f); err != nil {
			t.Error(err)
		}
	}
	report["clusters"].([]any)[0].(map[string]any)["surprise"] = 1.0
	if valid(schema, schema, report, "report") == nil {
		t.Error("an unknown field passes: the judge is blind")
	}
}

// realStory is the dam story as the engine itself compares it.
func realStory(t testing.TB) *similarity.Comparison {
	c := damStory(t)
	for i, m := range c.Cluster.Members {
		if m.Parent >= 0 {
			c.Edges[i] = similarity.DiffArticles(c.Articles[m.Parent], c.Articles[i])
		}
	}
	c.Cluster.ID = "real01"
	return c
}

func TestReportJSON(t *testing.T) {
	dir, _ := write(t, Settings{Inputs: []string{"b", "a"}}, harborStory(t), damStory(t), aloneStory(t, "x"))
	b, err := os.ReadFile(filepath.Join(dir, "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r struct {
		Schema   string
		Inputs   []string
		Totals   Totals
		Clusters []struct {
			ID, Worst, Page string
			Gravity         int
			Versions        []VersionRecord
			Differences     []struct {
				A, B, Page string
			}
		}
		Alone   []VersionRecord
		Skipped []Skipped
	}
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Clusters) != 2 || r.Clusters[0].ID != "3fa9c2d100aa" || r.Clusters[0].Gravity <= r.Clusters[1].Gravity {
		t.Errorf("clusters do not stand by rank: %+v", r.Clusters)
	}
	if want := "1,400 → 14,000 people moved — Courier, against 3 others"; r.Clusters[0].Worst != want {
		t.Errorf("worst is %q, want %q", r.Clusters[0].Worst, want)
	}
	if r.Totals.Documents != 7 || r.Totals.Clusters != 2 || r.Totals.Alone != 1 || r.Totals.Skipped != 1 || r.Totals.Outlets != 4 || r.Totals.Differences["contradictory"] != 1 {
		t.Errorf("totals: %+v", r.Totals)
	}
	if !slices.Equal(r.Inputs, []string{"a", "b"}) || len(r.Alone) != 1 || r.Alone[0].ID != "x" || len(r.Skipped) != 1 {
		t.Errorf("inputs %q, alone %+v, skipped %+v", r.Inputs, r.Alone, r.Skipped)
	}
	for _, c := range r.Clusters {
		for _, d := range c.Differences {
			if _, err := os.Stat(filepath.Join(dir, d.Page)); err != nil {
				t.Error(err)
			}
		}
	}
}
