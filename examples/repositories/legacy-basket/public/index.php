<?php

declare(strict_types=1);

require __DIR__ . '/../vendor/autoload.php';

header('Deprecation: true');
header('Sunset: Wed, 30 Jun 2027 23:59:59 GMT');

$basket = new Copperbell\Basket\Basket($_SERVER['HTTP_X_BASKET'] ?? '');

header('Content-Type: application/json');
echo json_encode($basket->toArray(), JSON_THROW_ON_ERROR);
