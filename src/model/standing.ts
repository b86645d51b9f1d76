/**
 * Where a rep stands at the moment of asking: its load, and its account on the strategy's ledger.
 *
 * @since 0.1.0
 */
export interface Standing {
  /** Leads held now: the roster's `openLeads` where given, else the state's. */
  readonly openLeads: number;
  /** Offers not yet answered, other than for this lead. */
  readonly openOffers: number;
  /** The effort of these leads and offers together, other than for this lead: one each where no lead says otherwise. */
  readonly openEffort: number;
  /** What the ledger still owes the rep, in credits; {@link CREDITS_PER_LEAD} are one lead. */
  readonly credit: number;
}
