import type { HealthView } from '../view/health-view.ts';
import type { StatusView } from '../view/status-view.ts';

export type HealthWord = HealthView['state'];

const SHAPE: Readonly<Record<HealthWord, StatusView['kind']>> = {
  healthy: 'success',
  caution: 'warn',
  degraded: 'error',
  unknown: 'none',
};

/** The shape and the colour of a health state: those of the status that means as much. */
export function healthShape(state: HealthWord): StatusView['kind'] {
  return SHAPE[state];
}
