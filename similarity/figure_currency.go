package similarity

import (
	"strconv"
	"strings"
)

// dollars are the currencies that copy at home calls a plain dollar: an
// outlet that drops the A of A$ has restyled the sum.
var dollars = wordSet("USD AUD CAD NZD SGD HKD TWD JMD BBD BZD FJD NAD XCD TTD LRD GYD")

// ratesByCurrency are the least and the most US dollars that a unit of a
// currency was worth since the middle of the 1980s, rounded outward, for
// telling a conversion from a slip of a thousand. They are no rates to
// convert by.
var ratesByCurrency = parseRates(`
USD 1 1
EUR 0.8 1.7
GBP 1 2.2
JPY 0.004 0.014
CNY 0.1 0.4
INR 0.01 0.1
AUD 0.45 1.15
CAD 0.6 1.1
NZD 0.35 0.9
CHF 0.4 1.4
SEK 0.08 0.2
NOK 0.08 0.2
DKK 0.08 0.22
SGD 0.4 0.85
HKD 0.12 0.14
KRW 0.0005 0.0016
TWD 0.02 0.04
THB 0.015 0.045
MYR 0.2 0.42
PHP 0.015 0.06
IDR 0.00005 0.001
BRL 0.15 1.2
MXN 0.04 0.4
ARS 0.0005 1.1
CLP 0.001 0.005
COP 0.0002 0.005
PEN 0.2 0.7
ZAR 0.05 0.5
NGN 0.0005 0.2
KES 0.006 0.07
EGP 0.015 0.8
TRY 0.02 1
RUB 0.008 0.2
UAH 0.02 0.6
PLN 0.2 0.5
CZK 0.025 0.065
HUF 0.0022 0.02
RON 0.2 0.5
ILS 0.2 0.7
SAR 0.26 0.28
AED 0.27 0.28
PKR 0.003 0.06
BDT 0.008 0.03
LKR 0.0025 0.035
VND 0.00003 0.0001
DEM 0.3 0.75
FRF 0.1 0.21
ITL 0.0004 0.001
ESP 0.005 0.011
NLG 0.3 0.65
BEF 0.015 0.036
`)

func parseRates(table string) map[string][2]float64 {
	out := map[string][2]float64{}
	for line := range strings.Lines(table) {
		f := strings.Fields(line)
		if len(f) != 3 {
			continue
		}
		lo, errLo := strconv.ParseFloat(f[1], 64)
		hi, errHi := strconv.ParseFloat(f[2], 64)
		if errLo == nil && errHi == nil {
			out[f[0]] = [2]float64{lo, hi}
		}
	}
	return out
}

// plausibleRate reports whether two sums in two currencies may be one sum
// converted: the rate between them is one that was seen. A currency that is
// not known is taken at any rate from a ten-thousandth to ten thousand.
func plausibleRate(a, b *mention) bool {
	if !a.numeric || !b.numeric || a.approx <= 0 || b.approx <= 0 {
		return false
	}
	if dollars[a.fig.Unit] && dollars[b.fig.Unit] && a.fig.Lo == b.fig.Lo {
		return true
	}
	ra, okA := ratesByCurrency[a.fig.Unit]
	rb, okB := ratesByCurrency[b.fig.Unit]
	rate := b.approx / a.approx // units of b for one of a
	if !okA || !okB {
		return rate > 1e-4 && rate < 1e4
	}
	return rate >= ra[0]/rb[1]*0.9 && rate <= ra[1]/rb[0]*1.1
}
