package source

import (
	"fmt"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

// readFeed reads the items of an RSS 0.9 to 2.0 or the entries of an Atom
// feed. Each is read by itself with the feed's head, so that damage in one
// leaves the others whole.
func readFeed(f *input, format Format, name string) {
	b, err := f.all()
	if err != nil {
		f.sink.fail(f.place(1, int64(len(b)), err))
		return
	}
	g := declaredCharset(b, guessCharset(b, ""))
	text := g.decode(b)
	parts := splitElements(text, name)
	if len(parts) == 0 {
		f.fail(ErrNoText)
		return
	}
	head, tail := feedFrame(text, parts[0].start)
	for i, p := range parts {
		if f.sink.stopped() {
			return
		}
		f.sink.spawn(func(out *batch) {
			r := Record{File: f.name, Index: i + 1, Offset: int64(p.start), Format: format}
			if g.why != "" {
				r.warn("%s", g.why)
			}
			err := fillFromFeed(&r, head+text[p.start:p.end]+tail)
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
}

func readRSS(f *input, _ guess)  { readFeed(f, RSS, "item") }
func readAtom(f *input, _ guess) { readFeed(f, Atom, "entry") }

// feedFrame gives what stands before the first item, without the XML
// declaration, whose charset is no longer true, and the end tags for it.
func feedFrame(text string, first int) (head, tail string) {
	const most = 64 << 10 // a feed's head is short; it is read once an item
	head = text[:first]
	if strings.HasPrefix(strings.TrimSpace(head), "<?xml") {
		if _, rest, ok := strings.Cut(head, "?>"); ok {
			head = rest
		}
	}
	root := rootName(head)
	local := root[strings.IndexByte(root, ':')+1:]
	if local == "rss" {
		tail = "</channel></" + root + ">"
	} else {
		tail = "</" + root + ">"
	}
	if len(head) > most {
		if local == "rss" {
			return "<rss version=\"2.0\"><channel>", "</channel></rss>"
		}
		end := strings.IndexByte(head[strings.Index(head, "<"+root):], '>')
		return head[strings.Index(head, "<"+root):][:end+1], tail
	}
	return head, tail
}

// fillFromFeed reads a feed of one item.
func fillFromFeed(r *Record, feed string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the item broke the feed library: %v", p)
		}
	}()
	if strings.Count(feed, "<") > maxElements {
		return fmt.Errorf("more than %d elements", maxElements)
	}
	parsed, err := gofeed.NewParser().ParseString(feed)
	if err != nil {
		return fmt.Errorf("malformed feed: %w", err)
	}
	if len(parsed.Items) == 0 {
		return ErrNoText
	}
	item := parsed.Items[0]
	if r.ID = oneLine(item.GUID); r.ID == "" {
		r.ID = oneLine(item.Link)
	}
	r.Title, r.URL = htmlLine(item.Title), oneLine(item.Link)
	r.Outlet, r.Lang = htmlLine(parsed.Title), oneLine(parsed.Language)
	if r.Text = htmlText(item.Content); blank(r.Text) {
		r.Text = htmlText(item.Description)
	}
	var names []string
	for _, a := range item.Authors {
		if a != nil && !blank(a.Name) {
			names = append(names, oneLine(a.Name))
		} else if a != nil && !blank(a.Email) {
			names = append(names, oneLine(a.Email))
		}
	}
	r.Byline = strings.Join(names, ", ")
	switch {
	case !blank(item.Published):
		r.date(item.Published)
	default:
		r.date(item.Updated)
	}
	return nil
}

// htmlText gives the text of a piece of HTML, or of plain text.
func htmlText(s string) string {
	if !strings.ContainsAny(s, "<&") {
		var w blockWriter
		for line := range strings.SplitSeq(s, "\n") {
			if blank(line) {
				w.end()
			}
			w.text(line + " ")
		}
		return w.String()
	}
	if strings.Count(s, "<") > maxElements {
		return plainBlocks(s)
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return plainBlocks(s)
	}
	return blockText(doc)
}

func htmlLine(s string) string { return oneLine(htmlText(s)) }
