import type { ChaosPlatform } from './platform/chaos-platform.ts';
import type { Clinic } from './stream/clinic.ts';

/** What a fault has to work with while the clients' stream is flowing. */
export interface Scene {
  readonly platform: ChaosPlatform;
  /** For clients of the fault's own, apart from those of the stream. */
  readonly clinic: Clinic;
  /** How often to go through all that the fault breaks. */
  readonly rounds: number;
  /** One repetition: does harm, and from its end on measures how long it takes until a response alerts again. */
  strike(harm: () => Promise<void>): Promise<void>;
}

export interface Fault {
  readonly name: string;
  /** @throws Error when what the platform owes about this fault besides its sets does not come */
  run(scene: Scene): Promise<void>;
  /** After the stream, when all is quiet. */
  afterwards?(scene: Scene): Promise<void>;
}
