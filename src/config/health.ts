import { z } from 'zod';
import {
  RULE_DEFAULTS,
  RULE_NAMES,
  RULE_SEVERITIES,
  type RuleName,
  type RuleSeverity,
  type Thresholds,
} from './health-rules.ts';

/** The layers of a project, in the order in which data flows through them. */
export const LAYERS = ['base', 'staging', 'intermediate', 'marts', 'reports'] as const;
export type LayerName = (typeof LAYERS)[number];

/** How the models of a layer are known. */
export interface Layer {
  /** Name of the folder that its models lie in. */
  readonly folder: string;
  /** What their names begin with. */
  readonly prefixes: readonly string[];
}

/** A rule as it is to be applied. */
export interface RuleConfig<Values = Readonly<Record<string, number>>> {
  readonly severity: RuleSeverity;
  /** False when the configuration switches it off. */
  readonly isOn: boolean;
  /** What it doesn't apply to: unique_ids, names or paths, with `*` for anything. */
  readonly except: readonly string[];
  readonly thresholds: Values;
}

/** How health is judged; complete. */
export interface HealthConfig {
  /** After how many days without a build, or a check, a resource counts as old. */
  readonly days: number;
  /** Judge the resources of installed packages by the rules, too. */
  readonly packages: boolean;
  readonly layers: Readonly<Record<LayerName, Layer>>;
  readonly rules: { readonly [Name in RuleName]: RuleConfig<Thresholds<Name>> };
}

const whole = z.int('must be a whole number').min(0, 'must not be negative');
const texts = z.array(z.string('must be text'), 'must be a list of texts');
const object = { error: 'must be an object' };

/** `"off"`, a severity, or an object with a severity, exceptions and thresholds. */
const ruleSchema = (name: RuleName) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? { severity: value } : value),
    z.strictObject(
      {
        severity: z
          .enum(['off', ...RULE_SEVERITIES], 'must be "off", "info", "warn" or "error"')
          .optional(),
        except: texts.optional(),
        ...Object.fromEntries(
          Object.keys(RULE_DEFAULTS[name].thresholds).map((key) => [key, whole.optional()]),
        ),
      },
      { error: 'must be "off", "info", "warn", "error" or an object' },
    ),
  );

const layerSchema = z.strictObject(
  {
    folder: z.string('must be text').optional(),
    prefixes: texts.optional(),
  },
  object,
);

/** The part of the configuration that says how health is judged. All of it is optional. */
export const HealthSchema = z.strictObject(
  {
    /** After how many days without a build, or a check, a resource counts as old; 30 by default. */
    days: whole.optional(),
    /** Judge the resources of installed packages by the rules, too. */
    packages: z.boolean('must be true or false').optional(),
    /** Folders and prefixes by which the layers of the project are known. */
    layers: z
      .strictObject(
        Object.fromEntries(LAYERS.map((layer) => [layer, layerSchema.optional()])),
        object,
      )
      .optional(),
    /** Each rule by its name: `"off"`, a severity, or an object with `severity`, `except` and thresholds. */
    rules: z
      .strictObject(
        Object.fromEntries(RULE_NAMES.map((name) => [name, ruleSchema(name).optional()])),
        object,
      )
      .optional(),
  },
  object,
);
export type UserHealth = z.input<typeof HealthSchema>;
type CheckedHealth = z.output<typeof HealthSchema>;

/** The defaults of dbt-project-evaluator; `reports` is what it calls `other`. */
const LAYER_DEFAULTS: Readonly<Record<LayerName, Layer>> = {
  base: { folder: 'base', prefixes: ['base_'] },
  staging: { folder: 'staging', prefixes: ['stg_'] },
  intermediate: { folder: 'intermediate', prefixes: ['int_'] },
  marts: { folder: 'marts', prefixes: ['fct_', 'dim_'] },
  reports: { folder: 'reports', prefixes: ['rpt_'] },
};

/** Fills in what the configuration leaves open. */
export function healthConfig(given: CheckedHealth = {}): HealthConfig {
  return {
    days: given.days ?? 30,
    packages: given.packages ?? false,
    layers: layersOf(given.layers ?? {}),
    // Each entry has the thresholds of its rule, which is more than the compiler can follow.
    rules: Object.fromEntries(
      RULE_NAMES.map((name) => [name, ruleOf(name, given.rules?.[name] ?? {})]),
    ) as HealthConfig['rules'],
  };
}

function layersOf(given: NonNullable<CheckedHealth['layers']>): HealthConfig['layers'] {
  const layer = (name: LayerName): Layer => ({
    folder: given[name]?.folder ?? LAYER_DEFAULTS[name].folder,
    prefixes: given[name]?.prefixes ?? LAYER_DEFAULTS[name].prefixes,
  });
  return {
    base: layer('base'),
    staging: layer('staging'),
    intermediate: layer('intermediate'),
    marts: layer('marts'),
    reports: layer('reports'),
  };
}

function ruleOf(name: RuleName, given: z.output<ReturnType<typeof ruleSchema>>): RuleConfig {
  const { severity, except, ...thresholds } = given;
  const defaults = RULE_DEFAULTS[name];
  return {
    severity: severity === undefined || severity === 'off' ? defaults.severity : severity,
    isOn: severity !== 'off',
    except: except ?? [],
    thresholds: { ...defaults.thresholds, ...thresholds },
  };
}

/** How health is judged where nobody configured it. */
export const DEFAULT_HEALTH: HealthConfig = healthConfig();
