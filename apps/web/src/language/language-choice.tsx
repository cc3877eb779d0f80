import { t } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { NativeSelect } from '@mantine/core';
import { choose, type Language, languages } from './language.ts';

/** Each language says its own name, so that whoever cannot read the present one finds theirs. */
export function LanguageChoice() {
  return (
    <NativeSelect
      size="xs"
      className="fixed"
      aria-label={t`Language`}
      value={i18n.locale}
      data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      onChange={({ currentTarget: { value } }) => {
        choose(value as Language);
      }}
    />
  );
}
