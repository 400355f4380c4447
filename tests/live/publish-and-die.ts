/** `node publish-and-die.ts STATE ROUND STAGE`: publishes a made-up site, and dies at a stage. */
import { publishRelease } from '../../src/build/publish/publish-release.ts';
import { stateFolder } from '../../src/build/publish/state-folder.ts';
import { fillWork, madeSite } from './made-site.ts';

const [root = '', round = '', stage = ''] = process.argv.slice(2);
const state = stateFolder(root);
await publishRelease(state, fillWork(state, madeSite(Number(round))), (reached) => {
  if (reached === stage) process.kill(process.pid, 'SIGKILL');
});
