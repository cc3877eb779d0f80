const newsForMs = 14 * 24 * 60 * 60 * 1000;

/** What is older is history: it belongs into the course but is no news that somebody should act on. */
export const isRecent = (at: Date, now: Date): boolean => now.getTime() - at.getTime() <= newsForMs;
