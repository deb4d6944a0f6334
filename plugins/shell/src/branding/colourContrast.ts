const HEX = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;

/** Whether the text is a colour that `app.branding.accent` takes: `#rgb` or `#rrggbb`. */
export const isHexColour = (value: string) => HEX.test(value);

function luminance(hex: string): number {
  const digits = hex.slice(1);
  const full =
    digits.length === 3 ? [...digits].map(d => d + d).join('') : digits;
  const [r, g, b] = [0, 2, 4].map(start => {
    const channel = parseInt(full.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045
      ? channel / 12.92
      : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two hexadecimal colours as WCAG 2 defines it: 1 (none) to 21 (black on white). */
export function colourContrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort(
    (a, b) => b - a,
  );
  return (light + 0.05) / (dark + 0.05);
}
