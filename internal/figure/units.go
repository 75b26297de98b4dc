package figure

import "strings"

// unit is a unit of measure or of time.
type unit struct {
	code  string
	kind  Kind
	words []string // the words after the first, of a unit of several
	whole bool     // stands only glued to a number or in exactly this case (m, C, F, in)
	exact string   // the case that it must have, "" any
}

// unitRows: code, then spellings; hyphens stand for spaces. A spelling that
// begins with = must stand in this case; one that begins with + only glued to
// the number.
var unitRows = []struct {
	kind  Kind
	code  string
	forms string
}{
	{Measure, "mm", "mm millimetre millimetres millimeter millimeters"},
	{Measure, "cm", "cm cms centimetre centimetres centimeter centimeters"},
	{Measure, "m", "=m metre metres meter meters mtrs"},
	{Measure, "km", "km kms kilometre kilometres kilometer kilometers klicks"},
	{Measure, "in", "inch inches +in"},
	{Measure, "ft", "foot feet ft"},
	{Measure, "yd", "yard yards yd yds"},
	{Measure, "mi", "mile miles mi"},
	{Measure, "nmi", "nmi nautical-mile nautical-miles =nm"},
	{Measure, "m2", "square-metre square-metres square-meter square-meters sq-m sq-metre sq-metres sq-meter sq-meters sqm m2"},
	{Measure, "ha", "hectare hectares ha"},
	{Measure, "km2", "square-kilometre square-kilometres square-kilometer square-kilometers square-km sq-km sq-kms sq-kilometre sq-kilometres sq-kilometer sq-kilometers sqkm km2"},
	{Measure, "ft2", "square-foot square-feet sq-ft sq-foot sq-feet sqft ft2"},
	{Measure, "yd2", "square-yard square-yards sq-yd sq-yards"},
	{Measure, "in2", "square-inch square-inches sq-in"},
	{Measure, "acre", "acre acres"},
	{Measure, "mi2", "square-mile square-miles sq-mile sq-miles sq-mi"},
	{Measure, "ml", "ml millilitre millilitres milliliter milliliters"},
	{Measure, "cl", "cl centilitre centilitres"},
	{Measure, "l", "litre litres liter liters ltr ltrs =l"},
	{Measure, "gal", "gallon gallons gal gals"},
	{Measure, "pint", "pint pints"},
	{Measure, "cm3", "cubic-centimetre cubic-centimetres cubic-centimeter cubic-centimeters cu-cm cm3 +cc"},
	{Measure, "m3", "cubic-metre cubic-metres cubic-meter cubic-meters cubic-m cu-m m3 cbm"},
	{Measure, "km3", "cubic-kilometre cubic-kilometres cubic-kilometer cubic-kilometers cubic-km cu-km km3"},
	{Measure, "ft3", "cubic-foot cubic-feet cu-ft ft3"},
	{Measure, "yd3", "cubic-yard cubic-yards"},
	{Measure, "barrel", "barrel barrels bbl bbls bpd"},
	{Measure, "bushel", "bushel bushels"},
	{Measure, "ug", "microgram micrograms ug µg μg mcg"},
	{Measure, "mg", "mg milligram milligrams"},
	{Measure, "g", "gram grams gramme grammes =g"},
	{Measure, "kg", "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"},
	{Measure, "t", "tonne tonnes ton tons metric-ton metric-tons metric-tonne metric-tonnes +t mt"},
	{Measure, "lb", "lb lbs pound pounds"},
	{Measure, "oz", "ounce ounces oz"},
	{Measure, "st", "stone +st"},
	{Measure, "carat", "carat carats"},
	{Measure, "km/h", "kph kmh kmph km/h"},
	{Measure, "mph", "mph"},
	{Measure, "kn", "knot knots kt kts"},
	{Measure, "m/s", "m/s"},
	{Measure, "degC", "degrees-celsius degree-celsius degrees-centigrade degrees-c celsius centigrade deg-c =C"},
	{Measure, "degF", "degrees-fahrenheit degree-fahrenheit degrees-f fahrenheit deg-f =F"},
	{Measure, "deg", "degree degrees deg"},
	{Measure, "K", "kelvin kelvins"},
	{Measure, "mW", "milliwatt milliwatts"},
	{Measure, "W", "watt watts =W"},
	{Measure, "kW", "kw kilowatt kilowatts"},
	{Measure, "MW", "=MW megawatt megawatts"},
	{Measure, "GW", "gw gigawatt gigawatts"},
	{Measure, "TW", "=TW terawatt terawatts"},
	{Measure, "Wh", "watt-hour watt-hours =Wh"},
	{Measure, "kWh", "kwh kilowatt-hour kilowatt-hours"},
	{Measure, "MWh", "mwh megawatt-hour megawatt-hours"},
	{Measure, "GWh", "gwh gigawatt-hour gigawatt-hours"},
	{Measure, "TWh", "twh terawatt-hour terawatt-hours"},
	{Measure, "V", "volt volts =V"},
	{Measure, "kV", "kv kilovolt kilovolts"},
	{Measure, "hp", "hp bhp horsepower"},
	{Measure, "J", "joule joules"},
	{Measure, "kJ", "kilojoules kj"},
	{Measure, "kcal", "kcal calorie calories kilocalories"},
	{Measure, "Hz", "hz hertz"},
	{Measure, "kHz", "khz kilohertz"},
	{Measure, "MHz", "mhz megahertz"},
	{Measure, "GHz", "ghz gigahertz"},
	{Measure, "B", ""},
	{Measure, "KB", "=KB kilobyte kilobytes"},
	{Measure, "MB", "=MB megabyte megabytes"},
	{Measure, "GB", "=GB gigabyte gigabytes"},
	{Measure, "TB", "=TB terabyte terabytes"},
	{Measure, "Mbps", "mbps megabits"},
	{Measure, "Gbps", "gbps gigabits"},
	{Measure, "dB", "db decibel decibels"},
	{Measure, "hPa", "hpa hectopascals millibar millibars mb"},
	{Measure, "psi", "psi"},
	{Measure, "ly", "light-year light-years"},
	{Duration, "nanosecond", "nanosecond nanoseconds"},
	{Duration, "microsecond", "microsecond microseconds"},
	{Duration, "millisecond", "millisecond milliseconds"},
	{Duration, "second", "second seconds sec secs +s"},
	{Duration, "minute", "minute minutes min mins"},
	{Duration, "hour", "hour hours hr hrs +h"},
	{Duration, "day", "day days"},
	{Duration, "week", "week weeks wk wks"},
	{Duration, "fortnight", "fortnight fortnights"},
	{Duration, "month", "month months mth mths"},
	{Duration, "quarter", "quarters"},
	{Duration, "year", "year years yr yrs"},
	{Duration, "decade", "decade decades"},
	{Duration, "century", "centuries"},
	{Percent, "percent", "percent pct pc per-cent p.c"},
	{Point, "percentage point", "percentage-point percentage-points percent-point percent-points pct-point pct-points percentage-pt percentage-pts ppt ppts pp"},
	{Point, "basis point", "basis-point basis-points bp bps"},
	{Point, "point", "point points pt pts"},
}

// smaller gives, for units of one figure (6ft 2in, three hours and 12
// minutes), how many of the second make one of the first.
var smaller = map[[2]string]uint64{
	{"year", "month"}: 12, {"year", "week"}: 52, {"year", "day"}: 365, {"month", "day"}: 30, {"month", "week"}: 4, {"week", "day"}: 7, {"day", "hour"}: 24, {"day", "minute"}: 1440, {"hour", "minute"}: 60, {"hour", "second"}: 3600, {"minute", "second"}: 60,
	{"ft", "in"}: 12, {"yd", "ft"}: 3, {"mi", "yd"}: 1760, {"lb", "oz"}: 16, {"st", "lb"}: 14,
	{"m", "cm"}: 100, {"m", "mm"}: 1000, {"km", "m"}: 1000, {"kg", "g"}: 1000, {"cm", "mm"}: 10,
}

func addUnits(m lexMap) {
	for _, row := range unitRows {
		for _, f := range strings.Fields(row.forms) {
			u := &unit{code: row.code, kind: row.kind}
			switch f[0] {
			case '=':
				f = f[1:]
				u.exact = f
			case '+':
				f = f[1:]
				u.whole = true
			}
			words := strings.Split(strings.ToLower(f), "-")
			w := m.get(words[0])
			if len(words) == 1 {
				// m (metre) and M, C (Celsius) and c: the first row keeps the word
				if w.unit == nil {
					w.unit = u
				}
				continue
			}
			u.words = words[1:]
			for _, s := range u.words {
				m.get(s)
			}
			w.units = append(w.units, u)
		}
	}
	m.mark("sq cu", fDot)
	m.mark("tall high long deep wide thick tall away apart above below offshore inland", fHeight)
}
