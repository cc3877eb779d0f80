interface AlertNow {
  readonly status: 'open' | 'acknowledged' | 'resolved';
  /** Who changed it; null where it changed by itself. */
  readonly by?: string | null;
}

/** Whether an alert, as it is told now, has been taken in hand: one that closed by itself never was. */
export const isTakenInHand = ({ status, by }: AlertNow): boolean =>
  status === 'acknowledged' || (status === 'resolved' && by !== null);
