import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, CloseButton, Group, NativeSelect, NumberInput, Popover, Stack } from '@mantine/core';
import { useState } from 'react';
import { formatRanges, type NumberName, numbers, parseRanges, rangeWords } from './ranges.ts';

interface Props {
  readonly filter: string | undefined;
  readonly onChange: (filter: string | undefined) => void;
}

const entered = (value: number | string) => (value === '' ? null : Number(value));

/** Narrows the list by any number on the page. */
export function NumberFilters({ filter, onChange }: Props) {
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState<NumberName>('last-score');
  const [from, setFrom] = useState<number | string>('');
  const [to, setTo] = useState<number | string>('');
  const ranges = parseRanges(filter);
  const nothing = from === '' && to === '';
  const crossed = from !== '' && to !== '' && Number(from) > Number(to);
  const add = () => {
    const others = ranges.filter((one) => one.name !== name);
    onChange(formatRanges([...others, { name, from: entered(from), to: entered(to) }]));
    setFrom('');
    setTo('');
    setOpened(false);
  };
  return (
    <>
      <Popover
        opened={opened}
        onChange={setOpened}
        trapFocus
        returnFocus
        shadow="md"
        position="bottom-start"
        withinPortal
      >
        <Popover.Target>
          <Button
            variant="default"
            aria-expanded={opened}
            onClick={() => {
              setOpened(!opened);
            }}
          >
            <Trans>Filter by a number</Trans>
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t`Filter by a number`}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (!nothing && !crossed) add();
            }}
          >
            <Stack gap="sm">
              <NativeSelect
                label={t`Number`}
                value={name}
                data={Object.entries(numbers).map(([value, label]) => ({ value, label: i18n._(label) }))}
                onChange={(event) => {
                  setName(event.currentTarget.value as NumberName);
                }}
              />
              <Group gap="sm" wrap="nowrap" align="flex-start">
                <NumberInput
                  label={t`At least`}
                  value={from}
                  onChange={setFrom}
                  w={110}
                  decimalScale={1}
                  hideControls
                />
                <NumberInput
                  label={t`At most`}
                  value={to}
                  onChange={setTo}
                  error={crossed && t`Less than at least`}
                  w={110}
                  decimalScale={1}
                  hideControls
                />
              </Group>
              <Button type="submit" disabled={nothing || crossed}>
                <Trans>Show these</Trans>
              </Button>
            </Stack>
          </form>
        </Popover.Dropdown>
      </Popover>
      {ranges.map((range) => (
        <span key={range.name} className="chip">
          {rangeWords(range)}
          <CloseButton
            size="xs"
            aria-label={t`Without ${rangeWords(range)}`}
            onClick={() => {
              onChange(formatRanges(ranges.filter((one) => one.name !== range.name)));
            }}
          />
        </span>
      ))}
    </>
  );
}
