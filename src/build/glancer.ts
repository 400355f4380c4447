import { parentPort, workerData } from 'node:worker_threads';
import { columnsOf, type GlanceColumns, type GlancerData } from './glance.ts';
import { readRecord } from './record.ts';
import { readSiteFolder } from './site-folder.ts';

const { out, recordFile } = workerData as GlancerData;
const record = readRecord(recordFile);
const files = readSiteFolder(out);
const found = [...files.values()];
const columns: GlanceColumns = {
  onDisk: {
    paths: [...files.keys()].join('\0'),
    sizes: Float64Array.from(found, ({ size }) => size),
    times: Float64Array.from(found, ({ time }) => time),
  },
  record: record && columnsOf(record),
};
parentPort?.postMessage(columns);
