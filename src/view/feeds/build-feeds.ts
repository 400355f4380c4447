import { hash } from 'node:crypto';
import { FEEDS } from '../../messages/feeds.ts';
import { compareText } from '../../project/order.ts';
import type { Resource } from '../../project/resource.ts';
import { eventsOf, type RunEvent } from '../../runs/events.ts';
import { isOnMainTarget } from '../../runs/main-target.ts';
import type { RunSummary } from '../../runs/run.ts';
import type { ViewContext } from '../context.ts';
import { deskFolder } from '../desks/build-desk-pages.ts';
import { ownerDesks, tagDesks } from '../desks/desk.ts';
import { formatDuration } from '../format-duration.ts';
import { testName, testsOf } from '../resource/tests.ts';
import { ancestorsOf } from '../resource/upstream.ts';
import { resultHref } from '../result-place.ts';
import { slugs } from '../slug.ts';
import type { FeedEntry, FeedView } from './feed.ts';

/** Entries of one feed. */
const MOST_ENTRIES = 50;
const LONGEST_MESSAGE = 500;

/** Every feed of a site: of all that runs told, and of each owner, tag and exposure. */
export function buildFeeds(siteTitle: string, context: ViewContext): FeedView[] {
  const { project, links } = context;
  const entriesOf = new Map(
    [...project.resources.keys()].map((id) => [
      id,
      eventsOf(id, context.history).map((event) => entryOf(event, context)),
    ]),
  );
  const feed = (title: string, folder: string, entries: readonly FeedEntry[]): FeedView => {
    const newest = entries.toSorted(newestFirst).slice(0, MOST_ENTRIES);
    return {
      id: uuid([project.facts.name, folder]),
      title,
      summary: FEEDS.summary,
      folder,
      href: links.href(folder),
      entries: newest,
      updatedAt: newest[0]?.at ?? project.facts.generatedAt,
    };
  };
  /** Of these resources and of all tests that watch them. */
  const about = (resources: readonly Resource[]): FeedEntry[] => {
    const ids = new Set(
      resources.flatMap((resource) => [resource.uniqueId, ...testsOf(resource, context)]),
    );
    return [...ids].flatMap((id) => entriesOf.get(id) ?? []);
  };
  return [
    feed(FEEDS.title(siteTitle), '/', [
      ...[...entriesOf.values()].flat(),
      ...context.history.runs.flatMap((run) => crashOf(run, context)),
    ]),
    ...[ownerDesks(project), tagDesks(project)].flatMap((desks) => {
      const segments = slugs(desks.map(({ name }) => name));
      return desks.map(({ kind, name, members }) =>
        feed(
          FEEDS.titleOf(siteTitle, FEEDS[kind], name),
          `/${deskFolder(kind)}/${segments.get(name) ?? ''}/`,
          about(members),
        ),
      );
    }),
    ...[...project.resources.values()].flatMap((resource) => {
      const path = exposurePath(resource, context);
      if (path === null) return [];
      const title = FEEDS.titleOf(siteTitle, FEEDS.exposure, resource.label ?? resource.name);
      return [feed(title, path, about(ancestorsOf(resource, context)))];
    }),
  ];
}

/** The page of an exposure, whose folder holds its feeds; null for everything else. */
export function exposurePath({ resourceType, uniqueId }: Resource, { links }: ViewContext) {
  return resourceType === 'exposure' ? links.pagePath(uniqueId) : null;
}

function newestFirst(a: FeedEntry, b: FeedEntry): number {
  return compareText(b.at, a.at) || compareText(a.id, b.id);
}

function entryOf(event: RunEvent, context: ViewContext): FeedEntry {
  const { uniqueId, turn, at, past } = event;
  const { links, project } = context;
  const { run } = past;
  return {
    id: uuid([project.facts.name, run.id, uniqueId, turn, event.of]),
    title: titleOf(event, nameOf(uniqueId, context)),
    text: [...detailOf(event), FEEDS.inRun(run.command, run.target)].join('\n'),
    at,
    turn,
    uniqueId,
    resourceType: project.resources.get(uniqueId)?.resourceType ?? null,
    href: resultHref(past, context),
    runJson: `${links.runHref(run.id).slice(0, -1)}.json`,
  };
}

function titleOf({ of, turn, past }: RunEvent, name: string): string {
  if (turn === 'recovered') return of === 'freshness' ? FEEDS.fresh(name) : FEEDS.recovered(name);
  const { status } = past.result;
  return of === 'freshness' && status === 'error' ? FEEDS.stale(name) : FEEDS.failed(name, status);
}

function detailOf(event: RunEvent): string[] {
  if (event.turn === 'recovered') return [];
  if (event.of === 'freshness') {
    const { age, error } = event.past.result;
    if (error !== null) return [shortened(error)];
    return age === null ? [] : [FEEDS.age(formatDuration(age))];
  }
  const { failures, message } = event.past.result;
  return [
    ...(failures === null || failures === 0 ? [] : [FEEDS.rows(failures)]),
    ...(message === null ? [] : [shortened(message)]),
  ];
}

function shortened(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > LONGEST_MESSAGE ? `${trimmed.slice(0, LONGEST_MESSAGE)}…` : trimmed;
}

function nameOf(uniqueId: string, context: ViewContext): string {
  const details = context.project.resources.get(uniqueId)?.details;
  const { name } = context.links.link(uniqueId);
  if (details?.kind !== 'test') return name;
  const on = details.attachedNode === null ? null : context.links.link(details.attachedNode).name;
  return FEEDS.test(testName(uniqueId, context), on);
}

/** A run on the main target that failed as a whole. */
function crashOf(run: RunSummary, context: ViewContext): FeedEntry[] {
  const { links, history, project } = context;
  const at = run.completedAt ?? run.startedAt;
  if (run.errors.length === 0 || at === null || !isOnMainTarget(run, history.target)) return [];
  return [
    {
      id: uuid([project.facts.name, run.id]),
      title: FEEDS.crashed(run.command),
      text: run.errors.map(shortened).join('\n'),
      at,
      turn: 'failed',
      uniqueId: null,
      resourceType: null,
      href: links.runHref(run.id),
      runJson: `${links.runHref(run.id).slice(0, -1)}.json`,
    },
  ];
}

/** A UUID of what something is told by: version 8, whose bits are free (RFC 9562). */
function uuid(parts: readonly unknown[]): string {
  const hex = hash('sha256', JSON.stringify(parts), 'hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
