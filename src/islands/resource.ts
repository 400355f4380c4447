import { startCode } from './code.ts';
import { startColumns } from './columns.ts';

// What scripts add to the pages of resources.
startCode();
startColumns();
