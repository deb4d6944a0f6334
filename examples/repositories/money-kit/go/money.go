// Package money has amounts in the smallest unit of their currency.
package money

// Amount is a number of the smallest units of a currency.
type Amount struct {
	Units    int64
	Currency string
}

// Split divides an amount into parts that add up to it. The first parts get what is left.
func (a Amount) Split(parts int64) []Amount {
	each, left := a.Units/parts, a.Units%parts
	result := make([]Amount, parts)
	for i := range result {
		units := each
		if int64(i) < left {
			units++
		}
		result[i] = Amount{Units: units, Currency: a.Currency}
	}
	return result
}
