import type { Context } from 'hono';
import type { AppEnv } from './services.ts';

const loopback = /^(::ffff:)?127\.|^::1$/;

/**
 * The address that a request comes from, for limits only; the empty string where it is not known. A proxy on this machine
 * adds whom it speaks for at the end of `X-Forwarded-For`; what stands before that, or comes from elsewhere, anybody can write.
 */
export function callerOf(c: Context<AppEnv>): string {
  const peer = c.env?.incoming?.socket?.remoteAddress ?? '';
  if (!loopback.test(peer)) return peer;
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return forwarded || peer;
}
