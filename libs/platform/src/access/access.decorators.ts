import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Person, Role } from './person.ts';

export const OPEN = 'attune:open';
export const ROLES = 'attune:roles';

/** A route for everybody: it has no caller, or it knows its caller by something other than a token. */
export const Open = () => applyDecorators(SetMetadata(OPEN, true), ApiExtension('x-open', true));

/** A route for people with at least one of these roles. */
export const Roles = (...allowed: readonly Role[]) =>
  applyDecorators(SetMetadata(ROLES, allowed), ApiBearerAuth(), ApiExtension('x-roles', [...allowed]));

/** The signed-in person, on routes that are not open. */
export const CurrentPerson = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<{ person: Person }>().person,
);
