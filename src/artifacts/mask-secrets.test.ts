import { describe, expect, it } from 'vitest';
import { isSecretKey, maskSecrets } from './mask-secrets.ts';

describe('maskSecrets', () => {
  it.each([
    ['postgres://ann:s3cr3t@db.example.com/x', 'postgres://ann:***@db.example.com/x'],
    ['password=hunter2 host=db', 'password=*** host=db'],
    ["{'db_password': 'hunter 2', 'user': 'ann'}", "{'db_password': '***', 'user': 'ann'}"],
    ['{"client_secret": "abc", "port": 5}', '{"client_secret": "***", "port": 5}'],
    ['token: abc123', 'token: ***'],
    ['signature: Q0FGRUJBQkU=', 'signature: ***'],
    ['Signature: AB12CD34EF56AB12CD34EF56AB12CD34', 'Signature: ***'],
    ['Authorization: Bearer abcdef123456', 'Authorization: Bearer ***'],
    ['AWS_SECRET_ACCESS_KEY=abc/def+ghi', 'AWS_SECRET_ACCESS_KEY=***'],
    ['key AKIAIOSFODNN7EXAMPLE used', 'key *** used'],
    ['dapi0123456789abcdef0123456789abcdef', '***'],
    ['eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.c2ln', '***'],
    ['https://b.s3/x?X-Amz-Signature=abcd1234&y=1', 'https://b.s3/x?X-Amz-Signature=***&y=1'],
    ['dbt run --vars \'{"k": "v"}\' -s a', 'dbt run --vars *** -s a'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', '***'],
  ])('masks %s', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
  });

  it.each([
    'select user_id, max_tokens from events where status = 1',
    'https://docs.getdbt.com/reference?x=1#y',
    '12:01:02  1 of 5 OK created sql table model main.orders [SELECT 3 in 0.1s]',
    'password: null',
    'total_tokens=15',
    'No matching signature for operator =. Supported signatures: SUM(INT64); ANY = ANY',
    'unrecognized token: "#"',
    'relation "analytics"."main"."orders"',
  ])('leaves %s alone', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });

  it('masks a masked text no further', () => {
    const once = maskSecrets("password='x' token=y postgres://a:b@c Bearer abcdefgh12");
    expect(maskSecrets(once)).toBe(once);
  });

  it('takes linear time on hostile text', () => {
    const hostile = `${'a-'.repeat(100_000)}${'password'.repeat(10_000)}${'--'.repeat(50_000)}${'"'.repeat(50_000)}`;
    // Time of this thread, not of the clock: other work on the machine counts for nothing.
    const before = process.threadCpuUsage();
    maskSecrets(hostile);
    expect(process.threadCpuUsage(before).user).toBeLessThan(5_000_000);
  });
});

it('knows secret keys from harmless ones', () => {
  expect(
    ['password', 'DB_PWD', 'apiKey', 'private_key_path', 'refresh_token'].every(isSecretKey),
  ).toBe(true);
  expect(['user', 'threads', 'max_tokens', 'schema'].some(isSecretKey)).toBe(false);
});
