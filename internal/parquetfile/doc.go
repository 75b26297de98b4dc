// Package parquetfile writes Parquet files: tables of named columns (Writer),
// and some rows of existing files with all their columns (Copier). It speaks
// to the column chunks of apache/arrow-go itself, since that library's Arrow
// layer brings in gRPC.
package parquetfile
