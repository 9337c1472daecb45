/** The longest tasks of the page while `act` went on, in milliseconds, the longest first; those below 50 are none. */
export async function longTasksDuring<T>(act: () => Promise<T>): Promise<{ value: T; longTasks: number[] }> {
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration));
  });
  observer.observe({ type: 'longtask' });
  const value = await act();
  // Entries come a task later than what they are about.
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.disconnect();
  return { value, longTasks: longTasks.sort((a, b) => b - a) };
}

/** As a note on a figure. */
export function longTaskNote(longTasks: readonly number[]): string {
  return longTasks.length === 0
    ? 'no task of the page was over 50 ms'
    : `${longTasks.length} tasks of the page over 50 ms, the longest ${longTasks[0]} ms`;
}
