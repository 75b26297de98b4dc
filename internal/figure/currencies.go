package figure

import "strings"

// currencyRow is one currency: its code, the word that its name ends in, and
// the words that tell its country (hyphens stand for spaces).
type currencyRow struct{ code, word, cues string }

// currencyRows hold the currencies of the world by name. The first row of a
// word that has no cues is its default; a word without default has no code
// until a country is in sight.
var currencyRows = []currencyRow{
	{"USD", "dollar dollars dlr dlrs buck bucks greenback greenbacks", ""},
	{"USD", "dollar dollars dlr dlrs", "us u.s american united-states"},
	{"AUD", "dollar dollars dlr dlrs", "australia australian aussie canberra sydney melbourne"},
	{"CAD", "dollar dollars dlr dlrs", "canada canadian ottawa toronto"},
	{"NZD", "dollar dollars dlr dlrs", "new-zealand nz wellington auckland"},
	{"HKD", "dollar dollars dlr dlrs", "hong-kong hk"},
	{"SGD", "dollar dollars dlr dlrs", "singapore singaporean"},
	{"TWD", "dollar dollars dlr dlrs", "taiwan taiwanese new-taiwan taipei"},
	{"JMD", "dollar dollars", "jamaica jamaican"},
	{"TTD", "dollar dollars", "trinidad trinidadian"},
	{"BBD", "dollar dollars", "barbados barbadian"},
	{"FJD", "dollar dollars", "fiji fijian"},
	{"ZWL", "dollar dollars", "zimbabwe zimbabwean"},
	{"NAD", "dollar dollars", "namibia namibian"},
	{"LRD", "dollar dollars", "liberia liberian"},
	{"BND", "dollar dollars", "brunei bruneian"},
	{"BSD", "dollar dollars", "bahamas bahamian"},
	{"GYD", "dollar dollars", "guyana guyanese"},
	{"XCD", "dollar dollars", "east-caribbean eastern-caribbean"},
	{"EUR", "euro euros", ""},
	{"GBP", "pound pounds sterling stg quid", ""},
	{"GBP", "pound pounds", "british britain uk sterling london"},
	{"EGP", "pound pounds", "egypt egyptian cairo"},
	{"LBP", "pound pounds lira liras", "lebanon lebanese beirut"},
	{"SYP", "pound pounds", "syria syrian damascus"},
	{"SDG", "pound pounds", "sudan sudanese khartoum"},
	{"SSP", "pound pounds", "south-sudan south-sudanese"},
	{"IEP", "pound pounds punt punts", "irish ireland"},
	{"CYP", "pound pounds", "cyprus cypriot"},
	{"JPY", "yen", ""},
	{"CNY", "yuan renminbi rmb", ""},
	{"KRW", "won", ""},
	{"KPW", "won", "north-korea north-korean"},
	{"RUB", "rouble roubles ruble rubles", ""},
	{"BYN", "rouble roubles ruble rubles", "belarus belarusian"},
	{"INR", "rupee rupees rs re", "india indian delhi new-delhi mumbai bombay kolkata chennai bengaluru bangalore hyderabad"},
	{"PKR", "rupee rupees rs", "pakistan pakistani islamabad karachi lahore peshawar"},
	{"LKR", "rupee rupees rs", "sri-lanka sri-lankan colombo"},
	{"NPR", "rupee rupees rs", "nepal nepali nepalese nepalis kathmandu"},
	{"MUR", "rupee rupees rs", "mauritius mauritian"},
	{"SCR", "rupee rupees", "seychelles seychellois"},
	{"IDR", "rupiah rupiahs rp", ""},
	{"ZAR", "rand rands", ""},
	{"CHF", "franc francs", "swiss switzerland zurich geneva"},
	{"XOF", "franc francs", "cfa west-african senegal senegalese mali malian ivorian ivory-coast benin togo niger burkina-faso"},
	{"XAF", "franc francs", "central-african cameroon cameroonian gabon gabonese chad chadian"},
	{"FRF", "franc francs", "french france paris"},
	{"BEF", "franc francs", "belgian belgium brussels"},
	{"LUF", "franc francs", "luxembourg"},
	{"CDF", "franc francs", "congolese congo"},
	{"RWF", "franc francs", "rwanda rwandan kigali"},
	{"BIF", "franc francs", "burundi burundian"},
	{"GNF", "franc francs", "guinea guinean"},
	{"DJF", "franc francs", "djibouti djiboutian"},
	{"MGA", "ariary", ""},
	{"SEK", "crown crowns krona kronor", "sweden swedish stockholm gothenburg malmo"},
	{"SEK", "kronor", ""},
	{"NOK", "crown crowns krone kroner", "norway norwegian oslo"},
	{"DKK", "crown crowns krone kroner", "denmark danish copenhagen"},
	{"CZK", "crown crowns koruna korunas", "czech czechia prague"},
	{"CZK", "koruna korunas", ""},
	{"ISK", "crown crowns krona kronur", "iceland icelandic reykjavik"},
	{"ISK", "kronur", ""},
	{"MXN", "peso pesos", "mexico mexican mexico-city guadalajara monterrey"},
	{"PHP", "peso pesos", "philippines philippine filipino manila cebu davao"},
	{"ARS", "peso pesos", "argentina argentine argentinian buenos-aires"},
	{"CLP", "peso pesos", "chile chilean santiago"},
	{"COP", "peso pesos", "colombia colombian bogota"},
	{"CUP", "peso pesos", "cuba cuban havana"},
	{"UYU", "peso pesos", "uruguay uruguayan montevideo"},
	{"DOP", "peso pesos", "dominican dominican-republic"},
	{"BOB", "boliviano bolivianos", ""},
	{"BRL", "real reais reals", ""},
	{"TRY", "lira liras", ""},
	{"TRY", "lira liras", "turkish turkey ankara istanbul"},
	{"SYP", "lira liras", "syrian syria"},
	{"ITL", "lire lira", "italian italy rome"},
	{"ITL", "lire", ""},
	{"IRR", "rial rials riyal riyals toman tomans", "iran iranian tehran"},
	{"OMR", "rial rials riyal riyals", "oman omani muscat"},
	{"YER", "rial rials riyal riyals", "yemen yemeni sanaa"},
	{"QAR", "riyal riyals rial rials", "qatar qatari doha"},
	{"SAR", "riyal riyals rial rials", "saudi saudi-arabia saudi-arabian riyadh"},
	{"KHR", "riel riels", ""},
	{"KWD", "dinar dinars", "kuwait kuwaiti"},
	{"JOD", "dinar dinars", "jordan jordanian amman"},
	{"IQD", "dinar dinars", "iraq iraqi baghdad"},
	{"BHD", "dinar dinars", "bahrain bahraini manama"},
	{"TND", "dinar dinars", "tunisia tunisian tunis"},
	{"DZD", "dinar dinars", "algeria algerian algiers"},
	{"LYD", "dinar dinars", "libya libyan tripoli"},
	{"RSD", "dinar dinars", "serbia serbian belgrade"},
	{"MKD", "denar denars", ""},
	{"AED", "dirham dirhams dhs", "uae u.a.e emirati emirates united-arab-emirates dubai abu-dhabi"},
	{"MAD", "dirham dirhams", "morocco moroccan rabat"},
	{"ILS", "shekel shekels", ""},
	{"THB", "baht", ""},
	{"MYR", "ringgit", ""},
	{"VND", "dong", ""},
	{"NGN", "naira", ""},
	{"GHS", "cedi cedis", ""},
	{"KES", "shilling shillings", "kenya kenyan nairobi"},
	{"TZS", "shilling shillings", "tanzania tanzanian"},
	{"UGX", "shilling shillings", "uganda ugandan kampala"},
	{"SOS", "shilling shillings", "somalia somali mogadishu"},
	{"ATS", "schilling schillings", ""},
	{"PLN", "zloty zlotys zloties", ""},
	{"HUF", "forint forints", ""},
	{"BGN", "lev leva levs", ""},
	{"RON", "leu lei", ""},
	{"MDL", "leu lei", "moldova moldovan"},
	{"UAH", "hryvnia hryvnias hryvna", ""},
	{"KZT", "tenge", ""},
	{"UZS", "soum soums sum sums", "uzbek uzbekistan"},
	{"KGS", "som soms", "kyrgyz kyrgyzstan"},
	{"AZN", "manat manats", "azerbaijan azerbaijani azeri baku"},
	{"TMT", "manat manats", "turkmenistan turkmen"},
	{"GEL", "lari laris", ""},
	{"AMD", "dram drams", ""},
	{"BDT", "taka takas", ""},
	{"MMK", "kyat kyats", ""},
	{"LAK", "kip", ""},
	{"MNT", "tugrik tugriks togrog", ""},
	{"AFN", "afghani afghanis", ""},
	{"ETB", "birr", ""},
	{"ERN", "nakfa", ""},
	{"ZMW", "kwacha", "zambia zambian lusaka"},
	{"MWK", "kwacha", "malawi malawian"},
	{"AOA", "kwanza kwanzas", ""},
	{"BWP", "pula", ""},
	{"MZN", "metical meticais", ""},
	{"GMD", "dalasi dalasis", ""},
	{"SLE", "leone leones", ""},
	{"MVR", "rufiyaa", ""},
	{"PGK", "kina", ""},
	{"PYG", "guarani guaranies guaranis", ""},
	{"PEN", "sol soles", "peru peruvian lima"},
	{"PEN", "soles", ""},
	{"VES", "bolivar bolivars bolivares", ""},
	{"GTQ", "quetzal quetzals quetzales", ""},
	{"HNL", "lempira lempiras", ""},
	{"NIO", "cordoba cordobas", ""},
	{"CRC", "colon colones", ""},
	{"PAB", "balboa balboas", ""},
	{"HTG", "gourde gourdes", ""},
	{"ALL", "lek leke", ""},
	{"HRK", "kuna kunas", ""},
	{"BAM", "marka", ""},
	{"DEM", "mark marks", ""},
	{"FIM", "markka markkas", ""},
	{"NLG", "guilder guilders", ""},
	{"ESP", "peseta pesetas", ""},
	{"PTE", "escudo escudos", ""},
	{"GRD", "drachma drachmas", ""},
	{"XEU", "ecu ecus", ""},
	{"XDR", "sdr sdrs", ""},
	{"ARA", "austral australs", ""},
	{"BRC", "cruzado cruzados", ""},
	{"PEI", "inti intis", ""},
}

// minorRows are the hundredth parts, with the code that each has by default.
var minorRows = []struct{ words, code string }{
	{"cent cents ct cts c", "USD"},
	{"pence penny pennies p", "GBP"},
	{"paise paisa", "INR"},
	{"sen", "MYR"},
	{"kopeck kopecks kopek kopeks", "RUB"},
	{"centavo centavos", ""},
	{"centime centimes rappen", ""},
	{"pfennig pfennigs", "DEM"},
	{"ore öre øre", ""},
}

// currencySigns are the signs and short forms before (or behind) an amount.
var currencySigns = map[string]string{
	"$": "USD", "us$": "USD", "u.s.$": "USD", "a$": "AUD", "au$": "AUD", "aus$": "AUD", "c$": "CAD", "ca$": "CAD", "can$": "CAD", "cad$": "CAD",
	"nz$": "NZD", "hk$": "HKD", "s$": "SGD", "sg$": "SGD", "nt$": "TWD", "r$": "BRL", "mx$": "MXN", "j$": "JMD", "tt$": "TTD", "bds$": "BBD", "fj$": "FJD", "n$": "NAD", "z$": "ZWL", "ar$": "ARS", "mex$": "MXN", "col$": "COP",
	"£": "GBP", "e£": "EGP", "€": "EUR", "¥": "JPY", "￥": "JPY", "cn¥": "CNY", "rmb¥": "CNY", "₹": "INR", "₨": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₦": "NGN", "₱": "PHP", "₫": "VND", "฿": "THB", "₴": "UAH", "₸": "KZT", "₵": "GHS", "₡": "CRC", "₲": "PYG", "₭": "LAK", "₮": "MNT", "₾": "GEL", "₼": "AZN", "৳": "BDT", "₿": "XBT", "¢": "USD",
	"rs": "INR", "re": "INR", "rp": "IDR", "rm": "MYR", "rmb": "CNY", "r": "ZAR", "kr": "", "skr": "SEK", "nkr": "NOK", "dkr": "DKK", "sfr": "CHF", "fr": "CHF", "dm": "DEM", "tk": "BDT", "p": "PHP", "php": "PHP", "ksh": "KES", "ush": "UGX", "tsh": "TZS", "shs": "KES", "dh": "AED", "dhs": "AED", "ghc": "GHS", "gh¢": "GHS", "gh₵": "GHS", "le": "SLE", "zł": "PLN", "kč": "CZK", "ft": "HUF", "q": "GTQ", "s/": "PEN", "bs": "BOB", "nis": "ILS", "euro": "EUR", "stg": "GBP",
}

// isoCodes are the ISO 4217 codes that stand before or behind an amount.
const isoCodes = `USD EUR GBP JPY CNY CHF AUD CAD NZD HKD SGD TWD SEK NOK DKK ISK CZK PLN HUF RON BGN RUB UAH TRY ILS AED SAR QAR KWD BHD OMR JOD LBP EGP MAD TND DZD ZAR NGN GHS KES UGX TZS ETB XOF XAF INR PKR LKR NPR BDT MMK THB VND IDR MYR PHP KRW MXN BRL ARS CLP COP PEN UYU BOB PYG VES CRC GTQ DOP JMD TTD KZT UZS GEL AMD AZN BYN RSD MKD ALL BAM MDL IRR IQD SYP YER AFN LYD RWF ZMW BWP NAD MZN AOA MUR XCD BBD BMD FJD PGK CNH DEM FRF ITL ESP`

// currencyWord is a name of money: rupees, dlrs, €. cues tell its country.
type currencyWord struct {
	code  string // by default; "" where a country must be in sight
	minor bool
	byCue map[string]string // cue → code
	group string            // one for the forms of a name: dollar, dollars
}

// cue is a phrase that tells a country.
type cue struct {
	words []string
	name  string
}

func addCurrencies(m lexMap) {
	cues := map[string]bool{}
	for _, row := range currencyRows {
		forms := strings.Fields(row.word)
		for _, s := range forms {
			w := m.get(s)
			if w.cur == nil {
				w.cur = &currencyWord{byCue: map[string]string{}, group: forms[0]}
			}
			if row.cues == "" {
				w.cur.code = row.code
			}
			for _, c := range strings.Fields(row.cues) {
				c = strings.ReplaceAll(c, "-", " ")
				w.cur.byCue[c] = row.code
				if !cues[c] {
					cues[c] = true
					words := strings.Fields(c)
					for _, part := range words {
						m.get(part).flags |= fCue
					}
					first := m.get(words[0])
					first.cues = append(first.cues, &cue{words, c})
				}
			}
		}
	}
	for _, row := range minorRows {
		for _, s := range strings.Fields(row.words) {
			m.get(s).sub = &currencyWord{code: row.code, minor: true}
		}
	}
	for _, code := range strings.Fields(isoCodes) {
		m.get(strings.ToLower(code))
	}
	for s := range currencySigns {
		m.get(s)
	}
	m.get("rs").flags |= fDot
}

var isoSet = func() map[string]bool {
	set := map[string]bool{}
	for _, c := range strings.Fields(isoCodes) {
		set[c] = true
	}
	return set
}()
