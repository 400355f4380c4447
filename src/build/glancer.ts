import { parentPort, workerData } from 'node:worker_threads';
import { columnsOf, type GlanceColumns, type GlancerData } from './glance.ts';
import { lookAt } from './glimpse.ts';

const { out, recordFile } = workerData as GlancerData;
const { record, altered, foreign } = lookAt(out, recordFile);
const columns: GlanceColumns = { record: record && columnsOf(record), altered, foreign };
parentPort?.postMessage(columns);
