/** Three significant digits at least, and no fraction where the number is large anyway. */
export function roundValue(value: number) {
  return Math.abs(value) >= 100
    ? Math.round(value)
    : Number(value.toPrecision(3));
}
