const dayMs = 24 * 3600 * 1000;

/** The day on which the tables of models, and the tests about them, were written. */
const writtenAt = Date.parse('2026-11-23');

const passedMs = Math.floor((Date.now() - writtenAt) / dayMs) * dayMs;

/**
 * Shifts a date by the days since it was written, to keep its distance from today: a model that retires in half a year
 * still does so next year.
 *
 * @param date `YYYY-MM-DD`, with or without a time of day in UTC.
 */
export const kept = (date: string): string => {
  const moved = new Date(Date.parse(date.slice(0, 10)) + passedMs).toISOString();
  return moved.slice(0, 10) + date.slice(10);
};
