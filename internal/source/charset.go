package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/unicode/norm"
)

// utf8Name is the charset that needs no conversion.
const utf8Name = "utf-8"

// guess is what is known of the charset of a file.
type guess struct {
	name string            // as the WHATWG Encoding Standard names it
	enc  encoding.Encoding // nil for UTF-8
	wide bool              // the bytes of ASCII characters may mean something else
	why  string            // "" where nothing is in doubt
}

var utf8Guess = guess{name: utf8Name}

var boms = []struct {
	mark string
	g    guess
}{
	{"\xEF\xBB\xBF", utf8Guess},
	{"\x00\x00\xFE\xFF", guess{name: "utf-32be", enc: utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), wide: true}},
	{"\xFF\xFE\x00\x00", guess{name: "utf-32le", enc: utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), wide: true}},
	{"\xFF\xFE", guess{name: "utf-16le", enc: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), wide: true}},
	{"\xFE\xFF", guess{name: "utf-16be", enc: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), wide: true}},
}

// guessCharset finds the charset of text from its head: byte order mark, the
// pattern of zeros that UTF-16 has, valid UTF-8, the declared charset, and
// last the detector of ICU. Bytes that are nearly all valid UTF-8 are UTF-8
// with damage: a guess at another charset would garble the rest.
func guessCharset(head []byte, declared string) guess {
	for _, b := range boms {
		if bytes.HasPrefix(head, []byte(b.mark)) {
			return b.g
		}
	}
	if g, ok := utf16Pattern(head); ok {
		return g
	}
	good, bad := utf8Runs(head)
	if bad == 0 {
		if g, ok := lookup(declared); ok && g.name == "iso-2022-jp" && bytes.IndexByte(head, 0x1B) >= 0 {
			return g // seven-bit
		}
		return utf8Guess
	}
	// Two-byte charsets give a valid sequence by chance for one in six bad
	// ones, one-byte charsets far less.
	if good >= 2*bad {
		g := utf8Guess
		g.why = "invalid UTF-8; the bad bytes were replaced by U+FFFD"
		return g
	}
	if g, ok := lookup(declared); ok && g.enc != nil {
		return g
	}
	return detect(head)
}

// utf16Pattern finds UTF-16 without a mark: European text in it has a zero as
// every second byte.
func utf16Pattern(head []byte) (guess, bool) {
	if len(head) < 8 {
		return guess{}, false
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case zeros[1] > half*2/5 && zeros[0] < half/20:
		return boms[3].g, true
	case zeros[0] > half*2/5 && zeros[1] < half/20:
		return boms[4].g, true
	}
	return guess{}, false
}

// utf8Runs counts the valid sequences of two and more bytes, and the bytes
// that are no UTF-8.
func utf8Runs(b []byte) (good, bad int) {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if r != utf8.RuneError || size > 1 {
			good++
		} else {
			bad++
		}
		i += size
	}
	return good, bad
}

// lookup finds a charset by any of the names that the web uses.
func lookup(name string) (guess, bool) {
	if name == "" {
		return guess{}, false
	}
	enc, canonical := charset.Lookup(strings.TrimSpace(name))
	if enc == nil || canonical == "replacement" {
		return guess{}, false
	}
	switch canonical {
	case utf8Name:
		return utf8Guess, true
	case "utf-16le", "utf-16be":
		// Declared in ASCII bytes, it cannot be true.
		return guess{}, false
	case "shift_jis", "gbk", "gb18030", "big5", "iso-2022-jp":
		return guess{name: canonical, enc: enc, wide: true}, true
	}
	return guess{name: canonical, enc: enc}, true
}

// detect asks the ICU detector. It needs some dozen letters beyond ASCII;
// with fewer, Windows-1252 is by far the most frequent in news.
func detect(b []byte) guess {
	const enough = 64 << 10 // letter statistics settle long before
	if len(b) > enough {
		b = b[:enough]
	}
	best := chardet.Result{Charset: "windows-1252"}
	if all, err := chardet.NewTextDetector().DetectAll(b); err == nil {
		for _, r := range all {
			// DetectAll leaves ties in the order of goroutines.
			if r.Confidence > best.Confidence || r.Confidence == best.Confidence && r.Charset < best.Charset {
				if _, ok := lookup(icuName(r.Charset)); ok {
					best = r
				}
			}
		}
	}
	const least = 20 // below it, ICU's one-byte guesses are noise
	if best.Confidence < least {
		best.Charset = "windows-1252"
	}
	switch best.Language {
	case "pl", "cs", "hu", "ro":
		// The detector recognises these by ISO-8859-2, and names the charset
		// windows-1252 for all of Latin where there are bytes from 0x80 to
		// 0x9F. Central Europe's charset with letters there is Windows-1250.
		if best.Charset = "ISO-8859-2"; hasC1(b) {
			best.Charset = "windows-1250"
		}
	}
	g, ok := lookup(icuName(best.Charset))
	if !ok || g.enc == nil {
		g, _ = lookup("windows-1252")
	}
	g.why = fmt.Sprintf("no UTF-8 and no charset declared; read as %s", g.name)
	return g
}

func hasC1(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 && c <= 0x9F {
			return true
		}
	}
	return false
}

// icuName maps the names of ICU that the web standard does not know.
func icuName(name string) string {
	switch name {
	case "GB-18030":
		return "gb18030"
	case "ISO-8859-8-I":
		return "iso-8859-8"
	}
	return name
}

// decode gives b as valid UTF-8 in NFC. A byte order mark is dropped.
func (g guess) decode(b []byte) string {
	if g.enc != nil {
		if out, err := g.enc.NewDecoder().Bytes(b); err == nil {
			b = out
		}
	}
	b = bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF"))
	return toNFC(b)
}

// decodeAll guesses the charset of a whole text and decodes it.
func decodeAll(b []byte, declared string) (string, guess) {
	g := guessCharset(b, declared)
	return g.decode(b), g
}

// toNFC makes b valid UTF-8 in Normalization Form C. Bytes that are no UTF-8
// become U+FFFD, each run of them one.
func toNFC(b []byte) string {
	if isPlainNFC(b) {
		return string(b)
	}
	if !utf8.Valid(b) {
		b = bytes.ToValidUTF8(b, []byte("\uFFFD"))
	}
	if norm.NFC.IsNormal(b) {
		return string(b)
	}
	return string(norm.NFC.Bytes(b))
}

// isPlainNFC reports that b holds only characters below U+0300 and
// punctuation from U+2002 to U+203F, in valid UTF-8. None of them changes
// under NFC, and they are nearly all that English news has.
func isPlainNFC(b []byte) bool {
	for i := 0; i < len(b); {
		for i+8 <= len(b) {
			w := binary.LittleEndian.Uint64(b[i:]) & 0x8080808080808080
			if w != 0 {
				i += bits.TrailingZeros64(w) / 8
				break
			}
			i += 8
		}
		if i == len(b) {
			return true
		}
		c := b[i]
		switch {
		case c < utf8.RuneSelf:
			i++
		case c >= 0xC2 && c < 0xCC && i+1 < len(b) && b[i+1]&0xC0 == 0x80:
			i += 2
		case c == 0xE2 && i+2 < len(b) && b[i+1] == 0x80 && b[i+2] >= 0x82 && b[i+2] <= 0xBF:
			i += 3
		default:
			return false
		}
	}
	return true
}
