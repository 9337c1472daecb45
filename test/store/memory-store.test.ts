import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { localStoreSuite } from '../conformance/local-store.ts';

localStoreSuite('a store in memory', { open: async (limits = { mostEntries: 20_000 }) => createMemoryStore(limits) });
