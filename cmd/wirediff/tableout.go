package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// tableFlags are the flags of a command that writes a table.
type tableFlags struct {
	format, usual, file string
}

// addTableFlags adds --format and --out to a command; usual is the format where
// neither says another.
func addTableFlags(c *cobra.Command, usual string) *tableFlags {
	f := &tableFlags{usual: usual}
	c.Flags().StringVar(&f.format, "format", "", "`format` of the rows: tsv, csv, jsonl or parquet (default: as the name of --out ends, or else "+usual+")")
	c.Flags().StringVarP(&f.file, "out", "o", "", "write to `FILE` instead of standard output; a name that ends in .gz, .zst or .xz is compressed")
	return f
}

// check reads the flags, before anything else is done.
func (f *tableFlags) check(s *session) error {
	if f.format == "" {
		f.format = f.usual
		name := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(f.file, ".gz"), ".zst"), ".xz")
		if ext := strings.TrimPrefix(filepath.Ext(name), "."); slices.Contains(tableFormats, ext) {
			f.format = ext
		}
	}
	if err := oneOf("--format", f.format, tableFormats); err != nil {
		return err
	}
	if f.format == "parquet" && f.file == "" && isTerminal(s.terminal) {
		return errTerminal
	}
	return writable(f.file)
}

// write opens the table of a command, has it filled, and ends it: a file has
// its name when it is whole.
func (f *tableFlags) write(s *session, of tableSchema, fill func(*table) error) error {
	w := s.stdout
	var file *atomicFile
	if f.file != "" {
		var err error
		if file, err = createAtomic(f.file); err != nil {
			return err
		}
		defer file.discard()
		w = file
	}
	t, err := newTable(w, f.format, of)
	if err == nil {
		err = fill(t)
	}
	if err == nil {
		err = t.close()
	}
	if err == nil && file != nil {
		err = file.commit()
	}
	s.stats.step("write")
	return err
}
