import { describe, expect, it } from 'vitest';
import { healthConfig, HealthSchema, type UserHealth } from '../../../config/health.ts';
import {
  RULE_DEFAULTS,
  RULE_NAMES,
  type RuleGroup,
  type RuleName,
} from '../../../config/health-rules.ts';
import type { Resource } from '../../../project/resource.ts';
import type { Run } from '../../../runs/run.ts';
import type { aFreshness } from '../../test-context.ts';
import { aContext, aResource, aRun, aSource, aTest } from '../../test-context.ts';

/** A project with its runs, as far as rules look at it. */
export interface World {
  readonly resources: readonly Resource[];
  readonly runs?: readonly Run[];
  readonly hasCatalog?: boolean;
  readonly health?: UserHealth;
}

export function resultOf(
  rule: RuleName,
  { resources, runs = [], hasCatalog = false, health = {} }: World,
) {
  const context = aContext(
    resources,
    runs,
    { hasCatalog },
    healthConfig(HealthSchema.parse(health)),
  );
  const result = context.healthReport().rules.find(({ name }) => name === rule);
  if (result === undefined) throw new Error(`There is no rule ${rule}.`);
  return result;
}

/** What a rule finds, each as `name: detail`; or why it can't be answered. */
export function found(rule: RuleName, world: World): readonly string[] | string | null {
  const { affected, unanswered } = resultOf(rule, world);
  return (
    affected?.map(({ id, detail }) => `${id?.split('.').slice(2).join('.') ?? '*'}: ${detail}`) ??
    unanswered
  );
}

export const model = (name: string, given: Partial<Resource> = {}): Resource =>
  aResource(`model.shop.${name}`, given);
export const at = (folder: string, name: string, given: Partial<Resource> = {}): Resource =>
  model(name, { filePath: `models/${folder}/${name}.sql`, ...given });
export const source = (name: string, given: Partial<Resource> = {}): Resource =>
  aResource(`source.shop.raw.${name}`, { name, details: aSource(), ...given });
export const test = (name: string, on: string, given: Parameters<typeof aTest>[0] = {}): Resource =>
  aResource(`test.shop.${name}`, {
    parents: [`model.shop.${on}`],
    details: aTest({ attachedNode: `model.shop.${on}`, testName: name, ...given }),
  });
export const rule = { warnAfter: { count: 1, period: 'day' }, errorAfter: null, filter: null };
export const ids = (...names: string[]): string[] => names.map((name) => `model.shop.${name}`);
export const raw = (...names: string[]): string[] => names.map((name) => `source.shop.raw.${name}`);

export const NIGHTS = ['2026-11-05', '2026-11-04', '2026-11-03', '2026-11-02', '2026-11-01'];
/** A run a night, newest first, each with these outcomes. */
export const nights = (...outcomes: Record<string, string>[]): Run[] =>
  outcomes.map((outcome, night) => aRun(`r${night}`, `${NIGHTS[night]}T05:00:00.000Z`, outcome));
export const checked = (...checks: ReturnType<typeof aFreshness>[]): Run =>
  aRun('f', '2026-11-02T05:00:00.000Z', {}, { hasRun: false, freshness: checks });

/** A project in which something breaks a rule and something else doesn't, and what the rule finds, `name: detail` each. */
export type RuleCase = readonly [World, readonly string[]];

/** Judges each rule of a group by its case, and by an empty project. */
export function testRules(
  group: RuleGroup,
  cases: Readonly<Partial<Record<RuleName, RuleCase>>>,
): void {
  const names = RULE_NAMES.filter((name) => RULE_DEFAULTS[name].group === group);

  describe(`each rule about ${group}`, () => {
    it.each(names)('%s finds what breaks it, and nothing else', (name) => {
      const [world, expected] = cases[name] ?? [
        { resources: [] },
        [`There is no case of ${name}.`],
      ];
      expect(found(name, world)).toEqual(expected);
    });

    it.each(names)('%s never takes an empty project for a fine one', (name) => {
      const { affected, unanswered } = resultOf(name, { resources: [] });
      // Two rules look at whatever there is, so that an empty project breaks neither.
      if (name === 'missing-parents' || name === 'test-directories') expect(affected).toEqual([]);
      else expect([affected, unanswered]).toEqual([null, expect.stringMatching(/\.$/)]);
    });
  });
}
