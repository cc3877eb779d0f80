import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Button, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { choose, type Language, languages } from './language.ts';

/** A device may have no letters for the name of a language. */
const fetchLetters = () => void import('./devanagari.ts').catch(() => undefined);

/** Each language says its own name, so that whoever cannot read the present one finds theirs. */
export function LanguageChoice() {
  return (
    <Menu shadow="md" position="bottom-end" onOpen={fetchLetters}>
      <Menu.Target>
        <Button variant="subtle" color="gray" px={8} className="fixed" aria-label={t`Language`}>
          <IconLanguage size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(languages).map(([value, name]) => (
          <Menu.Item
            key={value}
            lang={value}
            aria-current={value === i18n.locale}
            onClick={() => {
              choose(value as Language);
            }}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
