// Package deletion erases customers who asked for it.
package deletion

import "time"

// Grace is how long an account stays locked before it is erased.
const Grace = 30 * 24 * time.Hour

// Due says whether an account can be erased: the grace is over, and no ticket is for the future.
func Due(lockedAt, now time.Time, nextEvent *time.Time) bool {
	if nextEvent != nil && nextEvent.After(now) {
		return false
	}
	return now.Sub(lockedAt) >= Grace
}
