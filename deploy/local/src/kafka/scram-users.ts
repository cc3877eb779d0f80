import { createRequire } from 'node:module';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import kafkajs from 'kafkajs';
import type { Credentials } from './broker-properties.ts';
import { kafkaConfig, type Broker } from './connect-admin.ts';

// kafkajs knows the wire format but not this one request (AlterUserScramCredentials, version 0), so its parts
// are used from inside. The package's version is pinned, and an integration test signs in as a new user.
interface Encoder {
  writeInt8(value: number): Encoder;
  writeInt32(value: number): Encoder;
  writeUVarIntString(value: string): Encoder;
  writeUVarIntBytes(value?: Buffer): Encoder;
  writeUVarIntArray(items: Encoder[]): Encoder;
}
interface Decoder {
  readInt16(): number;
  readInt32(): number;
  readUVarIntString(): string | null;
  readTaggedFields(): unknown;
  readUVarIntArray<T>(read: (decoder: Decoder) => T): T[];
}
interface Outcome {
  readonly user: string | null;
  readonly errorCode: number;
  readonly reason: string | null;
}
interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  refreshMetadata(): Promise<void>;
  findControllerBroker(): Promise<{ connectionPool: { send(call: object): Promise<Outcome[]> } }>;
}

const require = createRequire(import.meta.url);
const EncoderClass = require('kafkajs/src/protocol/encoder') as new () => Encoder;
const DecoderClass = require('kafkajs/src/protocol/decoder') as new (data: Buffer) => Decoder;

const alterUserScramCredentials = 51;
const sha512 = 2;
const iterations = 4_096;

/** Creates SCRAM-SHA-512 users, or gives existing ones these passwords. Only salted passwords travel. */
export async function upsertScramUsers(broker: Broker, users: readonly Credentials[]): Promise<void> {
  const cluster = connectCluster(broker);
  await cluster.connect();
  try {
    await cluster.refreshMetadata();
    const controller = await cluster.findControllerBroker();
    const outcomes = await controller.connectionPool.send({ request: request(users), response });
    const refused = outcomes.find(({ errorCode }) => errorCode !== 0);
    if (refused)
      throw new Error(`Kafka refused the user ${refused.user}: ${refused.reason ?? refused.errorCode}`);
  } finally {
    await cluster.disconnect();
  }
}

function connectCluster(broker: Broker): Cluster {
  const kafka = new kafkajs.Kafka(kafkaConfig(broker));
  const create = Object.getOwnPropertySymbols(kafka).find(({ description }) =>
    description?.endsWith('createCluster'),
  );
  const factory = create && (kafka as unknown as Record<symbol, (options: object) => Cluster>)[create];
  if (!factory) throw new Error('this version of kafkajs keeps its cluster elsewhere');
  return factory({ metadataMaxAge: 300_000, maxInFlightRequests: 1 });
}

const request = (users: readonly Credentials[]) => ({
  apiKey: alterUserScramCredentials,
  apiVersion: 0,
  apiName: 'AlterUserScramCredentials',
  encode: () =>
    Promise.resolve(
      new EncoderClass()
        .writeUVarIntBytes()
        .writeUVarIntArray([])
        .writeUVarIntArray(users.map(upsertion))
        .writeUVarIntBytes(),
    ),
});

function upsertion({ username, password }: Credentials): Encoder {
  const salt = randomBytes(24);
  return new EncoderClass()
    .writeUVarIntString(username)
    .writeInt8(sha512)
    .writeInt32(iterations)
    .writeUVarIntBytes(salt)
    .writeUVarIntBytes(pbkdf2Sync(password, salt, iterations, 64, 'sha512'))
    .writeUVarIntBytes();
}

const response = {
  decode(data: Buffer): Promise<Outcome[]> {
    const decoder = new DecoderClass(data);
    decoder.readTaggedFields();
    decoder.readInt32();
    return Promise.resolve(decoder.readUVarIntArray(readOutcome));
  },
  parse: (outcomes: Outcome[]) => Promise.resolve(outcomes),
};

function readOutcome(decoder: Decoder): Outcome {
  const user = decoder.readUVarIntString();
  const outcome = { user, errorCode: decoder.readInt16(), reason: decoder.readUVarIntString() };
  decoder.readTaggedFields();
  return outcome;
}
