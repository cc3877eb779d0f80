import { useEffect, useState } from 'react';

const everyMs = 30_000;

/** The time, brought up to date now and then, so that ages on the page grow. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}
