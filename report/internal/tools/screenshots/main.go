// Command screenshots takes the README's pictures of the three kinds of page:
// it compares the stories of a folder with the program itself, opens the
// report in a headless Chromium, and writes index-light.png,
// cluster-light.png and pair-light.png:
//
//	go run ./report/internal/tools/screenshots testdata/stories .github/images
//
// CHROMIUM may name the browser. The network is not used.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/chromedp"
)

// The size of a picture: two columns of a README, at the width at which the
// page has its second column.
const (
	width  = 1180
	height = 900
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "screenshots:", err)
		os.Exit(2)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) != 2 {
		return errors.New("usage: screenshots STORIES FOLDER")
	}
	work, err := os.MkdirTemp("", "screenshots-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	dir := filepath.Join(work, "report")
	compare := exec.Command("go", "run", "./cmd/wirediff", "compare", args[0], "--out", dir)
	compare.Stderr = os.Stderr
	if err := compare.Run(); err != nil {
		return fmt.Errorf("compare: %w", err)
	}
	story, pair, err := gravest(filepath.Join(dir, "report.json"))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(args[1], 0o777); err != nil {
		return err
	}
	ctx, stop, err := browser(work)
	if err != nil {
		return err
	}
	defer stop()
	for _, page := range []struct{ name, path, scroll string }{
		{"index", "index.html", ""},
		{"cluster", story, "h-figures"},
		{"pair", pair, "h-rows"},
	} {
		b, err := shoot(ctx, "file://"+filepath.ToSlash(filepath.Join(dir, page.path)), page.scroll)
		if err != nil {
			return fmt.Errorf("%s: %w", page.path, err)
		}
		file := filepath.Join(args[1], page.name+"-light.png")
		if err := os.WriteFile(file, b, 0o666); err != nil {
			return err
		}
		fmt.Fprintf(out, "%s %d bytes\n", file, len(b))
	}
	return nil
}

// gravest is the page of the first story of the report, and the page of its
// pair with the most figure differences.
func gravest(path string) (story, pair string, err error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return "", "", err
	}
	var r struct {
		Clusters []struct {
			Page        string
			Differences []struct {
				Page    string
				Figures []struct{ Class string }
			}
		}
	}
	if err := json.Unmarshal(b, &r); err != nil {
		return "", "", err
	}
	if len(r.Clusters) == 0 || len(r.Clusters[0].Differences) == 0 {
		return "", "", errors.New("the report has no story with a difference")
	}
	most := 0
	for _, d := range r.Clusters[0].Differences {
		n := 0
		for _, f := range d.Figures {
			if f.Class == "contradictory" {
				n++
			}
		}
		if pair == "" || n > most {
			pair, most = d.Page, n
		}
	}
	return r.Clusters[0].Page, pair, nil
}

// browser starts a headless Chromium that reaches no host.
func browser(work string) (context.Context, context.CancelFunc, error) {
	path := os.Getenv("CHROMIUM")
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path == "" {
			path, _ = exec.LookPath(name)
		}
	}
	if path == "" {
		return nil, nil, errors.New("no Chromium found: set CHROMIUM to its path")
	}
	opts := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(filepath.Join(work, "profile")), chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"))
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, stopBrowser := chromedp.NewContext(alloc)
	ctx, limit := context.WithTimeout(ctx, 2*time.Minute)
	return ctx, func() { limit(); stopBrowser(); stopAlloc() }, nil
}

// shoot takes a picture of the window, scrolled to an element where one is
// named, with few enough colours to be small.
func shoot(ctx context.Context, address, scroll string) ([]byte, error) {
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, height), chromedp.Navigate(address)); err != nil {
		return nil, err
	}
	if scroll != "" {
		script := `(document.documentElement.style.scrollBehavior = 'auto', document.getElementById('` + strings.ReplaceAll(scroll, "'", "") + `').scrollIntoView(), true)`
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](script)); err != nil {
			return nil, err
		}
	}
	b, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		return nil, err
	}
	return squeeze(b)
}

// squeeze makes a PNG of at most 200 colours: text on paper needs no more, and
// the repository stays small.
func squeeze(b []byte) ([]byte, error) {
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	count := map[color.RGBA]int{}
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			r, g, b, _ := img.At(x, y).RGBA()
			// 32 steps a channel: close shades of one edge are one.
			count[color.RGBA{uint8(r >> 8 &^ 7), uint8(g >> 8 &^ 7), uint8(b >> 8 &^ 7), 255}]++
		}
	}
	all := make([]color.RGBA, 0, len(count))
	for c := range count {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b color.RGBA) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return bytes.Compare([]byte{a.R, a.G, a.B}, []byte{b.R, b.G, b.B})
	})
	palette := make(color.Palette, 0, 200)
	for _, c := range all[:min(len(all), 200)] {
		palette = append(palette, color.RGBA{c.R | c.R>>5, c.G | c.G>>5, c.B | c.B>>5, 255})
	}
	small := image.NewPaletted(img.Bounds(), palette)
	draw.Draw(small, small.Bounds(), img, img.Bounds().Min, draw.Src)
	var out bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, small)
	return out.Bytes(), err
}
