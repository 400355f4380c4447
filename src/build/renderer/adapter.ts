import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
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
    },
  };
}
