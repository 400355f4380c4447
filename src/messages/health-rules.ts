/** What a rule is called, why it matters, and what to do about what it finds. */
export interface RuleWords {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
}

const layers =
  'Folders and prefixes of the layers can be set in the configuration, under health.layers.';

/** The words of every rule, by its name. */
export const ruleWords = {
  'failing-models': {
    title: 'Failing models',
    why: 'Their last run failed, so what stands in the warehouse is older than it seems, or not there at all.',
    fix: 'Read the message on the page of the model, mend it, and run it with everything below: dbt build --select <name>+.',
  },
  'failing-tests': {
    title: 'Failing tests',
    why: 'The data breaks a promise that somebody relies on.',
    fix: 'Look at the rows that fail: the compiled SQL of the test selects them. Mend the data or the model, or change the promise.',
  },
  'warning-tests': {
    title: 'Warning tests',
    why: 'A test that warns every day is soon read by nobody.',
    fix: 'Mend what it finds, set a threshold with warn_if, or remove it.',
  },
  'skipped-models': {
    title: 'Skipped when last run',
    why: 'Something above failed, so they were not built and hold old data.',
    fix: 'Mend what failed, then run dbt retry.',
  },
  'flaky-tests': {
    title: 'Flaky tests',
    why: 'They pass and fail in turns, so a failure tells little.',
    fix: 'Find what comes and goes: late data, a clock in the SQL, an order that isn’t total.',
  },
  'not-built': {
    title: 'Not built lately',
    why: 'They were built once, but not for a long time: whoever reads them reads old data.',
    fix: 'Add them to a job, or delete them if nobody needs them.',
  },
  'never-run-models': {
    title: 'Models without a known run',
    why: 'No run that these artifacts know has built them.',
    fix: 'Run them, or hand the artifacts of the job that does to this site.',
  },
  'never-run-tests': {
    title: 'Tests without a known result',
    why: 'A test that never runs protects nothing.',
    fix: 'Run dbt test or dbt build, or hand the artifacts of the job that does to this site.',
  },

  'stale-sources': {
    title: 'Stale sources',
    why: 'Their newest row is older than the project allows, and everything below is built on it.',
    fix: 'Ask whoever loads the source; on its page stands who.',
  },
  'nearly-stale-sources': {
    title: 'Sources that are late',
    why: 'Their newest row is old enough to warn.',
    fix: 'Look whether the load is slow or stopped, before it is stale.',
  },
  'unchecked-sources': {
    title: 'Sources not checked lately',
    why: 'They have a rule for their freshness, but nobody checks it.',
    fix: 'Run dbt source freshness before each build.',
  },
  'sources-without-freshness': {
    title: 'Sources without a freshness rule',
    why: 'A load that stops goes unnoticed.',
    fix: 'Give the source loaded_at_field, and freshness with warn_after and error_after.',
  },

  'missing-primary-key-tests': {
    title: 'No test of the key',
    why: 'A key that isn’t unique, or is missing, multiplies or loses rows in every join.',
    fix: 'Test the key column with unique and not_null, or the key columns with dbt_utils.unique_combination_of_columns. A contract with a primary_key constraint counts as well.',
  },
  'untested-models': {
    title: 'Models without a test',
    why: 'Nothing would notice if they held wrong data.',
    fix: 'Start with unique and not_null on the key.',
  },
  'test-coverage': {
    title: 'Test coverage below its target',
    why: 'The share of models with at least one test is lower than the project wants it to be.',
    fix: 'Test the models that most others are built on first. The target is the rule’s percent.',
  },

  'undocumented-models': {
    title: 'Models without a description',
    why: 'Whoever finds the model has to read its SQL to know what a row is.',
    fix: 'Say in its YAML what one row is, and what it is for.',
  },
  'undocumented-sources': {
    title: 'Sources without a description',
    why: 'Nobody can tell which system the data comes from, and who loads it.',
    fix: 'Describe the source above its tables in the YAML.',
  },
  'undocumented-source-tables': {
    title: 'Source tables without a description',
    why: 'What isn’t described where it enters is guessed at everywhere below.',
    fix: 'Describe the table in the YAML of its source.',
  },
  'undocumented-columns': {
    title: 'Models with few columns described',
    why: 'A model is used by its columns, and their names don’t say units, time zones or what null means.',
    fix: 'Describe at least the columns that aren’t obvious. The share that is enough is the rule’s percent.',
  },
  'undocumented-exposures': {
    title: 'Exposures without a description',
    why: 'Nobody can tell what breaks for whom.',
    fix: 'Say what it shows, and to whom.',
  },
  'undocumented-metrics': {
    title: 'Metrics without a description',
    why: 'A number without a definition is read in as many ways as it has readers.',
    fix: 'Say what is counted, and what isn’t.',
  },
  'documentation-coverage': {
    title: 'Documentation below its target',
    why: 'The share of models with a description is lower than the project wants it to be.',
    fix: 'Describe the models that people query first. The target is the rule’s percent.',
  },
  'columns-not-in-warehouse': {
    title: 'Columns that the warehouse doesn’t have',
    why: 'The YAML describes columns that aren’t there: renamed, dropped or misspelt.',
    fix: 'Correct the YAML, or build the model that should have them.',
  },

  'missing-parents': {
    title: 'Depends on what isn’t there',
    why: 'The artifacts don’t contain what these refer to: it is disabled, or part of another project.',
    fix: 'Enable it, or remove the reference.',
  },
  'hard-coded-references': {
    title: 'Hard-coded references',
    why: 'A table named in the SQL is no part of the lineage: dbt can’t order the builds, and every environment reads the same table.',
    fix: 'Use ref() for models and source() for everything else.',
  },
  'duplicate-sources': {
    title: 'Sources for the same table',
    why: 'Two sources of one table split its lineage, so each shows half of what depends on it.',
    fix: 'Keep one of them and let all models read it.',
  },
  'unused-sources': {
    title: 'Sources that nothing reads',
    why: 'They are loaded, checked and described for nobody.',
    fix: 'Build a staging model on them, or remove them.',
  },
  'unused-models': {
    title: 'Models that nothing reads',
    why: 'Staging and intermediate models, and private ones, exist for others. Nobody reads these, but every run builds them.',
    fix: 'Delete them, or use them. Declare an exposure where something outside dbt reads them.',
  },
  'root-models': {
    title: 'Models without parents',
    why: 'They depend on no source and no model: either they make up their rows, or they name tables in their SQL.',
    fix: 'Use ref() and source(). List calendars and the like under the rule’s except.',
  },
  'direct-join-to-source': {
    title: 'Sources joined to models',
    why: 'A source read beside models skips the staging model that renames and casts its columns once for all.',
    fix: 'Build a staging model of the source and read that.',
  },
  'downstream-dependent-on-source': {
    title: 'Marts that read a source',
    why: 'Intermediate models and marts should know nothing of raw tables: a column that is renamed in the source breaks them all.',
    fix: `Put a staging model between. ${layers}`,
  },
  'multiple-sources-joined': {
    title: 'Several sources in one model',
    why: 'A model that joins raw tables can’t be reused for either of them.',
    fix: 'Give each source its own staging model, and join those. Unions of equal tables are fine: list them under the rule’s except.',
  },
  'source-fanout': {
    title: 'Sources read by several models',
    why: 'Each of these models renames and casts the same raw columns, in its own way.',
    fix: 'Let one staging model read the source, and the others that model.',
  },
  'model-fanout': {
    title: 'Models with many leaves',
    why: 'Many models at the end of the lineage stand on this one: perhaps reports that the BI tool could make itself.',
    fix: 'Join them in the BI tool or the semantic layer, or move what they share into one model.',
  },
  'rejoined-models': {
    title: 'Models that only rejoin',
    why: 'Only one model reads them, and it reads their parent as well: a loop that waits without being of use to anybody else.',
    fix: 'Move the SQL into a CTE of the one that reads it.',
  },
  'too-many-joins': {
    title: 'Models with many parents',
    why: 'Whoever changes one of these has to understand all that it reads.',
    fix: 'Join parts of it in intermediate models.',
  },
  'staging-dependent-on-staging': {
    title: 'Staging on staging',
    why: 'A staging model stands for one raw table. What reads another staging model does the work of the next layer.',
    fix: `Make it an intermediate model, or the one that it reads a base model. ${layers}`,
  },
  'staging-dependent-on-downstream': {
    title: 'Staging on later layers',
    why: 'Data flows backwards here, so the layers no longer tell what may read what.',
    fix: `Let it read the source, or move it to the layer that it belongs to. ${layers}`,
  },

  'model-names': {
    title: 'Names without their layer’s prefix',
    why: 'Most models of the folder tell their layer in their name; these don’t, and are taken for something else in the warehouse.',
    fix: `Rename them. Folders whose models mostly go without a prefix are left alone. ${layers}`,
  },
  'model-directories': {
    title: 'Models in another layer’s folder',
    why: 'They aren’t found where their name says that they are.',
    fix: `Move the file. ${layers}`,
  },
  'source-directories': {
    title: 'Sources declared elsewhere',
    why: 'Most sources are declared in a folder that is named after them; these aren’t found there.',
    fix: 'Move them to the YAML of that folder.',
  },
  'test-directories': {
    title: 'Tests declared elsewhere',
    why: 'Whoever changes the model doesn’t see what it has promised.',
    fix: 'Move tests and description to a YAML file beside the model.',
  },

  'slow-models': {
    title: 'Slower than they were',
    why: 'They take much longer than they did: more data, a lost partition filter, a plan that changed.',
    fix: 'Compare the compiled SQL and the rows of both runs. Much is: beyond the rule’s times and seconds, and five median deviations above the median of up to 20 earlier runs of the same kind, at least as many as the rule’s runs; or as far from one end of the last 30 runs to the other.',
  },
  'chained-views': {
    title: 'Long chains of views',
    why: 'Whoever reads the last one runs the SQL of all of them.',
    fix: 'Build one in the middle as a table, best the one that most others read.',
  },
  'exposure-parents-materialization': {
    title: 'Exposures on views and sources',
    why: 'What people look at is computed anew each time, or isn’t modelled at all.',
    fix: 'Build it as a table or incrementally; put a model between a source and an exposure.',
  },

  'broken-contracts': {
    title: 'Broken contracts',
    why: 'The contract promises other columns than the warehouse has.',
    fix: 'Build the model again: dbt refuses to build what breaks its contract. Otherwise correct the YAML.',
  },
  'public-models-without-contract': {
    title: 'Public models without a contract',
    why: 'Other projects build on them, but nothing keeps their columns from changing.',
    fix: 'Name all columns with data_type, and set contract.enforced.',
  },
  'undocumented-public-models': {
    title: 'Public models not fully described',
    why: 'Those who use them can’t ask around: they are in another team.',
    fix: 'Describe the model and each of its columns.',
  },
  'exposures-dependent-on-private-models': {
    title: 'Exposures on models that aren’t public',
    why: 'The project says which models may be relied on, and these exposures rely on others.',
    fix: 'Make the model public, with a contract, or let the exposure read one that is.',
  },
  'deprecated-models-used': {
    title: 'Deprecated models in use',
    why: 'They are to go, and something would break.',
    fix: 'Move those that use them to the new one before the date.',
  },
  'old-versions-used': {
    title: 'Old versions in use',
    why: 'A newer version exists; each old one is built and kept up for those who haven’t moved.',
    fix: 'Move those that use it to the latest version.',
  },
  'models-without-owner': {
    title: 'Models without an owner',
    why: 'Other models have an owner. With these, nobody knows whom to ask.',
    fix: 'Put them into a group, or set meta.owner.',
  },
} as const satisfies Readonly<Record<string, RuleWords>>;
