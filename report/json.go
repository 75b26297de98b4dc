package report

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// SchemaName and SchemaVersion name the form of report.json. The version
// grows when a field changes its meaning or goes away; new fields may come
// without it. The JSON Schema is report/schema/report.schema.json.
const (
	SchemaName    = "wirediff-report"
	SchemaVersion = 1
)

// jsonHead is how every report.json starts: by it an earlier report is known.
const jsonHead = `{"schema":"` + SchemaName + `"`

// Report is report.json: everything that the pages show but the texts.
// Clusters stand by rank, the gravest first. Offsets are bytes in the UTF-8
// text, or title, of the document that a record names.
type Report struct {
	Schema   string          `json:"schema"`  // SchemaName
	Version  int             `json:"version"` // SchemaVersion
	Title    string          `json:"title"`
	Program  string          `json:"program,omitempty"` // version of the program
	Inputs   []string        `json:"inputs"`            // as named, sorted
	Settings SettingsRecord  `json:"settings"`
	Totals   Totals          `json:"totals"`
	Skipped  []Skipped       `json:"skipped"`
	Warnings []string        `json:"warnings"`
	Clusters []ClusterRecord `json:"clusters"`
	Alone    []VersionRecord `json:"alone"` // documents with no other version
}

// SettingsRecord is how versions were found, defaults filled in.
type SettingsRecord struct {
	ShingleSize int      `json:"shingle_size"`
	SketchSize  int      `json:"sketch_size"`
	Ways        []string `json:"ways"`
	WindowHours float64  `json:"window_hours"`
	Terms       string   `json:"terms"` // version of the table of loaded terms
}

// Totals counts what the report is of.
type Totals struct {
	Documents   int            `json:"documents"`
	Outlets     int            `json:"outlets"`
	Clusters    int            `json:"clusters"` // of two versions or more
	Alone       int            `json:"alone"`
	Skipped     int            `json:"skipped"`
	Differences map[string]int `json:"differences"` // by class, house style left out
}

// ClusterRecord is the versions of one story.
type ClusterRecord struct {
	ID          string              `json:"id"`
	Title       string              `json:"title"` // of the earliest version that has one
	Page        string              `json:"page"`  // relative to report.json
	Severity    similarity.Severity `json:"severity"`
	Gravity     int                 `json:"gravity"`         // of the gravest difference; ranks the clusters
	Worst       string              `json:"worst,omitempty"` // that difference, in a sentence
	Least       float64             `json:"least"`           // least pairwise score
	Mean        float64             `json:"mean"`
	Versions    []VersionRecord     `json:"versions"` // Slots and Ledgers point into this by index
	Differences []DifferenceRecord  `json:"differences"`
	Slots       []similarity.Slot   `json:"slots"`
	Ledgers     []similarity.Ledger `json:"ledgers"`
	SameEvent   []string            `json:"same_event,omitempty"`
	CutLinks    []similarity.Bridge `json:"cut_links,omitempty"`
}

// VersionRecord is a document in its cluster.
type VersionRecord struct {
	ID        string               `json:"id"`
	Number    int                  `json:"number"` // by time, from 1, as on the pages
	Title     string               `json:"title,omitempty"`
	Outlet    string               `json:"outlet,omitempty"`
	Published string               `json:"published,omitempty"` // RFC 3339, UTC
	URL       string               `json:"url,omitempty"`
	Byline    string               `json:"byline,omitempty"`
	Lang      string               `json:"lang,omitempty"`
	Words     int                  `json:"words"`            // of the story itself
	Parent    string               `json:"parent,omitempty"` // id of the version that it was most likely made from
	Second    string               `json:"second,omitempty"` // id of a second parent
	Relation  similarity.Relation  `json:"relation,omitempty"`
	Counts    *shingle.Counts      `json:"counts,omitempty"` // shingles: the parent is a, this is b
	Score     float64              `json:"score,omitempty"`
	Weak      bool                 `json:"weak,omitempty"`
	Evidence  []string             `json:"evidence,omitempty"`
	Checks    []similarity.Check   `json:"checks,omitempty"`   // where it disagrees with itself
	Declared  *similarity.Declared `json:"declared,omitempty"` // what it says that it changed, held against the version it follows
	Text      *string              `json:"text,omitempty"`     // in a cluster's own file only
}

// DifferenceRecord is what differs between a version and its parent.
type DifferenceRecord struct {
	A        string                     `json:"a"` // id of the parent
	B        string                     `json:"b"`
	Page     string                     `json:"page"` // relative to report.json
	Relation similarity.Relation        `json:"relation"`
	Counts   shingle.Counts             `json:"counts"`
	Figures  []similarity.FigureVariant `json:"figures"`
	Phrases  []similarity.PhraseVariant `json:"phrases"`
	Segments []similarity.Segment       `json:"segments,omitempty"` // in a cluster's own file only
	Warnings []string                   `json:"warnings,omitempty"`
}

func (s *story) versionRecord(i int) VersionRecord {
	a, m := s.Articles[i], s.Cluster.Members[i]
	v := VersionRecord{ID: a.ID, Number: s.number[i], Title: a.Title, Outlet: a.Outlet, URL: a.URL, Byline: a.Byline, Lang: a.Lang, Words: wordCount(a)}
	if i < len(s.Checks) {
		v.Checks = s.Checks[i]
	}
	if i < len(s.Declared) {
		v.Declared = s.Declared[i]
	}
	if !a.Published.IsZero() {
		v.Published = a.Published.UTC().Format(time.RFC3339)
	}
	if m.Parent >= 0 && m.Parent < len(s.Articles) {
		v.Parent, v.Relation, v.Score, v.Weak, v.Evidence = s.Articles[m.Parent].ID, m.Relation, m.Score, m.Weak, m.Evidence
		v.Counts = &m.Counts
		if m.Second > 0 && m.Second <= len(s.Articles) {
			v.Second = s.Articles[m.Second-1].ID
		}
	}
	return v
}

// record is the story as report.json has it, without its versions and
// differences.
func (s *story) record() ClusterRecord {
	c := ClusterRecord{ID: s.Cluster.ID, Title: title(s.Articles[s.head()], 300), Page: "c/" + s.file + "/index.html", Severity: s.Severity,
		Least: s.Cluster.Least, Mean: s.Cluster.Mean, SameEvent: s.Cluster.Same, CutLinks: s.Cluster.Cut, Slots: s.Slots, Ledgers: s.Ledgers}
	if c.Slots == nil {
		c.Slots = []similarity.Slot{}
	}
	if c.Ledgers == nil {
		c.Ledgers = []similarity.Ledger{}
	}
	if len(s.findings) > 0 && s.findings[0].Gravity > 0 {
		c.Gravity, c.Worst = s.findings[0].Gravity, spell(s.Comparison, s.findings[0], s.names).String()
	}
	return c
}

// differenceRecord is member i against its parent, without segments and
// warnings; false where it has none.
func (s *story) differenceRecord(i int) (DifferenceRecord, bool) {
	d, p := s.Edges[i], s.Cluster.Members[i].Parent
	if d == nil || p < 0 || p >= len(s.Articles) {
		return DifferenceRecord{}, false
	}
	r := DifferenceRecord{A: s.Articles[p].ID, B: s.Articles[i].ID, Page: "c/" + s.file + "/" + s.pairFile(p, i), Relation: d.Relation, Counts: d.Counts,
		Figures: d.Figures, Phrases: d.Phrases}
	if r.Figures == nil {
		r.Figures = []similarity.FigureVariant{}
	}
	if r.Phrases == nil {
		r.Phrases = []similarity.PhraseVariant{}
	}
	return r, true
}

// jsonForms is a story as JSON: for its own file, with texts and segments, and
// for report.json, without. What both have is encoded once.
type jsonForms struct {
	own, listed *bytes.Buffer
	piece       *bytes.Buffer // of one value
	rest        *bytes.Buffer // of the story without its lists
}

// encode writes v's JSON to some of the forms. less is dropped from its end.
func (f *jsonForms) encode(v any, less string, to ...*bytes.Buffer) error {
	f.piece.Reset()
	if err := json.NewEncoder(f.piece).Encode(v); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	b := bytes.TrimSuffix(f.piece.Bytes(), []byte("\n"))
	b = bytes.TrimSuffix(b, []byte(less))
	for _, t := range to {
		t.Write(b)
	}
	return nil
}

// write writes text, which is JSON, to both forms.
func (f *jsonForms) write(text string) {
	f.own.WriteString(text)
	f.listed.WriteString(text)
}

// story writes the two forms of a story. Fields stand in the order of the
// records: what one form alone has is put in where its record has it.
func (f *jsonForms) story(s *story) error {
	err := f.encode(s.record(), "", f.rest)
	f.rest.WriteByte('\n')
	// No string holds this: its quotes are escaped there.
	head, rest, _ := bytes.Cut(f.rest.Bytes(), []byte(`"versions":null,"differences":null`))
	f.write(string(head))
	f.write(`"versions":[`)
	for i, a := range s.Articles {
		if i > 0 {
			f.write(",")
		}
		err = errors.Join(err, f.encode(s.versionRecord(i), "}", f.own, f.listed))
		f.own.WriteString(`,"text":`)
		err = errors.Join(err, f.encode(&a.Text, "", f.own))
		f.write("}")
	}
	f.write(`],"differences":[`)
	first := true
	for i := range s.Articles {
		r, ok := s.differenceRecord(i)
		if !ok {
			continue
		}
		if !first {
			f.write(",")
		}
		first = false
		err = errors.Join(err, f.encode(&r, "}", f.own, f.listed))
		if d := s.Edges[i]; len(d.Segments) > 0 {
			f.own.WriteString(`,"segments":`)
			f.own.Write(appendSegments(f.own.AvailableBuffer(), d.Segments))
		}
		if d := s.Edges[i]; len(d.Warnings) > 0 {
			f.write(`,"warnings":`)
			err = errors.Join(err, f.encode(d.Warnings, "", f.own, f.listed))
		}
		f.write("}")
	}
	f.write("]")
	f.own.Write(rest)
	f.listed.Write(rest)
	return err
}

// jsonLine is v as one line of JSON.
func jsonLine(v any) ([]byte, error) {
	var b bytes.Buffer
	if err := json.NewEncoder(&b).Encode(v); err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	return b.Bytes(), nil
}

// settingsRecord fills in the defaults that similarity.Config documents.
func settingsRecord(c similarity.Config) SettingsRecord {
	r := SettingsRecord{ShingleSize: c.ShingleSize, SketchSize: similarity.SketchSize, WindowHours: c.Window.Hours(), Ways: []string{}}
	if r.ShingleSize == 0 {
		r.ShingleSize = shingle.DefaultSize
	}
	if c.Window == 0 {
		r.WindowHours = 5 * 24
	}
	ways := c.Ways
	if ways == 0 {
		ways = similarity.AllWays
	}
	for _, w := range []struct {
		way  similarity.Ways
		name string
	}{{similarity.Copies, "copies"}, {similarity.Cuts, "cuts"}, {similarity.Rewrites, "rewrites"}} {
		if ways&w.way != 0 {
			r.Ways = append(r.Ways, w.name)
		}
	}
	return r
}

// record is the settings as report.json has them.
func (s Settings) record() SettingsRecord {
	r := settingsRecord(s.Config)
	r.Terms = cmp.Or(s.Terms, similarity.DefaultRules().Version)
	return r
}

// writeJSON writes report.json from the spooled records, a line a cluster.
func (w *Writer) writeJSON() error {
	head := Report{Schema: SchemaName, Version: SchemaVersion, Title: w.settings.Title, Program: w.settings.Version,
		Inputs: append([]string{}, w.settings.Inputs...), Settings: w.settings.record(), Totals: w.totals,
		Skipped: append([]Skipped{}, w.skipped...), Warnings: append([]string{}, w.warnings...)}
	line, err := jsonLine(head)
	if err != nil {
		return err
	}
	line, _, _ = bytes.Cut(line, []byte(`"clusters":null,"alone":null}`))
	return writeFile(filepath.Join(w.work, "report.json"), func(b *bufio.Writer) error {
		b.Write(line)
		b.WriteString("\"clusters\":[")
		for i, r := range w.rows {
			b.WriteString(comma(i))
			if err := w.spools.json.copyTo(b, r.json); err != nil {
				return err
			}
		}
		b.WriteString("],\"alone\":[")
		for i, c := range w.alone {
			b.WriteString(comma(i))
			if err := w.spools.alone.copyTo(b, c); err != nil {
				return err
			}
		}
		_, err := b.WriteString("]}\n")
		return err
	})
}

func comma(i int) string {
	if i == 0 {
		return "\n"
	}
	return ","
}
