package ledger

import "testing"

func TestAMovementAddsUpToZero(t *testing.T) {
	movement := Move("chg_1", "acquirer", "customer-funds", "EUR", 4550)
	if err := movement.Check(); err != nil {
		t.Fatal(err)
	}
}

func TestALoneEntryIsFound(t *testing.T) {
	movement := Movement{Reference: "chg_2", Entries: []Entry{{"fees", "EUR", 100}}}
	if movement.Check() == nil {
		t.Fatal("an unbalanced movement was accepted")
	}
}
