// Package sessions keeps who is signed in, and where.
package sessions

import (
	"sync"
	"time"
)

// Session is one device on which a customer is signed in.
type Session struct {
	ID         string
	CustomerID string
	CreatedAt  time.Time
	RevokedAt  time.Time
}

// Store keeps sessions for a while after they have ended, for security questions.
type Store struct {
	mu        sync.Mutex
	sessions  map[string]*Session
	retention time.Duration
}

// NewStore makes a store that forgets ended sessions after the retention.
func NewStore(retention time.Duration) *Store {
	return &Store{sessions: map[string]*Session{}, retention: retention}
}

// Revoke ends a session. Ending it twice changes nothing.
func (s *Store) Revoke(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if session, ok := s.sessions[id]; ok && session.RevokedAt.IsZero() {
		session.RevokedAt = time.Now()
	}
}

// Forget drops the sessions that ended longer ago than the retention.
func (s *Store) Forget(now time.Time) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	forgotten := 0
	for id, session := range s.sessions {
		if !session.RevokedAt.IsZero() && now.Sub(session.RevokedAt) > s.retention {
			delete(s.sessions, id)
			forgotten++
		}
	}
	return forgotten
}
