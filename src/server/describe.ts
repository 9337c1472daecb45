import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { Problem } from '../protocol/problem.ts';

type Schema = v.GenericSchema;

// Brands, transforms and checks have no JSON Schema; the rest of each schema does.
const asJson = (schema: Schema) => resolver(schema, { errorMode: 'ignore', typeMode: 'input' });

interface Description {
  summary: string;
  body?: Schema;
  /** Query parameters, by name. */
  query?: Record<string, { description: string; required?: true; repeated?: true }>;
  /** What 200 answers with; none for an empty answer. */
  answer?: Schema;
  /** Media type of the answer where it is not JSON. */
  media?: string;
  signedIn?: true;
}

/** One route in `/openapi.json`, from the same schemas that the route parses with. */
export function describe({ summary, body, query, answer, media = 'application/json', signedIn }: Description) {
  return describeRoute({
    summary,
    ...(signedIn ? { security: [{ session: [] }] } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: asJson(body) } } } } : {}),
    ...(query ? { parameters: Object.entries(query).map(parameter) } : {}),
    responses: {
      [answer ? 200 : 204]: answer
        ? { description: 'Done.', content: { [media]: { schema: asJson(answer) } } }
        : { description: 'Done.' },
      default: {
        description: 'What is wrong, by its code.',
        content: { 'application/problem+json': { schema: asJson(Problem) } },
      },
    },
  });
}

function parameter([name, { description, required, repeated }]: [
  string,
  { description: string; required?: true; repeated?: true },
]) {
  const text = { type: 'string' as const };
  return {
    name,
    in: 'query' as const,
    description,
    required: required === true,
    schema: repeated ? { type: 'array' as const, items: text } : text,
  };
}

/** An empty object, for answers that say nothing. */
export const Ok = v.object({ ok: v.literal(true) });
