<?php

declare(strict_types=1);

namespace Copperbell\Basket;

/** Tickets that somebody is about to buy at a box office. */
final class Basket
{
    /** @var array<string, int> number of tickets by price band */
    private array $lines = [];

    public function __construct(private readonly string $id)
    {
    }

    public function add(string $priceBand, int $count): void
    {
        $this->lines[$priceBand] = ($this->lines[$priceBand] ?? 0) + $count;
    }

    /** @return array{id: string, lines: array<string, int>} */
    public function toArray(): array
    {
        return ['id' => $this->id, 'lines' => $this->lines];
    }
}
