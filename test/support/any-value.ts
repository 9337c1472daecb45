import fc from 'fast-check';
import * as v from 'valibot';

/** A schema as far as it is walked here. */
interface Shape {
  type: string;
  pipe?: readonly Shape[];
  entries?: Record<string, Shape>;
  wrapped?: Shape;
  item?: Shape;
  key?: Shape;
  value?: Shape;
  options?: readonly unknown[];
  literal?: unknown;
}

/**
 * Values of the form that `schema` describes, most of which it takes: numbers and texts are those of `pool` that fit, so
 * that ids and codes meet real rows. A text that nothing in the pool fits is an error, so that a new form is not left out.
 */
export function anyValueOf(schema: v.GenericSchema, pool: readonly unknown[]): fc.Arbitrary<unknown> {
  const fitting = new Map<Shape, fc.Arbitrary<unknown>>();

  const fromPool = (shape: Shape): fc.Arbitrary<unknown> => {
    const known = fitting.get(shape);
    if (known) return known;
    const fits = pool.filter((one) => v.is(shape as unknown as v.GenericSchema, one));
    if (fits.length === 0) throw new Error(`nothing in the pool is a ${shape.type} of this form`);
    const made = fc.constantFrom(...fits);
    fitting.set(shape, made);
    return made;
  };

  function of(shape: Shape): fc.Arbitrary<unknown> {
    const { type, entries = {}, options = [], wrapped, item, key, value } = shape;
    switch (type) {
      case 'object': {
        const optional = Object.keys(entries).filter((name) => entries[name]?.type === 'optional');
        const required = Object.keys(entries).filter((name) => !optional.includes(name));
        const model = Object.fromEntries(Object.entries(entries).map(([name, inner]) => [name, of(inner)]));
        return fc.record(model, { requiredKeys: required });
      }
      case 'variant':
      case 'union':
        return fc.oneof(...(options as Shape[]).map(of));
      case 'array':
        return item ? fc.array(of(item), { maxLength: 3 }) : unknown(type);
      case 'record':
        return key && value ? fc.dictionary(of(key) as fc.Arbitrary<string>, of(value), { maxKeys: 3 }) : unknown(type);
      case 'nullable':
        return wrapped ? fc.option(of(wrapped)) : unknown(type);
      case 'optional':
        return wrapped ? of(wrapped) : unknown(type);
      case 'picklist':
        return fc.constantFrom(...options);
      case 'literal':
        return fc.constant(shape.literal);
      case 'boolean':
        return fc.boolean();
      case 'string':
      case 'number':
        return fromPool(shape);
      case 'unknown':
        return fc.jsonValue({ maxDepth: 1 });
      default:
        return unknown(type);
    }
  }

  function unknown(type: string): never {
    throw new Error(`no values are made of a schema of type ${type}`);
  }

  return of(schema as unknown as Shape); // the shape is what schemas of any kind have in common
}

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('', '\0', '\ud800', 'a\u202eb', '<script>', '=1+1', '__proto__', 'x'.repeat(20_000), '\n'),
  fc.constantFrom(
    -1,
    0.5,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    -0,
    '2026-02-30',
    '9999-12-31T23:59:59.999Z',
    '0000-01-01',
  ),
  fc.constantFrom(
    null,
    [],
    {},
    [[]],
    Array.from({ length: 2_000 }, () => null),
  ),
);

type Path = (string | number)[];

/** `values` with one part of each, anywhere in it, left out or replaced by something else. */
export function withOnePartChanged(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(values, fc.nat(), fc.option(strange, { nil: undefined })).map(([value, where, other]) => {
    const places = placesIn(value);
    return replaced(value, places[where % places.length] ?? [], other);
  });
}

function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

/** `undefined` is left out when it becomes JSON. */
function replaced(value: unknown, path: Path, other: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return other;
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) };
  copy[key] = replaced(copy[key], rest, other);
  return copy;
}
