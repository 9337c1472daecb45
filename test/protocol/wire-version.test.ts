import { createHash } from 'node:crypto';
import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, it } from 'vitest';
import { Command } from '../../src/domain/commands/command.ts';
import { Row } from '../../src/domain/row.ts';
import { LiveEvent } from '../../src/protocol/live.ts';
import { PullResponse } from '../../src/protocol/pull.ts';
import { PushRequest, PushResponse } from '../../src/protocol/push.ts';
import { wireVersion } from '../../src/protocol/wire-version.ts';

/**
 * One hash per wire version. If this fails you changed what goes over the wire: raise `wireVersion`, write the change
 * beside it, record the old version's requests as fixtures, and add the new hash here. Never change an old line once a
 * version has been released; version 1 is not released yet.
 */
const pinned: Record<number, string> = {
  1: '1441bf6b2737ae80',
};

it('has the schemas that the wire version promises', () => {
  const options = { errorMode: 'ignore', typeMode: 'input' } as const;
  const schemas = [Command, Row, PushRequest, PushResponse, PullResponse, LiveEvent].map((one) =>
    toJsonSchema(one, options),
  );
  const hash = createHash('sha256').update(JSON.stringify(schemas)).digest('hex').slice(0, 16);
  expect(hash).toBe(pinned[wireVersion]);
});
