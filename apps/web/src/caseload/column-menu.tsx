import { i18n } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { t } from '@lingui/core/macro';
import { type ColumnName, headings } from './headings.ts';

interface Props {
  /** Columns that a person can choose. */
  readonly names: readonly ColumnName[];
  readonly hidden: readonly ColumnName[];
  readonly onToggle: (name: ColumnName, shown: boolean) => void;
}

/** Which columns stand. */
export function ColumnMenu({ names, hidden, onToggle }: Props) {
  return (
    <Popover trapFocus shadow="md" position="bottom-start" withinPortal>
      <Popover.Target>
        <Button variant="default">
          <Trans>Columns</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Columns`}>
        <Stack gap="xs">
          {names.map((name) => (
            <Checkbox
              key={name}
              label={i18n._(headings[name].title)}
              checked={!hidden.includes(name)}
              onChange={({ currentTarget: { checked } }) => {
                onToggle(name, checked);
              }}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
