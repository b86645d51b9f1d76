/**
 * Names a lead: any string, even `""` or `__proto__`, without U+0000 and without lone surrogates.
 *
 * @since 0.1.0
 */
export type LeadId = string;

/**
 * Names a rep, by the same rule as a {@link LeadId}. Reps are ordered by the UTF-16 code units of their ids.
 *
 * @since 0.1.0
 */
export type RepId = string;

/**
 * Names a ledger, by the same rule as a {@link LeadId}.
 *
 * @since 0.1.0
 */
export type LedgerName = string;
