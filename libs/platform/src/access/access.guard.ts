import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { notPermitted } from '../errors/problem.ts';
import { OPEN, ROLES } from './access.decorators.ts';
import type { Person, Role } from './person.ts';
import { TokenVerifier } from './token.verifier.ts';

/** Stands before every route. One that says neither who may use it nor that it is open is refused to all. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Events come from the broker, whose access lists have decided.
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(OPEN, targets) === true) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { person: Person }>();
    const person = await this.tokens.verify(request.headers.authorization);
    const allowed = this.reflector.getAllAndOverride<readonly Role[] | undefined>(ROLES, targets) ?? [];
    if (!person.roles.some((role) => allowed.includes(role))) {
      throw notPermitted('Your roles do not reach this. Ask an administrator if they should.');
    }
    request.person = person;
    return true;
  }
}
