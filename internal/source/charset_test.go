package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/unicode/norm"
)

// Invented copy, long enough for letter statistics.
const (
	germanCopy   = "Die Fähre „Möwe“ lief am Dienstag vor Brellmünde auf Grund. Über dreißig Fahrgäste wurden gerettet, hieß es. Die Behörde prüft, ob der Kapitän übermüdet war; er habe früher größere Schiffe geführt."
	polishCopy   = "Prom „Mewa” osiadł we wtorek na mieliźnie koło wyspy. Ponad trzydziestu pasażerów zostało uratowanych, poinformowała straż. Śledczy sprawdzają, czy kapitan był zmęczony. Wójt gminy zapowiedział, że łodzie będą częściej kontrolowane, a załogi – szkolone."
	russianCopy  = "Паром «Чайка» сел на мель во вторник у берегов острова. Более тридцати пассажиров были спасены, сообщили в службе спасения. Следователи проверяют, не был ли капитан утомлён. Раньше он водил более крупные суда."
	japaneseCopy = "フェリー「かもめ」は火曜日、島の沖合で座礁しました。三十人以上の乗客が救助されたと海上保安庁が発表しました。調査官は船長が疲れていなかったかどうかを調べています。"
	chineseCopy  = "渡轮“海鸥号”星期二在岛屿附近搁浅。救援部门表示，三十多名乘客获救。调查人员正在核实船长当时是否过度疲劳。此前他曾驾驶过更大的船只，港务局将公布报告。"
	koreanCopy   = "여객선 갈매기호가 화요일 섬 앞바다에서 좌초했다. 구조대는 승객 서른 명 이상이 구조되었다고 밝혔다. 조사관들은 선장이 피로했는지 확인하고 있다."
	greekCopy    = "Το πλοίο «Γλάρος» προσάραξε την Τρίτη κοντά στο νησί. Περισσότεροι από τριάντα επιβάτες διασώθηκαν, ανακοίνωσε το λιμενικό. Οι αρχές εξετάζουν αν ο πλοίαρχος ήταν κουρασμένος."
)

// TestCharsets encodes known text and holds that it is read back, as a text
// file and as a page that declares its charset.
func TestCharsets(t *testing.T) {
	cases := []struct {
		name, text string
		enc        encoding.Encoding
		declared   string // charset in a page; "" to leave the page out
		detected   bool   // a text file without a word on its charset is right, too
	}{
		{"UTF-8", russianCopy, encoding.Nop, "utf-8", true},
		{"UTF-8 with a mark", germanCopy, unicode.UTF8BOM, "iso-8859-1", true},
		{"UTF-16LE with a mark", russianCopy, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "", true},
		{"UTF-16BE with a mark", chineseCopy, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "", true},
		{"UTF-16LE", germanCopy, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "", true},
		{"UTF-16BE", polishCopy, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "", true},
		{"UTF-32LE with a mark", germanCopy, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "", true},
		{"Windows-1252", germanCopy, charmap.Windows1252, "iso-8859-1", true},
		{"ISO-8859-1", strings.NewReplacer("„", "", "“", "").Replace(germanCopy), charmap.ISO8859_1, "latin1", true},
		{"Windows-1250", polishCopy, charmap.Windows1250, "windows-1250", true},
		{"ISO-8859-2", strings.NewReplacer("„", "", "”", "", "–", "-").Replace(polishCopy), charmap.ISO8859_2, "iso-8859-2", true},
		{"ISO-8859-15", "Der Preis stieg auf 30 €.", charmap.ISO8859_15, "iso-8859-15", false},
		{"ISO-8859-7", greekCopy, charmap.ISO8859_7, "iso-8859-7", true},
		{"KOI8-R", strings.NewReplacer("«", "", "»", "").Replace(russianCopy), charmap.KOI8R, "koi8-r", true},
		{"Windows-1251", russianCopy, charmap.Windows1251, "windows-1251", true},
		{"Shift-JIS", japaneseCopy, japanese.ShiftJIS, "shift_jis", true},
		{"EUC-JP", japaneseCopy, japanese.EUCJP, "euc-jp", true},
		{"ISO-2022-JP", japaneseCopy, japanese.ISO2022JP, "iso-2022-jp", false},
		{"GB18030", chineseCopy, simplifiedchinese.GB18030, "gb18030", true},
		{"GBK declared as GB2312", chineseCopy, simplifiedchinese.GBK, "gb2312", true},
		{"Big5", "渡輪星期二在島嶼附近擱淺。救援部門表示，三十多名乘客獲救。調查人員正在核實船長當時是否過度疲勞。", traditionalchinese.Big5, "big5", true},
		{"EUC-KR", koreanCopy, korean.EUCKR, "euc-kr", true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			data, err := c.enc.NewEncoder().String(c.text)
			if err != nil {
				t.Fatal(err)
			}
			if c.detected {
				checkText(t, "a.txt", data, c.text)
			}
			if c.declared != "" {
				page := func(meta string) string {
					p, err := c.enc.NewEncoder().String("<!doctype html><html><head>" + meta + "</head><body><article><p>" + c.text + "</p></article></body></html>")
					if err != nil {
						t.Fatal(err)
					}
					return p
				}
				checkText(t, "a.html", page(`<meta charset="`+c.declared+`">`), c.text)
				checkText(t, "b.txt", page(`<meta http-equiv="Content-Type" content="text/html; charset=`+c.declared+`">`), c.text)
			}
		})
	}
}

func checkText(t *testing.T, name, data, want string) {
	t.Helper()
	records, errs := readAll(t, Config{}, write(t, map[string]string{name: data}))
	if len(errs) > 0 || len(records) != 1 {
		t.Errorf("%s: records %v, errors %v", name, records, errs)
	} else if got := records[0].Text; got != want {
		t.Errorf("%s: got  %q %v\nwant %q", name, got, records[0].Warnings, want)
	}
}

// TestCharsetsOfRecords holds that multi-byte charsets, whose bytes may look
// like quotes and backslashes, are decoded before records are parted.
func TestCharsetsOfRecords(t *testing.T) {
	for name, enc := range map[string]encoding.Encoding{
		"Shift-JIS": japanese.ShiftJIS, "GB18030": simplifiedchinese.GB18030,
		"UTF-16": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "EUC-JP": japanese.EUCJP,
	} {
		text := japaneseCopy + "表ソ能" // in Shift-JIS, these end in a backslash
		if name == "GB18030" {
			text = chineseCopy
		}
		for file, data := range map[string]string{
			"c.jsonl": `{"id":"a","text":"` + text + `"}` + "\n" + `{"id":"b","text":"` + text + `"}` + "\n",
			"c.csv":   "id,text\na,\"" + text + "\"\nb," + text + "\n",
			"c.json":  `[{"id":"a","text":"` + text + `"},{"id":"b","text":"` + text + `"}]`,
		} {
			encoded, err := enc.NewEncoder().String(data)
			if err != nil {
				t.Fatal(err)
			}
			records, errs := readAll(t, Config{}, write(t, map[string]string{file: encoded}))
			if len(errs) > 0 || len(records) != 2 || records[0].Text != text || records[1].Text != text {
				t.Errorf("%s as %s: records %v, errors %v", file, name, records, errs)
			}
		}
	}
}

func TestDamagedUTF8(t *testing.T) {
	text := strings.Replace(russianCopy, "паром", "", 1) + " caf\xe9 \xff\xfe end"
	records, _ := readAll(t, Config{}, write(t, map[string]string{"a.txt": text}))
	if len(records) != 1 || !strings.HasPrefix(records[0].Text, "Паром") || !strings.HasSuffix(records[0].Text, " caf\uFFFD \uFFFD end") {
		t.Fatalf("records %v", records)
	}
	if w := strings.Join(records[0].Warnings, ""); !strings.Contains(w, "U+FFFD") {
		t.Errorf("warnings %q", w)
	}
}

// FuzzDecode holds that any bytes become valid UTF-8 in NFC, and that the fast
// path agrees with the slow.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"abc", "caf\xe9", "e\u0301", "\u2126\u2000", "\xff\xfea\x00", germanCopy, japaneseCopy, "\xEF\xBB\xBFx", "\u0958\u212b"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, _ := decodeAll(data, "")
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) {
			t.Fatalf("%q became %q", data, got)
		}
		if isPlainNFC(data) && (!utf8.Valid(data) || !norm.NFC.IsNormal(data)) {
			t.Fatalf("%q is not plain", data)
		}
	})
}
