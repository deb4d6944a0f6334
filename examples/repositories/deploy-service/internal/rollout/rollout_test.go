package rollout

import "testing"

func TestNoiseIsNoReason(t *testing.T) {
	if Judge(0.1, 0.4) != GoOn {
		t.Fatal("rolled back for noise")
	}
}

func TestManyErrorsAre(t *testing.T) {
	if Judge(1, 9) != RollBack {
		t.Fatal("went on with nine times the errors")
	}
}
