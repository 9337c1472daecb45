import { logStoreSuite } from '../conformance/log-store.ts';
import { createMemoryLogStore } from './memory-log-store.ts';

logStoreSuite('the log in memory, which simulations run against', { open: async () => createMemoryLogStore() });
