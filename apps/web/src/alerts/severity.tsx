import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { IconAlertTriangleFilled, IconCircleFilled, IconSquareRotatedFilled } from '@tabler/icons-react';
import type { Severity } from '../api/alerts.ts';

const marks = {
  high: [IconAlertTriangleFilled, msg`High`],
  medium: [IconSquareRotatedFilled, msg`Medium`],
  low: [IconCircleFilled, msg`Low`],
} as const;

/** By shape, colour and word, so that none of them is needed. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const [Icon, word] = marks[severity];
  return (
    <span className={`severity severity-${severity}`}>
      <Icon size={14} aria-hidden /> {i18n._(word)}
    </span>
  );
}
