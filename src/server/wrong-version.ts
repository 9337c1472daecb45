import { oldestWireVersion, wireVersion } from '../protocol/wire-version.ts';

/** What is wrong with the version of the wire that a request names; undefined when this server speaks it. */
export function wrongVersion(wire: number): 'version-too-old' | 'version-too-new' | undefined {
  if (wire > wireVersion) return 'version-too-new';
  return wire >= oldestWireVersion ? undefined : 'version-too-old';
}
