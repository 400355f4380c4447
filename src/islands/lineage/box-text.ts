import type { Host } from './host.ts';
import type { BoxText } from './stage/paint.ts';

/** What stands on a box, in the explorer and in pictures of it. */
export function boxTextOf(host: Host): (node: number) => BoxText {
  return (node) => ({
    name: host.data.names[node] ?? '',
    code: host.codeOf(node),
    icon: host.iconOf(node),
    status: host.statusOf(node)?.kind ?? null,
    isHidden: host.data.hidden.has(node),
  });
}
