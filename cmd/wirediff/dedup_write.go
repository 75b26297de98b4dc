package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/wirediff/wirediff/internal/source"
	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// line says what document i is to the kept one. The two are in one cluster,
// but may have verified only against a third: then they are related here.
func (d *dedup) line(ctx context.Context, verified map[[2]int]similarity.Pair, kept, i int) (removedLine, error) {
	a, err := d.article(ctx, kept)
	if err != nil {
		return removedLine{}, err
	}
	b, err := d.article(ctx, i)
	if err != nil {
		return removedLine{}, err
	}
	x, y := shingle.NewSet(a, shingle.DefaultSize), shingle.NewSet(b, shingle.DefaultSize)
	n := shingle.Compare(x, y)
	l := removedLine{
		ID: d.candidates[i].id, Kept: d.candidates[kept].id,
		Shared: n.Shared, SizeKept: n.SizeA, Size: n.SizeB,
		Resemblance: n.Resemblance(), Containment: n.ContainmentB(),
		EvidenceHash: fmt.Sprintf("%016x", shingle.SharedHash(x, y)),
	}
	if p, ok := verified[[2]int{kept, i}]; ok { // in this direction alone: an excerpt is one of what was kept
		l.Relation, l.Score = p.Relation, p.Score
	} else {
		l.Relation, l.Score = similarity.Relate(a, b)
	}
	return l, nil
}

// article takes document i apart again, from its record.
func (d *dedup) article(ctx context.Context, i int) (*shingle.Article, error) {
	if !d.candidates[i].raw {
		doc, err := d.records.document(i)
		return shingle.Parse(doc), err
	}
	record, err := d.records.read(i)
	if err != nil {
		return nil, err
	}
	if header := d.candidates[i].header; header >= 0 {
		record = append(append([]byte(d.headers[header]), '\n'), record...)
	}
	for r, err := range source.Read(ctx, []string{"-"}, bytes.NewReader(record), source.Config{Fields: d.fields, Workers: 1}) {
		if err != nil {
			return nil, fmt.Errorf("document %q, read again: %w", d.candidates[i].id, err)
		}
		return shingle.Parse(document(r)), nil
	}
	return nil, fmt.Errorf("document %q, read again: nothing there", d.candidates[i].id)
}

// write writes both files, and gives them their names when both are whole.
func (d *dedup) write(gone []bool, lines []removedLine) error {
	removed, err := createAtomic(d.removed)
	if err != nil {
		return err
	}
	defer removed.discard()
	for _, l := range lines {
		if err := writeJSON(removed, l); err != nil {
			return fmt.Errorf("output %s: %w", d.removed, err)
		}
	}
	kept, err := createAtomic(d.out)
	if err != nil {
		return err
	}
	defer kept.discard()
	csv := len(d.headers) == 1 && len(d.formats) == 1
	if csv {
		err = writeLine(kept, []byte(d.headers[0]))
	}
	for i := range d.candidates {
		if err == nil && !gone[i] {
			err = d.writeKept(kept, i, csv)
		}
	}
	if err != nil {
		return fmt.Errorf("output %s: %w", d.out, err)
	}
	return errors.Join(removed.commit(), kept.commit())
}

// writeKept writes document i: as it came where that fits the output's format,
// which is CSV if csv is set and JSON Lines otherwise.
func (d *dedup) writeKept(w io.Writer, i int, csv bool) error {
	c := d.candidates[i]
	if !c.raw || c.header < 0 || csv {
		b, err := d.records.read(i)
		if err != nil {
			return err
		}
		return writeLine(w, b)
	}
	a, err := d.article(context.Background(), i)
	if err != nil {
		return err
	}
	return writeJSON(w, a.Document)
}

func writeLine(w io.Writer, line []byte) error {
	_, err := w.Write(append(line, '\n'))
	return err
}
