/** One message of a log, masked and without colours. */
export interface LogEntry {
  /** As the log has it: ISO 8601 in JSON logs, often only a time of day in text logs. */
  at: string | null;
  level: LogLevel;
  /** dbt's event code, e.g. `Q011`; only in JSON logs. */
  code: string | null;
  /** `unique_id` of the node it is about; only in JSON logs. */
  nodeId: string | null;
  message: string;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** What one invocation logged. */
export interface InvocationLog {
  /** The log file, relative to the artifacts folder. */
  file: string;
  invocationId: string | null;
  format: 'json' | 'text';
  entries: LogEntry[];
  /** Entries were left out because there are too many; warnings and errors are left out last. */
  truncated: boolean;
}
