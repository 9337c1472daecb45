import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { parseEmailAddress } from '../../domain/email-address.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'));
const list = v.pipe(
  v.string(),
  v.transform((given) =>
    given
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
);

/**
 * How a team's server is set up: by the environment, or by a flag of the same name (`INTERLOG_BASE_URL` is `--base-url`).
 */
export const ServerConfig = v.object({
  /** Where people reach it, such as `https://log.example.com`. */
  INTERLOG_BASE_URL: v.pipe(
    v.string('is missing: the address at which people reach this server, such as https://log.example.com'),
    v.trim(),
    v.regex(/^https:\/\/[^/\s]+$|^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/, 'must be https://<host>, without a path'),
  ),
  INTERLOG_HOST: v.optional(text, '127.0.0.1'),
  INTERLOG_PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, 'must be a number'),
      v.transform(Number),
      v.maxValue(65_535, 'is too high'),
    ),
    '8080',
  ),
  INTERLOG_DATA: v.optional(text, 'data'),
  /** The folder of the built pages; where they are built to when not said. */
  INTERLOG_PAGES: v.optional(text),
  /** Needed at the first start: the name of the team. */
  INTERLOG_NAME: v.optional(v.pipe(text, v.maxLength(100, 'is longer than 100'))),
  INTERLOG_CURRENCY: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'must be three capital letters')), 'EUR'),
  /** Mail from these domains is the team's own, by commas. */
  INTERLOG_DOMAINS: v.optional(list, ''),
  INTERLOG_ADMIN_NAME: v.optional(v.pipe(text, v.maxLength(100, 'is longer than 100')), 'Administrator'),
  INTERLOG_ADMIN_EMAIL: v.optional(
    v.pipe(
      v.string(),
      v.check((given) => parseEmailAddress(given) !== undefined, 'is no e-mail address'),
      v.transform((given) => parseEmailAddress(given)),
    ),
  ),
  /** Foreign pages that may call the server, such as a browser extension's origin, by commas. */
  INTERLOG_ORIGINS: v.optional(list, ''),
  INTERLOG_LOG_LEVEL: v.optional(
    v.picklist(['error', 'warn', 'info', 'debug'], 'must be error, warn, info or debug'),
    'info',
  ),
});
export type ServerConfig = v.InferOutput<typeof ServerConfig>;

type Name = keyof typeof ServerConfig.entries;
const names = Object.keys(ServerConfig.entries) as Name[]; // the schema's own keys

/** The configuration, or one line for each setting that is missing or wrong. `adminLink` asks for a new one-time link. */
export function readServerConfig(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): { config: ServerConfig; adminLink: boolean } | { wrong: string[] } {
  const flagOf = (name: Name) => name.slice('INTERLOG_'.length).toLowerCase().replaceAll('_', '-');
  const options = Object.fromEntries(names.map((name) => [flagOf(name), { type: 'string' as const }]));
  let flags: Record<string, string | boolean | undefined>;
  try {
    flags = parseArgs({ args: [...args], options: { ...options, 'admin-link': { type: 'boolean' } } }).values;
  } catch (error) {
    // parseArgs throws at a flag that it does not know; its message names it.
    return { wrong: [error instanceof Error ? error.message : String(error)] };
  }
  const given = names.map((name) => [name, flags[flagOf(name)] ?? (env[name] || undefined)] as const);
  const result = v.safeParse(ServerConfig, Object.fromEntries(given.filter(([, value]) => value !== undefined)));
  if (result.success) return { config: result.output, adminLink: flags['admin-link'] === true };
  return {
    wrong: result.issues.map(
      (issue) =>
        `${v.getDotPath(issue)} ${issue.kind === 'schema' && issue.received === 'undefined' ? missing(v.getDotPath(issue)) : issue.message}`,
    ),
  };
}

function missing(name: string | null): string {
  return name === 'INTERLOG_BASE_URL'
    ? 'is missing: the address at which people reach this server, such as https://log.example.com'
    : 'is missing';
}
