import { expect, it } from '@jest/globals';
import { completeOpenApi } from './complete-openapi.ts';

const document = () => ({
  openapi: '3.1.0',
  info: { title: 'x', version: '1' },
  paths: {
    '/api/a/letters': {
      get: {
        operationId: 'LettersController_list',
        'x-roles': ['admin', 'operations'],
        responses: { '200': {}, '412': { description: 'Changed meanwhile' } },
      },
    },
    '/api/b/letters': {
      parameters: [],
      get: { operationId: 'LettersController_list', responses: { '200': {} } },
      post: { responses: { '201': {} } },
    },
    '/api/b/letters/{id}/send': { post: { operationId: 'LettersController_send', responses: { '200': {} } } },
  },
});
type Item = Record<string, { operationId: string; responses: object; parameters?: { name: string }[] }>;
const paths = completeOpenApi(document()).paths as Record<string, Item>;

it('gives each operation a name of its own', () => {
  const names = [
    paths['/api/a/letters']?.['get'],
    paths['/api/b/letters']?.['get'],
    paths['/api/b/letters']?.['post'],
  ].map((operation) => operation?.operationId);
  expect(names).toEqual(['Letters_list', 'b_Letters_list', 'post_api_b_letters']);
});

it('says of each how it refuses', () => {
  expect(paths['/api/a/letters']?.['get']?.responses).toHaveProperty('default.content');
  expect(completeOpenApi(document()).components).toHaveProperty('schemas.Problem');
});

it('says what a refusal looks like whatever its status, and nothing about what went well', () => {
  expect(paths['/api/a/letters']?.['get']?.responses).toMatchObject({
    '412': { description: 'Changed meanwhile', content: { 'application/problem+json': {} } },
  });
  expect(paths['/api/a/letters']?.['get']?.responses).toMatchObject({ '200': {} });
  expect(paths['/api/a/letters']?.['get']?.responses).not.toHaveProperty('200.content');
});

it('says whom it is for', () => {
  expect(paths['/api/a/letters']?.['get']).toHaveProperty('description', 'For: admin, operations.');
  expect(paths['/api/b/letters']?.['get']).not.toHaveProperty('description');
});

it('names the key that makes creating safe to repeat, and only there', () => {
  expect(paths['/api/b/letters']?.['post']?.parameters).toMatchObject([{ name: 'Idempotency-Key' }]);
  expect(paths['/api/b/letters/{id}/send']?.['post']).not.toHaveProperty('parameters');
});
