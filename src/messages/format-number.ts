/**
 * A number with commas between thousands and at most two decimals: `1,204`, `0.25`.
 * Written out here, since `Intl` changes its mind between ICU versions. What isn't finite is a dash.
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '—';
  // Digits beyond these aren't the number's own.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return value.toExponential(2).replace('-', '−');
  const rounded = Math.round(Math.abs(value) * 100) / 100;
  const [whole = '0', decimals] = String(rounded).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const sign = value < 0 && rounded !== 0 ? '−' : '';
  return sign + (decimals === undefined ? grouped : `${grouped}.${decimals}`);
}
