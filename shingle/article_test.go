package shingle

import (
	"strings"
	"testing"
	"unicode"

	"github.com/wirediff/wirediff/internal/token"
)

// A case's text has a block a line, with its role before a bar; blocks of one
// paragraph are joined by +. All of it is invented.
func TestParse(t *testing.T) {
	tests := []struct{ name, blocks string }{
		{"a wire story", `
			dateline|KARVANE, Sept. 3 (Newsline) - +body|A freighter ran aground off Karvane on Tuesday, the port authority said.
			body|Twelve of its crew of 20 were taken to hospital. “We heard a noise,” said Ann Roe.
			byline|(Reporting by Ann Roe in Karvane; Editing by Bo Lind)`},
		{"datelines of other houses", `
			dateline|PORT MERROW, Belmara (HNS) — +body|The ferry sank.
			body|Nobody was hurt.`},
		{"a dateline of place and dash", `
			dateline|SAN ROE DE LA MAR - +body|The ferry sank.
			body|Nobody was hurt.`},
		{"a dateline with the agency alone", `
			dateline|(Newsline) – +body|The ferry sank.`},
		{"a dateline without a dash", `
			dateline|NEW MERROW, Jan 24 (HNS) +body|The ferry sank on Friday.`},
		{"a dateline of two places, with the year", `
			dateline|KARVANE/MERROW, Nov 21, 2023 (Newsline) -- +body|The ferry sank.`},
		{"datelines in slashes", `
			dateline|KARVANE, Sept. 3, 2024 /Newsline/ -- +body|The ferry sank.`},
		{"datelines in slashes, with full stops", `
			dateline|KARVANE, September 3. /Newsline/. +body|The ferry sank.`},
		{"dashes around the agency", `
			dateline|NEW MERROW--(HARBOUR WIRE)-- +body|The ferry sank.`},
		{"a place in title case, with date and agency", `
			dateline|New Merrow, Jan 24 (HNS) +body|The ferry sank on Friday.`},
		{"a colon", `
			dateline|KARVANE: +body|The ferry sank on Friday.
			body|OWNERS: The ferry belongs to Brandt & Sons.`},
		{"capitals before a dash that are no dateline", `
			body|NASA - the space agency - said the launch was put off.
			body|FERRY sinks off Karvane, and A CHARTERED boat takes its place.
			body|PORT (the drink) - cheap or dear - is popular here.`},
		{"an outlet's page around a wire story", `
			notice|World | Saturday 19 October 2024 | 19:44 BST
			credit|Merrow Press
			byline|By Ann Roe and Bo Lind, Newsline
			notice|March 4, 2025, 6:20 a.m. ET
			notice|3 min read
			caption|PHOTO: The freighter off Karvane on Tuesday. (Handout via Newsline)
			dateline|KARVANE (Newsline) — +body|A freighter ran aground off Karvane on Tuesday.
			promo|ADVERTISEMENT
			body|Twelve of its crew were taken to hospital.
			promo|Read more: Five things to know about salt
			caption|[Map: The coast at Karvane]
			body|The owner said it would pay.
			promo|Most read in World
			promo|1. The island that sold its only traffic light
			promo|2. Snow shuts a pass
			promo|Sign up for the Morning Tide, our free newsletter.
			notice|Copyright 2025 Newsline. All rights reserved.
			notice|We use cookies to improve your visit. Accept all | Manage`},
		{"captions with a credit", `
			body|A freighter ran aground off Karvane on Tuesday, the port said.
			caption|A man looks at the freighter off Karvane, on 3 September. It carried salt. EPA-EFE/ANN ROE
			caption|The freighter Merrow in Karvane harbour in May (Image: Newsline)
			caption|The freighter at dawn. Photograph: Ann Roe/Newsline
			caption|Salt on the beach at Karvane on Tuesday. REUTERS/Bo Lind/File Photo
			body|The freighter was built in 1994 (its sister sank in 2003).`},
		{"an embedded post", `
			body|A freighter ran aground off Karvane on Tuesday, the port said.
			embed|Big waves this morning at the light
			embed|the keeper says “never seen the like. Never”
			embed|🌊🌊 pic.twitter.com/Ab1Cd2 — Karvane Light (@karvanelight) September 3, 2024
			body|Nobody was hurt.`},
		{"an embedded post whose author stands alone", `
			body|A freighter ran aground off Karvane on Tuesday, the port said.
			embed|We are safe. Thank you all.
			embed|— Karvane Light (@karvanelight) September 3, 2024
			body|Nobody was hurt.`},
		{"share buttons", `
			promo|Facebook Twitter WhatsApp Email
			notice|2 hours ago
			body|A freighter ran aground off Karvane on Tuesday, the port said.`},
		{"questions and answers at the end", `
			body|A freighter ran aground off Karvane on Tuesday, the port said.
			faq|Frequently Asked Questions
			faq|1. Where did the freighter run aground?
			faq|It ran aground off Karvane.
			faq|Was anybody hurt? Twelve people were taken to hospital.
			heading|Final Thoughts
			body|Only time will tell whether the salt can be saved from the freighter.`},
		{"takeaways are points, prose under the heading is story", `
			body|A freighter ran aground off Karvane on Tuesday, the port said.
			faq|Key Takeaways
			faq|• Twelve people were hurt
			faq|• The salt is lost
			heading|Key points
			body|The owner of the freighter, Brandt & Sons, said that it would pay for the damage.`},
		{"headings inside the body", `
			body|A freighter ran aground off Karvane on Tuesday, the port said.
			heading|Who Owns The Freighter?
			body|It belongs to Brandt & Sons of Merrow, which has three others like it.
			heading|A Long Night At The Light
			body|The keeper saw it first, and rang the port, which sent a tug to the place.`},
		{"sign-offs", `
			body|A freighter ran aground off Karvane on Tuesday, the port said.
			body|Nobody was hurt.
			credit|ks/mbd/pel`},
		{"an agency's initials behind a dash", `
			body|A freighter ran aground off Karvane on Tuesday, the port said.
			credit|- HNS`},
		{"a rule, and who helped", `
			body|A freighter ran aground off Karvane on Tuesday, the port said.
			notice|___
			credit|HNS journalist Bo Lind in Merrow contributed to this report.`},
		{"names on lines of their own", `
			byline|ANN ROE AND BO LIND
			credit|MERROW NEWS AGENCY
			body|A freighter ran aground off Karvane on Tuesday, the port said.
			byline|Ann Roe and Bo Lind in Karvane`},
		{"a sign-off in the last paragraph", `
			body|A freighter ran aground off Karvane on Tuesday, the port said.
			body|Nobody was hurt. +byline|(Reporting by Ann Roe; editing by Bo Lind)`},
		{"stamps and the page's own words", `
			notice|date 2023-11-04 Reading Time: 2 minutes
			notice|SCIENCE / 16.04.2026, 09:45
			notice|Updated 12:30 GMT
			notice|Sun 6 Oct 2024 23.40 BST
			body|A freighter ran aground off Karvane on Tuesday, the port said.
			credit|This story was originally published May 14, 2025, 2:31 PM.`},
		{"story that begins like furniture", `
			body|By Friday the port was open again.
			body|Reporting by the Karvane Mail has shown that the light was out.
			body|Copyright law is no help to the owner, the judge said.
			body|Subscribers to the port's insurance scheme lost money, and Sept. 3 was the worst day.
			body|Related to this is the question of the salt.
			body|The crew, Ann Roe and Bo Lind among them, left in May 1994.
			body|(The port was shut at the time.)
			body|“Sign up for the lifeboat,” the keeper said.
			body|The chance P(A|B), or P(A | B), is not known.
			body|He wrote to @karvanelight (see above) about it.`},
		{"a table is story", `
			body|Sales | 1,400 | 1,200
			body|Costs | 1,100 | 900
			body|Profit | 300 | 300`},
		{"one paragraph is never a name", `
			body|Ann Roe and Bo Lind`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var text strings.Builder
			var want []string
			for line := range strings.SplitSeq(strings.TrimSpace(tt.blocks), "\n") {
				if text.Len() > 0 {
					text.WriteString("\n\n")
				}
				for part := range strings.SplitSeq(strings.TrimSpace(line), "+") {
					role, words, _ := strings.Cut(part, "|")
					text.WriteString(words)
					want = append(want, role+"|"+strings.TrimSpace(words))
				}
			}
			a := Parse(Document{Text: text.String()})
			checkArticle(t, a)
			if len(a.Blocks) != len(want) {
				t.Errorf("%d blocks, want %d", len(a.Blocks), len(want))
			}
			for i := range min(len(a.Blocks), len(want)) {
				b := a.Blocks[i]
				if got := b.Role.String() + "|" + b.Of(a.Text); got != want[i] {
					t.Errorf("block %d\n got %s\nwant %s", i, got, want[i])
				}
			}
		})
	}
}

// English rules do not fire on a text in another language, whatever words it
// shares with English.
func TestParseOtherLanguages(t *testing.T) {
	text := "Copyright 2025 Newsline\n\nBy Ann Roe\n\nDer Frachter lief am Dienstag auf Grund."
	if a := Parse(Document{Text: text, Lang: "de"}); a.Blocks[0].Role != Body || a.Blocks[1].Role != Body {
		t.Errorf("roles %v and %v, want body", a.Blocks[0].Role, a.Blocks[1].Role)
	}
	if a := Parse(Document{Text: text, Lang: "en-GB"}); a.Blocks[0].Role != Notice || a.Blocks[1].Role != Byline {
		t.Errorf("roles %v and %v, want notice and byline", a.Blocks[0].Role, a.Blocks[1].Role)
	}
}

func TestParseEmpty(t *testing.T) {
	for _, text := range []string{"", " \n\t\n", "\x00\xff"} {
		if a := Parse(Document{Text: text}); len(a.Tokens)+len(a.Blocks)+len(a.Sentences)+len(a.Roles) != 0 {
			t.Errorf("%q: %d tokens, %d blocks, %d sentences", text, len(a.Tokens), len(a.Blocks), len(a.Sentences))
		}
	}
}

// checkArticle checks what Article promises: blocks in order, every token in
// a block and in a sentence of it, and nothing but white space, control and
// format characters, marks on those and broken bytes outside.
func checkArticle(t *testing.T, a *Article) {
	t.Helper()
	at, next, s := 0, 0, 0
	for i, b := range a.Blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(a.Text) {
			t.Fatalf("block %d is %v after %d in %q", i, b.Span, at, a.Text)
		}
		checkGap(t, a, at, b.Start)
		at = b.End
		for ; s < len(a.Sentences) && a.Sentences[s].Start < b.End; s++ {
			sen := a.Sentences[s]
			if sen.First != next || sen.Start < b.Start || sen.End > b.End || a.Roles[s] != b.Role {
				t.Fatalf("sentence %d, %+v with role %v, in block %+v of %q", s, sen, a.Roles[s], b, a.Text)
			}
			next = sen.Last
		}
	}
	checkGap(t, a, at, len(a.Text))
	if next != len(a.Tokens) || s != len(a.Sentences) || s != len(a.Roles) {
		t.Fatalf("%d of %d tokens and %d of %d sentences are in blocks of %q", next, len(a.Tokens), s, len(a.Sentences), a.Text)
	}
}

func checkGap(t *testing.T, a *Article, from, to int) {
	t.Helper()
	for _, r := range a.Text[from:to] {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.In(r, unicode.Cf, unicode.M) && r != unicode.ReplacementChar {
			t.Fatalf("%q between blocks of %q", a.Text[from:to], a.Text)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("KARVANE, Sept. 3 (Newsline) - A freighter sank.\n\n(Reporting by Ann Roe; Editing by Bo Lind)")
	f.Add("By Ann Roe\nUpdated 12:30 GMT\n\nFAQ\n\n1. Who? He.\n\nThe sea. EPA-EFE/ANN ROE\n\n— Ann (@ann) May 3, 2024\n\na | b")
	f.Add("(\n)\n\n/\n\n- \n\n\u00a0\u200b\n([: © # | Read more\n\nPhoto: A/B")
	f.Fuzz(func(t *testing.T, text string) {
		a := Parse(Document{Text: text})
		checkArticle(t, a)
		checkSet(t, a)
	})
}

// checkSet checks the set of an article against the sum of its parts.
func checkSet(t *testing.T, a *Article) {
	t.Helper()
	words := 0
	for i, s := range a.Sentences {
		if !a.Roles[i].Furniture() {
			for _, tok := range a.Tokens[s.First:s.Last] {
				if tok.Kind != token.Punct {
					words++
				}
			}
		}
	}
	set := NewSet(a, DefaultSize)
	if most := max(words-DefaultSize+1, min(words, 1)); len(set) > most {
		t.Fatalf("%d shingles of %d words in %q", len(set), words, a.Text)
	}
	for i := 1; i < len(set); i++ {
		if set[i-1] >= set[i] {
			t.Fatalf("the set is not ascending in %q", a.Text)
		}
	}
}
