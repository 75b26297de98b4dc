package report

import (
	"cmp"
	"fmt"
	"time"
)

const aloneRows = 1000 // articles on a page of those that stand alone

func aloneFile(k int) string {
	if k == 0 {
		return "alone.html"
	}
	return fmt.Sprintf("alone-%d.html", k+1)
}

type aloneRow struct {
	Title, Outlet, ID string
	When              when
}

func (w *Writer) writeAlone() error {
	pages := (len(w.alone) + aloneRows - 1) / aloneRows
	var rows []aloneRow
	k := 0
	flush := func() error {
		err := w.page(aloneFile(k), frame{Look: listLook(), Title: "Articles that stand alone"},
			part{"alone", map[string]any{"Rows": rows, "Part": k + 1, "Parts": pages, "Pages": pageLinks(k, pages, aloneFile)}})
		rows, k = rows[:0], k+1
		return err
	}
	err := w.eachAlone(func(v VersionRecord) error {
		t, _ := time.Parse(time.RFC3339, v.Published)
		rows = append(rows, aloneRow{show(cmp.Or(v.Title, v.ID), 160), show(v.Outlet, 60), show(v.ID, 80), timeOf(t)})
		if len(rows) == aloneRows {
			return flush()
		}
		return nil
	})
	if err == nil && len(rows) > 0 {
		err = flush()
	}
	return err
}
