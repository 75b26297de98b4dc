package source

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	gojson "github.com/goccy/go-json"
)

// otherObject makes records of a JSON object that has no text field of its
// own: a ninjs item or a JSON Feed. It reports false for anything else.
func otherObject(f *input, out *batch, r Record, raw []byte) bool {
	if len(raw) > maxOther || !bytes.Contains(raw, []byte(`"uri"`)) && !bytes.Contains(raw, []byte("jsonfeed.org")) {
		return false
	}
	var object map[string]any
	if err := gojson.Unmarshal(raw, &object); err != nil {
		return false
	}
	o := fold(object)
	r.Warnings = nil
	if items, ok := o["items"].([]any); ok && strings.Contains(o.text("version"), "jsonfeed.org/version/") {
		fillFromJSONFeed(f, out, r, o, items, raw)
		return true
	}
	if o.text("uri") == "" || !o.hasBody() {
		return false
	}
	r.Format = NINJS
	fillFromNinjs(&r, o)
	if err := r.finish(f); err != nil {
		out.fail(f.place(r.Index, r.Offset, err))
		return true
	}
	out.emit(r)
	return true
}

// maxOther is the largest object that is looked into for more than its text:
// decoded whole, it takes some ten times its size.
const maxOther = 16 << 20

// object is a JSON object with its names in lower case: ninjs 3.0 writes
// versionCreated where 1.x and 2.x have versioncreated.
type object map[string]any

func fold(m map[string]any) object {
	o := make(object, len(m))
	for k, v := range m {
		// Of two names that differ by case only, one must win whatever the
		// order of the map.
		low := strings.ToLower(k)
		if _, taken := o[low]; !taken || k == low {
			o[low] = v
		}
	}
	return o
}

// text gives a field as text; of an array its first, of an object its name.
func (o object) text(name string) string { return ninjsText(o[name]) }

func ninjsText(v any) string {
	switch v := v.(type) {
	case string:
		return oneLine(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []any:
		if len(v) > 0 {
			if _, nested := v[0].([]any); !nested {
				return ninjsText(v[0])
			}
		}
	case map[string]any:
		o := fold(v)
		for _, key := range []string{"value", "name", "literal", "code"} {
			if s, ok := o[key].(string); ok {
				return oneLine(s)
			}
		}
	}
	return ""
}

// hasBody reports body_text, body_xhtml, … (1.x) or bodies (2.x, 3.0).
func (o object) hasBody() bool {
	for name := range o {
		if strings.HasPrefix(name, "body_") || name == "bodies" {
			return true
		}
	}
	return false
}

// body gives the text. HTML is taken before plain text, which often has lost
// its paragraphs.
func (o object) body() string {
	var markup, plain string
	add := func(kind, value string) {
		if strings.Contains(kind, "html") || strings.Contains(kind, "xml") {
			if markup == "" {
				markup = htmlText(value)
			}
		} else if plain == "" {
			plain = toNFC([]byte(strings.TrimSpace(value)))
		}
	}
	for _, name := range []string{"body_xhtml", "body_html", "body_text"} {
		if s, ok := o[name].(string); ok {
			add(name, s)
		}
	}
	bodies, _ := o["bodies"].([]any)
	for _, b := range bodies {
		if b, ok := b.(map[string]any); ok {
			b := fold(b)
			value, _ := b["value"].(string)
			add(strings.ToLower(b.text("contenttype")+" "+b.text("role")), value)
		}
	}
	if markup != "" {
		return markup
	}
	return plain
}

// role gives the value of the element of an array that has a role, or else of
// its first.
func (o object) role(name, role string) string {
	list, _ := o[name].([]any)
	for _, e := range list {
		if e, ok := e.(map[string]any); ok && strings.EqualFold(fold(e).text("role"), role) {
			return ninjsText(e)
		}
	}
	return o.text(name)
}

func (o object) firstOf(names ...string) string {
	for _, n := range names {
		if s := o.text(n); s != "" {
			return s
		}
	}
	return ""
}

// fillFromNinjs follows the schemas 1.0 to 1.8, 2.0 to 2.4 and 3.0 to 3.3.
func fillFromNinjs(r *Record, o object) {
	r.Version = o.text("version")
	r.ID = wireID(o.text("uri"), r.Version)
	if r.Title = o.role("headlines", "main"); r.Title == "" {
		r.Title = o.firstOf("headline", "title", "titles")
	}
	r.Text = o.body()
	r.Slug = o.text("slugline")
	r.Byline = o.firstOf("byline", "by", "bylines")
	r.Dateline = o.firstOf("dateline", "located")
	r.Provider = o.firstOf("provider", "infosource", "infosources", "copyrightholder")
	r.Outlet = o.firstOf("source", "provider", "infosource", "infosources", "copyrightholder")
	r.Lang = o.text("language")
	r.Embargo = o.text("embargoed")
	r.EdNote = o.text("ednote")
	r.date(o.firstOf("versioncreated", "contentcreated", "firstcreated", "datecreated"))
	r.declare(compact(o.firstOf("signal", "signals"))...)
	r.previous(o.firstOf("evolvedfrom", "previousversion"), "", "")
	links, _ := o["associations"].([]any)
	if m, ok := o["associations"].(map[string]any); ok { // 1.x: by any name
		for _, name := range []string{"previousversion", "previousVersion", "evolvedfrom"} {
			if a, ok := m[name]; ok {
				r.link(a)
			}
		}
	}
	for _, a := range links {
		if m, ok := a.(map[string]any); ok {
			name := strings.ToLower(fold(m).firstOf("name", "rel", "role"))
			if strings.HasSuffix(name, "previousversion") || strings.HasSuffix(name, "evolvedfrom") || strings.HasSuffix(name, "replaces") {
				r.link(a)
			}
		}
	}
	r.follows(o.text("uri"))
}

func (r *Record) link(a any) {
	if m, ok := a.(map[string]any); ok {
		o := fold(m)
		r.previous(o.text("uri"), o.text("version"), "")
	}
}

func compact(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// elementOffsets gives where in raw, an object, the elements of the array of a
// name begin; nil where raw is malformed.
func elementOffsets(raw []byte, name string) (offsets []int) {
	var s objectScanner
	comma := func(i int) int { // the offset after white space and a comma
		if i = skipSpace(raw, i); i < len(raw) && raw[i] == ',' {
			i = skipSpace(raw, i+1)
		}
		return i
	}
	for i := skipSpace(raw, skipSpace(raw, 0)+1); i < len(raw) && raw[i] == '"'; i = comma(i) {
		key, next, err := scanString(raw, i)
		if err != nil {
			return nil
		}
		i = skipSpace(raw, skipSpace(raw, next)+1) // after the colon
		if string(raw[key.start:key.end]) != name || i >= len(raw) || raw[i] != '[' {
			if _, i, err = s.value(raw, i); err != nil {
				return nil
			}
			continue
		}
		offsets = offsets[:0] // of two with one name the last counts
		for i = skipSpace(raw, i+1); i < len(raw) && raw[i] != ']'; i = comma(i) {
			offsets = append(offsets, i)
			if _, i, err = s.value(raw, i); err != nil {
				return nil
			}
		}
		i++
	}
	return offsets
}

// fillFromJSONFeed reads the items of a feed (jsonfeed.org/version/1.1).
func fillFromJSONFeed(f *input, out *batch, place Record, feed object, items []any, raw []byte) {
	offsets := elementOffsets(raw, "items")
	for i, item := range items {
		r := Record{File: place.File, Index: i + 1, Offset: place.Offset, Format: JSONFeed}
		if len(offsets) == len(items) {
			r.Offset += int64(offsets[i])
		}
		m, ok := item.(map[string]any)
		if !ok {
			out.fail(f.place(r.Index, r.Offset, fmt.Errorf("%w: the feed's item", ErrNotObject)))
			continue
		}
		o := fold(m)
		r.ID = o.firstOf("id", "url")
		r.Title, r.URL = o.text("title"), o.firstOf("url", "external_url")
		r.Outlet = feed.text("title")
		if r.Lang = o.text("language"); r.Lang == "" {
			r.Lang = feed.text("language")
		}
		r.date(o.firstOf("date_published", "date_modified"))
		var names []string
		authors, _ := o["authors"].([]any)
		for _, a := range authors {
			names = append(names, ninjsText(a))
		}
		if r.Byline = strings.Join(names, ", "); r.Byline == "" {
			r.Byline = o.text("author")
		}
		if s, ok := o["content_html"].(string); ok {
			r.Text = htmlText(s)
		}
		if s, ok := o["content_text"].(string); ok && blank(r.Text) {
			r.Text = toNFC([]byte(strings.TrimSpace(s)))
		}
		if blank(r.Text) {
			r.Text = o.text("summary")
		}
		if err := r.finish(f); err != nil {
			out.fail(f.place(r.Index, r.Offset, err))
			continue
		}
		out.emit(r)
	}
}
