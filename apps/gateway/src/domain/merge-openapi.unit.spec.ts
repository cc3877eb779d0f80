import { expect, it } from '@jest/globals';
import { mergeOpenApi, type OpenApi } from './merge-openapi.ts';

const base: OpenApi = {
  openapi: '3.1.0',
  info: { title: 'Attune', version: '1' },
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
};

function service(path: string, schema: unknown, extra: object = {}): OpenApi {
  return {
    openapi: '3.1.0',
    info: { title: 'part', version: '1' },
    paths: { [path]: { get: { schema: { $ref: '#/components/schemas/Page' }, ...extra } } },
    components: { schemas: { Page: schema }, securitySchemes: { bearer: { type: 'apiKey' } } },
  };
}

it('brings the paths of all services together and keeps what is open open', () => {
  const merged = mergeOpenApi(
    base,
    new Map([
      ['scoring', service('/api/scoring/scores', { type: 'object' })],
      ['alerting', service('/api/alerting/rules', { type: 'object' }, { security: [] })],
    ]),
  );
  expect(Object.keys(merged.paths ?? {})).toEqual(['/api/scoring/scores', '/api/alerting/rules']);
  expect(merged.paths?.['/api/alerting/rules']).toMatchObject({ get: { security: [] } });
  expect(merged.components?.['schemas']).toEqual({ Page: { type: 'object' } });
});

it('keeps the gateway’s own word on how to authenticate', () => {
  const merged = mergeOpenApi(base, new Map([['scoring', service('/a', {})]]));
  expect(merged.components?.['securitySchemes']).toEqual({ bearer: { type: 'http', scheme: 'bearer' } });
});

it('renames a schema that means something else, with every reference to it', () => {
  const merged = mergeOpenApi(
    base,
    new Map([
      ['scoring', service('/a', { type: 'object' })],
      ['alerting', service('/b', { type: 'array', items: { $ref: '#/components/schemas/Page' } })],
    ]),
  );
  expect(merged.components?.['schemas']).toEqual({
    Page: { type: 'object' },
    'alerting.Page': { type: 'array', items: { $ref: '#/components/schemas/alerting.Page' } },
  });
  expect(merged.paths?.['/b']).toEqual({ get: { schema: { $ref: '#/components/schemas/alerting.Page' } } });
  expect(merged.paths?.['/a']).toEqual({ get: { schema: { $ref: '#/components/schemas/Page' } } });
});

it('refuses two services on one path', () => {
  const parts = new Map([
    ['scoring', service('/a', {})],
    ['alerting', service('/a', {})],
  ]);
  expect(() => mergeOpenApi(base, parts)).toThrow('alerting describes /a');
});

it('leaves the documents it was given as they were', () => {
  const part = service('/b', { type: 'array' });
  const before = structuredClone(part);
  mergeOpenApi(
    base,
    new Map([
      ['scoring', service('/a', {})],
      ['alerting', part],
    ]),
  );
  expect(part).toEqual(before);
  expect(base.paths).toBeUndefined();
});
