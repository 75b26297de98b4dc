package growth

import (
	"errors"
	"fmt"
	"image/color"
	"io"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// colours are told apart by eyes of every kind (Okabe and Ito 2008).
var colours = []color.Color{
	color.RGBA{0x00, 0x72, 0xb2, 0xff},
	color.RGBA{0xd5, 0x5e, 0x00, 0xff},
	color.RGBA{0x00, 0x9e, 0x73, 0xff},
	color.RGBA{0xcc, 0x79, 0xa7, 0xff},
	color.RGBA{0x55, 0x55, 0x55, 0xff},
}

// Plot writes an SVG of two panels, CPU time and peak memory by documents, on
// logarithmic axes: a straight line of slope 1 is a cost that grows as the
// documents do.
func Plot(w io.Writer, all []Series) error {
	if len(all) == 0 {
		return errors.New("growth: nothing to plot")
	}
	cpu, err := panel(all, "CPU seconds", func(p Point) float64 { return p.CPU })
	if err != nil {
		return err
	}
	peak, err := panel(all, "peak MB", func(p Point) float64 { return p.Peak / 1e6 })
	if err != nil {
		return err
	}
	canvas := vgsvg.New(24*vg.Centimeter, 10*vg.Centimeter)
	tiles := draw.Tiles{Rows: 1, Cols: 2, PadX: 8 * vg.Millimeter, PadTop: 3 * vg.Millimeter, PadRight: 4 * vg.Millimeter, PadBottom: 2 * vg.Millimeter, PadLeft: 2 * vg.Millimeter}
	page := draw.New(canvas)
	page.SetColor(color.White)
	page.Fill(page.Rectangle.Path())
	for i, p := range []*plot.Plot{cpu, peak} {
		p.Draw(tiles.At(page, i, 0))
	}
	_, err = canvas.WriteTo(w)
	return err
}

func panel(all []Series, title string, of func(Point) float64) (*plot.Plot, error) {
	p := plot.New()
	p.Title.Text = title
	p.X.Label.Text = "documents"
	p.X.Scale, p.Y.Scale = plot.LogScale{}, plot.LogScale{}
	p.X.Tick.Marker, p.Y.Tick.Marker = ticks{}, ticks{}
	p.Legend.Left, p.Legend.Top = true, true
	p.Legend.XOffs, p.Legend.YOffs, p.Legend.Padding = 2*vg.Millimeter, -2*vg.Millimeter, 1*vg.Millimeter
	p.Add(plotter.NewGrid())
	for i, s := range all {
		xys := make(plotter.XYs, len(s.Points))
		for k, point := range s.Points {
			xys[k] = plotter.XY{X: float64(point.Docs), Y: of(point)}
		}
		line, dots, err := plotter.NewLinePoints(xys)
		if err != nil {
			return nil, err
		}
		c := colours[i%len(colours)]
		line.Color, line.Width = c, vg.Points(1.5)
		dots.Color, dots.Shape, dots.Radius = c, draw.CircleGlyph{}, vg.Points(2.5)
		p.Add(line, dots)
		p.Legend.Add(s.Name, line, dots)
	}
	// Whole powers of ten, and room for the legend above the lines.
	p.X.Min, p.X.Max = powerBelow(p.X.Min), powerBelow(p.X.Max*9.99)
	p.Y.Min, p.Y.Max = powerBelow(p.Y.Min), 10*powerBelow(p.Y.Max*9.99)
	return p, nil
}

func powerBelow(x float64) float64 { return math.Pow(10, math.Floor(math.Log10(x)+1e-9)) }

// ticks marks the powers of ten: 10k, 100k, 1M.
type ticks struct{}

func (ticks) Ticks(low, high float64) []plot.Tick {
	var out []plot.Tick
	for x := powerBelow(low); x <= high*1.001; x *= 10 {
		out = append(out, plot.Tick{Value: x, Label: label(x)})
	}
	return out
}

func label(x float64) string {
	switch {
	case x >= 1e6:
		return fmt.Sprintf("%gM", x/1e6)
	case x >= 1e3:
		return fmt.Sprintf("%gk", x/1e3)
	}
	return fmt.Sprintf("%.3g", x)
}
