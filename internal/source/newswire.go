package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// The newswire formats: NewsML-G2 (iptc.org/std/NewsML-G2), NITF
// (iptc.org/std/NITF) and ninjs (iptc.org/std/ninjs), of the International
// Press Telecommunications Council.

// The signals that are told apart; others are kept as given.
const (
	signalUpdate     = "update"
	signalCorrection = "correction"
)

// wireID is the id of a version of an item: the item's id for the first one,
// with the version's number after # for later ones. All versions of an item
// share the item's id, and each is a document of its own here.
func wireID(id, version string) string {
	if id == "" || version == "" || version == "1" || version == "0" {
		return id
	}
	return id + "#" + version
}

var (
	correctionNote = regexp.MustCompile(`(?i)\b(correct(s|ing|ion|ed)?|corrige|clarif(y|ies|ying|ication))\b`)
	updateNote     = regexp.MustCompile(`(?i)\b(updat(e|es|ing|ed)|recast(s|ing)?|add(s|ing)|revis(es|ing|ed)|writethru|lead-all)\b`)
)

// declare sets the signal from codes such as sig:update, and where there are
// none from what the note to editors begins with.
func (r *Record) declare(codes ...string) {
	for _, code := range codes {
		code = strings.ToLower(code[strings.LastIndexAny(code, ":/")+1:])
		switch {
		case strings.Contains(code, "correct"):
			r.Signal = signalCorrection
			return
		case strings.Contains(code, "updat"):
			r.Signal = signalUpdate
		case r.Signal == "":
			r.Signal = code
		}
	}
	if r.Signal != "" || r.EdNote == "" {
		return
	}
	const opening = 80 // characters; what comes later tells of other things
	note := r.EdNote[:min(len(r.EdNote), opening)]
	switch {
	case correctionNote.MatchString(note):
		r.Signal = signalCorrection
	case updateNote.MatchString(note):
		r.Signal = signalUpdate
	}
}

// finish names a record that has no id, and refuses one without text.
func (r *Record) finish(f *input) error {
	if blank(r.Text) {
		return ErrNoText
	}
	if r.ID == "" {
		r.ID = fmt.Sprintf("%s#%d", f.id, r.Index)
	}
	if r.Outlet == "" {
		r.Outlet = r.Provider
	}
	return nil
}

// readXMLParts reads each element of a name in the file as a record, apart
// from the others. frame gives what is put around an element, given what
// stands before the first. The file is held whole, within the limit of a
// record; of one that is cut off, the elements that are whole are read.
func readXMLParts(f *input, format Format, name string, frame func(head string, items, length int) (string, string), fill func(*Record, string) error) {
	b, damage := f.all()
	if damage != nil && len(b) == 0 {
		f.sink.fail(f.place(1, 0, damage))
		return
	}
	g := declaredCharset(b, guessCharset(b, ""))
	text := g.decode(b)
	parts := splitElements(text, name)
	if damage != nil && len(parts) > 0 {
		parts = parts[:len(parts)-1]
	}
	var head, tail string
	if len(parts) > 0 && frame != nil {
		head, tail = frame(text[:parts[0].start], len(parts), len(text))
	}
	for i, p := range parts {
		if f.sink.stopped() {
			return
		}
		f.sink.spawn(func(out *batch) {
			r := Record{File: f.name, Index: i + 1, Offset: int64(p.start), Format: format}
			if g.why != "" {
				r.warn("%s", g.why)
			}
			err := fill(&r, head+text[p.start:p.end]+tail)
			if err == nil {
				err = r.finish(f)
			}
			if err != nil {
				out.fail(f.place(r.Index, r.Offset, err))
				return
			}
			out.emit(r)
		})
	}
	switch {
	case damage != nil:
		f.sink.fail(f.place(len(parts)+1, int64(len(b)), damage))
	case len(parts) == 0:
		f.fail(ErrNoText)
	}
}

// treeOf makes a reader of a tree a reader of its text.
func treeOf(fill func(*Record, *xmlNode)) func(*Record, string) error {
	return func(r *Record, text string) error {
		root, err := parseXML(text)
		if err == nil {
			fill(r, root)
		}
		return err
	}
}

// readNewsML reads each newsItem, be it the file or in a newsMessage.
func readNewsML(f *input, _ guess) {
	readXMLParts(f, NewsML, "newsItem", nil, treeOf(fillFromNewsItem))
}

// fillFromNewsItem follows chapters 6 to 8 of the NewsML-G2 guidelines.
func fillFromNewsItem(r *Record, item *xmlNode) {
	meta, content := item.find("itemMeta"), item.find("contentMeta")
	r.Version = item.attr("version")
	r.ID = wireID(item.attr("guid"), r.Version)
	r.Title = content.find("headline").line()
	if r.Title == "" {
		r.Title = meta.find("title").line()
	}
	r.Slug = content.find("slugline").line()
	r.Byline = content.find("by").line()
	r.Dateline = content.find("dateline").line()
	r.Provider = named(meta.find("provider"))
	r.Outlet = named(content.find("infoSource"))
	r.Embargo = meta.find("embargoed").line()
	r.EdNote = meta.find("edNote").line()
	if r.Lang = content.find("language").attr("tag"); r.Lang == "" {
		r.Lang = item.attr("lang")
	}
	for _, when := range []*xmlNode{meta.find("versionCreated"), content.find("contentModified"), content.find("contentCreated"), meta.find("firstCreated")} {
		if s := when.line(); s != "" {
			r.date(s)
			break
		}
	}
	var signals []string
	meta.all("signal", func(n *xmlNode) { signals = append(signals, n.attr("qcode")+n.attr("uri")) })
	r.declare(signals...)
	item.all("link", func(n *xmlNode) {
		if rel := strings.ToLower(n.attr("rel")); strings.HasSuffix(rel, "previousversion") || strings.HasSuffix(rel, "replaces") || strings.HasSuffix(rel, "evolvedfrom") {
			r.previous(n.attr("residref"), n.attr("version"), n.attr("href"))
		}
	})
	r.follows(item.attr("guid"))
	r.newsBody(item.find("contentSet"))
}

// follows names version n-1 of an item as what version n replaces, where no
// link says what it is.
func (r *Record) follows(id string) {
	if n, err := strconv.Atoi(r.Version); err == nil && n > 1 && id != "" && len(r.Previous) == 0 {
		r.previous(id, strconv.Itoa(n-1), "")
	}
}

// newsBody takes the text: XHTML or NITF in the item, or plain text.
func (r *Record) newsBody(set *xmlNode) {
	if body := set.find("inlineXML", "body.content"); body != nil {
		r.Text = body.blocks()
		if r.Byline == "" {
			r.Byline = set.find("body.head", "byline").line()
		}
		if r.Dateline == "" {
			r.Dateline = set.find("body.head", "dateline").line()
		}
		return
	}
	if xml := set.find("inlineXML"); xml != nil {
		if body := xml.find("body"); body != nil {
			xml = body
		}
		if r.Text = xml.blocks(); !blank(r.Text) {
			return
		}
	}
	if data := set.find("inlineData"); data != nil {
		var b strings.Builder
		for _, c := range data.children {
			b.WriteString(c.text)
		}
		r.Text = toNFC([]byte(strings.TrimSpace(b.String())))
		if strings.Contains(data.attr("contenttype"), "html") {
			r.Text = htmlText(r.Text)
		}
	}
}

// previous notes an earlier version, by its id or else its address.
func (r *Record) previous(id, version, href string) {
	switch {
	case id != "":
		r.Previous = append(r.Previous, wireID(id, version))
	case href != "":
		r.Previous = append(r.Previous, href)
	}
}

// named gives the name of a thing, or its literal, or its code.
func named(n *xmlNode) string {
	if name := n.find("name").line(); name != "" {
		return name
	}
	if literal := n.attr("literal"); literal != "" {
		return literal
	}
	code := n.attr("qcode")
	return code[strings.LastIndexByte(code, ':')+1:]
}

// readNITF reads each nitf document of a file.
func readNITF(f *input, _ guess) {
	readXMLParts(f, NITF, "nitf", nil, treeOf(fillFromNITF))
}

// fillFromNITF follows the NITF 3.6 schema.
func fillFromNITF(r *Record, doc *xmlNode) {
	data, pub := doc.find("docdata"), doc.find("pubdata")
	head, body := doc.find("body.head"), doc.find("body")
	r.Version = data.find("du-key").attr("version")
	id := data.find("doc-id").attr("id-string")
	if id == "" {
		id = doc.attr("uno")
	}
	r.ID = wireID(id, r.Version)
	if r.Title = head.find("hl1").line(); r.Title == "" {
		if r.Title = head.find("hedline").line(); r.Title == "" {
			r.Title = doc.find("title").line()
		}
	}
	if r.Slug = data.find("du-key").attr("key"); r.Slug == "" {
		r.Slug = data.find("fixture").attr("fix-id")
	}
	r.Byline = head.find("byline").line()
	r.Dateline = head.find("dateline").line()
	r.Provider = head.find("distributor").line()
	if r.Provider == "" {
		r.Provider = data.find("doc-id").attr("regsrc")
	}
	r.Outlet = pub.attr("name")
	r.URL = pub.attr("ex-ref")
	r.Lang = body.attr("lang")
	r.EdNote = data.find("ed-msg").attr("info")
	if r.EdNote == "" {
		r.EdNote = data.find("correction").attr("info")
	}
	if data.attr("management-status") == "embargoed" {
		r.Embargo = data.find("date.release").attr("norm")
	}
	for _, when := range []string{data.find("date.issue").attr("norm"), head.find("story.date").attr("norm"), pub.attr("date.publication"), data.find("date.release").attr("norm")} {
		if when != "" {
			r.date(when)
			break
		}
	}
	if c := data.find("correction"); c != nil {
		r.Signal = signalCorrection
		r.previous(c.attr("id-string"), "", "")
	} else {
		r.declare()
	}
	r.previous(data.attr("management-doc-idref"), "", "")
	r.follows(id)
	if len(r.Previous) > 0 && r.Signal == "" {
		r.Signal = signalUpdate
	}
	content := doc.find("body.content")
	if content == nil {
		content = body
	}
	r.Text = content.blocks()
	if end := doc.find("body.end", "tagline").blocks(); end != "" {
		r.Text += "\n\n" + end
	}
}
