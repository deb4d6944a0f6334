<?php

declare(strict_types=1);

namespace Copperbell\Money;

/** An amount in the smallest units of its currency. */
final class Amount
{
    public function __construct(
        public readonly int $units,
        public readonly string $currency,
    ) {
    }

    /** @return list<Amount> parts that add up to the amount; the first ones get what is left */
    public function split(int $parts): array
    {
        $each = intdiv($this->units, $parts);
        $left = $this->units % $parts;
        $result = [];
        for ($i = 0; $i < $parts; $i++) {
            $result[] = new Amount($each + ($i < $left ? 1 : 0), $this->currency);
        }
        return $result;
    }
}
