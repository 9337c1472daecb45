import type { JobRequest } from '../../../src/protocol/job.ts';
import type { SimulatedServer } from './simulated-server.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What an admin starts on the server. It is asked directly: what a bad network does to such requests is no matter of rows. */
export function createSimulatedJobs(options: {
  server: SimulatedServer;
  time: VirtualTime;
  token: string;
  newId: () => string;
  broke: (error: unknown) => void;
}) {
  const { server, time, token, newId, broke } = options;

  /** Undefined while the server is down, and when there is nothing of that kind. */
  async function post(path: string, body: object): Promise<Record<string, unknown> | undefined> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const request = new Request(`http://simulated.example${path}`, {
      ...{ method: 'POST', headers, body: JSON.stringify(body) },
    });
    const response = await server.handler()?.(request);
    if (response === undefined || response.status === 404) return undefined;
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
  const start = (job: object) => post('/v1/jobs', { ...job, id: newId() }).catch(broke);

  return {
    /** Deletes what is canceled, as it was shown `readFor` ms before. */
    async deleteCanceled(readFor: number): Promise<void> {
      const preview = await post('/v1/jobs/preview', { filter: {} });
      if (preview === undefined) return;
      const { asOf } = preview as Pick<Extract<JobRequest, { kind: 'delete-canceled' }>, 'asOf'>; // as the preview answers
      time.in(readFor, () => void start({ kind: 'delete-canceled', filter: {}, asOf }));
    },
    /** Erases one of the persons that there are. */
    async erase(pick: number): Promise<void> {
      const persons = server.rows().filter((row) => row.kind === 'contact' && row.type === 'person');
      const person = persons[pick % Math.max(1, persons.length)];
      if (person) await start({ kind: 'erase-contact', contactId: person.id });
    },
  };
}
