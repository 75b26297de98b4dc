package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"runtime/trace"
)

// profiles are the measuring flags: each writes a file for `go tool pprof` or
// `go tool trace`.
type profiles struct {
	cpu, mem, trace string
	stop            []func() error
}

func (p *profiles) start() error {
	open := func(name string, begin func(*os.File) error, end func(*os.File) error) error {
		if name == "" {
			return nil
		}
		f, err := os.Create(name)
		if err == nil {
			err = begin(f)
		}
		if err != nil {
			return fmt.Errorf("profile: %w", err)
		}
		p.stop = append(p.stop, func() error { return errors.Join(end(f), f.Close()) })
		return nil
	}
	return errors.Join(
		open(p.cpu, func(f *os.File) error { return pprof.StartCPUProfile(f) }, func(*os.File) error { pprof.StopCPUProfile(); return nil }),
		open(p.trace, func(f *os.File) error { return trace.Start(f) }, func(*os.File) error { trace.Stop(); return nil }),
		open(p.mem, func(*os.File) error { return nil }, func(f *os.File) error {
			runtime.GC() // so that the profile shows what is live at the end
			return pprof.WriteHeapProfile(f)
		}),
	)
}

func (s *session) stopProfiles() error {
	var errs []error
	for _, stop := range s.profiles.stop {
		errs = append(errs, stop())
	}
	s.profiles.stop = nil
	return errors.Join(errs...)
}
