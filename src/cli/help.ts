/** The help texts, written by hand so that they can be searched for and read as they are. */

const GENERAL = `dbt-workbench turns the files that dbt writes into a static site.

Usage: dbt-workbench <command> [options]

  build [ARTIFACTS]   write the site
  check [ARTIFACTS]   say what is wrong with the artifacts and with the project
  import DIR...       add the runs of old artifacts to the history
  init ci             write workflows that publish the site from CI
  live [ARTIFACTS]    keep a site up to date that a web server serves, as the container does
  ls [ARTIFACTS]      list what a selection in dbt's selector language holds
  releases            list the sites that live keeps
  rollback [ID]       show an earlier one of them
  serve [DIR]         show a built site on this machine
  watch [ARTIFACTS]   build, serve, and build again when dbt has run
  help [COMMAND]      this text, or the options of a command
  version             the version

Examples:
  dbt-workbench build target --out site
  dbt-workbench serve site

Exit codes: 0 all well · 1 findings · 2 wrong usage, or it could not be done
`;

const SELECTION_HELP = `  --select EXPRESSION   dbt's selector language: "+orders tag:daily,path:models/marts"
  --exclude EXPRESSION  what is left out all the same
  --selector NAME       a selector of selectors.yml instead
  --indirect-selection MODE
                        whether tests join that read something else as well: eager,
                        cautious, buildable or empty (eager)
  --state DIR           folder of an older manifest, for state:modified and its like;
                        without it they compare with the runs of the history`;

const SITE_OPTIONS = `  --out DIR             folder that the site is written to (site)
  --base /path/         path that the site is served under (/)
  --site-url URL        address of the published site
  --title TEXT          title of the site (the dbt project's name)
  --publish MODE        carry the artifacts' files: none, redacted or raw (redacted)
  --package-macros      pages also for the macros of installed packages
  --live                for a server that tells of its builds at /-/status.json: show them
  --compress            write .gz and .br files beside the others
  --cache DIR           what makes builds incremental (.dbt-workbench)
  --history DIR         where runs are kept, as dbt overwrites them (.dbt-workbench-history)
  --no-history          keep nothing, and show only the runs among the artifacts
  --history-from URL    get runs from a published site, or a folder with one
  --keep-runs N         let go of all but the newest N runs of the history (all are kept)
  --keep-days N         let go of runs that are N days older than the newest
  --workers N           threads that render (one per core, at most 4)
  --config FILE         configuration (dbt-workbench.config.json, if it exists)
${SELECTION_HELP}`;

const COMMANDS: Readonly<Record<string, string>> = {
  build: `Writes the site. Only what changed since the last build is made again.

Usage: dbt-workbench build [ARTIFACTS] [options]

  ARTIFACTS             dbt's target/ folder, or one that holds such files (target)
${SITE_OPTIONS}
  --host NAME           warn before the site is too large for github-pages, gitlab-pages,
                        netlify, cloudflare-pages, cloudflare-pages-paid or s3
  --strict              exit with 1 when the artifacts have errors or warnings
  --force               write into a folder that holds files of others
  --json                print JSON lines
  --quiet               print problems only

Examples:
  dbt-workbench build
  dbt-workbench build target --out public --base /docs/
  dbt-workbench build --site-url https://acme.github.io/shop --strict
  dbt-workbench build --select access:public+ --exclude tag:internal

Exit codes: 0 the site is written · 1 it is, but a page could not be rendered, or --strict
found something · 2 it is not
`,
  check: `Says what is wrong with the artifacts and the history of runs, how healthy the project
is, and what to do about it. Writes nothing. The figures are those of the page /health/.

Usage: dbt-workbench check [ARTIFACTS] [options]

  ARTIFACTS             dbt's target/ folder, or one that holds such files (target)
  --fail-on LIST        what makes it exit with 1, with commas between (artifacts):
                          artifacts        errors and warnings in artifacts and history
                          error|warn|info  that, and rules of this severity or above
                          degraded         any resource that is degraded
                          caution          any that is degraded, or to be used with caution
                          unknown          any of which too little is known
                          <rule>           anything that the rule finds: failing-tests
                          nothing          exit with 0 whatever is found
  --format FORMAT       text, json, sarif (code scanning) or markdown (a comment) (text)
  --site-url URL        address of the published site, for links in reports
  --project-dir DIR     where the dbt project lies in the repository, for paths in SARIF
  --config FILE         configuration (dbt-workbench.config.json, if it exists), which
                        switches rules on and off and sets their thresholds
  --json                print JSON lines; the same as --format json
  --quiet               print nothing but the exit code's cause

Examples:
  dbt-workbench check
  dbt-workbench check target --fail-on error,undocumented-public-models
  dbt-workbench check target --format sarif > health.sarif

Exit codes: 0 nothing · 1 what --fail-on names · 2 the artifacts could not be read
`,
  import: `Adds the runs of old artifacts to the history: run_results.json, sources.json and dbt.log,
gzipped or not, with dates in their names, in folders however deep. A manifest.json beside
the results of its run tells when models changed. What is there already is left alone, so
that an import that was cut off is continued by doing it again.

Usage: dbt-workbench import DIR... [options]

  DIR                   a folder with old artifacts
  --history DIR         where runs are kept (.dbt-workbench-history)
  --cache DIR           where the index of them lies (.dbt-workbench)
  --config FILE         configuration (dbt-workbench.config.json, if it exists)
  --json                print JSON lines
  --quiet               print problems only

Examples:
  dbt-workbench import old-targets
  dbt-workbench import /mnt/ci/2025 /mnt/ci/2026 --history /var/lib/dbt-history

Exit codes: 0 all are there · 1 a file could not be used · 2 it could not be done
`,
  init: `Writes workflows for CI that build the site and publish it, with the history of runs
that the published site has, and without publishing for pull requests. They are yours from
then on. docs/publishing/ tells what each host needs.

Usage: dbt-workbench init ci --host NAME [options]

  --host NAME           github-pages, gitlab-pages, netlify, cloudflare-pages or s3
  --program PACKAGE     what npx runs there (this version of dbt-workbench)
  --force               overwrite files that are there
  --json                print JSON lines
  --quiet               print problems only

Examples:
  dbt-workbench init ci --host github-pages
  dbt-workbench init ci --host s3 --program ./dbt-workbench-0.1.0.tgz
`,
  live: `Keeps a site up to date: builds it, and again whenever dbt has written its files, and
publishes each build as a release that replaces the one before in a single step. A web
server shows what the link DIR/current leads to. A build that fails changes nothing, and
DIR/status.json says why. docs/serving.md tells all of it.

Usage: dbt-workbench live [ARTIFACTS] --folder DIR [options]

  ARTIFACTS             dbt's target/ folder, or one that holds such files (target)
  --folder DIR          where releases are kept, with cache and history (SITE_FOLDER)
  --once                build and publish once, then end
  --nginx FILE          run nginx with this configuration too, and end with it
  --json                print JSON lines
  --quiet               print problems only
Options of build, but for --out and --cache, are given to each build. The history lies
in the folder, unless --history says where.

Environment: POLL_MS SETTLE_MS KEEP_RELEASES ARTIFACTS_URL ARTIFACTS_HEADER SITE_URL
SITE_TITLE SITE_CONFIG BASE_PATH, and what docs/serving.md lists for nginx

Examples:
  dbt-workbench live target --folder /srv/docs
  dbt-workbench live target --folder /srv/docs --once --title "Our shop"

Exit codes: 0 stopped, or with --once published · 2 it could not be done, or nginx ended
`,
  releases: `Lists the releases that are kept, the newest first.

Usage: dbt-workbench releases --folder DIR [options]

  --folder DIR          the folder of live (SITE_FOLDER)
  --json                print JSON lines
`,
  rollback: `Shows an earlier release and holds it: newer builds are made and kept, but not shown.
Works while live is running.

Usage: dbt-workbench rollback [ID] --folder DIR [options]

  ID                    a release as \`dbt-workbench releases\` names it (the one before)
  --off                 show the newest release, and newer ones when they come
  --folder DIR          the folder of live (SITE_FOLDER)
  --json                print JSON lines

Examples:
  dbt-workbench rollback --folder /srv/docs
  docker compose exec docs dbt-workbench rollback 12-3f2a9c1d
`,
  ls: `Lists what a selection holds, as dbt ls does, from artifacts alone.

Usage: dbt-workbench ls [ARTIFACTS] [options]

  ARTIFACTS             dbt's target/ folder, or one that holds such files (target)
${SELECTION_HELP}
  --resource-type LIST  only these types, with commas between; all: with analyses and hooks
  --output FORM         selector, name, id, path or json (selector)
  --config FILE         configuration (dbt-workbench.config.json, if it exists)
  --cache DIR           where the index of the history lies (.dbt-workbench)
  --history DIR         where runs are kept (.dbt-workbench-history)
  --no-history          know only the runs among the artifacts
  --json                the same as --output json
  --quiet               print no warnings

Methods: access config exposure file fqn function group metric package path resource_type
result saved_query selector semantic_model source source_status state tag test_name
test_type unit_test version. Spaces unite, commas intersect, + and @ follow the graph.

Examples:
  dbt-workbench ls --select "+fct_orders"
  dbt-workbench ls target --select "path:models/marts,config.materialized:incremental"
  dbt-workbench ls --select "result:error+" --output name
  dbt-workbench ls --select state:modified+ --state ../main/target

Exit codes: 0 listed, or nothing matches · 2 a wrong expression, or nothing could be read
`,
  serve: `Shows a built site on this machine, for you alone.

Usage: dbt-workbench serve [DIR] [options]

  DIR                   the site's folder (site)
  --port N              the first port to try (8080)
  --base /path/         path that the site was built for (what its build.json says)
  --json                print JSON lines
  --quiet               print problems only

Examples:
  dbt-workbench serve
  dbt-workbench serve public --port 3000
`,
  watch: `Builds and serves the site, and builds it again whenever dbt has written its files.
A build that fails leaves the site as it was.

Usage: dbt-workbench watch [ARTIFACTS] [options]

  ARTIFACTS             dbt's target/ folder, or one that holds such files (target)
${SITE_OPTIONS}
  --port N              the first port to try (8080)
  --force               write into a folder that holds files of others
  --json                print JSON lines
  --quiet               print problems only

Examples:
  dbt-workbench watch
  dbt-workbench watch target --port 3000
`,
  version: `Prints the version.

Usage: dbt-workbench version
`,
  help: GENERAL,
};

export const commandNames: readonly string[] = Object.keys(COMMANDS);

/** The help of a command, or the general one; null when there is no such command. */
export function helpText(command: string | null): string | null {
  if (command === null) return GENERAL;
  return Object.hasOwn(COMMANDS, command) ? (COMMANDS[command] ?? null) : null;
}
