package similarity

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/wirediff/wirediff/shingle"
)

// The texts are made up. bargeLate is a follow-up to bargeWire, bargeOwn another
// agency's report of the same event, bargeReworded a rewrite of bargeWire.
var (
	bargeWire = shingle.Document{ID: "wire", Outlet: "Northline", Published: epoch, Title: "Barge sinks off Cape Edrey, two missing",
		Text: `Two crew were missing after the grain barge Marta Lonn sank off Cape Edrey on Monday with 2,340 tonnes of wheat, the coastguard said.

Nine of the 11 aboard were picked up within 40 minutes by the trawler Bright Penny, its skipper Ivo Rask said. "We heard the hull go like a plank over a knee," he told reporters in Port Selby.

The search, by two helicopters and 14 boats, covers 310 square kilometres. Water temperature was 7 degrees, said coastguard commander Lena Quist.

The owner, Dunmore Bulk, was fined $48,000 in April over rusted hatches. The barge was built in 1987 and insured for $6.2 million.`}
	bargeReworded = shingle.Document{ID: "reworded", Outlet: "Selby Courier", Published: epoch.Add(5 * time.Hour), Title: "'Like a plank over a knee': skipper tells of sinking",
		Text: `Rescuers using 14 boats and a pair of helicopters were combing 310 square kilometres of sea for two sailors lost when a barge laden with wheat went down close to Cape Edrey.

The Marta Lonn had a cargo of 2,340 tonnes. A trawler, the Bright Penny, reached the scene and within 40 minutes had saved nine out of 11 people. "We heard the hull go like a plank over a knee," Ivo Rask, who skippers her, said on his return to Port Selby.

Lena Quist, who commands the coastguard, put the sea at 7 degrees. Built in 1987, the vessel carried insurance of $6.2 million. In April her owner Dunmore Bulk had to pay $48,000 because hatches had been found rusted.`}
	bargeOwn = shingle.Document{ID: "own", Outlet: "Meridian", Published: epoch.Add(time.Hour), Title: "Families wait for news after barge disaster",
		Text: `Relatives of the men who are missing from a sunken barge gathered in the chapel of Port Selby on Monday night, where the harbour priest read out the names of the rescued.

"My brother has been at sea for 22 years and he cannot swim," said Paula Denz, 51. A union official said that crews had complained about the Marta Lonn three times since spring.

Storm warnings had been in force since Sunday noon, the weather office said, with gusts of up to 96 km an hour. The harbour will stay closed to ships under 500 tonnes until Wednesday.`}
	bargeLate = shingle.Document{ID: "late", Outlet: "Northline", Published: epoch.Add(60 * time.Hour), Title: "Prosecutors search offices of barge owner",
		Text: `Police searched the offices of Dunmore Bulk in Velm on Thursday and took away 37 boxes of papers, prosecutors said, in an inquiry into suspected falsified inspections.

The managing director, Carl Oster, was questioned for six hours and released. "My client has nothing to hide," said his lawyer, Agnes Thiel.

Shares in the parent company, Oster Group, fell 12 percent to 8.40 crowns. Two of its other barges were ordered to stay in port.

The Marta Lonn sank off Cape Edrey on Monday with 2,340 tonnes of wheat. Two of her crew are missing.`}
)

func TestVersionsAndTraps(t *testing.T) {
	for _, c := range []struct {
		name     string
		b        shingle.Document
		version  bool
		relation Relation
	}{
		{"rewritten, with every name, figure and quote kept", bargeReworded, true, Rewritten},
		{"another agency's own report of the same event", bargeOwn, false, ""},
		{"a follow-up with a paragraph of background", bargeLate, false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			relation, score := Relate(shingle.Parse(bargeWire), shingle.Parse(c.b))
			if got := score >= versionScore; got != c.version || c.relation != "" && relation != c.relation {
				t.Errorf("%s with score %.3f", relation, score)
			}
		})
	}
	docs := []shingle.Document{bargeWire, bargeReworded, bargeOwn, bargeLate}
	r, err := Find(docs, Config{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Clusters) != 3 || len(r.Clusters[0].Members) != 2 {
		t.Errorf("%d clusters, want the wire story with its rewrite and two alone: %+v", len(r.Clusters), r.Clusters)
	}
}

func TestTemplateTwins(t *testing.T) {
	notice := func(company, figures string) string {
		f := strings.Fields(figures)
		return fmt.Sprintf(`%s said on Tuesday that net profit for the three months to September fell to %s million crowns from %s million a year earlier, missing the estimates of analysts. `+
			`Revenue slipped %s percent to %s million crowns as the costs of raw materials rose. The board declared an interim dividend of %s crowns a share. `+
			`Shares in %s closed %s percent lower at %s crowns.`, company, f[0], f[1], f[2], f[3], f[4], company, f[5], f[6])
	}
	docs := []shingle.Document{
		{ID: "a", Published: epoch, Title: "Oster Steel third-quarter profit falls", Text: notice("Oster Steel", "41.7 58.2 6.3 912 1.15 4.8 77.30")},
		{ID: "b", Published: epoch.Add(3 * time.Hour), Title: "Brandt Paper third-quarter profit falls", Text: notice("Brandt Paper", "12.4 19.9 3.1 308 0.40 2.2 31.05")},
	}
	r, err := Find(docs, Config{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Clusters) != 2 {
		t.Errorf("two companies' quarters by one template are joined: %+v", r.Pairs)
	}
}

func TestExplain(t *testing.T) {
	f := NewFinder(Config{})
	docs := append(newWriter(9).corpus(100), bargeWire, bargeReworded, bargeOwn, bargeLate)
	for _, d := range docs {
		if err := f.Add(d); err != nil {
			t.Fatal(err)
		}
	}
	a, b, c := shingle.Parse(bargeWire), shingle.Parse(bargeReworded), shingle.Parse(bargeOwn)
	if _, err := f.Explain(nil, a, b); err == nil {
		t.Error("explained before there was a result")
	}
	r, err := f.Result(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	x, err := f.Explain(r, a, b)
	if err != nil {
		t.Fatal(err)
	}
	if !x.Same || x.Lost != "" || x.Relation != Rewritten {
		t.Errorf("the rewrite: same %v, lost by %q, %s", x.Same, x.Lost, x.Relation)
	}
	z := 0.0
	for _, w := range x.Features {
		z += w.Adds
	}
	if s := 1 / (1 + math.Exp(-z)); math.Abs(s-x.Score) > 1e-9 {
		t.Errorf("the features add up to score %.6f, told is %.6f", s, x.Score)
	}
	if !strings.HasPrefix(x.Longest.Text, "We heard the hull go like a plank over a knee") || bargeWire.Text[x.Longest.Start:x.Longest.End] != x.Longest.Text {
		t.Errorf("longest run %+v", x.Longest)
	}
	y, err := f.Explain(r, a, c)
	if err != nil {
		t.Fatal(err)
	}
	if y.Same || y.Lost == "" {
		t.Errorf("the independent report: same %v, lost by %q", y.Same, y.Lost)
	}
	if _, err := f.Explain(r, a, shingle.Parse(shingle.Document{ID: "nobody"})); err == nil {
		t.Error("explained a document that is not there")
	}
	var text strings.Builder
	if err := y.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"not versions of one story", "lost by", "copies", "cuts", "rewrites", "verify", "Marta"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in\n%s", want, text.String())
		}
	}
}

func TestExplainShowsHiddenCharacters(t *testing.T) {
	evil := shingle.Parse(shingle.Document{ID: "a\x1b[31m", Title: "x\u202ey", Text: "Fire\u202e in Velm\x07."})
	var text strings.Builder
	if err := Explain(evil, evil).WriteText(&text); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(text.String(), "\x1b\u202e\x07") {
		t.Errorf("control characters in %q", text.String())
	}
}
