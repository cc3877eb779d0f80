import { Trans } from '@lingui/react/macro';
import { Checkbox, Table } from '@mantine/core';
import type { Instrument } from '../../api/instruments.ts';
import { countingItems, numberIn, type Part, partOf, pieceOf, withPart, withPiece } from './key-document.ts';
import type { Faults } from './key-faults.ts';
import { keyFieldWords } from './key-words.ts';
import { RiskField } from './risk-field.tsx';

export interface KeyFieldsProps {
  readonly instrument: Instrument;
  readonly before: object;
  readonly document: object;
  readonly faults: Faults;
  readonly onChange: (document: object) => void;
}

/** How each question counts. */
export function KeyItems({ instrument, before, document, faults, onChange }: KeyFieldsProps) {
  const counting = countingItems(document, before);
  const [reversed, risk] = [keyFieldWords('reversed'), keyFieldWords('risk')];
  return (
    <Table className="clients" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">
            <Trans>Question</Trans>
          </Table.Th>
          <Table.Th scope="col">{reversed}</Table.Th>
          <Table.Th scope="col">{risk}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {instrument.items
          .filter(({ linkId }) => counting.has(linkId))
          .map(({ linkId, text, options }) => {
            const item = partOf(document, before, 'items', linkId);
            const set = (change: Part) => {
              onChange(withPart(document, 'items', linkId, change));
            };
            return (
              <Table.Tr key={linkId}>
                <Table.Th scope="row">{text}</Table.Th>
                <Table.Td data-label={reversed}>
                  <Checkbox
                    aria-label={`${reversed}: ${text}`}
                    checked={item['reversed'] === true}
                    onChange={({ currentTarget: { checked } }) => {
                      set({ reversed: checked });
                    }}
                  />
                </Table.Td>
                <Table.Td data-label={risk}>
                  <RiskField
                    label={`${risk}: ${text}`}
                    options={options}
                    error={faults.get(`items/${linkId}/risk`)}
                    value={numberIn(pieceOf(item, 'risk'), 'atLeast')}
                    onChange={(atLeast) => {
                      set({ risk: withPiece(item, 'risk', { atLeast }) });
                    }}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
      </Table.Tbody>
    </Table>
  );
}
