import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compareText } from '../../project/order.ts';
import { BASE_PLACEHOLDER } from './base-placeholder.ts';

/** The Astro adapter that compiles the pages into a bundle which exports `renderPage`. */
export function rendererAdapter(): AstroIntegration {
  return {
    name: 'dbt-workbench-renderer',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ build: { assetsPrefix: BASE_PLACEHOLDER } });
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'dbt-workbench-renderer',
          entrypointResolution: 'auto',
          serverEntrypoint: fileURLToPath(new URL('./entry.ts', import.meta.url)),
          supportedAstroFeatures: {
            serverOutput: 'stable',
            staticOutput: 'stable',
            sharpImageService: 'unsupported',
          },
        });
      },
      'astro:build:ssr': ({ manifest }) => {
        // Both follow from who finished first, and the bundle must not differ from one compilation to the next.
        manifest.entryModules = sortedByKey(manifest.entryModules);
        manifest.assets.sort(compareText);
      },
    },
  };
}

function sortedByKey<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => compareText(a, b)));
}
