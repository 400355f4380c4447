/** What Rolldown hands to plugins of a chunk or an asset, as far as it matters here. */
interface BundleFile {
  readonly type: 'asset' | 'chunk';
  readonly isEntry?: boolean;
  readonly facadeModuleId?: string | null;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/**
 * A Vite plugin for what browsers get. It leaves out the client of a UI framework (React's is 220 KB) as long as no page
 * hydrates a component: Astro emits it with the integration, whether or not anything asks for it. And it has scripts
 * import each other by relative addresses only: a list of what to load ahead would need the site's base.
 */
export function clientAssets() {
  return {
    name: 'dbt-workbench-client-assets',
    // Before Astro notes which files there are.
    enforce: 'pre' as const,
    configEnvironment(name: string) {
      if (name !== 'client') return null;
      return { build: { modulePreload: { polyfill: false, resolveDependencies: () => [] } } };
    },
    applyToEnvironment: ({ name }: { readonly name: string }) => name === 'client',
    generateBundle(_options: unknown, bundle: Record<string, BundleFile>) {
      for (const file of unhydratedChunks(bundle)) delete bundle[file];
    },
  };
}

/** File names of the chunks that only a framework's client needs; none where components are hydrated. */
export function unhydratedChunks(bundle: Readonly<Record<string, BundleFile>>): string[] {
  const chunks = Object.entries(bundle).filter(([, { type }]) => type === 'chunk');
  const entries = chunks.filter(([, { isEntry }]) => isEntry);
  const isScript = ({ facadeModuleId }: BundleFile): boolean =>
    facadeModuleId?.includes('?astro&type=script') === true;
  const isClient = ({ facadeModuleId }: BundleFile): boolean =>
    facadeModuleId?.includes('/node_modules/@astrojs/') === true;
  // Anything else is a component that a page hydrates.
  if (!entries.every(([, file]) => isScript(file) || isClient(file))) return [];

  const needed = new Set(entries.filter(([, file]) => isScript(file)).map(([name]) => name));
  for (const name of needed) {
    const { imports = [], dynamicImports = [] } = bundle[name] ?? {};
    for (const imported of [...imports, ...dynamicImports]) needed.add(imported);
  }
  return chunks.map(([name]) => name).filter((name) => !needed.has(name));
}
