/** Dated versions of the data-plane API; after the last one only v1 continues. */
const known = [
  '2022-12-01',
  '2023-05-15',
  '2024-02-01',
  '2024-06-01',
  '2024-10-21',
  '2024-02-15-preview',
  '2024-03-01-preview',
  '2024-04-01-preview',
  '2024-05-01-preview',
  '2024-07-01-preview',
  '2024-08-01-preview',
  '2024-09-01-preview',
  '2024-10-01-preview',
  '2024-12-01-preview',
  '2025-01-01-preview',
  '2025-02-01-preview',
  '2025-03-01-preview',
  '2025-04-01-preview',
];

export const isApiVersion = (version: string): boolean => known.includes(version);

/** First versions that take a parameter; older ones do not recognise it. */
const since: Readonly<Record<string, string>> = {
  max_completion_tokens: '2024-09-01',
  parallel_tool_calls: '2024-09-01',
  stream_options: '2024-09-01',
  reasoning_effort: '2024-12-01',
  store: '2024-12-01',
};

/** True if a version (`v1` is the newest) has the parameter. */
export const hasParameter = (version: string, parameter: string): boolean => {
  const first = since[parameter];
  return first === undefined || version === 'v1' || version.slice(0, 10) >= first;
};
