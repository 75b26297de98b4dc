package shingle

import "strings"

// opening is a rule of the tables: a paragraph whose normal form begins with
// words, holds with and ends with to, and has at most so many words, has the
// role. The rules are English; each needs English words to fire.
type opening struct {
	words    []string
	with, to []byte
	most     int
	role     Role
}

// anywhere is a rule for a phrase anywhere in a paragraph.
type anywhere struct {
	words []string
	most  int
	role  Role
}

// openings are the rules by their first token.
var openings = func() map[string][]opening {
	table := map[string][]opening{}
	for _, group := range openingRows {
		for row := range strings.SplitSeq(group.rows, "\n") {
			row = strings.TrimLeft(row, "\t ")
			if row == "" {
				continue
			}
			r := opening{most: group.most, role: group.role}
			row, to, _ := strings.Cut(row, " $ ")
			row, with, _ := strings.Cut(row, " … ")
			r.with, r.to = []byte(with), []byte(to)
			r.words = strings.Fields(row)
			table[r.words[0]] = append(table[r.words[0]], r)
		}
	}
	return table
}()

// anywheres are phrases that make furniture of a short paragraph wherever they
// stand in it, because no story says them of itself. The word in capitals is
// the phrase's trigger: its rarest.
var anywheres = func() map[string][]anywhere {
	table := map[string][]anywhere{}
	for _, group := range []struct {
		role Role
		most int
		rows string
	}{
		{Promo, anywhereWords, "to your INBOX|in your INBOX|your EMAIL address|small FAVOUR to ask|small FAVOR to ask|UNSUBSCRIBE any time|UNSUBSCRIBE at any|SUBSCRIBE now|SUBSCRIBE : #|FOLLOW us on|our NEWSLETTER|our NEWSLETTERS|UNLIMITED digital access|push NOTIFICATIONS|continues below ADVERTISEMENT|view COMMENTS|share : FACEBOOK|share : TWITTER|share : x - COPY|article CONTINUES below|on our TELEGRAM channel"},
		{Notice, anywhereWords, "all rights RESERVED|may not be published , BROADCAST|uses COOKIES|use COOKIES|COOKIE policy|accept all COOKIES|from a SYNDICATED feed|reproduced without PERMISSION|republished without PERMISSION"},
		{Credit, 30, "CONTRIBUTED to this report|CONTRIBUTED to this story|CONTRIBUTED to this article|CONTRIBUTED reporting|CONTRIBUTED to reporting|WROTE this story"},
		{Embed, anywhereWords, "VIEW this post on|a post SHARED by|EMBEDDED post from|this content is HOSTED by|view on INSTAGRAM"},
		{Caption, anywhereWords, "( IMAGE :|( PHOTO :|( PICTURE :|( PHOTOGRAPH :"},
	} {
		for words := range strings.SplitSeq(group.rows, "|") {
			r := anywhere{strings.Fields(strings.ToLower(words)), group.most, group.role}
			for w := range strings.FieldsSeq(words) {
				if len(w) > 1 && w[0] >= 'A' && w[0] <= 'Z' {
					table[strings.ToLower(w)] = append(table[strings.ToLower(w)], r)
				}
			}
		}
	}
	return table
}()

// anywhereWords is the longest paragraph that is searched for them.
const anywhereWords = 45

// buttonWords are what share buttons say.
var buttonWords = words(`facebook twitter x whatsapp email e-mail print copy link linkedin reddit telegram share tweet pinterest save flipboard threads bluesky instagram messenger on via this article story post mail sms pocket`)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// foldWord is a word in lower case.
func foldWord(s string) string { return strings.ToLower(s) }
