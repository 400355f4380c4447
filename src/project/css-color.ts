const HEX = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const NAME = /^[a-z]{3,24}$/i;

/** The colour when it is a hex colour or a colour name; null for anything else, as it ends up in a page. */
export function cssColor(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return HEX.test(trimmed) || NAME.test(trimmed) ? trimmed : null;
}
