import type { Transaction } from '@attune/platform';

export type SettingName = 'crisis-information' | 'shown-results';

export interface Setting<Value> {
  /** 0 where the provider has decided nothing yet. */
  readonly version: number;
  readonly value: Value | null;
}

export async function readSetting<Value>(tx: Transaction, name: SettingName): Promise<Setting<Value>> {
  const [row] = await tx.query<Setting<Value>>('SELECT version, value FROM form_setting WHERE name = $1', [
    name,
  ]);
  return row ?? { version: 0, value: null };
}

/** @returns the new version, or null when somebody else has changed it since version `from` was read */
export async function saveSetting(
  tx: Transaction,
  name: SettingName,
  { from, value, at, by }: { from: number; value: unknown; at: Date; by: string },
): Promise<number | null> {
  const [row] = await tx.query<{ version: number }>(
    `INSERT INTO form_setting (name, version, value, changed_at, changed_by) VALUES ($1, 1, $2, $4, $5)
     ON CONFLICT (name) DO UPDATE SET version = form_setting.version + 1, value = excluded.value,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by
     WHERE form_setting.version = $3 RETURNING version`,
    [name, JSON.stringify(value), from, at, by],
  );
  return row?.version ?? null;
}
