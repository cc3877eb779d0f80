import { useState } from 'react';
import { type CaseloadSearch, exportAddress } from '../api/caseload.ts';
import { away, type ApiProblem } from '../api/http.ts';
import { answers } from '../shell/script.ts';

/** Saves the clients as a file; without a connection the browser would say nothing. */
export function useExport(search: CaseloadSearch) {
  const [failed, setFailed] = useState<ApiProblem | null>(null);
  const save = async () => {
    setFailed(null);
    if (!navigator.onLine || !(await answers())) {
      setFailed(away());
      return;
    }
    // Whatever comes is saved, and nothing of it takes the place of the page.
    const link = Object.assign(document.createElement('a'), { href: exportAddress(search), download: '' });
    link.click();
  };
  return { failed, save };
}
