package example.copperbell.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount in the smallest units of its currency. */
public record Amount(long units, Currency currency) {

    /** Rounds half to even, as all three kits do. */
    public static Amount of(BigDecimal value, Currency currency) {
        BigDecimal units = value.movePointRight(currency.getDefaultFractionDigits());
        return new Amount(units.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), currency);
    }
}
