import { contracts, headers, topics, type EventContract } from '../src/index.ts';

const string = (description: string, more: object = {}) => ({ type: 'string', description, ...more });

/** CloudEvents 1.0 in Kafka's binary content mode. */
const headerSchema = {
  type: 'object',
  required: [
    headers.specversion,
    headers.id,
    headers.type,
    headers.source,
    headers.time,
    headers.subject,
    headers.sequence,
  ],
  properties: {
    [headers.specversion]: { type: 'string', const: '1.0' },
    [headers.id]: string('UUID version 7 of the event; a repeated delivery has the same', { format: 'uuid' }),
    [headers.type]: string('type and version of the event'),
    [headers.source]: string('the service that tells', { format: 'uri-reference' }),
    [headers.time]: string('when it happened', { format: 'date-time' }),
    [headers.subject]: string('id of what it is about'),
    [headers.dataschema]: string('JSON Schema of the value', { format: 'uri' }),
    [headers.partitionkey]: string('the same as the record key'),
    [headers.sequence]: string('number within topic and key, gapless from 1', { pattern: '^[0-9]{20}$' }),
    [headers.origintime]: string('when the chain of events began, real time', { format: 'date-time' }),
    [headers.contentType]: { type: 'string', const: 'application/json' },
    [headers.traceparent]: string('W3C Trace Context'),
  },
};

const channelName = (topic: string) => topic.replace(/^attune\.(public|internal)\./, '');
const messageName = (type: string) => type.split('.').slice(2).join('.');

/** AsyncAPI document of all topics and events. */
export function asyncApi() {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Attune events',
      version: '1.0.0',
      description:
        'What happens in Attune, as CloudEvents over Kafka. Topics under attune.public are for integrators and carry no names, contacts, free texts or answers.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      local: {
        host: 'localhost:8091',
        protocol: 'kafka',
        description: 'The broker that npm start runs',
        security: [{ $ref: '#/components/securitySchemes/scram' }],
      },
    },
    channels: Object.fromEntries(
      topics.map((topic) => [
        channelName(topic.name),
        {
          address: topic.name,
          description: topic.description,
          messages: Object.fromEntries(
            contracts
              .filter((contract) => contract.topic === topic.name)
              .map(({ type }) => [messageName(type), { $ref: `#/components/messages/${messageName(type)}` }]),
          ),
          bindings: {
            kafka: {
              topic: topic.name,
              partitions: topic.partitions,
              topicConfiguration: { 'cleanup.policy': [topic.cleanup], 'retention.ms': topic.retentionMs },
            },
          },
        },
      ]),
    ),
    operations: Object.fromEntries(
      topics.map(({ name }) => [
        `publish-${channelName(name)}`,
        { action: 'send', channel: { $ref: `#/channels/${channelName(name)}` } },
      ]),
    ),
    components: {
      securitySchemes: { scram: { type: 'scramSha512', description: 'SASL/SCRAM-SHA-512' } },
      messages: Object.fromEntries(
        contracts.map((contract) => [messageName(contract.type), message(contract)]),
      ),
      schemas: { cloudEventHeaders: headerSchema },
    },
  };
}

function message({ type, title, description, topic, example }: EventContract) {
  const keyedBy = topics.find(({ name }) => name === topic)?.keyedBy ?? '';
  return {
    name: type,
    title,
    summary: description,
    contentType: 'application/json',
    headers: { $ref: '#/components/schemas/cloudEventHeaders' },
    payload: { $ref: `./schemas/${type}.json` },
    bindings: { kafka: { key: { type: 'string', description: keyedBy } } },
    examples: [{ name: messageName(type), payload: example }],
  };
}
