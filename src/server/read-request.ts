import type { Context } from 'hono';
import * as v from 'valibot';
import { problem } from './problem.ts';

/** The most rows that a request asks for. */
export const Limit = v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/), v.transform(Number));

type Schema<T> = v.GenericSchema<unknown, T>;

/** The request's JSON body as `schema` reads it, or the problem to answer with. Reads at most `mostBytes`. */
export async function readJson<T>(c: Context, schema: Schema<T>, mostBytes: number): Promise<T | Response> {
  const text = await readText(c.req.raw, mostBytes);
  if (text === undefined) return problem(c, 'too-large');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // A SyntaxError is how JSON.parse says so; its message would repeat the body.
    return problem(c, 'bad-json');
  }
  return parse(c, schema, json);
}

/** The query as `schema` reads it: each name once, as text. */
export function readQuery<T>(c: Context, schema: Schema<T>): T | Response {
  return parse(c, schema, c.req.query());
}

function parse<T>(c: Context, schema: Schema<T>, value: unknown): T | Response {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const paths = result.issues.map((issue) => v.getDotPath(issue)).filter((path) => path !== null);
  return problem(c, 'bad-request', [...new Set(paths)].slice(0, 10));
}

/** Undefined when there is more than `mostBytes`; what comes after is not read. */
async function readText(request: Request, mostBytes: number): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return undefined;
  if (!request.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
