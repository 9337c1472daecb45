/**
 * The version of the wire. The server serves N, N-1 and N-2. A test pins a hash of the schemas beside it: who changes a
 * schema raises the version, writes the change here and records the requests of the old one as fixtures.
 *
 * 1: push, pull, items, contacts, statistics, live, sign-in.
 */
export const wireVersion = 1;
export const oldestWireVersion = 1;
