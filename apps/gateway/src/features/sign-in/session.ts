/** Who is signed in, as the page needs to know it. */
export interface SignedInPerson {
  id: string;
  roles: readonly string[];
  name: string;
  language: string;
  zone: string;
}

/** What the browser's cookie carries, sealed: there is no session table to lose, so a restart signs nobody out. */
export interface Session {
  /** Names the session across its refreshes. */
  id: string;
  /** When the person signed in, in seconds since 1970. */
  startedAt: number;
  person: SignedInPerson;
  accessToken: string;
  /** When the access token ends, in seconds since 1970. */
  accessEndsAt: number;
  refreshToken: string | null;
  /** Shown to the provider at sign-out, as proof that the person asks. */
  idToken: string | null;
}

/** Seconds after which a person signs in again, however active they were: clinical records are behind it. */
export const longestSession = 12 * 60 * 60;

/** Now, in seconds since 1970. Real time: the platform's steerable clock is for the domain only. */
export function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
