package similarity

import (
	"testing"

	testdata "github.com/wirediff/wirediff/internal/story"
	"github.com/wirediff/wirediff/shingle"
)

// TestRelate holds Relate, which looks at names and figures only where it must
// and uses its rooms again, against a judge with a room of its own.
func TestRelate(t *testing.T) {
	stories, err := testdata.Load("../testdata/stories")
	if err != nil {
		t.Fatal(err)
	}
	var articles []*shingle.Article
	for _, s := range stories[:min(len(stories), 2)] {
		for _, v := range s.Versions {
			doc := shingle.Document{ID: s.Name + "/" + v.Name, Title: v.Title, Text: v.Text, Outlet: v.Outlet, Published: v.Published, Lang: v.Lang}
			edited := doc // hardly anything differs
			edited.Text += " It rained."
			articles = append(articles, shingle.Parse(doc), shingle.Parse(edited))
		}
	}
	short := 0
	for _, a := range articles {
		for _, b := range articles {
			j := judgeAlone(a, b)
			e := newEdge(0, 1, counts(j.docs[0], j.docs[1]))
			j.judge(&e)
			want, score := j.relation(&e, false), e.score
			if hardlyDiffer(e.counts()) {
				short++
			}
			if got, s := Relate(a, b); got != want || s != score {
				t.Errorf("%s → %s is %s (%v), a judge says %s (%v)", a.ID, b.ID, got, s, want, score)
			}
		}
	}
	if short < len(articles) {
		t.Errorf("%d pairs are decided by their counts: too few to test that", short)
	}
}
