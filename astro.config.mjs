import react from '@astrojs/react';
import tailwind from '@astrojs/tailwind';
import { defineConfig, passthroughImageService } from 'astro/config';
import { rendererAdapter } from './src/build/renderer/adapter.ts';
import { referencePages } from './src/build/renderer/reference-pages.ts';
import { clientAssets } from './src/build/renderer/client-assets.ts';

/** Set by the test that compares our renderer with Astro's own prerendering. */
const referenceBuild = process.env.DBT_WORKBENCH_REFERENCE_PLAN !== undefined;

export default defineConfig({
  output: referenceBuild ? 'static' : 'server',
  adapter: referenceBuild ? undefined : rendererAdapter(),
  integrations: [
    react(),
    // Our base styles are in src/styles; the integration would add its own before them.
    tailwind({ applyBaseStyles: false }),
    ...(referenceBuild ? [referencePages()] : []),
  ],
  outDir: './dist/renderer',
  build: {
    assets: '_assets',
    client: './client',
    server: './server',
    // A style sheet of its own is cached once for all pages.
    inlineStylesheets: 'never',
  },
  image: { service: passthroughImageService() },
  // The compiled renderer must run where nothing is installed.
  vite: {
    ssr: { noExternal: true },
    build: {
      // The Content-Security-Policy refuses scripts that stand in the page, however small.
      assetsInlineLimit: 0,
    },
    plugins: [clientAssets()],
  },
  // Astro's own default drops the spaces between inline elements, as JSX does.
  compressHTML: true,
  devToolbar: { enabled: false },
});
