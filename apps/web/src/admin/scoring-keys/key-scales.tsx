import { t } from '@lingui/core/macro';
import { Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { bandGaps } from './band-faults.ts';
import { Figure } from './figure.tsx';
import { bandName } from './key-change-words.ts';
import {
  numberIn,
  type Part,
  partOf,
  partsOf,
  pieceOf,
  textIn,
  withPart,
  withPiece,
} from './key-document.ts';
import type { KeyFieldsProps } from './key-items.tsx';
import { keyFieldWords, keyPartWords } from './key-words.ts';

/** What each scale comes to, and the numbers that it is judged by. */
export function KeyScales({ instrument, before, document, faults, onChange }: KeyFieldsProps) {
  return instrument.scales.map(({ code }) => {
    const scale = partOf(document, before, 'scales', code);
    return (
      <ScaleFields
        key={code}
        name={keyPartWords(instrument, code)}
        scale={scale}
        fault={(field) => faults.get(`scales/${code}/${field}`)}
        onChange={(change) => {
          // One that was left out of the JSON comes back whole.
          onChange(withPart(document, 'scales', code, { ...scale, ...change }));
        }}
      />
    );
  });
}

interface ScaleProps {
  readonly name: string;
  readonly scale: Part;
  /** What cannot be about a field of it. */
  readonly fault: (field: string) => string | undefined;
  readonly onChange: (change: Part) => void;
}

const sourced = ['cutOff', 'reliableChange', 'reliability'] as const;

function ScaleFields({ name, scale, fault, onChange }: ScaleProps) {
  const bands = partsOf(scale, 'bands') ?? [];
  return (
    <Fieldset legend={name}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-start">
          {['min', 'max'].map((field) => (
            <Figure
              key={field}
              label={keyFieldWords(field)}
              value={numberIn(scale, field)}
              error={fault(field)}
              onChange={(value) => {
                onChange({ [field]: value });
              }}
            />
          ))}
        </Group>
        {sourced.map((field) => (
          <SourcedFields key={field} {...{ field, scale, fault, onChange }} />
        ))}
        {bands.map((band, index) => (
          <Band
            key={textIn(band, 'code')}
            band={band}
            fault={(field) => fault(`bands/${index}/${field}`)}
            onChange={(change) => {
              onChange({ bands: bands.with(index, { ...band, ...change }) });
            }}
          />
        ))}
        {bandGaps(bands, numberIn(scale, 'max')).map((gap) => (
          <Text key={gap} size="sm" c="dimmed">
            {gap}
          </Text>
        ))}
      </Stack>
    </Fieldset>
  );
}

type SourcedProps = Omit<ScaleProps, 'name'> & { readonly field: (typeof sourced)[number] };

/** A number that was published, with where; none where all of it is empty. */
function SourcedFields({ field, scale, fault, onChange }: SourcedProps) {
  const [label, piece] = [keyFieldWords(field), pieceOf(scale, field)];
  const set = (change: Part) => {
    onChange({ [field]: withPiece(scale, field, change) });
  };
  return (
    <Group gap="sm" align="flex-start">
      <Figure
        label={label}
        value={numberIn(piece, 'value')}
        error={fault(`${field}/value`)}
        onChange={(value) => {
          set({ value });
        }}
      />
      {field === 'reliability' && (
        <Figure
          label={t`Standard deviation`}
          value={numberIn(piece, 'sd')}
          error={fault('reliability/sd')}
          onChange={(sd) => {
            set({ sd });
          }}
        />
      )}
      <TextInput
        label={t`${label}: where it was published`}
        className="grow"
        maxLength={300}
        value={textIn(piece, 'source')}
        error={fault(`${field}/source`)}
        onChange={({ currentTarget: { value } }) => {
          set({ source: value === '' ? undefined : value });
        }}
      />
    </Group>
  );
}

type BandProps = Pick<ScaleProps, 'fault' | 'onChange'> & { readonly band: Part };

function Band({ band, fault, onChange }: BandProps) {
  const name = bandName(band);
  const ends = [
    { field: 'from', label: t`“${name}” from` },
    { field: 'to', label: t`“${name}” to` },
  ];
  return (
    <Group gap="sm" align="flex-start">
      {ends.map(({ field, label }) => (
        <Figure
          key={field}
          label={label}
          value={numberIn(band, field)}
          error={fault(field)}
          onChange={(value) => {
            onChange({ [field]: value });
          }}
        />
      ))}
    </Group>
  );
}
