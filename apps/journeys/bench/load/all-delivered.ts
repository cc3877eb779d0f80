const patienceMs = 60_000;

/** Waits for all of them. @throws Error when some have not come a minute after the last was sent */
export async function allDelivered<T>(deliveries: readonly Promise<T>[]): Promise<T[]> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(
      new Error(`not all of ${deliveries.length} responses were delivered within ${patienceMs} ms`),
    );
  }, patienceMs);
  try {
    return await Promise.race([Promise.all(deliveries), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
