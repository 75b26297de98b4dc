package source

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sniff finds format and charset from the first bytes of a file; whole says
// that they are all of it. The content decides; the name does where the
// content leaves it open. It gives ErrBinary or ErrFormat for what is not read.
func sniff(name string, head []byte, whole bool) (Format, guess, error) {
	switch {
	case bytes.HasPrefix(head, []byte("WARC/1.")):
		return WARC, utf8Guess, nil
	case bytes.HasPrefix(head, []byte(parquetMagic)):
		return Parquet, utf8Guess, nil
	case bytes.HasPrefix(head, []byte("%PDF-")), bytes.HasPrefix(head, []byte(`{\rtf`)):
		return "", utf8Guess, ErrFormat
	}
	text, g := decodeHead(head, whole)
	if isBinary(text) {
		return "", g, ErrBinary
	}
	ext := extension(name)
	body := strings.TrimLeftFunc(text, unicode.IsSpace)
	if format := xmlFormat(body); format != "" {
		return format, g, nil
	}
	if looksLikeHTML(body) {
		return HTML, declaredCharset(head, g), nil
	}
	if strings.HasPrefix(body, "<?xml") {
		return "", g, fmt.Errorf("%w: XML of %s", ErrFormat, clip(rootName(body)))
	}
	if format := jsonFormat(ext, body); format != "" {
		return format, g, nil
	}
	if storyMark.MatchString(text) {
		return Txtar, g, nil
	}
	switch ext {
	case "csv":
		return CSV, g, nil
	case "tsv", "tab":
		return TSV, g, nil
	case "html", "htm", "xhtml":
		return HTML, declaredCharset(head, g), nil
	case "txtar":
		return Txtar, g, nil
	case "css", "js", "mjs", "map": // what browsers save beside a page
		return "", g, ErrFormat
	}
	if format, ok := tableHeader(body); ok {
		return format, g, nil
	}
	return Text, g, nil
}

// jsonFormat tells lines of JSON from other layouts, and both from text, for
// which it gives "".
func jsonFormat(ext, body string) Format {
	lines := ext == "jsonl" || ext == "ndjson"
	switch {
	case objectMark.MatchString(body):
		if lines || looksLikeLines(body) {
			return JSONL
		}
		return JSON
	case arrayMark.MatchString(body):
		return JSON
	case lines:
		return JSONL
	case ext == "json":
		return JSON
	}
	// A first line that is no object must not make text of a file of them.
	objects, others := 0, 0
	for line := range strings.Lines(body) {
		if objectMark.MatchString(line) {
			objects++
		} else if !blank(line) {
			others++
		}
	}
	if objects > others {
		return JSONL
	}
	return ""
}

var (
	objectMark = regexp.MustCompile(`^\s*\{\s*("|\}|$)`)
	arrayMark  = regexp.MustCompile(`^\[\s*(\{\s*("|\}|$)|\]|$)`)
)

// decodeHead gives the head as UTF-8 with the guess at its charset.
func decodeHead(head []byte, whole bool) (string, guess) {
	if !whole && len(head) > 4 {
		// Split no character: cut at a line end, or before the last lead byte.
		if i := bytes.LastIndexByte(head, '\n'); i > len(head)/2 {
			head = head[:i+1-(i+1)%2] // even, for UTF-16
		} else if i := len(head) - utf8.UTFMax; !utf8.FullRune(head[i:]) || !utf8.Valid(head[i:]) {
			for i < len(head) && (utf8.RuneStart(head[i]) && utf8.FullRune(head[i:]) || !utf8.RuneStart(head[i])) {
				i++
			}
			head = head[:i-i%2]
		}
	}
	g := guessCharset(head, "")
	return g.decode(head), g
}

// isBinary reports that text has what no text has: a zero, or more control
// characters than one in a hundred.
func isBinary(text string) bool {
	control := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == 0:
			return true
		case c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1B:
			control++
		}
	}
	return control*100 > len(text)
}

// extension is the last part of a name that does not name a packing.
func extension(name string) string {
	name = strings.ToLower(name)
	for {
		ext := path.Ext(name)
		switch ext {
		case ".gz", ".zst", ".bz2", ".xz":
			name = strings.TrimSuffix(name, ext)
			continue
		}
		return strings.TrimPrefix(ext, ".")
	}
}

// looksLikeLines reports that each line so far is an object of its own: the
// first line is closed, or the second begins with a brace.
func looksLikeLines(body string) bool {
	line, rest, more := strings.Cut(body, "\n")
	if strings.HasSuffix(strings.TrimRight(line, " \t\r"), "}") {
		return true
	}
	return !more && len(body) >= peekSize/2 || strings.HasPrefix(rest, "{")
}

var htmlMark = regexp.MustCompile(`(?i)^(<\?xml[^>]*>\s*)?(<!--(?s:.*?)-->\s*)*<(!doctype\s+html|html|head|body|title|meta|article|div|p|h1|main|section|script|link|table)[\s>/]`)

func looksLikeHTML(body string) bool {
	if !strings.HasPrefix(body, "<") {
		return false
	}
	const enough = 8 << 10 // comments before the doctype are shorter
	if len(body) > enough {
		body = body[:enough]
	}
	return htmlMark.MatchString(body)
}

// xmlFormats by the root element, without its prefix.
var xmlFormats = map[string]Format{
	"rss": RSS, "RDF": RSS, "feed": Atom, "newsItem": NewsML, "newsMessage": NewsML, "nitf": NITF,
}

func xmlFormat(body string) Format {
	name := rootName(body)
	return xmlFormats[name[strings.IndexByte(name, ':')+1:]]
}

// rootName is the name of the first element of an XML text, with its prefix;
// "" where it does not begin like XML.
func rootName(body string) string {
	for {
		body = strings.TrimLeftFunc(body, unicode.IsSpace)
		var end string
		switch {
		case strings.HasPrefix(body, "<?"):
			end = "?>"
		case strings.HasPrefix(body, "<!--"):
			end = "-->"
		case strings.HasPrefix(body, "<!"):
			end = ">"
			if i := strings.IndexAny(body, "[>"); i >= 0 && body[i] == '[' {
				end = "]>"
			}
		case strings.HasPrefix(body, "<"):
			name, _, _ := strings.Cut(body[1:min(len(body), 100)], ">")
			if i := strings.IndexAny(name, " \t\r\n/"); i >= 0 {
				name = name[:i]
			}
			return name
		default:
			return ""
		}
		_, rest, ok := strings.Cut(body, end)
		if !ok {
			return ""
		}
		body = rest
	}
}

// storyMark is the head of a document in a story file.
var storyMark = regexp.MustCompile(`(?m)^-- \S.* --\r?\n(Outlet|Published|Title|URL|Byline|Lang): `)

// tableHeader reports a header row: a column for the text, and one for
// another field.
func tableHeader(body string) (Format, bool) {
	line, _, _ := strings.Cut(body, "\n")
	for _, t := range []struct {
		format Format
		comma  string
	}{{TSV, "\t"}, {CSV, ","}, {CSV, ";"}} {
		text, others := false, 0
		for cell := range strings.SplitSeq(line, t.comma) {
			name := strings.ToLower(strings.Trim(strings.TrimSpace(cell), `"`))
			for field, names := range fieldNames {
				if slices.Contains(names, name) {
					text = text || field == int(fieldText)
					others++
				}
			}
		}
		if text && others > 1 {
			return t.format, true
		}
	}
	return "", false
}

var metaCharset = regexp.MustCompile(`(?i)<meta[^>]{1,200}charset\s*=\s*["']?\s*([a-z0-9_:\-]{2,40})|^\s*<\?xml[^>]{1,200}encoding\s*=\s*["']([a-zA-Z0-9_:\-]{2,40})`)

// declaredCharset replaces a guess by what the page says of itself, where the
// bytes do not tell otherwise.
func declaredCharset(head []byte, g guess) guess {
	m := metaCharset.FindSubmatch(head)
	if m == nil || g.wide && g.why == "" {
		return g
	}
	return guessCharset(head, string(m[1])+string(m[2]))
}
