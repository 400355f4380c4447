import { parentPort, workerData } from 'node:worker_threads';
import type { FolderColumns } from './glance.ts';
import { readSiteFolder } from './site-folder.ts';

const files = readSiteFolder(workerData as string);
const found = [...files.values()];
const columns: FolderColumns = {
  paths: [...files.keys()].join('\0'),
  sizes: Float64Array.from(found, ({ size }) => size),
  times: Float64Array.from(found, ({ time }) => time),
};
parentPort?.postMessage(columns);
