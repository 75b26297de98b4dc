package source

import (
	"strings"

	gojson "github.com/goccy/go-json"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// meta is what a page says of itself, by key: "og:title", "jsonld:headline",
// "time", "title", … The first value of a key is kept.
type meta struct {
	values map[string]string
	body   string // articleBody
}

// The keys in the order in which they are trusted. Structured data for
// machines is kept with more care than meta tags, those with more than markup.
var (
	titleKeys     = []string{"jsonld:headline", "og:title", "twitter:title", "dc.title", "dcterms.title", "heading", "jsonld:name"}
	bylineKeys    = []string{"jsonld:author", "author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "article:author", "twitter:creator"}
	outletKeys    = []string{"og:site_name", "jsonld:publisher", "application-name", "dc.publisher", "publisher", "copyright"}
	publishedKeys = []string{"jsonld:datepublished", "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.created", "dc.date", "date", "pubdate", "publishdate", "parsely-pub-date", "sailthru.date", "time", "jsonld:datecreated"}
	urlKeys       = []string{"canonical", "og:url", "jsonld:url"}
	langKeys      = []string{"lang", "jsonld:inlanguage", "og:locale", "content-language"}
)

// pageMeta walks the page once.
func pageMeta(doc *html.Node) *meta {
	m := &meta{values: map[string]string{}}
	m.walk(doc, 0)
	return m
}

func (m *meta) set(key, value string) {
	if value = oneLine(value); value != "" && m.values[key] == "" {
		m.values[key] = value
	}
}

func (m *meta) walk(n *html.Node, depth int) {
	if depth > maxTree {
		return
	}
	if n.Type == html.ElementNode {
		m.element(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.walk(c, depth+1)
	}
}

func (m *meta) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		m.set("lang", attr(n, "lang"))
	case atom.Title:
		if n.Parent != nil && n.Parent.DataAtom == atom.Head {
			m.set("title", innerText(n))
		}
	case atom.H1:
		m.set("h1", innerText(n))
	case atom.Time:
		if strings.Contains(strings.ToLower(attr(n, "itemprop")), "datepublished") {
			m.set("datepublished", attr(n, "datetime"))
		}
		m.set("time", attr(n, "datetime"))
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") {
			m.set("canonical", attr(n, "href"))
		}
	case atom.Meta:
		for _, name := range []string{"property", "name", "itemprop", "http-equiv"} {
			if key := strings.ToLower(attr(n, name)); key != "" {
				m.set(key, attr(n, "content"))
			}
		}
	case atom.Script:
		if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
			m.jsonLD(n.FirstChild.Data)
		}
	}
}

// jsonLD reads schema.org data. What is no JSON is ignored: a browser would.
func (m *meta) jsonLD(data string) {
	for _, wrap := range []string{"<!--", "-->", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>"} {
		data = strings.TrimSpace(data)
		data = strings.TrimSuffix(strings.TrimPrefix(data, wrap), wrap) // of older publishing systems
	}
	var v any
	if err := gojson.Unmarshal([]byte(strings.TrimSpace(data)), &v); err != nil {
		return
	}
	m.ldValue(v, 0)
}

// ldValue looks for articles in arrays and @graph.
func (m *meta) ldValue(v any, depth int) {
	const deepest = 8 // @graph within an array within mainEntity is three
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			m.ldValue(e, depth+1)
		}
	case map[string]any:
		m.ldValue(v["@graph"], depth+1)
		if !isArticle(v["@type"]) {
			m.ldValue(v["mainEntity"], depth+1)
			return
		}
		m.set("jsonld:headline", ldText(v["headline"]))
		m.set("jsonld:name", ldText(v["name"]))
		m.set("jsonld:author", ldText(v["author"]))
		m.set("jsonld:publisher", ldText(v["publisher"]))
		m.set("jsonld:datepublished", ldText(v["datePublished"]))
		m.set("jsonld:datecreated", ldText(v["dateCreated"]))
		m.set("jsonld:url", ldText(v["url"]))
		m.set("jsonld:inlanguage", ldText(v["inLanguage"]))
		if body, ok := v["articleBody"].(string); ok && len(body) > len(m.body) {
			m.body = body
		}
	}
}

// isArticle reports a type such as NewsArticle, ReportageNewsArticle,
// Article, LiveBlogPosting.
func isArticle(t any) bool {
	switch t := t.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report"
	case []any:
		for _, e := range t {
			if s, ok := e.(string); ok && isArticle(s) {
				return true
			}
		}
	}
	return false
}

// ldText gives a text, the name of a thing, or the names of several.
func ldText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		for _, key := range []string{"name", "@value", "alternateName", "@id"} {
			if s, ok := v[key].(string); ok {
				return s
			}
		}
	case []any:
		var names []string
		for _, e := range v {
			if _, nested := e.([]any); nested {
				continue
			}
			if s := ldText(e); s != "" {
				names = append(names, s)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}

func (m *meta) first(keys []string, good func(string) bool) string {
	for _, k := range keys {
		if v := m.values[k]; v != "" && (good == nil || good(v)) {
			return v
		}
	}
	return ""
}

// heading chooses between the first h1 and the title element. The h1 may be
// the outlet's name; the title may end with it.
func (m *meta) heading(outlet string) string {
	h1, title := m.values["h1"], m.values["title"]
	if title == "" || h1 != "" && strings.Contains(title, h1) && h1 != outlet {
		return h1
	}
	for _, bar := range []string{" | ", " - ", " – ", " — ", " :: ", " · "} {
		if head, ok := strings.CutSuffix(title, bar+outlet); ok && outlet != "" {
			return head
		}
	}
	if h1 != "" && h1 != outlet && outlet == "" {
		return h1
	}
	return title
}

// fill sets the record's fields but for the text.
func (m *meta) fill(r *Record) {
	isURL := func(s string) bool { return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") }
	r.Outlet = m.first(outletKeys, nil)
	m.set("heading", m.heading(r.Outlet))
	r.Title = m.first(titleKeys, nil)
	r.URL = m.first(urlKeys, isURL)
	r.Lang = strings.ReplaceAll(m.first(langKeys, nil), "_", "-")
	r.Byline = m.first(bylineKeys, func(s string) bool { return !isURL(s) && !strings.HasPrefix(s, "@") })
	readable := func(s string) bool { _, ok := parseDate(s); return ok }
	if when := m.first(publishedKeys, readable); when != "" {
		r.date(when)
	} else {
		r.date(m.first(publishedKeys, nil))
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func innerText(n *html.Node) string {
	return strings.ReplaceAll(blockText(n), "\n", " ")
}

// oneLine makes runs of white space one space.
func oneLine(s string) string { return toNFC([]byte(strings.Join(strings.Fields(s), " "))) }

// tidy puts a blank line between the paragraphs of a text whose lines are
// paragraphs, and drops tags and entities that some publishers leave in.
func tidy(s string) string {
	if strings.Contains(s, "</") || strings.Contains(s, "<p>") || strings.Contains(s, "&#") || strings.Contains(s, "&amp;") || strings.Contains(s, "&quot;") || strings.Contains(s, "&nbsp;") {
		if doc, err := html.Parse(strings.NewReader(strings.ReplaceAll(s, "\n", "<br><br>"))); err == nil {
			return blockText(doc)
		}
	}
	var w blockWriter
	for line := range strings.SplitSeq(s, "\n") {
		w.text(line)
		w.end()
	}
	return w.String()
}
