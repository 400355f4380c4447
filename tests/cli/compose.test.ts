import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const composeSchema = z.looseObject({
  services: z.record(
    z.string(),
    z.looseObject({ ports: z.array(z.string()), volumes: z.array(z.string()) }),
  ),
});

it('compose.yaml shows the site to this machine alone, and gives the container no rights', () => {
  const { services } = composeSchema.parse(parse(readFileSync('compose.yaml', 'utf8')));
  expect(Object.keys(services)).toEqual(['docs']);
  expect(services['docs']).toMatchObject({
    ports: ['127.0.0.1:${HOST_PORT:-8080}:8080'],
    volumes: ['${ARTIFACTS:-./sample_artifacts}:/artifacts:ro', 'site:/site'],
    read_only: true,
    tmpfs: ['/tmp'],
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
  });
});
