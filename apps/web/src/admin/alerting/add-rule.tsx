import type { DetectorKind, Rule } from '@attune/clinical';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { instrumentsQuery, nameOf } from '../../api/instruments.ts';
import { newestOf } from '../asking/newest.ts';
import { detectorKinds, detectorTitle } from './detector-parameters.ts';
import { freshCode } from './draft-rules.ts';

interface Props {
  readonly rules: readonly Rule[];
  readonly onAdd: (rule: Rule) => void;
}

/** One more rule: which scale it looks at, and by which detector. Its numbers are set where it then stands. */
export function AddRule({ rules, onAdd }: Props) {
  const { data: instruments = [] } = useQuery(instrumentsQuery);
  const [kind, setKind] = useState<DetectorKind>('fall-since-last');
  const [which, setWhich] = useState('');
  const [concern, setConcern] = useState<Rule['concern']>('alliance');
  const scales = newestOf(instruments).flatMap(({ instrument: { url, title, scales: all } }) =>
    all.map((scale) => ({ url, scale, value: `${url} ${scale.code}`, label: `${title}: ${scale.title}` })),
  );
  const chosen = scales.find(({ value }) => value === which);
  const add = () => {
    if (!chosen) return;
    const { url, scale } = chosen;
    const code = freshCode(rules, `${nameOf(url)}-${scale.code}-${kind}`.slice(0, 60));
    onAdd({
      ...{ code, title: `${chosen.label}: ${detectorTitle(kind)}`.slice(0, 200) },
      ...{ concern, severity: 'medium' },
      ...{ instrument: url, scale: scale.code, detector: detectorKinds[kind].begin },
      direction: scale.higherIsBetter ? 'higher-is-better' : 'lower-is-better',
    });
    setWhich('');
  };
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={t`One more rule, about`}
        value={which}
        data={[
          { value: '', label: t`Choose a scale` },
          ...scales.map(({ value, label }) => ({ value, label })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          setWhich(value);
        }}
      />
      <NativeSelect
        label={t`By`}
        value={kind}
        data={(Object.keys(detectorKinds) as DetectorKind[]).map((value) => ({
          value,
          label: detectorTitle(value),
        }))}
        onChange={({ currentTarget: { value } }) => {
          setKind(value as DetectorKind);
        }}
      />
      <NativeSelect
        label={t`Its alerts are about`}
        value={concern}
        data={[
          { value: 'alliance', label: t`The alliance` },
          { value: 'outcome', label: t`The outcome` },
        ]}
        onChange={({ currentTarget: { value } }) => {
          setConcern(value as Rule['concern']);
        }}
      />
      <Button variant="default" disabled={!chosen} onClick={add}>
        <Trans>Add the rule</Trans>
      </Button>
    </Group>
  );
}
