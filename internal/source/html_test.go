package source

import (
	"context"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/wirediff/wirediff/internal/cost"
)

const ferryBody = `<p>BRELLMOUTH (Tarnwire) - A ferry with 31 people on board ran aground off Gull Island on Tuesday, the coast guard said.</p>
<p>All of them were taken off within two hours, &quot;cold but well&quot;, said   its
spokeswoman, Ida Holm.</p>
<p>The <b>Seamew</b> is 44 years old.<br>It had passed its last inspection in May.</p>
<figure><img src="x.jpg"><figcaption>The Seamew on the rocks. Photo: J. Pell</figcaption></figure>
<h2>Earlier groundings</h2>
<p>It is the third grounding at the same place in nine years, harbour records show, and islanders have asked for a light there since the first.</p>`

const ferryText = `BRELLMOUTH (Tarnwire) - A ferry with 31 people on board ran aground off Gull Island on Tuesday, the coast guard said.

All of them were taken off within two hours, "cold but well", said its spokeswoman, Ida Holm.

The Seamew is 44 years old.
It had passed its last inspection in May.

The Seamew on the rocks. Photo: J. Pell

Earlier groundings

It is the third grounding at the same place in nine years, harbour records show, and islanders have asked for a light there since the first.`

func TestPages(t *testing.T) {
	around := func(head, body string) string {
		return `<!DOCTYPE html><html lang="en-GB"><head>` + head + `</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>` +
			body + `<footer><p>About us</p><p><a href="/terms">Terms of use</a></p></footer><script>track("p")</script></body></html>`
	}
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	og := `<title>Ferry aground | The Tarn Courier</title><meta property="og:title" content="Ferry aground off Gull Island">
<meta property="og:site_name" content="The Tarn Courier"><meta name="author" content="Ann Roe">
<meta property="article:published_time" content="2025-05-06T07:08:09+02:00"><link rel="canonical" href="https://courier.example/ferry">`
	full := Record{ID: "p.html", Title: "Ferry aground off Gull Island", Text: ferryText, Outlet: "The Tarn Courier", URL: "https://courier.example/ferry", Byline: "Ann Roe", Lang: "en-GB"}
	published := time.Date(2025, 5, 6, 5, 8, 9, 0, time.UTC)
	with := func(change func(r *Record)) Record {
		r := full
		change(&r)
		return r
	}
	cases := []struct {
		name, page string
		want       Record
		published  time.Time
	}{
		{"OpenGraph", around(og, "<article><h1>Ferry aground off Gull Island</h1>"+ferryBody+"</article>"), full, published},
		{"JSON-LD before OpenGraph", around(og+ld(`{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"no"},{"@type":["NewsArticle"],
			"headline":"Ferry runs aground","author":[{"@type":"Person","name":"Ida Pell"},{"name":"Jo Marsh"}],"publisher":{"name":"Courier Group"},"datePublished":"2025-05-06"}]}`),
			"<article><h1>Ferry aground off Gull Island</h1>"+ferryBody+"</article>"),
			with(func(r *Record) { r.Title, r.Byline = "Ferry runs aground", "Ida Pell, Jo Marsh" }), day("2025-05-06")},
		{"articleBody of a page made by a script", around(og+ld(`{"@type":"NewsArticle","articleBody":"First paragraph of the story.\n\nSecond &amp; last paragraph."}`), `<div id="app"></div>`),
			with(func(r *Record) { r.Text = "First paragraph of the story.\n\nSecond & last paragraph." }), published},
		{"articleBody is only the teaser", around(og+ld(`{"@type":"NewsArticle","articleBody":"A ferry with 31 people on board ran aground."}`), "<article><h1>Ferry aground off Gull Island</h1>"+ferryBody+"</article>"), full, published},
		{"articleBody without paragraphs of a long page", around(og+ld(`{"@type":"NewsArticle","articleBody":"`+strings.Repeat("All words in one run. ", 40)+`"}`),
			"<article>"+strings.Repeat("<p>All words in one run. All words in one run. All words, in one run, and more of them.</p>", 14)+"</article>"),
			with(func(r *Record) {
				r.Text = strings.TrimSpace(strings.Repeat("All words in one run. All words in one run. All words, in one run, and more of them.\n\n", 14))
			}), published},
		{"time element and h1", around(`<title>Tarn Courier</title>`, `<article><h1>Ferry aground</h1><time datetime="2025-05-06T05:08:09Z">6 May</time>`+ferryBody+"</article>"),
			Record{ID: "p.html", Title: "Ferry aground", Text: "6 May\n\n" + ferryText, Lang: "en-GB"}, published},
		{"short page", `<html><body><h1>Brief</h1><p>The bridge at Tarn is open again.</p></body></html>`, Record{ID: "p.html", Title: "Brief", Text: "The bridge at Tarn is open again."}, time.Time{}},
		{"fragment", `<p>The bridge at Tarn is open again.</p>`, Record{ID: "p.html", Text: "The bridge at Tarn is open again."}, time.Time{}},
		{"title with the outlet's name", around(`<title>Ferry aground off Gull Island | The Tarn Courier</title><meta property="og:site_name" content="The Tarn Courier">`, `<h1>The Tarn Courier</h1><article><p class="byline">By Ann Roe</p>`+ferryBody+"</article>"),
			Record{ID: "p.html", Title: "Ferry aground off Gull Island", Text: ferryText, Outlet: "The Tarn Courier", Byline: "By Ann Roe", Lang: "en-GB"}, time.Time{}},
		{"JSON-LD in a comment", around(og+ld("<!--\n"+`{"@type":"NewsArticle","headline":"Ferry aground"}`+"\n-->"), "<article>"+ferryBody+"</article>"), with(func(r *Record) { r.Title = "Ferry aground" }), published},
		{"broken JSON-LD", around(og+ld(`{"@type":"NewsArticle",`), "<article><h1>Ferry aground off Gull Island</h1>"+ferryBody+"</article>"), full, published},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			records, errs := readAll(t, Config{}, write(t, map[string]string{"p.html": c.page}))
			if len(records) != 1 || len(errs) > 0 {
				t.Fatalf("records %v, errors %v", records, errs)
			}
			got := records[0]
			if got.Text != c.want.Text {
				t.Errorf("text\n%s\nwant\n%s", got.Text, c.want.Text)
			}
			got.Text = c.want.Text
			if brief(got) != brief(c.want) {
				t.Errorf("got  %s\nwant %s", brief(got), brief(c.want))
			}
			if !got.Published.Equal(c.published) {
				t.Errorf("published %v, want %v", got.Published, c.published)
			}
		})
	}
}

// TestHostilePages holds that pages made to hurt end soon.
func TestHostilePages(t *testing.T) {
	for name, page := range map[string]string{
		"many elements":    strings.Repeat("<p>x", 300_000),
		"deep":             strings.Repeat("<div>", 40_000) + "text",
		"deep formatting":  strings.Repeat("<b><i><a>", 15_000) + "text",
		"tables":           strings.Repeat("<table><tr><td>", 16_000) + "text",
		"long attribute":   "<p title='" + strings.Repeat("x", 2<<20) + "'>text</p>",
		"open tag":         "<p " + strings.Repeat("a=b ", 500_000),
		"many attributes":  "<html " + strings.Repeat("a=b ", 20_000) + "><p>text",
		"open comment":     "<p>text</p><!-- " + strings.Repeat("-", 1<<20),
		"long word":        "<p>" + strings.Repeat("x", 4<<20) + "</p>",
		"deep JSON-LD":     `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 50_000) + "</script><p>text</p>",
		"entities":         "<p>" + strings.Repeat("&amp;", 500_000) + "</p>",
		"many headings":    strings.Repeat("<h1>", 400) + strings.Repeat("x<h1>y</h1>", 4000),
		"many paragraphs":  "<article>" + strings.Repeat("<p>Some words, and more, of a paragraph that counts as text.</p>", 24_000) + "</article>",
		"links and commas": "<div>" + strings.Repeat("<a href='x'>a, b, c</a><br>", 16_000) + "</div>",
	} {
		t.Run(name, func(t *testing.T) {
			if testing.Short() {
				page = page[:len(page)/8]
			}
			start := cost.Used()
			dir := write(t, map[string]string{"p.html": "<!doctype html><body>" + page})
			for r, err := range Read(context.Background(), []string{dir}, nil, Config{}) {
				if err == nil && !utf8.ValidString(r.Text) {
					t.Error("invalid UTF-8")
				}
			}
			if took := cost.Used() - start; took > 2*time.Minute { // a second at most; this is for slow machines and -race
				t.Errorf("took %v", took)
			} else {
				t.Logf("%d KB in %v", len(page)>>10, took)
			}
		})
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{"<p>x</p>", "<html><head><title>T</title></head><body>" + ferryBody, "<!doctype html><table><tr><td>a<td>b", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"x\"}</script>", "<svg><p>x</svg>", "<pre>\n x</pre><br><br>a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		var r Record
		if err := fillFromPage(&r, page); err == nil && blank(r.Text) {
			t.Fatal("no text and no error")
		}
		for _, s := range []string{r.Text, r.Title, r.Byline, r.Outlet} {
			if !utf8.ValidString(s) {
				t.Fatalf("invalid UTF-8 in %q", s)
			}
		}
	})
}
