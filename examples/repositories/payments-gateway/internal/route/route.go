// Package route chooses the acquirer of a charge.
package route

// Acquirer is one of the two companies that take card payments for us.
type Acquirer string

const (
	First  Acquirer = "first"
	Second Acquirer = "second"
)

// Router sends new charges to the primary acquirer, and refunds to the one that took the money.
type Router struct {
	Primary Acquirer
}

// ForCharge chooses for a new charge.
func (r Router) ForCharge() Acquirer {
	return r.Primary
}

// ForRefund chooses for a refund.
func (r Router) ForRefund(tookTheMoney Acquirer) Acquirer {
	return tookTheMoney
}
