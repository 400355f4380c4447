import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { BASE_PLACEHOLDER } from './base-placeholder.ts';

const planModule = fileURLToPath(new URL('./reference-plan.ts', import.meta.url));
const middleware = fileURLToPath(new URL('./reference-middleware.ts', import.meta.url));

/**
 * Makes `astro build` prerender the pages of a plan in Astro's own way, with `getStaticPaths` and
 * no adapter. This is the reference that a test compares the engine's bytes with; no site is ever
 * published from it, so routes stay free of `getStaticPaths` and get it from here.
 */
export function referencePages(): AstroIntegration {
  return {
    name: 'dbt-workbench-reference',
    hooks: {
      'astro:config:setup': ({ updateConfig, addMiddleware }) => {
        updateConfig({
          // As the adapter does, since it is part of scripts and so of the hashes in their names.
          build: { assetsPrefix: BASE_PLACEHOLDER },
          vite: { plugins: [staticPathsForDynamicRoutes()] },
        });
        addMiddleware({ entrypoint: middleware, order: 'pre' });
      },
    },
  };
}

function staticPathsForDynamicRoutes() {
  return {
    name: 'dbt-workbench-static-paths',
    // After Astro has compiled the route to JavaScript.
    enforce: 'post' as const,
    transform(code: string, id: string) {
      if (!/\/src\/pages\/[^?]*\[[^?]*\.astro$/.test(id)) return null;
      return `${code}
import { staticPaths } from ${JSON.stringify(planModule)};
export const getStaticPaths = ({ routePattern }) => staticPaths(routePattern);
`;
    },
  };
}
