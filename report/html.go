package report

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"regexp"
	"strings"
	"sync"
)

//go:embed html
var assets embed.FS

// templates and looks are made when they are first needed: most commands write
// no page.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{
		"says": func(s sentence) template.HTML { return rendered(&s, markup.says) },
	}).ParseFS(assets, "html/*.html"))
})

// look is the style and script of a kind of page, and the policy that allows
// these two, by hash, and nothing else.
type look struct {
	Style  template.CSS
	Script template.JS
	Policy string
	head   [2]string // of a page, before and after its title
}

var (
	indexLook   = lookOf("html/index.js", "html/base.css", "html/index.css")
	listLook    = lookOf("", "html/base.css", "html/index.css")
	clusterLook = lookOf("", "html/base.css", "html/cluster.css")
	pairLook    = lookOf("html/pair.js", "html/base.css", "html/pair.css")
)

func lookOf(script string, styles ...string) func() look {
	return sync.OnceValue(func() look { return newLook(script, styles...) })
}

// newLook reads the embedded files. They are this package's own: nothing of
// an article is ever typed as template.CSS or template.JS.
func newLook(script string, styles ...string) look {
	var css strings.Builder
	for _, name := range styles {
		css.WriteString(squeezeCSS(asset(name)))
	}
	l := look{Style: template.CSS(css.String())}
	policy := "default-src 'none'; img-src data:; style-src " + source(css.String())
	if script != "" {
		js := squeezeJS(asset(script))
		l.Script = template.JS(js)
		policy += "; script-src " + source(js)
	}
	l.Policy = policy + "; base-uri 'none'; form-action 'none'"
	var head strings.Builder
	template.Must(templates(), templates().ExecuteTemplate(&head, "head", frame{Look: l}))
	before, after, _ := strings.Cut(head.String(), "</title>")
	l.head = [2]string{before, "</title>" + after}
	return l
}

// asset is an embedded file's text; "" for a name that is not there, which a
// test rules out.
func asset(name string) string {
	b, _ := assets.ReadFile(name)
	return string(b)
}

func source(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssSpace   = regexp.MustCompile(`\s+`)
	cssTight   = regexp.MustCompile(` ?([{};,]) ?`)
	jsIndent   = regexp.MustCompile(`(?m)^[ \t]+|^[ \t]*//.*\n`)
)

// squeezeCSS drops comments and white space: the style is in every page, and
// a large report has many thousands.
func squeezeCSS(s string) string {
	s = cssSpace.ReplaceAllString(cssComment.ReplaceAllString(s, ""), " ")
	return strings.TrimSpace(cssTight.ReplaceAllString(s, "$1"))
}

// squeezeJS drops indentation and whole-line comments.
func squeezeJS(s string) string { return strings.TrimSpace(jsIndent.ReplaceAllString(s, "")) }

// frame is what the head and the foot of a page need.
type frame struct {
	Look    look
	Title   string
	Version string
}

// head writes the page's head, all of which but the title is the look's.
func (f frame) head(w *bufio.Writer) error {
	w.WriteString(f.Look.head[0])
	markup{w}.text(f.Title)
	_, err := w.WriteString(f.Look.head[1])
	return err
}

func (f frame) foot(w io.Writer) error { return templates().ExecuteTemplate(w, "foot", f) }

// part is one template with its data; a page is a frame and its parts.
type part struct {
	name string
	data any
}

// writePage writes a whole page.
func writePage(w *bufio.Writer, f frame, parts ...part) error {
	if err := f.head(w); err != nil {
		return err
	}
	for _, p := range parts {
		if err := templates().ExecuteTemplate(w, p.name, p.data); err != nil {
			return err
		}
	}
	return f.foot(w)
}

// foreign is a language tag other than the page's own, which is English.
func foreign(lang string) string {
	if l := strings.ToLower(lang); l == "en" || strings.HasPrefix(l, "en-") {
		return ""
	}
	return lang
}
