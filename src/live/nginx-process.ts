import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A running nginx. */
export interface NginxProcess {
  /** Resolves with its exit code; 1 when it was killed or could not be started. */
  readonly ended: Promise<number>;
  /** Lets it finish the requests that it is serving, for a while. */
  readonly stop: () => void;
}

const PROGRAM = '/usr/sbin/nginx';
/** A container that is stopped has 10 seconds by default. */
const GRACE_MS = 8000;

/** @param conf path of its configuration, which keeps it in the foreground */
export function startNginx(conf: string): NginxProcess {
  const child = spawn(PROGRAM, ['-c', conf, '-e', 'stderr'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let timer: NodeJS.Timeout | undefined;
  const ended = once(child, 'exit').then(
    () => child.exitCode ?? 1,
    () => 1,
  );
  void ended.then(() => {
    clearTimeout(timer);
  });
  return {
    ended,
    stop: () => {
      // SIGTERM would drop the requests.
      child.kill('SIGQUIT');
      timer = setTimeout(() => child.kill('SIGTERM'), GRACE_MS);
      timer.unref();
    },
  };
}
