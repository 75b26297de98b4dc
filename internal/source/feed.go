package source

import (
	"fmt"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

// readRSS reads the items of an RSS feed, 0.9 to 2.0. Each is read by itself
// with the feed's head, so that damage in one leaves the others whole.
func readRSS(f *input, _ guess) { readXMLParts(f, RSS, "item", feedFrame, fillFromFeed) }

// readAtom reads the entries of an Atom feed (RFC 4287) in the same way.
func readAtom(f *input, _ guess) { readXMLParts(f, Atom, "entry", feedFrame, fillFromFeed) }

// feedFrame gives what stands before the first item, without the XML
// declaration, whose charset is no longer true, and the end tags for it. Since
// the head is read once an item, one that would make the work much more than
// the text is long is replaced by a bare one.
func feedFrame(head string, items, length int) (_, tail string) {
	const most = 32 // times the text; a head of 2 KB with items of 100 bytes is 20
	if strings.HasPrefix(strings.TrimSpace(head), "<?xml") {
		if _, rest, ok := strings.Cut(head, "?>"); ok {
			head = rest
		}
	}
	root := rootName(head)
	local := root[strings.IndexByte(root, ':')+1:]
	switch {
	case len(head) > most*length/items && local == "feed":
		return `<feed xmlns="http://www.w3.org/2005/Atom">`, "</feed>"
	case len(head) > most*length/items:
		return `<rss version="2.0"><channel>`, "</channel></rss>"
	case local == "rss":
		return head, "</channel></" + root + ">"
	}
	return head, "</" + root + ">"
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
