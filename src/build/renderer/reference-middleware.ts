import type { MiddlewareHandler } from 'astro';
import { localsOf } from './reference-plan.ts';

/** Gives prerendered routes what the engine gives them: site and view in `Astro.locals`. */
export const onRequest: MiddlewareHandler = (context, next) => {
  const locals = localsOf(context.url.pathname);
  // A static route which the plan does not have: an empty answer is not written.
  if (locals === undefined) return new Response(null);
  Object.assign(context.locals, locals);
  return next();
};
