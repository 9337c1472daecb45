/** The disk that the log lies on has no room left: nothing of what was to be written is there. */
export class DiskFull extends Error {
  constructor(cause: unknown) {
    super('the disk of the log is full', { cause });
    this.name = 'DiskFull';
  }
}
