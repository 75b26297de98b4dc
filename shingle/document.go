package shingle

import (
	"time"

	"github.com/wirediff/wirediff/internal/token"
)

// Document is one article, as it came from its source. Text is UTF-8, in
// Normalization Form C; every byte offset in this module's results is an
// offset into Text (or into Title, where a result says so).
type Document struct {
	ID        string    `json:"id"`
	Title     string    `json:"title,omitempty"`
	Text      string    `json:"text,omitempty"`
	Outlet    string    `json:"outlet,omitempty"`
	Published time.Time `json:"published,omitzero"`
	URL       string    `json:"url,omitempty"`
	Byline    string    `json:"byline,omitempty"`
	Lang      string    `json:"lang,omitempty"` // BCP 47; "" where unknown

	// What the sender says of the version beside its text.
	Note     string   `json:"note,omitempty"`     // to editors: "Corrects spelling in paragraph 3"
	Signal   string   `json:"signal,omitempty"`   // update, correction, …
	Previous []string `json:"previous,omitempty"` // ids of the versions that it replaces
}

// The text types, whose machinery is in internal/token.
type (
	// Token is a word, number or mark as a span of bytes.
	Token = token.Token
	// Span is a half-open range of bytes.
	Span = token.Span
	// Sentence is a span of bytes and its range of tokens.
	Sentence = token.Sentence
)

// Role says what part a block of an article's text plays.
type Role uint8

// The roles. All but Body and Heading are page furniture: they are kept apart,
// neither joining two stories nor counting as a difference in one.
const (
	Body     Role = iota // the story itself
	Heading              // a heading inside the body
	Dateline             // KARVANE, Sept. 3 (Newsline) -
	Byline               // By Ann Roe, Newsline; (Reporting by …; Editing by …)
	Credit               // agency and desk credit, sign-offs
	Caption              // photo caption and photo credit
	Embed                // an embedded post, with its author and links
	Promo                // newsletter plug, 'read more', related links, share buttons
	Notice               // cookie notice, copyright line, reading time, time stamp
	FAQ                  // questions and answers or key takeaways that repeat the story
)

// String names the role as reports and JSON do: "body", "dateline", ….
func (r Role) String() string {
	return [...]string{"body", "heading", "dateline", "byline", "credit", "caption", "embed", "promo", "notice", "faq"}[r]
}

// Furniture reports whether blocks of the role are kept apart from the story.
func (r Role) Furniture() bool { return r > Heading }

// Block is a stretch of text with one role: a paragraph, or the part of one
// (a dateline before the first sentence).
type Block struct {
	Span
	Role Role
}

// Article is a document taken apart: tokens, blocks and sentences, all as
// spans of Document.Text. Make one with Parse; it is not changed afterwards
// and may be shared between goroutines.
type Article struct {
	Document
	Tokens    []Token
	Blocks    []Block    // in order, without overlap; white space between blocks belongs to none
	Sentences []Sentence // in order; a sentence never crosses a block
	Roles     []Role     // Roles[i] is the role of Sentences[i]'s block
}
