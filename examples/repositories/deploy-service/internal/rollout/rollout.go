// Package rollout decides after each step whether to go on.
package rollout

// Step is a share of traffic in percent, and how long to watch it.
type Step struct {
	Percent      int
	WatchSeconds int
}

// Usual is how a service without wishes of its own goes out.
var Usual = []Step{{5, 120}, {50, 300}, {100, 600}}

// Verdict of a step.
type Verdict string

const (
	GoOn     Verdict = "go-on"
	RollBack Verdict = "roll-back"
)

// Judge compares error rates, in errors per thousand requests. A few errors more are noise.
func Judge(before, after float64) Verdict {
	if after > before*1.5 && after-before > 2 {
		return RollBack
	}
	return GoOn
}
