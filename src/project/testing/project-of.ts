import { readCatalog } from '../../artifacts/catalog.ts';
import { createDiagnostics } from '../../artifacts/diagnostics.ts';
import { readManifest } from '../../artifacts/manifest/read-manifest.ts';
import { buildProject } from '../build-project.ts';
import type { Project } from '../project.ts';
import type { Resource } from '../resource.ts';

const METADATA = {
  dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
  project_name: 'shop',
};

/** The project that a manifest (without its metadata), and a catalog if there is one, make. */
export function projectOf(manifest: object, catalog: object | null = null): Project {
  const file = (path: string, content: object) => ({
    path,
    bytes: Buffer.from(JSON.stringify(content)),
    diagnostics: createDiagnostics(),
  });
  return buildProject({
    manifest: readManifest(file('manifest.json', { metadata: METADATA, ...manifest })),
    catalog:
      catalog === null ? null : readCatalog(file('catalog.json', { metadata: {}, ...catalog })),
  });
}

/** `nodes` of a manifest; type, package and name come from the ids where nothing else is said. */
export function nodes(...entries: ({ unique_id: string } & Record<string, unknown>)[]): object {
  return {
    nodes: Object.fromEntries(
      entries.map((entry) => {
        const [resourceType, packageName, name] = entry.unique_id.split('.');
        return [
          entry.unique_id,
          { resource_type: resourceType, package_name: packageName, name, ...entry },
        ];
      }),
    ),
  };
}

/** @throws Error when the project has no such resource */
export function get(project: Project, id: string): Resource {
  const resource = project.resources.get(id);
  if (resource === undefined) throw new Error(`${id} is not in the project`);
  return resource;
}
