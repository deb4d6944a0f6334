// Package ledger keeps double entries. Entries are added and never changed.
package ledger

import "fmt"

// Entry moves an amount, in the smallest unit of the currency, to an account.
type Entry struct {
	Account  string
	Currency string
	Amount   int64
}

// Movement is a set of entries that belong together.
type Movement struct {
	Reference string
	Entries   []Entry
}

// Move makes the movement of an amount from one account to another.
func Move(reference, from, to, currency string, amount int64) Movement {
	return Movement{
		Reference: reference,
		Entries: []Entry{
			{Account: from, Currency: currency, Amount: -amount},
			{Account: to, Currency: currency, Amount: amount},
		},
	}
}

// Check tells when the entries of a movement do not add up to zero in each currency.
func (m Movement) Check() error {
	sums := map[string]int64{}
	for _, entry := range m.Entries {
		sums[entry.Currency] += entry.Amount
	}
	for currency, sum := range sums {
		if sum != 0 {
			return fmt.Errorf("movement %s is off by %d %s", m.Reference, sum, currency)
		}
	}
	return nil
}
