import { t } from '@lingui/core/macro';
import { Checkbox, Group, NumberInput, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { PaperAnswer, PaperItem } from '../api/asking.ts';

interface Props {
  readonly item: PaperItem;
  readonly number: number;
  readonly answer: PaperAnswer | undefined;
  readonly onAnswer: (answer: PaperAnswer) => void;
}

/** Words, days and times are written as they are kept. */
const shapes = { date: '2026-11-23', 'date-time': '2026-11-23T10:00:00Z', time: '10:30' } as const;

/** One item of any kind, with nothing chosen until something is. */
export function PaperField({ item, number, answer = {}, onAnswer }: Props) {
  const { text, heading, options, range, kind, several, other } = item;
  const label = `${number}. ${heading === undefined ? '' : `${heading} `}${text}`;
  const words = (entered: string): PaperAnswer => {
    const { text: _, ...rest } = answer;
    return entered === '' ? rest : { ...rest, text: entered };
  };
  if (range)
    return (
      <NumberInput
        label={label}
        maw={260}
        {...{ min: range.min, max: range.max, step: range.step }}
        description={t`${range.min} to ${range.max}`}
        value={answer.value ?? ''}
        onChange={(value) => {
          onAnswer(typeof value === 'number' ? { value } : {});
        }}
      />
    );
  if (kind !== undefined) {
    const given = {
      label,
      value: answer.text ?? '',
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
        onAnswer(words(currentTarget.value));
      },
    };
    if (kind === 'text') return <Textarea autosize minRows={2} {...given} />;
    return <TextInput maw={260} placeholder={kind in shapes ? shapes[kind as 'date'] : ''} {...given} />;
  }
  return (
    <Stack gap="xs">
      {several === true ? (
        <Checkbox.Group
          label={label}
          value={(answer.values ?? []).map(String)}
          onChange={(values) => {
            onAnswer({ ...answer, values: values.map(Number) });
          }}
        >
          <Group gap="md" mt={6}>
            {options.map((option) => (
              <Checkbox key={option.value} value={String(option.value)} label={option.label} />
            ))}
          </Group>
        </Checkbox.Group>
      ) : (
        <Radio.Group
          label={label}
          value={String(answer.value ?? '')}
          onChange={(value) => {
            onAnswer({ value: Number(value) });
          }}
        >
          <Group gap="md" mt={6}>
            {options.map((option) => (
              <Radio key={option.value} value={String(option.value)} label={option.label} />
            ))}
          </Group>
        </Radio.Group>
      )}
      {other === true && (
        <TextInput
          label={t`In other words`}
          maw={420}
          value={answer.text ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const { value: _, ...rest } = words(value);
            onAnswer(several === true || value === '' ? words(value) : rest);
          }}
        />
      )}
    </Stack>
  );
}
