/** Sum of products of decimals, exact: what GeniusWeb computes with. Cost O(digits) each. */
export function sumOfProducts(pairs: readonly (readonly [string, string])[]): number {
  let sum = { digits: 0n, scale: 0 };
  for (const [a, b] of pairs) {
    const [x, y] = [decimal(a), decimal(b)];
    sum = plus(sum, { digits: x.digits * y.digits, scale: x.scale + y.scale });
  }
  return Number(`${sum.digits}e${-sum.scale}`);
}

interface Decimal {
  /** Value × 10^scale. */
  readonly digits: bigint;
  readonly scale: number;
}

function decimal(text: string): Decimal {
  const [mantissa, exponent = "0"] = text.toLowerCase().replace(/^\+/, "").split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  const digits = BigInt(`${whole === "" || whole === "-" ? `${whole}0` : whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return {
    digits: a.digits * 10n ** BigInt(scale - a.scale) + b.digits * 10n ** BigInt(scale - b.scale),
    scale,
  };
}
