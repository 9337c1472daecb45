import * as v from 'valibot';
import { Role } from '../domain/choices.ts';
import { EmailAddress } from '../domain/email-address.ts';
import { SalespersonCode, TenantId, UserId } from '../domain/ids.ts';

/** Who is signed in, and where. One device database belongs to one account. */
export const Account = v.object({
  tenantId: TenantId,
  tenantName: v.string(),
  userId: UserId,
  name: v.string(),
  email: v.union([v.literal(''), EmailAddress]),
  role: Role,
  salespersonCode: v.nullable(SalespersonCode),
});
export type Account = v.InferOutput<typeof Account>;

/** Body of `POST /v1/sign-in`: the code of a one-time link, or the preview's token and the demo user to be. */
export const SignInRequest = v.object({ code: v.pipe(v.string(), v.maxLength(200)), as: v.optional(v.string()) });
export type SignInRequest = v.InferOutput<typeof SignInRequest>;

/** A session's bearer token is shown once, here; the server keeps only its hash. */
export const SignInResponse = v.object({ token: v.string(), account: Account });
export type SignInResponse = v.InferOutput<typeof SignInResponse>;

/** Answer of `GET /v1/me`. */
export const MeResponse = v.object({ account: Account });
export type MeResponse = v.InferOutput<typeof MeResponse>;

/** Body of `POST /v1/invites` (admin) and its answer: a one-time link's code. */
export const InviteRequest = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  email: EmailAddress,
  role: Role,
  salespersonCode: SalespersonCode,
});
export type InviteRequest = v.InferOutput<typeof InviteRequest>;
export const InviteResponse = v.object({ code: v.string(), expiresAt: v.string() });
export type InviteResponse = v.InferOutput<typeof InviteResponse>;

/** Answer of `POST /v1/hand-over`: a one-time code for the same user, such as for the wide page. It lives for a minute. */
export const HandOverResponse = v.object({ code: v.string(), expiresAt: v.string() });
export type HandOverResponse = v.InferOutput<typeof HandOverResponse>;

/** Answer of `GET /v1/users` (admin): who can sign in, by name. */
export const UsersResponse = v.object({ users: v.array(v.omit(Account, ['tenantId', 'tenantName'])) });
export type UsersResponse = v.InferOutput<typeof UsersResponse>;
