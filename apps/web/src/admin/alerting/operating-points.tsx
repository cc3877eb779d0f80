import type { OperatingPoint } from '@attune/clinical';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Radio, Stack, Table, Text } from '@mantine/core';
import { fixed, whole } from '../../shell/formats.ts';
import { pointRules, pointWords } from './point-words.ts';

interface Props {
  readonly points: readonly OperatingPoint[];
  readonly chosen: number | undefined;
  /** Undefined for the numbers of the set itself. */
  readonly onChoose: (standardDeviations: number | undefined) => void;
}

const percent = (share: number) => `${whole(share * 100)} %`;
const span = (of: readonly number[], told: (value: number) => string) => of.map(told).join('–');

/** How soon the alliance rules speak: what each choice notices, and what it costs in false alerts. */
export function OperatingPoints({ points, chosen, onChoose }: Props) {
  const names = pointRules(points, chosen);
  return (
    <section aria-labelledby="points">
      <Stack gap="xs">
        <div>
          <Text id="points" component="h3" fw={600}>
            <Trans>How soon the alliance rules speak, and the price</Trans>
          </Text>
          <Text size="sm" c="dimmed" maw={640}>
            <Trans>
              By simulation, with 95 % confidence. What is noticed more often costs more false alerts.
            </Trans>{' '}
            {names !== '' && <Trans>It is about these rules: {names}. All others stay as they are.</Trans>}
          </Text>
        </div>
        <Table className="clients" verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">
                <Trans>Choice</Trans>
              </Table.Th>
              <Table.Th scope="col">
                <Trans>False alerts in 100 sessions</Trans>
              </Table.Th>
              <Table.Th scope="col">
                <Trans>Ruptures noticed</Trans>
              </Table.Th>
              <Table.Th scope="col">
                <Trans>Half of them within</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Table.Tr>
              <Table.Th scope="row">
                <Radio
                  name="point"
                  label={t`The numbers of the set itself`}
                  checked={chosen === undefined}
                  onChange={() => {
                    onChoose(undefined);
                  }}
                />
              </Table.Th>
              <Table.Td data-label={t`False alerts in 100 sessions`}>–</Table.Td>
              <Table.Td data-label={t`Ruptures noticed`}>–</Table.Td>
              <Table.Td data-label={t`Half of them within`}>–</Table.Td>
            </Table.Tr>
            {points.map((point) => (
              <Point
                key={point.standardDeviations}
                point={point}
                checked={chosen === point.standardDeviations}
                onChoose={onChoose}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </section>
  );
}

interface PointProps extends Pick<Props, 'onChoose'> {
  readonly point: OperatingPoint;
  readonly checked: boolean;
}

function Point({ point, checked, onChoose }: PointProps) {
  const { standardDeviations, shipped, falsePer100, falseInterval, sensitivity, delay } = point;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Radio
          name="point"
          checked={checked}
          onChange={() => {
            onChoose(standardDeviations);
          }}
          label={
            <>
              {pointWords(point)}{' '}
              {shipped && (
                <Badge tt="none" variant="light">
                  <Trans>as it ships</Trans>
                </Badge>
              )}
            </>
          }
        />
      </Table.Th>
      <Table.Td data-label={t`False alerts in 100 sessions`}>
        {fixed(falsePer100)} <Text size="sm" c="dimmed" span>{`(${span(falseInterval, fixed)})`}</Text>
      </Table.Td>
      <Table.Td data-label={t`Ruptures noticed`}>
        {percent(sensitivity)}{' '}
        <Text size="sm" c="dimmed" span>{`(${span(point.sensitivityInterval, percent)})`}</Text>
      </Table.Td>
      <Table.Td data-label={t`Half of them within`}>
        {delay === 0 ? t`the session itself` : t`${delay} sessions`}
      </Table.Td>
    </Table.Tr>
  );
}
