import type { HealthState } from '../health/health.ts';
import type { StatusKind } from '../runs/status.ts';

const SHAPES: Readonly<Record<HealthState, StatusKind>> = {
  healthy: 'success',
  caution: 'warn',
  degraded: 'error',
  unknown: 'none',
};

/** The shape and the colour of a health state: those of the status that means as much. */
export function healthShape(state: HealthState): StatusKind {
  return SHAPES[state];
}
