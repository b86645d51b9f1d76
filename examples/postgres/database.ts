/** One row, as the driver reads it: text, numbers and parsed `jsonb`. */
export type Row = Readonly<Record<string, unknown>>;

/** Whatever takes a statement. */
export interface Connection {
  readonly query: (text: string, values?: readonly unknown[]) => Promise<{ readonly rows: readonly Row[] }>;
}

/** A database that several may use at once. */
export interface Database extends Connection {
  /** Commits all that `work` did over this connection, or nothing when it throws. */
  readonly transaction: <A>(work: (connection: Connection) => Promise<A>) => Promise<A>;
  readonly close: () => Promise<void>;
}
