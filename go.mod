module github.com/wirediff/wirediff

go 1.26.0

require (
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/spaolacci/murmur3 v1.1.0
)
