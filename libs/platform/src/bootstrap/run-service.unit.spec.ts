import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { Open, Roles } from '../access/access.decorators.ts';
import { readConfig } from '../config/service-config.ts';
import { createService } from './run-service.ts';

const filter = z.object({ seats: z.coerce.number().optional() });
const body = z.object({ rooms: z.array(z.object({ seats: z.int().min(1) })).readonly() });

@Controller('api/sample')
class SampleController {
  @Get('open')
  @Open()
  open() {
    return { ok: true };
  }

  @Get('closed')
  @Roles('admin')
  closed() {
    return { ok: true };
  }

  @Get('forgotten')
  forgotten() {
    return { ok: true };
  }

  @Post('rooms')
  @Open()
  rooms(@Body({ schema: body }) { rooms }: z.infer<typeof body>) {
    return { seats: rooms.reduce((sum, { seats }) => sum + seats, 0) };
  }

  @Get('rooms')
  @Open()
  find(@Query({ schema: filter }) given: z.infer<typeof filter>) {
    return given;
  }

  @Get('rooms/:room')
  @Roles('admin')
  room() {
    return { ok: true };
  }

  @Get('broken')
  @Open()
  broken() {
    throw new Error('Mrs Example wrote this');
  }
}

@Module({ controllers: [SampleController] })
class SampleModule {}

let app: NestFastifyApplication;
const call = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  app.inject({ method, url, ...(payload && { payload }) });

beforeAll(async () => {
  app = await createService({ name: 'sample', module: SampleModule }, readConfig({ LOG_LEVEL: 'silent' }));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());

test('an open route answers without a token, every other one asks for it', async () => {
  expect((await call('GET', '/api/sample/open')).json()).toEqual({ ok: true });
  for (const url of ['/api/sample/closed', '/api/sample/forgotten']) {
    const answer = await call('GET', url);
    expect([answer.statusCode, answer.headers['content-type'], answer.json<object>()]).toEqual([
      401,
      expect.stringContaining('application/problem+json'),
      expect.objectContaining({ code: 'not-signed-in', instance: url }),
    ]);
  }
});

test('a parameter that nobody knows is named, and those that there are', async () => {
  expect((await call('GET', '/api/sample/rooms?seats=3')).json()).toEqual({ seats: 3 });
  const answer = await call('GET', '/api/sample/rooms?Seats=3&seats=2');
  expect([answer.statusCode, answer.json<object>()]).toEqual([
    400,
    expect.objectContaining({ errors: [{ pointer: '/Seats', detail: expect.stringContaining('seats') }] }),
  ]);
});

test('each field that does not fit is named by its pointer', async () => {
  expect((await call('POST', '/api/sample/rooms', { rooms: [{ seats: 2 }, { seats: 3 }] })).json()).toEqual({
    seats: 5,
  });
  const answer = await call('POST', '/api/sample/rooms', { rooms: [{ seats: 2 }, { seats: 'Mrs Example' }] });
  expect(answer.json()).toMatchObject({
    status: 400,
    code: 'invalid-input',
    errors: [{ pointer: '/rooms/1/seats' }],
  });
  expect(answer.body).not.toContain('Mrs Example');
});

test('a fault of ours tells nothing of what was sent', async () => {
  const answer = await call('GET', '/api/sample/broken?name=Mrs+Example');
  expect(answer.json()).toMatchObject({ status: 500, code: 'internal-error' });
  expect(answer.body).not.toContain('Example');
});

test('unknown routes are problems too', async () => {
  expect((await call('GET', '/api/sample/nowhere')).json()).toMatchObject({ status: 404, code: 'not-found' });
});

test('a method that a known address does not take is told from an unknown address', async () => {
  const allowed = async (method: 'POST' | 'DELETE', url: string) => {
    const { statusCode, headers } = await call(method, url);
    return [statusCode, headers.allow];
  };
  expect(await allowed('POST', '/api/sample/open')).toEqual([405, 'GET, HEAD']);
  expect(await allowed('DELETE', '/api/sample/rooms?seats=3')).toEqual([405, 'GET, HEAD, POST']);
  expect(await allowed('DELETE', '/api/sample/rooms/7')).toEqual([405, 'GET, HEAD']);
  for (const nowhere of ['/api/sample/rooms/7/seats', '/api/sample/opens', '/metrics', '/internal/spans'])
    expect(await allowed('POST', nowhere)).toEqual([404, undefined]);
  const answer = await call('POST', '/api/sample/open?name=Mrs+Example');
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ code: 'method-not-allowed', instance: '/api/sample/open' });
  expect(answer.body).not.toContain('Example');
});

test('the description says which routes are open and who may use the rest', async () => {
  const { paths, openapi } = (await call('GET', '/openapi.json')).json<{
    openapi: string;
    paths: Record<string, Record<string, object>>;
  }>();
  expect(openapi).toBe('3.1.0');
  expect(paths['/api/sample/open']?.get).toMatchObject({ security: [] });
  expect(paths['/api/sample/closed']?.get).toMatchObject({
    security: [{ bearer: [] }],
    'x-roles': ['admin'],
  });
  expect(Object.keys(paths)).not.toContain('/metrics');
});

test('nothing that is to be sent is described as read-only', async () => {
  const { body: document } = await call('GET', '/openapi.json');
  expect(document).toContain('seats');
  expect(document).not.toContain('readOnly');
});

test('it is live, ready and measured', async () => {
  expect((await call('GET', '/health/live')).statusCode).toBe(200);
  expect((await call('GET', '/health/ready')).json()).toMatchObject({ status: 'ready' });
  expect((await call('GET', '/internal/spans')).statusCode).toBe(401);
});
