/** One selection that is put to dbt and to dbt-Workbench. */
export interface SelectionCase {
  readonly select?: string;
  readonly exclude?: string;
  readonly selector?: string;
  readonly indirect?: 'cautious' | 'buildable' | 'empty';
  readonly types?: string;
  /** True: both get the folder of the older state of the project. */
  readonly state?: true;
}

const select = (...texts: readonly string[]): SelectionCase[] =>
  texts.map((text) => ({ select: text }));
const byState = (...texts: readonly string[]): SelectionCase[] =>
  texts.map((text) => ({ select: text, state: true }));

/** Selections over the sample project that between them use every method and operator. */
export const CASES: readonly SelectionCase[] = [
  {},
  { exclude: 'tag:finance' },
  { types: 'all' },
  { types: 'model', select: 'staging' },
  { types: 'test', select: 'fct_orders' },
  // Names
  ...select('fct_orders', 'fct_*', '*orders*', 'fjord_coffee.marts', 'marts.core', 'marts.*.fin_*'),
  ...select('staging.shop.base', 'stg_shop__?rders', 'fct_[os]*', 'fct_[!o]*', 'dim_customers'),
  ...select('dim_customers.v1', 'dim_customers_v2', 'dim_customers.v*', 'nothing_like_this', '*'),
  ...select('fjord_coffee.*', 'revenue', 'fct_orders.sql', 'raw_*.csv', 'DIM_STORES.sql'),
  // The graph
  ...select('+fct_orders', 'fct_orders+', '+fct_orders+', '1+fct_orders', 'fct_orders+1'),
  ...select('2+fct_orders+1', '0+fct_orders', '@stg_shop__orders', '@source:shop', '+exposure:*'),
  ...select('+source:shop+2', '1+tag:finance'),
  // Sets
  ...select('fct_orders dim_stores', 'tag:finance,config.materialized:table'),
  ...select('+fct_orders,tag:staging', 'staging,+fct_orders dim_products+1', 'a,b,c'),
  { select: '+fct_orders', exclude: 'staging' },
  { select: 'marts', exclude: '+fct_orders+ tag:finance,resource_type:model' },
  { select: '@fct_orders', exclude: 'test_type:generic' },
  { select: 'tag:finance', exclude: 'fin_*' },
  // Methods
  ...select('tag:finance', 'tag:fin*', 'tag:nothing', 'group:roasting', 'group:*', 'group:c*'),
  ...select('access:public', 'access:protected', 'access:private'),
  ...select('source:shop', 'source:shop.orders', 'source:fjord_coffee.shop.*', 'source:*'),
  ...select('source:s*.o*', 'exposure:*', 'exposure:fjord_coffee.*', 'metric:*', 'metric:rev*'),
  ...select('semantic_model:*', 'saved_query:*', '+saved_query:*', 'unit_test:*', 'unit_test:*d*'),
  ...select('path:models/marts', 'path:models/marts/core/fct_orders.sql', 'path:models/*/core'),
  ...select('models/staging/shop', 'path:models/**/fct_*.sql', 'path:models/**', 'path:tests'),
  ...select('path:models/staging/shop/', 'path:./models/marts', 'path:seeds', 'path:nowhere'),
  ...select('path:models/marts/*/*.yml', 'path:models/marts/core/*'),
  ...select('file:fct_orders.sql', 'file:fct_orders', 'file:*.csv', 'file:fct_*', 'file:*.yml'),
  ...select('package:fjord_coffee', 'package:this', 'package:*', 'package:dbt'),
  ...select('config.materialized:table', 'config.materialized:incremental'),
  ...select('config.materialized:*', 'config.tags:finance', 'config.enabled:true'),
  ...select('config.meta.owner:finance', 'config.contract.enforced:TRUE', 'config.severity:WARN'),
  ...select('config.severity:warn', 'config.persist_docs.relation:false', 'config.group:cafes'),
  ...select('config.unique_key:order_id', 'config.packages:numpy', 'config.nothing:x'),
  ...select('test_name:not_null', 'test_name:*null', 'test_name:unique', 'test_name:relat*'),
  ...select('test_type:generic', 'test_type:singular', 'test_type:unit', 'test_type:data'),
  ...select('test_type:schema', 'resource_type:model', 'resource_type:source'),
  ...select('resource_type:test', 'resource_type:unit_test', 'resource_type:function'),
  ...select('resource_type:snapshot', 'resource_type:seed', 'resource_type:saved_query'),
  ...select('version:latest', 'version:old', 'version:none', 'version:prerelease'),
  ...select('selector:finance_close', 'selector:slow_models', 'selector:s*'),
  ...select('selector:finance_close,fct_orders', '+selector:slow_models'),
  { selector: 'finance_close' },
  { selector: 'slow_models' },
  // Tests that join
  ...(['cautious', 'buildable', 'empty'] as const).flatMap((indirect) => [
    { select: 'fct_orders', indirect },
    { select: 'fct_orders dim_stores', indirect },
    { select: 'staging', indirect },
    { select: 'marts,tag:core', indirect },
    { select: '+fin_revenue_daily', exclude: 'source:*', indirect },
    { selector: 'finance_close', indirect },
  ]),
  // What changed, and what came of it
  ...byState('state:new', 'state:old', 'state:modified', 'state:unmodified', 'state:modified+1'),
  ...byState('state:modified.body', 'state:modified.configs', 'state:modified.relation'),
  ...byState('state:modified.persisted_descriptions', 'state:modified.macros'),
  ...byState('state:modified.contract', 'state:modified,resource_type:model'),
  ...byState('result:error', 'result:fail', 'result:skipped', 'result:error+', '1+result:fail'),
  ...byState('result:success,state:modified', 'source_status:fresher', 'source_status:fresher+'),
];
