package sessions

import (
	"testing"
	"time"
)

func TestForgetKeepsWhatIsStillRetained(t *testing.T) {
	now := time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
	store := NewStore(24 * time.Hour)
	store.sessions["old"] = &Session{ID: "old", RevokedAt: now.Add(-25 * time.Hour)}
	store.sessions["new"] = &Session{ID: "new", RevokedAt: now.Add(-23 * time.Hour)}

	if forgotten := store.Forget(now); forgotten != 1 {
		t.Fatalf("forgot %d sessions, want 1", forgotten)
	}
	if _, ok := store.sessions["new"]; !ok {
		t.Fatal("a session was forgotten too early")
	}
}
