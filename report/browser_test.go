package report

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A real browser judges the pages here. CHROMIUM may name the program;
// AXE_CORE may name axe.min.js, by which accessibility is judged too;
// SCREENSHOTS may name a folder for pictures of every page that is opened.

// chromium is a headless Chromium without a network; the test is skipped
// where there is none.
func chromium(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("browser tests are left out of a short run")
	}
	path := os.Getenv("CHROMIUM")
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path == "" {
			path, _ = exec.LookPath(name)
		}
	}
	if path == "" {
		t.Skip("no Chromium found: set CHROMIUM to its path to run the browser tests")
	}
	opts := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.WSURLReadTimeout(2*time.Minute), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("no-first-run", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"))
	alloc, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, cancel := chromedp.NewContext(alloc)
	ctx, limit := context.WithTimeout(ctx, 20*time.Minute)
	t.Cleanup(func() { limit(); cancel(); stop() })
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatalf("start %s: %v", path, err)
	}
	return ctx
}

// complaints gathers what a page should never do.
type complaints struct {
	mu   sync.Mutex
	list []string
}

func (c *complaints) add(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.list = append(c.list, fmt.Sprintf(format, args...))
}

// tab opens a tab that listens for errors, policy violations, dialogs and
// requests off the disk.
func tab(t *testing.T, browser context.Context) (context.Context, *complaints) {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	c := &complaints{}
	err := chromedp.Listen(ctx, func(ev any) {
		switch e := ev.(type) {
		case *runtime.EventExceptionThrown:
			c.add("exception: %s", e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			c.add("console %s", e.Type)
		case *log.EventEntryAdded:
			c.add("log %s: %s", e.Entry.Level, e.Entry.Text)
		case *page.EventJavascriptDialogOpening:
			c.add("dialog: %s", e.Message)
		case *network.EventRequestWillBeSent:
			if u := e.Request.URL; !strings.HasPrefix(u, "file:") && !strings.HasPrefix(u, "data:") {
				c.add("request: %s", u)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	_, e1 := chromedp.Call(ctx, log.Enable, cdp.Empty{})
	_, e2 := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	if err := errors.Join(e1, e2); err != nil {
		t.Fatal(err)
	}
	return ctx, c
}

func (c *complaints) check(t *testing.T, where string) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, s := range c.list {
		t.Errorf("%s: %s", where, s)
	}
	c.list = nil
}

func address(path string) string { return "file://" + filepath.ToSlash(path) }

func do(t *testing.T, ctx context.Context, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

func click(t *testing.T, ctx context.Context, id string) {
	t.Helper()
	eval[bool](t, ctx, `(document.getElementById('`+id+`').click(), true)`)
}

// eval is the value of a script in the page.
func eval[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// pages are one page of every kind, by name, of a report that holds quiet,
// grave and hostile stories.
func pages(t *testing.T) (dir string, names []string) {
	said := declaredStory(t)
	cs := append(many(t, 6), said)
	dir, _ = write(t, Settings{Inputs: []string{"a.jsonl", "<b>.jsonl"}}, append(cs, damStory(t), hostileStory(t), aloneStory(t, "<img src=x onerror=alert(1)>"))...)
	h := fileName(hostileID)
	long, _ := writeIndexOnly(t, many(t, pageRows+3))
	second, err := os.ReadFile(filepath.Join(long, "page-2.html"))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "page-2.html"), second, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir, []string{"index.html", "page-2.html", "alone.html", "c/c3fa9c2d100aa/index.html", "c/c3fa9c2d100aa/v1-v2.html", "c/c3fa9c2d100aa/v1-v4.html",
		"c/" + h + "/index.html", "c/" + h + "/v1-v2.html", "c/" + h + "/v1-v3.html",
		"c/" + fileName(said.Cluster.ID) + "/index.html", "c/" + fileName(said.Cluster.ID) + "/v1-v2.html"}
}

func TestBrowserPages(t *testing.T) {
	browser := chromium(t)
	dir, names := pages(t)
	axe := ""
	if path := os.Getenv("AXE_CORE"); path != "" {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		axe = string(b)
	} else {
		t.Log("AXE_CORE is not set: accessibility is not judged by axe-core here")
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			ctx, c := tab(t, browser)
			for _, width := range []int64{320, 1280, 2560} {
				for _, scheme := range []string{"light", "dark"} {
					if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
						Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}); err != nil {
						t.Fatal(err)
					}
					do(t, ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(address(filepath.Join(dir, name))))
					at := fmt.Sprintf("%s at %d, %s", name, width, scheme)
					if over := eval[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
						t.Errorf("%s: %d px wider than the window: %s", at, over, eval[string](t, ctx, widest))
					}
					c.check(t, at)
					picture(t, ctx, fmt.Sprintf("%s-%d-%s.png", strings.ReplaceAll(strings.TrimSuffix(name, ".html"), "/", "-"), width, scheme))
					if axe != "" && (width == 320 && scheme == "light" || width == 1280 && scheme == "dark") {
						judge(t, ctx, axe, at)
					}
				}
			}
			inert(t, ctx, name)
		})
	}
}

// widest names an element that sticks out, for the error message.
const widest = `(() => { for (const e of document.querySelectorAll('body *')) if (e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, .matrix')) return e.outerHTML.slice(0, 200); return ''; })()`

// picture keeps a picture of the whole page where SCREENSHOTS asks for it.
func picture(t *testing.T, ctx context.Context, name string) {
	to := os.Getenv("SCREENSHOTS")
	if to == "" {
		return
	}
	b, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(to, name), b, 0o666); err != nil {
		t.Fatal(err)
	}
}

// judge runs axe-core; serious and critical violations fail the test.
func judge(t *testing.T, ctx context.Context, axe, at string) {
	t.Helper()
	out, err := chromedp.Run(ctx, chromedp.Evaluate[string](axe+`;axe.run(document, {resultTypes: ['violations']}).then(r => JSON.stringify(r.violations.map(v => ({id: v.id, impact: v.impact, nodes: v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' :: ' + n.failureSummary)}))))`,
		chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	var found []struct {
		ID, Impact string
		Nodes      []string
	}
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		t.Fatal(err)
	}
	for _, v := range found {
		if v.Impact == "serious" || v.Impact == "critical" {
			t.Errorf("%s: axe %s (%s): %s", at, v.ID, v.Impact, strings.Join(v.Nodes, "\n  "))
		} else {
			t.Logf("%s: axe %s (%s): %s", at, v.ID, v.Impact, v.Nodes[0])
		}
	}
}

// inert checks that nothing of an article became markup.
func inert(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	if eval[bool](t, ctx, `'pwned' in window`) {
		t.Errorf("%s: an article's script ran", name)
	}
	bad := eval[[]string](t, ctx, `[...document.querySelectorAll('*')].filter(e =>
		/^(img|iframe|object|embed|video|audio|base|form)$/i.test(e.tagName) && e.id !== 'find' ||
		[...e.attributes].some(a => /^on/i.test(a.name) || a.name === 'style' || /^\s*javascript:/i.test(a.value))).map(e => e.outerHTML.slice(0, 120))`)
	for _, e := range bad {
		t.Errorf("%s: markup of an article: %s", name, e)
	}
	links := eval[[]string](t, ctx, `[...document.querySelectorAll('a[href]')].filter(a => { const to = new URL(a.getAttribute('href'), location.href).protocol; return to !== 'file:' && !(/^https?:/.test(to) && a.rel.includes('noreferrer')); }).map(a => a.outerHTML.slice(0, 120))`)
	for _, e := range links {
		t.Errorf("%s: link: %s", name, e)
	}
}

func TestBrowserKeyboard(t *testing.T) {
	browser := chromium(t)
	dir, _ := write(t, Settings{}, damStory(t), harborStory(t))
	for _, name := range []string{"index.html", "c/c3fa9c2d100aa/index.html", "c/c3fa9c2d100aa/v1-v2.html"} {
		ctx, _ := tab(t, browser)
		do(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(address(filepath.Join(dir, name))))
		want := eval[int](t, ctx, `(() => {
			const all = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
				.filter(e => e.checkVisibility() && !e.disabled && !(e.type === 'radio' && !e.checked) && !e.closest('details:not([open]) > :not(summary)'));
			all.forEach((e, i) => e.dataset.stop = i);
			return all.length;
		})()`)
		seen := map[string]bool{}
		for range want + 5 {
			do(t, ctx, chromedp.KeyEvent(kb.Tab))
			if s := eval[string](t, ctx, `(document.activeElement.dataset.stop ?? '')`); s != "" {
				seen[s] = true
			}
			if outline := eval[bool](t, ctx, `(e => e === document.body || getComputedStyle(e).outlineStyle !== 'none')(document.activeElement)`); !outline {
				t.Errorf("%s: focus does not show on %s", name, eval[string](t, ctx, `document.activeElement.outerHTML.slice(0, 100)`))
			}
		}
		if len(seen) != want || want == 0 {
			t.Errorf("%s: the keyboard reaches %d of %d", name, len(seen), want)
		}
		if first := eval[string](t, ctx, `document.querySelector('[data-stop="0"]').textContent`); first != "Skip to the content" {
			t.Errorf("%s: the first stop is %q, not the skip link", name, first)
		}
	}
}

func TestBrowserPair(t *testing.T) {
	browser := chromium(t)
	dir, _ := write(t, Settings{}, damStory(t))
	ctx, c := tab(t, browser)
	do(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(address(filepath.Join(dir, "c/c3fa9c2d100aa/v1-v2.html"))))
	visible := func(sel string) int {
		return eval[int](t, ctx, `[...document.querySelectorAll('`+sel+`')].filter(e => e.checkVisibility()).length`)
	}
	diffs, all := visible(".rows tr.d"), visible(".rows tbody tr")
	if diffs < 4 || diffs >= all {
		t.Fatalf("%d differing rows of %d", diffs, all)
	}
	focused := func() string { return eval[string](t, ctx, `document.activeElement.getAttribute('href') ?? ''`) }
	do(t, ctx, chromedp.KeyEvent("n"))
	first := focused()
	do(t, ctx, chromedp.KeyEvent("n"))
	second := focused()
	do(t, ctx, chromedp.KeyEvent("p"))
	if first == "" || second == first || focused() != first {
		t.Errorf("n went to %q, then %q; p back to %q", first, second, focused())
	}
	if got, want := eval[string](t, ctx, `document.getElementById('where').textContent`), fmt.Sprintf("1 of %d", diffs); got != want {
		t.Errorf("place is %q, want %q", got, want)
	}
	click(t, ctx, "keys")
	do(t, ctx, chromedp.KeyEvent("n"))
	if focused() != first {
		t.Error("n moves though the keys are switched off")
	}
	click(t, ctx, "only-fig")
	if n := visible(".rows tbody tr"); n != visible(".rows tbody tr.fig") || n == 0 || n == all {
		t.Errorf("figures only shows %d rows of %d", n, all)
	}
	click(t, ctx, "only-fig")
	click(t, ctx, "v-inline")
	if n := visible(".rows td.i"); n == 0 || n != visible(".rows tr.changed") || visible(".rows tr.changed td.a") != 0 {
		t.Errorf("inline shows %d inline cells, %d cells of A", visible(".rows td.i"), visible(".rows tr.changed td.a"))
	}
	c.check(t, "pair")
}
