import { audit, changedMeanwhile, Clock, Database, requireVersion, type Person } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { readSetting, saveSetting, type Setting, type SettingName } from '../../store/form-setting.store.ts';

/** What the provider decides about the form, as whole documents with a version. */
@Injectable()
export class FormSettings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  read<Value>(person: Person, name: SettingName): Promise<Setting<Value>> {
    return this.database.asPerson(person, (tx) => readSetting<Value>(tx, name));
  }

  /** @throws Problem 412 when somebody else has changed it since version `match` was read */
  change<Value>(
    person: Person,
    name: SettingName,
    match: number | null,
    value: Value,
  ): Promise<{ readonly version: number; readonly value: Value }> {
    const at = this.clock.now();
    return this.database.asPerson(person, async (tx) => {
      const { version: from } = await readSetting(tx, name);
      requireVersion(match, from);
      const version = await saveSetting(tx, name, { from, value, at, by: person.id });
      if (version === null) throw changedMeanwhile(from + 1);
      audit(tx, { person, action: `change-${name}`, clientIds: [], subject: String(version), at });
      return { version, value };
    });
  }
}
